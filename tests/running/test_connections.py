"""Connections watched by their server, with clocks and clients of the test's own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from tests.running.asgi import Message, reads
from ui.running import connections as module
from ui.running.admission import Admission, Door
from ui.running.connections import HEADER_S, LAST, STALL_S, Connections


class _Transport:
    def __init__(self, waiting: int = 0) -> None:
        self.waiting = waiting
        self.ended = ""
        self.written = b""

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def is_closing(self) -> bool:
        return bool(self.ended)

    def write(self, content: bytes) -> None:
        self.written += content

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.written += b"<eof>"

    def set_protocol(self, protocol: Any) -> None:
        self.protocol = protocol

    def close(self) -> None:
        self.ended = "closed"

    def abort(self) -> None:
        self.ended = "aborted"


class _Http:
    """What uvicorn's protocols look like from outside."""

    def __init__(self, *, has_request: bool, waiting: int = 0) -> None:
        self.transport = _Transport(waiting)
        self.cycle = SimpleNamespace(response_complete=False) if has_request else None

    def connection_made(self, transport: _Transport) -> None:
        self.transport = transport


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Connections]:
    def watch(*held: _Http, limit: int = 1000) -> Connections:
        monkeypatch.setattr(module, "open_descriptors", lambda: 10 + len(held))
        config = SimpleNamespace(http_protocol_class=_Http)
        server: Any = SimpleNamespace(
            server_state=SimpleNamespace(connections=set(held)), config=config
        )
        made = Connections(server, limit)
        made.look(0.0)
        made.guarded = config.http_protocol_class  # type: ignore[attr-defined]
        return made

    return watch


def test_uvicorn_still_has_what_we_look_at() -> None:
    """Fails when an update renames it, before a server does."""
    from uvicorn.protocols.http.h11_impl import H11Protocol  # noqa: PLC0415
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol  # noqa: PLC0415

    async def look() -> None:
        config = uvicorn.Config(reads, loop="none")
        config.load()
        server = uvicorn.Server(config)
        assert server.server_state.connections == set()
        for protocol in (H11Protocol, HttpToolsProtocol):
            made = protocol(config, server.server_state, {})
            assert made.cycle is None
            assert made.transport is None
        assert not server.should_exit

    asyncio.run(look())


def test_connection_without_a_whole_header_is_closed(
    watched: Callable[..., Connections],
) -> None:
    silent, busy = _Http(has_request=False), _Http(has_request=True)
    connections = watched(silent, busy)
    connections.look(HEADER_S - 1)
    assert not silent.transport.ended
    connections.look(HEADER_S)
    assert silent.transport.ended == "closed"
    assert not busy.transport.ended


def test_reader_that_takes_nothing_is_cut_off(watched: Callable[..., Connections]) -> None:
    stuck = _Http(has_request=True, waiting=50_000)
    slow = _Http(has_request=True, waiting=50_000)
    connections = watched(stuck, slow)
    for second in range(1, int(STALL_S) + 1):
        slow.transport.waiting -= 1
        connections.look(float(second))
    assert stuck.transport.ended == "aborted"
    assert not slow.transport.ended


def test_last_descriptors_are_kept_and_who_comes_is_told(
    watched: Callable[..., Connections],
) -> None:
    busy = [_Http(has_request=True) for _ in range(50)]
    connections = watched(*busy, limit=60 + LAST - 1)
    transport = _Transport()

    async def arrive() -> None:
        connections.guarded(has_request=False).connection_made(transport)  # type: ignore[attr-defined]
        assert not transport.written, "a browser wants to ask first"
        transport.protocol.data_received(b"GET / HTTP/1.1\r\n")
        transport.protocol.data_received(b"X: y\r\n\r\n")
        assert not transport.ended, "it hangs up first, or what it was told may be lost"
        transport.protocol.connection_lost(None)

    asyncio.run(arrive())
    assert transport.written.startswith(b"HTTP/1.1 503 ")
    head, _, body = transport.written.removesuffix(b"<eof>").partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    assert b"\r\nRefresh: 10\r\n" in head
    assert "Reachmap is full" in body.decode() and "들어올 수 없습니다" in body.decode()
    assert not [each for each in busy if each.transport.ended]


def test_those_who_are_told_make_room_for_the_next(watched: Callable[..., Connections]) -> None:
    connections = watched(limit=10 + LAST)
    transports = [_Transport() for _ in range(30)]

    async def arrive() -> None:
        for each in transports:
            connections.guarded(has_request=False).connection_made(each)  # type: ignore[attr-defined]
        assert connections.left >= LAST // 2

    asyncio.run(arrive())
    told = [each for each in transports if each.ended]
    assert told == transports[: len(told)]
    assert len(told) >= 30 - LAST
    assert all(each.written.startswith(b"HTTP/1.1 503 ") for each in told)


async def _refused(sent: bytes) -> bytes:
    """Return what a real client is told by a server that has no descriptor left."""
    config = uvicorn.Config(reads, port=0, host="127.0.0.1", log_level="critical", lifespan="off")
    config.load()
    server = uvicorn.Server(config)
    Connections(server, LAST)
    serving = asyncio.create_task(server._serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for start in range(0, len(sent), 20_000):
        writer.write(sent[start : start + 20_000])
        await asyncio.sleep(0.01)
    answer = await reader.read()
    writer.close()
    server.should_exit = True
    await serving
    return answer


@pytest.mark.parametrize("more", [0, 400_000])
def test_refusal_reaches_a_client_that_still_sends(more: int) -> None:
    """A connection that is closed with something unread in it is reset, and the answer lost."""
    length = f"Content-Length: {more}\r\n\r\n".encode()
    sent = b"POST /live/story.json HTTP/1.1\r\nHost: x\r\n" + length + b"a" * more
    assert asyncio.run(_refused(sent)).startswith(b"HTTP/1.1 503 ")


def test_oldest_idle_connection_makes_room(watched: Callable[..., Connections]) -> None:
    held = [_Http(has_request=False) for _ in range(3)]
    connections = watched(held[1], limit=11 + 2 + LAST)
    connections._all |= set(held)
    connections.look(5.0)
    connections._others = 10  # three connections: none is left but the last
    connections.make_room()
    assert [each.transport.ended for each in held] == ["", "closed", ""]
    assert held[1].transport.written.startswith(b"HTTP/1.1 503 ")
    assert connections.left == LAST + 1


Asgi = Callable[[Any, Any, Any], Awaitable[None]]


def _ask(door: Door, method: str, path: str, **headers: str) -> int:
    async def ask() -> int:
        sent: list[Any] = []

        async def inside(scope: Any, receive: Any, send: Any) -> None:
            await PlainTextResponse("in")(scope, receive, send)

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {
            "type": "http", "method": method, "path": path, "query_string": b"",
            "headers": [(key.encode(), value.encode()) for key, value in headers.items()],
        }  # fmt: skip
        await Admission(inside, door)(scope, None, send)  # type: ignore[arg-type]
        return int(sent[0]["status"])

    return asyncio.run(ask())


def test_only_what_begins_something_is_refused(
    watched: Callable[..., Connections], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REACHMAP_PREFIX", "/reach")  # answered with and without it
    door = Door()
    assert _ask(door, "GET", "/") == 200
    door.connections = watched(*[_Http(has_request=True) for _ in range(200)], limit=256)
    for path in ("/", "/lesson", "/stories/", "/reach/lesson"):
        assert _ask(door, "GET", path) == 503
    assert _ask(door, "POST", "/room") == 503
    for path in ("/assets/x/page.bundle.js", "/live/find.json", "/export/map.png",
                 "/_stcore/health", "/reach/_stcore/host-config"):  # fmt: skip
        assert _ask(door, "GET", path) == 200
