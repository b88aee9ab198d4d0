"""Flood of dear requests: sixty at once from a process of its own, which hangs up on them.

Bounded in time, sent to 127.0.0.1 only. Every request has coordinates of its own, so that no cache
answers.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context

AT_ONCE = 60
START_S = 2.0  # until the process asks
COME_BACK_S = 1.0  # after a "busy"
HANG_UP_S = 0.02
_LAYERS = "cities,bases,thaad,radar,arcs,tests,envelope"

random.seed(7)


def point() -> str:
    return f"{random.uniform(-80, 80):.5f},{random.uniform(-179, 179):.5f}"  # noqa: S311


def rings() -> str:
    """Twelve rings of three numbers around coordinates that nobody asked for before."""
    return "&".join(f"ring={point()}~{3000 + 70 * n}-{4500 + 90 * n}-9000" for n in range(12))


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()


def story() -> bytes:
    """A teacher's file with as many of the dearest placeholders as are accepted."""
    steps = [
        {
            "title": "t",
            "text": " ".join(f"{{us_inside:{point()}~19000}}" for _ in range(20)),
            "question": "",
            "view": "ring=sohae~8000",
        }
        for _ in range(20)
    ]
    body = {"reachmap_story": 1, "title": "t", "about": "a", "author": "", "steps": steps}
    text = json.dumps(body).encode()
    head = "POST /live/story.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    return f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text


FLOODS: dict[str, Callable[[], bytes]] = {
    "story.json, 400 counts": story,
    "map.kmz, 12 bands": lambda: get(f"/export/map.kmz?{rings()}&show={_LAYERS}"),
    "rings.geojson, 12 bands": lambda: get(f"/export/rings.geojson?{rings()}"),
    "map.html": lambda: get(f"/export/map.html?{rings()}"),
    "map.png": lambda: get(f"/export/map.png?{rings()}&width=1600&height=900"),
    "site.json": lambda: get(f"/live/site.json?site={point()}"),
    "page loads": lambda: get(f"/?{rings()}"),
    "rings.geojson, one ring": lambda: get(f"/export/rings.geojson?ring={point()}~8000"),
}


async def exchange(port: int, request: bytes) -> int:
    """Ask once; the status, 0 if there was none."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        answer = await reader.read()
        return int(answer.split(b" ", 2)[1]) if answer else 0
    finally:
        writer.close()


async def ask_again_and_again(port: int, name: str, statuses: Counter[int]) -> None:
    while True:
        status = 0
        with suppress(OSError):
            status = await exchange(port, FLOODS[name]())
        statuses[status] += 1
        if status != 200:
            await asyncio.sleep(COME_BACK_S)


async def flood_async(port: int, name: str, seconds: float) -> Counter[int]:
    """Have sixty requests on their way all the time; how often which status came."""
    statuses: Counter[int] = Counter()
    tasks = [asyncio.create_task(ask_again_and_again(port, name, statuses)) for _ in range(AT_ONCE)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return statuses


def flood_for(port: int, name: str, seconds: float) -> Counter[int]:
    return asyncio.run(flood_async(port, name, seconds))


@contextmanager
def flooded(port: int, name: str, seconds: float) -> Iterator[Callable[[], Counter[int]]]:
    """Flood a server meanwhile; yields what waits for the end and says which statuses came."""
    if not name:
        yield Counter
        return
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found = pool.submit(flood_for, port, name, seconds + START_S)
        time.sleep(START_S)
        yield found.result


async def hang_up(port: int, number: int) -> None:
    """Ask for a picture and be gone before it can be there."""
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(get(f"/export/map.png?ring=sohae~{5000 + number}&width=1600&height=900"))
    await writer.drain()
    await asyncio.sleep(HANG_UP_S)
    writer.close()


async def hang_up_often(port: int, times: int) -> None:
    """One after the other in ten lanes, as a script would."""
    numbers = iter(range(times))

    async def lane() -> None:
        for number in numbers:
            with suppress(OSError):
                await hang_up(port, number)

    await asyncio.gather(*itertools.starmap(lane, [()] * 10))
