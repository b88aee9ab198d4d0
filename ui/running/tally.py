"""Counter of what clients do by the hundred: one line a minute in the log."""

from __future__ import annotations

import asyncio
import logging
from typing import Final

EVERY_S: Final = 60.0

log = logging.getLogger("reachmap")


class Tally:
    """A counter that speaks at most once a minute."""

    def __init__(self, line: str, every_s: float = EVERY_S) -> None:
        """Keep the line to log; it holds one `%d`."""
        self.line = line
        self.every_s = every_s
        self.count = 0

    def add(self) -> None:
        """Count one; the line follows within a minute. Only from the event loop."""
        self.count += 1
        if self.count == 1:
            asyncio.get_running_loop().call_later(self.every_s, self.say)

    def say(self) -> None:
        """Log what was counted, if anything was, and begin again."""
        if self.count:
            log.warning(self.line, self.count)
        self.count = 0
