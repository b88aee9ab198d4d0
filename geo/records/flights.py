"""Flights of missiles, each with all that was reported of it, and how many launches a year saw.

A flight has one report or several: sources disagree, and each of them stays a report of its own.
The first one is the one to show first. Altitudes and distances are kilometres, times minutes, days
those in Korea. A value that a report does not give is None, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from geo.records.kinds import Source
from geo.words import message

Trajectory = Literal["lofted", "standard", "glide", "cruise", "orbital", "unknown"]
MissileIs = Literal["named", "linked", "disputed", ""]

# The last day that launches were counted to: its year is no whole one.
LAUNCHES_END: Final = "2026-04-18"

TRAJECTORIES: Final[Mapping[str, str]] = {
    "lofted": message("lofted"),
    "standard": message("standard"),
    "glide": message("low or manoeuvring"),
    "cruise": message("cruise missile"),
    "orbital": message("space launch"),
    "unknown": message("not known"),
}
OUTCOMES: Final[Mapping[str, str]] = {
    "success": message("success"),
    "claimed": message("success by North Korea's account"),
    "partial": message("partial success"),
    "failure": message("failure"),
    "disputed": message("disputed"),
    "unknown": message("not known"),
}
# Whether somebody named the type, others linked the flight to it, or reports name different ones.
MISSILE_IS: Final[Mapping[str, str]] = {
    "named": message("named"),
    "linked": message("linked to"),
    "disputed": message("disputed"),
}
# Why no range can be computed from a report.
NO_RANGE: Final[Mapping[str, str]] = {
    "incomplete": message("altitude or distance not reported"),
    "floor": message("the altitude is a floor"),
    "failure": message("the flight failed"),
    "manoeuvre": message("it manoeuvred on its way"),
    "low": message("it stayed low, in the air"),
    "cruise": message("a cruise missile"),
    "orbital": message("a space launcher"),
    "sub_scale": message("a test of parts, not of the whole missile"),
    "held_back": message("upper stages were held back on purpose"),
    "disputed": message("it contradicts all other reports"),
}


@dataclass(frozen=True, slots=True)
class FlightReport:
    """What somebody reported of a flight.

    `apogee_text`, `range_text` and `flight_time_text` are the numbers as they were printed, for
    their last digit says how they are rounded; `flight_time_unit` is that of the latter, `min` or
    `s`. `no_range_because` says why no range can be computed from the report, and is empty where
    one can.
    """

    id: str
    missile_id: str
    apogee_km: float | None
    apogee_text: str
    apogee_is_floor: bool
    range_flown_km: float | None
    range_text: str
    flight_time_min: float | None
    flight_time_text: str
    flight_time_unit: str
    outcome: str
    outcome_words: str
    no_range_because: str
    reported_by: str
    notes: str
    source: Source

    @property
    def is_for_range(self) -> bool:
        """Whether a range may be computed from it."""
        return not self.no_range_because


@dataclass(frozen=True, slots=True)
class Flight:
    """A flight: `missile_id` is empty where nobody named a type, `site_id` where it is unknown.

    Type and outcome are those of the report to show first. `azimuth_deg` is the direction in which
    it began, clockwise from north.
    """

    id: str
    date: str
    missile_id: str
    missile_is: MissileIs
    site_id: str
    azimuth_deg: float | None
    trajectory: Trajectory
    trajectory_words: str
    outcome: str
    outcome_words: str
    reports: tuple[FlightReport, ...]


@dataclass(frozen=True, slots=True)
class LaunchCount:
    """How many launches of a class of missiles ended so in a year.

    `missile_class` is as the list of launches has it, not as missiles.csv does.
    """

    id: str
    year: int
    missile_class: str
    missile_class_words: str
    outcome: str
    outcome_words: str
    launches: int
    source: Source

    @property
    def is_partial(self) -> bool:
        """Whether launches of the year's end are not counted yet."""
        return self.year == int(LAUNCHES_END[:4])
