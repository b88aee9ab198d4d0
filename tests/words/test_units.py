"""Units as people read them, by the definitions of 1959 (mile) and 1929 (nautical mile)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from geo.facts.constants import KM_PER_MILE, KM_PER_NAUTICAL_MILE, WGS84_A_M, WGS84_F
from geo.words.languages import ENGLISH
from geo.words.units import (
    KM_PER_UNIT,
    format_length,
    format_number,
    format_people,
    format_published,
    format_reported,
)
from tests.oracle import WGS84
from tests.support import ROOT


def test_units_are_the_international_ones() -> None:
    assert abs(KM_PER_MILE - 5280 * 12 * 2.54e-5) < 1e-15  # feet, inches, 2.54 cm
    assert KM_PER_NAUTICAL_MILE * 1000 == 1852
    assert KM_PER_UNIT == {"km": 1, "mi": KM_PER_MILE, "nmi": KM_PER_NAUTICAL_MILE}


def test_ellipsoid_is_the_one_of_geographiclib() -> None:
    assert (WGS84.a, WGS84.f) == (WGS84_A_M, WGS84_F)


@pytest.mark.parametrize(
    ("length_km", "units", "text"),
    [
        (8000.0, "km", "8,000 km"),
        (8000.0, "mi", "4,971 mi"),
        (8000.0, "nmi", "4,320 nmi"),
        (5500.0, "mi", "3,418 mi"),  # the treaties' 5,500 km, "in excess of 3,400 miles"
        (42.195, "mi", "26 mi"),  # marathon
        (1.852, "nmi", "1 nmi"),
        (1.609344, "mi", "1 mi"),
        (999.6, "km", "1,000 km"),
        (19_900.0, "km", "19,900 km"),
        (0.0, "km", "0 km"),
    ],
)
def test_length_reads_as_people_write_it(length_km: float, units: str, text: str) -> None:
    assert format_length(length_km, units, "en") == text


@pytest.mark.parametrize("locale", ["en_US", "ko_KR", "de_DE", "fr_FR"])
def test_numbers_are_written_as_cldr_says(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser's half is held against the same table, tests/web/words/numbers.test.mjs."""
    language = replace(ENGLISH, locale=locale)
    monkeypatch.setattr("geo.words.units.language_facts", lambda _: language)
    rows = json.loads((ROOT / "tests/data/numbers.json").read_text("utf-8"))["rows"]
    said = [format_number(row["value"], "xx", row["decimals"]) for row in rows]
    assert said == [row[locale] for row in rows]
    assert format_length(8000.0, "km", "xx") == f"{format_number(8000, 'xx')} km"


@pytest.mark.parametrize(
    ("km", "units", "text"), json.loads((ROOT / "tests/data/numbers.json").read_text())["reported"]
)
def test_reported_length_keeps_the_digits_that_were_printed(
    km: float, units: str, text: str
) -> None:
    assert format_reported(km, units, "en") == text


@pytest.mark.parametrize(
    ("km", "units", "text"), json.loads((ROOT / "tests/data/numbers.json").read_text())["published"]
)
def test_published_number_is_told_as_round_as_it_is(km: float, units: str, text: str) -> None:
    """The browser's half is held against the same table, tests/web/words/numbers.test.mjs."""
    assert format_published(km, units, "en") == text


def test_unknown_unit_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        format_length(8000.0, "leagues", "en")


@pytest.mark.parametrize(
    ("people", "text"),
    [
        (0, "0"),
        (999, "999"),
        (9_999, "9,999"),
        (10_000, "10,000"),
        (86_400, "86,000"),
        (999_499, "999,000"),
        (999_500, "1 million"),
        (75_400_000, "75 million"),
        (999_499_999, "999 million"),
        (999_500_000, "1.0 bn"),
        (1_440_000_000, "1.4 bn"),
    ],
)
def test_head_count_has_no_more_digits_than_it_deserves(people: int, text: str) -> None:
    assert format_people(people) == text
