"""What stands in the cells of the tables of the Sources page: words, numbers, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from numbers import Real
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from geo.files import LIST_MARK
from geo.share import row_link
from geo.words import Say, message
from ui.page.sourcenames import Names, target_of

_NAMES: Final = ("year", "geonameid", "page")  # numbers without separators: they count nothing
_LINK_OF: Final = {"source_name": "source_url", "second_source_name": "second_source_url"}
NAMED_LINKS: Final = frozenset(_LINK_OF.values())
# What a row is about has a page of its own, to which this cell leads: (page, title).
_PAGES: Final = {
    ("claims.csv", "label"): ("claim", message("About this claim")),
    ("tests.csv", "date"): ("lab", message("Open the launch in the lab")),
}


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

    def row_address(self, table: str, row_id: str) -> str:
        """Return the link to a row of any table, as HTML."""
        return escape(row_link(table, row_id, self.kept))


def cell_html(sheet: Sheet, name: str, row_id: str, row: Mapping[str, Any]) -> str:
    """Return what a cell of a row says; who is cited is the link to what was printed."""
    value = row[name]
    if value is None:
        return ""
    if isinstance(value, Real):
        return f"{value:.10g}" if name in _NAMES else f"{float(value):,.10g}"
    return _linked(sheet, name, row_id, row) or escape(str(value))


def _linked(sheet: Sheet, name: str, row_id: str, row: Mapping[str, Any]) -> str:
    """Return words that lead on: to a page of their own, another row, what was printed."""
    words = str(row[name])
    if name == "table":
        return escape(sheet.names.of("", words))
    if own := _PAGES.get((sheet.file, name)):
        page, title = own
        address = _own_page(sheet, page, row_id, row)
        return _link(address, words, f' title="{escape(sheet.tell(title))}"')
    if target := target_of(sheet.file, name, row):
        return ", ".join(_named(sheet, target, each) for each in words.split(LIST_MARK))
    if name.endswith("_url"):
        return _outside(words, urlsplit(words).hostname or words)
    link = row.get(_LINK_OF.get(name, ""))
    return _outside(str(link), words) if link else ""


def _own_page(sheet: Sheet, page: str, row_id: str, row: Mapping[str, Any]) -> str:
    """Return the address of the page about a claim, or of the lab with a report of a flight."""
    keys = {"id": row_id} if page == "claim" else {"test": row["flight"], "report": row_id}
    return f"{page}?{urlencode([*sheet.kept, *keys.items()])}"


def _named(sheet: Sheet, file: str, row_id: str) -> str:
    """Return the name of a row as a link to it; its id can be found there, and under the name."""
    name = sheet.names.of(file, row_id)
    if not sheet.names.has(file, row_id):
        return escape(name)
    address = row_link(file.removesuffix(".csv"), row_id, sheet.kept)
    return _link(address, name, f' title="{escape(row_id)}"')


def _outside(address: str, words: str) -> str:
    return _link(address, words, ' class="rm-data-source" target="_blank" rel="noopener"')


def _link(address: str, words: str, more: str) -> str:
    return f'<a href="{escape(address)}"{more}>{escape(words)}</a>'
