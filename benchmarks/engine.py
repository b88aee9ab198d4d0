"""Rings and places in bulk, against the libraries one would reach for: `-m benchmarks.engine`.

Each candidate is run in turn, round after round, so that a slow second of the machine hurts all
of them alike; the medians are compared. The slow libraries are measured on fewer rings and
scaled, which their row says.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from geographiclib.geodesic import Geodesic
from geopy.distance import geodesic
from geopy.point import Point
from numpy.typing import NDArray
from pyproj import Geod

from benchmarks.stats import median
from geo.earth import LatLon, range_rings
from geo.flight import Report, spread_of
from geo.link import Ring
from geo.reach import reach_table

RINGS = 1_000
VERTICES = 361
ROUNDS = 7
PLACES = 10_000
TABLE_RINGS = 12
WGS84 = Geod(ellps="WGS84")
SOHAE = (39.66, 124.706)
TURNING = (39.5, 90.0)

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Candidate:
    """A way of computing `rings` rings in one call; its time is scaled to RINGS."""

    name: str
    rings: int
    compute: Callable[[Floats, Floats, Floats], object]


@dataclass(frozen=True)
class Timing:
    """The median time for RINGS rings, and whether it was scaled from fewer."""

    name: str
    seconds: float
    measured_rings: int


def sites(count: int) -> tuple[Floats, Floats, Floats]:
    """`count` sites around Korea with ranges of 300 to 15,000 km: the same in every run."""
    chance = np.random.default_rng(2017)
    lats, lons = chance.uniform(37, 43, count), chance.uniform(124, 131, count)
    return lats, lons, chance.uniform(300, 15_000, count)


def geopy_rings(lats: Floats, lons: Floats, ranges_km: Floats) -> None:
    for lat, lon, km in zip(lats, lons, ranges_km, strict=True):
        site, reach = Point(lat, lon), geodesic(kilometers=km)
        for azimuth in range(VERTICES):
            reach.destination(site, bearing=azimuth)


def geographiclib_rings(lats: Floats, lons: Floats, ranges_km: Floats) -> None:
    for lat, lon, km in zip(lats, lons, ranges_km, strict=True):
        for azimuth in range(VERTICES):
            Geodesic.WGS84.Direct(lat, lon, azimuth, km * 1000)


def pyproj_rings(lats: Floats, lons: Floats, ranges_km: Floats) -> object:
    """The bare call, with nothing done to its answer: longitudes jump at 180."""
    shape = (len(lats), VERTICES)
    azimuths = np.broadcast_to(np.arange(VERTICES, dtype=float), shape).ravel()
    all_lons, all_lats = np.repeat(lons, VERTICES), np.repeat(lats, VERTICES)
    return WGS84.fwd(all_lons, all_lats, azimuths, np.repeat(ranges_km * 1000, VERTICES))


CANDIDATES = (
    Candidate("geopy, one destination at a time", 20, geopy_rings),
    Candidate("geographiclib, one Direct at a time", 50, geographiclib_rings),
    Candidate("pyproj, one bare Geod.fwd call", RINGS, pyproj_rings),
    Candidate("Reachmap, geo.earth.rings.range_rings", RINGS, range_rings),
)


def timed(call: Callable[[], object]) -> float:
    """Seconds of one call, with no garbage collection inside."""
    gc.collect()
    gc.disable()
    try:
        begun = time.perf_counter()
        call()
        return time.perf_counter() - begun
    finally:
        gc.enable()


def ring_times() -> list[Timing]:
    """The median of each candidate, rounds interleaved after one round of warming up."""
    taken: dict[str, list[float]] = {candidate.name: [] for candidate in CANDIDATES}
    for number in range(ROUNDS + 1):
        for candidate in CANDIDATES:
            seconds = timed(partial(candidate.compute, *sites(candidate.rings)))
            if number:
                taken[candidate.name].append(seconds * RINGS / candidate.rings)
    return [Timing(c.name, median(taken[c.name]), c.rings) for c in CANDIDATES]


def place_table_seconds() -> float:
    """Median seconds for the reach of PLACES places in TABLE_RINGS rings, no site in common."""
    lats, lons = world_places(PLACES)
    rings = [
        Ring(f"{lat},{lon}", LatLon(lat, lon), None, km, None)
        for lat, lon, km in zip(*sites(TABLE_RINGS), strict=True)
    ]
    return median([timed(lambda: reach_table(rings, lats, lons)) for _ in range(ROUNDS)])


def spread_seconds(rotation: tuple[float, float] | None) -> float:
    """Median seconds for the spread of a lofted flight that nobody asked for before."""
    spread_of(Report(2_000.0, 800.0))  # the numbers drawn are kept
    reports = [Report(2_802.0 + number, 933.0, rotation=rotation) for number in range(3 * ROUNDS)]
    return median([timed(partial(spread_of, report)) for report in reports])


def world_places(count: int) -> tuple[Floats, Floats]:
    """Places spread evenly over the globe (a Fibonacci lattice)."""
    number = np.arange(count, dtype=np.float64) + 0.5
    lats: Floats = np.degrees(np.arcsin(1 - 2 * number / count))
    return lats, (number * 360 * 0.6180339887498949) % 360 - 180


if __name__ == "__main__":
    for timing in ring_times():
        print(f"{timing.name}: {timing.seconds:.3f} s (measured on {timing.measured_rings} rings)")
    print(f"{PLACES:,} places x {TABLE_RINGS} rings: {place_table_seconds() * 1000:.0f} ms")
    for rotation in (None, TURNING):
        print(f"spread of a flight, {rotation}: {spread_seconds(rotation) * 1000:.1f} ms")
