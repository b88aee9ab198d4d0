"""What a finger presses is 44 pixels high and wide, on every page, beside the map and below it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.classes import start_class
from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.browser.screen import Screen

PHONE: ViewportSize = {"width": 390, "height": 844}
TABLET: ViewportSize = {"width": 1024, "height": 768}
BAND = "ring=sohae~3000-5500"
RINGS = f"ring=sohae~8000&{BAND}"
# What is seen and smaller, in the page and in the map's frame. Of a box to tick its label counts; a
# link within a sentence has the height of its line, but for one that names a source.
SMALL = """() => [document, document.querySelector("[data-testid=map]")?.contentDocument]
    .flatMap((page) => (page ? [...page.querySelectorAll("a[href], button, select, summary, "
        + "textarea, input, label:has([type=checkbox], [type=radio])")] : []))
    .filter((node) => node.checkVisibility({ visibilityProperty: true })
        && !node.matches("[type=checkbox], [type=radio], [data-testid=stSkipToContent]")
        && !node.closest(".leaflet-control-attribution, "
            + "[data-testid=stHeadingWithActionElements]")
        && !(node.matches("p a, li a, td a") && !node.matches(".rm-cited")
            && getComputedStyle(node).display === "inline"))
    .map((node) => ({ node, box: node.getBoundingClientRect() }))
    .filter(({ node, box }) => box.width > 2 && (box.height < 43.5
        || (box.width < 43.5 && !node.matches("td *, tbody th *, .rm-cited"))))
    .map(({ node, box }) => [`${node.localName}.${node.className}`,
        (node.ariaLabel || node.textContent).trim().slice(0, 30), box.width, box.height])"""

# What is there of a page when all else is.
LAST = {
    "stories": ".rm-composer .rm-story-step",
    "lesson": "[data-testid=lesson-wrong] tbody tr",
    "lab": "[data-testid=lab-show-day]:visible",
    "radar": "[data-testid=radar-between-map]",
    "quiz": ".rm-quiz-choice button",
    "claim": ".rm-claim-map img",
    "evidence": "a[href*='launches_by_year.csv']",
    "about": "h2",
    "methods": "h2",
    "sources": ".rm-data tbody tr",
}


@pytest.fixture(scope="module", params=[PHONE, TABLET], ids=["phone", "tablet"])
def touched(request: pytest.FixtureRequest, chromium: Browser, app_url: str) -> Iterator[Machine]:
    """A phone or a tablet that the tests here take from each other."""
    machine = Machine(chromium, app_url, viewport=request.param, is_mobile=True, has_touch=True)
    yield machine
    machine.close()


@pytest.fixture
def screen(touched: Machine) -> Iterator[Screen]:
    yield touched.open_bare()
    touched.close_tabs()


def nothing_is_small(screen: Screen) -> None:
    small: list[list[object]] = []

    def is_gone() -> bool:
        small[:] = screen.page.evaluate(SMALL)
        return not small

    try:
        screen.eventually(is_gone, "no small target")
    except AssertionError as error:
        raise AssertionError(f"too small for a thumb: {small[:12]}") from error


def test_on_the_map_its_panel_dialog_and_popup(screen: Screen) -> None:
    screen.open(RINGS)
    nothing_is_small(screen)
    fold = screen.page.locator(".rm-fold")
    if fold.is_visible():
        fold.tap()
    for summary in screen.page.locator(".rm-panel summary:visible").all():
        summary.tap()
    screen.page.locator(".st-key-teach").tap()
    nothing_is_small(screen)
    screen.page.locator(".st-key-share").tap()
    nothing_is_small(screen)
    screen.page.evaluate("() => document.querySelector('dialog').close()")
    screen.page.evaluate("() => reachmapBus.send('find', { lat: 37.57, lon: 126.98, name: 'A' })")
    expect(screen.popup).to_be_visible()
    nothing_is_small(screen)


@pytest.mark.parametrize(
    "query", ["embed=true", "story=five_ranges&step=2", "present=1", "base=offline&lang=ko"]
)
def test_of_a_view_that_is_shown_in_another_way(screen: Screen, query: str) -> None:
    screen.open(f"{query}&{RINGS}" if "story" not in query else query)
    nothing_is_small(screen)


@pytest.mark.parametrize("path", LAST)
def test_on_the_other_pages(screen: Screen, path: str) -> None:
    screen.page.goto(f"{screen.home}/{path}?seed=ABCDE&id=hwasong-14-pacom")
    expect(screen.page.locator("a[hreflang]").first).to_be_attached()
    expect(screen.page.locator(LAST[path]).last).to_be_attached()
    nothing_is_small(screen)
    for tools in screen.page.locator(".rm-quiz-tools summary").all():
        tools.tap()
        nothing_is_small(screen)


def test_of_one_who_follows_a_class(screen: Screen, visit: Open) -> None:
    leader = visit(BAND)
    screen.open(f"room={start_class(leader)}")
    screen.eventually(lambda: screen.page.locator("[data-testid^=range-0]").count() == 2, "a band")
    nothing_is_small(screen)
