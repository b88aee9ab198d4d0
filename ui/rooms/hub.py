"""All rooms of this process: they are opened, found, ended and counted here."""

from __future__ import annotations

import asyncio
import time

from geo.catalog import load_catalog
from ui.rooms.codes import code_of, is_secret, new_secret
from ui.rooms.limits import Later, Limits, on_this_loop
from ui.rooms.room import Room


class Hub:
    """The rooms there are. A new process begins with none; leaders bring theirs back."""

    def __init__(self, limits: Limits | None = None, later: Later = on_this_loop) -> None:
        """Begin without a room."""
        self.limits = limits or Limits()
        self.sockets = 0
        self.unproven = 0
        self._later = later
        self._rooms: dict[str, Room] = {}
        self._ended: dict[str, None] = {}  # oldest first
        self._proofs = asyncio.Semaphore(self.limits.proofs_at_once)
        self._proofs_waiting = 0

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
        """Whether no room can be opened: there are as many as may be, with someone in each."""
        return len(self._rooms) >= self.limits.rooms and self._oldest_empty() is None

    async def new_room(self) -> tuple[str, str] | None:
        """Return code and secret of a room nobody has; None when too many ask at once.

        Nothing is kept: the room begins when its leader comes.
        """
        if self.is_full or self._proofs_waiting >= self.limits.proofs_waiting:
            return None
        self._proofs_waiting += 1
        try:
            while True:
                secret = new_secret()
                code = await self._code_of(secret)
                if code not in self._rooms and code not in self._ended:
                    return code, secret
        finally:
            self._proofs_waiting -= 1

    async def led_by(self, code: str, secret: str) -> Room | None:
        """Return the room that a secret leads, opened if need be; None if it leads another one."""
        if code in self._rooms or not is_secret(secret):
            room = self._rooms.get(code)
            return room if room and room.is_led_by(secret) else None
        await asyncio.to_thread(load_catalog)  # the first view must not wait for files
        if await self._code_of(secret) != code or code in self._ended:
            return None
        if code not in self._rooms:  # it may have been opened meanwhile, by another tab
            if self.is_full:
                return None
            self._make_space()
            self._rooms[code] = Room(code, secret, self.limits, self._later, self.end)
        return self._rooms[code]

    def end(self, room: Room) -> None:
        """End a room; for some time it is known that there was one."""
        del self._rooms[room.code]
        room.close()
        self._ended[room.code] = None
        if len(self._ended) > self.limits.ended_known:
            del self._ended[next(iter(self._ended))]

    def _make_space(self) -> None:
        """Let the oldest room that everyone has left give way, if there are as many as may be.

        Its leader opens it again by coming back, as after a restart.
        """
        empty = self._oldest_empty()
        if empty and len(self._rooms) >= self.limits.rooms:
            empty.stop_waiting()
            del self._rooms[empty.code]

    def _oldest_empty(self) -> Room | None:
        return next((room for room in self._rooms.values() if room.is_empty), None)

    async def _code_of(self, secret: str) -> str:
        async with self._proofs:
            begun = time.monotonic()
            code = await asyncio.to_thread(code_of, secret)
            await asyncio.sleep(time.monotonic() - begun)  # strangers get half a core, not more
            return code
