"""What flights do, found by other ways than the app's: step by step, by halving, by trying all.

Nothing here takes from geo.flight; the constants are written out again.
"""

from __future__ import annotations

import csv
import itertools
import math
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from tests.support import ROOT

MU = 398_600.44  # km^3/s^2, WGS84
R = 6_371.0
OMEGA = 7.2921e-5  # rad/s
HALF_ROUND_KM = math.pi * R

Floats = NDArray[np.float64]
Change = Callable[[Floats], Floats]


def lofted_flights() -> list[dict[str, str]]:
    """Return flights as printed, with what a program of others made of them.

    Speed, elevation, ranges by burnout altitude and Kepler's time are that program's, rounded;
    `none` is no limit. Reported minutes are those of North Korea's or Japan's first statement.
    """
    with (ROOT / "tests/data/lofted_flights.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fallen(change: Change, state: Floats, step_s: float) -> Iterator[tuple[float, Floats]]:
    """Yield seconds and state of a flight, step by step; the last one is on the ground.

    A state is a place and a speed, `change` what becomes of both in a second; the steps are those
    of Runge and Kutta's fourth order.
    """
    half = len(state) // 2
    for count in itertools.count():
        yield count * step_s, state
        first = change(state)
        second = change(state + step_s / 2 * first)
        third = change(state + step_s / 2 * second)
        fourth = change(state + step_s * third)
        before, state = state, state + step_s / 6 * (first + 2 * second + 2 * third + fourth)
        last_km, now_km = (float(np.linalg.norm(each[:half])) - R for each in (before, state))
        if now_km < 0:
            part = last_km / (last_km - now_km)
            yield (count + part) * step_s, before + part * (state - before)
            return


def flown(
    speed_km_s: float, elevation_deg: float, altitude_km: float
) -> tuple[float, float, float]:
    """Return distance over ground, apogee and minutes of a flight, by Newton's law alone."""

    def change(at: Floats) -> Floats:
        return np.concatenate([at[2:], -MU * at[:2] / np.linalg.norm(at[:2]) ** 3])

    angle = math.radians(elevation_deg)
    speed = speed_km_s * math.sin(angle), speed_km_s * math.cos(angle)
    steps = list(fallen(change, np.array([R + altitude_km, 0.0, *speed]), 1.0))
    seconds, (x, y, *_) = steps[-1]
    apogee_km = max(math.hypot(*state[:2]) for _, state in steps) - R
    return R * (math.atan2(y, x) % (2 * math.pi)), apogee_km, seconds / 60


def drifted(
    speed_km_s: float, elevation_deg: float, azimuth_deg: float, latitude_deg: float
) -> float:
    """Return the distance of a flight over a turning Earth, km.

    By steps in the frame that turns with it: gravity, centrifugal and Coriolis accelerations.
    """
    latitude, azimuth, up = map(math.radians, (latitude_deg, azimuth_deg, elevation_deg))
    zenith = np.array([math.cos(latitude), 0.0, math.sin(latitude)])
    north = np.array([-math.sin(latitude), 0.0, math.cos(latitude)])
    level = math.cos(azimuth) * north + math.sin(azimuth) * np.array([0.0, 1.0, 0.0])
    speed = speed_km_s * (math.sin(up) * zenith + math.cos(up) * level)
    axis = np.array([0.0, 0.0, OMEGA])

    def change(at: Floats) -> Floats:
        place, speed = at[:3], at[3:]
        pull = -MU * place / np.linalg.norm(place) ** 3
        turning = -2 * np.cross(axis, speed) - np.cross(axis, np.cross(axis, place))
        return np.concatenate([speed, pull + turning])

    *_, (_, last) = fallen(change, np.concatenate([R * zenith, speed]), 4.0)
    return R * math.acos(float(last[:3] @ zenith) / float(np.linalg.norm(last[:3])))


def lofted_speeds_km_s(apogee_km: Floats, distance_km: float, altitude_km: Floats) -> Floats:
    """Return speeds at burnout, by halving in the eccentricity at which the angles fit."""
    top, start = R + apogee_km, R + altitude_km
    low, high = np.zeros_like(top + start), np.ones_like(top + start)
    for _ in range(200):
        e = (low + high) / 2
        p = top * (1 - e)
        swept = sum(
            np.arccos(np.clip((1 - p / radius) / e, -1, 1))
            for radius in (start, np.full_like(e, R))
        )
        is_wide = swept > distance_km / R  # the narrower, the nearer to 1
        low, high = np.where(is_wide, e, low), np.where(is_wide, high, e)
    return np.sqrt(MU * (2 / start - (1 + e) / top))


def tried_ranges_km(speeds_km_s: Floats, altitudes_km: Floats, tries: int = 1500) -> Floats:
    """Return farthest ranges, by trying elevations from 0 to 60 degrees; `inf` is no limit."""
    speed, start = speeds_km_s[..., None], (R + altitudes_km)[..., None]
    elevation = np.radians(np.linspace(60 / tries, 60, tries))
    energy = speed**2 / 2 - MU / start
    momentum = start * speed * np.cos(elevation)
    p = momentum**2 / MU
    with np.errstate(invalid="ignore"):
        e = np.sqrt(1 + 2 * energy * p / MU)
        swept = np.arccos(np.clip((1 - p / start) / e, -1, 1)) + np.arccos((1 - p / R) / e)
    swept = np.where((energy >= 0) | np.isnan(swept), np.inf, swept)  # an orbit, or never back
    ranges = R * swept.max(axis=-1)
    return np.where(ranges < HALF_ROUND_KM, ranges, np.inf)
