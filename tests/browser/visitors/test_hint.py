"""One hint at the slider, on a first visit alone: it goes for good, and nothing is in its way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen

KEPT = "() => localStorage.getItem('reachmap-hint')"
# What a click in the middle of its words reaches, and what its button's does.
REACHED = """(node) => [node.querySelector("p"), node.querySelector("button")].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    return node.contains(document.elementFromPoint(x + width / 2, y + height / 2));
})"""


def hint_of(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("hint")


@pytest.mark.parametrize(
    "size", [(1280, 800), (1024, 768), (390, 844)], ids=lambda size: f"{size[0]}"
)
def test_it_stands_over_the_map_and_takes_no_focus(visit: Open, size: tuple[int, int]) -> None:
    screen = visit(viewport={"width": size[0], "height": size[1]})
    hint = hint_of(screen)
    expect(hint).to_be_visible()
    box, map_box = hint.bounding_box(), screen.page.get_by_test_id("map").bounding_box()
    assert box is not None and map_box is not None
    assert map_box["x"] <= box["x"] and box["x"] + box["width"] <= size[0]
    assert map_box["y"] <= box["y"]
    assert box["y"] + box["height"] <= map_box["y"] + map_box["height"]
    assert hint.evaluate(REACHED) == [False, True], "only its button is in anybody's way"
    assert screen.page.evaluate("() => document.activeElement === document.body")


def test_a_drag_takes_it_away_for_ever(visit: Open) -> None:
    screen = visit()
    expect(hint_of(screen)).to_be_visible()
    screen.page.keyboard.press("Tab")
    screen.pan()
    expect(hint_of(screen)).to_be_visible()
    screen.set_range(0, 4000, "low")
    expect(hint_of(screen)).to_have_count(0)
    assert screen.page.evaluate(KEPT) == "seen"
    screen.open()
    expect(screen.found).to_have_count(0)
    assert hint_of(screen).count() == 0


def test_it_lies_neither_over_the_headline_nor_over_the_table(visit: Open) -> None:
    screen = visit()
    hint = hint_of(screen)
    panel = screen.page.locator(".st-key-panel")
    panel.evaluate("(node) => node.scrollTo(0, 110)")
    expect(hint).to_be_hidden()
    panel.evaluate("(node) => node.scrollTo(0, 0)")
    expect(hint).to_be_visible()
    screen.table.locator("tbody tr").nth(9).scroll_into_view_if_needed()
    expect(hint).to_be_hidden()
    screen.summary.scroll_into_view_if_needed()
    expect(hint).to_be_visible()


def test_its_button_takes_it_away(visit: Open) -> None:
    screen = visit()
    hint_of(screen).get_by_role("button", name="Close the hint").click()
    expect(hint_of(screen)).to_have_count(0)
    assert screen.page.evaluate(KEPT) == "seen"


@pytest.mark.parametrize("query", ["ring=sohae~8000", "story=five_ranges", "embed=true"])
def test_a_link_that_shows_something_has_none(visit: Open, query: str) -> None:
    screen = visit(query)
    screen.wait_for_data()
    assert hint_of(screen).count() == 0
