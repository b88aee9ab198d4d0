"""A blank date means what it is shown as, on every dated map and in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from geo.catalog.reading import data_faults
from geo.kml.placewords import about_place
from geo.reach.matrix import reach_table
from tests.damage import change_row
from tests.support import ask, table, view_at

DEFENCES = table("missile_defense")
ON_MAPS = {place: row for place, row in DEFENCES.items() if row["status"] != "cancelled"}
UNKNOWN = {"en": "not known", "ko": "알려지지 않음"}


def places_on(day: str = "", lang: str = "en") -> dict[str, dict[str, Any]]:
    query = f"show=thaad,radar&lang={lang}" + (f"&date={day}" if day else "")
    answer: list[dict[str, Any]] = ask(f"/live/places.json?{query}").json()
    return {place["id"]: place for place in answer if place["id"] in DEFENCES}


def stands(row: dict[str, str], day: str) -> bool:
    """Return whether a row stands on a day by the words of data/README.md."""
    first, last = row["deployed_from"], row["deployed_to"]
    left, _, returned = row["away"].partition("/")
    if (not first and row["status"] == "reported") or (left and left <= day < returned):
        return False
    return day >= first and (not last or day[: len(last)] <= last)


@pytest.mark.parametrize(
    "day",
    ["1970-01-01", "2009-01-01", "2009-07-01", "2010-01-01", "2013-04-30", "2016-07-13",
     "2017-05-16", "2024-10-13", "2024-10-14", "2026-03-02", "2026-03-03", "2026-03-11",
     "2026-03-12", "2026-03-31"],
)  # fmt: skip
def test_what_stood_on_a_day_is_what_the_table_says(day: str) -> None:
    expected = {place for place, row in ON_MAPS.items() if stands(row, day)}
    assert set(places_on(day)) == expected


def test_battery_of_the_summer_of_2009_is_on_no_later_map() -> None:
    assert "thaad_hawaii_2009" in places_on("2009-07-01")
    for day in ("2010-01-01", "2013-04-30", "2016-07-13", "2017-05-16"):
        assert "thaad_hawaii_2009" not in places_on(day)


def test_launchers_of_seongju_are_on_no_map_of_the_days_they_were_away() -> None:
    for day in ("2026-03-02", "2026-03-12"):
        assert "thaad_seongju" in places_on(day)
    for day in ("2026-03-03", "2026-03-05", "2026-03-11"):
        there = places_on(day)
        assert "thaad_seongju" not in there
        assert "All six launchers leave Seongju" in there["tpy2_seongju"]["notes"]


def last_day(row: dict[str, str]) -> str:
    """Return the day from which on an event is known: a month alone counts from its last."""
    return f"{row['date']}-30" if row["date"] == "2023-09" else row["date"]


def test_map_of_a_day_says_what_had_happened_by_then_and_no_more() -> None:
    events = table("thaad_timeline").values()
    assert any(row["places"] for row in events)
    for day in (
        "2013-04-02",
        "2013-04-13",
        "2017-04-26",
        "2023-09-29",
        "2023-09-30",
        "2026-03-08",
        "2026-03-12",
    ):
        for place, told in places_on(day).items():
            of_place = [row for row in events if place in row["places"].split("|")]
            for row in of_place:
                assert (row["event"] in told["notes"]) == (last_day(row) <= day), (place, day)
            assert bool(told["notes"]) == any(last_day(row) <= day for row in of_place)


def test_what_happened_is_said_in_korean_too() -> None:
    told = table("rows/ko/thaad_timeline")["2026-03-08-patriots"]
    notes = places_on("2026-03-08", "ko")["patriot_osan"]["notes"]
    assert told["event"] in notes
    assert "2026년 3월 8일" in notes


def test_what_was_only_reported_is_on_no_map_of_a_day_without_a_day() -> None:
    assert "tpy2_qatar" not in places_on("2009-07-01")
    assert "tpy2_qatar" in places_on("2013-04-30")
    assert "uewr_qatar" in places_on()
    assert "uewr_qatar" not in places_on("2026-10-01")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_blank_dates_are_said_as_what_they_mean(lang: str) -> None:
    places = places_on(lang=lang)
    assert set(places) == set(ON_MAPS)
    for place, row in ON_MAPS.items():
        said = places[place]
        if not row["deployed_from"]:
            assert said["since"] == UNKNOWN[lang], place
        elif lang == "en":
            assert said["since"] == row["deployed_from"]
        if row["deployed_to"]:
            assert said["until"] not in ("", UNKNOWN[lang])
        else:
            sent_for_a_time = row["status"] == "temporary"
            assert said["until"] == (UNKNOWN[lang] if sent_for_a_time else ""), place


def test_city_has_no_days() -> None:
    (seoul,) = (p for p in ask("/live/places.json?show=cities").json() if p["id"] == "seoul")
    assert (seoul["since"], seoul["until"]) == ("", "")


def test_kml_says_the_same() -> None:
    view = view_at("ring=sohae~8000")
    for place in view.catalog.places:
        if place.id in ON_MAPS:
            reach = reach_table(view.rings, [place.lat], [place.lon])
            lines = about_place(place, 0, reach, view, "in").lines
            since = ON_MAPS[place.id]["deployed_from"] or "not known"
            assert f"Since: {since}" in lines


@pytest.mark.parametrize("status", ["past", "test"])
def test_what_is_over_has_an_end(data_dir: Path, status: str) -> None:
    path = data_dir / "missile_defense.csv"
    line = change_row(path, "thaad_hawaii_2009", status=status, deployed_to="")
    (fault,) = [fault for fault in data_faults(data_dir) if "missile_defense.csv" in fault]
    assert f"row {line} (thaad_hawaii_2009), column deployed_to: is empty" in fault


@pytest.mark.parametrize("days", ["2026-03-03", "2026-03-12/2026-03-03", "2026-03/2026-04", "/"])
def test_days_away_are_two_days_in_order(data_dir: Path, days: str) -> None:
    line = change_row(data_dir / "missile_defense.csv", "thaad_seongju", away=days)
    (fault,) = [fault for fault in data_faults(data_dir) if "missile_defense.csv" in fault]
    assert f"row {line} (thaad_seongju), column away: " in fault
    assert "is not two days in order" in fault


@pytest.mark.parametrize(
    "cells",
    [{"deployed_from": "2026-03-04"}, {"deployed_to": "2026-03-11"}, {"deployed_from": ""}],
    ids=str,
)
def test_days_away_are_days_on_which_it_would_be_there(
    data_dir: Path, cells: dict[str, str]
) -> None:
    line = change_row(data_dir / "missile_defense.csv", "thaad_seongju", **cells)
    (fault,) = [fault for fault in data_faults(data_dir) if "missile_defense.csv" in fault]
    assert f"row {line} (thaad_seongju), column away: is not between" in fault


def test_days_away_may_end_in_the_month_that_is_the_last(data_dir: Path) -> None:
    change_row(data_dir / "missile_defense.csv", "thaad_seongju", deployed_to="2026-03")
    assert [fault for fault in data_faults(data_dir) if "missile_defense.csv" in fault] == []


def test_event_of_an_unknown_place_is_named(data_dir: Path) -> None:
    line = change_row(data_dir / "thaad_timeline.csv", "2026-03-08-patriots", places="patriot_moon")
    (fault,) = [fault for fault in data_faults(data_dir) if "thaad_timeline.csv" in fault]
    assert f"row {line} (2026-03-08-patriots), column places: " in fault


def test_days_of_the_table_are_in_the_calendar_and_in_order() -> None:
    for row in DEFENCES.values():
        for day in filter(None, (row["deployed_from"], row["deployed_to"])):
            dt.date.fromisoformat(day + "-01" * (2 - day.count("-")))
        if row["deployed_to"]:
            assert row["deployed_from"][: len(row["deployed_to"])] <= row["deployed_to"]
