"""Independent truth: GeographicLib point by point, bare pyproj where points are many.

Nothing here calls geo/ for a distance; `exported` only reads what an export says.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import strategies as st
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.catalog.views import view_of
from geo.earth.points import LatLon
from geo.export.geodata import rings_geojson
from geo.link.scenario import Ring, Scenario

WGS84: Final = Geodesic.WGS84
ONE_MM_KM: Final = 1e-6
ALLOWED_STRAY_KM: Final = 0.1  # contract of the exports

SOHAE: Final = LatLon(39.66, 124.706)
TONGHAE: Final = LatLon(40.85, 129.667)
MUPYONG_NI: Final = LatLon(40.611, 126.426)

_GEOD: Final = Geod(ellps="WGS84")
_ON_EDGES: Final = np.linspace(0.0, 1.0, 42)[1:-1]

_LATS = st.one_of(
    st.floats(-90, 90), st.sampled_from([0.0, 90.0, -90.0, 45.0, 89.9999, -89.9999, 1e-9])
)
_LONS = st.one_of(st.floats(-180, 180), st.sampled_from([0.0, 180.0, -180.0, 179.9999, -1e-9]))
SITES: Final = st.builds(LatLon, _LATS, _LONS)
RANGES_KM: Final = st.one_of(
    st.floats(10, 19_900), st.sampled_from([10.0, 5500.0, 10_000.0, 14_500.0, 19_900.0])
)


def exact_km(start: LatLon, lat: float, lon: float) -> float:
    """Return the distance by GeographicLib."""
    return float(WGS84.Inverse(start.lat, start.lon, lat, lon, Geodesic.DISTANCE)["s12"]) / 1000


def exact_point(start: LatLon, azimuth_deg: float, length_km: float) -> LatLon:
    """Return the end of a geodesic by GeographicLib."""
    end = WGS84.Direct(start.lat, start.lon, azimuth_deg, length_km * 1000)
    return LatLon(end["lat2"], end["lon2"])


def many_km(start: LatLon, lats: ArrayLike, lons: ArrayLike) -> NDArray[np.float64]:
    """Return distances to many points, any shape, by bare pyproj."""
    lats, lons = np.asarray(lats, dtype=np.float64), np.asarray(lons, dtype=np.float64)
    from_lons, from_lats = np.full(lons.size, start.lon), np.full(lons.size, start.lat)
    lengths_m = _GEOD.inv(from_lons, from_lats, lons.ravel(), lats.ravel())[2]
    return np.reshape(lengths_m, lons.shape) / 1000


def turn_deg(difference_deg: float) -> float:
    """Return the size of an angle, whole turns taken away."""
    return abs(math.remainder(difference_deg, 360.0))


def single(site: LatLon, range_km: float) -> Ring:
    return Ring("typed", site, None, range_km, None)


def exported(site: LatLon, range_km: float) -> BaseGeometry:
    """Return the geometry that rings.geojson holds for one ring, rounded as there."""
    (feature,) = rings_geojson(view_of(Scenario((single(site, range_km),))))["features"]
    return shape(feature["geometry"])


def covered(area: BaseGeometry, lats: ArrayLike, lons: ArrayLike) -> NDArray[np.bool_]:
    shapely.prepare(area)
    return np.asarray(shapely.intersects_xy(area, lons, lats))


def loops(area: BaseGeometry) -> list[NDArray[np.float64]]:
    """Return every closed line of an area, exteriors and holes, as (lon, lat)."""
    parts = shapely.get_parts(area)
    return [shapely.get_coordinates(loop) for loop in shapely.get_rings(parts)]


def drawn_edges(area: BaseGeometry) -> NDArray[np.float64]:
    """Return edges as (n, 2, 2) of (lon, lat), without those along the antimeridian and poles."""
    edges = np.concatenate([np.stack([loop[:-1], loop[1:]], axis=1) for loop in loops(area)])
    on_world_edge = (edges[:, 0] == edges[:, 1]) & (np.abs(edges[:, 0]) == [180.0, 90.0])
    return edges[~on_world_edge.any(axis=1)]


def assert_is_sound(area: BaseGeometry) -> None:
    """RFC 7946: valid, within the world, exteriors counter-clockwise and holes clockwise."""
    assert area.is_valid, shapely.is_valid_reason(area)
    assert area.geom_type in ("Polygon", "MultiPolygon")
    west, south, east, north = area.bounds
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90
    for part in shapely.get_parts(area):
        assert part.exterior.is_ccw
        assert not any(hole.is_ccw for hole in part.interiors)


def stray_km(area: BaseGeometry, site: LatLon, range_km: float) -> float:
    """Return how far the edges of an area leave the true ring, at 40 points of each."""
    start, end = drawn_edges(area)[:, None, :].transpose(2, 0, 1, 3)
    points = start + _ON_EDGES[:, None] * (end - start)
    return float(np.abs(many_km(site, points[..., 1], points[..., 0]) - range_km).max())


def area_km2(area: BaseGeometry) -> float:
    """Return the area on the ellipsoid, integrated along the straight edges in (lon, lat)."""
    e = np.sqrt(WGS84.f * (2 - WGS84.f))
    total, (weights, nodes) = 0.0, (np.array([5, 8, 5]) / 18, np.array([1, 0, -1]) * np.sqrt(0.6))
    for start, end in ((loop[:-1], loop[1:]) for loop in loops(area)):
        lats = (start[:, 1:] + end[:, 1:]) / 2 + (end - start)[:, 1:] / 2 * nodes
        sines = np.sin(np.radians(lats))
        below = sines / (1 - (e * sines) ** 2) + np.arctanh(e * sines) / e
        total -= float(np.radians(end - start)[:, 0] @ (below @ weights))
    return total * (WGS84.a / 1000 * (1 - WGS84.f)) ** 2 / 2


def points_anywhere(rng: np.random.Generator, count: int) -> NDArray[np.float64]:
    """Return (lat, lon): even over the Earth, then close to the poles, then to +-180."""
    lats = np.degrees(np.arcsin(rng.uniform(-1, 1, (3, count))))
    lons = rng.uniform(-180, 180, (3, count))
    side = rng.choice([-1, 1], (2, count))
    lats[1] = side[0] * (90 - 10 ** rng.uniform(-6, 1, count))
    lons[2] = side[1] * (180 - 10 ** rng.uniform(-7, 1, count))
    lats[1, :2], lons[2, :2] = (90, -90), (180, -180)
    return np.stack([lats.ravel(), lons.ravel()], axis=-1)


def points_beside_ring(
    rng: np.random.Generator, site: LatLon, range_km: float, count: int
) -> NDArray[np.float64]:
    """Return (lat, lon) 0.15 to 5 km off a ring, on both sides."""
    off_km = rng.choice([-1, 1], count) * 10 ** rng.uniform(np.log10(0.15), np.log10(5), count)
    from_lons, from_lats = np.full(count, site.lon), np.full(count, site.lat)
    lons, lats, _ = _GEOD.fwd(
        from_lons, from_lats, rng.uniform(0, 360, count), (range_km + off_km) * 1000
    )
    return np.stack([lats, lons], axis=-1)
