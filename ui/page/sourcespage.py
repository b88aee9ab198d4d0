"""What the Sources page shows: tables, their files, the row that a link names, conflicts."""

from __future__ import annotations

from html import escape
from typing import Final

import streamlit as st

from geo.files import DATA_DIR
from geo.link import Pairs
from geo.records import Catalog
from geo.share import named_row
from geo.words import Say
from ui.page.sourcecells import Sheet
from ui.page.sourcehtml import row_html, table_html
from ui.page.sourcenames import names_in
from ui.page.sourcetables import COLUMNS, SOURCE_TABLES, SourceTable, told_table
from ui.scripts import from_page

_CLAIMS: Final = next(table for table in SOURCE_TABLES if table.file == "claims.csv")
_CONFLICT: Final = (
    *("label", "range_km_low", "range_km_high", "context", "source_name", "source_url"),
    *("second_source_name", "second_source_url"),
)


class Sources:
    """The tables as a page in one language shows them."""

    def __init__(self, catalog: Catalog, tell: Say) -> None:
        """Look at the address: which row it names, and what its links keep."""
        self._catalog, self.tell = catalog, tell
        titles = {each.file.removesuffix(".csv"): tell(each.title) for each in SOURCE_TABLES}
        self._names = names_in(catalog, titles)
        self._chosen = ("", "")
        self._sheets: dict[str, Sheet] = {}  # of one run of the page; claims are shown twice
        asked = st.query_params
        self._kept: Pairs = [(key, asked[key]) for key in ("units", "lang") if key in asked]

    def show_named_row(self, value: str | None) -> None:
        """Show the row that a link names before all else, or say that there is none."""
        if value is None:
            return
        name, row_id = named_row(value)
        table = next((each for each in SOURCE_TABLES if each.file == f"{name}.csv"), None)
        sheet = self._sheet(table) if table else None
        if table is None or sheet is None or row_id not in sheet.frame.index:
            said = self.tell(
                "There is no row {value}. Accepted: the name of a table and an id in it, such as "
                "{example}.",
                value=repr(value[:80]),
                example="row=claims/hwasong-14-pacom",
            )
            st.warning(escape(said).replace("[", "\\["))
            return
        self._chosen = (table.file, row_id)
        with st.container(key="named_row"):
            st.header(f"{self.tell(table.title)}: {self._names.of(table.file, row_id)}")
            st.html(row_html(sheet, row_id))

    def show_contents(self) -> None:
        """Lead to each table, past the many links of those before it, and offer all as one file."""
        links = "".join(
            f'<li><a href="#{_anchor(table)}">{escape(self.tell(table.title))}</a></li>'
            for table in SOURCE_TABLES
        )
        st.html(
            f'<nav class="rm-data-contents" aria-label="{escape(self.tell("Tables"))}">'
            f"<ul>{links}</ul></nav>"
        )
        words = self.tell("All tables with their description (Data Package, ZIP)")
        st.html(_file_link("data.zip", words))

    def show(self, table: SourceTable) -> None:
        """Show a table, and offer its file."""
        words = self.tell("This table as CSV")
        st.html(_file_link(f"data/{table.file}", words, _anchor(table)))
        chosen = self._chosen[1] if table.file == self._chosen[0] else ""
        st.html(table_html(self._sheet(table), self.tell(table.title), COLUMNS, chosen))

    def show_conflicts(self) -> None:
        """Show the claims of which a second source says something else, with both."""
        sheet = self._sheet(_CLAIMS)
        record = {claim.id: claim.record for claim in self._catalog.claims}
        differ = [row for row in sheet.frame.index if record[row].second_says == "differs"]
        st.write(self.tell("Claims of which a second source says something else; both stand here."))
        frame = sheet.frame.loc[differ, list(_CONFLICT)]
        shown = Sheet(sheet.file, frame, sheet.names, sheet.tell, sheet.kept)
        st.html(table_html(shown, self.tell("Sources that disagree"), _CONFLICT))

    def _sheet(self, table: SourceTable) -> Sheet:
        if table.file not in self._sheets:
            frame = told_table(table, DATA_DIR / table.file, self._catalog, self.tell)
            sheet = Sheet(table.file, frame, self._names, self.tell, self._kept)
            self._sheets[table.file] = sheet
        return self._sheets[table.file]


def _anchor(table: SourceTable) -> str:
    return f"table-{table.file.removesuffix('.csv')}"


def _file_link(name: str, words: str, anchor: str = "") -> str:
    """Return a link that saves an export: it works in a browser without scripts of ours too."""
    link = f'<a href="{from_page(f"/export/{name}")}" download>{escape(words)}</a>'
    place = f' id="{anchor}"' if anchor else ""
    return f'<p class="rm-data-file"{place}>{link}</p>'
