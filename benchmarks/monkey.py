"""A monkey at the map page: it drags, presses keys, goes back and forward, reloads, is offline.

It does what a person's hands can do, chosen by a seed, and after each act looks whether a rule of
the page is broken: nothing thrown, a map with ring and land in it, and an address that says what
the map shows. `tests/browser/test_monkey.py` lets it act a little, the benchmark for four minutes.
It knows the page by the hooks that are public, so it can sit at builds of other days.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Error, Locator, Page, WebError

START: Final = "ring=sohae~8000&ring=tonghae~3000-5500&ring=39.87,125.27~12000"
MAP: Final = "document.querySelector('iframe[data-testid=map]')?.contentWindow"
# Ranges as drawn, where the map looks, and colours of the land's and the rings' canvas.
LOOK: Final = f"""() => {{
    const inside = {MAP};
    const state = inside?.reachmap?.state();
    if (!state) return null;
    const {{ map }} = inside.reachmap, {{ lat, lng }} = map.getCenter();
    const small = Object.assign(document.createElement("canvas"), {{ width: 64, height: 48 }});
    const pen = small.getContext("2d", {{ willReadFrequently: true }});
    const colours = ["rmBase", "rmScene"].map((pane) => {{
        const canvas = inside.document.querySelector(`.leaflet-${{pane}}-pane canvas`);
        if (!canvas?.width) return 0;
        pen.clearRect(0, 0, 64, 48);
        pen.drawImage(canvas, 0, 0, 64, 48);
        return new Set(new Uint32Array(pen.getImageData(0, 0, 64, 48).data.buffer)).size;
    }});
    const rings = state.rings.map(({{ site, range_km }}) => [site, range_km]);
    return {{ rings, colours, at: [lat, lng, map.getZoom()], online: navigator.onLine }};
}}"""
SETTLED_S: Final = 15.0
PATIENCE_MS: Final = 10_000
OFFLINE: Final = ("ERR_INTERNET_DISCONNECTED", "Failed to fetch", "NetworkError")


def outer_edges(query: str) -> list[tuple[str, float]]:
    """Return site and largest number of each ring of a link, as the map draws it outermost."""
    rings = [value.split("~") for key, value in parse_qsl(query) if key == "ring"]
    return [(site, float(numbers.split("-")[-1])) for site, numbers, *_ in rings]


def box_of(element: Locator) -> tuple[float, float, float, float]:
    """Return where an element is: left, top, width, height."""
    x, y, width, height = element.evaluate(
        "(it) => { const b = it.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }",
        timeout=PATIENCE_MS,
    )
    return x, y, width, height


class Monkey:
    """One monkey at one page that shows the map; `faults` is what it found."""

    def __init__(self, page: Page, home: str, seed: int) -> None:
        self.page = page
        self.home = home
        self.chance = random.Random(seed)  # noqa: S311  # to be the same in every run
        self.did: list[str] = []
        self.exceptions: list[str] = []
        self.blank: list[str] = []
        self.addresses = 0
        self.wrong: list[str] = []
        self.missed: list[str] = []  # acts for which there was nothing to act upon
        page.context.on("weberror", self._threw)
        page.on("popup", lambda other: other.close())
        self.acts: list[Callable[[], None]] = [
            *[self.drag_slider] * 4, *[self.press_slider] * 3, *[self.drag_map] * 3, self.wheel,
            self.press_map, *[self.toggle] * 2, self.choose, self.add_ring, *[self.go] * 4,
            self.reload, self.be_offline, self.resize, self.press_anything,
        ]  # fmt: skip

    def _threw(self, error: WebError) -> None:
        if not any(words in error.error.message for words in OFFLINE):
            self.exceptions.append(f"{self.did[-1:]} {error.error.message}")

    def open(self) -> None:
        self.page.goto(f"{self.home}/?{START}")
        self.wait_for_map()

    def wait_for_map(self) -> bool:
        """Wait until rings are drawn over land."""
        end = time.monotonic() + SETTLED_S
        while time.monotonic() < end:
            shown = self.shown()
            if shown and shown["rings"] and min(shown["colours"]) > 1:
                return True
            self.page.wait_for_timeout(50)
        return False

    def shown(self) -> dict | None:  # type: ignore[type-arg]
        try:
            return self.page.evaluate(LOOK)
        except Error:  # the page is on its way to another address
            return None

    def act(self) -> None:
        """Do something, and look at what became of it."""
        act = self.chance.choice(self.acts)
        self.did.append(act.__name__)
        try:
            act()
        except Error as error:
            self.missed.append(f"{act.__name__}: {str(error).splitlines()[0]}")
        if urlsplit(self.page.url).path != "/":  # Enter on a link to another page
            self.open()
        elif not self.wait_for_map():
            self.blank.append(str(self.did[-3:]))
            self.open()
        self.look_at_address()

    def look_at_address(self) -> None:
        """The address says what the map shows, as soon as the page has had time to write it."""
        self.addresses += 1
        end = time.monotonic() + SETTLED_S
        while not self.address_is_right():
            if time.monotonic() > end:
                self.wrong.append(f"{self.did[-3:]}: {self.page.url}, but {self.shown()}")
                return
            self.page.wait_for_timeout(50)

    def address_is_right(self) -> bool:
        query = urlsplit(self.page.url).query
        shown = self.shown()
        if shown is None:
            return False
        drawn: dict[str, set[float]] = {}
        for site, range_km in shown["rings"]:
            drawn.setdefault(site, set()).add(round(range_km, 3))
        told = all(round(km, 3) in drawn.get(site, ()) for site, km in outer_edges(query))
        at = dict(parse_qsl(query)).get("at")
        if not at:
            return told
        lat, lon, zoom = map(float, at.split(","))
        away = abs((shown["at"][1] - lon + 180) % 360 - 180)
        near = 40 / 2**zoom  # a few pixels
        return told and away < near and abs(shown["at"][0] - lat) < near

    # What hands can do

    def _number(self, low: float, high: float) -> float:
        return self.chance.uniform(low, high)

    def _slider(self) -> tuple[float, float, float, float]:
        """Bring a slider in sight and return its box."""
        sliders = self.page.locator('input[type=range][data-testid^="range-"]:visible')
        slider = sliders.nth(self.chance.randrange(max(1, sliders.count())))
        slider.scroll_into_view_if_needed(timeout=PATIENCE_MS)
        return box_of(slider)

    def _drag(self, x: float, y: float, dx: float, dy: float) -> None:
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + dx, y + dy, steps=self.chance.randint(2, 6))
        self.page.mouse.up()

    def drag_slider(self) -> None:
        x, y, width, height = self._slider()
        start = self._number(0.05, 0.95) * width
        self._drag(x + start, y + height / 2, self._number(0.05, 0.95) * width - start, 0)

    def press_slider(self) -> None:
        x, y, width, height = self._slider()
        self.page.mouse.click(x + self._number(0.05, 0.95) * width, y + height / 2)
        keys = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"]
        for _ in range(self.chance.randint(1, 5)):
            self.page.keyboard.press(self.chance.choice(keys))

    def _on_map(self) -> tuple[float, float]:
        x, y, width, height = box_of(self.page.get_by_test_id("map"))
        return x + self._number(0.3, 0.7) * width, y + self._number(0.2, 0.5) * height

    def drag_map(self) -> None:
        self._drag(*self._on_map(), self._number(-400, 400), self._number(-250, 250))

    def wheel(self) -> None:
        self.page.mouse.move(*self._on_map())
        self.page.mouse.wheel(0, self.chance.choice([-240, -120, 120, 240]))

    def press_map(self) -> None:
        self.page.evaluate(f"() => {MAP}.document.querySelector('.leaflet-container').focus()")
        for _ in range(self.chance.randint(1, 4)):
            self.page.keyboard.press(self.chance.choice(["ArrowUp", "ArrowLeft", "+", "-"]))

    def toggle(self) -> None:
        boxes = self.page.locator(".rm-settings fieldset input[type=checkbox]:visible")
        if count := boxes.count():
            boxes.nth(self.chance.randrange(count)).click(timeout=PATIENCE_MS)

    def choose(self) -> None:
        lists = self.page.locator(".rm-settings select:visible")
        if count := lists.count():
            units = lists.nth(self.chance.randrange(count))
            values = units.locator("option").evaluate_all("(all) => all.map((o) => o.value)")
            if "nmi" in values:
                units.select_option(self.chance.choice(values), timeout=PATIENCE_MS)

    def add_ring(self) -> None:
        add = self.page.locator(".st-key-add-ring:visible")
        if add.count() and add.first.is_enabled():
            add.first.click(timeout=PATIENCE_MS)

    def go(self) -> None:
        """Back, but never off the app's pages, or forward."""
        way = self.chance.choice(["back", "back", "forward"])
        self.page.evaluate("(way) => history[way]()", way)
        self.page.wait_for_timeout(100)
        if not self.page.url.startswith(self.home):
            self.page.goto(f"{self.home}/?{START}")

    def reload(self) -> None:
        self.page.reload()

    def be_offline(self) -> None:
        self.page.context.set_offline(True)
        self.drag_slider()
        self.page.wait_for_timeout(200)
        self.page.context.set_offline(False)

    def resize(self) -> None:
        width = self.chance.choice([1280, 1024, 800])
        self.page.set_viewport_size({"width": width, "height": 800})

    def press_anything(self) -> None:
        for _ in range(5):
            self.page.keyboard.press(self.chance.choice(["Tab", "Enter", "Escape", "Space"]))
