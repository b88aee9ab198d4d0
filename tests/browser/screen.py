"""One tab of the app, in the words that tests use."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.about import about
from tests.browser.engines.tab import DEADLINE_S

if TYPE_CHECKING:
    from tests.browser.machine import Faults

MAP = "document.querySelector('iframe[data-testid=map]')?.contentWindow?.reachmap"
LAY_OUT_TABLE = """(isWanted) => {
    const sheets = document.adoptedStyleSheets;
    if (!window.tableSheet) sheets.push(window.tableSheet = new CSSStyleSheet());
    const hidden = ".rm-table-frame { content-visibility: hidden !important; }";
    window.tableSheet.replaceSync(isWanted ? "" : hidden);
}"""
NEXT_FRAME = "() => new Promise(requestAnimationFrame)"
# Our style sheets may come after what they arrange, and move it: in page and map's frame.
STYLED = "getComputedStyle(document.documentElement).getPropertyValue('--rm-paper') !== ''"
MAP_STYLED = f"getComputedStyle({MAP}.map.getContainer()).position === 'fixed'"
# The map's frame may have another size than it has been told of: a panel was folded.
FITTED = f"""() => {{
    const {{ x, y }} = {MAP}.map.getSize(), frame = document.querySelector("[data-testid=map]");
    return x === frame.clientWidth && y === frame.clientHeight;
}}"""
# A drag that was let go of glides on, and a popup pulls itself into view.
AT_REST = f"() => !{MAP}.map.getContainer().querySelector('.leaflet-pan-anim, .leaflet-zoom-anim')"
PAINTED = "() => probe.colours('rmBase') > 2 && probe.colours('rmScene') > 1"
# The base map is ready, and nothing that was asked for is on its way.
DATA = f"""() => Promise.all([{MAP}.ready, ...window.reachmapBus.kept.values()])
    .then(() => true)"""
WATCH = """async ([argument, deadlineMs]) => {
    const look = %s;
    const end = performance.now() + deadlineMs;
    for (;;) {
        const found = await look(argument);
        if (found || performance.now() > end) return found;
        await new Promise(requestAnimationFrame);
    }
}"""
FOLLOW = """([query, deadlineMs]) => new Promise((done, fail) => {
    const table = document.querySelector("[data-testid=reach-table] thead");
    const off = reachmapBus.on("goto", () => {
        off();
        new MutationObserver((_, watch) => { // the table waits for distances
            watch.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(done)); // and the map for a frame
        }).observe(table, { childList: true });
    });
    setTimeout(() => fail(new Error(`no answer to ${query}`)), deadlineMs);
    document.querySelector("iframe[data-testid=map]").contentWindow.reachmap.map.closePopup();
    document.activeElement.blur();
    history.pushState({}, "", `?${query}`);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
})"""
Json = dict[str, Any]


def pairs_of(url: str) -> list[tuple[str, str]]:
    """Return the keys and values of a link, decoded: `+` and `%20` are the same."""
    return parse_qsl(urlsplit(url).query, keep_blank_values=True)


class Screen:
    """A page and the map's frame in it; every wait is for a condition, with a deadline."""

    def __init__(self, page: Page, home: str, faults: Faults) -> None:
        self.page = page
        self.home = home
        self.faults = faults

    def open(self, query: str = "") -> Self:
        """Go to a link and wait until map, summary and table are there."""
        self.page.goto(f"{self.home}/?{query}" if query else self.home)
        return self.ready()

    def follow(self, query: str) -> Self:
        """Go to a link as the back button does: without a load, answered by Python."""
        self.page.evaluate(FOLLOW, [query, DEADLINE_S * 1000])
        self.until(f"() => !{MAP}.map.getPane('popupPane').childElementCount", "no popup")
        return self.ready()

    def ready(self) -> Self:
        self.until(f"() => {MAP}?.state().rings.length > 0", "a ring on the map")
        self.wait_for_styles()
        self.until(
            """() => document.querySelector('[data-testid=reach-summary]')?.textContent.trim()
            && document.querySelector('[data-testid=reach-table] tbody')
            && document.querySelector('.rm-start select')?.options.length > 1""",
            "summary, table and panel",
        )
        if self.page.locator(".rm-settings fieldset input").first.is_checked():  # cities
            self.until(f"() => Object.keys({MAP}.state().places).length > 0", "places on the map")
            self.until(
                "() => document.querySelector('[data-testid=reach-table] tbody tr')", "table rows"
            )
        return self

    def until(self, expression: str, what: str, argument: Any = None) -> Any:
        """Wait in the page until JavaScript is true; `wait_for_function` is blocked by the CSP.

        The page looks by itself, once a frame: to ask it from here took half of a test's time.
        """
        found = self.page.evaluate(WATCH % expression, [argument, DEADLINE_S * 1000])
        assert found, self._in_vain(what)
        return found

    def eventually(self, condition: Callable[[], Any], what: str) -> Any:
        """Poll once an animation frame until the condition holds; return what it returned."""
        end = time.monotonic() + DEADLINE_S
        while not (found := condition()):
            assert time.monotonic() < end, self._in_vain(what)
            self.page.evaluate(NEXT_FRAME)
        return found

    def _in_vain(self, what: str) -> str:
        return f"waited {DEADLINE_S} s for {what} in {about(self.page)}"

    def frames(self, count: int) -> None:
        """Let some animation frames pass."""
        for _ in range(count):
            self.page.evaluate(NEXT_FRAME)

    # What the app says

    def state(self) -> Json:
        """`reachmap.state()` of the map's frame, as it is now.

        As text: Playwright takes ten times as long for an outline's numbers.
        """
        return dict(json.loads(self.page.evaluate(f"() => JSON.stringify({MAP}.state())")))

    def ranges(self) -> list[float]:
        return list(self.page.evaluate(f"() => {MAP}.state().rings.map((r) => r.range_km)"))

    def places(self) -> dict[str, str]:
        return dict(self.page.evaluate(f"() => {MAP}.state().places"))

    def view(self) -> list[float]:
        """Where the map looks: latitude, longitude, zoom."""
        return list(
            self.page.evaluate(
                f"() => {{ const m = {MAP}.map, c = m.getCenter(); "
                "return [c.lat, c.lng, m.getZoom()]; }"
            )
        )

    def view_in_address(self) -> list[float]:
        """Where the address says that the map looks."""
        return [float(part) for part in dict(self.query())["at"].split(",")]

    def query(self) -> list[tuple[str, str]]:
        """The keys and values of the address, decoded."""
        return pairs_of(self.page.url)

    def rings_in_address(self) -> list[str]:
        return [value for key, value in self.query() if key == "ring"]

    def wait_for_address(self, *rings: str) -> None:
        self.eventually(lambda: self.rings_in_address() == list(rings), f"address {rings}")

    def wait_for_key(self, key: str, value: str | None) -> None:
        self.eventually(lambda: dict(self.query()).get(key) == value, f"{key}={value}")

    def wait_for_styles(self) -> None:
        """Wait until nothing moves any more because its style sheet has come."""
        self.until(f"() => {STYLED} && {MAP_STYLED}", "the styles of page and map")

    def wait_for_python(self) -> None:
        """Wait until what is said in words is of the view that is shown: Python has answered."""
        expect(self.summary.locator(".rm-stale")).to_have_count(0)

    def wait_for_data(self) -> None:
        """Wait until all that our modules asked for has come and is drawn.

        Not Playwright's `networkidle`: now and then it waited a minute for a network at rest.
        """
        self.until(DATA, "all that was asked for")
        self.frames(2)

    def wait_for_paint(self) -> None:
        """Wait until our own base map and the rings are seen."""
        self.until(PAINTED, "land, sea and rings")

    def rest(self) -> None:
        """Wait until the map moves no more."""
        self.until(AT_REST, "a map at rest")

    def wait_for_size(self) -> None:
        """Wait until the map is as large as its frame."""
        self.until(FITTED, "a map as large as its frame")

    # Where things are

    @property
    def map(self) -> FrameLocator:
        return self.page.frame_locator("iframe[data-testid=map]")

    @property
    def summary(self) -> Locator:
        return self.page.get_by_test_id("reach-summary")

    @property
    def table(self) -> Locator:
        return self.page.get_by_test_id("reach-table")

    @property
    def share(self) -> Locator:
        return self.page.get_by_test_id("share-link")

    @property
    def message(self) -> Locator:
        return self.page.locator(".rm-message")

    @property
    def popup(self) -> Locator:
        return self.map.locator(".leaflet-popup-content")

    @property
    def finder(self) -> Locator:
        return self.page.locator(".rm-find")

    @property
    def found(self) -> Locator:
        return self.page.locator(".rm-found button")

    def slider(self, index: int, role: str = "") -> Locator:
        return self.page.get_by_test_id(f"range-{index}{role and '-'}{role}")

    def card(self, index: int) -> Locator:
        return self.page.locator(".rm-card").nth(index)

    def counters(self, index: int) -> Locator:
        return self.page.get_by_test_id(f"counters-{index}")

    def number(self, index: int, role: str = "") -> Locator:
        """The box beside a thumb."""
        return self.page.get_by_test_id(f"number-{index}{role and '-'}{role}")

    def field(self, name: str) -> Locator:
        """A field of the active ring's form, unfolded if need be."""
        editor = self.page.locator(".rm-card.rm-active .rm-editor")
        if editor.get_attribute("open") is None:
            editor.locator("summary").click()
        return editor.locator(f'[name="{name}"]')

    # What a person does

    def teach(self) -> None:
        """Open what there is for a class, where the panel has it."""
        button = self.page.locator(".st-key-teach")
        if not button.is_visible():  # on a phone
            self.page.locator(".rm-fold").click()
        if button.get_attribute("aria-expanded") != "true":
            button.click()

    def leave_table_out(self) -> None:
        """For tests of the map alone: another table for each link takes half of the link's time."""
        self.page.evaluate(LAY_OUT_TABLE, False)

    def lay_table_out(self) -> None:
        """Show the table in a tab that left it out."""
        self.page.evaluate(LAY_OUT_TABLE, True)

    def reset(self) -> None:
        """Begin anew with the view of a bare link."""
        self.page.get_by_label("Start from").select_option(label="Reset")

    def activate(self, index: int) -> None:
        head = self.card(index).locator(".rm-card-head")
        if head.get_attribute("aria-expanded") != "true":
            head.click()

    def set_range(self, index: int, km: float, role: str = "") -> None:
        """Do what scripts do: write the value, then say so."""
        self.slider(index, role).evaluate(
            """(input, km) => {
                input.value = km;
                input.dispatchEvent(new Event("input", { bubbles: true }));
                input.dispatchEvent(new Event("change", { bubbles: true }));
            }""",
            km,
        )

    def grab(self, index: int) -> tuple[float, float, float, float]:
        """Press the mouse on a slider's thumb; return its x and y, and the track's ends."""
        slider = self.slider(index)
        slider.hover()  # waits until it is in sight and stands still
        box = slider.bounding_box()
        assert box is not None
        value, low, high = slider.evaluate("(s) => [s.value, s.min, s.max].map(Number)")
        radius = min(box["height"], 16) / 2
        left, right = box["x"] + radius, box["x"] + box["width"] - radius
        x, y = left + (right - left) * (value - low) / (high - low), box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        return x, y, left, right

    def point_of(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a place is on the screen, in CSS pixels of the page."""
        self.wait_for_size()
        x, y = self.page.evaluate(
            f"""([lat, lon]) => {{
                const map = {MAP}.map;
                const box = map.getContainer().ownerDocument.defaultView.frameElement
                    .getBoundingClientRect();
                const middle = map.getCenter().lng;
                const near = lon + 360 * Math.round((middle - lon) / 360);
                const at = map.latLngToContainerPoint([lat, near]);
                return [box.x + at.x, box.y + at.y];
            }}""",
            [lat, lon],
        )
        return float(x), float(y)

    def click_map(self, lat: float, lon: float) -> None:
        self.page.mouse.click(*self.point_of(lat, lon))

    def pan(self, dx: int = 90, dy: int = 30) -> None:
        """Drag the map with the mouse, and wait until the address tells the new view."""
        self.rest()  # the end of a move that was on its way would be told, too
        before = dict(self.query()).get("at")
        box = self.page.get_by_test_id("map").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 4
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + dx, y + dy, steps=6)
        self.page.mouse.up()
        self.eventually(lambda: dict(self.query()).get("at") not in (None, before), "at= to change")
