"""Idle timeouts: connections that do nothing are closed, lest they keep out those that do.

uvicorn has no limit on the time until a request's header has come, nor on a reader who does not
read. A look at all connections, once a second, finds them; when few descriptors are left, those
without a request are closed at once, the oldest first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import uvicorn

from ui.running.descriptors import open_descriptors
from ui.running.farewell import Farewell, refusal
from ui.running.tally import Tally

LOOK_S: Final = 1.0
HEADER_S: Final = 20.0  # for a header to come; browsers open connections ahead of need
STALL_S: Final = 60.0  # for a reader to take a byte of what waits for him
LAST: Final = 16  # descriptors that no connection gets: files and pipes need some
_LEAVING: Final = 8  # of them, for those who are told that they cannot get in


@dataclass
class _Seen:
    """How long a connection has not moved."""

    state: object
    since_s: float


class Connections:
    """All connections of a server."""

    def __init__(self, server: uvicorn.Server, limit: int) -> None:
        """Keep the server and how many descriptors it may have."""
        self.limit = limit
        self._all = server.server_state.connections
        self._others = open_descriptors()
        self._seen: dict[Any, _Seen] = {}
        self._leaving: dict[Farewell, None] = {}  # the oldest first
        self._refused = Tally(
            f"%d connections were refused in the last minute: all of {limit} file descriptors used"
        )
        refusal()  # reads the words of all languages while files can be opened
        self._guard_doors(server.config)

    @property
    def left(self) -> int:
        """How many descriptors are left."""
        return self.limit - self._others - len(self._all) - len(self._leaving)

    @property
    def can_be_left(self) -> int:
        """How many would be left if all connections without a request were closed."""
        return self.left + sum(map(_is_idle, self._all))

    def look(self, now_s: float) -> None:
        """Close what has not moved for too long."""
        self._others = max(0, open_descriptors() - len(self._all) - len(self._leaving))
        before, self._seen = self._seen, {}
        for connection in list(self._all):
            state = _state(connection)
            seen = before.get(connection)
            if seen is None or seen.state != state:
                seen = _Seen(state, now_s)
            self._seen[connection] = seen
            still_s = now_s - seen.since_s
            if _is_idle(connection) and still_s >= HEADER_S:
                connection.transport.close()
            elif _waiting_bytes(connection) and still_s >= STALL_S:
                connection.transport.abort()

    def make_room(self) -> None:
        """Close as many connections without a request as a newcomer needs, the oldest first."""
        needed = LAST + 1 - self.left
        idle = [each for each in self._all if _is_idle(each) and not _is_closing(each)]
        for connection in sorted(idle, key=self._since_s)[:needed]:
            if not _has_asked(connection):  # it may have, only we have not looked
                connection.transport.write(refusal())
                connection.transport.close()
            else:
                connection.transport.abort()
            self._all.discard(connection)

    def arrived(self, connection: Any) -> None:
        """Note when a connection came, so that the oldest is known between two looks."""
        now_s = asyncio.get_running_loop().time()
        self._seen[connection] = _Seen(_state(connection), now_s)

    def _since_s(self, connection: Any) -> float:
        seen = self._seen.get(connection)
        return seen.since_s if seen else float("inf")

    def _guard_doors(self, config: uvicorn.Config) -> None:
        """Have each new connection counted before it takes the last descriptors."""
        connections = self

        class Guarded(config.http_protocol_class):  # type: ignore[misc, name-defined]
            def connection_made(self, transport: asyncio.Transport) -> None:
                if connections.left <= LAST:
                    connections.make_room()
                if connections.left <= LAST:
                    connections.refuse(transport)
                    return
                super().connection_made(transport)
                connections.arrived(self)

        config.http_protocol_class = Guarded

    def refuse(self, transport: asyncio.Transport) -> None:
        """Say that the server is full, to whom has not even asked yet."""
        self._refused.add()
        if len(self._leaving) >= _LEAVING:
            next(iter(self._leaving)).end()
        Farewell(transport, self._leaving)


def _is_closing(connection: Any) -> bool:
    return bool(connection.transport.is_closing())


def _has_asked(connection: Any) -> bool:
    return connection.cycle is not None


def _is_idle(connection: Any) -> bool:
    """Whether an HTTP connection has no request: WebSockets are looked after by their pings."""
    if not hasattr(connection, "cycle"):
        return False
    return not _has_asked(connection) or bool(connection.cycle.response_complete)


def _waiting_bytes(connection: Any) -> int:
    return int(connection.transport.get_write_buffer_size())


def _state(connection: Any) -> object:
    """Return what changes when a connection moves on."""
    return id(getattr(connection, "cycle", None)), _is_idle(connection), _waiting_bytes(connection)


async def watch(connections: Connections, clock: Callable[[], float]) -> None:
    """Look at the connections for as long as the server lives."""
    while True:
        await asyncio.sleep(LOOK_S)
        connections.look(clock())
