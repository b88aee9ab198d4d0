"""How smooth a drag is on a slow laptop, beside a bare page with one slider in the same run.

Chromium slows the page's main thread four times (CDP). Workers and the process that puts pictures
on the screen are not slowed, so a figure flatters what is done there.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize
from websockets.sync.client import connect

from benchmarks.browser import DRAG_S, SCREEN, NoMapError, opened, wait_until
from benchmarks.chromium import chromium
from benchmarks.gaps import HEAD, Figures, row
from benchmarks.hand import dragging
from benchmarks.load import rooms
from benchmarks.report import machine
from benchmarks.servers import ROOT, Server, free_port, serve
from geo.facts import LAYERS

PROBE = Path(__file__).with_name("gaps.js")
BARE = (
    "data:text/html,<!doctype html><title>bare</title>"
    '<input type=range data-testid=range-0 min=10 max=19900 value=8000 style="width:250px">'
)
EVERYTHING = f"?show={','.join(layer.id for layer in LAYERS)}&to=guam_nb,honolulu,seattle"
REPORTS = "?ring=sohae~8000&ring=sohae~lofted:2802,933&ring=sohae~lofted:3724.9,998"
NESTED = "?ring=sohae~8000&radar=tpy2_seongju~600~347~120&radar=tpy2_seongju~2000~347~120"
PHONE = ViewportSize(width=390, height=844)
LEADERS_GAP_S = 0.06  # between two scenes of a leader
PATIENCE_MS = 40_000
CALM_MS = 1_000
WARM_MS = 700  # what runs for the first time is not counted


@dataclass(frozen=True)
class View:
    """A page that is measured."""

    name: str
    query: str = ""
    screen: ViewportSize = field(default_factory=lambda: SCREEN)
    held: str = "range-0"  # what is dragged


VIEWS = {
    "default": View("default view"),
    "all": View("all layers, any known site", EVERYTHING),
    "reports": View("beside two rings of reports, which fade", REPORTS),
    "day": View("the timeline's day", f"{EVERYTHING}&date=2006-07-05", held="timeline-day"),
    "radar": View("a radar's boresight, two sectors", NESTED, held="radar-azimuth"),
    "radars": View(
        "a radar's boresight, all layers",
        f"{EVERYTHING}&{NESTED[1:]}",
        held="radar-azimuth",
    ),
    "phone": View("phone, 390 x 844", screen=PHONE),
    "present": View("presentation", "?present=1"),
    "class": View("follower of a class"),
}


def watched(context: BrowserContext) -> None:
    context.add_init_script(path=PROBE)


MAP = "document.querySelector('[data-testid=map]')?.contentWindow?.reachmap?.state()"
REST = "document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"


def settle(page: Page) -> None:
    """Wait until the map knows its places and Python has nothing more to say."""
    if not wait_until(page, f"Object.keys({MAP}?.places ?? {{}}).length && {REST}", PATIENCE_MS):
        raise NoMapError(f"no places on a map within {PATIENCE_MS / 1000:.0f} s")
    page.wait_for_timeout(CALM_MS)


@contextmanager
def shown(browser: Browser, url: str, screen: ViewportSize) -> Iterator[Page]:
    """A page that is there."""
    with opened(browser, url, watched, screen) as page:
        if url != BARE:
            settle(page)
        yield page


def busy_s(session: CDPSession) -> float:
    """The processor's time that the page's main thread had for its tasks."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


@contextmanager
def dragged(page: Page, port: int, held: str) -> Iterator[None]:
    """Hold a slider's thumb and move it to and fro."""
    page.mouse.move(page.evaluate("innerWidth / 2"), 300)  # a presentation shows its panel
    slider = page.get_by_test_id(held)
    slider.wait_for(timeout=PATIENCE_MS)
    box = slider.bounding_box()
    if box is None:
        raise NoMapError(f"nothing to drag: {held}")
    left, right = (box["x"] + box["width"] * part for part in (0.3, 0.9))
    y = box["y"] + box["height"] / 2
    page.mouse.move(left, y)
    page.mouse.down()
    with dragging(page, port, left, right, y):
        yield
    page.mouse.up()


@contextmanager
def led(page: Page, server: Server) -> Iterator[None]:
    """Take the page into a class whose leader drags."""
    code, secret = rooms.new_room(server)
    done = Event()
    with connect(f"{server.url.replace('http', 'ws')}/room/{code}") as leader:
        leader.send(json.dumps({"lead": secret}))
        leader.recv()  # the room is open
        page.goto(f"{server.url}/?room={code}", wait_until="commit")
        settle(page)

        def lead() -> None:
            number = 0
            while not done.wait(LEADERS_GAP_S):
                number += 1
                leader.send(rooms.drag(number * 17 % 9000))

        hand = Thread(target=lead)
        hand.start()
        try:
            wait_until(page, f"{MAP}?.rings[0]?.site === 'tonghae'", PATIENCE_MS)
            yield
        finally:
            done.set()
            hand.join()
        leader.send(json.dumps({"end": True}))


def measure(page: Page, figures: Figures, bare_per_s: float, times: float) -> float:
    """Note for a while what is seen of what moves, at full speed and slowed; frames a second."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.wait_for_timeout(WARM_MS)
    before_s = busy_s(session)
    swift, _ = watch(page)
    figures.busy_ms.append(1000 * (busy_s(session) - before_s) / len(swift["gaps"]))
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
    page.wait_for_timeout(WARM_MS)
    seen, draws = watch(page)
    seconds = sum(seen["gaps"]) / 1000
    per_s: float = len(seen["gaps"]) / seconds
    figures.frames_per_s.append(per_s)
    figures.of_bare.append(per_s / (bare_per_s or per_s))
    figures.draws_per_s.append(draws / seconds)
    figures.gaps_ms += seen["gaps"]
    figures.delays_ms += seen["delays"]
    figures.longest_ms = max(figures.longest_ms, seen["longest"])
    return per_s


def watch(page: Page) -> tuple[dict[str, Any], int]:
    """What is seen while something moves, and how often the map was drawn meanwhile."""
    before = page.evaluate("gaps.draws()")
    page.evaluate("gaps.start()")
    page.wait_for_timeout(DRAG_S * 1000)
    seen = page.evaluate("gaps.stop()")
    return seen, page.evaluate("gaps.draws()") - before


def one_round(
    browser: Browser, port: int, server: Server, figures: dict[str, Figures], times: float
) -> None:
    """The bare page, then each view."""
    bare_per_s = 0.0
    for name, each in figures.items():
        view = VIEWS.get(name, View("bare"))
        url = f"{server.url}/{view.query}" if name in VIEWS else BARE
        with shown(browser, url, view.screen) as page, ExitStack() as stack:
            moved = led(page, server) if name == "class" else dragged(page, port, view.held)
            stack.enter_context(moved)
            per_s = measure(page, each, bare_per_s, times)
        bare_per_s = bare_per_s or per_s


def measured(apps: Sequence[Path], asked: argparse.Namespace) -> list[dict[str, Figures]]:
    """All views of each app, in turns: a machine that grows slower is so for all."""
    found = [{name: Figures() for name in ("bare", *asked.only)} for _ in apps]
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(Path("app.py"), cwd=app)) for app in apps]
        port = free_port()
        browser = stack.enter_context(chromium(f"--remote-debugging-port={port}"))
        for server in servers:
            with opened(browser, f"{server.url}/") as page:
                settle(page)  # a warm server
        for number in range(asked.rounds):
            order = list(zip(servers, found, strict=True))[:: -1 if number % 2 else 1]
            for server, figures in order:
                one_round(browser, port, server, figures, asked.times)
    return found


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.slow", description=__doc__)
    parser.add_argument("--app", type=Path, default=ROOT, help="measure this checkout")
    parser.add_argument("--beside", type=Path, help="and another one, in turns")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--times", type=float, default=4, help="how many times slower")
    parser.add_argument("--only", nargs="+", choices=VIEWS, default=list(VIEWS), help="views")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    apps = [each.resolve() for each in (asked.app, asked.beside) if each]
    found = measured(apps, asked)
    for app, figures in zip(apps, found, strict=True):
        print(f"\n{app.name}, main thread {asked.times:g} times slower:\n\n{HEAD}")
        for name, each in figures.items():
            print(row(VIEWS[name].name if name in VIEWS else "bare page, one slider", each))
    print(f"\n{machine()}")
    if asked.json:
        told = {
            app.name: {name: each.told() for name, each in figures.items()}
            for app, figures in zip(apps, found, strict=True)
        }
        asked.json.write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
