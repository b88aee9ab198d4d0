"""Dates are in the calendar and in order: used before left, flown before claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tests.facts.tables import Data, Fault, Row, row_id, told

FIRST_DAY: Final = "1984-01-01"  # no flight before is in the tables
LAST_DAY: Final = "2026-11-30"
_ONE_DAY: Final = 1  # a day in Korea is begun, or not yet over, elsewhere
_DATED: Final = {
    "launch_sites.csv": ("first_used", "last_used"),
    "missiles.csv": ("first_flight",),
    "claims.csv": ("launch_date", "claim_date", "read_on"),
    "tests.csv": ("date",),
    "radar_claims.csv": ("claim_date",),
    "thaad_timeline.csv": ("date",),
    "missile_defense.csv": ("deployed_from", "deployed_to"),
}
_OF_FLIGHTS: Final = ("first_used", "last_used", "first_flight", "launch_date", "date")
_ORDERED: Final = (
    ("launch_sites.csv", "first_used", "last_used", 0),
    ("missile_defense.csv", "deployed_from", "deployed_to", 0),
    ("claims.csv", "launch_date", "claim_date", _ONE_DAY),
    ("claims.csv", "claim_date", "read_on", 0),
)
_ENDED: Final = ("past", "test")
_SAYS_UNFLOWN: Final = re.compile(
    r"(before|had not|has not|not yet) (\w+ ){0,2}(flown|flew|flight|tested)"
)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_WRITTEN: Final = re.compile(
    rf"\b(\d{{1,2}}) ({'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}) (\d{{4}})\b"
)


def date_faults(data: Data) -> Iterator[Fault]:
    """Yield dates that cannot be."""
    for file, columns in _DATED.items():
        for row in data.rows(file):
            yield from _calendar_faults(file, row, columns)
    for file, first, second, slack in _ORDERED:
        for row in data.rows(file):
            if is_later(row[first], row[second], slack):
                yield Fault(file, row_id(row), second, row[second], f"not before {row[first]}")
    for row in data.rows("missile_defense.csv"):
        if row["status"] in _ENDED and row["deployed_from"] and not row["deployed_to"]:
            yield Fault(
                "missile_defense.csv", row_id(row), "deployed_to", "blank", "an end: it is over"
            )
    yield from _flight_faults(data)
    yield from _written_faults(data)


def _calendar_faults(file: str, row: Row, columns: tuple[str, ...]) -> Iterator[Fault]:
    for column in columns:
        cell = row[column]
        if cell and day_of(cell) is None:
            yield Fault(file, row_id(row), column, cell, "a date of the calendar")
        elif is_later(cell, LAST_DAY):
            yield Fault(file, row_id(row), column, cell, f"not after {LAST_DAY}")
        elif column in _OF_FLIGHTS and is_later(FIRST_DAY, cell):
            yield Fault(file, row_id(row), column, cell, f"not before {FIRST_DAY}")


def day_of(cell: str) -> date | None:
    """Return the first day of a date, None if the calendar has none."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", cell)
    if parts is None:
        return None
    year, month, day = (int(part or 1) for part in parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_later(one: str, other: str, slack_days: int = 0) -> bool:
    """Tell whether a date is surely later than another, at the precision of both."""
    days = day_of(one), day_of(other)
    if None in days:
        return False
    if slack_days and len(one) == len(other) == 10:
        other = str(date.fromisoformat(other) + timedelta(days=slack_days))
    common = min(len(one), len(other))
    return one[:common] > other[:common]


def _flight_faults(data: Data) -> Iterator[Fault]:
    """Hold claims and sites against the first flight of their missiles."""
    flown = {row_id(row): row["first_flight"] for row in data.rows("missiles.csv")}
    for row in data.rows("claims.csv"):
        first, flight = flown.get(row["missile_id"], ""), row["launch_date"]
        if is_later(first, flight):
            yield Fault("claims.csv", row_id(row), "launch_date", flight, f"not before {first}")
        early = is_later(first, row["claim_date"], _ONE_DAY) and not flight
        if early and not _SAYS_UNFLOWN.search(row["context"]):
            expected = f"words that {row['missile_id']} first flew later, in {first}"
            yield Fault("claims.csv", row_id(row), "context", row["context"], expected)
    for row in data.rows("launch_sites.csv"):
        for missile in filter(None, row["missile_id"].split("|")):
            if is_later(flown.get(missile, ""), row["last_used"], _ONE_DAY):
                found = f"{missile}, first flown {flown[missile]}"
                expected = f"a missile flown by {row['last_used']}, the last use"
                yield Fault("launch_sites.csv", row_id(row), "missile_id", found, expected)


def _written_faults(data: Data) -> Iterator[Fault]:
    """Look at days written out in texts, such as 4 July 2017."""
    for file, row, column, words in told(data):
        for found in _WRITTEN.finditer(words):
            month = 1 + next(at for at, name in enumerate(_MONTHS) if name.startswith(found[2]))
            day = day_of(f"{found[3]}-{month:02}-{int(found[1]):02}")
            if day is None or str(day) > LAST_DAY:
                yield Fault(file, row, column, found[0], f"a day up to {LAST_DAY}")
