"""Record builders: rows whose cells geo.catalog.columns has checked become frozen records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from geo.facts import PlaceLayer
from geo.files import LIST_MARK, SPAN_MARK
from geo.records import (
    RADAR_MODES,
    Claim,
    ClaimRecord,
    Equipment,
    LaunchSite,
    Missile,
    Place,
    RadarMode,
    Revision,
    Source,
    Statement,
)

Row = Mapping[str, str]
_NAMES: Final = {"north_korea": "North Korea"}  # of capacities that are one


def source_of(row: Row) -> Source:
    """Return where a row comes from."""
    return Source(row["source_name"], row["source_url"] or None)


def number_of(cell: str) -> float | None:
    """Return the number in a cell, None if it is blank."""
    return float(cell) if cell else None


def list_of(cell: str) -> tuple[str, ...]:
    """Return the words in a cell that may hold several."""
    return tuple(filter(None, cell.split(LIST_MARK)))


def launch_site(row: Row) -> LaunchSite:
    """Return a launch site."""
    return LaunchSite(
        id=row["id"],
        name=row["name"],
        name_ko=row["name_ko"],
        short_name=row["short_name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        precision_km=float(row["precision_km"]),
        kind=row["kind"],
        kind_words=row["kind"].replace("_", " "),
        first_used=row["first_used"] or None,
        last_used=row["last_used"] or None,
        tests_count=int(row["tests_count"]) if row["tests_count"] else None,
        missile_ids=list_of(row["missile_id"]),
        missile_classes=list_of(row["missile_classes"]),
        notes=row["notes"],
        names=tuple(filter(None, (row["name"], row["name_ko"]))),
        source=source_of(row),
        fact_url=row["fact_source_url"] or None,
    )


def missile(row: Row) -> Missile:
    """Return a missile."""
    return Missile(
        id=row["id"],
        name=row["name"],
        other_names=tuple(filter(None, map(str.strip, row["other_names"].split(";")))),
        missile_class=row["missile_class"],
        missile_class_words=row["missile_class"],
        range_km_low=number_of(row["range_km_low"]),
        range_km_best=number_of(row["range_km_best"]),
        range_km_high=number_of(row["range_km_high"]),
        first_flight=row["first_flight"] or None,
        status=row["status"],
        notes=row["notes"],
        names=(row["name"],),
        source=source_of(row),
    )


def claim(row: Row) -> Claim:
    """Return a claim."""
    return Claim(
        id=row["id"],
        missile_id=row["missile_id"],
        range_km_low=number_of(row["range_km_low"]),
        range_km_high=number_of(row["range_km_high"]),
        label=row["label"],
        said_by=row["said_by"] or row["label"],
        claimed_by=row["claimed_by"],
        claim_date=row["claim_date"],
        context=row["context"],
        names=(row["label"], row["claimed_by"]),
        source=source_of(row),
        statement=cast("Statement", row["statement"]),  # columns.py has seen to it
        record=_claim_record(row),
    )


def _claim_record(row: Row) -> ClaimRecord:
    second = row["second_source_name"]
    return ClaimRecord(
        capacity=row["capacity"],
        capacity_words=_NAMES.get(row["capacity"], row["capacity"].replace("_", " ")),
        launch_date=row["launch_date"] or None,
        unit=row["unit"],
        stated=(number_of(row["stated_low"]), number_of(row["stated_high"])),
        page=row["page"],
        read_on=row["read_on"],
        second=Source(second, row["second_source_url"] or None) if second else None,
        second_says=row["second_source_says"],
    )


def revision(row: Row) -> Revision:
    """Return a row of the log."""
    return Revision(
        date=row["date"],
        table=row["table"],
        row_id=row["row_id"],
        column=row["column"],
        old_value=row["old_value"],
        new_value=row["new_value"],
        reason=row["reason"],
        source=source_of(row),
    )


def place(row: Row, layers: Sequence[PlaceLayer]) -> Place:
    """Return a place of a table; `layers` are those that share it."""
    role = row.get("role", "")
    layer = next(each for each in layers if not each.roles or role in each.roles)
    kind = row.get("kind") or row.get("system") or role or layer.kind
    status = row.get("status", "")
    return Place(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        layer=layer.id,
        kind=kind,
        kind_words=layer.kind_words.format(kind=kind),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        precision_km=float(row["precision_km"]),
        population=int(row["population"]) if row.get("population") else None,
        status=status,
        status_words=status,
        deployed_from=row.get("deployed_from") or None,
        deployed_to=row.get("deployed_to") or None,
        notes=row.get("notes", ""),
        us_soil=status != "mobile" and _is_us_soil(row["country"]),  # a ship may be anywhere
        names=(row["name"],),
        source=source_of(row),
        host=row.get("host", ""),
        equipment=_equipment(row) if "radar_mode" in row else None,
        away=_away(row.get("away", "")),
    )


def _away(cell: str) -> tuple[str, str] | None:
    left, _, returned = cell.partition(SPAN_MARK)
    return (left, returned) if cell else None


def _equipment(row: Row) -> Equipment:
    """Return what stands at a place of missile defence."""
    mode = row["radar_mode"]
    return Equipment(
        interceptor_range_km=number_of(row["interceptor_range_km"]),
        radar_range_km_low=number_of(row["radar_range_km_low"]),
        radar_range_km_high=number_of(row["radar_range_km_high"]),
        radar_mode=mode,
        radar_mode_words=RADAR_MODES[cast("RadarMode", mode)] if mode else "",
        azimuth_deg=number_of(row["assumed_azimuth_deg"]),
        width_deg=number_of(row["radar_sector_deg"]),
        beside=list_of(row["beside"]),
    )


def _is_us_soil(country: str) -> bool:
    """Return whether a country, as the tables write it, is the United States or theirs."""
    return country.startswith(("USA", "United States")) or (
        country in ("Guam", "Northern Mariana Islands") or country.endswith("(USA)")
    )
