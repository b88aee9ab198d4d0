"""A spreadsheet of any language reads the numbers of reach.csv, or takes them for none."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.support import ask

NUMBERS = (
    "lat", "lon", "distance_km", "azimuth_deg", "range_low_km", "range_best_km", "range_high_km",
)  # fmt: skip
# Ranges with three decimals, bare and behind four digits; places with three are in the data.
VIEW = "ring=sohae~500.125-5500.125-12345.678&ring=39.871,125.264~8000&show=cities,bases,thaad"
# How a German spreadsheet writes numbers (CLDR): points between groups of three, a decimal comma.
GERMAN = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


def rows(more: str = "", delimiter: str = ",") -> list[dict[str, str]]:
    answer = ask(f"/export/reach.csv?{VIEW}{more}")
    assert answer.status == 200
    text = answer.body.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def by_german(cell: str) -> float:
    assert GERMAN.fullmatch(cell), cell
    return float(cell.replace(".", "").replace(",", "."))


def test_no_number_is_another_one_where_points_part_thousands() -> None:
    cells = [row[column] for row in rows() for column in NUMBERS if row[column]]
    assert len(cells) > 1000
    wrong = [cell for cell in cells if GERMAN.fullmatch(cell) and by_german(cell) != float(cell)]
    assert wrong == []
    assert {"5500.1250", "500.1250", "12345.6780"} <= set(cells)


def test_semicolons_and_commas_say_the_same_numbers() -> None:
    usual, german = rows(), rows("&separator=semicolon", ";")
    assert len(usual) == len(german) > 200
    for row, other in zip(usual, german, strict=True):
        assert list(row) == list(other)
        for column, cell in row.items():
            if column in NUMBERS and cell:
                assert by_german(other[column]) == float(cell)
            else:
                assert other[column] == cell


def test_separator_by_its_name_is_the_usual_one_and_any_other_is_refused() -> None:
    usual = ask(f"/export/reach.csv?{VIEW}")
    assert ask(f"/export/reach.csv?{VIEW}&separator=comma").body == usual.body
    answer = ask(f"/export/reach.csv?{VIEW}&separator=tab&units=furlong")
    assert answer.status == 400
    told = {each["key"]: each["problem"] for each in answer.json()["errors"]}
    assert told == {"separator": "accepted: comma, semicolon", "units": "accepted: km, mi, nmi"}


@pytest.mark.parametrize("file", ["reach.csv", "rings.geojson"])
def test_own_keys_are_described_for_programs(file: str) -> None:
    told = ask("/export/openapi.json").json()["paths"][f"/export/{file}"]["get"]["parameters"]
    own = {each["name"]: each["schema"].get("enum") for each in told}
    expected = {
        "reach.csv": ("separator", ["comma", "semicolon"]),
        "rings.geojson": ("winding", ["counterclockwise", "clockwise"]),
    }[file]
    assert own[expected[0]] == expected[1]
