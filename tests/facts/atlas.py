"""Natural Earth's land cut by its borders, each piece called by the GeoNames towns on it."""

from __future__ import annotations

import json
import math
from collections import Counter
from functools import cache
from typing import Any, Final

import shapely
from shapely.affinity import scale
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from tests.facts.tables import DATA_DIR, towns, way

_WINDOW_KM: Final = 120.0
_KM_PER_DEG: Final = 111.2
_CUT_DEG: Final = -30.0  # longitudes of the base map run from here
_SURE: Final = 0.6  # share of a piece's towns that names its country; borders stray a little


def _basemap(name: str) -> BaseGeometry:
    content = json.loads((DATA_DIR / "basemap" / f"{name}.geojson").read_text("utf-8"))
    return shapely.union_all([shape(feature["geometry"]) for feature in content["features"]])


def turned(lon: float) -> float:
    """Return a longitude as the base map has it."""
    return (lon - _CUT_DEG) % 360 + _CUT_DEG


@cache
def _pieces() -> tuple[list[BaseGeometry], list[str]]:
    """Return the pieces of land and the country code of each, blank where no town tells."""
    land = _basemap("land_50m")
    lines = shapely.union_all([land.boundary, _basemap("borders_50m")])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    shapely.prepare(land)
    faces = faces[shapely.contains(land, shapely.point_on_surface(faces))]
    known = list(towns().values())
    tree = shapely.STRtree(
        shapely.points([(turned(town["longitude"]), town["latitude"]) for town in known])
    )
    codes: list[Counter[str]] = [Counter() for _ in faces]
    for face, town in zip(*tree.query(faces, predicate="contains"), strict=True):
        codes[face][known[town]["countrycode"]] += 1
    return list(faces), [_called(each) for each in codes]


def _called(codes: Counter[str]) -> str:
    for code, count in codes.most_common(1):
        if count >= _SURE * codes.total():
            return code
    return ""


@cache
def _land_of(code: str) -> BaseGeometry:
    return shapely.union_all(
        [piece for piece, each in zip(*_pieces(), strict=True) if each == code]
    )


@cache
def _tree() -> shapely.STRtree:
    return shapely.STRtree(_pieces()[0])


def country_at(lat: float, lon: float) -> str:
    """Return the code of the country whose land holds a point; blank at sea and on lone islands."""
    found = _tree().query(shapely.Point(turned(lon), lat), predicate="intersects")
    return next((_pieces()[1][at] for at in found), "")


def land_km(code: str, lat: float, lon: float) -> float:
    """Return how far a point is from a country's land, infinite beyond 120 km."""
    squeeze = max(math.cos(math.radians(lat)), 0.05)
    high = _WINDOW_KM / _KM_PER_DEG
    west, wide = turned(lon), high / squeeze
    near = shapely.clip_by_rect(_land_of(code), west - wide, lat - high, west + wide, lat + high)
    if near.is_empty:
        return math.inf
    here = shapely.Point(west * squeeze, lat)
    flat = scale(near, xfact=squeeze, yfact=1, origin=(0, 0))
    found = shapely.get_coordinates(shapely.shortest_line(here, flat))[-1]
    return way((lat, lon), (found[1], found[0] / squeeze))[0]


def nearest_town(code: str, lat: float, lon: float) -> tuple[float, dict[str, str]]:
    """Return how far a country's nearest town is, and that town."""
    squeeze = math.cos(math.radians(lat))

    def rough(town: dict[str, Any]) -> float:
        east = math.remainder(town["longitude"] - lon, 360) * squeeze
        return math.hypot(east, town["latitude"] - lat)

    town = min(_towns_of(code), key=rough, default=None)
    if town is None:
        return math.inf, {}
    return way((lat, lon), (town["latitude"], town["longitude"]))[0], town


@cache
def _towns_of(code: str) -> list[dict[str, Any]]:
    return [town for town in towns().values() if town["countrycode"] == code]
