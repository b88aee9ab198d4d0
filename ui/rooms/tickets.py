"""Tickets of browsers: one vote and a place of one's own, also behind an address that many share.

A ticket names nobody and is no secret worth stealing. A class gets theirs at once, a school of 600
in two minutes: browsers join without one and ask again. A script gets no more of them than a school
does in the same time, and those it gets at once are one cohort, which a full class can tell.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Final

from ui.rooms.limits import Limits, Pace
from ui.rooms.seal import Seal

_COHORT_S: Final = 10.0  # a class takes longer to find its link, each pupil on a phone of their own


class Tickets:
    """Issues them, to each address at its own pace."""

    def __init__(
        self, seal: Seal, limits: Limits, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with none issued."""
        self._seal = seal
        self._limits = limits
        self._clock = clock
        self._start = secrets.token_hex(8)  # the clock may begin anew with each
        self._paces: dict[str, Pace] = {}  # the oldest first

    def issue(self, address: str) -> str:
        """Return a new ticket; "" if an address has had too many."""
        fresh = Pace(self._limits.tickets_per_s, self._limits.tickets_burst, self._clock)
        pace = self._paces.pop(address, fresh)
        self._paces[address] = pace
        if len(self._paces) > self._limits.visitors_known:
            del self._paces[next(iter(self._paces))]
        if not pace.take():
            return ""
        return self._seal.new_ticket(f"{self._start} {address} {self._clock() // _COHORT_S}")
