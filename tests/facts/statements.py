"""What a claim's cells say is what its words say, and lies within its missile's figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tests.facts.tables import Data, Fault, Row, number, row_id

_FILE: Final = "claims.csv"
_KM_PER_MILE: Final = 1.609344
_CLOSE: Final = 0.01
_ENDS: Final = ("low", "high")
_WORDS: Final = {
    "floor": re.compile(r"\b(floors?|at least|or more)\b", re.IGNORECASE),
    "ceiling": re.compile(
        r"\b(ceiling|maximum|the most|at most|up to|the longest)\b", re.IGNORECASE
    ),
}
_FREE: Final = ("class", "flown")  # words on limits may stand in their contexts


def statement_faults(data: Data) -> Iterator[Fault]:
    """Yield claims that contradict themselves or their missile."""
    for row in data.rows(_FILE):
        if "statement" in row:
            yield from _shape_faults(row)
            yield from _word_faults(row)
            yield from _unit_faults(row)
    for file, columns in (
        (_FILE, ("range_km_low", "range_km_high")),
        ("missiles.csv", ("range_km_low", "range_km_best", "range_km_high")),
        ("missile_defense.csv", ("radar_range_km_low", "radar_range_km_high")),
        ("radar_claims.csv", ("range_km_low", "range_km_high")),
    ):
        for row in data.rows(file):
            yield from _order_faults(file, row, columns)
    yield from _band_faults(data)


def _shape_faults(row: Row) -> Iterator[Fault]:
    low, high = (number(row[f"range_km_{end}"]) for end in _ENDS)
    both = low is not None and high is not None
    fits = {
        "floor": low is not None and high is None,
        "ceiling": low is None and high is not None,
        "value": both and low == high,
        "about": both and low == high,
        "span": both and low != high,
        "class": both and low != high,
        "flown": both,
    }
    if not fits.get(row["statement"], False):
        cells = f"{row['range_km_low'] or 'blank'} to {row['range_km_high'] or 'blank'}"
        yield Fault(_FILE, row_id(row), "statement", row["statement"], f"what fits {cells}")


def own_words(row: Row) -> str:
    """Return a context without what a second source is said to say.

    Where it differs the context tells so after a semicolon, or in a later sentence.
    """
    if row["second_source_says"] != "differs":
        return row["context"]
    return re.split(r"[;.] ", row["context"])[0]


def _word_faults(row: Row) -> Iterator[Fault]:
    if row["statement"] in _FREE:
        return
    words = own_words(row)
    for statement, pattern in _WORDS.items():
        said = pattern.search(words)
        if said and row["statement"] != statement:
            expected = f"{statement}: the context says {said[0]!r}"
            yield Fault(_FILE, row_id(row), "statement", row["statement"], expected)
        if not said and row["statement"] == statement:
            yield Fault(
                _FILE, row_id(row), "context", repr(words), f"words that it is a {statement}"
            )


def _unit_faults(row: Row) -> Iterator[Fault]:
    for end in _ENDS:
        stated, km = number(row[f"stated_{end}"]), number(row[f"range_km_{end}"])
        column = f"stated_{end}"
        found = row[column] or "blank"
        if row["unit"] == "km" and row[column]:
            yield Fault(_FILE, row_id(row), column, found, "blank: it was said in km")
        elif row["unit"] == "mi" and (stated is None) != (km is None):
            expected = f"the miles of {row[f'range_km_{end}'] or 'blank'}"
            yield Fault(_FILE, row_id(row), column, found, expected)
        elif row["unit"] == "mi" and stated and km:
            miles = km / _KM_PER_MILE
            if abs(stated - miles) > _CLOSE * miles:
                yield Fault(_FILE, row_id(row), column, found, f"{miles:.0f} miles, {km:g} km")


def _order_faults(file: str, row: Row, columns: tuple[str, ...]) -> Iterator[Fault]:
    filled = [(name, value) for name in columns if (value := number(row[name])) is not None]
    for (lower, low), (upper, high) in pairwise(filled):
        if low > high:
            yield Fault(file, row_id(row), upper, f"{high:g}", f"not below {lower}, {low:g}")


def _band_faults(data: Data) -> Iterator[Fault]:
    missiles = {row_id(row): row for row in data.rows("missiles.csv")}
    for row in data.rows(_FILE):
        missile = missiles.get(row["missile_id"], Row())
        low, best, high = (number(missile[f"range_km_{name}"]) for name in ("low", "best", "high"))
        least, most = (low if low is not None else best), (high if high is not None else best)
        for column in ("range_km_low", "range_km_high"):
            said = number(row[column])
            if said is not None and least is not None and said < least:
                expected = f"at least {least:g}, the lowest of {row['missile_id']}"
                yield Fault(_FILE, row_id(row), column, f"{said:g}", expected)
            if said is not None and most is not None and said > most:
                expected = f"at most {most:g}, the highest of {row['missile_id']}"
                yield Fault(_FILE, row_id(row), column, f"{said:g}", expected)
