"""The words on the map: none is missing, numbers are on their rings, none lies on another."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from geo.earth import LatLon
from tests.browser.conftest import Open
from tests.browser.map.labelled import Labelled
from tests.browser.oracle import exact_km
from tests.browser.screen import MAP, Screen

FOLDER = Path(__file__).parents[3] / "data" / "presets"
SIZES = [(1280, 800), (1366, 768), (1024, 768), (820, 1180), (390, 844)]
PRESETS = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in FOLDER.glob("*.toml")}
QUERIES = {
    "default": "",
    "one ring": "ring=sohae~8000",
    **{name: PRESETS[name]["query"] for name in ("srbm", "arsenal", "icbm")},
    "twelve rings": "&".join(f"ring=sohae~{km}" for km in range(1000, 13_000, 1000)),
    "a band of three": "ring=sohae~8500-10400-14000",
    "one of three hidden": "ring=sohae~3000&ring=sohae~5500&ring=sohae~8000&hide=1&on=2",
    "lines": "ring=sohae~8000&show=cities,bases,thaad,arcs",
}
FONTS = f"() => {MAP}.map.getContainer().ownerDocument.fonts.ready"
SETTLED = f"""() => {{
    const {{ x, y }} = {MAP}.map.getSize(), frame = document.querySelector("[data-testid=map]");
    const before = window.wordsBefore;
    window.wordsBefore = JSON.stringify({MAP}.state().labels);
    return x === frame.clientWidth && y === frame.clientHeight && before === window.wordsBefore;
}}"""


def labelled(screen: Screen, lang: str = "en") -> Labelled:
    """Return the words of a map whose data and letters have come."""
    screen.wait_for_data()
    screen.page.evaluate(FONTS)
    screen.rest()
    screen.until(SETTLED, "words that stay")
    return Labelled(screen.state(), lang)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_are_there_and_in_their_places(visit: Open, size: tuple[int, int], lang: str) -> None:
    screen = visit(f"lang={lang}", viewport={"width": size[0], "height": size[1]})
    screen.leave_table_out()
    faults = {}
    for name, query in QUERIES.items():
        screen.follow(f"{query}&lang={lang}".strip("&"))
        found = labelled(screen, lang)
        assert len(found.state["labels"]) > 5, name  # that nothing is wrong with
        if these := found.faults():
            faults[name] = these
    assert faults == {}


def test_first_map_names_those_the_story_is_about(screen: Screen) -> None:
    texts = {label["text"] for label in labelled(screen).state["labels"]}
    assert {"Pyongyang", "Seoul", "Tokyo", "Beijing", "Guam", "Honolulu", "Anchorage"} <= texts
    assert {"Los Angeles", "New York", "Washington", "Panghyon"} <= texts
    assert {"3,000 km", "5,500 km"} <= texts  # both ends of the band


def test_place_that_is_asked_for_is_named_though_its_layer_is_off(follow: Open) -> None:
    found = labelled(follow("ring=sohae~3000&show=cities&name=kadena_ab"))
    assert "kadena_ab" in {label["id"] for label in found.state["labels"]}
    assert "kadena_ab" not in found.state["places"]  # which are those of the layers shown
    assert found.faults() == []


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (667, 375), (390, 844)])
def test_words_keep_off_the_headline_of_a_presentation(visit: Open, size: tuple[int, int]) -> None:
    screen = visit("present=1", viewport={"width": size[0], "height": size[1]})
    found = labelled(screen)
    assert found.faults() == []
    head = screen.page.locator(".rm-words").bounding_box()
    assert head is not None
    assert [head["x"], head["y"], head["width"], head["height"]] in found.state["covered"]


def test_words_keep_off_a_legend_that_grows(visit: Open) -> None:
    screen = visit("present=1", viewport={"width": 1024, "height": 600})
    legend = screen.map.get_by_test_id("legend")
    labelled(screen)
    before = legend.bounding_box()
    screen.page.keyboard.press("ArrowRight")  # to a ring that is no band
    expect(screen.card(1)).to_have_class("rm-card rm-active")
    screen.eventually(lambda: legend.bounding_box() != before, "a legend of another size")
    assert labelled(screen).faults() == []


def test_words_stay_in_their_places_while_a_thumb_moves(open_tab: Open) -> None:
    screen = open_tab()
    labelled(screen)
    x, y, left, right = screen.grab(3)
    faults = {}
    for step in range(24):
        to = left + (right - left) * (0.1 + 0.035 * step)
        screen.page.mouse.move(to, y)
        screen.frames(1)
        if found := Labelled(screen.state(), "en").faults():
            faults[round(to - x)] = found
    screen.page.mouse.up()
    assert faults == {}


def test_line_ends_in_its_name_and_length(follow: Open) -> None:
    found = labelled(follow("ring=sohae~8000&show=cities,arcs&to=los_angeles"))
    ends = [label for label in found.state["labels"] if label["kind"] == "arc"]
    assert [label["id"] for label in ends] == ["los_angeles"]
    km = exact_km(LatLon(39.66, 124.706), 34.05223, -118.24368)
    assert ends[0]["text"] == f"Los Angeles {km:,.0f} km"
    ((left, top, width, height),) = ends[0]["boxes"]
    x, y = found.view.point(34.05, -118.24)
    assert max(left - x, x - left - width, top - y, y - top - height) < 20
