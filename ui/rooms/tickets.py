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

from ui.rooms.limits import Limits
from ui.rooms.lines import Lines
from ui.rooms.seal import Seal

_COHORT_S: Final = 10.0  # a class takes longer to find its link, each pupil on a phone of their own


class Tickets:
    """Issues them, to each address at its own pace."""

    def __init__(
        self, seal: Seal, limits: Limits, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with none issued."""
        self._seal = seal
        self._clock = clock
        self._start = secrets.token_hex(8)  # the clock may begin anew with each
        self._lines = Lines(
            limits.tickets_per_s,
            limits.tickets_burst,
            limits.tickets_wait_s,
            limits.visitors_known,
            clock,
        )

    def turn_s(self, address: str) -> float | None:
        """Return after how long an address gets a ticket; None if too many wait for one."""
        return self._lines.turn_s(address)

    def issue(self, address: str) -> str:
        """Return a new ticket for someone whose turn it is."""
        return self._seal.new_ticket(f"{self._start} {address} {self._clock() // _COHORT_S}")
