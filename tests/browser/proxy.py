"""A small proxy in front of the app, as nginx would be: it keeps the folder of an address or not.

Each connection carries one request, or one WebSocket; what is read is handed on as it comes.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from functools import partial
from urllib.parse import urlsplit

_MAX_HEAD = 65_536


class Proxy:
    """Hands on what lies below a folder; `pages` are answered by it itself, as HTML."""

    def __init__(self, app: str, folder: str, *, strips: bool, pages: Mapping[str, str]) -> None:
        home = urlsplit(app)
        self._host, self._port = home.hostname, home.port
        self._folder, self._strips, self._pages = folder, strips, pages
        self.asked: list[str] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection to its end."""
        try:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                await self._answer(reader, writer)
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *headers = head.split("\r\n")[:-2]
        method, target, _ = first.split(" ")
        self.asked.append(target)
        path = target.partition("?")[0]
        if path in self._pages or not self._is_handed_on(path):
            writer.write(_own_answer(self._pages.get(path)))
            await writer.drain()
            return
        above, through = await asyncio.open_connection(self._host, self._port)
        try:
            through.write(_head(f"{method} {self._behind(target)} HTTP/1.1", headers))
            await asyncio.gather(_pump(reader, through), _pump(above, writer))
        finally:
            through.close()

    def _is_handed_on(self, path: str) -> bool:
        return path == self._folder or path.startswith(f"{self._folder}/")

    def _behind(self, target: str) -> str:
        rest = target.removeprefix(self._folder) if self._strips else target
        return rest if rest.startswith("/") else f"/{rest}"


def _own_answer(page: str | None) -> bytes:
    body = (page or "not here").encode()
    status = "404 Not Found" if page is None else "200 OK"
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body


def _head(first: str, headers: list[str]) -> bytes:
    """A request as it goes on: the connection is for it alone, unless it becomes a socket."""
    is_socket = any(line.lower().startswith("upgrade:") for line in headers)
    kept = [line for line in headers if is_socket or not line.lower().startswith("connection:")]
    own = [] if is_socket else ["Connection: close"]
    return "\r\n".join([first, *kept, *own, "", ""]).encode("latin-1")


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while chunk := await source.read(_MAX_HEAD):
        target.write(chunk)
        await target.drain()
    target.close()


@contextmanager
def running_proxy(
    app: str, folder: str, *, strips: bool, pages: Mapping[str, str] | None = None
) -> Iterator[tuple[str, Proxy]]:
    """Yield the proxy's own address, without the folder, and the proxy."""
    proxy = Proxy(app, folder, strips=strips, pages=pages or {})
    started: Future[tuple[int, Callable[[], object]]] = Future()
    thread = threading.Thread(target=asyncio.run, args=(_serve(proxy, started),), daemon=True)
    thread.start()
    port, stop = started.result()
    try:
        yield f"http://127.0.0.1:{port}", proxy
    finally:
        stop()
        thread.join()


async def _serve(proxy: Proxy, started: Future[tuple[int, Callable[[], object]]]) -> None:
    """Serve until it is told to stop; whatever is open then is closed with its task."""
    told, loop = asyncio.Event(), asyncio.get_running_loop()
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0, limit=_MAX_HEAD)
    port = server.sockets[0].getsockname()[1]
    started.set_result((port, partial(loop.call_soon_threadsafe, told.set)))
    await told.wait()
    server.close()
