"""How fast somebody may ask for something: a bucket that fills evenly, and one for each address.

And how often something may be said: `Seldom` counts what is left out in between.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable


class Pace:
    """A bucket of messages that fills evenly: `burst` at once, `per_s` for ever."""

    def __init__(
        self, per_s: float, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with a full bucket."""
        self._every_s = 1 / per_s
        self._burst_s = (burst - 1) / per_s
        self._clock = clock
        self._next = clock() - self._burst_s  # when the next one would be due at an even pace

    def take(self) -> bool:
        """Return whether a message is within the limit, and count it if it is."""
        now = self._clock()
        due = max(self._next, now - self._burst_s)
        if due > now:
            return False
        self._next = due + self._every_s
        return True

    def queue_s(self, count: int = 1) -> float:
        """Count so many in any case; return how long the first has to wait for its turn.

        Whoever waits that long, each time, keeps the pace, and many who share it go in order.
        """
        now = self._clock()
        due = max(self._next, now - self._burst_s)
        self._next = due + count * self._every_s
        return max(0.0, due - now)

    def give_back(self) -> None:
        """Have taken one less."""
        self._next -= self._every_s

    def wait_s(self, count: int = 1) -> float:
        """Return how long until so many messages at once are within the limit."""
        now = self._clock()
        due = max(self._next, now - self._burst_s)
        return max(0.0, due + (count - 1) * self._every_s - now)


class Paces:
    """A pace for each address; when there are many, the one not asked for longest is forgotten."""

    def __init__(
        self,
        per_s: float,
        burst: int,
        known: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with none known."""
        self._per_s, self._burst, self._known, self._clock = per_s, burst, known, clock
        self._paces: dict[str, Pace] = {}  # the oldest first

    def of(self, address: str) -> Pace:
        """Return the pace of an address, the same one as long as it is known."""
        pace = self._paces.pop(address, None) or Pace(self._per_s, self._burst, self._clock)
        self._paces[address] = pace
        if len(self._paces) > self._known:
            del self._paces[next(iter(self._paces))]
        return pace


class Seldom:
    """Lets each kind of thing pass at a pace, and tells how many were left out before it."""

    def __init__(
        self, per_s: float, burst: int = 1, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with nothing left out."""
        self._per_s, self._burst, self._clock = per_s, burst, clock
        self._kinds: dict[Hashable, tuple[Pace, int]] = {}

    def left_out(self, kind: Hashable) -> int | None:
        """Return how many of a kind were left out since the last that passed; None: this one is."""
        known = self._kinds.get(kind)
        pace, count = known or (Pace(self._per_s, self._burst, self._clock), 0)
        passes = pace.take()
        self._kinds[kind] = (pace, 0 if passes else count + 1)
        return count if passes else None


def more_before(left_out: int) -> str:
    """Return what a line adds about those that were left out before it."""
    return f" ({left_out} more before)" if left_out else ""
