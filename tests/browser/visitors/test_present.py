"""Presentation mode: the map alone, its keys, and the panel when it is wanted."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen

RINGS = "ring=sohae~3000-5500~US Pacific Command&ring=sohae~8000&ring=sohae~10000"
PROJECTOR = {"width": 1024, "height": 768}
# The map is as large as the window, and knows it.
SETTLED = f"""() => {{
    const {{ x, y }} = {MAP}.map.getSize();
    return x === innerWidth && y === innerHeight;
}}"""

# Note whether the panel is seen whenever its page changes: it is for three seconds only.
LISTEN = """(panel) => {
    window.isShown = [];
    new MutationObserver(() => isShown.push(panel.checkVisibility({ visibilityProperty: true })))
        .observe(document.documentElement, { attributes: true });
}"""


def covers_window(screen: Screen) -> bool:
    box = screen.page.get_by_test_id("map").bounding_box()
    return box is not None and (box["width"], box["height"]) == tuple(PROJECTOR.values())


def test_keys_of_a_presentation(open_tab: Open) -> None:
    screen = open_tab(f"{RINGS}&present=1")
    keys_with_the_focus_in_the_map(screen)
    screen.follow(f"{RINGS}&present=1")
    press = screen.page.keyboard.press
    press("ArrowRight")  # the second ring is the active one now
    expect(screen.card(1)).to_have_class("rm-card rm-active")
    press("+")
    press("+")
    press("-")
    screen.wait_for_address("sohae~3000-5500~US Pacific Command", "sohae~8100", "sohae~10000")
    assert screen.ranges() == [5500, 8100, 10_000]
    press("2")
    screen.eventually(lambda: screen.ranges() == [5500, 10_000], "the second ring hidden")
    assert len(screen.rings_in_address()) == 3, "what is hidden for now is still in the link"
    press("2")
    screen.eventually(lambda: screen.ranges() == [5500, 8100, 10_000], "the second ring shown")
    for units in ("mi", "nmi", None):
        press("u")
        screen.wait_for_key("units", units)
    legend = screen.map.get_by_test_id("legend")
    expect(legend).to_be_visible()
    press("l")
    expect(legend).to_be_hidden()
    press("l")
    expect(legend).to_be_visible()
    press("?")
    expect(screen.page.locator(".rm-keys")).to_be_visible()
    press("+")
    press("Escape")
    expect(screen.page.locator(".rm-keys")).to_have_count(0)
    assert screen.ranges() == [5500, 8100, 10_000], "no key acts behind the list of keys"
    assert dict(screen.query())["present"] == "1"


def keys_with_the_focus_in_the_map(screen: Screen) -> None:
    """See that they work, and that the map stays."""
    screen.map.locator(".leaflet-container").focus()
    screen.until(SETTLED, "a map of the whole window")
    before = screen.view()
    for key in ("+", "ArrowRight", "ArrowLeft"):
        screen.page.keyboard.press(key)
    screen.eventually(lambda: screen.ranges()[0] == 5600, "a wider ring")
    assert screen.view() == before, "Leaflet's own keys would have zoomed and panned"
    screen.eventually(lambda: "5600" in screen.rings_in_address()[0], "the address")


def test_map_fills_a_projector_and_the_panel_comes_with_the_mouse(visit: Open) -> None:
    screen = visit(f"{RINGS}&present=1", viewport=PROJECTOR)
    screen.eventually(lambda: covers_window(screen), "a map as large as the window")
    panel = screen.page.locator(".rm-panel")
    stirred = "() => document.documentElement.hasAttribute('data-stirred')"
    assert not screen.page.evaluate(stirred), "nothing lies over the map before a hand moves"
    expect(panel).to_be_hidden()
    expect(screen.summary).to_be_visible()
    size = "(node) => parseFloat(getComputedStyle(node).fontSize)"
    assert screen.summary.evaluate(size) >= 18
    assert screen.map.locator(".rm-legend").evaluate(size) >= 15
    panel.evaluate(LISTEN)
    screen.page.mouse.move(500, 300)
    screen.page.mouse.move(520, 310)
    screen.until("() => window.isShown.includes(true)", "the panel")
    expect(panel).to_be_hidden()
    screen.page.evaluate("() => { isShown.length = 0; }")
    screen.page.keyboard.press("Tab")
    screen.until("() => window.isShown.includes(true)", "the panel")
    screen.page.mouse.move(100, 300)
    screen.page.mouse.move(110, 310)  # below the mouse it stays
    screen.page.get_by_role("button", name="End presentation").click()
    screen.wait_for_key("present", None)
    screen.eventually(lambda: not covers_window(screen), "a map beside the panel")
    expect(panel).to_be_visible()


def test_tap_is_for_what_is_under_the_finger_not_for_the_panel_it_calls(visit: Open) -> None:
    screen = visit(
        f"{RINGS}&present=1", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    screen.wait_for_data()
    more = screen.map.get_by_test_id("legend").get_by_role("button")
    more.tap()
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(screen.page.locator(".rm-panel")).to_be_visible()
    assert "on" not in dict(screen.query())


def test_step_back_is_none_in_or_out_of_it(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.set_range(0, 7000)
    screen.wait_for_address("sohae~7000")
    screen.teach()
    screen.page.locator(".st-key-present").click()
    screen.wait_for_key("present", "1")
    screen.page.go_back()
    screen.eventually(lambda: screen.ranges() == [8000], "the ring before")
    assert dict(screen.query())["present"] == "1"


def test_words_on_the_map_are_larger_than_usual(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    usual = "() => parseFloat(getComputedStyle(document.querySelector('.rm-summary p')).fontSize)"
    before = screen.page.evaluate(usual)
    screen.teach()
    screen.page.get_by_role("button", name="Present").click()
    screen.wait_for_key("present", "1")
    screen.until(f"() => {MAP}.larger() >= 1.4", "larger words")
    screen.until(f"(before) => ({usual})() >= 1.25 * before", "larger words of the page", before)
    assert screen.ranges() == [8000]


@pytest.mark.parametrize("size", [(820, 1180), (390, 844)], ids=["tablet", "phone"])
def test_map_has_the_window_to_itself_where_the_controls_come_from_below(
    visit: Open, size: tuple[int, int]
) -> None:
    width, height = size
    screen = visit(f"{RINGS}&present=1", viewport={"width": width, "height": height})
    shown = screen.page.get_by_test_id("map")
    expect(screen.page.locator(".rm-panel")).to_be_hidden()
    assert shown.bounding_box() == {"x": 0, "y": 0, "width": width, "height": height}
    screen.page.mouse.move(300, 300)
    screen.page.mouse.move(320, 310)
    panel = screen.page.locator(".rm-panel")
    expect(panel).to_be_visible()
    box = panel.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, width)
    assert box["height"] <= height * 0.6
    assert box["y"] + box["height"] == height
    assert shown.bounding_box() == {"x": 0, "y": 0, "width": width, "height": height}


@pytest.mark.parametrize("size", [(820, 1180), (390, 844)], ids=["tablet", "phone"])
def test_story_has_the_width_of_the_window_below_the_map(
    visit: Open, size: tuple[int, int]
) -> None:
    width, height = size
    viewport = {"width": width, "height": height}
    screen = visit("story=five_ranges&step=2&present=1", viewport=viewport)
    story = screen.page.get_by_test_id("story")
    box, shown = story.bounding_box(), screen.page.get_by_test_id("map").bounding_box()
    assert box is not None
    assert shown is not None
    assert (box["x"], box["width"]) == (0, width)
    assert box["y"] + box["height"] == pytest.approx(height, abs=1)
    assert shown["y"] + shown["height"] == pytest.approx(box["y"], abs=1)
    assert shown["height"] >= height * 0.5
    words = story.locator(".rm-story-words").bounding_box()
    assert words is not None
    assert words["width"] > width * 0.8
