"""The tables of the Sources page in HTML: for screen, paper, keyboard and search alike.

What Streamlit paints on a canvas cuts links, cannot be searched, and prints its first rows alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from numbers import Real
from typing import Any, Final

from geo.files import LIST_MARK
from geo.share import row_link
from geo.words import Say
from ui.page.sourcenames import Names, target_of
from ui.page.sourcewords import title_of

_COUNTS: Final = ("population", "range_km")  # and what begins so: numbers with separators
_LONG: Final = ("notes", "context", "old_value", "new_value", "other_names", "beside")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be shown: its rows by id, how rows of others are called, what links keep."""

    file: str
    frame: Any
    names: Names
    tell: Say
    kept: Sequence[tuple[str, str]] = ()

    @property
    def table(self) -> str:
        """Return the table as links name it."""
        return self.file.removesuffix(".csv")


def table_html(sheet: Sheet, title: str, chosen: str = "") -> str:
    """Return a table in a frame that scrolls by keyboard too.

    Parameters
    ----------
    sheet
        What it shows.
    title
        What the frame is called.
    chosen
        The id of the row that a link named.
    """
    heads = "".join(
        f'<th scope="col" aria-sort="none"><button type="button">{escape(words)}</button></th>'
        for words in (title_of(name, sheet.tell) for name in sheet.frame.columns)
    )
    rows = "".join(_row(sheet, row_id, row, row_id == chosen) for row_id, row in _rows(sheet))
    return (
        f'<div class="rm-data" role="region" tabindex="0" aria-label="{escape(title)}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def row_html(sheet: Sheet, row_id: str) -> str:
    """Return one row for reading: the title of each column, and its cell."""
    row = dict(_rows(sheet))[row_id]
    cells = "".join(
        f"<dt>{escape(title_of(name, sheet.tell))}</dt><dd>{_inner(sheet, name, row)}</dd>"
        for name, value in row.items()
        if value is not None
    )
    return f'<dl class="rm-data-row">{cells}</dl>'


def _rows(sheet: Sheet) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows by id, None where a cell is blank."""
    cells = sheet.frame.astype(object).where(sheet.frame.notna(), None)
    for row_id, row in zip(cells.index, cells.to_dict("records"), strict=True):
        yield str(row_id), row


def _row(sheet: Sheet, row_id: str, row: Mapping[str, Any], is_chosen: bool) -> str:
    first, *others = row
    link = f'<a class="rm-data-link" href="{_address(sheet, sheet.table, row_id)}"'
    link += f' aria-label="{escape(sheet.tell("Link to this row"))}">#</a>'
    mark = ' aria-current="true"' if is_chosen else ""
    cells = "".join(
        f"<td{_kind(name, row[name])}>{_inner(sheet, name, row)}</td>" for name in others
    )
    head = f'<th scope="row">{link} {_inner(sheet, first, row)}</th>'
    return f'<tr data-row="{escape(row_id)}"{mark}>{head}{cells}</tr>'


def _kind(name: str, value: Any) -> str:
    """Return what a style sheet and the order of rows have to know of a cell."""
    if name.endswith("_url"):
        return ' class="rm-data-url"'
    if isinstance(value, Real):
        return f' class="rm-data-number" data-value="{value}"'
    return ' class="rm-data-long"' if name in _LONG else ""


def _inner(sheet: Sheet, name: str, row: Mapping[str, Any]) -> str:
    value = row[name]
    if value is None:
        return ""
    if isinstance(value, Real):
        return f"{float(value):,.10g}" if name.startswith(_COUNTS) else f"{value:.10g}"
    if name.endswith("_url"):
        link = escape(str(value))
        return f'<a href="{link}" target="_blank" rel="noopener">{link}</a>'
    if name == "table":
        return escape(sheet.names.of("", str(value)))
    target = target_of(sheet.file, name, row)
    if target:
        return ", ".join(_named(sheet, target, each) for each in str(value).split(LIST_MARK))
    return escape(str(value))


def _named(sheet: Sheet, file: str, row_id: str) -> str:
    """Return the name of a row as a link to it; its id can be found there, and under the name."""
    name = escape(sheet.names.of(file, row_id))
    if not sheet.names.has(file, row_id):
        return name
    address = _address(sheet, file.removesuffix(".csv"), row_id)
    return f'<a href="{address}" title="{escape(row_id)}">{name}</a>'


def _address(sheet: Sheet, table: str, row_id: str) -> str:
    return escape(row_link(table, row_id, sheet.kept))
