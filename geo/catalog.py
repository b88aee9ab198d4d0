"""The shipped data, read once and checked as a whole.

`load_catalog` either returns records that all pass, or raises one DataError
that lists every fault in every file. Nothing is read when the module is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from geo.columns import TABLES
from geo.errors import DataError
from geo.presets import read_presets
from geo.records import (
    Catalog,
    Claim,
    Defense,
    LaunchSite,
    Layer,
    Missile,
    Place,
    Preset,
    Source,
)
from geo.relations import relation_faults
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

Row = Mapping[str, str]
# Interceptors of every kind share the switch of the THAAD batteries.
_DEFENSE_LAYERS: Final[dict[str, Layer]] = {
    "thaad": "thaad",
    "interceptor": "thaad",
    "radar": "radar",
}


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
    tables, presets, faults = _read(data_dir)
    if faults:
        raise DataError("\n".join(map(str, faults)))
    return Catalog(
        launch_sites=tuple(map(_launch_site, _rows(tables, "launch_sites.csv"))),
        aliases={
            row["alias"]: row["launch_site_id"] for row in _rows(tables, "launch_site_aliases.csv")
        },
        missiles=tuple(map(_missile, _rows(tables, "missiles.csv"))),
        claims=tuple(map(_claim, _rows(tables, "claims.csv"))),
        places=(
            *map(_city, _rows(tables, "cities.csv")),
            *map(_base, _rows(tables, "bases.csv")),
            *map(_battery, _rows(tables, "missile_defense.csv")),
        ),
        defenses={row["id"]: _defense(row) for row in _rows(tables, "missile_defense.csv")},
        presets=tuple(sorted(presets, key=lambda preset: (preset.order, preset.id))),
    )


def data_faults(data_dir: Path = DATA_DIR) -> list[str]:
    """Return a line for every fault in a data folder: file, row, id, column, what to do."""
    return [str(fault) for fault in _read(data_dir)[2]]


def _read(data_dir: Path) -> tuple[dict[str, Rows], list[Preset], list[Fault]]:
    tables: dict[str, Rows] = {}
    faults: list[Fault] = []
    for file, rules in TABLES.items():
        frame, shape_faults = read_table(data_dir / file)
        faults += shape_faults
        if len(frame.columns):
            faults += cell_faults(file, frame, rules)
        tables[file] = frame.to_dict(orient="index") if frame.columns.is_unique else {}
    presets, preset_faults = read_presets(data_dir / "presets")
    return tables, presets, faults + preset_faults + list(relation_faults(tables, presets))


def _rows(tables: Mapping[str, Rows], file: str) -> list[Row]:
    return list(tables[file].values())


def _source(row: Row) -> Source:
    return Source(row["source_name"], row["source_url"] or None)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _launch_site(row: Row) -> LaunchSite:
    return LaunchSite(
        id=row["id"],
        name=row["name"],
        name_ko=row["name_ko"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        precision_km=float(row["precision_km"]),
        kind=row["kind"],
        first_used=row["first_used"] or None,
        last_used=row["last_used"] or None,
        tests_count=int(row["tests_count"]),
        notes=row["notes"],
        source=_source(row),
        fact_url=row["fact_source_url"] or None,
    )


def _missile(row: Row) -> Missile:
    return Missile(
        id=row["id"],
        name=row["name"],
        other_names=tuple(filter(None, map(str.strip, row["other_names"].split(";")))),
        missile_class=row["missile_class"],
        range_km_low=_number(row["range_km_low"]),
        range_km_best=_number(row["range_km_best"]),
        range_km_high=_number(row["range_km_high"]),
        first_flight=row["first_flight"] or None,
        status=row["status"],
        notes=row["notes"],
        source=_source(row),
    )


def _claim(row: Row) -> Claim:
    return Claim(
        id=row["id"],
        missile_id=row["missile_id"],
        range_km_low=_number(row["range_km_low"]),
        range_km_high=_number(row["range_km_high"]),
        label=row["label"],
        claimed_by=row["claimed_by"],
        claim_date=row["claim_date"],
        context=row["context"],
        source=_source(row),
    )


def _city(row: Row) -> Place:
    return _place(row, "cities", row["role"] or "city", population=int(row["population"]))


def _base(row: Row) -> Place:
    return _place(row, "bases", row["kind"])


def _battery(row: Row) -> Place:
    return _place(row, _DEFENSE_LAYERS[row["role"]], row["system"])


def _place(row: Row, layer: Layer, kind: str, population: int | None = None) -> Place:
    return Place(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        layer=layer,
        kind=kind,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        precision_km=float(row["precision_km"]),
        population=population,
        status=row.get("status", ""),
        deployed_from=row.get("deployed_from") or None,
        deployed_to=row.get("deployed_to") or None,
        notes=row.get("notes", ""),
        source=_source(row),
    )


def _defense(row: Row) -> Defense:
    return Defense(
        id=row["id"],
        interceptor_range_km=_number(row["interceptor_range_km"]),
        radar_range_km_low=_number(row["radar_range_km_low"]),
        radar_range_km_high=_number(row["radar_range_km_high"]),
        radar_mode=row["radar_mode"],
        assumed_azimuth_deg=_number(row["assumed_azimuth_deg"]),
        radar_sector_deg=_number(row["radar_sector_deg"]),
    )
