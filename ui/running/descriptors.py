"""File descriptors: as many as the system gives, and how many are left.

Every connection takes one. macOS gives 256 to a program that does not ask for more.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from contextlib import suppress
from types import ModuleType
from typing import Any, Final

from streamlit.runtime import app_session

MOST: Final = 1_048_576  # beyond it, whatever goes through all of them takes seconds
_MACOS_MOST: Final = 10_240  # OPEN_MAX: macOS names a larger limit, but refuses it
_UNKNOWN: Final = 1 << 30  # Windows: no limit that we would meet first

log = logging.getLogger("reachmap")


def raise_limit() -> int:
    """Raise the limit of this process as far as the system allows, and return it."""
    if sys.platform == "win32":
        return _UNKNOWN
    import resource  # noqa: PLC0415  # of POSIX alone

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = MOST if hard == resource.RLIM_INFINITY else min(hard, MOST)
    wanted = [highest, min(highest, _MACOS_MOST)]
    for limit in wanted:
        if soft != resource.RLIM_INFINITY and limit > soft:
            with suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
                break
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return _UNKNOWN if limit == resource.RLIM_INFINITY else limit


def open_descriptors() -> int:
    """Return how many are in use; 0 where the system does not say."""
    try:
        return len(os.listdir("/dev/fd")) - 1  # noqa: PTH208  # only their number is wanted
    except OSError:
        return 0


class _NoLoop(asyncio.BaseEventLoop):
    """An event loop for scripts that use none: it holds no descriptors."""

    def run_until_complete(self, future: Any) -> Any:
        """Run a coroutine, as Streamlit does at the end of a session, in a loop made for it."""
        return asyncio.run(future)


class _Loopless(ModuleType):
    """asyncio as Streamlit's sessions see it: all as it is, but the loop they make for scripts."""

    new_event_loop = _NoLoop

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)


def save_descriptors() -> None:
    """Have Streamlit's sessions hold no event loop, three descriptors each.

    A session keeps its loop for a minute after its page was closed. Our scripts use none. Nor must
    it be made and closed: a burst of connections can hold the last descriptors at that moment.
    """
    app_session.asyncio = _Loopless("asyncio")  # type: ignore[attr-defined]
