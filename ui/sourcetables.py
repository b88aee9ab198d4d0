"""The shipped tables as the Sources page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import streamlit as st


@dataclass(frozen=True, slots=True)
class SourceTable:
    """One table in data/ and what to say above it."""

    file: str
    title: str
    about: str


SOURCE_TABLES: Final = (
    SourceTable("claims.csv", "Range claims", "Who said how far, when, and where it was printed."),
    SourceTable("missiles.csv", "Missiles", "Published ranges per type, and its first flight."),
    SourceTable(
        "launch_sites.csv",
        "Launch sites",
        "Where launches were reported; no site is known better than its precision.",
    ),
    SourceTable("bases.csv", "Bases", "US and allied bases in the Pacific."),
    SourceTable(
        "missile_defense.csv", "Missile defence", "THAAD batteries, interceptors and radars."
    ),
    SourceTable("cities.csv", "Cities", "Populations and positions by GeoNames (CC BY 4.0)."),
)


_SPOKEN: Final = {
    "label": "who says so",
    "missile_id": "missile",
    "claim_date": "date",
    "source_name": "source",
    "source_url": "link",
    "geonameid": "GeoNames id",
}
_FIRST: Final = (
    "name",
    "label",
    "missile_id",
    "range_km_low",
    "range_km_best",
    "range_km_high",
    "claim_date",
)


def source_table(file: Path) -> pd.DataFrame:
    """Return a table for reading: what it is about first, its source next, empty columns left out.

    The catalog has checked the file before. Only web addresses are kept as links.
    """
    frame = pd.read_csv(file, dtype=str, keep_default_na=False).replace("", None)
    frame = frame.dropna(axis="columns", how="all")
    for column in frame.columns.difference(["id", "notes"]):
        numbers = pd.to_numeric(frame[column], errors="coerce")
        if numbers.notna().equals(frame[column].notna()):  # a column of numbers sorts as such
            frame[column] = numbers
    frame["source_url"] = frame["source_url"].where(frame["source_url"].str.match("https?://"))
    first = [name for name in _FIRST if name in frame] + ["source_name", "source_url"]
    last = [name for name in frame.columns if name not in {*first, "id"}]
    return frame[[*first, *last, "id"]]


def column_title(name: str) -> str:
    """Return `range_km_low` as `range low, km`, and `label` as `who says so`."""
    words = _SPOKEN.get(name, name).split("_")
    units = [unit for unit in ("km", "deg") if unit in words]
    return ", ".join([" ".join(word for word in words if word not in units), *units])


def columns_of(frame: pd.DataFrame) -> dict[str, Any]:
    """Return how each column is shown: links as links, ranges and people with separators."""
    return {name: _column(name) for name in frame.columns}


def _column(name: str) -> Any:
    title = column_title(name)
    if name == "source_url":
        return st.column_config.LinkColumn(title, width="medium")
    if name == "source_name":
        return st.column_config.Column(title, width="medium")
    if name == "population" or name.startswith("range_km"):
        return st.column_config.NumberColumn(title, format="localized")
    return st.column_config.Column(title)
