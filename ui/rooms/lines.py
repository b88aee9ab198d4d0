"""Lines in which all at one address stand: who comes has a turn at once, later or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable


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
        self._every_s = 1 / per_s
        self._burst_s = (burst - 1) / per_s
        self._longest_s = longest_s
        self._names_known = names_known
        self._clock = clock
        self._next: dict[str, float] = {}  # turn of who comes next, at an even pace; oldest first

    def turn_s(self, name: str) -> float | None:
        """Take a place in a line; return after how long one's turn is, None if it is too long."""
        now = self._clock()
        earliest = now - self._burst_s
        turn = max(self._next.pop(name, earliest), earliest)
        is_open = turn - now <= self._longest_s
        self._next[name] = turn + self._every_s if is_open else turn
        if len(self._next) > self._names_known:
            del self._next[next(iter(self._next))]
        return max(0.0, turn - now) if is_open else None
