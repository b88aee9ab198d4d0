"""Flights and launches per year, as the tables have them and as their sources printed them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from geo.catalog.reading import data_faults, load_catalog
from geo.records.flights import LAUNCHES_END, NO_RANGE, Flight
from geo.words.dates import format_date
from geo.words.language import LANGUAGES, say
from tests.facts.flights import free_flight_min, least_speed_apogee_km
from tests.support import table
from ui.page.sourcetables import SOURCE_TABLES

CATALOG = load_catalog()
FLIGHTS = {flight.id: flight for flight in CATALOG.flights}


def test_flights_stand_by_date_with_all_their_reports() -> None:
    assert all(one.date <= other.date for one, other in pairwise(CATALOG.flights))
    assert [each.id for each in CATALOG.flight_reports] == list(table("tests"))
    rows = table("tests").values()
    assert {flight.id: len(flight.reports) for flight in CATALOG.flights} == Counter(
        row["flight"] for row in rows
    )


def test_reports_that_contradict_each_other_are_kept_in_their_order() -> None:
    reports = FLIGHTS["2017-07-04-hwasong-14"].reports
    assert [(each.apogee_km, each.range_flown_km) for each in reports] == [
        (2802, 933), (None, 930), (535, 510),
    ]  # fmt: skip
    assert [each.is_for_range for each in reports] == [True, False, False]
    disputed = FLIGHTS["2022-03-24-hwasong-17"]
    assert disputed.missile_is == "disputed"
    assert [each.missile_id for each in disputed.reports] == ["hwasong-17", "hwasong-15"]


def test_numbers_are_kept_as_printed() -> None:
    first, second = (FLIGHTS[f"2017-07-{day}-hwasong-14"].reports[0] for day in ("04", "28"))
    assert (first.apogee_text, second.apogee_text) == ("2802", "3724.9")
    assert (first.range_text, second.range_text) == ("933", "998")
    assert (first.flight_time_text, first.flight_time_unit, first.flight_time_min) == (
        "39", "min", 39,
    )  # fmt: skip
    assert (second.flight_time_text, second.flight_time_unit) == ("2832", "s")
    assert second.flight_time_min == pytest.approx(47 + 12 / 60)
    untimed = FLIGHTS["2019-10-02-pukguksong-3"].reports[0]
    assert (untimed.flight_time_text, untimed.flight_time_unit, untimed.flight_time_min) == (
        "", "", None,
    )  # fmt: skip


@pytest.mark.parametrize("flight", CATALOG.flights, ids=lambda flight: flight.id)
def test_range_is_for_whole_reports_of_ballistic_flights_alone(flight: Flight) -> None:
    for report in flight.reports:
        if report.is_for_range:
            assert report.apogee_km and report.range_flown_km
            assert not report.apogee_is_floor and report.outcome not in ("failure", "disputed")
            assert flight.trajectory in ("lofted", "standard")
        else:
            assert report.no_range_because in NO_RANGE
            assert say("ko")(NO_RANGE[report.no_range_because])


def test_famous_flights_are_where_they_were() -> None:
    """The other spellings of sites would put these elsewhere (data/README.md)."""
    sites = {
        "2017-05-14-hwasong-12": "kusong_north",
        "2017-07-04-hwasong-14": "banghyon_20170704",
        "2022-11-03-hwasong-17": "sunan_town",
        "2023-07-12-hwasong-18": "samsok",
        "2023-12-18-hwasong-18": "samsok_2",
        "2025-01-06-hwasong-16b": "east_pyongyang",
        "2026-06-25-hwasong-11d": "",
    }
    assert {name: FLIGHTS[name].site_id for name in sites} == sites


def test_korean_flights_are_the_same_flights() -> None:
    for one, other in zip(CATALOG.flights, load_catalog(lang="ko").flights, strict=True):
        for name in ("id", "date", "missile_id", "site_id", "azimuth_deg", "trajectory", "outcome"):
            assert getattr(one, name) == getattr(other, name)
        for mine, theirs in zip(one.reports, other.reports, strict=True):
            assert (mine.id, mine.apogee_text, mine.range_text, mine.flight_time_min) == (
                theirs.id, theirs.apogee_text, theirs.range_text, theirs.flight_time_min,
            )  # fmt: skip


def test_launches_are_those_of_the_list() -> None:
    """Recounted from the list: 339 in 77 rows, 25 of them in the year that is no whole one."""
    assert (len(CATALOG.launches), sum(each.launches for each in CATALOG.launches)) == (77, 339)
    partial = [each for each in CATALOG.launches if each.is_partial]
    assert {each.year for each in partial} == {2026}
    assert sum(each.launches for each in partial) == 25
    late = Counter[str]()
    for each in CATALOG.launches:
        late[each.outcome] += each.launches if each.year >= 2025 else 0
    assert (late["success"], late["failure"]) == (0, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_last_day_counted_is_said_above_the_table(lang: str) -> None:
    about = next(each.about for each in SOURCE_TABLES if each.file == "launches_by_year.csv")
    assert format_date(LAUNCHES_END, lang) in say(lang)(about)


def test_reports_of_a_flight_stand_together(data_dir: Path) -> None:
    path = data_dir / "tests.csv"
    head, *rows = path.read_text("utf-8").splitlines(keepends=True)
    at = next(at for at, row in enumerate(rows) if row.startswith("2017-07-04-hwasong-14-russia"))
    path.write_text("".join([head, *rows[:at], *rows[at + 1 :], rows[at]]), "utf-8")
    (fault,) = data_faults(data_dir)
    assert fault.startswith("tests.csv, row 124 (2017-07-04-hwasong-14-russia), column flight: ")
    assert "stands apart" in fault


# Published (facts of the flights) and worked checks of the formulas that tests/facts uses.
@pytest.mark.parametrize(
    ("distance_km", "apogee_km"), [(2700, 599), (3700, 779), (4500, 905), (10_000, 1319)]
)
def test_height_of_the_arc_of_least_speed(distance_km: float, apogee_km: float) -> None:
    assert least_speed_apogee_km(distance_km) == pytest.approx(apogee_km, abs=1)


@pytest.mark.parametrize(
    ("apogee_km", "distance_km", "minutes"),
    [(2802, 933, 34.4), (3724.9, 998, 43.1), (6248.5, 1090, 67.9), (7687.5, 1001.2, 82.9)],
)
def test_time_of_free_flight(apogee_km: float, distance_km: float, minutes: float) -> None:
    assert free_flight_min(apogee_km, distance_km) == pytest.approx(minutes, abs=0.06)
