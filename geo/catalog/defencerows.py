"""Records of missile defence from rows whose cells geo.catalog.columns has checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from geo.catalog.rows import Row, list_of, number_of, source_of
from geo.records import RADAR_MODES, DefenceEvent, RadarClaim, RadarMode, RadarStatement

_YES: Final = "yes"


def radar_claim(row: Row) -> RadarClaim:
    """Return what somebody claims of radars."""
    mode = cast("RadarMode", row["mode"])  # columns.py has seen to it
    return RadarClaim(
        id=row["id"],
        radars=list_of(row["radars"]),
        mode=mode,
        mode_words=RADAR_MODES[mode],
        range_km_low=number_of(row["range_km_low"]),
        range_km_high=number_of(row["range_km_high"]),
        statement=cast("RadarStatement", row["statement"]),
        said_by=row["said_by"],
        claimed_by=row["claimed_by"],
        claim_date=row["claim_date"],
        detail=row["detail"],
        is_drawn=row["drawn"] == _YES,
        azimuth_deg=number_of(row["azimuth_deg"]),
        width_deg=number_of(row["width_deg"]),
        source=source_of(row),
    )


def defence_events(rows: Iterable[Row]) -> tuple[DefenceEvent, ...]:
    """Return the events of rows, by date."""
    events = (
        DefenceEvent(
            id=row["id"],
            date=row["date"],
            actor=row["actor"],
            event=row["event"],
            places=list_of(row["places"]),
            source=source_of(row),
        )
        for row in rows
    )
    return tuple(sorted(events, key=lambda event: event.date))
