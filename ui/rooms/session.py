"""One socket, from its opening to its end: what it says is read, bounded, handed to its room."""

from __future__ import annotations

import asyncio

from starlette.websockets import WebSocket, WebSocketState

from geo.errors import RangeError
from geo.visit import parse_room
from ui.rooms.hub import Hub
from ui.rooms.limits import Pace
from ui.rooms.member import Member
from ui.rooms.messages import Drag, Lead, Message, read_message
from ui.rooms.room import Room


async def serve(socket: WebSocket, hub: Hub) -> None:
    """Serve a socket until either side closes it."""
    await socket.accept()
    if hub.sockets >= hub.limits.sockets:
        member = Member()
        member.tell_room("", "full")
        await member.outbox.send_all(socket)
        return
    hub.sockets += 1
    try:
        await Session(socket, hub).run()
    finally:
        hub.sockets -= 1


class Session:
    """A socket that found a place."""

    def __init__(self, socket: WebSocket, hub: Hub) -> None:
        """Take an accepted socket."""
        self._socket = socket
        self._hub = hub
        self._limits = hub.limits
        self._member = Member()
        self._room: Room | None = None
        self._pace = Pace(hub.limits.follower_per_s, hub.limits.follower_burst)
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
        await self._arrive(_code(self._socket.path_params["code"]))
        while message := await self._next():
            if self._room is None or self._room.is_over:
                continue  # it was told so, and the socket is about to close
            if isinstance(message, Lead):
                self._lead(self._room, message.secret)
            else:
                self._room.hear(self._member, message)

    async def _arrive(self, code: str) -> None:
        """Follow the room if it is open. If not, only its leader can change that, and at once."""
        room = self._hub.room(code)
        if room and not room.is_full:
            self._room = room
            room.follow(self._member)
            return
        secret = await self._first_secret() if self._hub.may_be_led(code) else ""
        room = await self._hub.led_by(code, secret)
        if room and room.lead(self._member):
            self._lead_from_now_on(room)
        else:
            self._member.tell_room(code, self._hub.absence(code))

    async def _first_secret(self) -> str:
        """Wait a moment for a leader to say so."""
        if self._hub.unproven >= self._limits.unproven:
            return ""
        self._hub.unproven += 1
        try:
            async with asyncio.timeout(self._limits.prove_s):
                while message := await self._next():
                    if isinstance(message, Lead):
                        return message.secret
        except TimeoutError:
            pass
        finally:
            self._hub.unproven -= 1
        return ""

    def _lead(self, room: Room, secret: str) -> None:
        """Let a follower who has the secret lead."""
        self._tries += 1
        if self._member.is_leader or self._tries > self._limits.lead_tries:
            return
        if not room.is_led_by(secret):
            self._member.tell({"refused": True})
        elif room.lead(self._member):
            self._lead_from_now_on(room)
        else:
            self._member.tell_room(room.code, "full")

    def _lead_from_now_on(self, room: Room) -> None:
        self._room = room
        self._pace = Pace(self._limits.leader_per_s, self._limits.leader_burst)

    async def _next(self) -> Message | None:
        """Return the next message that counts; None when the socket is gone, or should be."""
        while self._socket.client_state is WebSocketState.CONNECTED:
            frame = await self._socket.receive()
            text = frame.get("text") or ""  # none in a binary frame, nor in the last message
            message = read_message(text) if self._pace.take() else await self._late(text)
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
            await asyncio.sleep(self._pace.wait_s())
            self._pace.take()
            return message
        self._ignored += 1
        if self._ignored % self._limits.ignored_in_a_row == 0:
            await asyncio.sleep(self._limits.pause_s)
        return None


def _code(text: str) -> str:
    """Return a room's code in its one spelling; nothing for what is none."""
    try:
        return parse_room(text)
    except RangeError:
        return ""
