"""A table as paper has it: that of the screen is a canvas, and prints its first rows alone."""

from __future__ import annotations

from html import escape
from numbers import Real
from typing import Any
from urllib.parse import urlsplit

from geo.words import Say
from ui.page.sourcewords import TITLES

_COUNTS = ("population", "range_km")  # and what begins so: numbers with separators


def printed_table(frame: Any, tell: Say) -> str:
    """Return a table of pandas in HTML, with all its rows: print.css shows it on paper alone."""
    heads = "".join(f"<th>{escape(tell(TITLES[name]))}</th>" for name in frame.columns)
    cells = frame.astype(object).where(frame.notna(), None)
    rows = "".join(
        f"<tr>{''.join(_cell(name, value) for name, value in zip(frame, row, strict=True))}</tr>"
        for row in cells.itertuples(index=False)
    )
    return f'<table class="rm-printed"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _cell(name: str, value: Any) -> str:
    if value is None:
        return "<td></td>"
    if isinstance(value, Real) and name.startswith(_COUNTS):
        return f"<td>{float(value):,.10g}</td>"
    if name.endswith("_url"):
        return f"<td>{escape(urlsplit(str(value)).hostname or str(value))}</td>"
    return f"<td>{escape(f'{value:g}' if isinstance(value, float) else str(value))}</td>"
