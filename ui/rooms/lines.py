"""Waiting lines, one an address: who comes has a turn at once, later or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable

from ui.visitor import TokenBuckets


class Lines:
    """A line for each name, moved evenly: `burst` turns at once, `per_s` for ever."""

    def __init__(
        self,
        per_s: float,
        burst: int,
        longest_s: float,
        names_known: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with nobody in line; beyond `longest_s` nobody is let into one."""
        self._longest_s = longest_s
        self._buckets = TokenBuckets(per_s, burst, names_known, clock)

    def turn_s(self, name: str) -> float | None:
        """Take a place in a line; return after how long one's turn is, None if it is too long."""
        bucket = self._buckets.of(name)
        return bucket.queue_s() if bucket.wait_s() <= self._longest_s else None
