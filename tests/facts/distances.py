"""Sentences that state a distance between two places, against the geodesic between their points.

`stated_distances.csv` holds the sentences, each end an id or LAT,LON of a public point. Those
without two points are in `unmeasured_distances.csv`, with the reason.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import remainder
from pathlib import Path
from typing import Final

from tests.facts.tables import PLACES, Data, Fault, Row, point, row_id, told, way

_FOLDER: Final = Path(__file__).parent
_AZIMUTHS: Final = {"north": 0, "east": 90, "south": 180, "west": 270}
# "8 km away", "{length:933} away", "some 50 km west", "20 km south of": not ranges.
_STATES_DISTANCE: Final = re.compile(
    r"(?:\d[\d,.]* (?:km|kilomet(?:re|er)s|miles)|\{length:[^}]*\}),? "
    r"(?:further |farther )?(?:away|apart|off|from|further|farther|north|south|east|west)\b"
)


def distance_faults(data: Data) -> Iterator[Fault]:
    """Yield stated distances that are wrong, and those that nobody has measured."""
    texts = defaultdict(list)
    for file, row, column, words in told(data):
        texts[file, row].append((column, words))
    for stated in listed("stated_distances.csv"):
        yield from _stated_faults(data, stated, texts[stated["file"], stated["id"]])
    known = [*listed("stated_distances.csv"), *listed("unmeasured_distances.csv")]
    for (file, row), cells in texts.items():
        phrases = [each["words"] for each in known if (each["file"], each["id"]) == (file, row)]
        for column, words in cells:
            yield from _unlisted(file, row, column, words, phrases)


@cache
def listed(name: str) -> tuple[Row, ...]:
    """Return the rows of a list that lies beside this module."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(map(Row, csv.DictReader(file)))


def _stated_faults(data: Data, stated: Row, cells: list[tuple[str, str]]) -> Iterator[Fault]:
    column = next((column for column, words in cells if stated["words"] in words), None)
    if column is None:
        expected = f"{stated['words']!r}, or no such row in stated_distances.csv"
        yield Fault(stated["file"], stated["id"], "", "no such words", expected)
        return
    ends = [_end(data, stated[name]) for name in ("from", "to")]
    if None in ends:
        expected = f"points of {stated['from']} and {stated['to']}"
        yield Fault(stated["file"], stated["id"], column, "an unknown end", expected)
        return
    km, azimuth = way(*filter(None, ends))
    off_km, off_deg = abs(km - float(stated["km"])), _turn(stated["words"], azimuth)
    if off_km > float(stated["tolerance_km"]) or off_deg > 45:
        found, expected = f"{stated['words']!r}", f"{km:.1f} km towards {azimuth:.0f} degrees"
        yield Fault(stated["file"], stated["id"], column, found, expected)


def _end(data: Data, name: str) -> tuple[float, float] | None:
    if "," in name:
        lat, lon = name.split(",")
        return float(lat), float(lon)
    rows = (row for file in ("launch_sites.csv", *PLACES) for row in data.rows(file))
    return next((point(row) for row in rows if row_id(row) == name), None)


def _turn(words: str, azimuth: float) -> float:
    """Return how far an azimuth is from the direction in the words, 0 if they name none."""
    named = [degrees for name, degrees in _AZIMUTHS.items() if re.search(rf"\b{name}\b", words)]
    return max((abs(remainder(azimuth - degrees, 360)) for degrees in named), default=0.0)


def _unlisted(file: str, row: str, column: str, words: str, phrases: list[str]) -> Iterator[Fault]:
    for phrase in phrases:
        words = words.replace(phrase, "")
    for found in _STATES_DISTANCE.finditer(words):
        yield Fault(file, row, column, repr(found[0]), "to be in stated_distances.csv")
