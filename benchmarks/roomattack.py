"""Attack a class room as a pupil with a script might, from a process of its own.

Bounded in time, sent to 127.0.0.1 only. An attacker that is hung up on comes back.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

FORGED_KM = 12_000  # no ring of the leader's is as large
START_S = 2.0  # until the process attacks


def hostile_messages() -> Iterator[str | bytes]:
    """What someone sends who wants to lead without the secret, or to break the server."""
    number = 0
    while True:
        number += 1
        forged = f"ring=sohae~{FORGED_KM + number % 1_000}"
        yield json.dumps({"scene": {"query": forged, "active": 0}})
        yield json.dumps({"query": forged, "active": 0})
        yield json.dumps({"lead": f"{number:032x}"})
        yield "[" * 8_000
        yield json.dumps({"end": True})
        yield b"\0" * 8_000
        yield json.dumps({"answer": {"poll": "00000000", "choice": number}, "voter": "x" * 8})
        yield "x" * 100_000


async def flood(url: str, counted: Callable[[], None]) -> None:
    """Send as fast as the server takes it, and read nothing, until cancelled."""
    async for socket in connect(url, compression=None):
        with suppress(ConnectionClosed):
            for message in hostile_messages():
                await socket.send(message)
                counted()


async def flood_async(url: str, attackers: int, seconds: float) -> int:
    """Attack for some time; how much was sent."""
    sent = 0

    def counted() -> None:
        nonlocal sent
        sent += 1

    tasks = [asyncio.create_task(flood(url, counted)) for _ in range(attackers)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return sent


def flood_for(url: str, attackers: int, seconds: float) -> int:
    """Attack, in a process of one's own."""
    return asyncio.run(flood_async(url, attackers, seconds))


@contextmanager
def attacked(url: str, attackers: int, seconds: float) -> Iterator[Callable[[], int]]:
    """Have a room attacked meanwhile; yields what waits for the end and says how much was sent."""
    if not attackers:
        yield lambda: 0
        return
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        sent = pool.submit(flood_for, url, attackers, seconds)
        time.sleep(START_S)
        yield sent.result
