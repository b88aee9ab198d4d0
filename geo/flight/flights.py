"""Single flights: what a lofted one tells of its burnout, and where a speed and an angle lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.flight.kepler import MU, RADIUS_KM, Floats, Motion, coast, lofted_motion, motion_of
from geo.flight.limits import (
    ALTITUDE_KM,
    APOGEE_KM,
    DISTANCE_KM,
    ELEVATION_DEG,
    SPEED_KM_S,
    check_above,
)

_S_PER_MIN: Final = 60.0


@dataclass(frozen=True, slots=True)
class Burnout:
    """Where a flight begins to coast: what a lofted flight tells of it."""

    speed_km_s: float
    elevation_deg: float  # above the horizon
    flight_time_min: float  # of the coasting arc alone, by Kepler: the real boost takes longer


@dataclass(frozen=True, slots=True)
class Flight:
    """A coasting arc from burnout to the ground: length over ground, height, time."""

    range_km: float
    apogee_km: float
    flight_time_min: float


def burnout(apogee_km: float, ground_range_km: float, burnout_altitude_km: float = 0.0) -> Burnout:
    """Return speed and elevation at burnout, and Kepler's time, of a lofted flight.

    Parameters
    ----------
    apogee_km
        Height of the apogee above ground, 1 to 50,000 km, and above burnout.
    ground_range_km
        Distance over ground, 0 (straight up) to 20,015 km (half the circumference).
    burnout_altitude_km
        Height at which the missile begins to coast, 0 to 2,000 km.

    Raises
    ------
    FlightError
        If a value is none of these.
    """
    ALTITUDE_KM.check(burnout_altitude_km)
    DISTANCE_KM.check(ground_range_km)
    check_above(APOGEE_KM.check(apogee_km), burnout_altitude_km)
    motion = lofted_motion(apogee_km, ground_range_km, burnout_altitude_km)
    elevation_deg = float(np.degrees(np.arctan2(motion.up_km_s, motion.along_km_s)))
    minutes = float(coast(motion).time_s) / _S_PER_MIN
    return Burnout(float(motion.speed_km_s), elevation_deg, minutes)


def flight(
    speed_km_s: float, elevation_deg: float, burnout_altitude_km: float = 0.0
) -> Flight | None:
    """Return the flight at a speed and an elevation (0 to 90 degrees); None if it is an orbit.

    The range is counted on beyond half the circumference.

    Raises
    ------
    FlightError
        If a value is not possible.
    """
    arc = coast(_checked_motion(speed_km_s, elevation_deg, burnout_altitude_km))
    if not np.isfinite(arc.angle_rad):
        return None
    minutes = float(arc.time_s) / _S_PER_MIN
    return Flight(float(arc.angle_rad) * RADIUS_KM, float(arc.apogee_km), minutes)


def arc_points(
    speed_km_s: float, elevation_deg: float, burnout_altitude_km: float = 0.0, count: int = 101
) -> Floats:
    """Return points of a flight for drawing, from burnout to impact.

    Returns
    -------
    points
        Shape (count, 3): angle at the Earth's centre from burnout, degrees; altitude, km; time
        since burnout, minutes. They lie closer where the missile is slow or low. None of them
        (0, 3) if the flight is an orbit.

    Raises
    ------
    FlightError
        If a value is not possible.
    """
    motion = _checked_motion(speed_km_s, elevation_deg, burnout_altitude_km)
    arc = coast(motion)
    if not np.isfinite(arc.angle_rad):
        return np.empty((0, 3))
    first, last = arc.anomalies_rad
    anomaly = np.linspace(-float(first), float(last), count)
    p = float(motion.radius_km * motion.along_km_s) ** 2 / MU
    e, axis = float(arc.eccentricity), float(arc.half_axis_km)
    narrow = np.sqrt(p / axis) / (1.0 + e)  # square root of (1 - e) / (1 + e)
    angle = 2.0 * np.arctan2(narrow * np.sin(anomaly / 2.0), np.cos(anomaly / 2.0))
    since = np.sqrt(axis**3 / MU) * (anomaly + e * np.sin(anomaly))
    altitude_km = axis * (1.0 + e * np.cos(anomaly)) - RADIUS_KM
    columns = (np.degrees(angle - angle[0]), altitude_km, (since - since[0]) / _S_PER_MIN)
    return np.stack(columns, axis=-1)


def _checked_motion(speed_km_s: float, elevation_deg: float, altitude_km: float) -> Motion:
    SPEED_KM_S.check(speed_km_s)
    ELEVATION_DEG.check(elevation_deg)
    ALTITUDE_KM.check(altitude_km)
    return motion_of(speed_km_s, elevation_deg, altitude_km)
