"""Time `GET /export/map.png`: one after another, eight at once, more than the queue holds."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from benchmarks.servers import Server
from benchmarks.stats import median

PICTURE = "/export/map.png?width=1600&height=900&ring=sohae~"
PNG = b"\x89PNG\r\n\x1a\n"
SINGLE = 5
AT_ONCE = 8
BURST = 64
TIMEOUT_S = 60
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Pictures:
    """Seconds per picture; `at_once_s` is until the last of eight has come.

    Of a burst: how many came, how many were told to try again, how many failed. `drawing_mb` is
    the memory of all drawing processes together afterwards.
    """

    single_s: float
    at_once_s: float
    failures: int
    burst: tuple[int, int, int]
    drawing_mb: float


def fetch(server: Server, range_km: int) -> tuple[float, int]:
    """Seconds of one picture, and the status; 0 for what is no PNG of the size asked for."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    try:
        connection.request("GET", f"{PICTURE}{range_km}")
        answer = connection.getresponse()
        body = answer.read()
    except (http.client.HTTPException, OSError):
        return time.perf_counter() - begun, 0
    finally:
        connection.close()
    size = (int.from_bytes(body[16:20]), int.from_bytes(body[20:24]))
    is_picture = body.startswith(PNG) and size == (1600, 900)
    status = answer.status if is_picture or answer.status != 200 else 0
    return time.perf_counter() - begun, status


def together(server: Server, ranges_km: range) -> list[int]:
    """Statuses of pictures all asked for at once."""
    with ThreadPoolExecutor(len(ranges_km)) as pool:
        return [status for _, status in pool.map(lambda km: fetch(server, km), ranges_km)]


def measure(server: Server) -> Pictures:
    """Every picture has a range of its own, so that no cache answers."""
    fetch(server, 7_000)  # imports what draws
    single = [fetch(server, 7_001 + number) for number in range(SINGLE)]
    begun = time.perf_counter()
    eight = together(server, range(8_001, 8_001 + AT_ONCE))
    at_once_s = time.perf_counter() - begun
    many = together(server, range(9_001, 9_001 + BURST))
    burst = many.count(200), many.count(503), len(many) - many.count(200) - many.count(503)
    failures = sum(status != 200 for status in (*(each for _, each in single), *eight))
    seconds = median([each for each, _ in single])
    return Pictures(seconds, at_once_s, failures, burst, drawing_mb(server))


def drawing_mb(server: Server) -> float:
    """Memory of the processes that the server started."""
    processes = psutil.Process(server.pid).children(recursive=True)
    return sum(process.memory_info().rss for process in processes) / MEGABYTE


@contextmanager
def drawing_all_the_time(server: Server, lanes: int = 2) -> Iterator[None]:
    """Have pictures drawn one after the other, in a few lanes, while something else is measured."""
    over = threading.Event()

    def lane(first_km: int) -> None:
        km = first_km
        while not over.is_set():
            fetch(server, km)
            km += lanes

    with ThreadPoolExecutor(lanes) as pool:
        for number in range(lanes):
            pool.submit(lane, 6_000 + number)
        try:
            yield
        finally:
            over.set()
