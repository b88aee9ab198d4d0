"""A poll: what is asked, and how many chose what. Who chose what never leaves this object."""

from __future__ import annotations

import secrets
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from geo.jsonobject import Json
from geo.records import Catalog
from ui.rooms.limits import Limits
from ui.rooms.member import Visitor
from ui.rooms.messages import Answer, Ask

_MAX_VOTES: Final = 1_000  # twice a full room: phones that lost what they drew, and no more
_BARE_VOTES: Final = Limits().poll_bare_votes
# `kind` and `said` tell whose word a label is: without them a made-up label looks like a source's.
_RING_KEYS: Final = (
    "site",
    "name",
    "label",
    "kind",
    "said",
    "low",
    "best",
    "high",
    "spread",
    "rotating",
)


class _Voter(NamedTuple):
    address: str
    name: str


def _voter(visitor: Visitor, drawn: str) -> _Voter:
    """Return whose vote it is: a ticket's, wherever its phone is, or what a bare socket drew."""
    return _Voter("", visitor.ticket) if visitor.ticket else _Voter(visitor.address, drawn)


@dataclass(slots=True)
class Poll:
    """A question that is open. It is dropped with all votes when it ends."""

    kind: str
    place: str | None
    ring: Json | None
    choices: list[Json]
    id: str = field(default_factory=lambda: secrets.token_hex(4))
    bare_votes: int = _BARE_VOTES
    is_revealed: bool = False
    _votes: dict[_Voter, int] = field(default_factory=dict, repr=False)
    _voters: dict[Hashable, _Voter] = field(default_factory=dict, repr=False)  # by socket

    def answer(self, socket: Hashable, answer: Answer, visitor: Visitor) -> bool:
        """Count a vote, or change it; return whether it counts.

        A ticket has one vote. Sockets without one have the voice they first spoke with, and all of
        one address together a few: a script opens as many as it likes. Whoever voted before their
        ticket came has one vote all the same.
        """
        if answer.poll != self.id or answer.choice >= len(self.choices):
            return False
        voter = _voter(visitor, answer.voter)
        if self._voters.get(socket, voter) != voter:
            return False
        if voter not in self._votes and not self._may_add(visitor):
            return False
        self._voters[socket] = voter
        if visitor.ticket:
            self._votes.pop(_Voter(visitor.address, answer.voter), None)
        self._votes[voter] = answer.choice
        return True

    def _may_add(self, visitor: Visitor) -> bool:
        if len(self._votes) >= _MAX_VOTES:
            return False
        if visitor.ticket:
            return True
        bare = [name for address, name in self._votes if address == visitor.address]
        return len(bare) < self.bare_votes

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


def begin_poll(
    ask: Ask, rings: list[dict[str, Any]], catalog: Catalog, bare_votes: int = _BARE_VOTES
) -> Poll | None:
    """Return the poll asked for, or None for a place or a ring that is not there."""
    offered = [{key: ring[key] for key in _RING_KEYS} for ring in rings]
    if ask.kind == "believe":
        return Poll("believe", None, None, offered, bare_votes=bare_votes) if offered else None
    if ask.ring >= len(offered) or all(place.id != ask.place for place in catalog.places):
        return None
    sides = [{"kind": "in"}, {"kind": "out"}]
    return Poll("in_out", ask.place, offered[ask.ring], sides, bare_votes=bare_votes)
