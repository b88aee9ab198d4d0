"""Trajectories at textbook level: from what is printed of a lofted flight to ranges."""

from geo.flight.bearings import ranges_by_bearing
from geo.flight.farthest import (
    best_elevation_deg,
    farthest_flight,
    least_speed_km_s,
    max_range_km,
    min_energy_apogee_km,
)
from geo.flight.flights import Burnout, Flight, arc_points, burnout, flight
from geo.flight.limits import (
    ALTITUDE_KM,
    APOGEE_KM,
    AZIMUTH_DEG,
    CREDIT_KM_S,
    DISTANCE_KM,
    ERROR_KM,
    LATITUDE_DEG,
    MINUTES,
    Limits,
)
from geo.flight.report import (
    FITTING_MIN,
    Report,
    Span,
    TimeCheck,
    check_minutes,
    half_of_last_digit,
)
from geo.flight.rotating import Reached, max_range_rotating_km, max_ranges_by_azimuth
from geo.flight.spread import DRAWS, SEED, Spread, spread_of

__all__ = [
    "ALTITUDE_KM",
    "APOGEE_KM",
    "AZIMUTH_DEG",
    "CREDIT_KM_S",
    "DISTANCE_KM",
    "DRAWS",
    "ERROR_KM",
    "FITTING_MIN",
    "LATITUDE_DEG",
    "MINUTES",
    "SEED",
    "Burnout",
    "Flight",
    "Limits",
    "Reached",
    "Report",
    "Span",
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
    "max_range_rotating_km",
    "max_ranges_by_azimuth",
    "min_energy_apogee_km",
    "ranges_by_bearing",
    "spread_of",
]
