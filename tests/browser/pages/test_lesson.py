"""The numbers of the lesson about maps against GeographicLib and a Mercator map in Python."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.oracle import WGS84
from tests.browser.pages.lesson import open_lesson, parallel_km, set_range, state
from tests.browser.screen import Screen
from tests.support import exact, place_point, site_point, table

SHEET_WEST_DEG = -30.0  # where the printed map is cut
MODULE = "new URL('/assets/lesson/lines.js', location.origin).href"
Point = tuple[float, float]


def on_paper(point: Point) -> Point:
    """Return where a point lies on a Mercator sheet that is one wide, right and up."""
    lat, lon = point
    right = ((lon - SHEET_WEST_DEG) % 360) / 360
    return right, math.log(math.tan(math.radians(45 + lat / 2))) / (2 * math.pi)


def compass_km(start: Point, end: Point, scale_lat: float) -> float:
    return math.dist(on_paper(start), on_paper(end)) * parallel_km(scale_lat)


def wrong_cities(start: Point, km: float, scale_lat: float) -> list[str]:
    """Return the cities that a flat circle puts on the wrong side, the largest first."""
    cities = sorted(table("cities"), key=lambda city: -int(table("cities")[city]["population"]))
    ends = {city: place_point(city) for city in cities}
    return [
        city
        for city, end in ends.items()
        if (exact(start, end)[0] <= km) != (compass_km(start, end, scale_lat) <= km)
    ]


def check_table(screen: Screen, start: Point, km: float, scale_lat: float) -> None:
    """See that the table says what GeographicLib and a Mercator map in Python say."""
    wrong = wrong_cities(start, km, scale_lat)
    screen.eventually(lambda: state(screen)["wrong"] == wrong, f"the mistakes {wrong}")
    rows = screen.page.get_by_test_id("lesson-wrong").locator("tbody tr")
    expect(rows).to_have_count(len(wrong))
    for city, row in zip(wrong, rows.all(), strict=True):
        true_km, flat_km = (
            exact(start, place_point(city))[0],
            compass_km(start, place_point(city), scale_lat),
        )
        says = ["\u25cf inside", "\u25cb outside"]
        assert row.locator("td").all_text_contents()[1:] == [
            f"{true_km:,.0f} km",
            f"{flat_km:,.0f} km",
            *(says if flat_km <= km else says[::-1]),
        ]
    said = (
        f"At {km:,.0f} km the flat circle gets {len(wrong)} of {len(table('cities'))} cities wrong."
    )
    expect(screen.page.get_by_test_id("lesson-count")).to_have_text(said)
    expect(screen.page.locator(".rm-lesson-said")).to_have_text(said)


def test_flat_circle_is_wrong_about_the_cities_that_python_finds(bare_page: Screen) -> None:
    start, screen = site_point("sohae"), bare_page
    open_lesson(screen, "ring=sohae~5500")
    for km in (5500, 8000, 13_000):
        set_range(screen, km)
        check_table(screen, start, km, start[0])
        flat = state(screen)["flat"]
        assert flat["radius_px"] / flat["sheet_px"] == pytest.approx(
            km / parallel_km(start[0]), rel=1e-6
        )
    screen.page.get_by_test_id("lesson-scale").select_option("equator")
    screen.eventually(lambda: state(screen)["scale"] == "equator", "the other scale")
    check_table(screen, start, 13_000, 0.0)
    screen.page.get_by_test_id("lesson-scale").select_option("site")
    screen.page.get_by_test_id("lesson-site").select_option("tonghae")
    screen.eventually(lambda: state(screen)["site"] == "tonghae", "the other site")
    check_table(screen, site_point("tonghae"), 13_000, site_point("tonghae")[0])
    set_range(screen, 8000)
    check_table(screen, site_point("tonghae"), 8000, site_point("tonghae")[0])
    check_area(screen, site_point("tonghae"), 8000)


def check_area(screen: Screen, start: Point, km: float) -> None:
    """Throw 4,000 points on the Earth and count those on the wrong side."""
    chance = np.random.default_rng(2003)
    lats = np.degrees(np.arcsin(chance.uniform(-1, 1, 4000)))
    ends = zip(lats.tolist(), chance.uniform(-180, 180, 4000).tolist(), strict=True)
    wrong = [
        (exact(start, end)[0] <= km) != (compass_km(start, end, start[0]) <= km) for end in ends
    ]
    said = screen.page.locator(".rm-lesson-area").text_content() or ""
    assert float(re.findall(r"[\d.]+", said)[0]) == pytest.approx(100 * np.mean(wrong), abs=2)


def integrated_rhumb_km(start: Point, end: Point) -> float:
    """Return the length of a rhumb line by summing small steps on the ellipsoid."""
    a_km, e2 = WGS84.a / 1000, WGS84.f * (2 - WGS84.f)
    lat = np.radians(np.linspace(start[0], end[0], 200_001))
    root = np.sqrt(1 - e2 * np.sin(lat) ** 2)
    meridian, parallel = a_km * (1 - e2) / root**3, a_km * np.cos(lat) / root
    rise = float(np.trapezoid(meridian / parallel, lat))
    east = math.radians((end[1] - start[1] + 180) % 360 - 180)
    north_km = float(np.trapezoid(meridian, lat))
    return math.hypot(north_km, north_km * east / rise)


def test_straight_line_and_great_circle_have_their_true_lengths(bare_page: Screen) -> None:
    screen = bare_page
    open_lesson(screen, "ring=sohae~8000")
    # Published: examples of GeographicLib's RhumbSolve, JFK to Singapore, and of its tests.
    jfk, singapore = (
        (40 + 38 / 60 + 23 / 3600, -73 - 46 / 60 - 44 / 3600),
        (1.359166667, 103.989444444),
    )
    published = {
        (*jfk, *singapore): (18_523.56304, 103.5828330034),
        (33.3, 44.4, 12.34, 56.78): (2641.839724, 151.4831743754),
    }
    rhumb = f"async (ends) => (await import({MODULE})).rhumb(...ends)"
    for ends, (km, azimuth_deg) in published.items():
        found: dict[str, Any] = screen.page.evaluate(rhumb, list(ends))
        assert found["km"] == pytest.approx(km, abs=1e-3)
        assert found["azimuth"] == pytest.approx(azimuth_deg, abs=1e-6)
    level = screen.page.evaluate(rhumb, [40, 120, 40, -120])
    assert level["km"] == pytest.approx(parallel_km(40) / 3, rel=1e-9)
    start = site_point("sohae")
    for goal in ("new_york", "anchorage", "sydney", "guam_nb"):
        screen.page.get_by_test_id("lesson-goal").select_option(goal)
        screen.eventually(lambda goal=goal: state(screen)["line"]["destination"] == goal, goal)  # type: ignore[misc]
        screen.frames(2)
        line, end = state(screen)["line"], place_point(goal)
        assert line["geodesic_km"] == pytest.approx(exact(start, end)[0], abs=1e-3)
        assert line["rhumb_km"] == pytest.approx(integrated_rhumb_km(start, end), abs=1e-3)
        ways = screen.page.get_by_test_id("lesson-ways")
        for km in (line["rhumb_km"], line["geodesic_km"], line["rhumb_km"] - line["geodesic_km"]):
            expect(ways).to_contain_text(f"{km:,.0f} km")
    check_top(screen, start)


def check_top(screen: Screen, start: Point) -> None:
    """The northernmost point on the way to New York, by walking it with GeographicLib."""
    screen.page.get_by_test_id("lesson-goal").select_option("new_york")
    way = WGS84.InverseLine(*start, *place_point("new_york"))
    top = max(way.Position(way.s13 * i / 5000)["lat2"] for i in range(5001))
    pole_km = WGS84.Inverse(top, 0, 90, 0)["s12"] / 1000
    expect(screen.page.get_by_test_id("lesson-ways")).to_contain_text(
        f"climbs to {top:.1f}\u00b0 north and passes {pole_km:,.0f} km"
    )
