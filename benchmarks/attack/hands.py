"""Actions of a person on the map page, chosen by a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Error, Locator, Page

START: Final = "ring=sohae~8000&ring=tonghae~3000-5500&ring=39.87,125.27~12000"
MAP: Final = "document.querySelector('iframe[data-testid=map]')?.contentWindow"
PATIENCE_MS: Final = 10_000
# One step of the browser's history, if there is one within the app, until it is made.
STEP: Final = """async (way) => {
    if (!navigation[way === "back" ? "canGoBack" : "canGoForward"]) return;
    const made = new Promise((done) => navigation.addEventListener("currententrychange", done));
    history[way]();
    await made;
}"""


def box_of(element: Locator) -> tuple[float, float, float, float]:
    """Return where an element is: left, top, width, height."""
    x, y, width, height = element.evaluate(
        "(it) => { const b = it.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }",
        timeout=PATIENCE_MS,
    )
    return x, y, width, height


class Hands:
    """Acts on one page; the same ones in every run with a seed."""

    def __init__(self, page: Page, home: str, seed: int) -> None:
        self.page = page
        self.home = home
        self.chance = random.Random(seed)  # noqa: S311  # to be the same in every run
        self.acts: list[Callable[[], None]] = [
            *[self.drag_slider] * 4, *[self.press_slider] * 3, *[self.drag_map] * 3, self.wheel,
            self.press_map, *[self.toggle] * 2, self.choose, self.add_ring, *[self.go] * 4,
            self.reload, self.be_offline, self.resize, self.press_anything,
        ]  # fmt: skip

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
        try:
            self.page.evaluate(STEP, self.chance.choice(["back", "back", "forward"]))
        except Error:  # to another page of the app: this one is left
            self.page.wait_for_load_state()

    def reload(self) -> None:
        self.page.reload()

    def be_offline(self) -> None:
        self.page.context.set_offline(True)
        try:
            self.drag_slider()
            self.page.wait_for_timeout(200)
        finally:
            self.page.context.set_offline(False)

    def resize(self) -> None:
        width = self.chance.choice([1280, 1024, 800])
        self.page.set_viewport_size({"width": width, "height": 800})

    def press_anything(self) -> None:
        for _ in range(5):
            self.page.keyboard.press(self.chance.choice(["Tab", "Enter", "Escape", "Space"]))
