"""What shapely and pyproj say, for unit tests of the browser's half: asked by truth.mjs.

Reads `{"question": NAME, ...}` from the standard input and writes the answer as JSON.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer

BASEMAP = Path(__file__).parents[3] / "data" / "basemap"
WEST_EDGE_DEG = -30.0  # where the base map and the lesson's sheet of paper are cut
WGS84 = Geod(ellps="WGS84")

Floats = NDArray[np.float64]


def ground(points: list[tuple[float, float]]) -> list[dict[str, Any]]:
    """Return what lies at each (lat, lon), and how many degrees away that changes."""
    lats, lons = np.array(points).T
    flat = shapely.points(np.mod(lons - WEST_EDGE_DEG, 360) + WEST_EDGE_DEG, lats)
    kinds = {name: _base_map(f"{name}_110m") for name in ("land", "lakes")}
    inside = {name: shapely.contains(each, flat) for name, each in kinds.items()}
    to_change = np.min([shapely.distance(each.boundary, flat) for each in kinds.values()], axis=0)
    on_land = inside["land"] & ~inside["lakes"]
    return [
        {"on_land": bool(is_land), "to_change_deg": float(deg)}
        for is_land, deg in zip(on_land, to_change, strict=True)
    ]


def misjudged(cases: list[tuple[float, float, float, float]]) -> list[float]:
    """Return the share of the Earth on the wrong side of a compass's circle, by 100,000 points.

    A case is the latitude and longitude of the site, the range, and where the scale is read.
    """
    count = 100_000
    rank = np.arange(count) + 0.5
    lats = _latitudes_of_even_areas(1 - 2 * rank / count)
    lons = np.mod(rank * 360 * (3 - math.sqrt(5)) / 2, 360) - 180  # the golden angle
    return [_share(lats, lons, case) for case in cases]


def _share(lats: Floats, lons: Floats, case: tuple[float, float, float, float]) -> float:
    lat, lon, km, scale_lat = case
    starts = np.full(len(lons), lon), np.full(len(lats), lat)
    true_km = WGS84.inv(*starts, lons, lats)[2] / 1000
    x, y = _on_paper(lats, lons)
    (at_x,), (at_y,) = _on_paper(np.array([lat]), np.array([lon]))
    parallel_km = WGS84.inv(0, scale_lat, 1e-3, scale_lat)[2] * 360  # m of 0.001 degrees
    flat_km = np.hypot(x - at_x, y - at_y) * parallel_km
    return float(np.mean((true_km <= km) != (flat_km <= km)))


def _base_map(name: str) -> shapely.Geometry:
    """Return the union of a base map's parts, which overlap a little where it is cut."""
    features = json.loads(BASEMAP.joinpath(f"{name}.geojson").read_text("utf-8"))["features"]
    parts = [shapely.make_valid(shapely.geometry.shape(each["geometry"])) for each in features]
    return shapely.union_all(parts)


def _latitudes_of_even_areas(heights: Floats) -> Floats:
    """Return the latitudes of heights in Lambert's cylinder: 1 at one pole, -1 at the other."""
    equal_area = "+proj=cea +ellps=WGS84 +lon_0=0"
    cylinder = Transformer.from_crs(equal_area, "EPSG:4326", always_xy=True)
    top = cylinder.transform(0, 90, direction="INVERSE")[1]
    return np.asarray(cylinder.transform(np.zeros_like(heights), heights * top)[1])


def _on_paper(lats: Floats, lons: Floats) -> tuple[Floats, Floats]:
    """Return where points lie on a Mercator sheet that is one wide."""
    right = np.mod(lons - WEST_EDGE_DEG, 360) / 360
    return right, np.log(np.tan(np.radians(45 + lats / 2))) / (2 * np.pi)


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    answer = {"ground": ground, "misjudged": misjudged}[asked.pop("question")]
    print(json.dumps(answer(**asked)))
