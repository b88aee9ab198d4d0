"""Outlines on the Earth made into polygons for export: refined, cut at the antimeridian, filled.

An outline is a closed curve by a parameter that grows along it, clockwise around what it encloses.
Its straight edges in longitude and latitude (what GeoJSON readers draw) are halved until they stay
close to the true curve. Which poles lie inside is told by who knows, never read off the shape.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon, affinity, box, union_all
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geo.earth.geodesic import Floats
from geo.earth.points import to_lonlat

# Contract: exports stay within 100 m of the true outline everywhere.
CHORD_TOLERANCE_KM: Final = 0.05
_SAMPLES: Final = np.array([0.25, 0.5, 0.75])  # where along a chord its error is measured
_MAX_PASSES: Final = 30
_BISECTIONS: Final = 60  # to the last bit of the parameter
_WORLD: Final = box(-180.0, -90.0, 180.0, 90.0)


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed curve on the Earth.

    Parameters
    ----------
    points
        Shape (n, 2), (lat, lon) in degrees, at n values of the parameter.
    off_km
        How far points lie off the curve, km, with a sign or without: of points of shape (n, m, 2),
        of which each row belongs to the stretch after one value of the parameter, shape (n,).
    first
        The values of the parameter to begin with, growing; the last one is where the first is.
    poles
        Whether the north and the south pole are inside.
    """

    points: Callable[[Floats], Floats]
    off_km: Callable[[Floats, Floats], Floats]
    first: Floats
    poles: tuple[bool, bool]


def refined(outline: Outline) -> Floats:
    """Return an outline with vertices added where its chords stray.

    Returns
    -------
    vertices
        Shape (n, 2), (lat, lon), longitudes unwrapped, with a vertex wherever it crosses the
        antimeridian; the last one is the first, after as many turns as there are poles inside.
    """
    values = outline.first
    for _ in range(_MAX_PASSES):
        line = _unwrapped(outline, values)
        strays = _strays(outline, values, line)
        if not strays.any():
            break
        middles = (values[:-1] + values[1:])[strays] / 2
        values = np.sort(np.concatenate([values, middles]))
    return _with_crossings(outline, values, line)


def area_of(outline: Outline) -> Polygon | MultiPolygon:
    """Return what an outline encloses, in (lon, lat) degrees, longitudes in [-180, 180]."""
    return as_polygons(_fill(to_lonlat(refined(outline)), outline.poles))


def as_polygons(geometry: BaseGeometry) -> Polygon | MultiPolygon:
    """Return only the areas of a geometry, oriented as RFC 7946 asks."""
    parts = getattr(geometry, "geoms", [geometry])
    polygons = [orient(part) for part in parts if isinstance(part, Polygon) and part.area > 0.0]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def _unwrapped(outline: Outline, values: Floats) -> Floats:
    """Return the outline at these values, turning around exactly the poles inside it."""
    line = outline.points(values)
    line[:, 1] = np.unwrap(line[:, 1], period=360.0)
    north, south = outline.poles
    # Clockwise around the inside is westward around a north pole, eastward around a south one.
    turns = int(south) - int(north)
    missing = turns - round((line[-1, 1] - line[0, 1]) / 360.0)
    if missing:  # it grazes a pole: the one step there could go either way round
        step = int(np.argmax(np.abs(np.diff(line[:, 1]))))
        line[step + 1 :, 1] += 360.0 * missing
    line[-1] = (line[0, 0], line[0, 1] + 360.0 * turns)
    return line


def _strays(outline: Outline, values: Floats, line: Floats) -> NDArray[np.bool_]:
    """Return for each chord whether it leaves the true curve by more than the tolerance."""
    on_chords = line[:-1, None, :] + _SAMPLES[None, :, None] * np.diff(line, axis=0)[:, None, :]
    beyond = np.abs(outline.off_km(values[:-1], on_chords)) > CHORD_TOLERANCE_KM
    return np.asarray(beyond.any(axis=1), dtype=np.bool_)


def _with_crossings(outline: Outline, values: Floats, line: Floats) -> Floats:
    """Return the outline with exact vertices added where it crosses the antimeridian."""
    turns = np.floor((line[:, 1] + 180.0) / 360.0)
    (steps,) = np.nonzero(np.diff(turns))
    if not len(steps):
        return line
    lon = 360.0 * np.maximum(turns[steps], turns[steps + 1]) - 180.0
    low, high = values[steps].copy(), values[steps + 1].copy()
    east = np.sign(line[steps + 1, 1] - line[steps, 1])
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        point = outline.points(middle)
        beyond = ((point[:, 1] - lon + 180.0) % 360.0 - 180.0) * east > 0
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    point[:, 1] = lon
    with_crossings: Floats = np.insert(line, steps + 1, point, axis=0)
    return with_crossings


def _fill(lonlat: Floats, poles: tuple[bool, bool]) -> BaseGeometry:
    """Return the inside of an outline of unwrapped (lon, lat), cut to one world."""
    north, south = poles
    if north == south:
        loop = _into_world(Polygon(lonlat).buffer(0))
        return _WORLD.difference(loop) if north else loop
    pole_lat = 90.0 if north else -90.0
    west_to_east = lonlat if lonlat[-1, 0] > lonlat[0, 0] else lonlat[::-1]
    line = _from_antimeridian(west_to_east, pole_lat)
    cap = np.concatenate([line, [[line[-1, 0], pole_lat], [line[0, 0], pole_lat]]])
    return _into_world(Polygon(cap).buffer(0))


def _from_antimeridian(line: Floats, pole_lat: float) -> Floats:
    """Return a line once around a pole, west to east, begun where it crosses the antimeridian.

    The seam of the cap then lies there too, where a shift by whole turns is exact; anywhere
    else rounding would leave a slit or an overlap from the outline to the pole.
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
