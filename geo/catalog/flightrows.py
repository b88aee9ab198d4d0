"""Flights and counts of launches from rows whose cells geo.catalog.columns has checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from geo.catalog.rows import Row, number_of, source_of
from geo.records import (
    OUTCOMES,
    TRAJECTORIES,
    Flight,
    FlightReport,
    LaunchCount,
    MissileIs,
    Trajectory,
)


def flights(rows: Iterable[Row]) -> tuple[Flight, ...]:
    """Return the flights that rows report, by date; reports of one keep their order."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row["flight"], []).append(row)
    return tuple(sorted(map(_flight, grouped.values()), key=lambda flight: flight.date))


def _flight(rows: Sequence[Row]) -> Flight:
    first, trajectory = rows[0], cast("Trajectory", rows[0]["trajectory"])
    return Flight(
        id=first["flight"],
        date=first["date"],
        missile_id=first["missile_id"],
        missile_is=cast("MissileIs", first["missile_is"]),
        site_id=first["launch_site_id"],
        azimuth_deg=number_of(first["azimuth_deg"]),
        trajectory=trajectory,
        trajectory_words=TRAJECTORIES[trajectory],
        outcome=first["outcome"],
        outcome_words=OUTCOMES[first["outcome"]],
        reports=tuple(map(_report, rows)),
    )


def _report(row: Row) -> FlightReport:
    minutes, seconds = number_of(row["flight_time_min"]), number_of(row["flight_time_s"])
    timed = [unit for unit in ("min", "s") if row[f"flight_time_{unit}"]]
    return FlightReport(
        id=row["id"],
        missile_id=row["missile_id"],
        apogee_km=number_of(row["apogee_km"]),
        apogee_text=row["apogee_km"],
        apogee_is_floor=row["apogee_is"] == "floor",
        range_flown_km=number_of(row["range_flown_km"]),
        range_text=row["range_flown_km"],
        flight_time_min=minutes if seconds is None else seconds / 60,
        flight_time_text=row["flight_time_min"] or row["flight_time_s"],
        flight_time_unit="".join(timed),
        outcome=row["outcome"],
        outcome_words=OUTCOMES[row["outcome"]],
        no_range_because=row["no_range_because"],
        reported_by=row["reported_by"],
        notes=row["notes"],
        source=source_of(row),
    )


def launch_count(row: Row) -> LaunchCount:
    """Return how many launches a row counts."""
    return LaunchCount(
        id=row["id"],
        year=int(row["year"]),
        missile_class=row["missile_class"],
        missile_class_words=row["missile_class"],
        outcome=row["outcome"],
        outcome_words=OUTCOMES[row["outcome"]],
        launches=int(row["launches"]),
        source=source_of(row),
    )
