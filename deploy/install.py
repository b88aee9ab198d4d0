"""Make an environment, or complete it: venv, pip, a trial of what was installed, the stamp."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from deploy.causes import explain
from deploy.environment import Environment, Look, State
from deploy.logins import without_secrets
from deploy.remedies import Machine, Trouble, fitting_python

LOG = "reachmap-setup.log"
_LAST_LINES = 6
_NOT_FOR_US = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_DRY_RUN", "PYTHONHOME")


class SetUpError(Exception):
    """The environment could not be made; the text is for people."""


class _FailedError(Exception):
    """A program failed; what it said is the text."""

    def __init__(self, step: str, said: str) -> None:
        super().__init__(step)
        self.step = step
        self.said = said


def make(environment: Environment, found: Look, lock: int | None = None) -> None:
    """Bring an environment to what its stamp promises, or raise SetUpError.

    What stands there is completed; it is made again when it is damaged, or when completing it
    does not help.
    """
    _refuse_what_is_not_ours(environment)
    try:
        if found.state is not State.DAMAGED:
            try:
                _install(environment, lock, is_new=False)
                return
            except _FailedError as failed:
                if found.state is State.MISSING or _is_outside(_trouble(environment, failed)):
                    raise
                print("What is there cannot be completed; it is made again.", flush=True)
        _install(environment, lock, is_new=True)
    except _FailedError as failed:
        raise SetUpError(_told(environment, failed)) from failed
    except OSError as error:
        raise SetUpError(_told(environment, _FailedError("writing", f"{error}"))) from error


def _is_outside(trouble: Trouble) -> bool:
    """Whether a fresh environment would meet the same trouble."""
    return trouble.kind not in {"unknown", "venv", "import"}


def _refuse_what_is_not_ours(environment: Environment) -> None:
    folder = environment.folder
    if folder.exists() and not folder.is_dir():
        raise SetUpError(f"{folder} is a file; the environment needs that name for a folder.")
    if not environment.is_empty and not environment.is_ours:
        raise SetUpError(f"{folder} (REACHMAP_VENV) holds other things; name an empty folder.")


def _install(environment: Environment, lock: int | None, *, is_new: bool) -> None:
    _add_venv_to_bare_debian(environment, lock)
    if is_new or environment.fault_of_python():
        make = [_base(environment), "-m", "venv", *(["--clear"] if is_new else [])]
        _run(environment, lock, "making the environment", [*make, str(environment.folder)])
    # Apart (-I) from the user's settings of Python and from modules in the current folder.
    python = [str(environment.python), "-I", "-X", "utf8"]
    pip = [*python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    wanted = ["--progress-bar", "off", "-r", str(environment.requirements)]
    _fetch(environment, lock, pip, wanted)
    half = environment.half_installed()
    if half:
        raise _FailedError("checking", f"cut off in an earlier set-up: {', '.join(half)}")
    trial = "import " + ", ".join(environment.imports)
    _run(environment, lock, "trying what was installed", [*python, "-c", trial])
    environment.write_stamp()


def _fetch(environment: Environment, lock: int | None, pip: list[str], wanted: list[str]) -> None:
    """Run pip; if it has found nothing at all, ask it once more why, which it keeps to itself."""
    step = "fetching packages"
    try:
        _run(environment, lock, step, [*pip, *wanted])
    except _FailedError as failed:
        if "from versions: none" not in failed.said:
            raise
        try:
            _run(environment, lock, step, [*pip, "-vv", *wanted])
        except _FailedError as again:
            why = [each for each in again.said.splitlines() if "Could not fetch URL" in each]
            raise _FailedError(step, "\n".join([failed.said, *why[:1]])) from failed


def _base(environment: Environment) -> str:
    """Return the Python to make it with: never the one inside, which may be cleared away."""
    is_inside = Path(sys.prefix).resolve() == environment.folder.resolve()
    return str(getattr(sys, "_base_executable", sys.executable) if is_inside else sys.executable)


def _run(environment: Environment, lock: int | None, step: str, command: list[str]) -> None:
    """Run a program and keep what it says; _FailedError if it fails."""
    environ = {key: value for key, value in os.environ.items() if key not in _NOT_FOR_US}
    environ |= {"PYTHONUTF8": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    if environ.get("PIP_RETRIES") == "0":  # then pip would not say what it failed on
        environ["PIP_RETRIES"] = "1"
    keep = (lock,) if lock is not None and sys.platform != "win32" else ()
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=environ, cwd=environment.root, pass_fds=keep,
        )  # fmt: skip
    except OSError as error:
        raise _FailedError(step, f"{error}") from error
    lines: list[str] = []
    try:
        assert process.stdout is not None  # noqa: S101  # Popen was told to make it
        for raw in process.stdout:
            line = without_secrets(raw.decode("utf-8", "replace").rstrip(), os.environ)
            lines.append(line)
            _show(line)
        code = process.wait()
    finally:
        _show("")
        if process.poll() is None:  # we were told to stop
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            process.wait()
    said = "\n".join(lines)
    _log(environment, f"{step}\n{said}\n")
    if code:
        raise _FailedError(step, said + ("\nMemoryError: killed" if code == -9 else ""))


def _show(line: str) -> None:
    """Show on a terminal, in one line that changes, what pip is at."""
    if sys.stdout.isatty():
        found = re.match(r"(?:Collecting|Downloading|Building|Installing) \S+", line)
        if found or not line:
            print(f"\r  {found[0][:70] if found else '':72}\r", end="", flush=True)


def _log(environment: Environment, text: str) -> None:
    for folder in (environment.folder, Path(tempfile.gettempdir())):
        with suppress(OSError), (folder / LOG).open("a", encoding="utf-8") as file:
            file.write(text)
            return


def _log_path(environment: Environment) -> Path | None:
    paths = (environment.folder / LOG, Path(tempfile.gettempdir()) / LOG)
    return next((each for each in paths if each.exists()), None)


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


def _trouble(environment: Environment, failed: _FailedError) -> Trouble:
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


def _told(environment: Environment, failed: _FailedError) -> str:
    """Return for people what failed: the cause, what helps, and the last lines said."""
    trouble = _trouble(environment, failed)
    lines = [f"{trouble.cause}.", f"It happened while {failed.step}."]
    if trouble.help:
        lines += ["What helps:", *(f"  * {each}" for each in trouble.help)]
    last = _without_tracebacks(without_secrets(failed.said, os.environ))[-_LAST_LINES:]
    lines += ["It said:", *(f"  | {each[:200]}" for each in last)]
    log = _log_path(environment)
    if log:
        lines.append(f"All of it: {log}")
    return "\n".join(lines)


def _without_tracebacks(said: str) -> list[str]:
    """Return the lines that people can read: pip's own crash is told by its last line."""
    lines = [each for each in said.splitlines() if each.strip()]
    return [each for each in lines if not each.startswith((" ", "\t", "Traceback (most"))]


def _add_venv_to_bare_debian(environment: Environment, lock: int | None) -> None:
    """Debian ships Python without venv; only root can add it, and only then it is tried."""
    apt_get = shutil.which("apt-get")
    is_missing = importlib.util.find_spec("ensurepip") is None
    if is_missing and apt_get and sys.platform != "win32" and os.geteuid() == 0:
        _run(environment, lock, "adding python3-venv", [apt_get, "update", "-qq"])
        install = [apt_get, "install", "-y", "-qq", "python3-venv"]
        _run(environment, lock, "adding python3-venv", install)
