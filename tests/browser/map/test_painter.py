"""A drag that a worker paints: it looks as the map's own painting does, and ends without a trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.browser.conftest import Open, OpenEngine
from tests.browser.engines.tab import Tab
from tests.browser.screen import MAP, Screen

LINK = "ring=sohae~8000"
# A drag as the map hears of it, at one range: it stands still, and goes on until it is told to stop.
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
FRAMES = "for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame); return true;"
CHANNEL = 40  # of 255: edges that two threads smooth a little otherwise are no difference
MOST_PIXELS = 0.001


@pytest.mark.parametrize("kind", ["chromium", "firefox", "webkit"])
def test_a_worker_paints_what_the_map_does(
    engine: OpenEngine, kind: str, app_url: str, tmp_path: Path
) -> None:
    tab = engine(kind)
    tab.go(f"{app_url}/?{LINK}")
    tab.until(READY, "places, their names and the finding")
    before = shot(tab, tmp_path)
    tab.js(DRIVE)
    tab.until(PAINTED, "a map that a worker paints")
    tab.js(FRAMES)
    assert differing(before, shot(tab, tmp_path)) < MOST_PIXELS
    tab.js(STOP)
    tab.until(OWN, "a map that paints itself")
    assert differing(before, shot(tab, tmp_path)) < MOST_PIXELS
    assert tab.errors == []


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
