"""Limit on guessed codes: who tries too many that lead nowhere waits in line, hit or miss alike.

There are 2**30 codes: with the numbers below, one address that never pauses finds one of five
classes in a year or so. The same wrong code again, as from phones that wait for a class, is one
miss. A school shares one address and mistypes: browsers with a ticket have misses of their own, and
together many. The line is short and moves: a pupil without a ticket gets in once a script is done.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from ui.rooms.limits import Limits
from ui.rooms.lines import Lines
from ui.rooms.member import Visitor
from ui.visitor import TokenBucket

_CODES_KNOWN: Final = 64  # of one visitor
_ONE_EVERY_S: Final = {"ticket": 30.0, "bare": 10.0, "school": 2.0}


@dataclass(slots=True)
class _Record:
    bucket: TokenBucket
    codes: dict[str, bool] = field(default_factory=dict)  # oldest first; whether each was counted

    def add(self, code: str) -> None:
        if code in self.codes:
            return
        self.codes[code] = self.bucket.take()
        if len(self.codes) > _CODES_KNOWN:
            del self.codes[next(iter(self.codes))]

    def remove(self, code: str) -> None:
        if self.codes.pop(code, False):
            self.bucket.give_back()


class Misses:
    """The misses of all who had any of late; the oldest are forgotten first."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with none."""
        self._limits = limits
        self._clock = clock
        self._records: dict[tuple[str, str], _Record] = {}
        known = limits.visitors_known
        self._lines = Lines(limits.turns_per_s, 1, limits.turns_wait_s, known, clock)

    def wait_s(self, visitor: Visitor) -> float:
        """Return how long someone is to wait before any code is looked up for them out of turn."""
        if not visitor.ticket:
            return self._wait_s("bare", visitor.address)
        crowd_s = self._wait_s("school", visitor.address)
        spare = (
            self._limits.ticket_misses if crowd_s else 1
        )  # then only those go on who never missed
        return self._wait_s("ticket", visitor.ticket, spare)

    def turn_s(self, visitor: Visitor) -> float | None:
        """Take a place in the line of an address.

        Return after how long a code is looked up, right or wrong; None if the line is too long.
        """
        return self._lines.turn_s(visitor.address)

    def add(self, visitor: Visitor, code: str) -> None:
        """Note a code that leads nowhere."""
        for record in self._records_of(visitor):
            record.add(code)

    def take_back(self, visitor: Visitor, code: str) -> None:
        """Forget a miss that was none: a leader came to open the class."""
        for record in self._records_of(visitor):
            record.remove(code)

    def _records_of(self, visitor: Visitor) -> list[_Record]:
        limits = self._limits
        if not visitor.ticket:
            return [self._record("bare", visitor.address, limits.bare_misses)]
        return [
            self._record("ticket", visitor.ticket, limits.ticket_misses),
            self._record("school", visitor.address, limits.school_misses),
        ]

    def _wait_s(self, kind: str, name: str, spare: int = 1) -> float:
        record = self._records.get((kind, name))
        return record.bucket.wait_s(spare) if record else 0.0

    def _record(self, kind: str, name: str, burst: int) -> _Record:
        key = (kind, name)
        bucket = TokenBucket(1 / _ONE_EVERY_S[kind], burst, self._clock)
        record = self._records.pop(key, None) or _Record(bucket)
        self._records[key] = record  # the newest
        if len(self._records) > self._limits.visitors_known:
            del self._records[next(iter(self._records))]
        return record
