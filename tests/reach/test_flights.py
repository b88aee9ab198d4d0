"""Which tests a view shows, and where their lines run: by the table itself and GeographicLib."""

from __future__ import annotations

import pytest
from geographiclib.geodesic import Geodesic

from geo.reach.flights import FlightPath, flight_lines, flight_paths
from geo.records.flown import reports_differ
from tests.support import ask, errors_of, scenario_of, site_point, table, view_at

ROWS = list(table("tests").values())
FIRST_ROWS = {row["flight"]: row for row in reversed(ROWS)}  # of each flight


def paths(query: str) -> dict[str, FlightPath]:
    return {path.flight.id: path for path in flight_paths(view_at(f"show=tests{query}"))}


def ids(query: str) -> set[str]:
    return {flight.id for flight in view_at(query).flights}


def test_a_view_shows_tests_only_with_their_layer() -> None:
    assert ids("") == ids("show=cities&tests=hwasong-14") == set()
    assert ids("show=tests") == set(FIRST_ROWS)


@pytest.mark.parametrize("day", ["1984-01-01", "2017-07-03", "2017-07-04", "2022-03-24"])
def test_a_day_shows_what_had_been_flown_by_then(day: str) -> None:
    shown = ids(f"show=tests&date={day}")
    assert shown == {flight for flight, row in FIRST_ROWS.items() if row["date"] <= day}
    assert ("2017-07-04-hwasong-14" in shown) == (day >= "2017-07-04")
    assert "2017-07-28-hwasong-14" not in ids("show=tests&date=2017-07-04")


def test_chosen_missiles_alone_are_shown() -> None:
    chosen = ("hwasong-14", "hwasong-15")
    shown = ids(f"show=tests&tests={','.join(chosen)}")
    assert shown == {flight for flight, row in FIRST_ROWS.items() if row["missile_id"] in chosen}
    assert scenario_of("tests=hwasong-14,hwasong-15,hwasong-14").tests == chosen


def test_unknown_missiles_are_named() -> None:
    answer = ask("/export/rings.geojson?tests=hwasong-14,hwasong-99,no-dong")
    (error,) = errors_of(answer)
    assert (answer.status, error["key"]) == (400, "tests")
    assert "'hwasong-99', 'no-dong'" in error["problem"]
    assert "'hwasong-14'" not in error["problem"]


def test_a_line_is_the_geodesic_that_leaves_the_site_this_way_as_far_as_was_flown() -> None:
    drawn = {id_: path for id_, path in paths("").items() if path.line is not None}
    known = [
        row
        for row in ROWS
        if row["azimuth_deg"] and row["launch_site_id"] and row["range_flown_km"]
    ]
    assert set(drawn) == {row["flight"] for row in known}
    for id_, path in drawn.items():
        row = next(row for row in known if row["flight"] == id_)
        assert path.line is not None
        start = site_point(row["launch_site_id"])
        km, azimuth = float(row["range_flown_km"]), float(row["azimuth_deg"])
        for part, (lat, lon) in enumerate(path.line):
            along_m = 1000 * km * part / (len(path.line) - 1)
            end = Geodesic.WGS84.Direct(*start, azimuth, along_m)
            apart_m = Geodesic.WGS84.Inverse(end["lat2"], end["lon2"], lat, lon)["s12"]
            assert apart_m < 0.001


def test_lofted_flights_failures_and_floors_are_told_apart() -> None:
    shown = paths("")
    for id_, path in shown.items():
        row = FIRST_ROWS[id_]
        is_lofted = row["trajectory"] == "lofted"
        expected = "failed" if row["outcome"] == "failure" else "lofted" if is_lofted else "flown"
        assert path.look == expected
        apogees = [row for row in ROWS if row["flight"] == id_ and row["apogee_km"]]
        floors = [row for row in apogees if row["apogee_is"] == "floor"]
        assert path.is_floor == (len(floors) > 0 and floors == apogees)
    assert {path.look for path in shown.values()} == {"failed", "lofted", "flown"}
    assert any(path.is_floor for path in shown.values())


def test_all_reports_of_a_flight_are_told_and_that_they_differ() -> None:
    """Of 4 July 2017 KCNA said 2,802 km, Russia's defence ministry 535 km."""
    flight = paths("")["2017-07-04-hwasong-14"].flight
    said = "\n".join(flight_lines(flight, view_at("show=tests")))
    for words in ("apogee 2,802 km, distance 933 km, 39 min", "535 km", "The reports differ."):
        assert words in said
    for row in ROWS:
        if row["flight"] == flight.id:
            assert row["reported_by"] in said
            assert row["source_name"] in said
            assert row["notes"] in said
    assert reports_differ(flight)
    then = "\n".join(flight_lines(flight, view_at("show=tests&date=2017-07-04")))
    assert not any(row["notes"] and row["notes"] in then for row in ROWS)  # may speak of later
