"""Regression figures under load, without a browser: no failure, and memory that is flat.

All load is asked for one after the other or in a few lanes, goes to 127.0.0.1 and ends by itself.
Memory is that of the server's process; what its helpers hold is told beside it.
"""

from __future__ import annotations

import asyncio
import http.client
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil

from benchmarks.attack.hostile import CHEAP, DEAR, PAGES, targets
from benchmarks.load.wsload import Load, Viewer, open_viewer
from benchmarks.servers import Server

QUERIES = 2_435
SEED = 20170704
PAGE_RUNS = 210
SESSIONS = 1_000
LANES = 8
DIFFERENT = 2_000
UPLOADS = 300
UPLOAD_BYTES = 1_000_000
BOUNDARY = "reachmap-benchmark"
TIMEOUT_S = 60
MEGABYTE = 1024 * 1024
EXPORTS = ("rings.geojson", "reach.csv", "map.kml", "qr.svg", "reach.csv-metadata.json")


@dataclass
class Memory:
    """Resident memory at some moments, and what was answered between them."""

    server: Server
    mb: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    helpers_mb: float = 0.0

    def note(self) -> None:
        """Remember how much the server holds now."""
        process = psutil.Process(self.server.pid)
        self.mb.append(process.memory_info().rss / MEGABYTE)
        helpers = process.children(recursive=True)
        self.helpers_mb = sum(each.memory_info().rss for each in helpers) / MEGABYTE

    def __str__(self) -> str:
        """The figures, and statuses if anything but 200 was answered."""
        text = " -> ".join(f"{mb:.0f}" for mb in self.mb) + " MB"
        if self.helpers_mb >= 1:
            text += f"; its helpers {self.helpers_mb:.0f} MB"
        if set(self.statuses) - {200}:
            told = sorted(self.statuses.items())
            text += "; " + ", ".join(f"{count:,} x {status or 'lost'}" for status, count in told)
        return text


@contextmanager
def asking(server: Server) -> Iterator[Callable[..., int]]:
    """Yield a function that asks for a target over one connection and returns the status."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)

    def ask(target: str, method: str = "GET", body: bytes = b"", **headers: str) -> int:
        try:
            connection.request(method, target, body or None, headers)
            answer = connection.getresponse()
            answer.read()
        except (http.client.HTTPException, OSError):
            connection.close()
            return 0
        return answer.status

    yield ask
    connection.close()


def hostile_queries(server: Server) -> str:
    """Ask 2,435 hostile queries of every route and page; what failed, and what the log says."""
    dear = QUERIES // 20
    pages = QUERIES // 4
    asked = [
        *targets(CHEAP, QUERIES - dear - pages, SEED),
        *targets(PAGES, pages, SEED + 1),
        *(f"{target}&width=200&height=200" for target in targets(DEAR, dear, SEED + 2)),
    ]
    with asking(server) as ask:
        found = Counter(ask(target) for target in asked)
    failed = sum(count for status, count in found.items() if status >= 500 or not status)
    log_before = server.log.read_text(errors="replace").count("Traceback")
    thrown = asyncio.run(run_pages(server))
    log = server.log.read_text(errors="replace").count("Traceback")
    told = ", ".join(f"{count:,} x {status or 'lost'}" for status, count in sorted(found.items()))
    return (
        f"{failed} failed of {len(asked):,} ({told}), {log_before} tracebacks; of {PAGE_RUNS} "
        f"pages run with them {thrown} threw, {log - log_before} tracebacks"
    )


async def run_pages(server: Server) -> int:
    """Open pages over the WebSocket, as a browser does; how many show an exception."""
    result = Load(1)
    for target in targets(PAGES[:-1], PAGE_RUNS, SEED + 3):
        path, _, query = target.partition("?")
        viewer = await open_viewer(server, query, result, page=path.strip("/"))
        if viewer:
            await viewer.socket.close()
    return len(result.errors)


def sessions(server: Server) -> str:
    """Open and close 1,000 sessions, eight at a time."""
    memory = Memory(server)
    result = Load(1)

    async def lane(count: int) -> None:
        for _ in range(count):
            viewer = await open_viewer(server, "ring=sohae~8000", result)
            if viewer:
                await viewer.socket.close()

    async def many(count: int) -> None:
        await asyncio.gather(*(lane(count // LANES) for _ in range(LANES)))
        memory.note()

    async def all_of_them() -> None:
        await lane(3)  # warm
        memory.note()
        await many(200)
        await many(SESSIONS - 200)

    asyncio.run(all_of_them())
    faults = f"; {len(result.errors)} errors, such as {result.errors[0]}" if result.errors else ""
    return f"{memory}{faults}"


def flat(server: Server, asked: Iterable[str]) -> str:
    """Ask for different things one after the other; memory before, half-way and after."""
    memory = Memory(server)
    with asking(server) as ask:
        for number, target in enumerate(asked):
            memory.statuses[ask(target)] += 1
            if number in (50, DIFFERENT // 2, DIFFERENT + 49):  # the first 50 are to warm it
                memory.note()
    return str(memory)


def different_exports(server: Server) -> str:
    """Files of rings that nobody asked for before."""
    return flat(
        server,
        (
            f"/export/{EXPORTS[n % len(EXPORTS)]}?ring=sohae~{3000 + n}&ring=tonghae~{2000 + n}"
            for n in range(DIFFERENT + 50)
        ),
    )


def different_points(server: Server) -> str:
    """Distances, searches and rings around points that nobody asked for before."""
    ways = ("/live/site.json?site={}", "/live/find.json?q={}", "/export/rings.geojson?ring={}~4000")
    points = ((n * 0.0617 % 160 - 80, n * 0.377 % 360 - 180) for n in range(DIFFERENT + 50))
    return flat(
        server,
        (ways[n % 3].format(f"{lat:.4f},{lon:.4f}") for n, (lat, lon) in enumerate(points)),
    )


def different_seeds(server: Server) -> str:
    """The questions of seeds that nobody asked for before."""
    return flat(server, (f"/live/quiz.json?seed=held-{n}" for n in range(DIFFERENT + 50)))


def uploads(server: Server) -> str:
    """Put 300 files of 1 MB through Streamlit's door for uploads, as one visitor."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'
    body = head.encode() + b"x" * UPLOAD_BYTES + f"\r\n--{BOUNDARY}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", **xsrf(server)}
    memory = Memory(server)

    async def put() -> None:
        viewer = await open_viewer(server, "", Load(1))
        assert isinstance(viewer, Viewer)  # noqa: S101
        memory.note()
        with asking(server) as ask:
            for number in range(UPLOADS):
                target = f"/_stcore/upload_file/{viewer.page.session}/{number}"
                memory.statuses[await asyncio.to_thread(ask, target, "PUT", body, **headers)] += 1
        memory.note()
        await viewer.socket.close()

    asyncio.run(put())
    return str(memory)


def xsrf(server: Server) -> dict[str, str]:
    """The headers that a page of Streamlit's own would send, if it hands out such a cookie."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    connection.request("GET", "/_stcore/health")
    given = connection.getresponse().getheader("Set-Cookie") or ""
    connection.close()
    cookie = given.partition(";")[0]
    return {"Cookie": cookie, "X-Xsrftoken": cookie.partition("=")[2]} if cookie else {}
