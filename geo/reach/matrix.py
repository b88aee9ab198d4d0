"""The reach matrix: every place against every ring, from one geodesic solution.

The table, the CSV, the marker colours and the drawn rings all decide by the
same numbers: a place is in reach iff its WGS84 distance is at most the range.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo import facts
from geo.earth import Floats, LatLon, distances_and_azimuths, range_at
from geo.facts import Reach
from geo.link import Ring

STATES: Final = tuple(state.id for state in facts.STATES)
_THREADED_ABOVE: Final = 20_000  # solutions; below that a thread costs more than it saves


@dataclass(frozen=True, slots=True)
class ReachTable:
    """Places x rings. All arrays have shape (rings, places)."""

    distances_km: Floats
    azimuths_deg: Floats
    states: NDArray[np.int8]  # index into STATES
    beyond_km: Floats  # past the outer edge in the direction of the place, negative inside

    def state(self, ring: int, place: int) -> Reach:
        """Return `in`, `band` or `out` for one ring and one place."""
        return STATES[int(self.states[ring, place])]


def states_of(ring: Ring | None, lats: ArrayLike, lons: ArrayLike) -> list[Reach]:
    """Return where places stand against the ring that a view speaks of: `out` where none does."""
    if ring is None:
        return ["out"] * np.size(lats)
    return [STATES[int(state)] for state in reach_table([ring], lats, lons).states[0]]


def classify(distances_km: Floats, azimuths_deg: Floats, ring: Ring) -> NDArray[np.int8]:
    """Return for each place by its distance and direction the index into STATES; any shape."""
    beyond_sure = distances_km > range_at(ring.reach(ring.sure_km), azimuths_deg)
    beyond_limit = distances_km > range_at(ring.reach(ring.limit_km), azimuths_deg)
    states: NDArray[np.int8] = beyond_sure.astype(np.int8) + beyond_limit
    return states


def reach_table(rings: Sequence[Ring], lats: ArrayLike, lons: ArrayLike) -> ReachTable:
    """Return distance, azimuth and reach of every place for every ring.

    Each distinct site is solved once, however many rings share it.

    Parameters
    ----------
    rings
        The assumptions.
    lats, lons
        Places in degrees, shape (places,).
    """
    end_lats = np.asarray(lats, dtype=np.float64)
    end_lons = np.asarray(lons, dtype=np.float64)
    sites = list(dict.fromkeys(ring.point for ring in rings))
    solutions = dict(zip(sites, _solve(sites, end_lats, end_lons), strict=True))
    shape = (len(rings), end_lats.size)
    distances_km, azimuths_deg, beyond_km = (np.empty(shape) for _ in range(3))
    states = np.empty(shape, dtype=np.int8)
    for row, ring in enumerate(rings):
        distances_km[row], azimuths_deg[row] = solutions[ring.point]
        states[row] = classify(distances_km[row], azimuths_deg[row], ring)
        limit_km = range_at(ring.reach(ring.limit_km), azimuths_deg[row])
        beyond_km[row] = distances_km[row] - limit_km
    return ReachTable(distances_km, azimuths_deg, states, beyond_km)


def _solve(sites: list[LatLon], lats: Floats, lons: Floats) -> list[tuple[Floats, Floats]]:
    """Return distances and azimuths from each site; pyproj frees the lock, so threads pay."""
    if len(sites) * lats.size < _THREADED_ABOVE:
        return [distances_and_azimuths(site, lats, lons) for site in sites]
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda site: distances_and_azimuths(site, lats, lons), sites))
