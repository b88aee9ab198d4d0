"""What a bare link shows: the rings of July 2017, and the hooks that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.browser.oracle import spoken_states
from tests.browser.screen import Screen
from ui.scripts.assetfiles import KEPT

JULY_2017_KM = [5500, 5000, 6700, 8000, 10_000]


@pytest.fixture(scope="module")
def first(home_machine: Machine) -> Iterator[Screen]:
    """A bare link in a tab of its own, for tests that only look."""
    yield home_machine.open()
    assert home_machine.close_tabs() == []


def test_bare_link_shows_the_five_ranges_of_july_2017(first: Screen) -> None:
    assert first.ranges() == JULY_2017_KM
    assert {ring["site"] for ring in first.state()["rings"]} == {"banghyon_20170704"}
    expect(first.map.get_by_test_id("legend")).to_contain_text("8,000 km experts via Yonhap")
    expect(first.map.get_by_test_id("legend")).to_contain_text("not predictions")


def test_state_hook_tells_what_is_drawn(first: Screen) -> None:
    state = first.state()
    assert isinstance(state["draws"], int)
    assert state["draws"] > 0
    for ring in state["rings"]:
        assert {"site", "range_km", "vertices"} <= ring.keys()
        assert len(ring["vertices"]) >= 361
        assert all(-90 <= lat <= 90 and abs(lon) <= 720 for lat, lon in ring["vertices"])
    assert state["places"] == spoken_states("")


def test_hooks_of_the_page_are_where_scripts_expect_them(first: Screen) -> None:
    for index, km in enumerate(JULY_2017_KM):
        slider = first.slider(index)
        expect(slider).to_have_attribute("type", "range")
        expect(slider).to_have_js_property("value", str(km))
    expect(first.summary).to_be_visible()
    expect(first.table).to_be_visible()
    assert (first.share.get_attribute("href") or "").startswith(f"{first.home}/?ring=")
    frame = first.page.get_by_test_id("map")
    assert frame.evaluate("(node) => node.tagName") == "IFRAME"
    assert frame.evaluate("(node) => typeof node.contentWindow.reachmap.state") == "function"


def test_first_map_asks_no_other_host_for_anything(visit: Open) -> None:
    screen = visit()
    screen.wait_for_data()
    screen.wait_for_python()
    fetched = screen.page.evaluate(
        """() => [window, document.querySelector("[data-testid=map]").contentWindow].flatMap(
            (each) => each.performance.getEntriesByType("resource").map(({ name }) => name))"""
    )
    assert len(fetched) > 50
    assert [url for url in fetched if not url.startswith((screen.home, "data:", "blob:"))] == []
    assert screen.faults.outside == []
    assert screen.faults.errors == []


def test_base_map_is_drawn_without_tiles(first: Screen) -> None:
    first.until("() => probe.colours('rmBase') > 2", "land and sea on the canvas")
    assert first.map.locator("img.leaflet-tile").count() == 0


def test_no_canvas_stands_beside_the_maps_own(first: Screen) -> None:
    """A browser copies each in every frame in which anything changes, however small it is."""
    canvases = first.page.evaluate(
        """() => [document, document.querySelector("[data-testid=map]").contentDocument].flatMap(
            (page) => [...page.querySelectorAll("canvas")].map(
                ({ parentElement }) => parentElement.className))"""
    )
    assert len(canvases) >= 2
    assert [name for name in canvases if "leaflet-pane" not in name] == []
    assert first.map.locator(".rm-legend-symbols svg").count() >= 6


def test_map_takes_two_thirds_of_the_first_screen(first: Screen) -> None:
    first.until(
        """() => {
            const [map, panel] = ["[data-testid=map]", ".st-key-panel"].map(
                (name) => document.querySelector(name).getBoundingClientRect());
            const seen = map.width * Math.min(map.height, innerHeight - map.y);
            const isPanel = panel.width > 0 && panel.width <= 340;
            return isPanel && seen >= innerWidth * innerHeight * 2 / 3;
        }""",
        "a map on two thirds of the window, a panel beside it",
    )


def test_scripts_of_the_frame_are_kept_by_browsers(first: Screen) -> None:
    """Streamlit would have them fetched anew on every visit, 225 kB."""
    names = first.page.get_by_test_id("map").evaluate(
        "(node) => [...node.contentDocument.scripts].map((each) => each.src)"
    )
    (script,) = [name for name in names if "/static/js/main." in name]
    answer = first.page.request.get(script)
    assert answer.status == 200
    assert answer.headers["cache-control"] == KEPT
    assert first.page.request.get(f"{script}x").headers.get("cache-control") != KEPT
