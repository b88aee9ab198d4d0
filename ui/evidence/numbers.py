"""The numbers of a chart as a table, each row with its links: for keys, for ears, for copying."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from geo.records import Source


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, where it leads, and whether it is a number."""

    text: str
    href: str = ""
    is_number: bool = False


def number_table(
    summary: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> str:
    """Return a folded table in HTML; the first cell of a row is its head."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f'<details class="rm-numbers-of"><summary>{escape(summary)}</summary>'
        f'<div class="rm-numbers-frame"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def source_cell(source: Source) -> Cell:
    """Return a source as a cell; only web addresses are links."""
    return Cell(source.name, web_address(source.url))


def web_address(url: str | None) -> str:
    """Return an address if it is one of the web, else nothing."""
    return url if url and url.startswith(("https://", "http://")) else ""


def anchor(text: str, href: str) -> str:
    """Return a link in HTML, the text alone where there is no address; others' open beside."""
    if not href:
        return escape(text)
    others = ' class="rm-cited" target="_blank" rel="noopener noreferrer"'
    beside = others if web_address(href) else ""
    return f'<a href="{escape(href, quote=True)}"{beside}>{escape(text)}</a>'


def _row(cells: Sequence[Cell]) -> str:
    head, *rest = cells
    first = f'<th scope="row">{anchor(head.text, head.href)}</th>'
    return first + "".join(
        f'<td class="rm-number-cell">{anchor(cell.text, cell.href)}</td>'
        if cell.is_number
        else f"<td>{anchor(cell.text, cell.href)}</td>"
        for cell in rest
    )
