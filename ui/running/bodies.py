"""Request bodies: read for no longer than a patient person needs, never with a traceback.

A body that stops coming is answered with 408 and a sentence. A client that hangs up while it
sends is counted; a line a minute says how many did.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request

from geo.words import language_of, say
from ui.http import errors
from ui.running.tally import Tally

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

STEP_S: Final = 10.0  # without a byte
WHOLE_S: Final = 30.0  # for all of it: 1 MB comes in that time at 300 kbit/s


class _TooSlowError(Exception):
    """The client does not send what it has announced."""


class Bodies:
    """ASGI middleware that limits how long a request body may take."""

    def __init__(self, app: ASGIApp, step_s: float = STEP_S, whole_s: float = WHOLE_S) -> None:
        """Wrap an application."""
        self.app = app
        self.step_s = step_s
        self.whole_s = whole_s
        self.hung_up = Tally("%d clients hung up in the last minute while they sent something")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; a body is waited for within the limits."""
        if scope["type"] != "http" or not _announces_body(scope):
            await self.app(scope, receive, send)
            return
        reading = _Reading(receive, self.step_s, self.whole_s)
        has_answered = False

        async def send_once(message: Message) -> None:
            nonlocal has_answered
            has_answered = True
            await send(message)

        try:
            await self.app(scope, reading.receive, send_once)
        except _TooSlowError:
            if not has_answered:
                await _too_slow(scope, receive, send)
        except ClientDisconnect:
            pass
        if reading.hung_up:
            self.hung_up.add()


class _Reading:
    """A body on its way."""

    def __init__(self, receive: Receive, step_s: float, whole_s: float) -> None:
        self._receive = receive
        self._step_s = step_s
        self._end = asyncio.get_running_loop().time() + whole_s
        self._is_whole = False
        self.hung_up = False

    async def receive(self) -> Message:
        """Return the next message; _TooSlowError when it takes too long."""
        if self._is_whole:
            return await self._receive()
        left_s = self._end - asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(min(self._step_s, left_s)):
                message = await self._receive()
        except TimeoutError as error:
            raise _TooSlowError from error
        self.hung_up = message["type"] == "http.disconnect"
        self._is_whole = self.hung_up or not message.get("more_body", False)
        return message


def _announces_body(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


async def _too_slow(scope: Scope, receive: Receive, send: Send) -> None:
    tell = say(language_of(Request(scope).query_params.get("lang")))
    problem = tell("what was being sent stopped coming, so nothing was done; try again.")
    answer = errors([("body", "", problem)], status=408)
    answer.headers["Connection"] = "close"
    await answer(scope, receive, send)
