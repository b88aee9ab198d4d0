"""The search box: names in two languages, coordinates, and what becomes of a result."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from geo.link.scenario import DEFAULT_TARGETS
from geo.records.kinds import Place
from tests.browser.conftest import Open
from tests.browser.oracle import exact_km, scenario_of
from tests.browser.screen import Screen
from tests.support import table

ONE_RING = "ring=sohae~8000"
PLACES = {place.id: place for place in load_catalog().places}


@pytest.fixture
def show(follow: Open) -> Iterator[Open]:
    """Follow a link; when the test ends, the search box is empty again."""
    screens: list[Screen] = []

    def show_link(query: str) -> Screen:
        screens.append(follow(query))
        return screens[-1]

    yield show_link
    for screen in screens:
        screen.finder.fill("")
        screen.finder.press("Enter")  # or it waits whether more is typed


def status(screen: Screen) -> str:
    return screen.page.locator(".rm-find-status").text_content() or ""


def is_at(screen: Screen, lat: float, lon: float) -> bool:
    """Return whether the popup that is open points to a place, on whichever side of 180."""
    x, y = screen.point_of(lat, lon)
    tip = screen.map.locator(".leaflet-popup-tip").last.bounding_box()
    return tip is not None and max(abs(tip["x"] + tip["width"] / 2 - x), abs(tip["y"] - y)) < 30


def assert_shown(screen: Screen, place: Place) -> None:
    expect(screen.popup.locator("h3")).to_have_text(place.name)
    expect(screen.popup).to_contain_text(f"Position: {place.lat:g}")
    screen.eventually(lambda: is_at(screen, place.lat, place.lon), f"a popup at {place.name}")


def test_names_are_found_in_two_languages_whatever_their_case_and_accents(screen: Screen) -> None:
    for typed, name, detail in (  # each finds another place than the one before
        ("tokyo", "Tokyo", "Japan"),
        ("hagatna", "Hag\u00e5t\u00f1a (Guam)", "Guam"),
        ("TOKYO", "Tokyo", "Japan"),
        ("sao paulo", "S\u00e3o Paulo", "Brazil"),
        ("Z\u00dcRICH", "Z\u00fcrich", "Switzerland"),
        ("naval base guam", "Naval Base Guam (Apra Harbor)", "naval base, Guam"),
        ("\ub3d9\ucc3d\ub9ac", "Sohae Satellite Launching Station", "launch site"),
        ("\ub3c4\ucfc4", "Tokyo", "Japan"),
    ):
        screen.finder.fill(typed)
        expect(screen.found.first.locator("b")).to_contain_text(name)
        expect(screen.found.first).to_contain_text(detail)
        assert status(screen) == ""


@pytest.mark.parametrize(
    ("korean", "english"), [("\uc11c\uc6b8", "Seoul"), ("\uad0c", "Guam")], ids=["Seoul", "Guam"]
)
def test_korean_name_opens_the_place_that_the_english_one_opens(
    show: Open, korean: str, english: str
) -> None:
    screen = show(ONE_RING)
    said = []
    for name in (english, korean):
        screen.finder.fill(name)
        expect(screen.found.first).to_contain_text(english)
        screen.found.first.click()
        expect(screen.found).to_have_count(0)
        expect(screen.popup).to_have_count(1)
        said.append(screen.popup.text_content())
    assert said[0] == said[1]


def test_result_is_shown_on_the_map_which_moves_only_then(show: Open) -> None:
    screen = show(f"{ONE_RING}&at=60,20,4")
    before = screen.view()
    place = PLACES["darwin"]
    screen.finder.fill("darwin")
    button = screen.found.filter(has_text="city, Australia")
    expect(button).to_have_count(1)
    assert screen.view() == before
    button.click()
    assert_shown(screen, place)
    assert screen.view() != before
    expect(screen.found).to_have_count(0)


@pytest.mark.parametrize("at", ["60,20,4", "60,20,2"], ids=["same zoom", "closer"])
def test_link_carries_the_view_of_what_was_found(show: Open, at: str) -> None:
    screen = show(f"{ONE_RING}&at={at}")
    screen.finder.fill("darwin")
    screen.found.first.click()
    expect(screen.popup).to_have_count(1)

    def is_told() -> bool:
        lat, lon, zoom = screen.view_in_address()
        view = screen.view()
        off = max(abs(lat - view[0]), abs((lon - view[1] + 180) % 360 - 180))
        return off < 0.01 and zoom == view[2]

    screen.eventually(is_told, "the view of Darwin in the address")


def test_coordinates_are_a_place_latitude_first(show: Open) -> None:
    screen = show(ONE_RING)
    for typed, lat, lon in (
        ("38.9,127.5", 38.9, 127.5),
        (" -13  143.5 ", -13, 143.5),
        ("+20.5;-170", 20.5, -170),
        ("\u221233.9, 151.2", -33.9, 151.2),
        ("38\u00b054\u203236\u2033N 127\u00b030\u2032E / 38.91\u00b0N 127.5\u00b0E", 38.91, 127.5),
        ("https://www.openstreetmap.org/#map=12/-12.5/131", -12.5, 131),
    ):
        screen.finder.fill(typed)
        screen.found.filter(has_text="latitude first").click()
        expect(screen.popup.filter(has_text=f"{lat:g},{lon:g}")).to_have_count(1)
        km = exact_km(scenario_of(ONE_RING).rings[0].point, lat, lon)
        expect(screen.popup.last).to_contain_text(f"{km:,.0f} km, azimuth ")
        screen.eventually(lambda lat=lat, lon=lon: is_at(screen, lat, lon), "a popup there")


def test_what_cannot_be_found_is_said(show: Open) -> None:
    screen = show("")
    for typed, words in (
        ("127.5, 38.9", ("latitude comes first", "38.9,127.5")),
        ("99,999", ("latitude 99", "-90 and 90")),
        ("12,", ("LAT,LON",)),
        ("39,66,124,70", ("commas can be read in two ways",)),
        ("39\u00b075'N 124\u00b0E", ("below 60",)),
        ("Xqzzyburg", ("No place called 'Xqzzyburg'",)),
    ):
        screen.finder.fill(typed)
        for each in words:
            expect(screen.page.locator(".rm-find-status")).to_contain_text(each)
        expect(screen.found).to_have_count(0)
    screen.finder.fill("")
    expect(screen.page.locator(".rm-find-status")).to_be_empty()


def test_enter_takes_the_first(show: Open) -> None:
    screen = show(ONE_RING)
    screen.finder.fill("darwin")
    expect(screen.found.first).to_contain_text("Darwin")
    screen.finder.press("Enter")
    assert_shown(screen, PLACES["darwin"])
    assert screen.faults.outside == []


def test_enter_at_once_takes_the_first_of_what_is_typed_and_no_older_one(show: Open) -> None:
    screen = show(ONE_RING)
    screen.finder.fill("darwin")
    expect(screen.found.first).to_contain_text("Darwin")
    screen.finder.fill("honolulu")
    screen.finder.press("Enter")
    assert_shown(screen, PLACES["honolulu"])


def test_found_place_gets_a_distance_line_when_lines_are_shown(show: Open) -> None:
    screen = show(ONE_RING)
    screen.finder.fill("darwin")
    screen.found.first.click()
    expect(screen.popup).to_have_count(1)
    assert "to" not in dict(screen.query())
    screen.page.get_by_label("Distances").check()
    screen.finder.fill("darwin")
    screen.found.first.click()
    screen.wait_for_key("to", ",".join([*DEFAULT_TARGETS, "darwin"]))
    expect(screen.page.locator(".rm-targets button").last).to_contain_text("Darwin")


def test_found_launch_site_is_shown_with_its_facts_and_can_be_used(show: Open) -> None:
    site = next(each for each in load_catalog().launch_sites if each.id == "tonghae")
    screen = show("ring=sohae~8000")
    screen.finder.fill(site.name_ko)
    screen.finder.press("Enter")
    expect(screen.popup.locator("h3")).to_have_text(site.name)
    expect(screen.popup).to_contain_text(site.name_ko)
    expect(screen.popup).to_contain_text(f"Position: {site.lat:g}")
    screen.eventually(lambda: is_at(screen, site.lat, site.lon), "a popup at the site")
    screen.popup.get_by_role("button", name="Start the active ring here").click()
    screen.wait_for_address("tonghae~8000")


def test_server_that_does_not_answer_is_said(show: Open) -> None:
    screen = show(ONE_RING)
    screen.faults.expect(errors=("ERR_FAILED",))
    screen.page.route("**/live/find.json*", lambda route: route.abort())
    screen.finder.fill("darwin")
    expect(screen.page.locator(".rm-find-status")).to_have_text("The server cannot be reached.")
    screen.page.unroute("**/live/find.json*")
    screen.finder.fill("darwin ")
    expect(screen.found.first).to_contain_text("Darwin")
    expect(screen.page.locator(".rm-find-status")).to_be_empty()


def test_on_the_map_of_a_day_no_later_battery_is_found_nor_shown(show: Open) -> None:
    rows = table("missile_defense")
    later, there = rows["thaad_saudi"], rows["thaad_seongju"]
    assert there["deployed_from"] < "2017-07-04" < later["deployed_from"]
    screen = show(f"{ONE_RING}&show=cities,thaad,radar&date=2017-07-04")
    screen.finder.fill("thaad")
    expect(screen.found.filter(has_text=there["name"])).to_have_count(1)
    expect(screen.found.filter(has_text=later["name"])).to_have_count(0)
    expect(screen.page.locator(".rm-find-status")).to_contain_text("Not on the map of 2017-07-04")
    screen.finder.fill(later["name"])
    said = f"{later['name']} (since {later['deployed_from']})."
    expect(screen.page.locator(".rm-find-status")).to_contain_text(said)
    expect(screen.found).to_have_count(0)
    screen.finder.press("Enter")
    expect(screen.popup).to_have_count(0)


def test_a_popup_of_a_battery_closes_on_the_map_of_a_day_before_it(show: Open) -> None:
    screen = show(f"{ONE_RING}&show=cities,thaad")
    screen.finder.fill(table("missile_defense")["thaad_seongju"]["name"])
    screen.found.first.click()
    expect(screen.popup).to_contain_text("Seongju")
    screen.page.get_by_test_id("date").fill("2016-01-01")
    screen.wait_for_key("date", "2016-01-01")
    expect(screen.popup).to_have_count(0)
