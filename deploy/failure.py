"""Report of a failed set-up: the cause, what helps on this machine, and the last lines said."""

from __future__ import annotations

import os
import shutil
import struct
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from deploy.causes import explain
from deploy.environment import Environment
from deploy.logins import without_secrets
from deploy.programs import FailedError, log_path
from deploy.trouble import Machine, Trouble, fitting_python

_LAST_LINES: Final = 6


def told(environment: Environment, failed: FailedError) -> str:
    """Return for people what failed: the cause, what helps, and the last lines said."""
    trouble = trouble_of(environment, failed)
    lines = [f"{trouble.cause}.", f"It happened while {failed.step}."]
    if trouble.help:
        lines += ["What helps:", *(f"  * {each}" for each in trouble.help)]
    last = _without_tracebacks(without_secrets(failed.said, os.environ))[-_LAST_LINES:]
    lines += ["It said:", *(f"  | {each[:200]}" for each in last)]
    log = log_path(environment)
    if log:
        lines.append(f"All of it: {log}")
    return "\n".join(lines)


def _machine(environment: Environment) -> Machine:
    free = {}
    for folder in (environment.folder, Path(tempfile.gettempdir())):
        there = next((each for each in (folder, *folder.parents) if each.exists()), None)
        if there:
            with suppress(OSError):
                free[str(folder)] = shutil.disk_usage(there).free // 1_000_000
    version = ".".join(map(str, sys.version_info[:2]))
    return Machine(
        platform=sys.platform,
        folder=str(environment.folder),
        python=version,
        bits=struct.calcsize("P") * 8,
        is_debian=Path("/etc/debian_version").exists(),
        free_mb=free,
        environ=os.environ,
    )


def trouble_of(environment: Environment, failed: FailedError) -> Trouble:
    """Return why a step failed."""
    if failed.step == "checking":
        return Trouble("import", failed.said, ("start again",))
    machine = _machine(environment)
    if failed.step == "trying what was installed":
        last = failed.said.strip().rpartition("\n")[2][:300]
        return Trouble(
            "import",
            f"what was installed does not run here ({last})",
            (fitting_python(machine),),
        )
    return explain(failed.said, machine)


def _without_tracebacks(said: str) -> list[str]:
    """Return the lines that people can read: pip's own crash is told by its last line."""
    lines = [each for each in said.splitlines() if each.strip()]
    return [each for each in lines if not each.startswith((" ", "\t", "Traceback (most"))]
