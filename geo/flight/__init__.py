"""Trajectories at textbook level: from what is printed of a lofted flight to ranges."""

from geo.flight.farthest import (
    best_elevation_deg,
    farthest_flight,
    least_speed_km_s,
    max_range_km,
    min_energy_apogee_km,
)
from geo.flight.kepler import Burnout, Flight, arc_points, burnout, flight
from geo.flight.report import (
    FITTING_MIN,
    Report,
    TimeCheck,
    check_minutes,
    half_of_last_digit,
)
from geo.flight.spread import DRAWS, SEED, Spread, spread_of

__all__ = [
    "DRAWS",
    "FITTING_MIN",
    "SEED",
    "Burnout",
    "Flight",
    "Report",
    "Spread",
    "TimeCheck",
    "arc_points",
    "best_elevation_deg",
    "burnout",
    "check_minutes",
    "farthest_flight",
    "flight",
    "half_of_last_digit",
    "least_speed_km_s",
    "max_range_km",
    "min_energy_apogee_km",
    "spread_of",
]
