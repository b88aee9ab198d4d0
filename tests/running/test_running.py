"""The server stops when told, reads no body for ever, and has room for who is inside.

Against the app as a process of its own, with clients that do not behave.
"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.browser.server import ROOT, free_port, wait_until_healthy
from tests.support import eventually

STOP_S = 10.0  # what a service manager may count on
PATIENCE_S = 60.0
HALF_BODY = (
    b"POST /live/story.json HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    b'Content-Length: 1000\r\n\r\n{"half":'
)
PICTURE = b"GET /export/map.png?ring=sohae~%d HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


@dataclass
class Server:
    """The app as a process, and what it has logged."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8")

    def client(self, sent: bytes = b"") -> socket.socket:
        client = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_S)
        try:
            client.sendall(sent)
        except OSError:  # the server ends just now
            client.close()
            raise
        return client

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        connection.request("GET", path, headers={"Accept": "text/html"} | headers)
        answer = connection.getresponse()
        answer.body = answer.read()  # type: ignore[attr-defined]
        connection.close()
        return answer

    def viewer(self) -> ClientConnection:
        """Open the socket of a page, and wait until Streamlit has answered on it."""
        url, origin = f"ws://127.0.0.1:{self.port}/_stcore/stream", f"http://127.0.0.1:{self.port}"
        viewer = connect(
            url,
            subprotocols=["streamlit"],
            origin=origin,
            max_size=None,
            ping_interval=None,
            max_queue=None,
            close_timeout=1,
        )  # type: ignore[list-item, arg-type]
        viewer.send(_first_run())
        assert viewer.recv(timeout=PATIENCE_S)
        return viewer

    def signal(self, number: int) -> tuple[int, float]:
        """Send a signal; return the exit code and the seconds until the end."""
        begun = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE_S)
        return code, time.monotonic() - begun


def _first_run() -> bytes:
    from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: PLC0415  # takes a second

    message = BackMsg()
    message.rerun_script.query_string = "ring=sohae~8000"
    return message.SerializeToString()


@contextmanager
def running(folder: Path, limit: int | None = None) -> Iterator[Server]:
    """Run the app with so many descriptors at most; nothing it logs may be a traceback."""
    port, log = free_port(), folder / "log.txt"
    options = ["--server.headless", "true", "--server.address", "127.0.0.1"]
    serve = [sys.executable, "-m", "streamlit", "run", "app.py", *options, "--server.port"]
    shell = f"ulimit -n {limit}; " if limit else ""
    command = ["sh", "-c", shell + 'exec "$@"', "sh", *serve, str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            wait_until_healthy(process, f"http://127.0.0.1:{port}", log)
            server = Server(process, port, log)
            yield server
        finally:
            process.kill()
            process.wait(PATIENCE_S)
    assert "Traceback" not in server.said, server.said[-3000:]


def test_stops_in_time_whatever_clients_do(tmp_path: Path) -> None:
    """A service manager that waits for ever is a deploy that hangs."""
    with running(tmp_path) as server, ExitStack() as held:
        for sent in [HALF_BODY] * 3 + [b"", b"GET / HTTP/1.1\r\nX-Half: "]:
            held.enter_context(server.client(sent))
        for range_km in range(4000, 4006):
            held.enter_context(server.client(PICTURE % range_km))
        viewer = held.enter_context(server.viewer())
        begun = time.monotonic()
        code, stop_s = server.signal(signal.SIGTERM)
        assert stop_s < STOP_S
        assert code == 0
        assert time.monotonic() - begun < STOP_S
        assert server.said.count("stopped") == 1
        with pytest.raises(OSError, match="refused"):
            server.client()
        viewer.close()


def test_second_signal_ends_at_once(tmp_path: Path) -> None:
    with running(tmp_path) as server, server.client(HALF_BODY):
        server.process.send_signal(signal.SIGTERM)
        eventually(lambda: _is_refused(server), PATIENCE_S)
        assert server.process.poll() is None, "it waits for the half body"
        code, _ = server.signal(signal.SIGTERM)
        assert code == 128 + signal.SIGTERM
        assert server.said.rstrip().endswith("stopped at once")


@pytest.mark.parametrize("count", [1, 2])
def test_signal_while_it_starts_ends_it_at_once(tmp_path: Path, count: int) -> None:
    """uvicorn goes on starting, which takes seconds, and ignores a second one."""
    log = tmp_path / "log.txt"
    options = ["--server.headless", "true", "--server.port", str(free_port())]
    serve = [sys.executable, "-m", "deploy.launch", "run", "app.py", *options]
    with log.open("wb") as output:
        process = subprocess.Popen(serve, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    # It imports app.py: uvicorn has taken the signals over, and the app has not yet.
    maps = Path(f"/proc/{process.pid}/maps")
    eventually(
        lambda: "/pyproj/" in maps.read_text() or "/shapely/" in maps.read_text(), PATIENCE_S
    )
    for _ in range(count):
        process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_S) == 128 + signal.SIGTERM
    said = log.read_text("utf-8")
    assert "file descriptors" not in said, "it went on starting, until the app ran"
    assert said.splitlines()[-1] == "stopped"


def _is_refused(server: Server) -> bool:
    try:
        server.client().close()
    except OSError:
        return True
    return False


def test_ctrl_c_says_one_line(tmp_path: Path) -> None:
    """The terminal sends it to the drawing processes as well."""
    with running(tmp_path) as server, server.client(PICTURE % 4000):
        eventually(lambda: _has_children(server), PATIENCE_S)
        before = server.said
        os.killpg(server.process.pid, signal.SIGINT)
        assert server.process.wait(PATIENCE_S) == 0
        assert server.said.removeprefix(before).strip() == "stopped"


def _has_children(server: Server) -> bool:
    listed = subprocess.run(
        ["ps", "--ppid", str(server.process.pid), "-o", "args="], capture_output=True, check=False
    )
    return b"ui.work.worker" in listed.stdout


def test_bodies_that_stop_or_are_cut_off(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        waiting = server.client(HALF_BODY)
        before = len(server.said)
        for _ in range(100):
            server.client(HALF_BODY).close()
        answer = b""
        while part := waiting.recv(65536):  # the server closes it
            answer += part
        waiting.close()
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"stopped coming" in answer
        assert server.get("/_stcore/health").status == 200
        assert len(server.said) - before < 200


def test_newcomers_are_refused_in_words_when_descriptors_run_out(tmp_path: Path) -> None:
    """256 is what macOS gives: those inside go on, others are told, and get in later."""
    with running(tmp_path, limit=256) as server, ExitStack() as held:
        assert "file descriptors: 256" in server.said
        # Connections that say nothing do not count: they make room.
        for number in range(300):
            held.enter_context(server.client(b"GET / HTTP/1.1\r\nHalf: " if number % 2 else b""))
        inside: list[ClientConnection] = []
        while len(inside) < 250 and (viewer := _entered(server)):
            inside.append(held.enter_context(viewer))
        assert 60 <= len(inside) < 250
        refused = server.get("/lesson?lang=ko")
        assert refused.status == 503
        assert int(refused.headers["Retry-After"]) > 0
        assert "들어올 수 없습니다" in refused.body.decode()  # type: ignore[attr-defined]
        inside += _until_refused(server, held)
        for viewer in (inside[0], inside[len(inside) // 2]):
            _drain(viewer)
            viewer.send(_first_run())
            assert viewer.recv(timeout=PATIENCE_S)
        assert server.get("/live/sites.json").status == 200
        with ThreadPoolExecutor(16) as closing:  # one after another they take half a minute
            list(closing.map(ClientConnection.close, inside))
        eventually(lambda: server.get("/").status == 200, PATIENCE_S)
        server.viewer().close()
        for _ in range(300):
            held.enter_context(server.client(HALF_BODY))
        for _ in range(20):  # in words, never a reset
            assert server.get("/").status == 503


def _entered(server: Server) -> ClientConnection | None:
    """Come as a page does, for ten seconds: its address, then its socket; either may be refused.

    Those who came just before have loaded by then. None if the server is full.
    """
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if server.get("/").status == 200:
            with suppress(InvalidStatus, ConnectionClosed):
                return server.viewer()
        time.sleep(0.2)
    return None


def _until_refused(server: Server, held: ExitStack) -> list[Any]:
    """Open sockets without pages until one is refused, with a status."""
    opened = []
    for _ in range(256):
        try:
            opened.append(held.enter_context(server.viewer()))
        except InvalidStatus as error:
            assert error.response.status_code == 503
            return opened
    raise AssertionError("no socket was refused")


def _drain(viewer: ClientConnection) -> None:
    """Read what has come so far."""
    while True:
        try:
            viewer.recv(timeout=0.2)
        except TimeoutError:
            return
