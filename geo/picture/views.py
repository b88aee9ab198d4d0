"""The extent of a picture: it fits the rings, as the live map does at first, or follows `at`."""

from __future__ import annotations

from typing import Final

import cartopy.crs as ccrs
import numpy as np

from geo.earth import (
    Floats,
    LatLon,
    Sector,
    distances_and_azimuths,
    lats_and_lons,
    poles_inside,
    range_at,
    range_ring,
    sector_line,
)
from geo.facts import MUST_NAMES, WGS84_A_M
from geo.link import Ring, View
from geo.picture.frame import Frame, MercatorFrame, RoundFrame, mercator_y
from geo.reach import radar_sectors
from geo.records import Place

Span = tuple[float, float]

PACIFIC_LON: Final = 174.0  # the middle between Korea and North America
_NEAR_PACIFIC_DEG: Final = 110.0
_TOP_LAT, _BOTTOM_LAT = 80.0, -56.0  # of a world map that nobody asked to be elsewhere
_MAX_ZOOM: Final = 8.0  # a ring of 10 km does not need the coast of every pond
_ROOM_PX: Final = (60.0, 80.0)
_LEAST_RADIUS_KM: Final = 60.0
_NOT_MUCH_FARTHER: Final = 1.5  # than the farthest ring
_ROUND_ROOM: Final = 1.05  # about what is farthest
_LIMB: Final = 1.3  # beyond it nothing is drawn: what lies far off is drawn out to a stripe
_LEAST_LIMB_KM: Final = 14_500.0
_HALF_WAY_KM: Final = 20_003.931  # WGS84, pole to pole
_AROUND_DEG: Final = np.arange(0.0, 360.0)


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
        return _azimuthal(view, size)
    if projection == "globe":
        return _globe(view, size)
    return _mercator(view, size, unit)


def _mercator(view: View, size: tuple[int, int], unit: float) -> MercatorFrame:
    scenario = view.drawn
    width, height = size
    least_px = float(max(width, height))  # one world at least: nobody needs a second London
    if scenario.at:
        center, zoom = scenario.at.center, scenario.at.zoom
        world_px = max(least_px, 256.0 * 2.0**zoom * unit)
        return MercatorFrame(width, height, center.lat, center.lon, world_px)
    (west, east), (top, bottom) = _extent_of(view)
    fit_px = min(
        (width - _ROOM_PX[0] * unit) / ((east - west) / 360.0),
        (height - _ROOM_PX[1] * unit) / (bottom - top),
    )
    world_px = max(least_px, min(fit_px, 256.0 * 2.0**_MAX_ZOOM * unit))
    lat = np.degrees(np.arctan(np.sinh(np.pi * (1.0 - (top + bottom)))))
    return MercatorFrame(width, height, float(lat), (west + east) / 2, world_px)


def _drawn(view: View) -> list[Ring]:
    """Return the rings to fit: those shown, all where none is and no sector is assumed."""
    rings = [ring for _, ring in view.shown_rings]
    return rings if rings or _assumed(view) else list(view.rings)


def _assumed(view: View) -> list[Sector]:
    """Return the sectors to fit: those that the link assumes."""
    return [each.sector for each in radar_sectors(view) if each.direction == "link"]


def _extent_of(view: View) -> tuple[Span, Span]:
    """Return what shows the widest ring whole and all assumed sectors."""
    rings = sorted(_drawn(view), key=lambda ring: ring.limit_km)
    extents = [_extent(ring) for ring in rings[-1:]]
    extents += [_sector_extent(sector) for sector in _assumed(view)]
    (west, east), (top, bottom) = extents[0]
    for (left, right), (upper, lower) in extents[1:]:
        turn = 360.0 * round(((west + east) - (left + right)) / 720.0)
        west, east = min(west, left + turn), max(east, right + turn)
        top, bottom = min(top, upper), max(bottom, lower)
    return (west, east), (top, bottom)


def _sector_extent(sector: Sector) -> tuple[Span, Span]:
    """Return the extent of a sector; one close to a pole is as wide as a ring about it."""
    line = sector_line(sector)
    ys = mercator_y(np.clip(line[:, 0], _BOTTOM_LAT, _TOP_LAT))
    west, east = float(line[:, 1].min()), float(line[:, 1].max())
    if np.abs(line[:, 0]).max() > _TOP_LAT:
        west, east = sector.center.lon - 75.0, sector.center.lon + 75.0
    return (west, east), (float(ys.min()), float(ys.max()))


def _center(view: View) -> LatLon:
    """Return where the ring starts that is spoken of; where none is, the first sector assumed."""
    ring, assumed = view.speaking_ring, _assumed(view)
    if ring is None and assumed:
        return assumed[0].center
    return (ring or view.active_ring).point


def _extent(ring: Ring) -> tuple[Span, Span]:
    """Return the longitudes, and the heights on a Mercator world, that show a ring whole."""
    range_km = ring.reach(ring.limit_km)
    outline = range_ring(ring.point, range_km)
    north, south = poles_inside(ring.point, range_km)
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


def _azimuthal(view: View, size: tuple[int, int]) -> RoundFrame:
    """Centre on the site spoken of, where its ring and all others of that site are circles.

    All rings are in view, what was asked for, and names that must be written where they lie not
    much farther: who is out, and by how much, is half of what a ring says.
    """
    center = _center(view)
    ranges_km = [range_at(ring.reach(ring.limit_km), _AROUND_DEG) for ring in _drawn(view)]
    ways = [distances_and_azimuths(center, *sector_line(each).T)[0] for each in _assumed(view)]
    farthest_km = max(float(np.max(each)) for each in (*ranges_km, *ways))
    half_width, half_height = size[0] / 2, size[1] / 2
    radius_km = farthest_km * 1.06
    km, azimuth_deg = _ways_to(view, center)
    turns, half = np.radians(azimuth_deg), min(half_width, half_height)
    wanted_km = km * _ROUND_ROOM * half * np.maximum(
        np.abs(np.sin(turns)) / half_width, np.abs(np.cos(turns)) / half_height
    )  # fmt: skip
    must = np.array([each[1] for each in _to_show(view)], dtype=bool)
    near = ~must | (km <= farthest_km * _NOT_MUCH_FARTHER)
    radius_km = max(radius_km, *wanted_km[near].tolist(), _LEAST_RADIUS_KM)
    radius_km = min(radius_km, _HALF_WAY_KM * 1.02)
    crs = ccrs.AzimuthalEquidistant(center.lon, center.lat)
    metres_per_px = radius_km * 1000.0 / half
    limb_km = min(max(radius_km * _LIMB, _LEAST_LIMB_KM), _HALF_WAY_KM)
    return RoundFrame(*size, crs, metres_per_px, limb_km * 1000.0)


def _to_show(view: View) -> list[tuple[Place, bool]]:
    """Return the places that an azimuthal picture should hold, and which only if not too far."""
    asked = set(view.scenario.names)
    asked |= set(view.scenario.targets) if view.shows("arcs") else set()
    shown = {place.id for place in view.places}
    must = {next((each for each in name.ids if each in shown), "") for name in MUST_NAMES}
    places = view.standing
    return [(each, each.id not in asked) for each in places if each.id in asked | must]


def _ways_to(view: View, center: LatLon) -> tuple[Floats, Floats]:
    places = [place for place, _ in _to_show(view)]
    km, azimuth_deg = distances_and_azimuths(center, *lats_and_lons(places))
    return km, azimuth_deg


def _globe(view: View, size: tuple[int, int]) -> RoundFrame:
    at = view.scenario.at
    center = at.center if at else _between(view)
    crs = ccrs.Orthographic(center.lon, center.lat)
    metres_per_px = WGS84_A_M / (min(size) * 0.485)
    return RoundFrame(*size, crs, metres_per_px, WGS84_A_M)


def _between(view: View) -> LatLon:
    """Return the middle between the active ring's site and the places people ask about."""
    asked, site = view.targets, _center(view)
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
