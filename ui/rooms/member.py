"""One socket in a room, and what can be said to it alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final

from geo.jsonobject import Json
from ui.rooms.outbox import Outbox
from ui.rooms.seal import COHORT_CHARS

CLOSE_CODES: Final = {"unknown": 4404, "ended": 4410, "full": 4429, "data": 4500, "later": 4503}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is behind a socket, as far as limits need to know; without a ticket it is "bare"."""

    address: str = ""
    ticket: str = ""

    @property
    def cohort(self) -> str:
        """What tickets share that were issued to one address within the same seconds."""
        return self.ticket[:COHORT_CHARS]


@dataclass(eq=False, slots=True)
class Member:
    """One socket in a room.

    `may_lead`: its browser has the key of the class; `page`: what the page that leads drew.
    """

    visitor: Visitor = Visitor()
    may_lead: bool = False
    page: str = ""
    outbox: Outbox = field(default_factory=Outbox)
    is_leader: bool = False

    def tell(self, message: Json, newest: str = "") -> None:
        """Send a message to this one alone."""
        self.outbox.put(written(message), newest)

    def tell_room(self, code: str, state: str, **more: Any) -> None:
        """Say how it stands with the room; all but "open" ends the conversation."""
        role = "leader" if self.is_leader else "follower"
        if self.may_lead:
            more["may_lead"] = True
        self.tell({"room": {"code": code, "state": state, "role": role} | more})
        if state in CLOSE_CODES:
            self.outbox.close(CLOSE_CODES[state])


def written(message: Json) -> str:
    """Return a message as it is sent; done once, however many get it."""
    return json.dumps(message, separators=(",", ":"), ensure_ascii=False)
