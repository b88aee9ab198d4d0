"""The map in a page of someone else, at the 600 by 400 pixels of the snippet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen
from tests.browser.share.dialog import TWO, open_share
from tests.browser.visitors.test_accessibility import grave_violations

EMBED = {"width": 600, "height": 400}


def is_in(part: Locator, box: dict[str, float]) -> bool:
    found = part.bounding_box()
    return found is not None and (
        found["x"] >= box["x"]
        and found["y"] >= box["y"]
        and found["x"] + found["width"] <= box["x"] + box["width"]
        and found["y"] + found["height"] <= box["y"] + box["height"]
    )


def test_embedded_page_is_map_sentence_and_slider(visit: Open) -> None:
    screen = visit(f"embed=true&{TWO}", viewport=EMBED)
    check_embedded(screen)
    for query in ("", "ring=sohae~8500-10400-14000"):
        check_embedded(screen.follow(f"embed=true&{query}"))


@pytest.mark.parametrize("width", [320, 600, 800])
def test_number_stands_beside_its_slider_at_every_width(open_tab: Open, width: int) -> None:
    screen = open_tab("embed=true&ring=sohae~8000")
    screen.page.set_viewport_size({"width": width, "height": 600})

    def are_apart() -> bool:
        unit = screen.card(0).locator(".rm-unit").first.bounding_box()
        slider = screen.slider(0).bounding_box()
        return bool(unit and slider and unit["x"] + unit["width"] <= slider["x"])

    screen.eventually(are_apart, "number and unit to the left of the slider")


def check_embedded(screen: Screen) -> None:
    window = {"x": 0.0, "y": 0.0, **EMBED}
    whole = screen.page.get_by_role("link", name="Open in Reachmap")
    parts = (screen.summary, screen.slider(0), whole)
    screen.wait_for_python()
    screen.eventually(lambda: has_map_above_bar(screen), "a map that ends where the bar begins")
    sizes = "() => [document.documentElement, document.querySelector('[data-testid=stMain]')]" + (
        ".map((node) => [node.scrollWidth, node.scrollHeight])"
    )
    window_twice = [[EMBED["width"], EMBED["height"]]] * 2
    screen.eventually(lambda: screen.page.evaluate(sizes) == window_twice, "nothing to scroll")
    screen.eventually(lambda: all(is_in(part, window) for part in parts), "all in the window")
    lines = screen.summary.evaluate(
        "(node) => node.clientHeight / parseFloat(getComputedStyle(node).lineHeight)"
    )
    assert lines < 2.5
    expect(screen.table).to_be_hidden()
    expect(screen.map.locator(".rm-legend-rings")).to_be_hidden()
    assert grave_violations(screen.page) == []


def has_map_above_bar(screen: Screen) -> bool:
    """Whether the map has the window's width, most of its height, and nothing below the bar."""
    shown = screen.page.get_by_test_id("map").bounding_box()
    bar = screen.page.locator(".st-key-panel").bounding_box()
    return (
        shown is not None
        and bar is not None
        and (
            shown["width"] == EMBED["width"]
            and shown["height"] >= 0.7 * EMBED["height"]
            and bar["y"] >= shown["y"] + shown["height"] - 1
        )
    )


# How much is seen of each part of the words above the map, in pixels, and how much is not.
CUT = """() => {
    const clips = [...document.querySelectorAll(".st-key-summary, .rm-words")]
        .filter((node) => getComputedStyle(node).overflowY !== "visible")
        .map((node) => node.getBoundingClientRect().bottom);
    const map = document.querySelector("[data-testid=map]").getBoundingClientRect();
    const edge = Math.min(map.top, ...clips);
    return [...document.querySelectorAll(".rm-headline > *, .rm-counts")].map((node) => {
        const { top, bottom } = node.getBoundingClientRect();
        return [Math.max(0, Math.min(bottom, edge) - top), Math.max(0, bottom - edge)];
    });
}"""


@pytest.mark.parametrize("query", ["", "ring=sohae~8000", "ring=sohae~8000&lang=ko"])
def test_no_line_of_an_embedded_page_is_seen_in_part(visit: Open, query: str) -> None:
    screen = visit(f"embed=true&{query}", viewport=EMBED)
    for size in (EMBED, {"width": 700, "height": 420}, {"width": 480, "height": 360}):
        screen.page.set_viewport_size(size)
        screen.wait_for_size()
        parts = screen.page.evaluate(CUT)
        assert len(parts) == 3
        assert [part for part in parts if min(part) > 1] == [], size


def test_embedded_page_in_a_page_of_another_site(
    open_tab: Open, foreign_site: tuple[Path, str]
) -> None:
    screen = open_tab(TWO)
    snippet = open_share(screen).locator("textarea").input_value()
    folder, host = foreign_site
    folder.joinpath("index.html").write_text(
        f"<!DOCTYPE html><html lang=en><title>Lesson</title><h1>Lesson</h1>{snippet}", "utf-8"
    )
    screen.faults.expect(hosts=(host,), errors=("favicon.ico",))
    screen.page.goto(f"http://{host}/")
    embedded = screen.page.frame_locator("iframe[title='Reachmap: range rings']")
    slider = embedded.get_by_test_id("range-0")
    expect(embedded.get_by_test_id("reach-summary")).to_contain_text("Within 3,000\u20135,500 km")
    frame = screen.page.locator("iframe").bounding_box()
    assert frame is not None
    assert (frame["width"], frame["height"]) == (600, 400)
    for part in (slider, embedded.get_by_test_id("map")):
        screen.eventually(lambda part=part: is_in(part, dict(frame)), "it within the frame")
    slider.focus()
    slider.press("ArrowRight")
    expect(embedded.get_by_test_id("reach-summary")).to_contain_text("Within 3,000\u20135,510 km")
    link = embedded.get_by_role("link", name="Open in Reachmap")
    expect(link).to_have_attribute("href", re.compile("~3000-5510~"))
    with screen.page.expect_popup() as opened:
        link.click()
    whole = Screen(opened.value, screen.home, screen.faults).ready()
    assert "embed" not in dict(whole.query())
    assert whole.ranges() == [5510, 8000]
    expect(whole.table).to_be_visible()
    whole.until(f"() => {MAP}.map.getSize().x > 600", "a map of the whole window")
