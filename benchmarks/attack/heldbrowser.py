"""Regression figures in a browser: a flat heap, no blank map, tabs that come back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import psutil
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket

from benchmarks.attack.monkey import LOOK, Monkey
from benchmarks.browser import PROBE, SCREEN, opened, settle, track, wait_until
from benchmarks.chromium import chromium
from benchmarks.servers import Server, free_port

DRAGS = 300
TABS = 15
PUPILS = 5
DOWN_S = 2.0  # how long the killed server is away
PATIENCE_S = 120.0
SEED = 1204
CHANGED_KM = 4321
Start = Callable[[int], AbstractContextManager[Server]]
SET_RANGE = """([km]) => {
    const input = document.querySelector("[data-testid=range-0]");
    input.value = km;
    for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
}"""


def heap(server: Server) -> str:
    """Drag the first thumb 300 times; what the page holds after collections of garbage."""
    seen: list[float] = []
    with chromium() as chrome, opened(chrome, f"{server.url}/?ring=sohae~8000") as page:
        settle(page)
        developer = page.context.new_cdp_session(page)
        for number in range(1, DRAGS + 1):
            x, y, left, right = track(page)
            page.mouse.move(x, y)
            page.mouse.down()
            goal = left + (right - left) * (0.5 + 0.45 * (-1) ** number)
            page.mouse.move(goal, y, steps=6)
            page.mouse.up()
            if number in (10, DRAGS // 2, DRAGS):
                page.wait_for_timeout(1_000)  # what the last release sets off
                developer.send("HeapProfiler.collectGarbage")
                seen.append(developer.send("Runtime.getHeapUsage")["usedSize"] / 1e6)
    return " -> ".join(f"{megabytes:.1f}" for megabytes in seen) + " MB"


def monkey(server: Server, seconds: float) -> str:
    """Let a monkey act for some minutes."""
    with chromium() as chrome:
        context = chrome.new_context(viewport=SCREEN)
        one = Monkey(context.new_page(), server.url, SEED)
        one.open()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            one.act()
        context.close()
    right = one.addresses - len(one.wrong)
    first = next(iter([*one.exceptions, *one.blank, *one.wrong]), "")
    return (
        f"{len(one.did):,} acts in {seconds:.0f} s: {len(one.exceptions)} exceptions, "
        f"{len(one.blank)} blank maps, address right {right:,} of {one.addresses:,}"
        + (f"; {len(one.missed)} acts found nothing" if one.missed else "")
        + (f"; first: {first[:200]}" if first else "")
    )


class Tab:
    """A page that says when its server has spoken to it again, and what was thrown in it."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.page = context.new_page()
        self.spoken = 0
        self.thrown: list[str] = []
        self.page.on("websocket", self._listen)
        self.page.on("pageerror", lambda error: self.thrown.append(error.message))
        self.page.goto(url, wait_until="commit")

    def _listen(self, socket: WebSocket) -> None:
        def heard(_: object) -> None:
            self.spoken += 1

        if "/_stcore/stream" in socket.url:
            socket.on("framereceived", heard)

    def ranges(self) -> list[float]:
        shown = self.page.evaluate(LOOK)
        return [round(km, 3) for _, km in shown["rings"]] if shown else []


@contextmanager
def contexts(chrome: Browser, count: int) -> Iterator[list[BrowserContext]]:
    made = [chrome.new_context(viewport=SCREEN) for _ in range(count)]
    for context in made:
        context.add_init_script(path=PROBE)
    yield made
    for context in made:
        context.close()


def until(page: Page, condition: Callable[[], bool]) -> bool:
    """Wait for a condition, and let the browser's events come in meanwhile."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(50)
    return True


def kill(server: Server) -> None:
    """End a server as the system does when memory runs out."""
    process = psutil.Process(server.pid)
    process.kill()
    process.wait(10)


def killed(start: Start) -> str:
    """Kill the server under 15 tabs; seconds from the new one's health until all are back."""
    port = free_port()
    wanted = [[3000.0 + 500 * number] for number in range(TABS)]
    with chromium() as chrome, contexts(chrome, 1) as (context,):
        with start(port) as server:
            tabs = [Tab(context, f"{server.url}/?ring=sohae~{km:.0f}") for (km,) in wanted]
            for tab, rings in zip(tabs, wanted, strict=True):
                until(tab.page, lambda tab=tab, rings=rings: tab.ranges() == rings)  # type: ignore[misc]
            tabs[0].page.wait_for_timeout(1_000)
            kill(server)
        tabs[0].page.wait_for_timeout(1_000 * DOWN_S)
        tabs[0].page.evaluate(SET_RANGE, [CHANGED_KM])
        wanted[0] = [CHANGED_KM]
        for tab in tabs:
            tab.spoken = 0
        with start(port):
            begun = time.monotonic()
            until(tabs[0].page, lambda: all(tab.spoken for tab in tabs))
            taken = time.monotonic() - begun
            told = until(tabs[0].page, lambda: f"sohae~{CHANGED_KM}" in tabs[0].page.url)
            back = sum(bool(tab.spoken) for tab in tabs)
            kept = sum(tab.ranges() == rings for tab, rings in zip(tabs, wanted, strict=True))
    thrown = [text for tab in tabs for text in tab.thrown]
    return (
        f"{back} of {TABS} in {taken:.1f} s, {kept} with their rings; the change made meanwhile "
        f"{'is in the address' if told else 'is lost'}; {len(thrown)} exceptions"
    )


def class_again(start: Start) -> str:
    """Kill the server of a class of five; seconds until all five follow the leader again."""
    port = free_port()
    with chromium() as chrome, contexts(chrome, 2) as (teachers, pupils):
        with start(port) as server:
            leader = Tab(teachers, f"{server.url}/?ring=sohae~8000")
            settle(leader.page)
            leader.page.locator(".st-key-start-class").click()
            wait_until(leader.page, "location.search.includes('room=')", 1000 * PATIENCE_S)
            code = re.findall(r"room=(\w+)", leader.page.url)[0]
            tabs = [Tab(pupils, f"{server.url}/?room={code}") for _ in range(PUPILS)]
            for tab in tabs:
                until(tab.page, lambda tab=tab: tab.ranges() == [8000])  # type: ignore[misc]
            leader.page.locator(".st-key-close-board").click()
            kill(server)
        leader.page.wait_for_timeout(1_000 * DOWN_S)
        leader.page.evaluate(SET_RANGE, [CHANGED_KM])
        with start(port):
            begun = time.monotonic()
            until(leader.page, lambda: all(tab.ranges() == [CHANGED_KM] for tab in tabs))
            taken = time.monotonic() - begun
            together = sum(tab.ranges() == [CHANGED_KM] for tab in tabs)
    thrown = [text for tab in [leader, *tabs] for text in tab.thrown]
    return f"{together} of {PUPILS} in {taken:.1f} s; {len(thrown)} exceptions"
