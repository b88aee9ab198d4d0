"""What a battery stands between: where the way to a target passes the circle around it.

A circle is not a defended area: that a way leads through it says nothing of what is stopped there.
The browser computes the same for its page (ui/web/radarpage/between.js); a test compares the two.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.earth import Floats, LatLon, destinations, distances_and_azimuths

_STEP_KM: Final = 50.0
_ROUNDS: Final = 8  # each looks into one step of the round before, twenty times as closely
_PARTS: Final = 40


@dataclass(frozen=True, slots=True)
class Crossing:
    """How a way passes a circle: kilometres along the way; no edges where it stays outside."""

    length_km: float
    enter_km: float | None
    leave_km: float | None
    nearest_km: float
    nearest_at_km: float


@dataclass(frozen=True, slots=True)
class _Way:
    """The geodesic to a target, as a battery sees it."""

    start: LatLon
    azimuth_deg: float
    length_km: float
    battery: LatLon

    def off_km(self, along_km: Floats) -> Floats:
        """Return how far points of the way are from the battery."""
        points = destinations(self.start.lat, self.start.lon, self.azimuth_deg, along_km)
        return distances_and_azimuths(self.battery, points[:, 0], points[:, 1])[0]


def crossing(start: LatLon, target: LatLon, battery: LatLon, circle_km: float) -> Crossing:
    """Return where the geodesic from start to target enters and leaves a battery's circle.

    A way that begins inside enters at 0, one that ends inside leaves at its end.

    Parameters
    ----------
    start, target
        Ends of the way.
    battery, circle_km
        Middle and radius of the circle.
    """
    lengths_km, azimuths_deg = distances_and_azimuths(start, [target.lat], [target.lon])
    way = _Way(start, float(azimuths_deg[0]), float(lengths_km[0]), battery)
    nearest_at_km = _nearest(way)
    nearest_km = float(way.off_km(np.array([nearest_at_km]))[0])
    if nearest_km > circle_km:
        return Crossing(way.length_km, None, None, nearest_km, nearest_at_km)
    first, last = way.off_km(np.array([0.0, way.length_km])).tolist()
    enter_km = 0.0 if first <= circle_km else _edge(way, circle_km, 0.0, nearest_at_km)
    leave_km = (
        way.length_km if last <= circle_km else _edge(way, circle_km, way.length_km, nearest_at_km)
    )
    return Crossing(way.length_km, enter_km, leave_km, nearest_km, nearest_at_km)


def _nearest(way: _Way) -> float:
    """Return how far along it a way is nearest to the battery."""
    low, high = 0.0, way.length_km
    parts = max(_PARTS, math.ceil(way.length_km / _STEP_KM))
    for _ in range(_ROUNDS):
        stops = np.linspace(low, high, parts + 1)
        least = int(np.argmin(way.off_km(stops)))
        low, high = float(stops[max(0, least - 1)]), float(stops[min(parts, least + 1)])
        parts = _PARTS
    return (low + high) / 2.0


def _edge(way: _Way, circle_km: float, outside_km: float, inside_km: float) -> float:
    """Return where between two points, one outside and one inside, the way meets the circle."""
    for _ in range(_ROUNDS):
        stops = np.linspace(outside_km, inside_km, _PARTS + 1)
        first = int(np.argmax(way.off_km(stops) <= circle_km))
        outside_km, inside_km = float(stops[first - 1]), float(stops[first])
    return (outside_km + inside_km) / 2.0
