"""The send queue of one socket, so that a slow phone holds up nobody else.

Of what is news only while it is new, such as scenes of a drag, the newest alone waits. All else
waits in its order, up to a bound: whoever falls that far behind is let go, and gets the present
view when it comes back.
"""

from __future__ import annotations

import asyncio
from itertools import count

from starlette.websockets import WebSocket, WebSocketDisconnect

_MAX_WAITING = 64
_OVERLOADED = 1013  # "try again later", RFC 6455's registry


class Outbox:
    """Texts for one socket, in order."""

    def __init__(self) -> None:
        """Begin empty."""
        self._waiting: dict[str | int, str] = {}
        self._number = count()
        self._wake = asyncio.Event()
        self._close_code: int | None = None

    def put(self, text: str, newest: str = "") -> None:
        """Add a text; one named `newest` takes the place of an older one of that name."""
        if self._close_code is not None:
            return
        self._waiting.pop(newest, None)
        self._waiting[newest or next(self._number)] = text
        if len(self._waiting) > _MAX_WAITING:
            self._waiting.clear()
            self.close(_OVERLOADED)
        self._wake.set()

    def drop(self, newest: str) -> None:
        """Forget what is out of date."""
        self._waiting.pop(newest, None)

    def close(self, code: int) -> None:
        """Close the socket when all that waits is sent."""
        self._close_code = code
        self._wake.set()

    async def send_all(self, socket: WebSocket) -> None:
        """Send what comes until the socket is to be closed, or is gone."""
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                while self._waiting:
                    await socket.send_text(self._waiting.pop(next(iter(self._waiting))))
                if self._close_code is not None:
                    await socket.close(self._close_code)
                    return
        except (WebSocketDisconnect, RuntimeError):
            return  # RuntimeError: the server closed it (broken frames, no pong), not told us yet
