"""Links to a row of the tables: how every number leads to where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

ROW_KEY: Final = "row"


def row_link(table: str, row_id: str, kept: Sequence[tuple[str, str]] = ()) -> str:
    """Return the link to a row on the Sources page, as written on any other page of the app.

    Parameters
    ----------
    table
        The table without `.csv`, such as `claims`.
    row_id
        The row's `id`; `alias` in the table of aliases, the number of the line in that of changes.
    kept
        What of the present address goes along, such as the language.
    """
    return f"sources?{urlencode([*kept, (ROW_KEY, f'{table}/{row_id}')], safe='/')}"


def named_row(value: str) -> tuple[str, str]:
    """Return table and id of what stands in a link; the id is blank where there is none."""
    table, _, row_id = value.partition("/")
    return table, row_id
