"""Throttle of Streamlit's socket: what comes too fast waits, so that its sender waits too.

Each frame costs, before anybody looks into it: one that is dropped as much as one that is not. A
page sends a frame for each change that comes to rest, a few a second at most.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from ui.visitor.fromvisitor import dropped

if TYPE_CHECKING:
    from starlette.types import Message, Receive

    from ui.visitor.ratelimit import TokenBucket

PER_S: Final = 25.0
BURST: Final = 60
# All pages at one address, a school's: a process answers about as many changes.
ADDRESS_PER_S: Final = 240.0
ADDRESS_BURST: Final = 1_200
WHOLE_RUN: Final = 5  # a run of the whole page, 17 ms, counts as so many of its part that changes
_BYTES_OF_ONE: Final = 16_384  # a frame that is longer counts as several
# What is read while a frame waits. Who sends more is no page: the server has read on, up to 30,000
# frames of a few bytes, and keeps them for as long as the socket lives.
_AHEAD: Final = 200
_AHEAD_BYTES: Final = 1_000_000
_MOST_WAIT_S: Final = 10.0  # for others at the same address, who may open sockets without end
_HUNG_UP: Final = {"type": "websocket.disconnect", "code": 1008}


class PacedFrames:
    """What a socket sends, each frame when its time has come, in order."""

    def __init__(self, receive: Receive, *buckets: TokenBucket) -> None:
        """Take the buckets that all hold."""
        self._receive = receive
        self._buckets = buckets
        self._ahead: deque[Message] = deque()

    async def next(self) -> Message:
        """Return the next message, or that the socket is gone."""
        message = self._ahead.popleft() if self._ahead else await self._receive()
        if _is_end(message):
            return message
        cost = 1 + _size(message) // _BYTES_OF_ONE
        if max(bucket.wait_s() for bucket in self._buckets) > _MOST_WAIT_S:
            return _HUNG_UP
        wait_s = max(bucket.queue_s(cost) for bucket in self._buckets)
        return (wait_s and await self._read_ahead(wait_s)) or message

    def charge(self, count: int) -> None:
        """Count what was passed on as so many more; those that follow wait for it."""
        for bucket in self._buckets:
            bucket.queue_s(count)

    async def _read_ahead(self, wait_s: float) -> Message | None:
        """Wait; return an end if one comes meanwhile, as a browser that leaves is not waited for.

        Reading may be broken off: what has come by then stays with the server.
        """
        size = sum(map(_size, self._ahead))
        try:
            async with asyncio.timeout(wait_s):
                while len(self._ahead) <= _AHEAD and size <= _AHEAD_BYTES:
                    message = await self._receive()
                    if _is_end(message):
                        return message
                    self._ahead.append(message)
                    size += _size(message)
        except TimeoutError:
            return None
        self._ahead.clear()
        dropped.warn("a visitor who sent frames without a pause was hung up on")
        return _HUNG_UP


def _is_end(message: Message) -> bool:
    return bool(message["type"] == "websocket.disconnect")


def _size(message: Message) -> int:
    return len(message.get("bytes") or message.get("text") or b"")
