"""All rooms of this process: they are opened, found, ended and counted here."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from dataclasses import replace

from geo.catalog import load_catalog
from ui.rooms.giveway import giving_way
from ui.rooms.limits import Later, Limits, on_this_loop
from ui.rooms.member import Visitor
from ui.rooms.misses import Misses
from ui.rooms.room import Room
from ui.rooms.seal import Seal, new_code
from ui.rooms.tickets import Tickets


class Hub:
    """The rooms there are. A new process begins with none; leaders bring theirs back."""

    def __init__(
        self, limits: Limits | None = None, later: Later = on_this_loop, seal: Seal | None = None
    ) -> None:
        """Begin without a room. Without a seal, nobody leads on after a restart."""
        self.limits = limits or Limits()
        self.seal = seal or Seal(secrets.token_bytes(32))
        self.tickets = Tickets(self.seal, self.limits)
        self.misses = Misses(self.limits)
        self.sockets = 0
        self._held: Counter[str] = Counter()  # sockets of each ticket, and of each address without
        self._bare = 0  # sockets without a ticket
        self._has_data = False
        self._fault = ""
        self._later = later
        self._rooms: dict[str, Room] = {}
        self._ended: dict[str, None] = {}  # oldest first

    def enter(self, visitor: Visitor) -> Visitor | None:
        """Count a socket in, and return as whose; None if there is no place for it.

        A ticket counts for a few sockets: a script shows the same one in hundreds of rooms.
        """
        limits = self.limits
        if self.sockets >= limits.sockets:
            return None
        if visitor.ticket and self._held[visitor.ticket] >= limits.ticket_sockets:
            visitor = replace(visitor, ticket="")
        if not visitor.ticket:
            is_crowd = self._held[visitor.address] >= limits.bare_sockets_of_address
            if is_crowd or self._bare >= limits.bare_sockets:
                return None
            self._bare += 1
        self._held[visitor.ticket or visitor.address] += 1
        self.sockets += 1
        return visitor

    def leave(self, visitor: Visitor) -> None:
        """Count out a socket that was counted in; `visitor` is as whose."""
        self.sockets -= 1
        self._bare -= not visitor.ticket
        held_by = visitor.ticket or visitor.address
        self._held[held_by] -= 1
        if not self._held[held_by]:
            del self._held[held_by]

    def room(self, code: str) -> Room | None:
        """Return the room of a code, if it is open."""
        return self._rooms.get(code)

    def may_be_led(self, code: str) -> bool:
        """Return whether a leader may still come to a room of this code."""
        return bool(code) and code not in self._ended

    def absence(self, code: str) -> str:
        """Return why someone cannot be in a room: it is "ended", "full" or "unknown"."""
        if code in self._ended:
            return "ended"
        return "full" if code in self._rooms or self.is_full else "unknown"

    @property
    def is_full(self) -> bool:
        """Whether no room can be opened: there are as many as may be, and each is needed."""
        return len(self._rooms) >= self.limits.rooms and self._giving_way() is None

    def new_room(self) -> tuple[str, str] | None:
        """Return code and secret of a room nobody has; None when there are as many as may be.

        Nothing is kept: the room begins when its leader comes.
        """
        if self.is_full:
            return None
        while True:
            code = new_code()
            if code not in self._rooms and code not in self._ended:
                return code, self.seal.new_secret(code)

    async def open_for(self, code: str, visitor: Visitor) -> Room | None:
        """Return the room of a code for whoever proved to lead it, opened if need be."""
        if not self._has_data:
            await asyncio.to_thread(load_catalog)  # the first view must not wait for files
            self._has_data = True
        if code in self._ended:
            return None
        if code not in self._rooms:
            if self.is_full:
                return None
            self._make_space()
            room = Room(code, self.limits, self._later, self.end, opener=visitor)
            self._rooms[code] = room
        return self._rooms[code]

    def is_news(self, fault: str) -> bool:
        """Return whether a fault is not the last one again, which each try meets."""
        is_news, self._fault = fault != self._fault, fault
        return is_news

    def end(self, room: Room) -> None:
        """End a room; for some time it is known that there was one."""
        del self._rooms[room.code]
        room.close("ended")
        self._ended[room.code] = None
        if len(self._ended) > self.limits.ended_known:
            del self._ended[next(iter(self._ended))]

    def _make_space(self) -> None:
        """Let a room give way, if there are as many as may be.

        Its leader may open it again by coming back, as after a restart.
        """
        room = self._giving_way()
        if room and len(self._rooms) >= self.limits.rooms:
            del self._rooms[room.code]
            room.close("full")

    def _giving_way(self) -> Room | None:
        return giving_way(self._rooms.values(), self.limits)
