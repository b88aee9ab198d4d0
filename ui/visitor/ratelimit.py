"""Token buckets: one, one for each address, and one for each kind of line in a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Final

_LINE_EVERY_S: Final = 10.0


class TokenBucket:
    """A bucket of tokens that fills evenly: `burst` at once, `per_s` for ever."""

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


class TokenBuckets:
    """A bucket for each address; of very many, the one not asked for longest is forgotten."""

    def __init__(
        self,
        per_s: float,
        burst: int,
        known: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin with none known."""
        self._per_s, self._burst, self._known, self._clock = per_s, burst, known, clock
        self._buckets: dict[str, TokenBucket] = {}  # the oldest first

    def of(self, address: str) -> TokenBucket:
        """Return the bucket of an address, the same one as long as it is known."""
        bucket = self._buckets.pop(address, None) or TokenBucket(
            self._per_s, self._burst, self._clock
        )
        self._buckets[address] = bucket
        if len(self._buckets) > self._known:
            del self._buckets[next(iter(self._buckets))]
        return bucket


class RateLimit:
    """Which lines a log gets, by kind: a few, then one in ten seconds, with how many had none."""

    def __init__(self, burst: int = 1, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing left out."""
        self._burst, self._clock = burst, clock
        self._kinds: dict[Hashable, tuple[TokenBucket, int]] = {}

    def left_out(self, kind: Hashable) -> int | None:
        """Return how many of a kind were left out since the last that passed; None: this one is."""
        known = self._kinds.get(kind)
        bucket, count = known or (TokenBucket(1 / _LINE_EVERY_S, self._burst, self._clock), 0)
        passes = bucket.take()
        self._kinds[kind] = (bucket, 0 if passes else count + 1)
        return count if passes else None


def more_before(left_out: int) -> str:
    """Return what a line adds about those that were left out before it."""
    return f" ({left_out} more before)" if left_out else ""
