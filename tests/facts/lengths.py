"""Lengths that are written in presets, stories and their views, and those that tables state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl

from tests.facts.ids import placeholders, views
from tests.facts.tables import Data, number, told

_RANGES: Final = {
    "claims.csv": ("range_km_low", "range_km_high"),
    "missiles.csv": ("range_km_low", "range_km_best", "range_km_high"),
    "radar_claims.csv": ("range_km_low", "range_km_high"),
    "missile_defense.csv": ("interceptor_range_km", "radar_range_km_low", "radar_range_km_high"),
}
_NUMBER: Final = r"\d[\d,]*(?:\.\d+)?"
# "450 km", "600-800 km", "900 and 950 km", "4,500 (...)" is none.
_IN_WORDS: Final = re.compile(
    rf"((?:{_NUMBER}(?:-| to | and | or | against |, ))*{_NUMBER})(?: km\b| kilomet)"
)


def stated_by_tables(data: Data) -> set[float]:
    """Return the kilometres in the ranges of tables and in their notes."""
    cells = {
        number(row[column])
        for file, columns in _RANGES.items()
        for row in data.rows(file)
        for column in columns
    }
    notes = {  # but those of flights, which are altitudes and distances flown
        km
        for file, _, _, words in told(data)
        if file in data.tables and file != "tests.csv"
        for km in in_words(words)
    }
    return {km for km in cells if km is not None} | notes


def in_words(words: str) -> Iterator[float]:
    """Yield the kilometres that a text states in figures."""
    for found in _IN_WORDS.finditer(words):
        for each in re.findall(_NUMBER, found[1]):
            yield float(each.replace(",", ""))


def written_lengths(data: Data) -> Iterator[tuple[str, str, str, float]]:
    """Yield file, step, column and kilometres of each length in presets and stories."""
    for file, step, query in views(data):
        for key, value in parse_qsl(query):
            if key in ("ring", "radar"):
                yield from ((file, step, key, float(km)) for km in value.split("~")[1].split("-"))
    for file, step, column, content in placeholders(data):
        for part in re.split("[:~>]", content):
            km = number(part)
            if km is not None:
                yield file, step, column, km
    for file, step, column, words in told(data):
        if file in data.presets or file in data.stories:
            yield from ((file, step, column, km) for km in in_words(words))
