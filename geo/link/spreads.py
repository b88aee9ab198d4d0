"""The ranges that fit a report of a lofted flight, as a ring has them: edges, and shares.

`geo.flight` makes a spread of ranges of a report. A ring knows it at few shares, in tenths of a
kilometre, and so does the browser (ui/web/scene/spread.js): map, table and pictures read all else
off these alike. A range that is not drawn, because it has no limit or nearly none, is drawn at the
cap of all ranges, and words say "no limit".
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from geo.facts import (
    MAX_RANGE_KM,
    MIN_RANGE_KM,
    NO_LIMIT_KM,
    SPREAD_EDGES,
    SPREAD_PERCENTS,
    SPREAD_STEPS,
)
from geo.flight import Report, spread_of

Edges = tuple[float | None, float | None, float | None]


@dataclass(frozen=True, slots=True)
class FittingRanges:
    """The ranges that fit a report: `km` at the first of SPREAD_PERCENTS, those with a limit.

    `limited_percent` is how many percent of the assumptions have one: a range of NO_LIMIT_KM.
    """

    km: tuple[float, ...]
    limited_percent: float

    @property
    def steps(self) -> tuple[list[float], list[float]]:
        """Ranges, growing, and how many percent of the assumptions do not pass each."""
        kms, percents = list(self.km), [float(each) for each in SPREAD_PERCENTS[: len(self.km)]]
        if len(kms) == len(SPREAD_PERCENTS):
            return kms, percents
        return [*kms, NO_LIMIT_KM], [*percents, self.limited_percent]

    def at(self, percents: float) -> float:
        """Return the range that so many percent do not pass, NO_LIMIT_KM where it has no limit."""
        kms, known = self.steps
        return float(np.interp(percents, known, kms))

    def share_reaching(self, distance_km: float, to_km: Callable[[float], float] = float) -> float:
        """Return the share of the assumptions, 0 to 1, under which a distance is in reach.

        `to_km` says how far a range goes in that direction, where that differs.
        """
        ranges_km, known = self.steps
        kms = [to_km(km) for km in ranges_km]
        if distance_km <= kms[0]:
            return 1.0
        return (
            0.0
            if distance_km > kms[-1]
            else 1.0 - float(np.interp(distance_km, kms, known)) / 100.0
        )

    @property
    def shade_km(self) -> list[float]:
        """The ranges at which a shade of SPREAD_STEPS disks grows lighter, the widest first.

        Of so many disks a place lies in as many as its share says, rounded.
        """
        middles = (np.arange(SPREAD_STEPS) + 0.5) / SPREAD_STEPS
        return [self.at(100.0 * (1.0 - middle)) for middle in middles.tolist()]


@lru_cache(maxsize=512)
def fitting_ranges(report: Report) -> FittingRanges:
    """Return the ranges that fit a report."""
    spread = spread_of(report)
    kms = (spread.edges_km[percent] for percent in SPREAD_PERCENTS)
    limited = tuple(min(NO_LIMIT_KM, round(km, 1)) for km in kms if math.isfinite(km))
    return FittingRanges(limited, round(100.0 * (1.0 - spread.unlimited_share), 2))


def fitting_edges(report: Report) -> Edges:
    """Return the 5, 50 and 95 % of a spread as low, best and high range of a ring.

    Edges that fall together, as those without a limit do, are one: a band without a best range, or
    one range alone.
    """
    ranges = fitting_ranges(report)
    low, best, high = (
        min(MAX_RANGE_KM, max(MIN_RANGE_KM, round(ranges.at(percent), 1)))
        for percent in SPREAD_EDGES
    )
    if low == high:
        return None, best, None
    return low, best if low < best < high else None, high
