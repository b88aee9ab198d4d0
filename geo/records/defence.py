"""Missile defence as frozen records: what a battery or radar has, what is claimed, what happened.

A radar's range has no meaning without what it looks at, and an interceptor's circle is not a
defended area: each figure is a claim, with its author and its source. No boresight is published of
any AN/TPY-2; where a row has an azimuth, somebody assumes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from geo.records.source import Source

RadarMode = Literal["terminal", "forward_based", "maximum", "midcourse", "early_warning", "other"]
RadarStatement = Literal["value", "span", "floor", "ceiling", "none"]

# What a radar is set to look for, in words; their Korean stands in data/rows/ko/words.csv.
RADAR_MODES: Final[dict[RadarMode, str]] = {
    "terminal": "terminal",
    "forward_based": "forward-based",
    "maximum": "maximum",
    "midcourse": "midcourse",
    "early_warning": "early warning",
    "other": "mode not stated",
}


@dataclass(frozen=True, slots=True)
class Equipment:
    """What stands at a place of missile defence, as published; None where nothing is.

    `azimuth_deg` is where the project assumes that a radar looks, by a bearing of its own;
    `width_deg` is the width of its sector, all around where neither is known. `beside` are the
    ids of places that belong to it: a battery has a radar.
    """

    interceptor_range_km: float | None
    radar_range_km_low: float | None
    radar_range_km_high: float | None
    radar_mode: str
    radar_mode_words: str
    azimuth_deg: float | None
    width_deg: float | None
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RadarClaim:
    """Who said how far a radar sees: low alone is "at least", high alone "up to".

    `radars` are the ids of those that it was said of, or to which its mode applies. `is_drawn` says
    whether the map draws it by itself; others stand in tables. `said_by` is what a map bears,
    `claimed_by` the whole name. A claim may say a direction, too: `azimuth_deg` and `width_deg`.
    `statement` is `none` where no range was named.
    """

    id: str
    radars: tuple[str, ...]
    mode: str
    mode_words: str
    range_km_low: float | None
    range_km_high: float | None
    statement: RadarStatement
    said_by: str
    claimed_by: str
    claim_date: str
    detail: str
    is_drawn: bool
    azimuth_deg: float | None
    width_deg: float | None
    source: Source

    @property
    def ends_km(self) -> tuple[float, ...]:
        """The ranges that it names, each once, the shortest first."""
        ends = (self.range_km_low, self.range_km_high)
        return tuple(sorted({end for end in ends if end is not None}))


@dataclass(frozen=True, slots=True)
class DefenceEvent:
    """One event of the row over THAAD, on its day.

    `places` are the ids of the batteries and radars of which it is told on the map of a day.
    """

    id: str
    date: str
    actor: str
    event: str
    places: tuple[str, ...]
    source: Source
