"""The shipped tables as the Sources page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import streamlit as st

from geo.facts import PLACE_LAYERS, SITES_LANG
from geo.records import Missile
from geo.words import Say, message
from ui.page.sourcewords import CODES, TITLES


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table in data/, the records of a Catalog that it holds, and what to say above it."""

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
    *(
        SourceTable(layer.table, "places", layer.name, layer.about)
        for layer in sorted(PLACE_LAYERS, key=lambda layer: layer.is_peopled)  # the longest last
        if layer.about
    ),
)

_WORDED: Final = (
    *("name", "short_name", "label", "claimed_by", "context", "country", "kind", "status"),
    *("missile_class", "notes", "source_name", "said_by", "capacity", "second_source_name"),
    "reported_by",
)
_LISTS: Final = ("missile_id", "missile_classes")
_SPACED: Final = ("kind", "radar_mode")
_HOST: Final = r"https?://(?:www\.)?([^/]+)"  # all that a column has room for
_FIRST: Final = (
    "name",
    "label",
    "missile_id",
    "range_km_low",
    "range_km_best",
    "range_km_high",
    "statement",
    "claim_date",
    *("date", "reported_by", "apogee_km", "range_flown_km", "year", "launches"),
)


def source_table(file: Path) -> pd.DataFrame:
    """Return a table for reading: what it is about first, its source next, empty columns left out.

    The catalog has checked the file before. Only web addresses are kept as links.
    """
    frame = pd.read_csv(file, dtype=str, keep_default_na=False).replace("", None)
    frame = frame[[name for name in frame if name in TITLES]]  # an editor's own are not ours
    frame = frame.dropna(axis="columns", how="all")
    for column in frame.columns.difference(["id", "notes"]):
        numbers = pd.to_numeric(frame[column], errors="coerce")
        if numbers.notna().equals(frame[column].notna()):  # a column of numbers sorts as such
            frame[column] = numbers
    for column in [name for name in frame if name.endswith("source_url")]:
        frame[column] = frame[column].where(frame[column].str.match("https?://", na=False))
    first = [name for name in _FIRST if name in frame] + ["source_name", "source_url"]
    last = [name for name in frame.columns if name not in {*first, "id"}]
    return frame[[*first, *last, "id"]]


def in_words(frame: pd.DataFrame, tell: Say) -> pd.DataFrame:
    """Return a table with the codes of claims and flights in words: "a floor", "differs"."""
    told = frame.copy()
    for column in [name for name in frame if name in CODES]:
        words = CODES[column]
        told[column] = [None if pd.isna(cell) else tell(words[cell]) for cell in frame[column]]
    return told


def with_names(frame: pd.DataFrame, missiles: Iterable[Missile]) -> pd.DataFrame:
    """Return a table with what files write for programs as people write it: "Hwasong-14"."""
    names, told = {missile.id: missile.name for missile in missiles}, frame.copy()
    for column in [name for name in frame if name in _LISTS]:
        told[column] = [
            cell if pd.isna(cell) else ", ".join(names.get(each, each) for each in cell.split("|"))
            for cell in frame[column]
        ]
    for column in [name for name in frame if name in _SPACED]:
        told[column] = frame[column].str.replace("_", " ")
    return told


def in_their_language(frame: pd.DataFrame, records: Iterable[Any], lang: str) -> pd.DataFrame:
    """Return a table with names, notes and sources as its records say them."""
    by_id = {record.id: record for record in records}
    told = frame.copy()
    for column in [name for name in frame if name in _WORDED]:
        told[column] = [
            cell if pd.isna(cell) else _said(by_id[row], column)
            for row, cell in zip(frame["id"], frame[column], strict=True)
        ]
    if lang == SITES_LANG:
        told = told.drop(columns="name_ko", errors="ignore")  # the name says it
    return told


def _said(record: Any, column: str) -> str:
    if column == "source_name":
        return str(record.source.name)
    if column in ("label", "said_by"):
        return str(record.said_by)
    if column == "capacity":
        return str(record.record.capacity_words)
    if column == "second_source_name":
        return str(record.record.second.name)
    return str(getattr(record, f"{column}_words", None) or getattr(record, column))


def columns_of(frame: pd.DataFrame, tell: Say) -> dict[str, Any]:
    """Return how each column is shown: links by their host, ranges and people with separators."""
    return {name: _column(name, tell(TITLES[name])) for name in frame.columns}


def _column(name: str, title: str) -> Any:
    if name in ("source_url", "second_source_url"):
        return st.column_config.LinkColumn(title, display_text=_HOST)
    if name in ("source_name", "second_source_name"):
        return st.column_config.Column(title, width="medium")
    if name == "population" or name.startswith("range_km"):
        return st.column_config.NumberColumn(title, format="localized")
    return st.column_config.Column(title)
