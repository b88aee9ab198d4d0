"""The order of the panel: the ring first, and what is seen is in the order of keys and readers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

BEFORE_SLIDER = """() => {
    const first = document.querySelector("input[type=range]");
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter((node) => node.dataset.testid !== "stSkipToContent")
        .filter((node) => node.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)
        .filter((node) => node.checkVisibility()).map((node) => node.outerHTML);
}"""
# Where each control stands that the Tab key comes to in the panel, in its order.
TOPS = """() => [...document.querySelectorAll(
    ".rm-panel :is(a[href], button, input, select, summary)")]
    .filter((node) => node.checkVisibility() && !node.closest(".rm-card"))
    .map((node) => [node.outerHTML, node.getBoundingClientRect()])
    .map(([html, { top, bottom, left }]) => [html, (top + bottom) / 2, left])"""
KEYS = ("share", "teach", "start-class", "join-class", "present", "story", "undo", "redo")


@pytest.mark.parametrize("query", ["", "ring=sohae~8000", "ring=sohae~8500-10400-14000"])
def test_fewer_than_six_controls_stand_before_the_first_slider(follow: Open, query: str) -> None:
    screen = follow(query)
    before = screen.page.evaluate(BEFORE_SLIDER)
    assert len(before) < 6, before


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_the_tab_key_goes_as_the_eye_does(open_tab: Open, size: tuple[int, int]) -> None:
    screen = open_tab()
    screen.page.set_viewport_size({"width": size[0], "height": size[1]})
    screen.until("(width) => innerWidth === width", "the window", size[0])
    screen.frames(2)
    found = screen.page.evaluate(TOPS)
    assert len(found) > 8
    for (_, y, x), (html, next_y, next_x) in pairwise(found):
        assert next_y > y - 2 and (next_y > y + 8 or next_x > x), html


def test_all_there_is_for_a_class_is_in_the_page_and_shares_one_button(open_tab: Open) -> None:
    screen = open_tab()
    for key in KEYS:
        assert screen.page.locator(f".st-key-{key}").count() == 1, key
    assert screen.page.locator(".st-key-start-class").is_hidden()
    screen.teach()
    for key in KEYS:
        assert screen.page.locator(f".st-key-{key}").is_visible(), key
    assert screen.page.get_by_role("button", name="Share").count() == 1
    screen.page.locator(".st-key-story").focus()
    screen.page.keyboard.press("Escape")
    assert screen.page.locator(".st-key-start-class").is_hidden()
    expect(screen.page.locator(".st-key-teach")).to_be_focused()
