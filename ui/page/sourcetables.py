"""The shipped tables as the Sources page shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from geo.catalog import UNIQUE
from geo.facts import PLACE_LAYERS, SITES_LANG
from geo.files import LIST_MARK
from geo.records import Catalog
from geo.words import LANGUAGES, Say, message
from ui.page.sourcenames import citations
from ui.page.sourcewords import CODES, TITLES, title_of


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table in data/, and what to say above it.

    `records` are those of a Catalog that it holds, which say its words in other languages; blank
    where none does.
    """

    file: str
    records: str
    title: str
    about: str


SOURCE_TABLES: Final = (
    SourceTable(
        "claims.csv",
        "claims",
        message("Range claims"),
        message("Who said how far, when, and where it was printed."),
    ),
    SourceTable(
        "missiles.csv",
        "missiles",
        message("Missiles"),
        message("Published ranges per type, and its first flight."),
    ),
    SourceTable(
        "launch_sites.csv",
        "launch_sites",
        message("Launch sites"),
        message("Where launches were reported; no site is known better than its precision."),
    ),
    SourceTable(
        "tests.csv",
        "flight_reports",
        message("Test flights"),
        message(
            "What was reported of notable flights, to 2026-08-20: one row a report, the first "
            "of a flight first. Why no range follows from a report stands beside it."
        ),
    ),
    SourceTable(
        "launches_by_year.csv",
        "launches",
        message("Launches per year"),
        message(
            "Launches by class and outcome as one list counts them, to 2026-04-18: the last "
            "year is no whole one, and of 2025 and 2026 hardly an outcome is known."
        ),
    ),
    SourceTable(
        "launch_site_aliases.csv",
        "",
        message("Other spellings"),
        message("What launch sites are called elsewhere."),
    ),
    *(
        SourceTable(layer.table, "places", layer.name, layer.about)
        for layer in sorted(PLACE_LAYERS, key=lambda layer: layer.is_peopled)  # the longest last
        if layer.about
    ),
    SourceTable(
        "radar_claims.csv",
        "radar_claims",
        message("Radar ranges"),
        message(
            "Who said how far a radar sees, in which mode and of which radar; a range has no "
            "meaning without the size of the target, which hardly anybody names."
        ),
    ),
    SourceTable(
        "thaad_timeline.csv",
        "defence_events",
        message("The row over THAAD"),
        message("What was decided, moved and said, from 2009 to March 2026."),
    ),
    SourceTable(
        "revisions.csv",
        "revisions",
        message("What changed"),
        message("Every change of these tables, the latest first."),
    ),
)
LOG: Final = SOURCE_TABLES[-1]


_KINDS: Final = ("role", "system")  # what else a table may call the kind of a place
_WORDED: Final = (
    *("name", "short_name", "label", "claimed_by", "context", "country", "kind", "status"),
    *("missile_class", "notes", "source_name", "said_by", "capacity", "second_source_name"),
    *("reported_by", "reason", "host", "mode", "radar_mode", "detail", "actor", "event", *_KINDS),
)
_SPACED: Final = ("kind",)
# What records say better than files do in English, too.
_NAMED: Final = ("capacity", "mode", "radar_mode")
_PART_OF: Final = {"capacity": "record", "radar_mode": "equipment"}  # whose words they are
# What columns are called where their names mean another thing than in other tables.
_OTHERWISE: Final = {
    "revisions.csv": {"date": "changed_on"},
    "thaad_timeline.csv": {"date": "happened_on"},
    "radar_claims.csv": {"said_by": "label"},
}
# What has a column of its own, in this order; all else stands in one column of details.
COLUMNS: Final = (
    *("changed_on", "happened_on", "actor", "event", "date", "name", "label", "radars", "mode"),
    *("alias", "launch_site_id", "missile_id"),
    *("range_km_low", "range_km_best", "range_km_high", "statement", "claim_date"),
    *("reported_by", "apogee_km", "range_flown_km", "year", "launches"),
    *("table", "row_id", "column", "old_value", "new_value", "reason"),
    *("system", "kind", "role", "country", "population", "missile_class", "first_flight"),
    *("outcome", "source_name", "source_url"),
)


def source_table(file: Path) -> pd.DataFrame:
    """Return a table for reading: what it is about first, its source next, empty columns left out.

    Its index is what links call its rows: id or spelling, else the number of the line. The catalog
    has checked the file before. Only web addresses are kept as links.
    """
    frame = pd.read_csv(file, dtype=str, keep_default_na=False).replace("", None)
    frame = frame.rename(columns=_OTHERWISE.get(file.name, {}))
    keys = [column for files, column in UNIQUE if file.name in files]
    frame.index = frame[keys[0]] if keys else (frame.index + 1).astype(str)
    frame = frame[[name for name in frame if name in TITLES]]  # an editor's own are not ours
    frame = frame.dropna(axis="columns", how="all")
    for column in frame.columns.difference(["id", "notes", "old_value", "new_value"]):
        numbers = pd.to_numeric(frame[column], errors="coerce")
        if numbers.notna().equals(frame[column].notna()):  # a column of numbers sorts as such
            frame[column] = numbers
    for column in [name for name in frame if name.endswith("source_url")]:
        frame[column] = frame[column].where(frame[column].str.match("https?://", na=False))
    first = [name for name in COLUMNS if name in frame]
    last = [name for name in frame.columns if name not in {*first, "id"}]
    return frame[[*first, *last, *(name for name in frame if name == "id")]]


def told_table(table: SourceTable, file: Path, catalog: Catalog, tell: Say) -> pd.DataFrame:
    """Return a table in the words of a page: its language, codes in words; the log latest first."""
    frame = source_table(file)
    worded = _WORDED if catalog.lang != LANGUAGES[0] else _NAMED
    frame = in_their_language(frame, getattr(catalog, table.records, ()), catalog.lang, worded)
    classes = {each.missile_class: each.missile_class_words for each in catalog.missiles}
    frame = in_words(frame, tell, classes)
    return _log_in_words(frame, tell)[::-1] if table == LOG else frame


def _log_in_words(frame: pd.DataFrame, tell: Say) -> pd.DataFrame:
    """Return the log with columns called as in their tables, and tables as on the page.

    What came or went without a row is a column, or a table.
    """
    told = frame.copy()
    told["column"] = [_title_of_any(name, tell) for name in frame["column"]]
    for column in ("old_value", "new_value"):
        told[column] = [
            _title_of_any(value, tell) if pd.isna(row) else value
            for row, value in zip(frame["row_id"], frame[column], strict=True)
        ]
    return told


def _title_of_any(name: str, tell: Say) -> str:
    """Return the title of a column or of a table; what is neither as it stands."""
    if name in TITLES:
        return title_of(name, tell)
    file = f"{name}.csv"
    return next((tell(table.title) for table in SOURCE_TABLES if table.file == file), name)


def in_words(frame: pd.DataFrame, tell: Say, classes: Mapping[str, str]) -> pd.DataFrame:
    """Return a table with what files write for programs in words: "a floor", "mobile area".

    `classes` are the words for classes of missiles.
    """
    told = frame.copy()
    for column in [name for name in frame if name in CODES]:
        words = CODES[column]
        told[column] = [
            None if pd.isna(cell) else tell(words[cell]) if cell in words else cell
            for cell in frame[column]
        ]
    for column in [name for name in frame if name in _SPACED]:
        told[column] = frame[column].str.replace("_", " ")
    if "missile_classes" in frame:
        told["missile_classes"] = [
            cell
            if pd.isna(cell)
            else ", ".join(classes.get(each, each) for each in cell.split(LIST_MARK))
            for cell in frame["missile_classes"]
        ]
    return told


def in_their_language(
    frame: pd.DataFrame, records: Iterable[Any], lang: str, worded: Collection[str] = _WORDED
) -> pd.DataFrame:
    """Return a table with names, notes and sources as its records say them.

    Records without ids are rows in their order; without records, only who is cited is said.
    """
    records = list(records)
    by_id = {getattr(each, "id", str(line)): each for line, each in enumerate(records, 1)}
    told = frame.copy()
    if not records:
        told["source_name"] = frame["source_name"].replace(dict(citations(lang)))
        return told
    for column in [name for name in frame if name in worded]:
        told[column] = [
            cell if pd.isna(cell) else _said(by_id[row], column, cell)
            for row, cell in zip(frame.index, frame[column], strict=True)
        ]
    if lang == SITES_LANG:
        told = told.drop(columns="name_ko", errors="ignore")  # the name says it
    return told


def _said(record: Any, column: str, cell: str) -> str:
    if column in _KINDS:  # a battery has both; its kind is the system
        return str(record.kind_words) if record.kind == cell else cell
    if column == "source_name":
        return str(record.source.name)
    if column in ("label", "said_by"):
        return str(record.said_by)
    if column in _PART_OF:
        return str(getattr(getattr(record, _PART_OF[column]), f"{column}_words"))
    if column == "second_source_name":
        return str(record.record.second.name)
    return str(getattr(record, f"{column}_words", None) or getattr(record, column))
