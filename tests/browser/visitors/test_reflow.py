"""No part of the page covers another or runs off sideways, however small or large the window is."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.browser.conftest import Open
from tests.browser.screen import STYLED, Screen

LONG = "&".join(f"ring=sohae~{km}~{'Wide words ' * 5}" for km in (5000, 8000, 12_000))
WINDOWS = {  # size: the least share of the height that is the map's
    (1920, 1080): 0.7,
    (1280, 800): 0.7,
    (1024, 768): 0.7,
    (820, 1180): 0.45,
    (390, 844): 0.45,
    (360, 640): 0.45,
    (844, 390): 0.45,
}
ZOOMED = ((320, 800), (320, 256), (320, 200))  # the last are 1280 pixels at 400 %
READY = {  # the last of a page to come
    "lesson": ".rm-lesson-table",
    "lab": ".rm-lab-flown",
    "stories": ".rm-story-step",
    "radar": "[data-testid=radar-between]",
    "quiz": ".rm-quiz button",
    "sources": "[data-testid=stMain] h2",
    "methods": "[data-testid=stMain] h2",
    "about": "[data-testid=stMain] h2",
}
PARTS = """() => Object.fromEntries([".st-key-summary", "[data-testid=map]", ".st-key-panel"].map(
    (name) => [name, document.querySelector(name).getBoundingClientRect().toJSON()]))"""
SIDEWAYS = """() => [document.documentElement, ...document.querySelectorAll(
    ".stMain, .st-key-panel, .st-key-summary")]
    .map((node) => node.scrollWidth - node.clientWidth).filter((wide) => wide > 0)"""
# Controls that scrolling down does not bring into the window with their whole width.
OUT_OF_REACH = """() => [...document.querySelectorAll(
    ":is(.rm-panel, .rm-summary) :is(button, input, select, a[href], summary)")]
    .filter((node) => node.checkVisibility() && !node.closest(".rm-tabs"))
    .filter((node) => {
        node.scrollIntoView({ block: "center" });
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight;
    }).map((node) => node.outerHTML)"""


def resize(screen: Screen, width: int, height: int) -> None:
    screen.page.set_viewport_size({"width": width, "height": height})
    screen.until("([w, h]) => innerWidth === w && innerHeight === h", "the window", [width, height])
    screen.frames(2)


def is_apart(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
    return across or one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1


@pytest.mark.parametrize("query", ["", LONG, f"{LONG}&lang=ko"], ids=["first", "long", "korean"])
def test_headline_map_and_controls_share_the_window(open_tab: Open, query: str) -> None:
    screen = open_tab(query)
    for (width, height), least in WINDOWS.items():
        resize(screen, width, height)
        parts = screen.page.evaluate(PARTS)
        for one, other in combinations(parts, 2):
            assert is_apart(parts[one], parts[other]), (width, height, one, other)
        for name, part in parts.items():
            assert part["top"] >= 0, (width, height, name)
            assert part["bottom"] <= height + 1, (width, height, name)
        shown = parts["[data-testid=map]"]
        assert shown["height"] >= least * height, (width, height)
        assert screen.page.evaluate(SIDEWAYS) == [], (width, height)
        if width >= 1024:
            assert parts[".st-key-panel"]["width"] <= 340


@pytest.mark.parametrize("size", ZOOMED)
def test_a_page_enlarged_four_times_scrolls_down_alone(
    open_tab: Open, size: tuple[int, int]
) -> None:
    screen = open_tab(LONG)
    resize(screen, *size)
    assert screen.page.evaluate(SIDEWAYS) == []
    assert screen.page.evaluate(OUT_OF_REACH) == []
    screen.page.locator(".rm-fold").click()
    screen.page.locator(".st-key-teach").click()
    assert screen.page.evaluate(SIDEWAYS) == []
    assert screen.page.evaluate(OUT_OF_REACH) == []


def test_map_of_a_page_enlarged_four_times_can_be_scrolled_to_and_fills_the_window(
    open_tab: Open,
) -> None:
    screen = open_tab("ring=sohae~8000")
    resize(screen, 320, 256)
    screen.page.get_by_test_id("map").evaluate("(map) => map.scrollIntoView({ block: 'center' })")
    shown = screen.page.evaluate(PARTS)["[data-testid=map]"]
    assert shown["top"] >= 0
    assert shown["bottom"] <= 256
    assert shown["height"] >= 0.7 * 256


@pytest.mark.parametrize(
    "path", ["lesson", "lab", "radar", "stories", "quiz", "sources", "methods", "about"]
)
def test_no_page_enlarged_four_times_scrolls_sideways(visit_bare: Open, path: str) -> None:
    screen = visit_bare(viewport={"width": 320, "height": 256})
    screen.faults.expect(errors=("/_stcore/",))  # Streamlit looks for its server below the path
    screen.page.goto(f"{screen.home}/{path}")
    screen.page.locator(READY[path]).first.wait_for()
    screen.until(f"() => {STYLED}", "the style")
    assert screen.page.evaluate(SIDEWAYS) == []
