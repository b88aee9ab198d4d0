"""One room: who is in it, what its leader shows, and what each of them is told.

Everything here happens on the one loop of the server, step by step: nothing needs a lock.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from geo.catalog import load_catalog
from ui.rooms.codes import fingerprint
from ui.rooms.limits import Later, Limits, Sparing
from ui.rooms.member import Member, written
from ui.rooms.messages import Answer, Ask, Drag, End, Message, Reveal, StopAsking, View
from ui.rooms.polls import Poll, begin_poll
from ui.rooms.views import moving, read_view
from ui.scene import Json


class Room:
    """A room that someone leads, or led within the last hours."""

    def __init__(
        self, code: str, secret: str, limits: Limits, later: Later, end: Callable[[Room], None]
    ) -> None:
        """Open a room for whoever holds the secret. `end` is called when it is over."""
        self.code = code
        self.leaders: set[Member] = set()
        self.followers: set[Member] = set()
        self.is_over = False
        self._fingerprint = fingerprint(secret)
        self._limits = limits
        self._later = later
        self._end = end
        self._last_call: Any = None  # the timer that ends a room without a leader
        self._view = ""
        self._drag = ""
        self._rings: list[Json] = []
        self._poll: Poll | None = None
        self._tell_count = Sparing(limits.count_every_s, later, self._count)
        self._tell_bars = Sparing(limits.bars_every_s, later, self._bars)

    def is_led_by(self, secret: str) -> bool:
        """Return whether this is the secret the room was opened with.

        Fast, and stricter than the code: it holds even against a second secret of the same code.
        """
        return hmac.compare_digest(self._fingerprint, fingerprint(secret))

    @property
    def is_full(self) -> bool:
        """Whether no more can follow."""
        return len(self.followers) >= self._limits.room_followers

    @property
    def is_empty(self) -> bool:
        """Whether nobody is here."""
        return not self.leaders and not self.followers

    def follow(self, member: Member) -> None:
        """Let someone in, and bring them up to date."""
        self.followers.add(member)
        member.tell_room(self.code, "open")
        if self._view:
            member.outbox.put(self._view)
        if self._drag:
            member.outbox.put(self._drag, "scene")
        member.tell({"leader": bool(self.leaders)}, "leader")
        if self._poll:
            member.tell({"poll": self._poll.question()})
            if self._poll.is_revealed:
                member.tell({"bars": self._poll.bars()}, "bars")
        self._tell_count()

    def lead(self, member: Member) -> bool:
        """Make someone who proved it a leader; False when too many tabs of one lead already."""
        if len(self.leaders) >= self._limits.room_leaders:
            return False
        self.followers.discard(member)
        self.leaders.add(member)
        member.is_leader = True
        self.stop_waiting()
        member.tell_room(self.code, "open")
        member.tell({"followers": len(self.followers)}, "followers")
        if self._poll:
            member.tell({"poll": self._poll.question()})
            member.tell({"bars": self._poll.bars()}, "bars")
        if len(self.leaders) == 1:
            self._tell(self.followers, {"leader": True}, "leader")
        self._tell_count()
        return True

    def leave(self, member: Member) -> None:
        """Forget someone whose socket is gone."""
        self.followers.discard(member)
        if self._poll:
            self._poll.leave(member)
        if member in self.leaders:
            self.leaders.remove(member)
            if not self.leaders:
                self._last_call = self._later(self._limits.room_life_s, partial(self._end, self))
                self._tell(self.followers, {"leader": False}, "leader")
        self._tell_count()

    def stop_waiting(self) -> None:
        """Wait no longer for the leader to come back."""
        if self._last_call:
            self._last_call.cancel()
            self._last_call = None

    def close(self) -> None:
        """Tell all that the room has ended, and forget them."""
        self.is_over = True
        self.stop_waiting()
        for member in self.leaders | self.followers:
            member.tell_room(self.code, "ended")
        self.leaders.clear()
        self.followers.clear()
        self._poll = None

    def hear(self, member: Member, message: Message | None) -> None:
        """Do what a message asks for, if its sender may ask for it."""
        if not member.is_leader:
            if isinstance(message, Answer):
                self._answer(member, message)
            return
        match message:
            case Drag():
                self._show_drag(message)
            case View():
                self._show_view(message)
            case Ask():
                self._ask(message)
            case StopAsking() if self._poll:
                self._poll = None
                self._tell(self.leaders | self.followers, {"poll": None})
            case Reveal():
                self._reveal(message)
            case End():
                self._end(self)

    def _show_drag(self, drag: Drag) -> None:
        _, scene = read_view(drag.query, drag.active, load_catalog())
        size = {"map": drag.map_size} if drag.map_size else {}
        self._drag = written({"scene": moving(scene) | size})
        for follower in self.followers:
            follower.outbox.put(self._drag, "scene")

    def _show_view(self, view: View) -> None:
        query, scene = read_view(view.query, view.active, load_catalog())
        size = {"map": view.map_size} if view.map_size else {}
        whole = {"query": query, "scene": scene, "words": view.words} | size
        self._view = written(whole)
        self._drag = ""
        self._rings = scene["rings"]
        text = written(whole | {"fit": True}) if view.is_fitted else self._view
        for follower in self.followers:
            follower.outbox.drop("scene")
            follower.outbox.put(text)

    def _ask(self, ask: Ask) -> None:
        poll = begin_poll(ask, self._rings, load_catalog())
        if poll:
            self._poll = poll
            self._tell(self.leaders | self.followers, {"poll": poll.question()})
            self._tell_bars()

    def _reveal(self, reveal: Reveal) -> None:
        if not self._poll or self._poll.is_revealed == reveal.is_open:
            return
        self._poll.is_revealed = reveal.is_open
        if not reveal.is_open:
            self._tell(self.followers, {"bars": self._poll.no_bars()}, "bars")
        self._tell_bars()

    def _answer(self, member: Member, answer: Answer) -> None:
        if self._poll and self._poll.answer(member, answer):
            self._tell_bars()

    def _bars(self) -> None:
        if self._poll:
            seen_by = self.leaders | (self.followers if self._poll.is_revealed else set())
            self._tell(seen_by, {"bars": self._poll.bars()}, "bars")

    def _count(self) -> None:
        self._tell(self.leaders, {"followers": len(self.followers)}, "followers")

    @staticmethod
    def _tell(members: Iterable[Member], message: Json, newest: str = "") -> None:
        text = written(message)
        for member in members:
            member.outbox.put(text, newest)
