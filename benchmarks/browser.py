"""Browser measurements: what a person sees in headless Chromium, all other hosts cut off.

Redraws while the thumb moves, key press to changed ring, first map on screen, bytes per change.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Request,
    ViewportSize,
    WebSocket,
)

from benchmarks.cdn import OTHER_HOSTS
from benchmarks.stats import median

PROBE = Path(__file__).with_name("probe.js")
SCREEN = ViewportSize(width=1280, height=800)
FIRST_MAPS = 5
FIRST_MAP_TIMEOUT_MS = 15_000
PRESSES = 20
DRAG_S = 3.0
AFTERMATH_MS = 1_500  # what the release of the thumb sets off is over by then

Prepare = Callable[[BrowserContext], None]


@dataclass(frozen=True)
class FirstMap:
    """Opening the link with an empty browser cache. Infinite where no ring ever appeared."""

    milliseconds: float
    other_hosts: int


@dataclass(frozen=True)
class Drag:
    """The thumb dragged to and fro: frames in which its value changed, and redraws."""

    seconds: float
    frames: int
    values: int
    draws: int
    blank: int
    kept: bool  # after the release: same map, same pan and zoom as before

    @property
    def per_s(self) -> float:
        return self.draws / self.seconds


@dataclass(frozen=True)
class Keys:
    """ArrowRight pressed again and again."""

    median_ms: float
    missed: int
    remounted: bool
    bytes_per_change: float


@contextmanager
def opened(
    browser: Browser, url: str, prepare: Prepare | None = None, screen: ViewportSize = SCREEN
) -> Iterator[Page]:
    """A page in a context of its own, with the probe in it from the start."""
    context = browser.new_context(viewport=screen)
    context.add_init_script(path=PROBE)
    if prepare:
        prepare(context)
    try:
        page = context.new_page()
        page.goto(url, wait_until="commit")
        yield page
    finally:
        context.close()


def wait_until(page: Page, expression: str, timeout_ms: float) -> bool:
    """Poll an expression until it is true; False when the time is up.

    Playwright's own `wait_for_function` evaluates text in the page, which a strict CSP forbids.
    """
    end = time.monotonic() + timeout_ms / 1000
    while not page.evaluate(expression):
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(50)
    return True


def wait_for_map(page: Page) -> float:
    """Milliseconds from the start of the navigation to a map with a ring, or infinity."""
    if not wait_until(page, "window.probe?.firstMs > 0", FIRST_MAP_TIMEOUT_MS):
        return math.inf
    return float(page.evaluate("probe.firstMs"))


class NoMapError(RuntimeError):
    """The app shows no map with a ring, so nothing can be measured on it."""


def settle(page: Page) -> None:
    """Wait until the map is drawn and nothing more is being fetched."""
    if math.isinf(wait_for_map(page)):
        raise NoMapError(f"no ring on a map within {FIRST_MAP_TIMEOUT_MS / 1000:.0f} s")
    page.wait_for_load_state("networkidle")


def first_map(browser: Browser, url: str) -> FirstMap:
    """Median of several fresh browsers, after one that warms the server."""
    times: list[float] = []
    others: set[str] = set()

    def listen(request: Request) -> None:
        if OTHER_HOSTS.match(request.url):
            others.add(request.url)

    for number in range(FIRST_MAPS + 1):
        with opened(browser, "about:blank") as page:
            page.on("request", listen)
            page.goto(url, wait_until="commit")
            taken = wait_for_map(page)
        if math.isinf(taken):
            return FirstMap(taken, len(others))
        if number:
            times.append(taken)
    return FirstMap(median(times), len(others))


def thumb(page: Page) -> Locator:
    """The range input a person moves: Reachmap's own, or the one inside st.slider."""
    return page.locator('[data-testid="range-0"], [data-testid="stSlider"] input').first


def track(page: Page) -> tuple[float, float, float, float]:
    """Where the thumb stands and how far it is dragged: x, y, left, right."""
    x, y, left, width = page.evaluate("probe.track()")
    return x, y, left + 0.3 * width, left + 0.9 * width


def drag(browser: Browser, url: str, prepare: Prepare | None = None) -> Drag:
    """Drag the thumb for DRAG_S seconds and count what the map did meanwhile."""
    with opened(browser, url, prepare) as page:
        settle(page)
        move_map(page)
        place = page.evaluate("probe.mark(), probe.place()")
        x, y, left, right = track(page)
        page.mouse.move(x, y)
        page.mouse.down()
        page.evaluate("probe.start()")
        end = time.monotonic() + DRAG_S
        turn = 0.0
        while time.monotonic() < end:
            turn += 0.02
            page.mouse.move(left + (right - left) * (0.5 + 0.5 * math.sin(turn)), y)
        count = page.evaluate("probe.stop()")
        page.mouse.up()
        page.wait_for_timeout(AFTERMATH_MS)
        kept = page.evaluate("probe.marked()") and page.evaluate("probe.place()") == place
    wanted = {key: count[key] for key in ("seconds", "frames", "values", "draws", "blank")}
    return Drag(**wanted, kept=bool(kept))


def move_map(page: Page) -> None:
    """Pan the map as a person would, so that a lost view can be told from a kept one."""
    x, y = page.evaluate("probe.middle()")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 20, steps=5)
    page.mouse.up()
    page.wait_for_timeout(600)  # the pan's inertia ends


def keys(browser: Browser, url: str, prepare: Prepare | None = None) -> Keys:
    """Press ArrowRight, one press after the other has been answered."""
    received: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda data: received.append(len(data)))

    with opened(browser, "about:blank", prepare) as page:
        page.on("websocket", listen)
        page.goto(url, wait_until="commit")
        settle(page)
        thumb(page).focus()
        page.evaluate("probe.mark()")
        received.clear()
        times = [press(page) for _ in range(PRESSES)]
        remounted = not page.evaluate("probe.marked()")
    seen = [taken for taken in times if math.isfinite(taken)]
    return Keys(median(seen), len(times) - len(seen), remounted, sum(received) / PRESSES)


def press(page: Page) -> float:
    """One press; milliseconds to the frame that shows another ring."""
    page.evaluate("probe.arm()")
    page.keyboard.press("ArrowRight")
    wait_until(page, "probe.key !== null", 2 * FIRST_MAP_TIMEOUT_MS)
    taken = page.evaluate("probe.key")
    page.wait_for_timeout(300)  # what Python answers has come before the next press
    return float(taken)
