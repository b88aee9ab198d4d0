"""Refusal of a connection: said to whom has not even been heard, and so that it arrives.

A socket that is closed while something unread waits in it is reset, and a client that is told of a
reset may throw away what it was told before. So the client's words are taken, and thrown away,
until it hangs up; for a moment at most, since its descriptor is one of the last.
"""

from __future__ import annotations

import asyncio
from functools import lru_cache
from typing import Final

from geo.words import LANGUAGES, plural, say

RETRY_S: Final = 10
TRIES_AGAIN: Final = plural(
    "This page tries again by itself in one second.",
    "This page tries again by itself in {n} seconds.",
)
SPEAK_S: Final = 1.0  # a browser takes an answer ahead of its question for a mistake
CLOSE_S: Final = 2.0


@lru_cache(maxsize=1)
def refusal() -> bytes:
    """Return an answer without a question, in all languages; a browser tries again by itself."""
    said = []
    for lang in LANGUAGES:
        tell = say(lang)
        again = tell.plural(*TRIES_AGAIN, n=RETRY_S)
        said.append(f"{tell('Reachmap is full at the moment')}. {again}\n")
    body = "".join(said).encode()
    head = (
        f"HTTP/1.1 503 Service Unavailable\r\nRetry-After: {RETRY_S}\r\nRefresh: {RETRY_S}\r\n"
        "Connection: close\r\nCache-Control: no-store\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Farewell(asyncio.Protocol):
    """What is left to do for a connection that is refused."""

    def __init__(self, transport: asyncio.Transport, leaving: dict[Farewell, None]) -> None:
        """Take a connection over, and stand in `leaving` until it is closed."""
        self._transport = transport
        self._leaving = leaving
        self._has_said = False
        leaving[self] = None
        loop = asyncio.get_running_loop()
        self._timers = (loop.call_later(SPEAK_S, self._say), loop.call_later(CLOSE_S, self.end))
        transport.set_protocol(self)

    def data_received(self, data: bytes) -> None:
        """Answer the first words; the rest is thrown away."""
        self._say()

    def eof_received(self) -> bool:
        """Close, as the client does."""
        self._say()
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room."""
        self._leaving.pop(self, None)
        for timer in self._timers:
            timer.cancel()

    def end(self) -> None:
        """Close, whether the client has hung up or not."""
        self._say()
        self._leaving.pop(self, None)
        self._transport.close()

    def _say(self) -> None:
        if self._has_said or self._transport.is_closing():
            return
        self._has_said = True
        self._transport.write(refusal())
        if self._transport.can_write_eof():
            self._transport.write_eof()
