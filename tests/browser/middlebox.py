"""A network between a browser and the app that lets pages through, and no live connection."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

_REFUSAL: Final = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_HEAD_END: Final = b"\r\n\r\n"


class Middlebox:
    """Hands connections on to the app, but for sockets below `blocked`, such as `/room/`.

    They are refused, or with `hangs` never answered. With `blocked` = "" all is handed on.
    """

    def __init__(self, app_port: int, *, blocked: str = "/", hangs: bool = False) -> None:
        """Listen on a free port."""
        self.app_port, self.blocked, self.hangs = app_port, blocked, hangs
        self.server = socket.create_server(("127.0.0.1", 0), backlog=100)
        self.url = f"http://127.0.0.1:{self.server.getsockname()[1]}"
        self._open: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:  # closed
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        self._open.add(client)
        try:
            head = self._head(client)
            path = head.partition(b" ")[2].partition(b" ")[0].decode("latin-1")
            if b"upgrade: websocket" in head.lower() and self._is_blocked(path):
                self._block(client)
                return
            with socket.create_connection(("127.0.0.1", self.app_port)) as app:
                self._open.add(app)
                app.sendall(head)
                back = threading.Thread(target=_pour, args=(app, client), daemon=True)
                back.start()
                _pour(client, app)
                back.join()
        except OSError:
            pass  # one of both has gone
        finally:
            client.close()

    def _is_blocked(self, path: str) -> bool:
        return bool(self.blocked) and path.startswith(self.blocked)

    def _block(self, client: socket.socket) -> None:
        if self.hangs:
            while client.recv(4096):
                pass
        else:
            client.sendall(_REFUSAL)

    @staticmethod
    def _head(client: socket.socket) -> bytes:
        head = b""
        while _HEAD_END not in head:
            part = client.recv(65_536)
            if not part:
                raise ConnectionError
            head += part
        return head

    def close(self) -> None:
        """Hang up on all."""
        self.server.close()
        for each in tuple(self._open):
            with suppress(OSError):  # it has gone already
                each.shutdown(socket.SHUT_RDWR)


def _pour(source: socket.socket, sink: socket.socket) -> None:
    """Hand on what comes until the source ends."""
    try:
        while part := source.recv(65_536):
            sink.sendall(part)
        sink.shutdown(socket.SHUT_WR)
    except OSError:  # one of both has gone, and takes the other one along
        with suppress(OSError):
            source.shutdown(socket.SHUT_RDWR)


@contextmanager
def middlebox(app_url: str, *, blocked: str = "/", hangs: bool = False) -> Iterator[Middlebox]:
    """Stand before an app for a while."""
    box = Middlebox(int(app_url.rpartition(":")[2]), blocked=blocked, hangs=hangs)
    try:
        yield box
    finally:
        box.close()
