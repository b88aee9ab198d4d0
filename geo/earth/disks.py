"""Geodesic disks: everything within a range of a site, as polygons for export.

Which poles lie inside is decided by their distance from the site, never by the shape of the
outline (geo/earth/outlines.py).
"""

from __future__ import annotations

from typing import Final

import numpy as np
from shapely import MultiPolygon, Polygon

from geo.earth.geodesic import Floats, destinations, distances_and_azimuths
from geo.earth.outlines import Outline, area_of, as_polygons, refined
from geo.earth.points import LatLon
from geo.earth.rings import RangeKm, check_range_km, range_at
from geo.errors import RangeError

_AROUND_DEG: Final = np.linspace(0.0, 360.0, 361)


def disk(site: LatLon, range_km: RangeKm) -> Polygon | MultiPolygon:
    """Return everything within a range of a site.

    Parameters
    ----------
    site
        Launch site.
    range_km
        Ground range, 10 to 19,900 km; where it differs by direction, a smooth function of azimuth.

    Returns
    -------
    polygon
        In (lon, lat) degrees, longitudes in [-180, 180], exterior rings
        counter-clockwise, every edge within 100 m of the true ring except
        those along the antimeridian and the poles.
    """
    _check_ranges(range_km)
    return area_of(ring_outline(site, range_km))


def annulus(site: LatLon, low_km: RangeKm, high_km: RangeKm) -> Polygon | MultiPolygon:
    """Return everything farther than `low_km` and within `high_km` of a site, like `disk`."""
    apart_km = np.asarray(range_at(high_km, _AROUND_DEG)) - range_at(low_km, _AROUND_DEG)
    if apart_km.min() < 0.0 or apart_km.max() == 0.0:  # where neither has a limit they may meet
        raise RangeError("the low range of a band must be below the high one")
    return as_polygons(disk(site, high_km).difference(disk(site, low_km)))


def refined_ring(site: LatLon, range_km: RangeKm) -> Floats:
    """Return a range ring with vertices added where its chords stray.

    Returns
    -------
    ring
        Shape (n, 2), (lat, lon), clockwise from true north, longitudes
        unwrapped, with a vertex wherever it crosses the antimeridian.
    """
    _check_ranges(range_km)
    return refined(ring_outline(site, range_km))


def _check_ranges(range_km: RangeKm) -> None:
    for extreme_km in (np.min, np.max):
        check_range_km(float(extreme_km(range_at(range_km, _AROUND_DEG))))


def ring_outline(site: LatLon, range_km: RangeKm) -> Outline:
    """Return the outline of a range, by azimuth; of any range that is above zero."""

    def points(azimuths_deg: Floats) -> Floats:
        return destinations(site.lat, site.lon, azimuths_deg, range_at(range_km, azimuths_deg))

    def off_km(_: Floats, latlon: Floats) -> Floats:
        distances_km, azimuths_deg = distances_and_azimuths(site, latlon[..., 0], latlon[..., 1])
        off: Floats = distances_km - range_at(range_km, azimuths_deg)
        return off

    first_deg = np.unique(np.concatenate([_AROUND_DEG, [180.0 + 1e-9, 180.0 - 1e-9, 1e-9]]))
    return Outline(points, off_km, first_deg, poles_inside(site, range_km))


def poles_inside(site: LatLon, range_km: RangeKm) -> tuple[bool, bool]:
    """Return whether the north and the south pole are within a range of a site."""
    distances_km, azimuths_deg = distances_and_azimuths(site, [90.0, -90.0], [site.lon, site.lon])
    north, south = distances_km <= range_at(range_km, azimuths_deg)
    return bool(north), bool(south)
