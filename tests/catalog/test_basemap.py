"""The base map is whole across 180 degrees, valid, and holds what must not be missing."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from geo.files.datafiles import DATA_DIR

BASEMAP = DATA_DIR / "basemap"
NAMES = (
    "land_110m",
    "land_50m",
    "lakes_110m",
    "lakes_50m",
    "borders_110m",
    "borders_50m",
    "north_korea",
    "islands",
    "regions",
)
CUTS_DEG = (-180, -30, 180, 330)


@cache
def collection(name: str) -> dict[str, Any]:
    return json.loads((BASEMAP / f"{name}.geojson").read_text("utf-8"))


@cache
def shape(name: str) -> BaseGeometry:
    return shapely.union_all(
        [shapely.from_geojson(json.dumps(f["geometry"])) for f in collection(name)["features"]]
    )


def parts(name: str) -> list[BaseGeometry]:
    return [shapely.from_geojson(json.dumps(f["geometry"])) for f in collection(name)["features"]]


def is_land(lat: float, lon: float, detail: str = "50m") -> bool:
    return shape(f"land_{detail}").contains(Point(lon, lat))


@pytest.mark.parametrize("name", NAMES)
def test_file_is_valid_credited_and_within_the_pacific_window(name: str) -> None:
    data = collection(name)
    assert data["type"] == "FeatureCollection"
    assert data["attribution"] == "Made with Natural Earth (public domain)"
    assert parts(name)
    for part in parts(name):
        assert part.is_valid, shapely.is_valid_reason(part)
        west, south, east, north = part.bounds
        assert -30.1 <= west <= east <= 330.1
        assert -90 <= south <= north <= 90


@pytest.mark.parametrize(
    ("place", "lat", "lon"),
    [
        ("Pyongyang", 39.03, 125.75),
        ("Seoul", 37.57, 126.98),
        ("Tokyo", 35.69, 139.69),
        ("Honolulu", 21.33, 202.12),
        ("Anchorage", 61.19, 210.13),
        ("Provideniya", 64.45, 186.75),
        ("Chukotka, west of 180", 67.5, 179.9),
        ("Chukotka, on 180", 67.5, 180.0),
        ("Chukotka, east of 180", 67.5, 180.1),
        ("Wrangel, on 180", 71.2, 180.0),
        ("Antarctica, on 180", -88.0, 180.0),
        ("Antarctica", -80.0, 100.0),
        ("Greenland, west of the cut", 72.0, 329.98),
        ("Greenland, east of the cut", 72.0, -29.98),
        ("London", 51.5, -0.1),
        ("White Plains", 41.03, 286.24),
    ],
)
def test_land(place: str, lat: float, lon: float) -> None:
    assert is_land(lat, lon), place


@pytest.mark.parametrize(
    ("place", "lat", "lon"),
    [
        ("mid-Pacific", 30.0, 180.0),
        ("North Atlantic at the cut", 45.0, -30.0),
        ("Sea of Japan", 40.0, 134.0),
        ("Bering Strait", 65.8, 190.9),
        ("Southern Ocean", -60.0, 100.0),
    ],
)
@pytest.mark.parametrize("detail", ["110m", "50m"])
def test_sea(place: str, lat: float, lon: float, detail: str) -> None:
    assert not is_land(lat, lon, detail), place


@pytest.mark.parametrize("detail", ["110m", "50m"])
@pytest.mark.parametrize(("lat", "lon"), [(42.0, 51.0), (47.7, 272.5)])
def test_caspian_and_lake_superior_are_water(lat: float, lon: float, detail: str) -> None:
    is_lake = shape(f"lakes_{detail}").contains(Point(lon, lat))
    assert is_lake or not is_land(lat, lon, detail)


@pytest.mark.parametrize("detail", ["110m", "50m"])
def test_fill_overlaps_the_cut_so_that_copies_join(detail: str) -> None:
    west, _, east, _ = shape(f"land_{detail}").bounds
    assert west < -30
    assert east > 330


@pytest.mark.parametrize("name", ["land_110m", "land_50m"])
def test_no_seam_is_left_at_180_degrees(name: str) -> None:
    seam = shapely.boundary(shape(name)).intersection(shapely.box(179.999, -90, 180.001, 90))
    assert seam.length < 0.1


@pytest.mark.parametrize("name", ["borders_110m", "borders_50m"])
def test_borders_do_not_follow_the_cuts_or_the_pole(name: str) -> None:
    for line in shapely.get_parts(shape(name)):
        for (lon, lat), (next_lon, next_lat) in pairwise(line.coords):
            assert not (lon == next_lon and lon in CUTS_DEG)
            assert not lat == next_lat == -90


@pytest.mark.parametrize("name", ["borders_110m", "borders_50m"])
def test_borders_lie_between_countries_not_along_coasts(name: str) -> None:
    borders = shape(name)
    assert borders.distance(Point(126.7, 37.95)) < 0.3, "between the two Koreas"
    assert borders.distance(Point(139.8, 35.5)) > 5, "Japan has no land border"


def test_islands_too_small_for_natural_earth_are_dots() -> None:
    dots = {f["properties"]["name"]: f for f in collection("islands")["features"]}
    for name in ("Wake Island", "Kwajalein", "Shemya"):
        assert dots[name]["properties"]["missing_from"] == "50m"
    assert dots["Hagåtña"]["properties"]["missing_from"] == "110m"
    assert {dot["geometry"]["type"] for dot in dots.values()} == {"Point"}


def test_guam_and_diego_garcia_are_drawn_at_50m() -> None:
    for lat, lon in ((13.45, 144.77), (-7.31, 72.41)):
        assert shape("land_50m").distance(Point(lon, lat)) < 0.15


def test_north_korea_holds_its_capital_not_the_southern_one() -> None:
    country = shape("north_korea")
    assert country.contains(Point(125.75, 39.03))
    assert not country.contains(Point(126.98, 37.57))


def test_files_are_small_enough_to_ship() -> None:
    assert (BASEMAP / "land_50m.geojson").stat().st_size < 1_200_000
    assert (BASEMAP / "land_110m.geojson").stat().st_size < 100_000
