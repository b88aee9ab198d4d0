"""The shipped data, read once and checked as a whole.

`load_catalog` either returns records that all pass, or raises one DataError
that lists every fault in every file. Nothing is read when the module is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from geo import rows
from geo.columns import TABLES
from geo.errors import DataError
from geo.presets import read_presets
from geo.records import (
    Catalog,
    Claim,
    Defense,
    LaunchSite,
    Missile,
    Place,
    Preset,
    Source,
    Story,
)
from geo.relations import relation_faults
from geo.storyfolder import read_stories
from geo.tables import Fault, Rows, cell_faults, read_table

__all__ = [
    "DATA_DIR",
    "Catalog",
    "Claim",
    "Defense",
    "LaunchSite",
    "Missile",
    "Place",
    "Preset",
    "Source",
    "data_faults",
    "load_catalog",
]

DATA_DIR: Final = Path(__file__).resolve().parent.parent / "data"


@lru_cache(maxsize=4)
def load_catalog(data_dir: Path = DATA_DIR) -> Catalog:
    """Return the records of a data folder.

    Parameters
    ----------
    data_dir
        Folder with the CSV tables and `presets/`.

    Raises
    ------
    DataError
        With one line per fault, over all files.
    """
    tables, presets, stories, faults = _read(data_dir)
    if faults:
        raise DataError("\n".join(map(str, faults)))
    return Catalog(
        launch_sites=tuple(map(rows.launch_site, _rows(tables, "launch_sites.csv"))),
        aliases={
            row["alias"]: row["launch_site_id"] for row in _rows(tables, "launch_site_aliases.csv")
        },
        missiles=tuple(map(rows.missile, _rows(tables, "missiles.csv"))),
        claims=tuple(map(rows.claim, _rows(tables, "claims.csv"))),
        places=(
            *map(rows.city, _rows(tables, "cities.csv")),
            *map(rows.base, _rows(tables, "bases.csv")),
            *map(rows.battery, _rows(tables, "missile_defense.csv")),
        ),
        defenses={row["id"]: rows.defense(row) for row in _rows(tables, "missile_defense.csv")},
        presets=tuple(sorted(presets, key=lambda preset: (preset.order, preset.id))),
        stories=tuple(stories),
    )


def data_faults(data_dir: Path = DATA_DIR) -> list[str]:
    """Return a line for every fault in a data folder: file, row, id, column, what to do."""
    return [str(fault) for fault in _read(data_dir)[3]]


def _read(data_dir: Path) -> tuple[dict[str, Rows], list[Preset], list[Story], list[Fault]]:
    tables: dict[str, Rows] = {}
    faults: list[Fault] = []
    for file, rules in TABLES.items():
        frame, shape_faults = read_table(data_dir / file)
        faults += shape_faults
        if len(frame.columns):
            faults += cell_faults(file, frame, rules)
        tables[file] = frame.to_dict(orient="index") if frame.columns.is_unique else {}
    presets, preset_faults = read_presets(data_dir / "presets")
    stories, story_faults = read_stories(data_dir / "stories")
    faults += [*preset_faults, *relation_faults(tables, presets), *story_faults]
    return tables, presets, stories, faults


def _rows(tables: Mapping[str, Rows], file: str) -> list[rows.Row]:
    return list(tables[file].values())
