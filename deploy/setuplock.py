"""Lock of the set-up: a second start waits for the first and says so.

The lock is the system's own, so it ends with whoever holds it. It is handed to the programs that
the set-up starts as well: if only the start is killed, the next one waits until its pip has ended.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_PAUSE_S = 0.2


@contextmanager
def setup_lock(environment: Path) -> Iterator[int | None]:
    """Hold the lock of an environment; yield its descriptor, None where there are no locks."""
    path = environment.with_name(f"{environment.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="ascii", errors="replace")
    except OSError:  # whatever it is, the set-up meets it too and says it better
        yield None
        return
    with file:
        is_held = _wait_for(file)
        if is_held:
            _sign(file)
        yield file.fileno() if is_held else None


def _wait_for(file: IO[str]) -> bool:
    """Take the lock, however long that takes; False if there are no locks here."""
    has_said = False
    while True:
        try:
            if _take(file):
                return True
        except OSError:
            return False
        if not has_said:
            print(f"Another start is setting up{_owner(file)}; waiting for it.", flush=True)
            has_said = True
        time.sleep(_PAUSE_S)


def _owner(file: IO[str]) -> str:
    with suppress(OSError):
        file.seek(0)
        number = file.read(20).strip()
        return f" (process {number})" if number.isdigit() else ""
    return ""


def _sign(file: IO[str]) -> None:
    with suppress(OSError):  # a full disk: the name is for people only
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()}\n")
        file.flush()


if sys.platform == "win32":
    import msvcrt

    _BYTE = 1000  # beyond what is written, so that others may read who holds it

    def _take(file: IO[str]) -> bool:
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _take(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
