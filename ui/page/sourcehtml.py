"""The tables of the Sources page in HTML: for screen, paper, keyboard and search alike.

What Streamlit paints on a canvas cuts links, cannot be searched, and prints its first rows alone.
A table has as many columns as a window has room for: what else is known of a row stands in the
last of them, each thing with its name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html import escape
from numbers import Real
from typing import Any, Final

from ui.page.sourcecells import NAMED_LINKS, Sheet, cell_html
from ui.page.sourcewords import title_of

_LONG: Final = ("context", "old_value", "new_value")
_LEAST_DETAILS: Final = 2  # one thing more is a column more


def table_html(sheet: Sheet, title: str, columns: Collection[str], chosen: str = "") -> str:
    """Return a table in a frame that scrolls by keyboard too.

    Parameters
    ----------
    sheet
        What it shows.
    title
        What the frame is called.
    columns
        What has a column of its own; all else stands in the last one.
    chosen
        The id of the row that a link named.
    """
    names = [name for name in sheet.frame.columns if name not in NAMED_LINKS]
    more = [name for name in names if name not in columns]
    if len(more) < _LEAST_DETAILS:
        more = []
    own = [name for name in names if name not in more]
    heads = "".join(
        f'<th scope="col" aria-sort="none"><button type="button">{escape(words)}</button></th>'
        for words in (title_of(name, sheet.tell) for name in own)
    )
    if more:
        heads += f'<th scope="col">{escape(sheet.tell("Details"))}</th>'
    rows = "".join(
        _row(sheet, (row_id, row), own, more, ' aria-current="true"' if row_id == chosen else "")
        for row_id, row in _rows(sheet)
    )
    return (
        f'<div class="rm-data" role="region" tabindex="0" aria-label="{escape(title)}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def row_html(sheet: Sheet, row_id: str) -> str:
    """Return one row for reading: the title of each column, and its cell."""
    row = dict(_rows(sheet))[row_id]
    names = [name for name in row if name not in NAMED_LINKS]
    return f'<dl class="rm-data-row">{_told(sheet, row_id, row, names)}</dl>'


def _rows(sheet: Sheet) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows by id, None where a cell is blank."""
    cells = sheet.frame.astype(object).where(sheet.frame.notna(), None)
    for row_id, row in zip(cells.index, cells.to_dict("records"), strict=True):
        yield str(row_id), row


def _row(
    sheet: Sheet, of: tuple[str, Mapping[str, Any]], own: list[str], more: list[str], mark: str
) -> str:
    row_id, row = of
    first, *others = own
    link = f'<a class="rm-data-link" href="{sheet.row_address(sheet.table, row_id)}"'
    link += f' aria-label="{escape(sheet.tell("Link to this row"))}">#</a>'
    head = f"{link} {cell_html(sheet, first, row_id, row)}"
    cells = "".join(
        f'<td{_kind(name, row[name])} data-column="{name}" '
        f'data-title="{escape(title_of(name, sheet.tell))}">'
        f"{cell_html(sheet, name, row_id, row)}</td>"
        for name in others
    )
    if more:
        told = _told(sheet, row_id, row, more)
        cells += f'<td class="rm-data-more"><dl>{told}</dl></td>'
    return (
        f'<tr data-row="{escape(row_id)}"{mark}>'
        f'<th scope="row" data-column="{first}">{head}</th>{cells}</tr>'
    )


def _told(sheet: Sheet, row_id: str, row: Mapping[str, Any], names: list[str]) -> str:
    """Return what is known of a row, each thing with its name."""
    return "".join(
        f"<div><dt>{escape(title_of(name, sheet.tell))}</dt>"
        f'<dd data-column="{name}">{cell_html(sheet, name, row_id, row)}</dd></div>'
        for name in names
        if row[name] is not None
    )


def _kind(name: str, value: Any) -> str:
    """Return what a style sheet and the order of rows have to know of a cell."""
    if isinstance(value, Real):
        return f' class="rm-data-number" data-value="{value}"'
    return ' class="rm-data-long"' if name in _LONG else ""
