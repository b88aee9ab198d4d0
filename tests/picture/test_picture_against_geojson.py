"""What a picture shows inside is inside by the GeoJSON and by GeographicLib, in all projections."""

from __future__ import annotations

import random

import pytest
from geographiclib.geodesic import Geodesic
from shapely import Point, prepare
from shapely.geometry import shape

from geo.export.geodata import rings_geojson
from geo.facts.palette import LIGHT
from geo.facts.ringstyles import ring_style
from geo.link.picturesize import PROJECTIONS
from tests.pictures import Colour, near, picture, rgb, washed
from tests.support import exact, view_at

WASH = 0.12  # of the first ring; design.md asks for at most this
RING = rgb(ring_style(0).color)
BARE = [rgb(each) for each in (LIGHT.sea, LIGHT.land, LIGHT.focus)]
WASHED = [washed(base, RING, WASH) for base in BARE]
EDGE_KM = 60  # a pixel and the stroke of the outline

CASES = {
    "simple": ("39.66,124.706", 3000),
    "over the antimeridian": ("39.66,124.706", 5000),
    "north pole": ("39.66,124.706", 8000),
    "both poles": ("39.66,124.706", 15000),
    "south pole": ("-33,151", 9000),
    "nearly all": ("10,-140", 19000),
}
# Views that look away from what little is outside.
ALL_INSIDE = {("both poles", "globe"), ("nearly all", "mercator"), ("nearly all", "globe")}


def state_of(colour: Colour) -> bool | None:
    """Return whether a pixel is washed, None where a line, a word or a border covers it."""
    if any(near(colour, each, 1) for each in WASHED):
        return True
    return False if any(near(colour, each, 1) for each in BARE) else None


def random_points(count: int) -> list[tuple[float, float]]:
    draw = random.Random(20170704)  # noqa: S311  # a fixed sample, no secret
    return [(draw.uniform(-84, 84), draw.uniform(-180, 180)) for _ in range(count)]


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("case", CASES)
def test_pixels_are_washed_exactly_where_the_geojson_says_inside(
    case: str, projection: str
) -> None:
    site, range_km = CASES[case]
    query = f"ring={site}~{range_km}&show="
    shown = picture(query, projection)
    inside = shape(rings_geojson(view_at(query))["features"][0]["geometry"])
    prepare(inside)
    lat, lon = map(float, site.split(","))
    points = random_points(1500)
    compared = {True: 0, False: 0}
    for (point_lat, point_lon), pixel in zip(points, shown.pixels_of(points), strict=True):
        if not shown.on_map(pixel):
            continue
        distance_km, _ = exact((lat, lon), (point_lat, point_lon))
        told = state_of(shown.colour(pixel))
        if told is None or abs(distance_km - range_km) < EDGE_KM:
            continue
        assert told == (distance_km <= range_km), (point_lat, point_lon, distance_km)
        assert told == inside.contains(Point(point_lon, point_lat)), (point_lat, point_lon)
        compared[told] += 1
    assert sum(compared.values()) > 100
    assert compared[True] > 20
    assert compared[False] > 1 or (case, projection) in ALL_INSIDE


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("case", ["simple", "over the antimeridian", "north pole", "south pole"])
def test_outline_runs_through_points_at_the_range(case: str, projection: str) -> None:
    site, range_km = CASES[case]
    shown = picture(f"ring={site}~{range_km}&show=", projection)
    lat, lon = map(float, site.split(","))
    solved = [Geodesic.WGS84.Direct(lat, lon, azimuth, range_km * 1000) for azimuth in range(360)]
    points = [(each["lat2"], each["lon2"]) for each in solved]
    on_line = off_line = 0
    for pixel in shown.pixels_of(points):
        if not shown.on_map(pixel, 4):
            continue
        x, y = pixel
        around = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        if any(near(shown.colour(each), RING, 12) for each in around):  # type: ignore[arg-type]
            on_line += 1
        else:
            off_line += 1  # under the legend, the scale or the ring's own words
    assert on_line > 60
    assert on_line > 3 * off_line


def test_azimuthal_picture_draws_the_rings_of_its_site_as_circles() -> None:
    shown = picture("ring=sohae~8000&show=", "azimuthal")
    solved = [Geodesic.WGS84.Direct(39.66, 124.706, azimuth, 8e6) for azimuth in range(0, 360, 10)]
    pixels = shown.pixels_of([(each["lat2"], each["lon2"]) for each in solved])
    center = shown.pixels_of([(39.66, 124.706)])[0]
    radii = [float(((pixel - center) ** 2).sum() ** 0.5) for pixel in pixels]
    assert max(radii) - min(radii) < 0.05
    left, top, right, bottom = shown.box
    assert center == pytest.approx([(left + right) / 2, (top + bottom) / 2], abs=0.01)
