"""A value is committed in Chromium's own cases: keys, a page that is left, an address refused."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen


def test_input_event_that_nothing_follows_is_committed(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.slider(0).evaluate(
        "(s) => { s.value = 4321; s.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    screen.wait_for_address("sohae~4321")


def test_held_key_is_committed_after_the_last_press(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.slider(0).focus()
    for _ in range(12):
        screen.page.keyboard.down("ArrowRight")
    screen.page.keyboard.up("ArrowRight")
    screen.wait_for_address("sohae~8120")
    expect(screen.summary).to_contain_text("Within 8,120 km")


def test_slider_that_is_rebuilt_in_mid_drag_leaves_its_value(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    band = screen.field("band")
    _, y, left, right = screen.grab(0)
    screen.page.mouse.move(left + (right - left) * 0.7, y, steps=4)
    seen = screen.ranges()[0]
    band.evaluate("(box) => box.click()")  # two sliders in the place of one
    screen.eventually(lambda: screen.page.get_by_test_id("range-0-low").count(), "the band")
    screen.page.mouse.up()
    rings = screen.eventually(
        lambda: re.match(r"sohae~(\d+)-(\d+)-(\d+)", screen.rings_in_address()[0]),
        "the band's link",
    )
    assert float(rings[2]) == seen


def test_value_is_in_the_address_of_a_page_that_was_left_in_mid_drag(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    _, y, left, right = screen.grab(0)
    screen.page.mouse.move(left + (right - left) * 0.7, y, steps=4)
    seen = screen.ranges()[0]
    screen.page.goto(f"{screen.home}/about")
    screen.page.mouse.up()
    screen.page.go_back()
    screen.ready()
    assert screen.rings_in_address()[0].startswith(f"sohae~{seen:g}")
    assert screen.ranges() == [seen]


def test_address_follows_when_the_browser_lets_it_be_written_again(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.page.evaluate(
        """() => {
            const real = History.prototype.replaceState;
            window.refused = 0;
            history.replaceState = function (...all) {
                if (window.lenient) return real.apply(this, all);
                window.refused += 1;
                throw new DOMException("too many calls", "SecurityError");
            };
        }"""
    )
    for dx in (-80, -90):
        refused = screen.page.evaluate("() => window.refused")
        box = screen.page.get_by_test_id("map").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 4
        screen.page.mouse.move(x, y)
        screen.page.mouse.down()
        screen.page.mouse.move(x + dx, y, steps=4)
        screen.page.mouse.up()
        screen.until("(before) => window.refused > before", "a refusal", refused)
    assert "at" not in dict(screen.query())
    screen.page.evaluate("() => { window.lenient = true; }")
    screen.eventually(lambda: "at" in dict(screen.query()), "a view in the address")
    screen.eventually(lambda: is_in_address(screen, screen.view()), "the view after the last pan")


def is_in_address(screen: Screen, view: list[float]) -> bool:
    lat, lon, zoom = view
    told = pytest.approx([lat, (lon + 180) % 360 - 180, zoom], abs=0.01)
    return screen.view_in_address() == told
