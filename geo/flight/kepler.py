"""Kepler arcs over a sphere: from burnout up to the apogee, and down to the ground.

The Earth is a sphere of 6,371 km that does not turn (geo.flight.rotating turns it) and has no air;
the missile is a point without a boost phase: at burnout it has its speed at once. No vehicle,
guidance or payload. Method: Bate, Mueller and White, Fundamentals of Astrodynamics (1971), ch. 6.

Angles from the Earth's centre are counted from the apogee, where radius r = p / (1 - e cos alpha).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.facts import EARTH_MU_KM3_S2, SPHERE_RADIUS_KM
from geo.flight.limits import (
    ALTITUDE_KM,
    APOGEE_KM,
    DISTANCE_KM,
    ELEVATION_DEG,
    SPEED_KM_S,
    check_above,
)

Floats = NDArray[np.float64]
MU: Final = EARTH_MU_KM3_S2
RADIUS_KM: Final = SPHERE_RADIUS_KM
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


@dataclass(frozen=True, slots=True)
class Motion:
    """Arcs by their state at burnout: radius and speeds, up and along the ground; arrays."""

    radius_km: Floats
    up_km_s: Floats
    along_km_s: Floats

    @property
    def speed_km_s(self) -> Floats:
        """Speed at burnout."""
        return np.hypot(self.up_km_s, self.along_km_s)


@dataclass(frozen=True, slots=True)
class Coast:
    """What Motion leads to: ellipse, angles before and behind the apogee, time; arrays.

    `half_axis_km` is infinite where the missile never comes back, `angle_rad` where it comes to no
    ground; `anomalies_rad` are the eccentric ones, counted from the apogee.
    """

    half_axis_km: Floats
    eccentricity: Floats
    angles_rad: tuple[Floats, Floats]
    anomalies_rad: tuple[Floats, Floats]

    @property
    def angle_rad(self) -> Floats:
        """The angle at the Earth's centre from burnout to impact."""
        return self.angles_rad[0] + self.angles_rad[1]

    @property
    def time_s(self) -> Floats:
        """Seconds from burnout to impact, by Kepler's equation."""
        first, last = self.anomalies_rad
        swept = first + last + self.eccentricity * (np.sin(first) + np.sin(last))
        times: Floats = np.sqrt(self.half_axis_km**3 / MU) * swept
        return times

    @property
    def apogee_km(self) -> Floats:
        """Height of the apogee above the ground."""
        return self.half_axis_km * (1.0 + self.eccentricity) - RADIUS_KM


def lofted_motion(
    apogee_km: ArrayLike, ground_range_km: ArrayLike, altitude_km: ArrayLike
) -> Motion:
    """Return the motion at burnout of flights that are known by apogee and distance.

    Parameters
    ----------
    apogee_km, ground_range_km, altitude_km
        Heights of apogee and burnout above ground, distance over ground from burnout to impact;
        arrays that broadcast; the apogee is not below burnout, the distance at most half the
        circumference.

    Notes
    -----
    With 1/k = e/(1 - e) an arc has sin^2(alpha/2) = k (ra - r)/(2 r) where it has radius r, so its
    two angles obey sin(alpha_1/2) : sin(alpha_2/2) = a_1 : a_2 with a_i^2 = (ra - r_i)/(2 r_i).
    Their sum is the angle over ground: a triangle of which two sides and the angle between them
    are known, and k by the law of sines. A vertical flight has k = 0.
    """
    top = RADIUS_KM + np.asarray(apogee_km, dtype=np.float64)
    start = RADIUS_KM + np.asarray(altitude_km, dtype=np.float64)
    half_angle = np.asarray(ground_range_km, dtype=np.float64) / (2.0 * RADIUS_KM)
    before, behind = (top - start) / (2.0 * start), (top - RADIUS_KM) / (2.0 * RADIUS_KM)
    third_side = before + behind + 2.0 * np.sqrt(before * behind) * np.cos(half_angle)
    k = np.sin(half_angle) ** 2 / third_side
    along = np.sqrt(MU * top * k / (1.0 + k)) / start
    square = MU * (2.0 / start - 2.0 / top + k / ((1.0 + k) * top))
    return Motion(start, np.sqrt(np.maximum(square - along**2, 0.0)), along)


def coast(motion: Motion) -> Coast:
    """Return the arcs of a motion at burnout, from there to the ground.

    Each part is written so that it holds for a vertical flight and for a circular orbit as well.
    """
    start, up = motion.radius_km, motion.up_km_s
    p = (start * motion.along_km_s) ** 2 / MU
    energy = 2.0 / start - motion.speed_km_s**2 / MU  # 1 / half_axis_km
    with np.errstate(divide="ignore", invalid="ignore"):
        half_axis = np.where(energy > 0, 1.0 / energy, np.inf)
        first = np.arctan2(np.sqrt(p / MU) * up, 1.0 - p / start)
        drop = p * (1.0 / RADIUS_KM - 1.0 / start) * (2.0 - p / start - p / RADIUS_KM)
        sine_squared = p * up**2 / MU + drop  # of the second angle, times e^2
        last = np.arctan2(np.sqrt(sine_squared), 1.0 - p / RADIUS_KM)
        is_back = (energy > 0) & (sine_squared >= 0)
        last = np.where(is_back, last, np.inf)
        first_anomaly = np.arctan2(start * up / np.sqrt(MU * half_axis), start * energy - 1.0)
        e = np.hypot(1.0 - p / start, np.sqrt(p / MU) * up)
        last_anomaly = np.arccos(np.clip((RADIUS_KM * energy - 1.0) / e, -1.0, 1.0))
    return Coast(half_axis, e, (first, last), (first_anomaly, last_anomaly))


def motion_of(speed_km_s: ArrayLike, elevation_deg: ArrayLike, altitude_km: ArrayLike) -> Motion:
    """Return the motion at burnout of a speed and an elevation; arrays that broadcast."""
    elevation = np.radians(np.asarray(elevation_deg, dtype=np.float64))
    speed = np.asarray(speed_km_s, dtype=np.float64)
    start = RADIUS_KM + np.asarray(altitude_km, dtype=np.float64)
    return Motion(start, speed * np.sin(elevation), speed * np.cos(elevation))


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
