"""Units, layers, distance lines, the envelope and the day: seen everywhere and in the link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.oracle import exact_km, scenario_of, spoken_states
from tests.browser.panel.atrest import wait_for_places

ONE_RING = "ring=sohae~8000"
DEFAULT_SHOW = "cities,bases,thaad"
LAYERS = {"Cities": "cities", "Bases": "bases", "THAAD etc.": "thaad", "Radars": "radar"}


@pytest.mark.parametrize(("units", "words"), [("mi", "4,971 mi"), ("nmi", "4,320 nmi")])
def test_units_are_the_same_everywhere(follow: Open, units: str, words: str) -> None:
    screen = follow(ONE_RING)
    screen.page.get_by_label("Units").select_option(units)
    screen.wait_for_key("units", units)
    for place in (
        screen.card(0),
        screen.summary,
        screen.map.get_by_test_id("legend"),
        screen.table.locator("thead"),
    ):
        expect(place).to_contain_text(words)
    expect(screen.map.locator(".rm-scale")).to_contain_text(f" {units} at ")
    expect(screen.table.locator("thead")).to_contain_text(f"Distance, {units}")
    assert screen.rings_in_address() == ["sohae~8000"], "the link stays in kilometres"


@pytest.mark.parametrize("name", LAYERS)
def test_layer_is_switched_off_and_on(follow: Open, name: str) -> None:
    screen = follow(f"{ONE_RING}&show=cities,bases,thaad,radar")
    layer = LAYERS[name]
    rest = ",".join(each for each in LAYERS.values() if each != layer)
    box = screen.page.get_by_label(name, exact=True)
    box.uncheck()
    screen.wait_for_key("show", None if rest == DEFAULT_SHOW else rest)
    wait_for_places(screen, f"{ONE_RING}&show={rest}")
    box.check()
    wait_for_places(screen, f"{ONE_RING}&show=cities,bases,thaad,radar")
    screen.wait_for_key("show", "cities,bases,thaad,radar")


def test_no_layer_at_all_leaves_the_rings(follow: Open) -> None:
    screen = follow(f"{ONE_RING}&show=")
    assert screen.places() == {}
    assert screen.ranges() == [8000]
    expect(screen.summary).to_contain_text("people in towns over 15,000")
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    screen.wait_for_key("show", "")


def test_distance_lines_are_drawn_chosen_and_taken_away(follow: Open) -> None:
    screen = follow(ONE_RING)
    draws = screen.state()["draws"]
    screen.page.get_by_label("Distances").check()
    screen.wait_for_key("show", "cities,bases,thaad,arcs")
    screen.eventually(lambda: screen.state()["draws"] > draws, "the lines drawn")
    chips = screen.page.locator(".rm-targets button")
    expect(chips).to_have_count(7)
    chips.filter(has_text="New York").click()
    expect(chips).to_have_count(6)
    screen.wait_for_key("to", "guam_nb,honolulu,anchorage,seattle,los_angeles,washington_dc")
    screen.page.get_by_label("Find a place by name").fill("Darwin")
    screen.page.locator(".rm-found button", has_text="Darwin").first.click()
    expect(chips).to_have_count(7)
    expect(chips.last).to_contain_text("Darwin")
    screen.eventually(lambda: dict(screen.query())["to"].endswith(",darwin"), "it in the address")
    screen.finder.fill("")


def test_distance_on_a_line_is_that_of_geographiclib(follow: Open) -> None:
    screen = follow(f"{ONE_RING}&show=cities,bases,thaad,arcs")
    point = scenario_of(ONE_RING).rings[0].point
    row = screen.table.locator("tbody tr", has=screen.page.get_by_text("Honolulu", exact=True))
    cells = row.first.locator("td").all_text_contents()
    lat, lon = screen.page.evaluate(
        """async () => {
            const places = await (await fetch("/live/places.json?date=")).json();
            const place = places.find(({ id }) => id === "honolulu");
            return [place.lat, place.lon];
        }"""
    )
    assert f"{exact_km(point, lat, lon):,.0f}" in cells


def test_envelope_says_what_more_is_inside_from_the_nearest_site(follow: Open) -> None:
    screen = follow(ONE_RING)
    screen.page.get_by_label("Any known site").check()
    screen.wait_for_key("show", "cities,bases,thaad,envelope")
    expect(screen.summary).to_contain_text(
        re.compile(r"From the nearest of \d+ known launch sites, \d+ more .* within 8,000 km")
    )
    expect(screen.map.get_by_test_id("legend")).to_contain_text("from any known site")


def test_envelope_changes_the_picture(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~1000&show=&at=40,127,5")
    picture = """() => document.querySelector("[data-testid=map]").contentDocument
        .querySelector(".leaflet-rmScene-pane canvas").toDataURL()"""
    screen.wait_for_data()
    before = screen.page.evaluate(picture)
    screen.page.get_by_label("Any known site").check()
    screen.eventually(lambda: screen.page.evaluate(picture) != before, "another picture")


def test_day_takes_away_what_was_not_there_yet(follow: Open) -> None:
    screen = follow(ONE_RING)
    assert "thaad_seongju" in screen.places()
    day = screen.page.get_by_label("As of this day")
    day.fill("2014-01-01")
    day.press("Tab")
    screen.wait_for_key("date", "2014-01-01")
    wait_for_places(screen, f"{ONE_RING}&date=2014-01-01")
    expected = spoken_states(f"{ONE_RING}&date=2014-01-01")
    assert "thaad_seongju" not in expected
    assert "thaad_guam" in expected
    expect(screen.map.get_by_test_id("legend")).to_contain_text("As of 2014-01-01")
    day.fill("")
    day.press("Tab")
    screen.wait_for_key("date", None)
    screen.eventually(lambda: "thaad_seongju" in screen.places(), "Seongju again")
