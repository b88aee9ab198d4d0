"""A poll: what is asked, and how many chose what. Who chose what never leaves this object."""

from __future__ import annotations

import secrets
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Final

from geo.catalog import Catalog
from ui.rooms.messages import Answer, Ask
from ui.scene import Json

_MAX_VOTES: Final = 1_000  # twice a full room: phones that lost what they drew, and no more
_RING_KEYS: Final = ("site", "name", "label", "low", "best", "high")


@dataclass(slots=True)
class Poll:
    """A question that is open. It is dropped with all votes when it ends."""

    kind: str
    place: str | None
    ring: Json | None
    choices: list[Json]
    id: str = field(default_factory=lambda: secrets.token_hex(4))
    is_revealed: bool = False
    _votes: dict[str, int] = field(default_factory=dict, repr=False)  # by what a browser drew
    _voters: dict[Hashable, str] = field(default_factory=dict, repr=False)  # by socket

    def answer(self, socket: Hashable, answer: Answer) -> bool:
        """Count a vote, or change it; return whether it counts.

        A socket has the one voice it first spoke with.
        """
        if answer.poll != self.id or answer.choice >= len(self.choices):
            return False
        is_full = answer.voter not in self._votes and len(self._votes) >= _MAX_VOTES
        if is_full or self._voters.setdefault(socket, answer.voter) != answer.voter:
            return False
        self._votes[answer.voter] = answer.choice
        return True

    def leave(self, socket: Hashable) -> None:
        """Forget a socket that is gone; its vote stands."""
        self._voters.pop(socket, None)

    def counts(self) -> list[int]:
        """Return the votes of each choice."""
        chosen = list(self._votes.values())
        return [chosen.count(index) for index in range(len(self.choices))]

    def question(self) -> Json:
        """Return what all may know."""
        return {
            "id": self.id,
            "kind": self.kind,
            "place": self.place,
            "ring": self.ring,
            "choices": self.choices,
        }

    def bars(self) -> Json:
        """Return the result so far."""
        return {"poll": self.id, "counts": self.counts(), "open": self.is_revealed}

    def no_bars(self) -> Json:
        """Return what takes the bars away from whoever saw them."""
        return {"poll": self.id, "counts": [], "open": False}


def begin_poll(ask: Ask, rings: list[dict[str, Any]], catalog: Catalog) -> Poll | None:
    """Return the poll asked for, or None for a place or a ring that is not there."""
    offered = [{key: ring[key] for key in _RING_KEYS} for ring in rings]
    if ask.kind == "believe":
        return Poll("believe", None, None, offered) if offered else None
    if ask.ring >= len(offered) or all(place.id != ask.place for place in catalog.places):
        return None
    return Poll("in_out", ask.place, offered[ask.ring], [{"kind": "in"}, {"kind": "out"}])
