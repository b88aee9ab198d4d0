"""A drag that a worker paints: it looks as the map's own painting, and ends without a trace."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.browser.conftest import Open, OpenEngine
from tests.browser.engines.tab import DEADLINE_S, Tab
from tests.browser.map.longdrag import FRAME, HOLD, RELEASE
from tests.browser.screen import MAP

LINK = "ring=sohae~8000"
# A drag as the map hears of it, at one range: all stands still, and goes on until told to stop.
DRIVE = """
    window.reachmapDrives = true;
    const drive = (turn) => {
        if (!window.reachmapDrives) return;
        const scene = structuredClone(window.reachmapBus.scene);
        scene.rings[0].best = 8000 + (turn % 2) / 1e6;
        window.reachmapBus.send("scene", scene);
        requestAnimationFrame(() => drive(turn + 1));
    };
    drive(0);
"""
STOP = "window.reachmapDrives = false;"
CANVASES = f"""
    const all = [...{MAP}.map.getContainer().querySelectorAll(
        ".leaflet-rmScene-pane canvas, .leaflet-rmNames-pane canvas")];
    const seen = all.filter((canvas) => getComputedStyle(canvas).display !== "none");
    const isPainter = (canvas) => canvas.matches(".rm-painted");
"""
PAINTED = f"{CANVASES} return seen.length === 2 && seen.every(isPainter);"
OWN = f"{CANVASES} return seen.length === 2 && !seen.some(isPainter);"
READY = f"""
    const state = {MAP}?.state();
    await Promise.all([{MAP}?.ready, ...(window.reachmapBus?.kept.values() ?? [])]);
    return Object.keys(state?.places ?? {{}}).length > 0 && state.labels.length > 9
        && document.querySelector(".rm-finding")?.textContent;
"""
# WebKit's driver takes a picture only where something moves: here beside the map.
PULSE = """
    const dot = document.body.appendChild(document.createElement("i"));
    dot.style.cssText = "position: fixed; left: 0; top: 0; width: 2px; height: 2px";
    const beat = (turn) => {
        dot.style.background = turn % 2 ? "red" : "blue";
        requestAnimationFrame(() => beat(turn + 1));
    };
    beat(0);
"""
CHANNEL = 40  # of 255: edges that two threads smooth a little otherwise are no difference
MOST_PIXELS = 0.001


@pytest.mark.parametrize("kind", ["chromium", "firefox", "webkit"])
def test_a_worker_paints_what_the_map_does(
    engine: OpenEngine, kind: str, app_url: str, tmp_path: Path
) -> None:
    tab = engine(kind)
    tab.go(f"{app_url}/?{LINK}")
    tab.until(READY, "places, their names and the finding")
    tab.js(PULSE)
    settled(tab, tmp_path)
    tab.js(HOLD)
    tab.js(DRIVE)
    tab.until(PAINTED, "a map that a worker paints")
    painted = settled(tab, tmp_path)
    assert tab.js(PAINTED)
    tab.js(STOP + RELEASE)
    tab.until(OWN, "a map that paints itself")
    assert differing(painted, settled(tab, tmp_path)) < MOST_PIXELS
    assert tab.errors == []


def test_without_the_painter_the_map_goes_on(visit: Open) -> None:
    screen = visit()
    screen.page.route("**/painter.bundle.js*", lambda route: route.abort())
    lost = f"""() => new Promise((lost) => {{
        const {{ Worker }} = {FRAME};
        {FRAME}.Worker = class extends Worker {{
            constructor(...given) {{
                super(...given);
                this.addEventListener("error", () => lost(true));
            }}
        }};
        {DRIVE}
    }})"""
    assert screen.page.evaluate(lost)
    before = screen.state()["draws"]
    screen.eventually(lambda: screen.state()["draws"] > before + 5, "a map that is painted")
    assert screen.page.evaluate(f"() => {{ {OWN} }}")


def test_zooming_ends_what_the_worker_paints(visit: Open) -> None:
    screen = visit()
    screen.page.evaluate(f"() => {{ {DRIVE} }}")
    screen.until(f"() => {{ {PAINTED} }}", "a map that a worker paints")
    seen = screen.page.evaluate(f"""() => new Promise((done) => {{
        const looks = [];
        const look = () => {{ looks.push((() => {{ {OWN} }})()); }};
        const {{ map }} = {MAP};
        map.on("zoomanim", () => requestAnimationFrame(look));
        map.once("moveend", () => {{
            look();
            done(looks);
        }});
        map.setZoom(4);
    }})""")
    assert len(seen) > 1 and all(seen), "what moves with the view is the map's own"
    screen.until(f"() => {{ {PAINTED} }}", "the worker, who paints the new view")
    screen.page.evaluate(f"() => {{ {STOP} }}")
    screen.until(f"() => {{ {OWN} }}", "a map that paints itself")


def settled(tab: Tab, folder: Path) -> Image.Image:
    """The map as it is seen once it is the same in two pictures, one after the other."""
    end = time.monotonic() + DEADLINE_S
    before = shot(tab, folder)
    while (now := shot(tab, folder)).tobytes() != before.tobytes():
        assert time.monotonic() < end, "a map that does not come to rest"
        before = now
    return now


def shot(tab: Tab, folder: Path) -> Image.Image:
    """The map as it is seen: the words above it change when a drag has begun."""
    file = folder / "shot.png"
    tab.shot(str(file))
    box = tab.js("""
        const box = document.querySelector("iframe[data-testid=map]").getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom].map((side) => side * devicePixelRatio);
    """)
    with Image.open(file) as picture:
        return picture.convert("RGB").crop(tuple(map(round, box)))


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are clearly of another colour."""
    apart = ImageChops.difference(one, other).convert("L").point(lambda value: value > CHANNEL)
    return sum(apart.histogram()[1:]) / (one.width * one.height)
