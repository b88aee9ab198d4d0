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
    size = {"width": 390, "height": 600}  # its open panel is longer than that
    machine = Machine(chromium, app_url, viewport=size, has_touch=True, is_mobile=True)
    yield machine
    assert machine.close() == []


CLAIMED = "ring=sohae~8000~experts%20via%20Yonhap"


def touched(phone: Machine, query: str = CLAIMED) -> tuple[Screen, Any, dict[str, float]]:
    """Return a phone with the panel open, what sends touches, and the slider's box."""
    screen = phone.follow(query)
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


@pytest.mark.parametrize("part", [0.8, 0.4])  # beside the thumb, and on it
def test_finger_that_swipes_over_a_slider_scrolls_and_changes_nothing(
    phone: Machine, part: float
) -> None:
    screen, touch, box = touched(phone)
    address = screen.page.url
    screen.page.evaluate(
        """() => { window.seen = new Set();
        reachmapBus.on("scene", (scene) => window.seen.add(scene.rings[0].best)); }"""
    )
    x, y = box["x"] + box["width"] * part, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for step in range(1, 15):
        touch("touchMove", (x + step % 3, y - 12 * step))
    touch("touchEnd")
    screen.until("() => document.querySelector('.st-key-panel').scrollTop > 40", "the scroll")
    assert screen.slider(0).input_value() == "8000"
    assert set(screen.page.evaluate("() => [...window.seen]")) <= {8000}, "no class saw it jump"
    assert screen.page.url == address
    expect(screen.card(0)).to_contain_text("experts via Yonhap")


def thumb_x(box: dict[str, float], km: float) -> float:
    return box["x"] + 8 + (box["width"] - 16) * (km - 10) / 19_890


@pytest.mark.parametrize("slides", [False, True])
def test_finger_beside_the_thumb_changes_nothing(phone: Machine, slides: bool) -> None:
    screen, touch, box = touched(phone)
    address = screen.page.url
    screen.page.evaluate(
        """() => { window.seen = new Set();
        reachmapBus.on("scene", (scene) => window.seen.add(scene.rings[0].best)); }"""
    )
    x, y = thumb_x(box, 8000) + 24, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for step in range(1, 9 if slides else 1):
        touch("touchMove", (x + 10 * step, y))
    touch("touchEnd")
    screen.frames(3)
    assert screen.slider(0).input_value() == "8000"
    assert set(screen.page.evaluate("() => [...window.seen]")) <= {8000}
    assert screen.page.url == address


def test_thumb_that_is_touched_at_its_rim_does_not_jump(phone: Machine) -> None:
    screen, touch, box = touched(phone, "ring=40,125~8000")
    x, y = thumb_x(box, 8000) - 18, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    assert screen.ranges() == [8000]
    for step in range(1, 6):
        touch("touchMove", (x + 4 * step, y))
    km_per_px = 19_890 / (box["width"] - 16)
    touch("touchEnd")
    assert abs(screen.ranges()[0] - 8000 - 20 * km_per_px) <= 100, "it goes as far as the finger"
    screen.wait_for_address(f"40,125~{screen.ranges()[0]:g}")


def test_thumb_can_be_touched_within_44_pixels(phone: Machine) -> None:
    screen, _, box = touched(phone)
    assert box["height"] >= 44
    for role in ("number-0", "range-0"):
        assert screen.page.get_by_test_id(role).is_visible()
