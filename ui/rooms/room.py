"""One room: who is in it, what its leader shows, and what each of them is told.

Everything here happens on the one loop of the server, step by step: nothing needs a lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from geo.catalog import load_catalog
from geo.jsonobject import Json
from ui.rooms.limits import Later, Limits, Throttle
from ui.rooms.member import Member, Visitor, written
from ui.rooms.messages import Answer, Ask, Drag, End, Message, Reveal, StopAsking, WholeView
from ui.rooms.polls import Poll, begin_poll
from ui.rooms.seats import find_seat
from ui.rooms.views import moving, read_view

_REPLACED: Final = 1001  # "going away": the same page is here on a newer connection


class Room:
    """A room that someone leads, or led within the last hours."""

    def __init__(
        self,
        code: str,
        limits: Limits,
        later: Later,
        end: Callable[[Room], None],
        opener: Visitor = Visitor(),  # noqa: B008  it never changes
    ) -> None:
        """Open a room. `end` is called when it is over; `opener` is who leads it first."""
        self.code = code
        self.opener = opener
        self.leaders: set[Member] = set()
        self.followers: dict[Member, None] = {}  # the oldest first
        self.is_over = False
        self._limits = limits
        self._later = later
        self._end = end
        self._last_call: Any = None  # the timer that ends a room without a leader
        self._page = ""  # that led last
        self._view = ""
        self._drag = ""
        self._rings: list[Json] = []
        self._poll: Poll | None = None
        self._tell_count = Throttle(limits.count_every_s, later, self._count)
        self._tell_bars = Throttle(limits.bars_every_s, later, self._bars)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is here."""
        return not self.leaders and not self.followers

    @property
    def pupils(self) -> int:
        """How many follow in a browser, as far as tickets tell."""
        return len({member.visitor.ticket for member in self.followers} - {""})

    def follow(self, member: Member) -> bool:
        """Let someone in, and bring them up to date; False if there is no seat."""
        seat = find_seat(self.followers, member, self._limits)
        if seat is None:
            return False
        if seat.gives_way:
            self.leave(seat.gives_way)
            seat.gives_way.tell_room(self.code, "full")
        self._welcome(member)
        return True

    def _welcome(self, member: Member) -> None:
        self.followers[member] = None
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

    def is_led_elsewhere(self, page: str) -> bool:
        """Return whether someone leads who is not this page."""
        return any(leader.page != page for leader in self.leaders)

    def lead(self, member: Member) -> bool:
        """Make someone who proved it a leader; False when too many tabs of one lead already.

        A page leads alone: others that led follow from now on. Programs may lead together.
        """
        if member.page:
            self._replace_pages(member.page)
        if len(self.leaders) >= self._limits.room_leaders:
            return False
        self.followers.pop(member, None)
        self.leaders.add(member)
        member.is_leader = True
        self.stop_waiting()
        self._tell_leader(member)
        if len(self.leaders) == 1:
            self._tell(self.followers, {"leader": True}, "leader")
        self._tell_count()
        return True

    def _tell_leader(self, member: Member) -> None:
        """Bring a leader up to date; a page learns whether the class has seen more than it has."""
        more = {}
        if member.page:
            is_ahead = bool(self._view) and member.page != self._page
            more["view"] = "class" if is_ahead else "own"
            self._page = member.page
        member.tell_room(self.code, "open", **more)
        member.tell({"followers": len(self.followers)}, "followers")
        if self._poll:
            member.tell({"poll": self._poll.question()})
            member.tell({"bars": self._poll.bars()}, "bars")

    def _replace_pages(self, page: str) -> None:
        """Have all other pages follow; the same one on an older connection is gone."""
        for leader in [each for each in self.leaders if each.page]:
            self.leaders.remove(leader)
            leader.is_leader = False
            if leader.page == page:
                leader.outbox.close(_REPLACED)
            else:
                self._welcome(leader)
                leader.tell({"elsewhere": True})

    def leave(self, member: Member) -> None:
        """Forget someone whose socket is gone."""
        self.followers.pop(member, None)
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

    def close(self, state: str) -> None:
        """Tell all that the room is no more, and forget them."""
        self.is_over = True
        self.stop_waiting()
        for member in self._everyone():
            member.tell_room(self.code, state)
        self.leaders.clear()
        self.followers.clear()
        self._poll = None

    def hear(self, member: Member, message: Message | None) -> None:
        """Do what a message asks for, if its sender may ask for it."""
        if not member.is_leader:
            if isinstance(message, Answer) and member in self.followers:
                self._answer(member, message)
            return
        match message:
            case Drag():
                self._show_drag(message)
            case WholeView():
                self._show_view(message)
            case Ask():
                self._ask(message)
            case StopAsking() if self._poll:
                self._poll = None
                self._tell(self._everyone(), {"poll": None})
            case Reveal():
                self._reveal(message)
            case End():
                self._end(self)

    def _show_drag(self, drag: Drag) -> None:
        _, scene = read_view(drag.query, load_catalog())
        size = {"map": drag.map_size} if drag.map_size else {}
        self._drag = written({"scene": moving(scene) | size})
        for follower in self.followers:
            follower.outbox.put(self._drag, "scene")

    def _show_view(self, view: WholeView) -> None:
        query, scene = read_view(view.query, load_catalog())
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
        poll = begin_poll(ask, self._rings, load_catalog(), self._limits.poll_bare_votes)
        if poll:
            self._poll = poll
            self._tell(self._everyone(), {"poll": poll.question()})
            self._tell_bars()

    def _reveal(self, reveal: Reveal) -> None:
        if not self._poll or self._poll.is_revealed == reveal.is_open:
            return
        self._poll.is_revealed = reveal.is_open
        if not reveal.is_open:
            self._tell(self.followers, {"bars": self._poll.no_bars()}, "bars")
        self._tell_bars()

    def _answer(self, member: Member, answer: Answer) -> None:
        if self._poll and self._poll.answer(member, answer, member.visitor):
            self._tell_bars()

    def _bars(self) -> None:
        if self._poll:
            seen_by = self._everyone() if self._poll.is_revealed else self.leaders
            self._tell(seen_by, {"bars": self._poll.bars()}, "bars")

    def _count(self) -> None:
        self._tell(self.leaders, {"followers": len(self.followers)}, "followers")

    def _everyone(self) -> list[Member]:
        return [*self.leaders, *self.followers]

    @staticmethod
    def _tell(members: Iterable[Member], message: Json, newest: str = "") -> None:
        text = written(message)
        for member in members:
            member.outbox.put(text, newest)
