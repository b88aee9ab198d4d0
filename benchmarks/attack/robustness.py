"""Robustness against one client: people who drag, and small requests, beside a flood."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import psutil
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.attack import dearflood
from benchmarks.load.protocol import Page
from benchmarks.load.wsload import Load, load
from benchmarks.servers import Server

QUERY = "ring=sohae~8000&ring=tonghae~5000&ring=sohae~10000"
DRAGGERS = 10
EVERY_S = 0.5  # each of them
HANG_UPS = 200
SETTLED_S = 3.0  # without any work
SMALL = (
    "/live/find.json?q=Seoul",
    "/export/qr.svg?ring=sohae~8000",
    "/?ring=sohae~8000",
    "/export/rings.geojson?ring=sohae~8000",
    "/live/stories.json",
)


def drag(page: Page, number: int) -> str:
    """Commit another range, as the browser does when a slider rests; needs no browser to learn."""
    panel = page.control("component", "panel")
    page.query = f"ring=sohae~{3_000 + 370 * number % 10_000}&ring=tonghae~5000&ring=sohae~10000"
    state = WidgetState(id=panel.id)
    state.json_value = json.dumps({"commit": {"query": page.query}})
    page.widgets[panel.id] = state
    return panel.fragment_id


def timed(server: Server, path: str, timeout_s: float = 90.0) -> tuple[float, int, bytes]:
    """Milliseconds, status and body of one request; status 0 if there was no answer."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout_s)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        status, body = answer.status, answer.read()
    except (http.client.HTTPException, OSError):
        status, body = 0, b""
    finally:
        connection.close()
    return (time.perf_counter() - begun) * 1000, status, body


@dataclass
class Small:
    """Small requests, one after the other, while something else goes on."""

    times_ms: list[float] = field(default_factory=list)
    failures: int = 0

    @property
    def slowest_ms(self) -> float:
        return max(self.times_ms, default=0.0)


@contextmanager
def small_requests(server: Server) -> Iterator[Small]:
    """Ask for small things all the time."""
    found, over = Small(), threading.Event()

    def ask(path: str) -> None:
        while not over.is_set():
            spent_ms, status, _ = timed(server, path)
            found.times_ms.append(spent_ms)
            found.failures += status != 200
            over.wait(0.1)

    threads = [threading.Thread(target=ask, args=(path,)) for path in SMALL]
    for thread in threads:
        thread.start()
    try:
        yield found
    finally:
        over.set()
        for thread in threads:
            thread.join()


def beside(server: Server, flood: str, seconds: float) -> str:
    """A row: ten people drag, alone or beside a flood; then small requests beside the same."""
    with dearflood.flooded(server.port, flood, 2 * seconds + 1) as statuses:
        people = load(server, drag, viewers=DRAGGERS, seconds=seconds, query=QUERY, every_s=EVERY_S)
        with small_requests(server) as small:
            time.sleep(seconds)
        came = ", ".join(f"{n} x {status}" for status, n in sorted(statuses().items()))
    return f"{speed(people)} | {small.slowest_ms:,.0f} ms{faults(people, small)} | {came}"


def speed(people: Load) -> str:
    return f"{people.p50_ms:,.0f} / {people.p95_ms:,.0f} ms"


def faults(people: Load, small: Small) -> str:
    number = len(people.errors) + people.unchanged + small.failures
    return f", {number} failed" if number else ""


@contextmanager
def workers_seen(server: Server) -> Iterator[dict[int, float]]:
    """Watch the processes that a server starts: CPU seconds by process id, as last seen."""
    seen: dict[int, float] = {}
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.02):
            for process in psutil.Process(server.pid).children(recursive=True):
                with suppress(psutil.Error):
                    spent = process.cpu_times()
                    seen[process.pid] = spent.user + spent.system

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()


def hang_ups(server: Server) -> str:
    """Two hundred hang up on a picture: how many processes that started, and what it cost."""
    process = psutil.Process(server.pid)
    there = [process, *process.children(recursive=True)]
    before_s = sum(sum(each.cpu_times()[:2]) for each in there)
    with workers_seen(server) as seen:
        asyncio.run(dearflood.hang_up_often(server.port, HANG_UPS))
        last, quiet_since = -1.0, time.monotonic()
        while time.monotonic() - quiet_since < SETTLED_S:
            time.sleep(0.2)
            if sum(seen.values()) > last + 0.05:
                last, quiet_since = sum(seen.values()), time.monotonic()
    spent_s = sum(seen.values()) + sum(process.cpu_times()[:2]) - before_s
    started = len(seen.keys() - {each.pid for each in there})
    return f"{started} processes started, {spent_s:.0f} s of CPU"


def killed(server: Server) -> str:
    """Kill the process that draws a picture: what the one who asked for it is told."""
    path = "/export/map.png?width=3000&height=3000&ring=sohae~"
    timed(server, f"{path}8000")
    told: list[tuple[float, int, bytes]] = []
    asking = threading.Thread(target=lambda: told.append(timed(server, f"{path}8100")))
    asking.start()
    time.sleep(0.4)
    for worker in psutil.Process(server.pid).children(recursive=True):
        worker.kill()
    asking.join()
    ((spent_ms, status, body),) = told
    said = "the picture" if status == 200 else json.loads(body)["errors"][0]["problem"]
    return f"{status} after {spent_ms / 1000:.1f} s: {said}"


def table(name: str, server: Server, seconds: float) -> str:
    """All of it for one build, as Markdown."""
    load(server, drag, viewers=2, seconds=2, query=QUERY)  # warm
    lines = [
        f"### {name}", "",
        "| beside | ten people drag, p50 / p95 | slowest small request | answers |",
        "| --- | --- | --- | --- |",
        f"| nothing | {beside(server, '', seconds)} |",
    ]  # fmt: skip
    for flood in dearflood.FLOODS:
        lines.append(f"| 60 x {flood} | {beside(server, flood, seconds)} |")
        time.sleep(SETTLED_S)
    lines += ["", f"{HANG_UPS} hang-ups: {hang_ups(server)}.", f"Killed: {killed(server)}."]
    return "\n".join(lines)
