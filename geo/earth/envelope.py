"""The envelope: what is within a range of any known launch site.

A mobile launcher may start from any of them, so the honest outer limit of a
range is the union of the disks around all sites.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import ArrayLike
from shapely import MultiPolygon, Polygon, union_all

from geo.earth.disks import disk
from geo.earth.geodesic import Floats, distances_and_azimuths
from geo.earth.outlines import as_polygons
from geo.earth.points import LatLon


def envelope_disk(sites: Sequence[LatLon], range_km: float) -> Polygon | MultiPolygon:
    """Return everything within a range of at least one site, as `geo.earth.disks.disk` does.

    The union is taken in longitude and latitude, where each disk is already
    cut at the antimeridian and closed over the poles, so it is right there too.
    """
    with ThreadPoolExecutor() as pool:
        return as_polygons(union_all(list(pool.map(lambda site: disk(site, range_km), sites))))


def nearest_site_km(sites: Sequence[LatLon], lats: ArrayLike, lons: ArrayLike) -> Floats:
    """Return for each place the distance in kilometres to its nearest site, shape (places,)."""
    distances_km: Floats = np.min(
        [distances_and_azimuths(site, lats, lons)[0] for site in sites], axis=0
    )
    return distances_km
