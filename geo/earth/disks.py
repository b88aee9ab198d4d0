"""Geodesic disks: everything within a range of a site, as polygons for export.

The outline is refined until its straight edges in longitude and latitude (what
GeoJSON readers draw) stay close to the true ring, cut at the antimeridian, and
closed over whichever poles lie inside. Which poles do is decided by their
distance from the site, never by the shape of the outline.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon, affinity, box, union_all
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geo.earth.geodesic import Floats, destinations, distances_and_azimuths
from geo.earth.points import LatLon, to_lonlat
from geo.earth.rings import RangeKm, check_range_km, range_at
from geo.errors import RangeError

# Contract: exports stay within 100 m of the true ring everywhere.
CHORD_TOLERANCE_KM: Final = 0.05
_SAMPLES: Final = np.array([0.25, 0.5, 0.75])  # where along a chord its error is measured
_AROUND_DEG: Final = np.linspace(0.0, 360.0, 361)
_MAX_PASSES: Final = 30
_WORLD: Final = box(-180.0, -90.0, 180.0, 90.0)


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
    outline = to_lonlat(refined_ring(site, range_km))
    return as_polygons(_fill(outline, poles_inside(site, range_km)))


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
    for extreme_km in (np.min, np.max):
        check_range_km(float(extreme_km(range_at(range_km, _AROUND_DEG))))
    azimuths_deg = np.unique(np.concatenate([_AROUND_DEG, [180.0 + 1e-9, 180.0 - 1e-9, 1e-9]]))
    for _ in range(_MAX_PASSES):
        ring = _unwrapped(site, range_km, azimuths_deg)
        strays = _strays(site, range_km, ring)
        if not strays.any():
            break
        middles = (azimuths_deg[:-1] + azimuths_deg[1:])[strays] / 2
        azimuths_deg = np.sort(np.concatenate([azimuths_deg, middles]))
    return _with_crossings(site, range_km, azimuths_deg, ring)


def _unwrapped(site: LatLon, range_km: RangeKm, azimuths_deg: Floats) -> Floats:
    """Return the ring at these azimuths, turning around exactly the poles inside it."""
    ring = destinations(site.lat, site.lon, azimuths_deg, range_at(range_km, azimuths_deg))
    ring[:, 1] = np.unwrap(ring[:, 1], period=360.0)
    north, south = poles_inside(site, range_km)
    # Clockwise around the site is westward around a north pole inside, eastward around a south.
    turns = int(south) - int(north)
    missing = turns - round((ring[-1, 1] - ring[0, 1]) / 360.0)
    if missing:  # the ring grazes a pole: the one step there could go either way round
        step = int(np.argmax(np.abs(np.diff(ring[:, 1]))))
        ring[step + 1 :, 1] += 360.0 * missing
    ring[-1] = (ring[0, 0], ring[0, 1] + 360.0 * turns)
    return ring


def poles_inside(site: LatLon, range_km: RangeKm) -> tuple[bool, bool]:
    """Return whether the north and the south pole are within a range of a site."""
    distances_km, azimuths_deg = distances_and_azimuths(site, [90.0, -90.0], [site.lon, site.lon])
    north, south = distances_km <= range_at(range_km, azimuths_deg)
    return bool(north), bool(south)


def _strays(site: LatLon, range_km: RangeKm, ring: Floats) -> NDArray[np.bool_]:
    """Return for each chord whether it leaves the true ring by more than the tolerance."""
    on_chords = ring[:-1, None, :] + _SAMPLES[None, :, None] * np.diff(ring, axis=0)[:, None, :]
    distances_km, azimuths_deg = distances_and_azimuths(site, on_chords[..., 0], on_chords[..., 1])
    off_km = distances_km - range_at(range_km, azimuths_deg)
    beyond: NDArray[np.bool_] = np.abs(off_km) > CHORD_TOLERANCE_KM
    return np.asarray(beyond.any(axis=1), dtype=np.bool_)


def _with_crossings(site: LatLon, range_km: RangeKm, azimuths_deg: Floats, ring: Floats) -> Floats:
    """Return the ring with exact vertices added where it crosses the antimeridian."""
    turns = np.floor((ring[:, 1] + 180.0) / 360.0)
    (steps,) = np.nonzero(np.diff(turns))
    if not len(steps):
        return ring
    lon = 360.0 * np.maximum(turns[steps], turns[steps + 1]) - 180.0
    low, high = azimuths_deg[steps].copy(), azimuths_deg[steps + 1].copy()
    east = np.sign(ring[steps + 1, 1] - ring[steps, 1])
    for _ in range(60):  # bisection to the last bit of the azimuth
        middle = (low + high) / 2
        point = destinations(site.lat, site.lon, middle, range_at(range_km, middle))
        beyond = ((point[:, 1] - lon + 180.0) % 360.0 - 180.0) * east > 0
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    point[:, 1] = lon
    with_crossings: Floats = np.insert(ring, steps + 1, point, axis=0)
    return with_crossings


def _fill(outline: Floats, poles: tuple[bool, bool]) -> BaseGeometry:
    """Return the inside of an outline of unwrapped (lon, lat), cut to one world."""
    north, south = poles
    if north == south:
        loop = _into_world(Polygon(outline).buffer(0))
        return _WORLD.difference(loop) if north else loop
    pole_lat = 90.0 if north else -90.0
    west_to_east = outline if outline[-1, 0] > outline[0, 0] else outline[::-1]
    line = _from_antimeridian(west_to_east, pole_lat)
    cap = np.concatenate([line, [[line[-1, 0], pole_lat], [line[0, 0], pole_lat]]])
    return _into_world(Polygon(cap).buffer(0))


def _from_antimeridian(line: Floats, pole_lat: float) -> Floats:
    """Return a line once around a pole, west to east, begun where it crosses the antimeridian.

    The seam of the cap then lies there too, where a shift by whole turns is exact; anywhere
    else rounding would leave a slit or an overlap from the ring to the pole.
    """
    (crossings,) = np.nonzero((line[:-1, 0] + 180.0) % 360.0 == 0.0)
    start = crossings[np.argmin(np.abs(pole_lat - line[crossings, 1]))]
    return np.concatenate([line[start:-1], line[: start + 1] + np.array([360.0, 0.0])])


def _into_world(polygon: BaseGeometry) -> BaseGeometry:
    """Return a polygon of unwrapped longitudes, each piece moved into [-180, 180]."""
    west, _, east, _ = polygon.bounds
    first, last = int(np.floor((west + 180.0) / 360.0)), int(np.floor((east + 180.0) / 360.0))
    pieces = [
        affinity.translate(polygon, xoff=-360.0 * turn).intersection(_WORLD)
        for turn in range(first, last + 1)
    ]
    return union_all(pieces)


def as_polygons(geometry: BaseGeometry) -> Polygon | MultiPolygon:
    """Return only the areas of a geometry, oriented as RFC 7946 asks."""
    parts = getattr(geometry, "geoms", [geometry])
    polygons = [orient(part) for part in parts if isinstance(part, Polygon) and part.area > 0.0]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)
