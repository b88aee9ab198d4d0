"""Farthest ranges over a turning Earth for many draws at once, from a small table."""

from __future__ import annotations

from typing import Final

import numpy as np

from geo.flight.farthest import max_ranges_km
from geo.flight.kepler import Floats
from geo.flight.rotating import farthest, in_space_km_s, unlimited_from_km_s

_SPEEDS: Final = 33
_ALTITUDES: Final = 5
_BELOW_ONE: Final = 1.0 - 1e-7


def max_ranges_rotating_km(
    speeds_km_s: Floats, altitudes_km: Floats, latitude_deg: float, azimuth_deg: float
) -> Floats:
    """Return the farthest ranges of draws in one direction, shape (n,); `inf` is no limit.

    What turning changes is smooth, so it is worked out at a few speeds and altitudes and read off
    between them, to 0.1 % or 200 m: as the difference from a still Earth. Speeds are counted by the
    root of what they lack of one that reaches everything, as ranges just below that grow.
    """
    turning = (latitude_deg, azimuth_deg)
    shares = speeds_km_s / unlimited_from_km_s(altitudes_km, *turning)
    if shares.min() >= _BELOW_ONE:
        return np.full_like(speeds_km_s, np.inf)
    lacks = np.sqrt(1.0 - np.minimum(shares, _BELOW_ONE))
    rows = np.linspace(lacks.min(), lacks.max(), _SPEEDS)
    columns = np.linspace(altitudes_km.min(), altitudes_km.max(), _ALTITUDES)
    row_shares = 1.0 - rows[:, None] ** 2
    speeds = row_shares * unlimited_from_km_s(columns, *turning)
    still = max_ranges_km(_compared(speeds, row_shares, turning), columns)
    found = farthest(speeds, columns, *turning)
    place = _places(lacks, rows), _places(altitudes_km, columns)
    ranges = max_ranges_km(_compared(speeds_km_s, shares, turning), altitudes_km)
    ranges -= _between(still - found.distance_km, *place)
    is_limited = (shares < _BELOW_ONE) & (_between(found.along_rad, *place) < np.pi)
    return np.where(is_limited, ranges, np.inf)


def _compared(speeds_km_s: Floats, shares: Floats, turning: tuple[float, float]) -> Floats:
    """Return the speeds on a still Earth that differ little: over ground if slow, in space if fast.

    So what is left is smooth at both ends: where the range vanishes, and where its limit does.
    """
    return speeds_km_s + shares * (in_space_km_s(speeds_km_s, *turning) - speeds_km_s)


def _places(values: Floats, nodes: Floats) -> Floats:
    """Return where values stand among even nodes, counted in nodes."""
    step = nodes[1] - nodes[0]
    places = (values - nodes[0]) / step if step > 0 else np.zeros_like(values)
    return np.clip(places, 0.0, len(nodes) - 1.000001)


def _between(table: Floats, rows: Floats, columns: Floats) -> Floats:
    """Return what stands between the four nodes around each place."""
    row, column = rows.astype(int), columns.astype(int)
    down, right = rows - row, columns - column
    upper = table[row, column] * (1.0 - right) + table[row, column + 1] * right
    lower = table[row + 1, column] * (1.0 - right) + table[row + 1, column + 1] * right
    between: Floats = upper * (1.0 - down) + lower * down
    return between
