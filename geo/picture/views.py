"""The extent of a picture: it fits the rings, as the live map does at first, or follows `at`."""

from __future__ import annotations

from typing import Final

import cartopy.crs as ccrs
import numpy as np

from geo.earth import LatLon, poles_inside, range_ring
from geo.facts import WGS84_A_M
from geo.link import Ring, Scenario, View
from geo.picture.frame import Frame, MercatorFrame, RoundFrame, mercator_y

PACIFIC_LON: Final = 174.0  # the middle between Korea and North America
_NEAR_PACIFIC_DEG: Final = 110.0
_TOP_LAT, _BOTTOM_LAT = 80.0, -56.0  # of a world map that nobody asked to be elsewhere
_MAX_ZOOM: Final = 8.0  # a ring of 10 km does not need the coast of every pond
_ROOM_PX: Final = (60.0, 80.0)
_LEAST_RADIUS_KM: Final = 60.0
_HALF_WAY_KM: Final = 20_003.931  # WGS84, pole to pole


def frame_of(view: View, projection: str, size: tuple[int, int], unit: float) -> Frame:
    """Return the frame of a picture.

    Parameters
    ----------
    projection
        One of `geo.link.picturesize.PROJECTIONS`.
    size
        Width and height of the map in pixels.
    unit
        Pixels of the picture per pixel of a screen, for what `at` calls zoom.
    """
    if projection == "azimuthal":
        return _azimuthal(view.scenario, size)
    if projection == "globe":
        return _globe(view, size)
    return _mercator(view.scenario, size, unit)


def _mercator(scenario: Scenario, size: tuple[int, int], unit: float) -> MercatorFrame:
    width, height = size
    least_px = float(max(width, height))  # one world at least: nobody needs a second London
    if scenario.at:
        center, zoom = scenario.at.center, scenario.at.zoom
        world_px = max(least_px, 256.0 * 2.0**zoom * unit)
        return MercatorFrame(width, height, center.lat, center.lon, world_px)
    (west, east), (top, bottom) = _extent(max(_drawn(scenario), key=lambda ring: ring.limit_km))
    fit_px = min(
        (width - _ROOM_PX[0] * unit) / ((east - west) / 360.0),
        (height - _ROOM_PX[1] * unit) / (bottom - top),
    )
    world_px = max(least_px, min(fit_px, 256.0 * 2.0**_MAX_ZOOM * unit))
    lat = np.degrees(np.arctan(np.sinh(np.pi * (1.0 - (top + bottom)))))
    return MercatorFrame(width, height, float(lat), (west + east) / 2, world_px)


def _drawn(scenario: Scenario) -> list[Ring]:
    """Return the rings to fit: those shown, all where none is."""
    return [ring for _, ring in scenario.shown_rings] or list(scenario.rings)


def _center_ring(scenario: Scenario) -> Ring:
    index = scenario.speaking
    return scenario.active_ring if index is None else scenario.rings[index]


def _extent(ring: Ring) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the longitudes, and the heights on a Mercator world, that show a ring whole."""
    outline = range_ring(ring.point, ring.limit_km)
    north, south = poles_inside(ring.point, ring.limit_km)
    top, bottom = mercator_y(np.array([_TOP_LAT, _BOTTOM_LAT]))
    ys = mercator_y(outline[:, 0])
    ends = (
        top if north else max(float(top), float(ys.min())),
        bottom if south else min(float(bottom), float(ys.max())),
    )
    if north or south:
        away = abs((ring.point.lon - PACIFIC_LON + 180.0) % 360.0 - 180.0)
        middle = PACIFIC_LON if away < _NEAR_PACIFIC_DEG else ring.point.lon
        return (middle - 75.0, middle + 75.0), ends
    return (float(outline[:, 1].min()), float(outline[:, 1].max())), ends


def _azimuthal(scenario: Scenario, size: tuple[int, int]) -> RoundFrame:
    """Centre on the active ring's site, where its ring and all others of that site are circles."""
    center = _center_ring(scenario).point
    farthest_km = max(ring.limit_km for ring in _drawn(scenario))
    radius_km = min(max(farthest_km * 1.06, _LEAST_RADIUS_KM), _HALF_WAY_KM * 1.02)
    crs = ccrs.AzimuthalEquidistant(center.lon, center.lat)
    metres_per_px = radius_km * 1000.0 / (size[1] / 2)
    return RoundFrame(*size, crs, metres_per_px, _HALF_WAY_KM * 1000.0)


def _globe(view: View, size: tuple[int, int]) -> RoundFrame:
    at = view.scenario.at
    center = at.center if at else _between(view)
    crs = ccrs.Orthographic(center.lon, center.lat)
    metres_per_px = WGS84_A_M / (min(size) * 0.485)
    return RoundFrame(*size, crs, metres_per_px, WGS84_A_M)


def _between(view: View) -> LatLon:
    """Return the middle between the active ring's site and the places people ask about."""
    asked, site = view.targets, _center_ring(view.scenario).point
    middle = _vector(site.lat, site.lon)
    if asked:
        middle = middle + np.mean([_vector(place.lat, place.lon) for place in asked], axis=0)
    x, y, z = middle
    return LatLon(
        float(np.degrees(np.arctan2(z, np.hypot(x, y)))), float(np.degrees(np.arctan2(y, x)))
    )


def _vector(lat: float, lon: float) -> np.ndarray:
    phi, lam = np.radians([lat, lon])
    return np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
