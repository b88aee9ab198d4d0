"""On a phone: map and slider on the first screen, everything else one tap away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from geo.catalog.reading import load_catalog
from tests.browser.conftest import FAILED, Open
from tests.browser.machine import Machine
from tests.browser.screen import Screen

ONE_RING = "ring=sohae~8000"
SIZE = {"width": 390, "height": 844}
LEAST_FONT_PX = 11
LEAST_TARGET_PX = 44  # WCAG 2.2, 2.5.5; what Apple and Google ask for
SIDEWAYS = "() => [document.documentElement.scrollWidth, visualViewport.width, scrollX]"
# Words that are seen, with the size of their letters, in the page and in the map's frame.
FONTS = """() => [document, document.querySelector("[data-testid=map]").contentDocument]
    .flatMap((each) => [...each.body.querySelectorAll("*")])
    .filter((node) => node.checkVisibility() && !["SCRIPT", "STYLE"].includes(node.tagName)
        && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .map((node) => [node.textContent.slice(0, 60), parseFloat(getComputedStyle(node).fontSize)])"""
# What a finger aims at: of a box to tick, its label. Links within a sentence are not meant.
TARGETS = """(root) => [...root.querySelectorAll(
    "button, select, summary, nav a, .rm-actions a, label:has([type=checkbox]), "
    + "input:not([type=checkbox])")].filter((node) => node.checkVisibility())
    .map((node) => [node.ariaLabel || node.textContent.trim(), node.getBoundingClientRect().height])
"""


@pytest.fixture(scope="module")
def phone(chromium: Browser, app_url: str) -> Iterator[Machine]:
    machine = Machine(chromium, app_url, viewport=SIZE, is_mobile=True, has_touch=True)
    yield machine
    machine.close()


@pytest.fixture
def open_on_phone(phone: Machine) -> Iterator[Open]:
    yield phone.open
    assert phone.close_tabs() == []


@pytest.fixture
def follow_on_phone(phone: Machine, request: pytest.FixtureRequest) -> Iterator[Open]:
    """As `follow`; what the test before unfolded is folded."""

    def folded(query: str = "") -> Screen:
        screen = phone.follow(query)
        less = screen.page.get_by_role("button", name="Less", exact=True)
        if less.is_visible():
            less.tap()
        return screen

    yield folded
    faults = phone.faults.take()
    if faults or request.node.stash.get(FAILED, False):
        phone.leave()
    assert faults == []


def box_of(locator: Locator) -> dict[str, float]:
    box = locator.bounding_box()
    assert box is not None
    return dict(box) | {"right": box["x"] + box["width"], "bottom": box["y"] + box["height"]}


def is_within(inner: dict[str, float], outer: dict[str, float]) -> bool:
    starts = all(inner[side] >= outer[side] for side in ("x", "y"))
    return starts and all(inner[side] <= outer[side] for side in ("right", "bottom"))


def finger(screen: Screen) -> Callable[..., Any]:
    """Return a function that puts down, moves and lifts one finger: (kind, x, y)."""
    session = screen.page.context.new_cdp_session(screen.page)

    def touch(kind: str, *point: float) -> None:
        points = [{"x": point[0], "y": point[1]}] if point else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    return touch


def unfold(screen: Screen) -> Locator:
    screen.page.get_by_role("button", name="More", exact=True).tap()
    fold = screen.page.get_by_role("button", name="Less", exact=True)
    expect(fold).to_have_attribute("aria-expanded", "true")
    return fold


def test_map_and_active_slider_are_on_the_first_screen(open_on_phone: Open) -> None:
    screen = open_on_phone()
    screen.wait_for_python()
    screen.eventually(lambda: is_map_above_slider(screen), "map and slider on the first screen")


def is_map_above_slider(screen: Screen) -> bool:
    """Whether map, slider and sentence are in the window, the map with half of it or more."""
    window = {"x": 0, "y": 0, "right": SIZE["width"], "bottom": SIZE["height"]}
    shown, slider = box_of(screen.page.get_by_test_id("map")), box_of(screen.slider(0))
    are_within = all(is_within(box, window) for box in (shown, slider, box_of(screen.summary)))
    return are_within and (
        shown["height"] >= SIZE["height"] / 2
        and shown["bottom"] <= slider["y"]
        and slider["width"] >= SIZE["width"] / 2
    )


def test_nothing_scrolls_sideways(follow_on_phone: Open) -> None:
    screen = follow_on_phone("&".join(f"ring=sohae~{km}~{'W' * 60}" for km in (5000, 8000, 12_000)))
    assert screen.page.evaluate(SIDEWAYS) == [SIZE["width"], SIZE["width"], 0]
    unfold(screen)
    screen.field("label").wait_for()
    assert screen.page.evaluate(SIDEWAYS) == [SIZE["width"], SIZE["width"], 0]
    panel = screen.page.locator(".st-key-panel")
    assert panel.evaluate("(node) => node.scrollWidth - node.clientWidth") == 0


def test_finger_drags_the_slider_and_the_ring_follows(open_on_phone: Open) -> None:
    screen = open_on_phone(ONE_RING)
    view = screen.view()
    slider, touch = box_of(screen.slider(0)), finger(screen)
    share = (8000 - 10) / (19_900 - 10)
    x, y = slider["x"] + 8 + share * (slider["width"] - 16), (slider["y"] + slider["bottom"]) / 2
    touch("touchStart", x, y)
    seen = []
    for _ in range(10):
        x -= 8
        touch("touchMove", x, y)
        screen.frames(1)
        seen.append(screen.ranges()[0])
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) >= 8
    assert seen[-1] < 5000
    assert screen.rings_in_address() == ["sohae~8000"]
    touch("touchEnd")
    screen.wait_for_address(f"sohae~{seen[-1]:g}")
    assert screen.view() == view


def test_more_shows_every_control_and_less_folds_them_away(follow_on_phone: Open) -> None:
    screen = follow_on_phone()
    names = ("Start from", "Units", "Base map", "As of this day", "Cities")
    controls = [screen.page.get_by_label(name).first for name in names]
    controls += [screen.share, screen.page.get_by_role("link", name="Sources")]
    controls += [screen.page.get_by_role("button", name=name) for name in ("Undo", "Teach")]
    for control in controls:
        expect(control).to_be_hidden()
    fold = unfold(screen)
    for control in controls:
        control.scroll_into_view_if_needed()
        expect(control).to_be_in_viewport()
    expect(fold).to_be_in_viewport()
    fold.tap()
    for control in controls:
        expect(control).to_be_hidden()
    expect(screen.slider(0)).to_be_in_viewport()


def test_what_is_done_most_is_in_reach_of_a_thumb(open_on_phone: Open) -> None:
    screen = open_on_phone()
    screen.page.get_by_role("button", name="+ Ring").tap()
    screen.eventually(lambda: len(screen.ranges()) == 6, "another ring")
    expect(screen.slider(5)).to_be_in_viewport()
    screen.page.get_by_role("button", name="Share").tap()
    screen.page.get_by_role("dialog").get_by_role("button", name="Close").tap()
    screen.page.get_by_role("button", name="Table").tap()
    expect(screen.table.locator("tbody tr").first).to_be_in_viewport()
    expect(screen.slider(5)).to_be_in_viewport()
    screen.page.get_by_role("button", name="Map").tap()
    expect(screen.table).to_be_hidden()


def test_controls_are_large_enough_for_a_finger(follow_on_phone: Open) -> None:
    screen = follow_on_phone(f"{ONE_RING}&show=cities,arcs")
    unfold(screen)
    screen.field("missile").select_option("hwasong-14")
    screen.field("claim").wait_for()
    sizes = screen.page.locator(".rm-panel").evaluate(TARGETS)
    assert len(sizes) > 30
    assert [size for size in sizes if size[1] < LEAST_TARGET_PX] == []


def test_letters_are_large_enough(open_on_phone: Open) -> None:
    screen = open_on_phone()
    screen.page.get_by_role("button", name="Table").tap()
    unfold(screen)
    screen.field("label").wait_for()
    screen.map.locator(".rm-legend-more").dispatch_event("click")
    fonts = screen.page.evaluate(FONTS)
    assert len(fonts) > 500, "the table's cells too"
    assert [font for font in fonts if font[1] < LEAST_FONT_PX] == []


@pytest.mark.parametrize("query", ["", "on=4", f"{ONE_RING}&lang=ko"])
def test_the_button_that_finds_a_place_stands_beside_the_legend(
    open_on_phone: Open, query: str
) -> None:
    screen = open_on_phone(query)
    legend, shown = screen.map.get_by_test_id("legend"), screen.page.get_by_test_id("map")
    assert is_within(box_of(screen.page.locator(".rm-finder")), box_of(shown))
    screen.eventually(lambda: is_beside(legend, screen.page.locator(".rm-finder")), "room for both")


def is_beside(one: Locator, other: Locator) -> bool:
    a, b = box_of(one), box_of(other)
    across = a["right"] <= b["x"] or b["right"] <= a["x"]
    return across or a["bottom"] <= b["y"] or b["bottom"] <= a["y"]


def test_place_that_was_found_is_not_hidden_by_the_controls(open_on_phone: Open) -> None:
    screen = open_on_phone(ONE_RING)
    screen.finder.tap()
    screen.finder.fill("darwin")
    screen.found.first.tap()
    expect(screen.popup.locator("h3")).to_have_text("Darwin")
    screen.eventually(lambda: is_on_top(screen, screen.popup.locator("h3")), "the popup in sight")


def is_on_top(screen: Screen, in_map: Locator) -> bool:
    """Whether nothing of the page lies over the middle of what stands in the map."""
    box = box_of(in_map)
    middle = [(box["x"] + box["right"]) / 2, (box["y"] + box["bottom"]) / 2]
    on_top = "([x, y]) => document.elementFromPoint(x, y)?.dataset.testid === 'map'"
    return bool(screen.page.evaluate(on_top, middle))


def test_tap_on_a_place_opens_a_popup_inside_the_map(follow_on_phone: Open) -> None:
    for at in ("21.3,-157.9,4", "19,-152,5"):
        screen = follow_on_phone(f"{ONE_RING}&show=cities&at={at}")
        tap_on_honolulu(screen)


def tap_on_honolulu(screen: Screen) -> None:
    place = next(each for each in load_catalog().places if each.id == "honolulu")
    screen.page.touchscreen.tap(*screen.point_of(place.lat, place.lon))
    expect(screen.popup.locator("h3")).to_have_text(place.name)
    bubble, frame = screen.map.locator(".leaflet-popup"), screen.page.get_by_test_id("map")
    screen.eventually(lambda: is_within(box_of(bubble), box_of(frame)), "all of the popup in sight")
    screen.map.locator(".leaflet-popup-close-button").tap()
    expect(screen.popup).to_have_count(0)


@pytest.mark.parametrize("size", [(640, 360), (568, 320)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_phone_held_across_has_map_and_slider_side_by_side(
    visit: Open, size: tuple[int, int]
) -> None:
    width, height = size
    screen = visit(
        "ring=sohae~8000",
        viewport={"width": width, "height": height},
        is_mobile=True,
        has_touch=True,
    )
    screen.wait_for_data()
    expect(screen.slider(0)).to_be_in_viewport()
    shown = screen.page.get_by_test_id("map").bounding_box()
    assert shown is not None
    assert shown["width"] >= width * 0.5
    assert shown["height"] >= height * 0.6
    assert shown["y"] + shown["height"] == height
    assert screen.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
