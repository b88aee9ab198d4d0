"""A row of the log of what changed in the data."""

from __future__ import annotations

from dataclasses import dataclass

from geo.records.source import Source


@dataclass(frozen=True, slots=True)
class Revision:
    """One cell that changed, on a day.

    A row that came or went has its id in `new_value` or `old_value`; where `row_id` is blank, a
    column came or went, and where `column` is blank too, a table. `reason` is in the language of
    the catalog, the values are as the table has them.
    """

    date: str
    table: str
    row_id: str
    column: str
    old_value: str
    new_value: str
    reason: str
    source: Source
