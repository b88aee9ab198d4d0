"""Time `GET /export/map.png`: one after another, and eight at once."""

from __future__ import annotations

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from benchmarks.servers import Server
from benchmarks.stats import median

PICTURE = "/export/map.png?width=1600&height=900&ring=sohae~"
PNG = b"\x89PNG\r\n\x1a\n"
SINGLE = 5
AT_ONCE = 8
TIMEOUT_S = 60


@dataclass(frozen=True)
class Pictures:
    """Seconds per picture; `at_once_s` is until the last of eight has come."""

    single_s: float
    at_once_s: float
    failures: int


def fetch(server: Server, range_km: int) -> tuple[float, bool]:
    """Seconds of one picture, and whether it is a PNG of the size asked for."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    try:
        connection.request("GET", f"{PICTURE}{range_km}")
        answer = connection.getresponse()
        body = answer.read()
    except (http.client.HTTPException, OSError):
        return time.perf_counter() - begun, False
    finally:
        connection.close()
    size = (int.from_bytes(body[16:20]), int.from_bytes(body[20:24]))
    good = answer.status == 200 and body.startswith(PNG) and size == (1600, 900)
    return time.perf_counter() - begun, good


def measure(server: Server) -> Pictures:
    """Every picture has a range of its own, so that no cache answers."""
    fetch(server, 7_000)  # imports what draws
    single = [fetch(server, 7_001 + number) for number in range(SINGLE)]
    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        together = list(pool.map(lambda km: fetch(server, km), range(8_001, 8_001 + AT_ONCE)))
    at_once_s = time.perf_counter() - begun
    failures = sum(not good for _, good in (*single, *together))
    return Pictures(median([seconds for seconds, _ in single]), at_once_s, failures)
