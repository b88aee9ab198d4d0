"""Tickets of browsers: one vote and a place of one's own, also behind an address that many share.

A ticket names nobody and is no secret worth stealing. A school of 600 gets theirs at once, and then
some more each minute; whoever gets none has a voice all the same, with others of that address.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from ui.rooms.limits import Limits, Pace
from ui.rooms.seal import Seal


class Tickets:
    """Issues them, to each address at its own pace."""

    def __init__(
        self, seal: Seal, limits: Limits, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with none issued."""
        self._seal = seal
        self._limits = limits
        self._clock = clock
        self._paces: dict[str, Pace] = {}  # the oldest first

    def issue(self, address: str) -> str:
        """Return a new ticket; "" if an address has had too many."""
        fresh = Pace(self._limits.tickets_per_s, self._limits.tickets_burst, self._clock)
        pace = self._paces.pop(address, fresh)
        self._paces[address] = pace
        if len(self._paces) > self._limits.visitors_known:
            del self._paces[next(iter(self._paces))]
        return self._seal.new_ticket() if pace.take() else ""
