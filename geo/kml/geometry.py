"""Rings as Google Earth draws them right: lines cut at the antimeridian, fills cut small.

Google Earth fills no polygon that holds a pole or goes around all meridians, and takes the edges
of a polygon for great circles. So a fill is cut along meridians and the equator, which are great
circles themselves, and outlines are lines, which may pass anywhere. What is inside is decided in
geo.earth.disks; here it is only cut. Coordinates are rounded to 7 decimals, about a centimetre.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.earth import Floats, LatLon, RangeKm, as_polygons, refined_ring, to_lonlat

DECIMALS: Final = 7
SECTOR_DEG: Final = 60  # widest piece of a fill
_GRID_DEG: Final = 10.0**-DECIMALS
_CELLS: Final = np.array(
    [
        box(west, south, west + SECTOR_DEG, south + 90)
        for south in (-90, 0)
        for west in range(-180, 180, SECTOR_DEG)
    ]
)


def outline_lines(site: LatLon, range_km: RangeKm) -> list[Floats]:
    """Return the ring at one range as lines within [-180, 180].

    Returns
    -------
    lines
        Each of shape (n, 2), (lat, lon). Where the ring crosses the antimeridian, one line ends
        and the next begins with the same latitude, at 180 and -180.
    """
    return _joined(_within_world(refined_ring(site, range_km)))


def way_lines(way: Floats) -> list[Floats]:
    """Return a line of (lat, lon), longitudes unwrapped, as `outline_lines` does a ring.

    Where it crosses the antimeridian a vertex is put in, on the chord: edges have to be short.
    """
    turns = np.floor((way[:, 1] + 180.0) / 360.0)
    (crossed,) = np.nonzero(np.diff(turns))
    parts = [way[:1]]
    for start, end in pairwise([0, *(crossed + 1).tolist(), len(way)]):
        parts.append(way[max(1, start) : end])
        if end < len(way):
            (lat, lon), (next_lat, next_lon) = way[end - 1], way[end]
            edge = 360.0 * max(turns[end - 1], turns[end]) - 180.0
            part = (edge - lon) / (next_lon - lon)
            parts.append(np.array([[lat + part * (next_lat - lat), edge]]))
    return _within_world(np.concatenate(parts))


def _within_world(points: Floats) -> list[Floats]:
    """Return a line with vertices wherever it crosses the antimeridian as lines that end there."""
    line = _without_repeats(np.round(points, DECIMALS))
    # Of chords, not of vertices: those at the antimeridian belong to both sides.
    turns = np.floor(((line[:-1, 1] + line[1:, 1]) / 2 + 180.0) / 360.0)
    (breaks,) = np.nonzero(np.diff(turns))
    return [
        np.round(run - np.array([0.0, 360.0 * turn]), DECIMALS)
        for run, turn in zip(_runs(line, breaks + 1), turns[[0, *(breaks + 1)]], strict=True)
    ]


def boundary_lines(area: BaseGeometry) -> list[Floats]:
    """Return the edges of an area as `outline_lines` does.

    Left out are those along the antimeridian and the poles: an area in longitude and latitude
    ends there, one on the globe does not.
    """
    lines: list[Floats] = []
    for loop in shapely.get_rings(shapely.get_parts(area)):
        lonlat = np.round(shapely.get_coordinates(loop), DECIMALS)
        points = _without_repeats(to_lonlat(lonlat))  # swaps this way, too
        if len(points) < 2:  # a speck that rounding has left nothing of
            continue
        is_seam = np.any((points[:-1] == points[1:]) & (np.abs(points[1:]) == (90, 180)), axis=1)
        (breaks,) = np.nonzero(np.diff(is_seam))
        runs = _runs(points, breaks + 1)
        drawn = ~is_seam[[0, *(breaks + 1)]]
        lines += _joined([run for run, is_drawn in zip(runs, drawn, strict=True) if is_drawn])
    return lines


def fill_pieces(area: BaseGeometry) -> list[Polygon]:
    """Return an area as polygons of (lon, lat) that Google Earth fills.

    None is wider than `SECTOR_DEG`, crosses the equator, or has a pole but on its edge. Exteriors
    are counter-clockwise, as its front side is.
    """
    pieces = shapely.intersection(area, _CELLS, grid_size=_GRID_DEG)
    return [part for piece in pieces for part in shapely.get_parts(as_polygons(piece))]


def coordinates_text(lonlat: Floats) -> str:
    """Return `lon,lat lon,lat ...`, shape (n, 2), with at most 7 decimals."""
    return " ".join(f"{_short(lon)},{_short(lat)}" for lon, lat in lonlat.tolist())


def _short(degrees: float) -> str:
    text = f"{degrees:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _without_repeats(points: Floats) -> Floats:
    """Return points without those that rounding has put on the one before."""
    is_new = np.any(np.diff(points, axis=0) != 0.0, axis=1)
    kept: Floats = points[np.concatenate([[True], is_new])]
    return kept


def _runs(points: Floats, breaks: NDArray[np.intp]) -> list[Floats]:
    """Return a line as several, each from one break to the next, both included."""
    ends = [0, *breaks.tolist(), len(points) - 1]
    return [points[start : end + 1] for start, end in pairwise(ends)]


def _joined(lines: list[Floats]) -> list[Floats]:
    """Return lines cut from one loop, the last and the first as one where they meet."""
    if len(lines) < 2 or not np.array_equal(lines[-1][-1], lines[0][0]):
        return lines
    return [np.concatenate([lines[-1], lines[0][1:]]), *lines[1:-1]]
