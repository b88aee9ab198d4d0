"""Flights and launches as charts have them, against the files and closed forms."""

from __future__ import annotations

from collections import Counter
from math import cos, sin
from urllib.parse import urlencode

import pytest

from geo.catalog.reading import load_catalog
from geo.evidence import (
    OUTCOMES_SHOWN,
    equal_speed_line,
    flight_points,
    keys_of_day,
    launch_strips,
    least_energy_line,
    most_reported,
)
from tests.support import table, view_at

CATALOG = load_catalog()
RADIUS_KM = 6371.0
REPORTS = table("tests")
COUNTS = table("launches_by_year")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_report_with_altitude_and_distance_is_a_point(lang: str) -> None:
    points = flight_points(load_catalog(lang=lang), "km")
    assert {point.report.id: (point.apogee, point.distance) for point in points} == {
        id_: (float(row["apogee_km"]), float(row["range_flown_km"]))
        for id_, row in REPORTS.items()
        if row["apogee_km"] and row["range_flown_km"] and row["trajectory"] != "orbital"
    }
    names = {point.report.id: point.missile for point in points}
    assert names["2017-07-04-hwasong-14-kcna"] == {"en": "Hwasong-14", "ko": "화성-14형"}[lang]
    assert names["2022-05-04-unnamed-jcs"] == ""


def test_missiles_with_the_most_reports_have_signs_and_none_with_fewer() -> None:
    points = flight_points(CATALOG, "km")
    shown = {point.report.id for point in points}
    counted = Counter(row["missile_id"] for id_, row in REPORTS.items() if id_ in shown)
    del counted[""]  # no type named
    names = {missile.name: missile.id for missile in CATALOG.missiles}
    told = [names[name] for name in most_reported(points, 8)]
    assert counted[told[0]] == max(counted.values())
    assert [counted[each] for each in told] == sorted(map(counted.get, told), reverse=True)
    assert min(counted[each] for each in told) >= 4
    assert max(count for each, count in counted.items() if each not in told) < 4
    assert most_reported(points, 2) == most_reported(points, 8)[:2]


def test_floors_and_lofted_flights_are_told_as_the_file_has_them() -> None:
    for point in flight_points(CATALOG, "mi"):
        row = REPORTS[point.report.id]
        assert point.report.apogee_is_floor == (row["apogee_is"] == "floor")
        assert point.is_lofted == (row["trajectory"] == "lofted")
        assert point.apogee == pytest.approx(float(row["apogee_km"]) / 1.609344)


def test_flights_of_least_energy_are_as_high_as_the_closed_form_says() -> None:
    """The ellipse whose empty focus lies on the chord: Bate, Mueller and White, chapter 6."""
    for distance, apogee in least_energy_line(12_000, "km"):
        half = distance / RADIUS_KM / 2
        assert apogee == pytest.approx(RADIUS_KM * (sin(half) + cos(half) - 1) / 2, abs=0.5)


@pytest.mark.parametrize("range_km", [1_000.0, 5_500.0, 10_000.0])
def test_line_of_equal_speed_runs_from_straight_up_to_the_best_angle(range_km: float) -> None:
    """Straight up, the major axis is the greatest height: 2a = R (1 + sin of half the angle)."""
    line = equal_speed_line(range_km, "km")
    half = range_km / RADIUS_KM / 2
    assert line[0] == pytest.approx((0, RADIUS_KM * sin(half)), abs=0.5)
    assert line[-1] == pytest.approx(
        (range_km, RADIUS_KM * (sin(half) + cos(half) - 1) / 2), abs=0.5
    )
    distances = [distance for distance, _ in line]
    assert distances == sorted(distances)


def test_columns_hold_every_launch_of_the_list() -> None:
    strips = launch_strips(CATALOG)
    told = Counter[tuple[str, str, str]]()
    for strip in strips:
        heights = Counter[int]()
        for piece in strip.pieces:
            count = piece.count
            told[str(count.year), strip.missile_class, count.outcome] += count.launches
            assert piece.below == heights[count.year], "pieces stand on one another"
            heights[count.year] += count.launches
        assert strip.most == max(heights.values())
    assert told == Counter(
        {
            (row["year"], row["missile_class"], row["outcome"]): int(row["launches"])
            for row in COUNTS.values()
        }
    )
    assert told.total() == 339


def test_what_is_not_known_is_no_failure() -> None:
    assert OUTCOMES_SHOWN == ("success", "unknown", "failure")
    late = {row["outcome"] for row in COUNTS.values() if row["year"] == "2025"}
    assert late == {"unknown"}


def test_the_map_of_a_flight_s_day_shows_it_and_no_later_one() -> None:
    rows = {row["flight"]: row for row in reversed(REPORTS.values())}
    for flown in CATALOG.flights:
        row, keys = rows[flown.id], keys_of_day(flown)
        assert bool(keys) == bool(row["launch_site_id"])  # else no map shows it
        if not keys:
            continue
        view = view_at(urlencode(keys))
        assert view.day is not None
        assert view.day.isoformat() == row["date"]
        shown = {each.id for each in view.flights}
        assert flown.id in shown
        assert max(rows[id_]["date"] for id_ in shown) == row["date"]
        if row["missile_id"]:
            assert {rows[id_]["missile_id"] for id_ in shown} == {row["missile_id"]}
