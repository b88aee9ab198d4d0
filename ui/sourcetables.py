"""The shipped tables as the Sources page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd


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


def source_table(file: Path) -> pd.DataFrame:
    """Return a table as text, its empty columns left out.

    The catalog has checked the file before; only `http` links are kept as links.
    """
    frame = pd.read_csv(file, dtype=str, keep_default_na=False)
    if "source_url" in frame:
        frame["source_url"] = frame["source_url"].where(frame["source_url"].str.match("https?://"))
    return frame.loc[:, (frame != "").any()]
