"""Keep broken frames out of the log: they are their sender's fault, and anyone can send thousands.

uvicorn logs text that is not UTF-8 with a traceback, then closes the socket, which is enough.
"""

from __future__ import annotations

import logging

_LOGGER = logging.getLogger("uvicorn.error")


def ignore_broken_text() -> None:
    """Leave such records out; more than one call changes nothing."""
    _LOGGER.addFilter(_is_worth_a_line)


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], UnicodeDecodeError))
