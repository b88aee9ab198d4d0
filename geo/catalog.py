"""The shipped data, read once and checked as a whole.

`load_catalog` either returns records that all pass, or raises one DataError
that lists every fault in every file. Nothing is read when the module is imported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from geo import rows
from geo.columns import TABLES
from geo.errors import DataError
from geo.korean import in_korean, with_korean_names
from geo.language import LANGUAGES
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
from geo.translations import read_translations

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


def load_catalog(data_dir: Path = DATA_DIR, *, lang: str = "en") -> Catalog:
    """Return the records of a data folder.

    Parameters
    ----------
    data_dir
        Folder with the CSV tables and `presets/`.
    lang
        Language of names, notes and other texts; ids and labels are the same in all.

    Raises
    ------
    DataError
        With one line per fault, over all files.
    """
    return _load(data_dir)[lang]


def data_faults(data_dir: Path = DATA_DIR) -> list[str]:
    """Return a line for every fault in a data folder: file, row, id, column, what to do."""
    return [str(fault) for fault in _read(data_dir)[1]]


@lru_cache(maxsize=4)
def _load(data_dir: Path) -> Mapping[str, Catalog]:
    catalogs, faults = _read(data_dir)
    if faults:
        raise DataError("\n".join(map(str, faults)))
    return catalogs


def _read(data_dir: Path) -> tuple[Mapping[str, Catalog], list[Fault]]:
    """Return the catalog in each language, and all faults; translations last.

    A folder without translations says everything in English.
    """
    tables, faults = _read_tables(data_dir)
    presets, preset_faults = read_presets(data_dir / "presets")
    stories, story_faults = read_stories(data_dir / "stories")
    faults += [*preset_faults, *relation_faults(tables, presets), *story_faults]
    if faults:
        return {}, faults
    english = _english(tables, presets, stories)
    folder = data_dir / "korean"
    if not folder.is_dir():
        return dict.fromkeys(LANGUAGES, english), []
    translations, faults = read_translations(english, folder)
    if faults:
        return {}, faults
    korean = in_korean(english, translations)
    return {"en": with_korean_names(english, korean), "ko": korean}, []


def _read_tables(data_dir: Path) -> tuple[dict[str, Rows], list[Fault]]:
    tables: dict[str, Rows] = {}
    faults: list[Fault] = []
    for file, rules in TABLES.items():
        frame, shape_faults = read_table(data_dir / file)
        faults += shape_faults
        if len(frame.columns):
            faults += cell_faults(file, frame, rules)
        tables[file] = frame.to_dict(orient="index") if frame.columns.is_unique else {}
    return tables, faults


def _english(
    tables: Mapping[str, Rows], presets: Sequence[Preset], stories: Sequence[Story]
) -> Catalog:
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


def _rows(tables: Mapping[str, Rows], file: str) -> list[rows.Row]:
    return list(tables[file].values())
