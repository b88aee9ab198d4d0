"""A class room: a server with a hub of its own, its leader and its followers, over real sockets.

The server is the one that Streamlit runs, with the same WebSocket implementation.
"""

from __future__ import annotations

import json
import logging
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.message import Message
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
import uvicorn
from starlette.applications import Starlette
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.support import eventually
from ui.rooms.hub import Hub
from ui.rooms.limits import Limits
from ui.rooms.routes import room_routes
from ui.rooms.seal import Seal
from ui.running.logfilter import keep_log_quiet

PATIENCE_S = 40.0
SEAL = Seal(b"k" * 32)  # as a key in a file: it outlives a restart
UNKNOWN, ENDED, FULL, LATER = 4404, 4410, 4429, 4503  # with which a server closes a socket
PLACE = "guam_nb"
POLL = {"poll": {"kind": "in_out", "place": PLACE, "ring": 0}}
VIEW = "ring=sohae~8000&ring=39.87,125.27~3000-5500~a+friend&at=40,150,3&v=1"


@dataclass
class Clock:
    """Time that passes when a test says so, for whatever waits on it."""

    now: float = 0.0
    waiting: list[_Timer] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def later(self, seconds: float, act: Callable[[], object]) -> _Timer:
        timer = _Timer(self.now + seconds, act)
        self.waiting.append(timer)
        return timer

    def pass_s(self, seconds: float) -> None:
        end = self.now + seconds
        while due := [each for each in self.waiting if each.at <= end and not each.is_cancelled]:
            timer = min(due, key=lambda each: each.at)
            self.waiting.remove(timer)
            self.now = timer.at
            timer.act()
        self.now = end


@dataclass
class _Timer:
    at: float
    act: Callable[[], object]
    is_cancelled: bool = False

    def cancel(self) -> None:
        self.is_cancelled = True


class Person:
    """One browser's socket. All it was ever sent is kept."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.heard: list[str] = []

    def say(self, message: Any) -> None:
        self.connection.send(message if isinstance(message, str | bytes) else json.dumps(message))

    def hear(self) -> Any:
        """Return the next message."""
        self.heard.append(str(self.connection.recv(PATIENCE_S)))
        return json.loads(self.heard[-1])

    def hear_until(self, key: str, value: Any = ...) -> Any:
        """Return what the next message with this key (and this value) says."""
        while True:
            message = self.hear()
            if key in message and value in (..., message[key]):
                return message[key]

    def hear_nothing_new(self) -> None:
        """See that all said so far was taken in, and that no answer came but the one asked for."""
        self.say({"lead": "nonsense"})
        assert self.hear() == {"refused": True}

    def close_code(self) -> int:
        """Return the code with which the server closes; nothing may come before."""
        with pytest.raises(ConnectionClosed) as closed:
            self.heard.append(str(self.connection.recv(PATIENCE_S)))
        assert closed.value.rcvd
        return closed.value.rcvd.code


def let_in(follower: Person, code: str) -> list[object]:
    """Return all that a latecomer is told at first."""
    told = [follower.hear()]
    assert told[0] == {"room": {"code": code, "state": "open", "role": "follower"}}
    while "leader" not in told[-1]:
        told.append(follower.hear())
    return told[1:]


class School:
    """A server with a hub of its own."""

    def __init__(self, port: int, hub: Hub) -> None:
        self.address = f"127.0.0.1:{port}"
        self.hub = hub

    def ask(self, method: str, path: str, **headers: str) -> tuple[int, Any, Message]:
        """Return status, JSON and headers of an answer."""
        url = f"http://{self.address}{path}"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(url, headers=named, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310
                return answer.status, json.loads(answer.read() or "null"), answer.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error), error.headers

    def ask_for_room(self) -> tuple[int, Any]:
        return self.ask("POST", "/room")[:2]

    def expect_leaders_within(self, seconds: float) -> None:
        """From now on, a socket to a code without a class has so long to prove that it leads."""
        self.hub.limits = replace(self.hub.limits, prove_s=seconds)

    def everybody_has_left(self) -> None:
        """Wait until the server has seen it: a socket is closed for its client a moment before."""
        eventually(lambda: not self.hub.sockets, PATIENCE_S)

    def new_ticket(self) -> str:
        status, told, _ = self.ask("POST", "/room/ticket")
        assert status == 201
        return str(told["ticket"])

    def new_room(self) -> tuple[str, str]:
        status, room = self.ask_for_room()
        assert status == 201
        return room["code"], room["secret"]

    @contextmanager
    def join(self, code: str, ticket: str = "", **headers: Any) -> Iterator[Person]:
        url = f"ws://{self.address}/room/{quote(code, safe='%')}"
        url += f"?ticket={ticket}" if ticket else ""
        with connect(url, compression=None, **headers) as connection:
            yield Person(connection)

    def shake_hands(self, code: str) -> socket.socket:
        """Return a bare connection, for bytes that no client would send."""
        host, _, port = self.address.partition(":")
        raw = socket.create_connection((host, int(port)), timeout=PATIENCE_S)
        lines = (
            f"GET /room/{code} HTTP/1.1",
            f"Host: {self.address}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        )
        raw.sendall("\r\n".join([*lines, "\r\n"]).encode())
        assert b" 101 " in raw.recv(4096)
        return raw

    @contextmanager
    def lead(self, code: str, secret: str, **headers: Any) -> Iterator[Person]:
        """Lead a room that is not open yet."""
        with self.join(code, **headers) as leader:
            leader.say({"lead": secret})
            told = leader.hear()
            assert told == {"room": {"code": code, "state": "open", "role": "leader"}}
            yield leader


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def school(**limits: Any) -> Iterator[School]:
    """Run a server of its own; two in turn are a restart. Nothing may have gone to its log."""
    hub, log = Hub(Limits(**limits), seal=SEAL), _Log()
    keep_log_quiet()  # as app.py does
    app = Starlette(routes=room_routes(hub))
    config = uvicorn.Config(app, ws="websockets-sansio", lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    logging.getLogger("uvicorn.error").addHandler(log)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield School(listening.getsockname()[1], hub)
        finally:
            server.should_exit = True
            thread.join()
            logging.getLogger("uvicorn.error").removeHandler(log)
    assert log.lines == []
