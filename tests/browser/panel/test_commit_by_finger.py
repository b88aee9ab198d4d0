"""A finger on a slider, by raw touches: it drags, taps, or only scrolls the panel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.machine import Machine
from tests.browser.screen import Screen


@pytest.fixture(scope="module")
def phone(chromium: Browser, app_url: str) -> Iterator[Machine]:
    """A phone that the tests here take from each other."""
    size = {"width": 390, "height": 844}
    machine = Machine(chromium, app_url, viewport=size, has_touch=True, is_mobile=True)
    yield machine
    assert machine.close() == []


def touched(phone: Machine) -> tuple[Screen, Any, dict[str, float]]:
    """Return a phone with the panel open, what sends touches, and the slider's box."""
    screen = phone.follow("ring=sohae~8000~experts%20via%20Yonhap")
    fold = screen.page.locator(".rm-fold")
    if fold.get_attribute("aria-expanded") != "true":
        fold.click()
    screen.page.locator(".st-key-panel").evaluate("(panel) => panel.scrollTo(0, 0)")
    slider = screen.slider(0)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    session = screen.page.context.new_cdp_session(screen.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
        screen.frames(1)

    return screen, touch, dict(box)


@pytest.mark.parametrize("end", ["touchEnd", "touchCancel"])
def test_finger_that_drags_sideways_sets_the_range(phone: Machine, end: str) -> None:
    screen, touch, box = touched(phone)
    x, y = box["x"] + box["width"] * 0.42, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x + 12 * step, y + 4 * step))
    seen = screen.ranges()[0]
    assert seen > 9000, "the map follows the finger"
    touch(end)
    screen.eventually(
        lambda: screen.rings_in_address()[0].startswith(f"sohae~{screen.ranges()[0]:g}~own"),
        "the address",
    )
    assert screen.slider(0).input_value() == f"{screen.ranges()[0]:g}"


def test_finger_that_swipes_over_a_slider_scrolls_and_changes_nothing(phone: Machine) -> None:
    screen, touch, box = touched(phone)
    address = screen.page.url
    screen.page.evaluate(
        """() => { window.seen = new Set();
        reachmapBus.on("scene", (scene) => window.seen.add(scene.rings[0].best)); }"""
    )
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for step in range(1, 15):
        touch("touchMove", (x + step % 3, y - 12 * step))
    touch("touchEnd")
    screen.until("() => document.querySelector('.st-key-panel').scrollTop > 40", "the scroll")
    assert screen.slider(0).input_value() == "8000"
    assert set(screen.page.evaluate("() => [...window.seen]")) <= {8000}, "no class saw it jump"
    assert screen.page.url == address
    expect(screen.card(0)).to_contain_text("experts via Yonhap")


def test_tap_on_the_track_sets_the_range(phone: Machine) -> None:
    screen, touch, box = touched(phone)
    touch("touchStart", (box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2))
    touch("touchEnd")
    screen.eventually(lambda: screen.ranges()[0] > 15_000, "the range")
    screen.wait_for_address(f"sohae~{screen.ranges()[0]:g}~own assumption")
