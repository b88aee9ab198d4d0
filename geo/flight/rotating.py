"""Farthest ranges over a turning Earth, by latitude of the launch and direction.

The launch point moves east, and gives that to the missile; while the missile flies, the ground
moves east beneath it (Bate, Mueller and White, ch. 6). Speed, elevation and azimuth at burnout are
those over the ground, as seen from the launch point, and the range in a direction is the farthest
that any elevation gives with that azimuth at burnout. The impact then lies a few degrees to the
right of it or the left. Distances are over ground, from the launch point.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from geo.facts import EARTH_ROTATION_RAD_S
from geo.flight.farthest import limit_speeds_km_s
from geo.flight.kepler import RADIUS_KM, Floats, Motion, coast, motion_of
from geo.flight.limits import ALTITUDE_KM, AZIMUTH_DEG, LATITUDE_DEG, SPEED_KM_S

# Elevations that are tried, closer together where they are low: there a fast missile's best one is.
_STEPS: Final = 121
_MOST_DEG: Final = 60.0
_STANDSTILL_KM_S: Final = 1e-12  # in space; what has no direction there falls down where it is


@dataclass(frozen=True, slots=True)
class Reached:
    """The farthest ranges in directions, and at which bearings the missiles come down; arrays.

    Where there is no limit the range is `inf` and the bearing NaN.
    """

    range_km: Floats
    bearing_deg: Floats


@dataclass(frozen=True, slots=True)
class Impact:
    """Where missiles come down, from the launch point; arrays.

    `along_rad` is the angle in the azimuth of burnout; from a half turn on the missile has passed
    the far side, and every place in this direction is in reach. There `distance_km` counts on as
    it did, so that it has no step; it is `inf` for an orbit, and negative behind the launch point.
    """

    distance_km: Floats
    bearing_deg: Floats
    along_rad: Floats


def impacts(motion: Motion, latitude_deg: ArrayLike, azimuth_deg: ArrayLike) -> Impact:
    """Return where missiles come down that leave over a turning Earth; arrays that broadcast."""
    latitude, azimuth = np.radians(latitude_deg), np.radians(azimuth_deg)
    north = motion.along_km_s * np.cos(azimuth)
    east = motion.along_km_s * np.sin(azimuth) + _eastward_km_s(latitude)
    level = np.maximum(np.hypot(north, east), _STANDSTILL_KM_S)
    arc = coast(Motion(motion.radius_km, motion.up_km_s, level))
    with np.errstate(invalid="ignore"):
        up, north, east = _landing(arc.angle_rad, north / level, east / level, latitude, arc.time_s)
    forward = north * np.cos(azimuth) + east * np.sin(azimuth)
    aside = np.abs(east * np.cos(azimuth) - north * np.sin(azimuth))
    angle = np.arctan2(np.hypot(north, east), up)
    is_far = arc.angle_rad > np.pi / 2
    passed = np.where(is_far, 2.0 * (np.pi - np.arcsin(np.minimum(aside, 1.0))) - angle, -angle)
    distance_km = RADIUS_KM * np.where(forward >= 0, angle, passed)
    along = np.arctan2(forward, up) + np.where((forward < 0) & is_far, 2.0 * np.pi, 0.0)
    is_back = np.isfinite(arc.angle_rad)
    return Impact(
        np.where(is_back, distance_km, np.inf),
        np.degrees(np.arctan2(east, north)) % 360.0,
        np.where(is_back, along, np.inf),
    )


def _landing(
    angle: Floats, north: Floats, east: Floats, latitude: Floats, time_s: Floats
) -> tuple[Floats, Floats, Floats]:
    """Return the impact as a unit vector along up, north and east of the launch point.

    `north` and `east` are the direction of the arc in space, and `angle` its length.
    """
    sine, cosine = np.sin(latitude), np.cos(latitude)
    polar = cosine * np.sin(angle) * north + sine * np.cos(angle)
    outward = cosine * np.cos(angle) - sine * np.sin(angle) * north
    sideward = np.sin(angle) * east
    turned = EARTH_ROTATION_RAD_S * time_s
    out = outward * np.cos(turned) + sideward * np.sin(turned)
    side = sideward * np.cos(turned) - outward * np.sin(turned)
    return out * cosine + polar * sine, polar * cosine - out * sine, side


def _eastward_km_s(latitude: Floats) -> Floats:
    """Return how fast the ground moves."""
    return EARTH_ROTATION_RAD_S * RADIUS_KM * np.cos(latitude)


def farthest(
    speeds_km_s: ArrayLike, altitudes_km: ArrayLike, latitude_deg: float, azimuths_deg: ArrayLike
) -> Impact:
    """Return the farthest impacts of these speeds in these directions; arrays that broadcast."""
    steps = np.linspace(0.0, 1.0, _STEPS)
    speed, altitude, azimuth = (
        np.asarray(each, dtype=np.float64)[..., None]
        for each in (speeds_km_s, altitudes_km, azimuths_deg)
    )

    def at(step: Floats) -> Impact:
        motion = motion_of(speed, _MOST_DEG * step**2, altitude)
        return impacts(motion, latitude_deg, azimuth)

    tried = at(steps).distance_km
    best = np.clip(np.argmax(tried, axis=-1), 1, _STEPS - 2)[..., None]
    before, middle, behind = (
        np.take_along_axis(tried, best + each, axis=-1) for each in (-1, 0, 1)
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        vertex = 0.5 * (before - behind) / (before - 2.0 * middle + behind)
    shift = np.clip(np.nan_to_num(vertex), -1.0, 1.0)
    found = at((best + shift) / (_STEPS - 1))
    return Impact(found.distance_km[..., 0], found.bearing_deg[..., 0], found.along_rad[..., 0])


def unlimited_from_km_s(
    altitudes_km: ArrayLike, latitude_deg: float, azimuths_deg: ArrayLike
) -> Floats:
    """Return the speeds over ground that reach everything: with the ground's, an orbit if level."""
    azimuth, ground = np.radians(azimuths_deg), _eastward_km_s(np.radians(latitude_deg))
    orbit = limit_speeds_km_s(np.asarray(altitudes_km, dtype=np.float64))
    speeds: Floats = np.sqrt(orbit**2 - (ground * np.cos(azimuth)) ** 2) - ground * np.sin(azimuth)
    return speeds


def in_space_km_s(speeds_km_s: Floats, latitude_deg: float, azimuth_deg: float) -> Floats:
    """Return the speeds that level missiles have in space."""
    azimuth, ground = np.radians(azimuth_deg), _eastward_km_s(np.radians(latitude_deg))
    speeds: Floats = np.hypot(speeds_km_s * np.sin(azimuth) + ground, speeds_km_s * np.cos(azimuth))
    return speeds


def max_ranges_by_azimuth(
    speed_km_s: float,
    latitude_deg: float,
    azimuths_deg: ArrayLike,
    burnout_altitude_km: float = 0.0,
) -> Reached:
    """Return the farthest ranges over a turning Earth in many directions, with their bearings.

    Parameters
    ----------
    speed_km_s, burnout_altitude_km
        Speed over ground at burnout, 0 to 20 km/s, and its height, 0 to 2,000 km.
    latitude_deg
        Latitude of the launch.
    azimuths_deg
        Directions at burnout as seen from the launch point, shape (n,).

    Returns
    -------
    reached
        Ranges, shape (n,), `inf` where there is no limit, and the bearings of the impacts from the
        launch point, some degrees off the azimuths: where to draw them on a map.

    Raises
    ------
    FlightError
        If a value is not possible.
    """
    SPEED_KM_S.check(speed_km_s)
    LATITUDE_DEG.check(latitude_deg)
    ALTITUDE_KM.check(burnout_altitude_km)
    azimuths = np.asarray(azimuths_deg, dtype=np.float64)
    for azimuth_deg in (azimuths.min(initial=0.0), azimuths.max(initial=0.0)):
        AZIMUTH_DEG.check(float(azimuth_deg))
    found = farthest(speed_km_s, burnout_altitude_km, latitude_deg, azimuths)
    unlimited = unlimited_from_km_s(burnout_altitude_km, latitude_deg, azimuths)
    is_limited = (speed_km_s < unlimited) & (found.along_rad < np.pi)
    return Reached(
        np.where(is_limited, found.distance_km, np.inf),
        np.where(is_limited, found.bearing_deg, np.nan),
    )


def max_range_rotating_km(
    speed_km_s: float, latitude_deg: float, azimuth_deg: float, burnout_altitude_km: float = 0.0
) -> float:
    """Return the farthest range over a turning Earth in one direction; `math.inf` is no limit.

    Raises
    ------
    FlightError
        If a value is not possible.
    """
    reached = max_ranges_by_azimuth(speed_km_s, latitude_deg, azimuth_deg, burnout_altitude_km)
    return float(reached.range_km)
