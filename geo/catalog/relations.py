"""Checks between cells, rows and files of data/: order, uniqueness, references.

They hold even when other faults stand in the tables, so that one run shows
everything. Rows that name a row of a table which is broken or cut are passed over:
the fault is not theirs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Final

from geo.catalog.flightfaults import flight_faults
from geo.catalog.radarfaults import radar_faults, unclaimed
from geo.facts import PLACE_TABLES
from geo.files import LIST_MARK, SPAN_MARK, Fault, Rows, shown
from geo.records import SHAPES

_RANGES: Final = {
    "missiles.csv": ("range_km_low", "range_km_best", "range_km_high"),
    "claims.csv": ("range_km_low", "range_km_high"),
    "missile_defense.csv": ("radar_range_km_low", "radar_range_km_high"),
    "radar_claims.csv": ("range_km_low", "range_km_high"),
}
# Each group shares one set of names: a place is found by id alone, whatever its table.
UNIQUE: Final = (
    (("launch_sites.csv",), "id"),
    (("missiles.csv",), "id"),
    (("claims.csv",), "id"),
    (("claims.csv",), "label"),
    (("launch_site_aliases.csv",), "alias"),
    (("tests.csv",), "id"),
    (("launches_by_year.csv",), "id"),
    (("radar_claims.csv",), "id"),
    (("thaad_timeline.csv",), "id"),
    (PLACE_TABLES, "id"),
)
REFERENCES: Final = (
    ("claims.csv", "missile_id", "missiles.csv"),
    ("launch_sites.csv", "missile_id", "missiles.csv"),
    ("launch_site_aliases.csv", "launch_site_id", "launch_sites.csv"),
    ("tests.csv", "missile_id", "missiles.csv"),
    ("tests.csv", "launch_site_id", "launch_sites.csv"),
    ("launch_sites.csv", "beside", "launch_sites.csv"),
    ("missile_defense.csv", "beside", "missile_defense.csv"),
    ("radar_claims.csv", "radars", "missile_defense.csv"),
    ("thaad_timeline.csv", "places", "missile_defense.csv"),
)
# Whose references may be several in a cell.
LISTS: Final = ("launch_sites.csv", "missile_defense.csv", "radar_claims.csv", "thaad_timeline.csv")


def relation_faults(tables: Mapping[str, Rows], doubted: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong between cells, rows and files.

    Parameters
    ----------
    tables
        The rows of each file.
    doubted
        Files that may lack rows.
    """
    for file, columns in _RANGES.items():
        yield from _order_faults(file, tables[file], columns)
    yield from _empty_claims(tables["claims.csv"])
    yield from _endless(tables["missile_defense.csv"])
    yield from _absent(tables["missile_defense.csv"])
    yield from flight_faults(tables["tests.csv"])
    yield from radar_faults(tables["radar_claims.csv"])
    if "radar_claims.csv" not in doubted:
        yield from unclaimed(tables["missile_defense.csv"], tables["radar_claims.csv"])
    for files, column in UNIQUE:
        yield from _duplicates({file: tables[file] for file in files}, column)
    for file, column, target in REFERENCES:
        if target not in doubted:
            yield from _strays(file, tables[file], column, target, tables[target])


def _order_faults(file: str, rows: Rows, columns: tuple[str, ...]) -> Iterator[Fault]:
    for number, row in rows.items():
        known = [(name, _number(row.get(name, ""))) for name in columns]
        filled = [(name, value) for name, value in known if value is not None]
        for (lower, low), (upper, high) in pairwise(filled):
            if low > high:
                problem = f"{high:g} is below {lower}, {low:g}. Put the smaller one first."
                yield Fault(file, problem, number, row.get("id", ""), upper)


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:  # blank, or already reported as no number
        return None


def _empty_claims(rows: Rows) -> Iterator[Fault]:
    for number, row in rows.items():
        if not any(row.get(column, "?") for column in _RANGES["claims.csv"]):
            problem = "is empty, and so is range_km_high. A claim names at least one."
            yield Fault("claims.csv", problem, number, row.get("id", ""), "range_km_low")
            continue
        low, high = (_number(row.get(column, "")) for column in _RANGES["claims.csv"])
        fits, ends = SHAPES.get(row.get("statement", ""), (None, ""))
        if fits and not fits((low, high)):
            problem = f"{row['statement']} takes {ends}. Correct it, or the ranges."
            yield Fault("claims.csv", problem, number, row.get("id", ""), "statement")


def _endless(rows: Rows) -> Iterator[Fault]:
    """Yield what is over and has a first day alone: it would stand on every later map."""
    for number, row in rows.items():
        is_over = row.get("status") in ("past", "test") and row.get("deployed_from")
        if is_over and not row.get("deployed_to", "?"):
            problem = "is empty, but what is past has an end. Give it, as precise as it is known."
            yield Fault("missile_defense.csv", problem, number, row.get("id", ""), "deployed_to")


def _absent(rows: Rows) -> Iterator[Fault]:
    """Yield what was away while it was not there: it would leave before it came."""
    for number, row in rows.items():
        left, _, returned = row.get("away", "").partition(SPAN_MARK)
        first, last = row.get("deployed_from", ""), row.get("deployed_to", "")
        if left and not (first and first <= left and (not last or returned[: len(last)] <= last)):
            problem = "is not between deployed_from and deployed_to. Correct one of them."
            yield Fault("missile_defense.csv", problem, number, row.get("id", ""), "away")


def _duplicates(tables: Mapping[str, Rows], column: str) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for file, rows in tables.items():
        for number, row in rows.items():
            value = row.get(column, "")
            if value in first:
                problem = f"{shown(value)} is taken by {first[value]}. Choose another."
                yield Fault(file, problem, number, row.get("id", ""), column)
            elif value:
                first[value] = f"{file}, row {number}"


def _strays(file: str, rows: Rows, column: str, target: str, targets: Rows) -> Iterator[Fault]:
    known = {row.get("id") for row in targets.values()}
    for number, row in rows.items():
        cell = row.get(column, "")
        for value in filter(None, cell.split(LIST_MARK) if file in LISTS else [cell]):
            if known and value not in known:
                problem = f"{shown(value)} is not an id in {target}. Add it there or correct it."
                yield Fault(file, problem, number, row.get("id", ""), column)
