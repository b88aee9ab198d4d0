"""Lead a class of a hundred over WebSockets: how late, how much, and with hostile followers too.

The leader drags one of five rings, 20 messages a second. Each message has a range of its own, by
which a follower knows it again; a scene that never came is lost. Leader, followers and attackers
share one process beside the server. The load goes to 127.0.0.1 only and ends by itself.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import re
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import psutil
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.attack.roomattack import FORGED_KM, START_S, attacked
from benchmarks.report import kilobytes, milliseconds
from benchmarks.servers import Server
from benchmarks.stats import percentile

PER_S = 20
FIRST_KM = 3_000
OTHER_RINGS = "&".join(f"ring=sohae~{km}~as+somebody+said" for km in (5000, 6700, 8000, 10000))
VIEW = f"{OTHER_RINGS}&at=45,170,3&units=mi"
MOVED = re.compile(r'"best":(\d+)')
CALM_S = 2.0  # for what is still on its way
TIMEOUT_S = 30.0
MEGABYTE = 1024 * 1024


@dataclass
class RoomLoad:
    """What a class was like.

    `left_behind` counts followers without the last scene, `hostile` what attackers sent, `forged`
    what of it followers got. `cpu` is a share of one core.
    """

    followers: int
    sent: int = 0
    latencies_ms: list[float] = field(default_factory=list)
    bytes_received: int = 0
    left_behind: int = 0
    hostile: int = 0
    forged: int = 0
    cpu: float = 0.0
    rss_mb: float = 0.0

    @property
    def overtaken(self) -> int:
        return self.sent * self.followers - len(self.latencies_ms)

    @property
    def bytes_each(self) -> float:
        return self.bytes_received / len(self.latencies_ms) if self.latencies_ms else 0.0

    def __str__(self) -> str:
        """The figures; what went wrong stands in them too."""
        times = (percentile(self.latencies_ms, each) for each in (50, 95, 100))
        attack = f"; {self.hostile:,} hostile messages, {self.forged} got through"
        return (
            f"{' / '.join(map(milliseconds, times))}; {self.sent * self.followers:,} scenes of "
            f"{kilobytes(self.bytes_each)}, {self.overtaken:,} overtaken by newer ones, "
            f"{self.left_behind} followers left behind; {self.cpu:.0%} of a core, "
            f"{self.rss_mb:.0f} MB{attack if self.hostile else ''}"
        )


def new_room(server: Server) -> tuple[str, str]:
    """Code and secret of a new room."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    try:
        connection.request("POST", "/room")
        room = json.loads(connection.getresponse().read())
    finally:
        connection.close()
    return room["code"], room["secret"]


def drag(number: int) -> str:
    """The leader's message number so many."""
    query = f"ring=tonghae~{FIRST_KM + number}~own+assumption&{VIEW}"
    return json.dumps({"scene": {"query": query}})


async def lead(socket: ClientConnection, seconds: float, sent_at: dict[str, float]) -> None:
    """Drag without a pause, at an even pace."""
    begun = time.perf_counter()
    for number in range(int(seconds * PER_S)):
        await asyncio.sleep(max(0.0, begun + number / PER_S - time.perf_counter()))
        sent_at[str(FIRST_KM + number)] = time.perf_counter()
        await socket.send(drag(number))


async def follow(socket: ClientConnection, sent_at: dict[str, float], result: RoomLoad) -> None:
    """Note when each scene comes, until cancelled."""
    newest = ""
    try:
        async for text in socket:
            now = time.perf_counter()
            found = MOVED.search(str(text))
            if found and found[1] in sent_at:
                newest = found[1]
                result.latencies_ms.append((now - sent_at[newest]) * 1000)
                result.bytes_received += len(text)
            result.forged += bool(found and int(found[1]) >= FORGED_KM)
    finally:
        result.left_behind += newest != next(reversed(sent_at))


async def ignore(socket: ClientConnection) -> None:
    """Read what comes, until cancelled: an unread socket would stall."""
    async for _ in socket:
        pass


async def drag_and_watch(
    pid: int, leader: ClientConnection, seconds: float, sent_at: dict[str, float], result: RoomLoad
) -> None:
    """Drag, and see what it costs the server."""
    process = psutil.Process(pid)
    before, begun = sum(process.cpu_times()[:2]), time.perf_counter()
    await lead(leader, seconds, sent_at)
    result.cpu = (sum(process.cpu_times()[:2]) - before) / (time.perf_counter() - begun)
    result.rss_mb = process.memory_info().rss / MEGABYTE
    await asyncio.sleep(CALM_S)
    result.sent = len(sent_at)


async def class_async(server: Server, followers: int, seconds: float, attackers: int) -> RoomLoad:
    """Open a room, fill it, and drag."""
    code, secret = await asyncio.to_thread(new_room, server)
    url = f"{server.url.replace('http', 'ws')}/room/{code}"
    result = RoomLoad(followers)
    sent_at: dict[str, float] = {}
    async with AsyncExitStack() as stack:

        async def join() -> ClientConnection:
            socket = connect(url, compression=None, open_timeout=TIMEOUT_S)
            return await stack.enter_async_context(socket)

        leader = await join()
        await leader.send(json.dumps({"lead": secret}))
        await leader.recv()  # the room is open
        sockets = [await join() for _ in range(followers)]
        tasks = [asyncio.create_task(follow(each, sent_at, result)) for each in sockets]
        tasks.append(asyncio.create_task(ignore(leader)))
        with attacked(url, attackers, seconds + START_S) as hostile:
            await drag_and_watch(server.pid, leader, seconds, sent_at, result)
            result.hostile = hostile()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await leader.send(json.dumps({"end": True}))
    return result


def measure(
    server: Server, *, followers: int = 100, seconds: float = 20.0, attackers: int = 0
) -> RoomLoad:
    """Lead one class and return what it was like."""
    return asyncio.run(class_async(server, followers, seconds, attackers))
