"""What the pointer meets: tooltips and popups, measured as GeographicLib does."""

from __future__ import annotations

import re
from typing import cast

import pytest
from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from geo.earth.points import LatLon
from geo.records.kinds import LaunchSite, Place, Source
from tests.browser.conftest import Open
from tests.browser.oracle import WGS84, exact_km, exact_state, scenario_of
from tests.browser.screen import Screen

KM_IN = {"km": 1.0, "mi": 1.609344, "nmi": 1.852}
WORDS = {"in": "inside", "band": "in the band", "out": "outside"}
SITES = {site.id: site for site in load_catalog().launch_sites}
PLACES = {place.id: place for place in load_catalog().places}
WAY = re.compile(r"([\d,]+) (km|mi|nmi), azimuth (\d+)\u00b0 from (.+)")
MIXED = "ring=sohae~8000&ring=sohae~7000-7200&ring=tonghae~3000-9000~a%20band&ring=39.87,125.27~500"
SEA = "ring=sohae~5000&ring=sohae~19000&ring=tonghae~4000-9000"
ROUNDED = 0.56  # to whole numbers, from a point with three decimals, which is 60 m


def at(spot: Place | LaunchSite, zoom: float = 7) -> str:
    return f"at={spot.lat},{spot.lon},{zoom}"


def states_in(screen: Screen) -> list[str]:
    return screen.popup.locator(".rm-reach td").all_text_contents()


def assert_ways_are_exact(screen: Screen, query: str, end: LatLon, units: str) -> None:
    """Compare each "7,430 km, azimuth 81 from Sohae" with GeographicLib's numbers."""
    lines = screen.popup.locator(".rm-from").all_text_contents()
    starts = {ring.site: ring.point for ring in scenario_of(query).rings}
    for line, (site, start) in zip(lines, starts.items(), strict=True):
        said = WAY.fullmatch(line)
        assert said, line
        assert said[4] == (SITES[site].name if site in SITES else site)
        length = float(said[1].replace(",", ""))
        exact = exact_km(start, end.lat, end.lon) / KM_IN[units]
        assert (length, said[2]) == (pytest.approx(exact, abs=ROUNDED), units)
        bearing = WGS84.Inverse(start.lat, start.lon, end.lat, end.lon)["azi1"]
        assert abs((float(said[3]) - bearing + 180) % 360 - 180) <= ROUNDED


def assert_source_is_linked(screen: Screen, source: Source) -> None:
    link = screen.popup.locator(".rm-source").get_by_text(source.name, exact=True)
    expect(link).to_have_attribute("href", source.url or "")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def click_point(screen: Screen, lat: float, lon: float) -> LatLon:
    """Click on the map; return the point that the popup names: the pixel that was clicked."""
    screen.click_map(lat, lon)
    pixel_deg = 360 / (256 * 2 ** screen.view()[2]) + 0.0005

    def named() -> LatLon | None:
        if screen.popup.count() != 1:
            return None  # the one before fades out
        heading = screen.popup.locator("h3").text_content() or ""
        point = LatLon(*(float(part) for part in heading.split(",")))
        return point if max(abs(point.lat - lat), abs(point.lon - lon)) <= pixel_deg else None

    return cast(LatLon, screen.eventually(named, f"a popup of {lat}, {lon}"))


def test_hover_names_a_place_with_distance_and_state(open_tab: Open) -> None:
    place = PLACES["honolulu"]
    screen = open_tab(f"ring=sohae~8000&show=cities&units=mi&{at(place)}")
    x, y = screen.point_of(place.lat, place.lon)
    screen.page.mouse.move(x, y)
    site, tip = SITES["sohae"], screen.map.locator(".rm-tip")
    miles = exact_km(site.point, place.lat, place.lon) / 1.609344
    for words in (place.name, place.country, f"{miles:,.0f} mi, inside 4,971 mi"):
        expect(tip).to_contain_text(words)
    screen.page.mouse.move(x + 80, y - 90)
    expect(tip).to_have_count(0)


def test_click_on_a_city_tells_facts_and_every_rings_answer(follow: Open) -> None:
    place = PLACES["honolulu"]
    screen = follow(f"{MIXED}&show=cities&{at(place)}")
    screen.click_map(place.lat, place.lon)
    precision = f"good to {place.precision_km:g} km"
    for words in (place.name, place.country, f"{place.population:,}", precision):
        expect(screen.popup).to_contain_text(words)
    assert_source_is_linked(screen, place.source)
    expected = [WORDS[exact_state(ring, place)] for ring in scenario_of(MIXED).rings]
    assert states_in(screen) == expected
    assert set(expected) == set(WORDS.values()), "the query shows all three states"
    for units in KM_IN:
        screen.page.get_by_label("Units").select_option(units)
        screen.wait_for_key("units", None if units == "km" else units)
        expect(screen.popup.locator(".rm-from").first).to_contain_text(f" {units}, ")
        assert_ways_are_exact(screen, MIXED, place.point, units)


def test_click_on_a_battery_tells_since_when_and_how_it_stands(follow: Open) -> None:
    place = PLACES["thaad_seongju"]
    screen = follow(f"ring=sohae~300&show=thaad&{at(place, 9)}")
    screen.click_map(place.lat, place.lon)
    since = f"Since: {place.deployed_from}"
    for words in (place.name, since, f"Status: {place.status}", place.notes):
        expect(screen.popup).to_contain_text(words)
    assert_source_is_linked(screen, place.source)


def test_click_on_a_launch_site_starts_the_active_ring_there(follow: Open) -> None:
    site = SITES["tonghae"]
    screen = follow(f"ring=sohae~8000&ring=sohae~5000~mine&show=&{at(site, 5)}")
    screen.activate(1)
    screen.click_map(site.lat, site.lon)
    screen.wait_for_address("sohae~8000", "tonghae~5000~mine")
    used = f"Used: {site.first_used} to {site.last_used}"
    launches = f"Launches in the data: {site.tests_count}"
    for words in (site.name, site.name_ko, used, launches, site.notes):
        expect(screen.popup).to_contain_text(words)
    assert_source_is_linked(screen, site.source)


@pytest.mark.parametrize(
    ("view", "points"),
    [
        ("30,160,4", [(30, 160)]),
        ("10,179.9,5", [(10, 179), (10, -179)]),
        ("10,-179.9,5", [(10, 179), (10, -179)]),
        ("20,-29,2", [(10, -40), (10, 172)]),  # Leaflet counts the second one as -188
        ("-50,-60,4", [(-50, -58)]),  # not far from the antipode
        ("39.66,124.706,10", [(39.7, 124.6)]),  # 10 km from the launch site
    ],
    ids=["ocean", "east of 180", "west of 180", "other side", "far", "near"],
)
def test_click_on_the_sea_is_measured(
    follow: Open, view: str, points: list[tuple[float, float]]
) -> None:
    screen = follow(f"{SEA}&show=&at={view}")
    for point in points:
        shown = click_point(screen, *point)
        assert_ways_are_exact(screen, SEA, shown, "km")
        rings = scenario_of(SEA).rings
        reached = [exact_km(ring.point, shown.lat, shown.lon) <= ring.limit_km for ring in rings]
        expect(screen.popup).to_contain_text(f"Within reach of {sum(reached)} of 3 rings.")
        assert [state != "outside" for state in states_in(screen)] == reached


def test_popup_follows_the_slider_and_the_map_stays(follow: Open) -> None:
    place = PLACES["honolulu"]
    screen = follow(f"ring=sohae~8000&show=cities&at={place.lat},{place.lon + 28},4")
    screen.click_map(place.lat, place.lon)
    expect(screen.popup.locator(".rm-reach th")).to_have_text("8,000 km")
    screen.pan(dx=-250)  # and the popup is out of sight, whither nothing must pull it back
    before = screen.view()
    x, y, left, _ = screen.grab(0)
    screen.page.mouse.move((x + left) / 2, y, steps=8)
    held_km = screen.ranges()[0]
    expect(screen.popup.locator(".rm-reach th")).to_have_text(f"{held_km:,.0f} km")
    assert states_in(screen) == ["outside"]
    screen.page.mouse.up()
    screen.wait_for_address(f"sohae~{held_km:g}")
    screen.set_range(0, 9000)
    expect(screen.popup.locator("td")).to_have_text("inside")
    screen.wait_for_address("sohae~9000")
    assert screen.view() == before


def test_popup_is_closed_by_escape_and_by_its_button_and_stays_closed(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=&at=30,160,4")
    click_point(screen, 30, 160)
    screen.page.keyboard.press("Escape")
    expect(screen.popup).to_have_count(0)
    click_point(screen, 30, 160)
    screen.map.locator(".leaflet-popup-close-button").click()
    expect(screen.popup).to_have_count(0)
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    expect(screen.popup).to_have_count(0)


def test_ring_can_start_at_any_point_that_was_clicked(follow: Open) -> None:
    screen = follow("ring=sohae~8000&ring=sohae~5000~mine&show=&at=30,175,4")
    screen.activate(1)
    point = click_point(screen, 30, -178)
    screen.popup.get_by_role("button", name="Start the active ring here").click()
    screen.wait_for_address("sohae~8000", f"{point.lat:g},{point.lon:g}~5000~mine")
    start = screen.state()["rings"][1]
    assert start["site"] == f"{point.lat:g},{point.lon:g}"
    lat, lon = start["vertices"][0]
    assert exact_km(point, lat, lon) == pytest.approx(5000, abs=0.001)
    expect(screen.popup.locator(".rm-from").last).to_contain_text("0 km")
    expect(screen.popup.get_by_role("button", name="Start the active ring here")).to_have_count(0)
