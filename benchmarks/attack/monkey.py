"""A monkey at the map page: it drags, presses keys, goes back and forward, reloads, is offline.

It does what a person's hands can do, chosen by a seed, and after each act looks whether a rule of
the page is broken: nothing thrown, a map with ring and land in it, and an address that says what
the map shows. `tests/browser/safety/test_monkey.py` lets it act a little, the benchmark for four
minutes.
It knows the page by the hooks that are public, so it can sit at builds of other days.
"""

from __future__ import annotations

import time
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Error, Page, WebError

from benchmarks.attack.hands import MAP, START, Hands

# Ranges as drawn, where the map looks, and colours of the land and of all that lies over it.
LOOK: Final = f"""() => {{
    const inside = {MAP};
    const state = inside?.reachmap?.state();
    if (!state) return null;
    const {{ map }} = inside.reachmap, {{ lat, lng }} = map.getCenter();
    const small = Object.assign(document.createElement("canvas"), {{ width: 64, height: 48 }});
    const pen = small.getContext("2d", {{ willReadFrequently: true }});
    const over = ["rmRings", "rmScene", "rmNames"]; // one paper each; older builds have the second
    const colours = [["rmBase"], over].map((panes) => {{
        const sheets = panes.flatMap((pane) =>
            [...inside.document.querySelectorAll(`.leaflet-${{pane}}-pane canvas`)])
            .filter((canvas) => canvas.width);
        if (!sheets.length) return 0;
        pen.clearRect(0, 0, 64, 48);
        sheets.forEach((canvas) => pen.drawImage(canvas, 0, 0, 64, 48));
        return new Set(new Uint32Array(pen.getImageData(0, 0, 64, 48).data.buffer)).size;
    }});
    const rings = state.rings.map(({{ site, range_km }}) => [site, range_km]);
    const whole = ["reach-summary", "reach-table"].every((name) =>
        document.querySelector(`[data-testid=${{name}}]`)?.textContent.trim());
    return {{ rings, colours, whole, at: [lat, lng, map.getZoom()] }};
}}"""
SETTLED_S: Final = 15.0
OFFLINE: Final = ("ERR_INTERNET_DISCONNECTED", "Failed to fetch", "NetworkError")


def outer_edges(query: str) -> list[tuple[str, float]]:
    """Return site and largest number of each ring of a link, as the map draws it outermost."""
    rings = [value.split("~") for key, value in parse_qsl(query) if key == "ring"]
    return [(site, float(numbers.split("-")[-1])) for site, numbers, *_ in rings]


class Monkey(Hands):
    """One monkey at one page that shows the map; `faults` is what it found."""

    def __init__(self, page: Page, home: str, seed: int) -> None:
        super().__init__(page, home, seed)
        self.did: list[str] = []
        self.exceptions: list[str] = []
        self.blank: list[str] = []
        self.addresses = 0
        self.wrong: list[str] = []
        self.missed: list[str] = []  # acts for which there was nothing to act upon
        page.context.on("weberror", self._threw)
        page.on("popup", lambda other: other.close())

    def _threw(self, error: WebError) -> None:
        if not any(words in error.error.message for words in OFFLINE):
            self.exceptions.append(f"{self.did[-1:]} {error.error.message}")

    def open(self) -> None:
        self.page.goto(f"{self.home}/?{START}")
        self.wait_for_map()

    def wait_for_map(self) -> bool:
        """Wait until rings are drawn over land and Python has answered: a person sees that, too."""
        end = time.monotonic() + SETTLED_S
        while time.monotonic() < end:
            shown = self.shown()
            if shown and shown["whole"] and shown["rings"] and min(shown["colours"]) > 1:
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
