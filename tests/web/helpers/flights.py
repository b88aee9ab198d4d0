"""What geo.flight says of some flights, for unit tests of the browser's half: asked by a test.

Reads `{"lofted": [[apogee, distance, altitude], ...], "arcs": [[speed, elevation, altitude], ...],
"turning": [[speed, latitude, azimuth], ...], "bearings": [[range, latitude], ...]}` and writes the
answers by the same names, no limit as null.
"""

from __future__ import annotations

import json
import math
import sys

import numpy as np

from geo.flight import (
    best_elevation_deg,
    burnout,
    flight,
    max_range_km,
    max_ranges_by_azimuth,
    ranges_by_bearing,
)

Numbers = list[float]


def lofted(case: Numbers) -> list[float | None]:
    """Return speed, elevation and minutes of a flight, and its farthest range and best angle."""
    start = burnout(*case)
    speed, altitude = start.speed_km_s, case[2]
    found = (max_range_km(speed, altitude), best_elevation_deg(speed, altitude))
    return [speed, start.elevation_deg, start.flight_time_min, *map(limited, found)]


def arc(case: Numbers) -> list[float | None]:
    """Return range, apogee and minutes of an arc."""
    flown = flight(*case)
    if flown is None:  # it never comes down
        return [None, None, None]
    return [limited(each) for each in (flown.range_km, flown.apogee_km, flown.flight_time_min)]


def turning(case: Numbers) -> list[float | None]:
    """Return the farthest range over a turning Earth, and the bearing of its end."""
    speed, latitude, azimuth = case
    reached = max_ranges_by_azimuth(speed, latitude, [azimuth])
    return [limited(float(each[0])) for each in (reached.range_km, reached.bearing_deg)]


def bearings(case: Numbers) -> list[float | None]:
    """Return how far the speed of a range reaches at every third degree."""
    return [float(each) for each in ranges_by_bearing(*case)(np.arange(0.0, 360.0, 3.0))]


def limited(value: float) -> float | None:
    """Return a number as JSON has it."""
    return value if math.isfinite(value) else None


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    ways = {"lofted": lofted, "arcs": arc, "turning": turning, "bearings": bearings}
    json.dump(
        {name: [ways[name](case) for case in cases] for name, cases in asked.items()}, sys.stdout
    )
