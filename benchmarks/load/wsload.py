"""Load one Streamlit process with N viewers over WebSockets, each changing once a second.

No browser: what is measured is the server, from the sent change to the `script_finished` that
ends the run. The load is a closed loop (a viewer waits for its answer before the next change),
goes to 127.0.0.1 only, and ends by itself.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

import psutil
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from benchmarks.load.protocol import Change, Page, finished, rerun
from benchmarks.servers import Server
from benchmarks.stats import median, percentile

ANSWER_TIMEOUT_S = 60.0
BROKEN = (OSError, TimeoutError, WebSocketException)
MEGABYTE = 1024 * 1024
# Viewer n begins n golden ratios into the second: spread like chance, yet the same in every run.
GOLDEN = 0.6180339887498949


@dataclass
class Load:
    """What a load run found. Times in ms, sizes in bytes, memory in MB.

    `unchanged` counts answers that brought nothing new: a change the app did not understand would
    be answered fast, and must not pass for speed.
    """

    viewers: int
    opened_s: float = 0.0
    first_run_bytes: float = 0.0
    latencies_ms: list[float] = field(default_factory=list)
    change_bytes: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    rss_mb: list[float] = field(default_factory=list)
    unchanged: int = 0
    seconds: float = 0.0

    @property
    def p50_ms(self) -> float:
        return percentile(self.latencies_ms, 50)

    @property
    def p95_ms(self) -> float:
        return percentile(self.latencies_ms, 95)

    @property
    def bytes_per_change(self) -> float:
        return median(self.change_bytes)

    @property
    def changes_per_s(self) -> float:
        return len(self.latencies_ms) / self.seconds if self.seconds else 0.0


class Viewer:
    """One open page: a WebSocket and what the page knows."""

    def __init__(self, socket: ClientConnection, query: str, page: str = "") -> None:
        self.socket = socket
        self.page = Page(query=query, name=page)

    async def run(self, fragment_id: str = "") -> tuple[float, int]:
        """Ask for one run; its time in ms and the bytes received until it finished."""
        size = 0
        begun = time.perf_counter()
        await self.socket.send(rerun(self.page, fragment_id))
        while True:
            raw = await asyncio.wait_for(self.socket.recv(), ANSWER_TIMEOUT_S)
            size += len(raw)
            message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            if finished(message):
                return (time.perf_counter() - begun) * 1000, size
            self.page.read(message)

    async def open(self, result: Load) -> None:
        """The first run of the script, as when a link is opened."""
        _, size = await self.run()
        result.first_run_bytes = max(result.first_run_bytes, size)

    async def change(self, change: Change, number: int, result: Load) -> None:
        """One change, counted; an exception on the page is an error."""
        before, self.page.shown = self.page.shown, set()
        latency, size = await self.run(change(self.page, number))
        result.unchanged += self.page.shown <= before
        result.latencies_ms.append(latency)
        result.change_bytes.append(size)
        result.errors += self.page.exceptions
        self.page.exceptions.clear()


async def keep_changing(
    viewer: Viewer,
    change: Change,
    result: Load,
    seconds: float,
    start: int,
    *,
    every_s: float = 1.0,
) -> None:
    """Change once a period from a phase of this viewer's own until the time is up."""
    end = time.monotonic() + seconds
    due = time.monotonic() + start * GOLDEN % 1 * every_s
    number = start
    while due < end:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        number += 1
        try:
            await viewer.change(change, number, result)
        except BROKEN as error:  # a broken link is a result of the load, not a crash of it
            result.errors.append(repr(error))
            return
        due = max(due + every_s, time.monotonic())


async def watch_memory(pid: int, result: Load) -> None:
    """Sample the server's resident memory twice a second, until cancelled."""
    process = psutil.Process(pid)
    while True:
        result.rss_mb.append(process.memory_info().rss / MEGABYTE)
        await asyncio.sleep(0.5)


async def open_viewer(server: Server, query: str, result: Load, page: str = "") -> Viewer | None:
    """Connect as a browser does and finish the first run; None (and an error) where it fails."""
    url = server.url.replace("http://", "ws://") + "/_stcore/stream"
    try:
        socket = await connect(
            url,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(server.url),
            max_size=None,
            compression=None,
        )
        viewer = Viewer(socket, query, page)
        await asyncio.wait_for(viewer.open(result), ANSWER_TIMEOUT_S)
    except BROKEN as error:
        result.errors.append(repr(error))
        return None
    result.errors += viewer.page.exceptions
    viewer.page.exceptions.clear()
    return viewer


async def load_async(
    server: Server,
    change: Change,
    viewers: int,
    seconds: float,
    query: str,
    *,
    every_s: float = 1.0,
) -> Load:
    """Open all links at once, then let every viewer change once a period."""
    result = Load(viewers)
    begun = time.perf_counter()
    opened = await asyncio.gather(*(open_viewer(server, query, result) for _ in range(viewers)))
    result.opened_s = time.perf_counter() - begun
    alive = [viewer for viewer in opened if viewer]
    memory = asyncio.create_task(watch_memory(server.pid, result))
    begun = time.perf_counter()
    try:
        await asyncio.gather(
            *(
                keep_changing(viewer, change, result, seconds, number, every_s=every_s)
                for number, viewer in enumerate(alive)
            )
        )
        result.seconds = time.perf_counter() - begun
    finally:
        memory.cancel()
        await asyncio.gather(*(viewer.socket.close() for viewer in alive))
    return result


def load(
    server: Server,
    change: Change,
    *,
    viewers: int,
    seconds: float = 10.0,
    query: str = "",
    every_s: float = 1.0,
) -> Load:
    """Run the load and return what it found."""
    return asyncio.run(load_async(server, change, viewers, seconds, query, every_s=every_s))
