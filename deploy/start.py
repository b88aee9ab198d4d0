"""A start from beginning to end: look at the environment, mend it if need be, serve.

Whatever goes wrong is said in a sentence with what helps; nobody is shown a traceback.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from deploy.environment import Environment, State
from deploy.install import SetUpError, make
from deploy.serving import serve
from deploy.setuplock import setup_lock

ROOT = Path(__file__).resolve().parent.parent
_TOLD = ("SIGTERM", "SIGHUP", "SIGBREAK")  # those of them that the system has


class _StoppedError(Exception):
    """Somebody told us to stop."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def start(arguments: list[str], environment: Environment | None = None) -> int:
    """Set up what is missing, serve, and return the exit code of the server.

    Parameters
    ----------
    arguments
        What Streamlit is given, such as `--server.port 8502`.
    environment
        Another one than `.venv` or the folder that REACHMAP_VENV names.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console of any kind
    environment = environment or Environment.of(ROOT)
    try:
        with _signals_stop():
            prepare(environment)
    except SetUpError as error:
        print(f"Set-up failed: {error}", flush=True)
        return 1
    except (KeyboardInterrupt, _StoppedError) as error:
        number = getattr(error, "number", signal.SIGINT)
        print("\nstopped; the next start completes the set-up", flush=True)
        return 128 + number
    return serve(environment, arguments)


def prepare(environment: Environment) -> None:
    """Make or mend the environment if it needs that; SetUpError says what is in the way."""
    if environment.look().state is State.READY:
        return
    with setup_lock(environment.folder) as lock:
        found = environment.look()  # another start may have done it meanwhile
        if found.state is State.READY:
            return
        if found.state is State.DAMAGED:
            print(f"The environment {environment.folder} is damaged: {found.reason}.")
            print("It is made again; this takes a minute.", flush=True)
        elif found.state is State.OUTDATED:
            print(f"Setting up Reachmap ({found.reason}); this takes a minute.", flush=True)
        else:
            print("Setting up Reachmap; this takes a minute the first time.", flush=True)
        make(environment, found, lock)


@contextmanager
def _signals_stop() -> Iterator[None]:
    """A signal ends the set-up in order, with the programs it has started."""

    def stop(number: int, _: FrameType | None) -> None:
        raise _StoppedError(number)

    numbers = [getattr(signal, name) for name in _TOLD if hasattr(signal, name)]
    before = {each: signal.getsignal(each) for each in numbers}
    for each in numbers:
        if before[each] is not signal.SIG_IGN:  # nohup
            signal.signal(each, stop)
    try:
        yield
    finally:
        for each in numbers:
            signal.signal(each, before[each])
