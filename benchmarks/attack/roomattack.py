"""Attack a class room as a pupil with a script might, from a process of its own.

Bounded in time, sent to 127.0.0.1 only. An attacker that is hung up on comes back.
`python -m benchmarks.attack.roomattack http://127.0.0.1:PORT` attacks a server that runs already,
in one way after another, and says what a teacher and pupils at the same address notice.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import secrets
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.report import milliseconds
from benchmarks.stats import percentile
from geo.facts import CROCKFORD

FORGED_KM = 12_000  # no ring of the leader's is as large
START_S = 2.0  # until the process attacks
SIEGE_S = 8.0
PATIENCE_S = 60.0
HAMMERS = 64
LIARS = 600
CROWD = 500
PUPILS = 30
VIEW = "ring=sohae~8000&ring=sohae~5000"


def hostile_messages() -> Iterator[str | bytes]:
    """What someone sends who wants to lead without the secret, or to break the server."""
    number = 0
    while True:
        number += 1
        forged = f"ring=sohae~{FORGED_KM + number % 1_000}"
        yield json.dumps({"scene": {"query": forged}})
        yield json.dumps({"query": forged})
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


class Siege:
    """Attacks of some seconds on a server, each with someone beside it who means well."""

    def __init__(self, url: str) -> None:
        self.host = url.removeprefix("http://").rstrip("/")

    def post(self, path: str) -> tuple[int, dict[str, str]]:
        """Ask once, on a connection of its own; status and what was told."""
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE_S)
        try:
            connection.request("POST", path)
            answer = connection.getresponse()
            text = answer.read()
            is_json = answer.getheader("Content-Type", "").startswith("application/json")
            return answer.status, json.loads(text) if is_json else {}
        finally:
            connection.close()

    def room(self) -> tuple[str, str]:
        """Code and secret of a new room; the server may be busy for a moment."""
        while (told := self.post("/room"))[0] != 201:
            time.sleep(0.2)
        return told[1]["code"], told[1]["secret"]

    def socket(self, code: str, ticket: str = "") -> connect:
        query = f"?ticket={ticket}" if ticket else ""
        url = f"ws://{self.host}/room/{code}{query}"
        return connect(url, compression=None, open_timeout=PATIENCE_S)

    async def lead(self, code: str, secret: str) -> ClientConnection | None:
        """A socket that leads, None if the server will not have it."""
        leader = await self.socket(code)
        await leader.send(json.dumps({"lead": secret}))
        told = await heard(leader, "room")
        return leader if told.get("role") == "leader" else None

    async def openings(self) -> str:
        """Rooms are asked for on many connections; a teacher at the same address asks for one."""
        end = time.perf_counter() + SIEGE_S

        def hammer() -> int:
            connection = http.client.HTTPConnection(self.host, timeout=PATIENCE_S)
            asked = 0
            while time.perf_counter() < end:
                connection.request("POST", "/room")
                connection.getresponse().read()
                asked += 1
            connection.close()
            return asked

        hammers = [asyncio.create_task(in_thread(hammer)) for _ in range(HAMMERS)]
        await asyncio.sleep(1.0)
        got, waits = 0, []
        for _ in range(10):
            begun = time.perf_counter()
            got += (await in_thread(lambda: self.post("/room")))[0] == 201
            waits.append((time.perf_counter() - begun) * 1000)
            await asyncio.sleep(0.3)
        asked = sum(await asyncio.gather(*hammers))
        worst = f"{milliseconds(percentile(waits, 50))} / {milliseconds(max(waits))}"
        return (
            f"{asked / SIEGE_S:,.0f} asked a second; a teacher got {got} of 10, p50 / worst {worst}"
        )

    async def liars(self) -> str:
        """False proofs for a room whose leader comes back."""
        code, secret = self.room()
        sockets = await all_of([self.socket(code) for _ in range(LIARS)])
        for socket in sockets:
            with suppress(ConnectionClosed):
                await socket.send(json.dumps({"lead": secrets.token_hex(16)}))
        begun = time.perf_counter()
        leader = None
        while leader is None and time.perf_counter() - begun < PATIENCE_S:
            with suppress(ConnectionClosed):
                leader = await self.lead(code, secret)
        waited_s = time.perf_counter() - begun
        await close_all([*sockets, *filter(None, [leader])])
        return f"{LIARS} false proofs; the leader leads again after {waited_s:.2f} s"

    async def guesses(self) -> str:
        """Codes are tried as fast as they are answered; a pupil with a ticket joins meanwhile."""
        code, secret = self.room()
        leader = await self.lead(code, secret)
        end = time.perf_counter() + SIEGE_S
        states: list[str] = []

        async def guess() -> None:
            while time.perf_counter() < end:
                tried = "".join(secrets.choice(CROCKFORD) for _ in range(6))
                with suppress(ConnectionClosed, TimeoutError, OSError):
                    async with self.socket(tried) as socket:
                        states.append((await heard(socket, "room")).get("state", ""))

        guessers = [asyncio.create_task(guess()) for _ in range(1_000)]
        await asyncio.sleep(SIEGE_S / 2)
        joined = await self.join(code)
        await asyncio.gather(*guessers)
        await close_all([each for each in (leader, joined) if each])
        answered = sum(state in ("unknown", "open") for state in states)
        got_in = "joined" if joined else "did not get in"
        return f"{answered / SIEGE_S:,.1f} codes a second answered; a pupil {got_in}"

    async def join(self, code: str) -> ClientConnection | None:
        """A browser that joins, with a ticket if the server has any; None if there is no place."""
        status, told = await in_thread(lambda: self.post("/room/ticket"))
        socket = await self.socket(code, told["ticket"] if status == 201 else "")
        return socket if (await heard(socket, "room")).get("state") == "open" else None

    async def crowd(self) -> str:
        """One script takes all seats and votes from each; pupils want to join and vote."""
        code, secret = self.room()
        leader = await self.lead(code, secret)
        if leader is None:
            return "nobody could lead"
        await leader.send(json.dumps({"query": VIEW}))
        script = await all_of([self.socket(code) for _ in range(CROWD)])
        pupils = [each for _ in range(PUPILS) if (each := await self.join(code))]
        await leader.send(json.dumps({"poll": {"kind": "believe"}}))
        poll = (await heard(leader, "poll"))["id"]
        for choice, sockets in enumerate((script, pupils)):
            for number, socket in enumerate(sockets):
                vote = {"answer": {"poll": poll, "choice": choice}, "voter": f"v{number:09d}"}
                with suppress(ConnectionClosed):
                    await socket.send(json.dumps(vote))
        counts = [0, 0]
        with suppress(TimeoutError):
            async with asyncio.timeout(3):
                while True:
                    counts = (await heard(leader, "bars"))["counts"]
        await leader.send(json.dumps({"end": True}))
        await close_all([*script, *pupils, leader])
        return (
            f"{len(pupils)} of {PUPILS} pupils got in; votes of the script and of pupils: {counts}"
        )


async def in_thread(act: Callable[[], object]) -> object:
    """Do what blocks beside the loop, in a thread of its own: 64 of them at once."""
    return await asyncio.get_running_loop().run_in_executor(None, act)


async def heard(socket: ClientConnection, key: str) -> dict[str, object]:
    """The next message with a key; {} if the socket closes first."""
    with suppress(ConnectionClosed):
        async for text in socket:
            told = json.loads(text)
            if told.get(key) is not None:
                return told[key]
    return {}


async def all_of(opening: list[Awaitable[ClientConnection]]) -> list[ClientConnection]:
    """All of these sockets, twenty at a time."""
    limit = asyncio.Semaphore(20)

    async def opened(each: Awaitable[ClientConnection]) -> ClientConnection:
        async with limit:
            return await each

    return list(await asyncio.gather(*map(opened, opening)))


async def close_all(sockets: list[ClientConnection]) -> None:
    await asyncio.gather(*(each.close() for each in sockets), return_exceptions=True)


async def besiege(url: str) -> None:
    """One attack after another; a line each."""
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(HAMMERS + 8))
    siege = Siege(url)
    for attack in (siege.openings, siege.liars, siege.crowd, siege.guesses):
        print(f"{attack.__name__}: {await attack()}", flush=True)


if __name__ == "__main__":
    asyncio.run(besiege(sys.argv[1]))
