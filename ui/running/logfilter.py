"""Log filter: strangers can neither fill nor forge what servers write about what clients send.

uvicorn and Streamlit write a line, or a traceback, for each request that cannot be read, and some
hold the visitor's own words, line breaks included. Here each place in their code may write a few
lines, then one in ten seconds, with how many were left out; and a line is one line.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from typing import Final

from starlette.websockets import WebSocketDisconnect

from ui.visitor import RateLimit, more_before

LINES: Final = 5
_MAX_CHARS: Final = 1_000
_LATE: Final = re.compile(r"send.* (after sending|once a) .*close")  # Starlette's words, uvicorn's
_HEARD: Final = (
    "asyncio",
    "uvicorn.error",
    "streamlit.runtime.app_session",
    "streamlit.runtime.runtime",
    "streamlit.runtime.scriptrunner.script_runner",
    "streamlit.runtime.state.query_params",
    "streamlit.runtime.websocket_session_manager",
    "streamlit.web.server.starlette.starlette_websocket",
)


def keep_log_quiet() -> None:
    """Have what is logged about clients filtered; more than one call changes nothing."""
    for name in _HEARD:
        logging.getLogger(name).addFilter(_FILTER)


class RateLimitFilter(logging.Filter):
    """Lets a few records of each place in the code pass, as one line each."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing said."""
        super().__init__()
        self._places = RateLimit(LINES, clock)

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a record is worth a line, and make it one."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and _is_of_the_sender(error, record):
            return False
        left_out = self._places.left_out((record.pathname, record.lineno, type(error)))
        if left_out is None:
            return False
        record.msg, record.args = _one_line(record.getMessage()) + more_before(left_out), ()
        return True


def _is_of_the_sender(error: BaseException, record: logging.LogRecord) -> bool:
    """Whether a fault is the sender's, who is gone or hung up on, so that nothing is to be done."""
    if isinstance(error, UnicodeDecodeError):
        return "UTF-8" in str(record.msg)  # of the socket's text; others may be ours
    is_late = isinstance(error, RuntimeError) and _LATE.search(str(error))
    return bool(is_late) or isinstance(error, WebSocketDisconnect)


def _one_line(text: str) -> str:
    """Return a text without signs that begin a line, move the cursor or turn the direction."""
    plain = "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode()
        for sign in text.rstrip("\n")[:_MAX_CHARS]
    )
    return plain + ("..." if len(text) > _MAX_CHARS else "")


_FILTER: Final = RateLimitFilter()
