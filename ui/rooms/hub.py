"""All rooms of this process: they are opened, found, ended and counted here."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter

from geo.catalog import load_catalog
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
        self._bare: Counter[str] = Counter()  # sockets without a ticket, by address
        self._has_data = False
        self._later = later
        self._rooms: dict[str, Room] = {}
        self._ended: dict[str, None] = {}  # oldest first

    def enter(self, visitor: Visitor) -> bool:
        """Count a socket in; False if there is no place for it."""
        if self.sockets >= self.limits.sockets:
            return False
        if not visitor.ticket:
            is_crowd = self._bare[visitor.address] >= self.limits.bare_sockets_of_address
            if is_crowd or self._bare.total() >= self.limits.bare_sockets:
                return False
            self._bare[visitor.address] += 1
        self.sockets += 1
        return True

    def leave(self, visitor: Visitor) -> None:
        """Count out a socket that was counted in."""
        self.sockets -= 1
        if not visitor.ticket:
            self._bare -= Counter({visitor.address: 1})  # an address without sockets is forgotten

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
        return len(self._rooms) >= self.limits.rooms and self._dispensable() is None

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
            room = Room(code, self.limits, self._later, self.end, opener=visitor.address)
            self._rooms[code] = room
        return self._rooms[code]

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
        room = self._dispensable()
        if room and len(self._rooms) >= self.limits.rooms:
            del self._rooms[room.code]
            room.close("full")

    def _dispensable(self) -> Room | None:
        """Return the oldest room that everyone has left.

        If there is none, and one address has too many: its newest in which no browser follows.
        """
        empty = next((room for room in self._rooms.values() if room.is_empty), None)
        if empty or not self._rooms:
            return empty
        address, count = Counter(room.opener for room in self._rooms.values()).most_common(1)[0]
        if count <= self.limits.rooms_of_address:
            return None
        theirs = (room for room in reversed(self._rooms.values()) if room.opener == address)
        return next((room for room in theirs if not room.has_pupils), None)
