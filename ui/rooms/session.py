"""One socket, from its opening to its end: what it says is read, bounded, handed to its room."""

from __future__ import annotations

import asyncio
import logging
from math import ceil
from typing import Final

from starlette.websockets import WebSocket, WebSocketState

from geo.errors import DataError, LinkError
from geo.link import parse_room
from ui.rooms.hub import Hub
from ui.rooms.member import Member, Visitor
from ui.rooms.messages import Drag, Lead, Message, read_message
from ui.rooms.origin import is_own_page
from ui.rooms.room import Room
from ui.visitor import TokenBucket, client_address

KEY_COOKIE: Final = "reachmap_class"
_LOGGER: Final = logging.getLogger(__name__)


async def serve(socket: WebSocket, hub: Hub) -> None:
    """Serve a socket until either side closes it."""
    ticket = socket.query_params.get("ticket", "")
    is_known = hub.seal.knows_ticket(ticket)
    asking = Visitor(client_address(socket.scope), ticket if is_known else "")
    await socket.accept()
    visitor = hub.enter(asking)
    member = Member(visitor or asking)
    if ticket and not is_known:
        member.tell({"ticket": None})  # an old one: its browser gets another
    if visitor is None:
        member.tell_room("", "full")
        await member.outbox.send_all(socket)
        return
    try:
        await Session(socket, hub, member).run()
    finally:
        hub.leave(visitor)


class Session:
    """A socket that found a place."""

    def __init__(self, socket: WebSocket, hub: Hub, member: Member) -> None:
        """Take an accepted socket."""
        self._socket = socket
        self._hub = hub
        self._limits = hub.limits
        self._member = member
        self._code = _code(socket.path_params["code"])
        self._room: Room | None = None
        self._bucket = TokenBucket(hub.limits.follower_per_s, hub.limits.follower_burst)
        self._tries = 0
        self._ignored = 0

    async def run(self) -> None:
        """Read and write side by side, until one of them is done."""
        tasks = {
            asyncio.create_task(self._read()),
            asyncio.create_task(self._member.outbox.send_all(self._socket)),
        }
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self._room:
                self._room.leave(self._member)
        for task in done:
            task.result()  # a fault of ours is not to pass in silence

    async def _read(self) -> None:
        try:
            await self._converse()
        except DataError as error:  # the operator's files are at fault
            first = str(error).partition("\n")[0]
            if self._hub.is_news(first):
                _LOGGER.warning("A class cannot be led: %s", first)
            self._member.tell_room(self._code, "data", problem=first)
            while await self._next():  # until it has been said
                pass

    async def _converse(self) -> None:
        await self._arrive()
        while message := await self._next():
            if self._room is None or self._room.is_over:
                continue  # it was told so, and the socket is about to close
            if isinstance(message, Lead):
                self._lead(self._room, message)
            else:
                self._room.hear(self._member, message)

    async def _arrive(self) -> None:
        """Follow the room if it is open. If not, only its leader can change that, and at once."""
        member, misses, code = self._member, self._hub.misses, self._code
        member.may_lead = self._has_key()
        wait_s = 0.0 if member.may_lead else misses.wait_s(member.visitor)
        asked, wait_s = await self._stand_in_line(wait_s) if wait_s else (None, 0.0)
        if self._socket.client_state is not WebSocketState.CONNECTED:
            return  # gave up waiting
        room = self._hub.room(code)
        if room and not wait_s and room.follow(member):
            self._room = room
            return
        may_miss = not room and self._hub.may_be_led(code)
        if may_miss:
            misses.add(member.visitor, code)  # now: else thousands may be tried at once
        if not asked and self._hub.may_be_led(code):
            asked = await self._first_lead(self._limits.prove_s)
        if asked and self._is_proven(asked):
            if may_miss:
                misses.take_back(member.visitor, code)
            await self._open(asked)
        elif not wait_s and self._begins_late(may_miss=may_miss):
            return
        elif wait_s:
            member.tell_room(code, "later", wait_s=ceil(wait_s), problem=_too_many(wait_s))
        else:
            refused = {"refused": True} if asked else {}
            member.tell_room(code, self._hub.absence(code), **refused)

    async def _stand_in_line(self, wait_s: float) -> tuple[Lead | None, float]:
        """Wait for a turn; a leader's proof needs none, so it ends the waiting.

        Return what was said meanwhile, and how long to wait still: not at all after the turn came.
        """
        turn_s = self._hub.misses.turn_s(self._member.visitor)
        if turn_s is None:
            return None, wait_s
        asked = await self._first_lead(turn_s)
        return asked, wait_s if asked else 0.0

    def _begins_late(self, *, may_miss: bool) -> bool:
        """Follow a room that was opened while its leader was waited for; return whether it was."""
        room = self._hub.room(self._code)
        if not room or not may_miss or not room.follow(self._member):
            return False
        self._hub.misses.take_back(self._member.visitor, self._code)
        self._room = room
        return True

    async def _open(self, asked: Lead) -> None:
        """Let in a leader whose room was not open, or full."""
        room = await self._hub.open_for(self._code, self._member.visitor)
        if room:
            self._lead(room, asked)
        is_second = room and asked.page and not self._member.is_leader  # another tab was faster
        if room and is_second and room.follow(self._member):
            self._room = room
        elif not self._room:
            self._member.tell_room(self._code, self._hub.absence(self._code))

    async def _first_lead(self, seconds: float) -> Lead | None:
        """Wait some time for a leader to say so."""
        try:
            async with asyncio.timeout(seconds):
                while message := await self._next():
                    if isinstance(message, Lead):
                        return message
        except TimeoutError:
            pass
        return None

    def _has_key(self) -> bool:
        """Return whether a page of ours connects from a browser that keeps the secret."""
        if not is_own_page(self._socket.scope):
            return False
        return self._hub.seal.leads(self._code, self._socket.cookies.get(KEY_COOKIE, ""))

    def _is_proven(self, asked: Lead) -> bool:
        if asked.secret is None:  # only a page has the cookie, and says which one it is
            return self._member.may_lead and bool(asked.page)
        return self._hub.seal.leads(self._code, asked.secret)

    def _lead(self, room: Room, asked: Lead) -> None:
        """Let someone lead who proved it; a page follows while another one leads."""
        member = self._member
        if member.is_leader or self._tries >= self._limits.lead_tries:
            return
        if not self._is_proven(asked):
            self._tries += 1
            member.tell({"refused": True})
            return
        member.may_lead = member.may_lead or bool(asked.page)
        if asked.page and not asked.takes and room.is_led_elsewhere(asked.page):
            member.tell({"elsewhere": True})
            return
        member.page = asked.page
        if room.lead(member):
            self._lead_from_now_on(room)
        else:
            member.tell_room(room.code, "full")

    def _lead_from_now_on(self, room: Room) -> None:
        self._room = room
        self._bucket = TokenBucket(self._limits.leader_per_s, self._limits.leader_burst)

    async def _next(self) -> Message | None:
        """Return the next message that counts; None when the socket is gone, or should be."""
        while self._socket.client_state is WebSocketState.CONNECTED:
            frame = await self._socket.receive()
            text = frame.get("text") or ""  # none in a binary frame, nor in the last message
            message = read_message(text) if self._bucket.take() else await self._late(text)
            if message:
                return message
            if self._ignored > self._limits.ignored_in_a_row * self._limits.pauses:
                break  # without a word: after a close frame the server reads on at full speed
        return None

    async def _late(self, text: str) -> Message | None:
        """Return a message over the limit if it must not be lost: all of a leader's but drags.

        A leader waits for it. All else is ignored, in large portions with a rest between them:
        portions, because the server has read ahead and holds what we do not take; a rest, because
        then it stops reading, and the sender's own buffers fill.
        """
        message = read_message(text) if self._member.is_leader else None
        if message and not isinstance(message, Drag):
            await asyncio.sleep(self._bucket.wait_s())
            self._bucket.take()
            return message
        self._ignored += 1
        if self._ignored % self._limits.ignored_in_a_row == 0:
            await asyncio.sleep(self._limits.pause_s)
        return None


def _too_many(wait_s: float) -> str:
    return f"too many wrong codes from this address; try again in {ceil(wait_s)} s"


def _code(text: str) -> str:
    """Return a room's code in its one spelling; nothing for what is none."""
    try:
        return parse_room(text)
    except LinkError:
        return ""
