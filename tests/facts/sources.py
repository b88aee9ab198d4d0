"""Every row names its source, and every length that is shown is some source's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tests.facts.lengths import stated_by_tables, written_lengths
from tests.facts.tables import TABLES, Data, Fault, Row, row_id

_FROM_MEMORY: Final = re.compile(r"recalled|general knowledge|memory|unsourced", re.IGNORECASE)
# Lengths that are nobody's claim, by file and kilometres.
OWN_LENGTHS: Final = {
    ("stories/newspaper_circle.json", 19900.0): "the longest ring there is: counts all cities",
    ("stories/thaad_guam.json", 3356.7): "named in its sentence: CNBC via Bustle",
    ("stories/thaad_guam.json", 30.0): "named in its sentence: CNBC via Bustle",
    ("stories/thaad_guam.json", 40.0): "named in its sentence: CNBC via Bustle",
}


def source_faults(data: Data) -> Iterator[Fault]:
    """Yield rows and lengths without a source."""
    for file in TABLES:
        for row in data.rows(file):
            yield from _row_faults(file, row)
    for row in data.rows("claims.csv"):
        if "second_source_says" in row:
            yield from _second_faults(row)
    yield from _length_faults(data)


def _row_faults(file: str, row: Row) -> Iterator[Fault]:
    source = row["source_name"].strip()
    if not source:
        yield Fault(file, row_id(row), "source_name", "blank", "whose word the row is")
    elif _FROM_MEMORY.search(source):
        yield Fault(file, row_id(row), "source_name", source, "a source that was read")


def _second_faults(row: Row) -> Iterator[Fault]:
    name, says = row["second_source_name"], row["second_source_says"]
    if says and not name:
        yield Fault("claims.csv", row_id(row), "second_source_name", "blank", f"who {says}")
    if not says and (name or row["second_source_url"]):
        expected = "what the second source says"
        yield Fault("claims.csv", row_id(row), "second_source_says", "blank", expected)


def _length_faults(data: Data) -> Iterator[Fault]:
    stated = stated_by_tables(data)
    seen = set()
    for file, step, column, km in written_lengths(data):
        if km not in stated and (file, km) not in OWN_LENGTHS and (file, step, km) not in seen:
            seen.add((file, step, km))
            yield Fault(file, step, column, f"{km:g} km", "a length that a table states")
