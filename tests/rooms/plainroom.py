"""A class room without a server: its leader and followers, in time that a test moves."""

from __future__ import annotations

import json

from tests.roomtools import VIEW, Clock
from ui.rooms.limits import Limits
from ui.rooms.member import Member, Visitor
from ui.rooms.messages import Ask, WholeView
from ui.rooms.outbox import Outbox
from ui.rooms.room import Room

VOTER = "abcdefgh"


def browser(number: int) -> Visitor:
    return Visitor("192.0.2.1", f"{number:032d}")


def bare(address: str = "192.0.2.1") -> Visitor:
    return Visitor(address)


def waiting(outbox: Outbox) -> list[str]:
    """Return what waits to be sent, and take it away."""
    texts = list(outbox._waiting.values())
    outbox._waiting.clear()
    return texts


def messages(member: Member) -> list[dict[str, object]]:
    return [json.loads(text) for text in waiting(member.outbox)]


class Lesson:
    """A room with a leader and followers, in time that a test moves."""

    def __init__(self, followers: int = 2) -> None:
        self.clock = Clock()
        self.ended: list[Room] = []
        self.room = Room("K7M2QX", Limits(), self.clock.later, self._end)
        self.leader = Member()
        self.room.lead(self.leader)
        self.followers = [Member(browser(number)) for number in range(followers)]
        for follower in self.followers:
            self.room.follow(follower)
        self.forget()

    def _end(self, room: Room) -> None:
        self.ended.append(room)
        room.close("ended")

    def forget(self) -> None:
        self.clock.pass_s(1)
        for member in (self.leader, *self.followers):
            waiting(member.outbox)

    def poll(self) -> str:
        self.room.hear(self.leader, WholeView(VIEW, 0, None))
        self.room.hear(self.leader, Ask("believe"))
        poll = next(each["poll"] for each in messages(self.leader) if "poll" in each)
        self.forget()
        assert isinstance(poll, dict)
        return str(poll["id"])
