"""Run the programs of a set-up: venv, pip, apt-get. What they say is kept; none outlives a stop."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

from deploy.environment import Environment
from deploy.logins import without_secrets
from deploy.stopsignals import stop_signals

LOG: Final = "reachmap-setup.log"
_NOT_FOR_US: Final = (
    "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_DRY_RUN", "PYTHONHOME",
)  # fmt: skip
_PATIENCE_S: Final = 5.0


class FailedError(Exception):
    """A program failed; what it said is the text."""

    def __init__(self, step: str, said: str) -> None:
        """Keep what was being done, and what was said."""
        super().__init__(step)
        self.step = step
        self.said = said


def run(environment: Environment, lock: int | None, step: str, command: list[str]) -> None:
    """Run a program and keep what it says; FailedError if it fails."""
    with _started(environment, lock, step, command) as process:
        lines: list[str] = []
        assert process.stdout is not None  # noqa: S101  # Popen was told to make it
        for raw in process.stdout:
            line = without_secrets(raw.decode("utf-8", "replace").rstrip(), os.environ)
            lines.append(line)
            _show(line)
        code = process.wait()
    said = "\n".join(lines)
    _log(environment, f"{step}\n{said}\n")
    if code:
        raise FailedError(step, said + ("\nMemoryError: killed" if code == -9 else ""))


@contextmanager
def _started(
    environment: Environment, lock: int | None, step: str, command: list[str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program in a group with all that it starts; the group ends with the block."""
    is_posix = sys.platform != "win32"
    keep = (lock,) if lock is not None and is_posix else ()
    told: list[int] = []
    process = None
    try:
        with _signals_kept(told):  # one in mid-start would leave a program that nobody knows
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=environment.root,
                stderr=subprocess.STDOUT, env=_environ(), pass_fds=keep,
                process_group=0 if is_posix else None,
            )  # fmt: skip
        for number in told:
            signal.raise_signal(number)
        yield process
    except BaseException as error:
        if process is not None:
            _end(process)
        if isinstance(error, OSError):
            raise FailedError(step, f"{error}") from error
        raise
    finally:
        _show("")


@contextmanager
def _signals_kept(told: list[int]) -> Iterator[None]:
    """Note the signals that come, in place of what is done about them."""

    def note(number: int, _: FrameType | None) -> None:
        told.append(number)

    before = {}
    for number in stop_signals():
        if signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, note)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program because we were told to stop, and all that it has started."""
    try:
        _tell(process, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE_S)
    finally:  # told once more
        _tell(process, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.wait()


def _tell(process: subprocess.Popen[bytes], number: int) -> None:
    if sys.platform == "win32":
        process.terminate()
        return
    with suppress(ProcessLookupError, PermissionError):  # macOS: the group has ended
        os.killpg(process.pid, number)


def _environ() -> dict[str, str]:
    environ = {key: value for key, value in os.environ.items() if key not in _NOT_FOR_US}
    environ |= {"PYTHONUTF8": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    if environ.get("PIP_RETRIES") == "0":  # then pip would not say what it failed on
        environ["PIP_RETRIES"] = "1"
    return environ


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


def log_path(environment: Environment) -> Path | None:
    """Return the file that holds all that was said, if one could be written."""
    paths = (environment.folder / LOG, Path(tempfile.gettempdir()) / LOG)
    return next((each for each in paths if each.exists()), None)
