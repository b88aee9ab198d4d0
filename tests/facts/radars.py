"""What is claimed of radars is of radars that there are, fits its words, and covers their ranges.

Distances on which the row over the radar in Seongju turns are held against GeographicLib, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tests.facts.tables import Data, Fault, Row, number, point, row_id, way

_FILE: Final = "radar_claims.csv"
_RADARS: Final = "missile_defense.csv"
_ENDS: Final = ("range_km_low", "range_km_high")
_MOST_CHARS: Final = 40
# Files, id and kilometres from the radar in Seongju, as published measures have them.
_FROM_SEONGJU: Final = (
    ("cities.csv", "dandong", 564),
    ("cities.csv", "weihai", 569),
    ("launch_sites.csv", "banghyon_20170704", 498),
    ("launch_sites.csv", "tonghae", 548),
    ("cities.csv", "beijing", 1123),
)
_MIDDLE: Final = (40.0, 127.0)  # of North Korea, which our azimuths assume


def radar_faults(data: Data) -> Iterator[Fault]:
    """Yield claims that contradict themselves or the radars, and radars without a claim."""
    radars = {row_id(row): row for row in data.rows(_RADARS) if row["role"] == "radar"}
    for row in data.rows(_FILE):
        yield from _shape_faults(row)
        for named in _named(row):
            if named not in radars:
                yield Fault(_FILE, row_id(row), "radars", named, f"a radar of {_RADARS}")
    for name, row in radars.items():
        yield from _unclaimed(data, name, row)
        yield from _azimuth_faults(name, row)
    for file in (_FILE, "thaad_timeline.csv"):
        yield from _row_faults(file, data.rows(file))
    yield from _short_faults(f"rows/ko/{_FILE}", data.korean.get(_FILE, []))
    yield from _distance_faults(data)


def _named(row: Row) -> list[str]:
    return [name for name in row["radars"].split("|") if name]


def _shape_faults(row: Row) -> Iterator[Fault]:
    low, high = (number(row[column]) for column in _ENDS)
    fits = {
        "value": low is not None and low == high,
        "span": low is not None and high is not None and low < high,
        "floor": low is not None and high is None,
        "ceiling": low is None and high is not None,
        "none": low is None and high is None,
    }
    if not fits.get(row["statement"], False):
        cells = f"{row[_ENDS[0]] or 'blank'} to {row[_ENDS[1]] or 'blank'}"
        yield Fault(_FILE, row_id(row), "statement", row["statement"], f"what fits {cells}")
    if row["drawn"] == "yes" and (row["statement"] == "none" or not _named(row)):
        yield Fault(_FILE, row_id(row), "drawn", "yes", "a range and a radar, or no")
    if bool(row["azimuth_deg"]) != bool(row["width_deg"]):
        yield Fault(_FILE, row_id(row), "width_deg", row["width_deg"], "both or neither")


def _unclaimed(data: Data, name: str, radar: Row) -> Iterator[Fault]:
    claims = [row for row in data.rows(_FILE) if name in _named(row)]
    said = {number(row[column]) for row in claims for column in _ENDS}
    for column in _ENDS:
        km = number(radar[f"radar_{column}"])
        if km is not None and km not in said:
            yield Fault(
                _RADARS, name, f"radar_{column}", f"{km:g}", f"an end of a claim in {_FILE}"
            )


def _azimuth_faults(name: str, radar: Row) -> Iterator[Fault]:
    assumed, place = number(radar["assumed_azimuth_deg"]), point(radar)
    if assumed is None or place is None:
        return
    azimuth = way(place, _MIDDLE)[1]
    if abs(azimuth - assumed) > 1:
        expected = f"our bearing, {azimuth:.0f}"
        yield Fault(_RADARS, name, "assumed_azimuth_deg", f"{assumed:g}", expected)


def _row_faults(file: str, rows: list[Row]) -> Iterator[Fault]:
    """Yield ids that stand twice, words too long for a map, and rows that lead to nothing."""
    for name, times in Counter(map(row_id, rows)).items():
        if times > 1:
            yield Fault(file, name, "id", f"{times} rows", "one")
    for row in rows:
        if not row["source_url"].startswith(("http://", "https://")):
            yield Fault(file, row_id(row), "source_url", row["source_url"] or "blank", "a link")
    yield from _short_faults(file, rows)
    for row, after in pairwise(rows):
        if row["date"] > after["date"]:
            yield Fault(file, row_id(row), "date", row["date"], f"not after {after['date']}, below")


def _short_faults(file: str, rows: list[Row]) -> Iterator[Fault]:
    for row in rows:
        if len(row["said_by"]) > _MOST_CHARS:
            expected = f"at most {_MOST_CHARS} characters"
            yield Fault(file, row_id(row), "said_by", row["said_by"], expected)


def _distance_faults(data: Data) -> Iterator[Fault]:
    places = {
        (file, row_id(row)): point(row)
        for file in ("cities.csv", "launch_sites.csv", _RADARS)
        for row in data.rows(file)
    }
    seongju = places.get((_RADARS, "tpy2_seongju"))
    for file, name, expected_km in _FROM_SEONGJU:
        place = places.get((file, name))
        km = way(seongju, place)[0] if seongju and place else 0.0
        if abs(km - expected_km) > 1:
            yield Fault(file, name, "lat", f"{km:.0f} km from Seongju", f"{expected_km} km")
