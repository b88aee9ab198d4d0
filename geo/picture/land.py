"""The base map of a picture: the Natural Earth data that the live map shows, too."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import cartopy.crs as ccrs
import numpy as np
import shapely
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.catalog import read_basemap
from geo.earth import LatLon, disk
from geo.facts import LIGHT
from geo.picture.canvas import Canvas
from geo.picture.frame import Frame, MercatorFrame, RoundFrame, mercator_y

_FINE_BELOW_KM_PER_PX: Final = 22.0  # in Mercator, which is quick
_CLIPPED_BELOW_KM: Final = 5_500.0  # Cartopy takes 3 s for all of the fine land, so only a part
_DEGREES: Final = ccrs.PlateCarree()
_CIRCLE: Final = 60  # vertices of an island's dot


@lru_cache(maxsize=16)
def _read(name: str) -> BaseGeometry:
    """Return one file of data/basemap as one geometry, longitudes -30 to 330."""
    parts = read_basemap(name)["features"]
    found = [shape(part.get("geometry", part)) for part in parts]
    return found[0] if len(found) == 1 else shapely.GeometryCollection(found)


def draw_land(canvas: Canvas, frame: Frame, clip: Any) -> None:
    """Draw land, North Korea, lakes, borders and small islands."""
    if isinstance(frame, MercatorFrame):
        detail = "50m" if frame.km_per_px < _FINE_BELOW_KM_PER_PX else "110m"
        outlines = [_mercator_outline(name) for name in _layers(detail)]
        for turn in (-1, 0, 1, 2):
            move = Affine2D().scale(frame.world_px).translate(
                turn * frame.world_px - frame.left, -frame.top
            )  # fmt: skip
            _paint(canvas, [outline.transformed(move) for outline in outlines], clip)
    elif isinstance(frame, RoundFrame):
        _paint(canvas, _round_outlines(frame), clip)
    _islands(canvas, frame, clip)


def _layers(detail: str) -> tuple[str, ...]:
    return (f"land_{detail}", "north_korea", f"lakes_{detail}", f"borders_{detail}")


def _paint(canvas: Canvas, outlines: list[Outline], clip: Any) -> None:
    land, focus, lakes, borders = outlines
    for outline, color in ((land, LIGHT.land), (focus, LIGHT.focus), (lakes, LIGHT.sea)):
        if np.size(outline.vertices):
            canvas.area(outline, color, clip)
    if np.size(borders.vertices):
        canvas.area(borders, "none", clip, ec=LIGHT.border, lw=0.9)


@lru_cache(maxsize=8)
def _mercator_outline(name: str) -> Outline:
    def to_world(degrees: np.ndarray) -> np.ndarray:
        return np.stack([degrees[:, 0] / 360.0, mercator_y(degrees[:, 1])], axis=-1)

    return outline_of(shapely.transform(_read(name), to_world))


def _round_outlines(frame: RoundFrame) -> list[Outline]:
    reach_km = float(np.hypot(frame.width, frame.height)) / 2 * frame.km_per_px
    clips = reach_km < _CLIPPED_BELOW_KM and isinstance(frame.crs, ccrs.AzimuthalEquidistant)
    layers = _layers("50m" if clips else "110m")
    projected = _projected(frame.crs.proj4_init, frame.crs, round(reach_km) if clips else 0, layers)
    return [outline_of(shapely.transform(each, frame.to_plane)) for each in projected]


_kept: dict[tuple[str, int], list[BaseGeometry]] = {}
_KEEP: Final = 12  # centres: most pictures are around one of a few launch sites


def _projected(
    key: str, crs: ccrs.Projection, reach_km: int, layers: tuple[str, ...]
) -> list[BaseGeometry]:
    """Return layers in metres of a projection, kept for the next picture around the same centre."""
    if (key, reach_km) not in _kept:
        if len(_kept) >= _KEEP:
            _kept.pop(next(iter(_kept)))
        near = _near(crs, reach_km)
        cut = [_read(name) if near is None else _read(name).intersection(near) for name in layers]
        _kept[key, reach_km] = [crs.project_geometry(_flat(each), _DEGREES) for each in cut]
    return _kept[key, reach_km]


def _near(crs: ccrs.Projection, reach_km: int) -> BaseGeometry | None:
    """Return what lies within reach of the centre, on the longitudes of the base map."""
    if not reach_km:
        return None
    settings = crs.proj4_params
    around = disk(LatLon(settings["lat_0"], settings["lon_0"]), float(max(reach_km, 50)))
    return shapely.union_all([around, shapely.affinity.translate(around, xoff=360.0)])


def _flat(geometry: BaseGeometry) -> BaseGeometry:
    """Return a geometry without nested collections, of areas alone or of lines alone."""
    parts = [part for part in shapely.get_parts(shapely.get_parts([geometry])) if not part.is_empty]
    areas = [part for part in parts if part.geom_type in ("Polygon", "MultiPolygon")]
    if areas:
        return shapely.MultiPolygon(shapely.get_parts(areas).tolist())
    lines = [part for part in parts if part.geom_type in ("LineString", "MultiLineString")]
    return shapely.MultiLineString(shapely.get_parts(lines).tolist())


def outline_of(geometry: BaseGeometry) -> Outline:
    """Return a geometry as one Matplotlib path, holes turning against their polygon."""
    parts = shapely.get_parts(shapely.get_parts([geometry]))
    rings: list[BaseGeometry] = []
    for part in shapely.orient_polygons(parts):
        rings += shapely.get_rings([part]).tolist() if part.geom_type == "Polygon" else [part]
    if not rings:
        return Outline(np.empty((0, 2)))
    counts = shapely.get_num_coordinates(rings)
    codes = np.full(int(counts.sum()), Outline.LINETO, dtype=Outline.code_type)
    codes[np.concatenate([[0], np.cumsum(counts)[:-1]])] = Outline.MOVETO
    return Outline(shapely.get_coordinates(rings), codes)


def _islands(canvas: Canvas, frame: Frame, clip: Any) -> None:
    """Islands too small for Natural Earth are dots, so that nobody looks for them in empty sea."""
    lonlat = shapely.get_coordinates(_read("islands"))
    pixels = frame.to_pixels(lonlat[:, ::-1])
    turn = np.linspace(0.0, 2.0 * np.pi, _CIRCLE)
    ring = 2.4 * canvas.unit * np.stack([np.cos(turn), np.sin(turn)], axis=-1)
    for x, y in pixels[np.isfinite(pixels).all(axis=1)]:
        canvas.area(Outline(ring + np.array([x, y])), LIGHT.land, clip, ec=LIGHT.coast, lw=0.8)
