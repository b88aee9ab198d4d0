"""Does the lab redraw in every frame in which the angle changed: dragged for 3 s, also slowed.

`python -m benchmarks.labangle`. A frame is one that the browser calls animation frames for. Counted
are those in which the slider has another value than in the frame before, and those of them in which
the arc was drawn anew (`reachmapLab.state().draws`). Slowed is the page's main thread, by CDP.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.browser import DRAG_S, opened, wait_until
from benchmarks.chromium import chromium
from benchmarks.report import machine
from benchmarks.servers import ROOT, Server, serve
from benchmarks.stats import median

PATIENCE_MS = 40_000
CALM_MS = 1_500
SPEEDS = (1.0, 4.0)
LAB = "window.reachmapLab?.state()?.is_computed"
WATCH = """() => {
    const input = document.querySelector("[data-testid=lab-angle]");
    const shown = () => [input.value, reachmapLab.state().draws];
    const seen = { values: 0, drawn: 0, running: true, from: performance.now() };
    let [value, draws] = shown();
    const look = () => {
        const [now, drawn] = shown();
        if (now !== value) seen.values += 1;
        if (now !== value && drawn > draws) seen.drawn += 1;
        [value, draws] = [now, drawn];
        if (seen.running) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    window.angleSeen = seen;
}"""
STOP = """() => {
    angleSeen.running = false;
    return { ...angleSeen, seconds: (performance.now() - angleSeen.from) / 1000 };
}"""


@dataclass(frozen=True)
class Seen:
    """What was seen of one drag."""

    per_s: float
    values: int
    drawn: int


def dragged(page: Page) -> Seen:
    """Drag the thumb to and fro, as fast as the browser takes it."""
    box = page.get_by_test_id("lab-angle").bounding_box()
    if box is None:
        raise RuntimeError("the lab has no slider")
    y, middle, reach = box["y"] + box["height"] / 2, box["x"] + box["width"] / 2, box["width"] * 0.4
    page.mouse.move(middle, y)
    page.mouse.down()
    page.evaluate(WATCH)
    end, turn = time.monotonic() + DRAG_S, 0.0
    while time.monotonic() < end:
        turn += 0.02
        page.mouse.move(middle + reach * math.sin(turn), y)
    seen: dict[str, Any] = page.evaluate(STOP)
    page.mouse.up()
    return Seen(seen["drawn"] / seen["seconds"], seen["values"], seen["drawn"])


def one_drag(browser: Browser, server: Server, times: float) -> Seen:
    """Open the lab, slow it, drag."""
    with opened(browser, f"{server.url}/lab") as page:
        if not wait_until(page, LAB, PATIENCE_MS):
            raise RuntimeError(f"no lab within {PATIENCE_MS / 1000:.0f} s")
        page.wait_for_timeout(CALM_MS)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": times})
        return dragged(page)


def main(words: Sequence[str] | None = None) -> int:
    """Print a line for each speed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.labangle", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args(words).rounds
    print(machine())
    print("| main thread | redraws a second | frames with a new angle | of these drawn anew |")
    print("| --- | --- | --- | --- |")
    with ExitStack() as stack:
        server = stack.enter_context(serve(Path("app.py"), cwd=ROOT))
        browser = stack.enter_context(chromium())
        for times in SPEEDS:
            seen = [one_drag(browser, server, times) for _ in range(rounds)]
            values, drawn = sum(each.values for each in seen), sum(each.drawn for each in seen)
            speed = "full speed" if times == 1 else f"slowed {times:.0f} times"
            print(f"| {speed} | {median([each.per_s for each in seen]):.0f} | {values} | {drawn} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
