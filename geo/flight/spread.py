"""A range with its doubt: all ranges that fit a report, as shares of what is assumed.

Apogee, burnout altitude and speed credit are each taken evenly from within their limits; each such
draw gives a speed at burnout, and that a farthest range. A share is one of the assumptions, and no
chance that a missile flies so far.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from geo.flight.farthest import max_ranges_km
from geo.flight.kepler import Floats, lofted_motion
from geo.flight.limits import HALF_ROUND_KM
from geo.flight.report import Report
from geo.flight.rotatingtable import max_ranges_rotating_km

DRAWS: Final = 20_000
SEED: Final = 20170704
_KEPT: Final = 512
_EDGES: Final = 101


@dataclass(frozen=True, slots=True)
class Spread:
    """Ranges that fit a report, in order of size.

    `edges_km[i]` is the range that i of 100 of the assumptions do not pass; between two edges
    shares are even. `inf` is no limit: every place on Earth is in reach.
    """

    edges_km: tuple[float, ...]
    unlimited_share: float

    def at(self, share: float) -> float:
        """Return the range that this share (0 to 1) of the assumptions does not pass."""
        place = round(share * (_EDGES - 1), 9)  # 0.07 * 100 is a little more than 7
        before = min(int(place), _EDGES - 2)
        low, high = self.edges_km[before : before + 2]
        part = place - before
        if part == 0.0 or low == high:
            return low
        return low + part * (high - low)

    def share_reaching(self, distance_km: float) -> float:
        """Return the share of the assumptions whose range is at least this distance."""
        return float(self.shares_reaching(np.asarray(distance_km)))

    def shares_reaching(self, distances_km: Floats) -> Floats:
        """Return the same for many distances, in their shape."""
        limited = [edge for edge in self.edges_km if edge < np.inf]
        passed = [place / (_EDGES - 1) for place in range(len(limited))]
        if len(limited) < _EDGES:
            limited, passed = [*limited, HALF_ROUND_KM], [*passed, 1.0 - self.unlimited_share]
        shares = 1.0 - np.interp(distances_km, limited, passed)
        return np.where(distances_km <= limited[0], 1.0, shares)


@lru_cache(maxsize=_KEPT)
def spread_of(report: Report) -> Spread:
    """Return the spread of the ranges that fit a report: always the same for the same report."""
    ranges_km = np.sort(_ranges_km(report))
    places = np.rint(np.linspace(0, DRAWS - 1, _EDGES)).astype(int)
    edges_km = tuple(float(each) for each in ranges_km[places])
    return Spread(edges_km, float(np.mean(np.isinf(ranges_km))))


def _ranges_km(report: Report) -> Floats:
    spans = (report.apogees_km, report.altitudes_km, report.speed_credit_km_s)
    apogees, altitudes, gained = (
        low + each * (high - low) for each, (low, high) in zip(_draws(), spans, strict=True)
    )
    speeds = lofted_motion(apogees, report.ground_range_km, altitudes).speed_km_s + gained
    if report.rotation is None:
        return max_ranges_km(speeds, altitudes)
    return max_ranges_rotating_km(speeds, altitudes, *report.rotation)


@lru_cache(maxsize=1)
def _draws() -> Floats:
    """Return numbers from 0 to 1, shape (3, DRAWS): a Latin hypercube.

    Each of the three has one number in each of as many even steps, which keeps percentiles steady.
    """
    chance = np.random.default_rng(SEED)
    even = (np.arange(DRAWS) + chance.random((3, DRAWS))) / DRAWS
    return chance.permuted(even, axis=1)
