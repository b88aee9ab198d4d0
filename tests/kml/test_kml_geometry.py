"""Geometry of the KML: right by GeographicLib, and such that Google Earth can draw it."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from shapely import MultiPolygon, Polygon

from geo.earth.points import LatLon
from geo.link.scenario import Ring, Scenario
from tests.kmlfiles import coordinates_of, folder_of, lines_of, pieces_of, root_of
from tests.oracle import (
    ALLOWED_STRAY_KM,
    RANGES_KM,
    SITES,
    SOHAE,
    covered,
    exact_km,
    exact_point,
    many_km,
    points_anywhere,
    points_beside_ring,
    single,
)
from tests.support import exact, scenario_of, site_point, table

ROUNDING_KM = 0.002
# Simple, over 180 degrees, around one pole, around both, from the south, nearly everything.
CASES = {
    "simple": (SOHAE, 3000),
    "antimeridian": (SOHAE, 5000),
    "north pole": (SOHAE, 8000),
    "both poles": (SOHAE, 15_000),
    "grazing the pole": (SOHAE, exact_km(SOHAE, 90, SOHAE.lon)),
    "on the antimeridian": (LatLon(0, 180), 1000),
    "south pole": (LatLon(-41.3, 174.8), 9000),
    "from the pole": (LatLon(90, 0), 5000),
    "nearly all": (LatLon(-33, -70), 19_900),
}
every_case = pytest.mark.parametrize(("site", "range_km"), CASES.values(), ids=CASES)


def spherical(lonlat: np.ndarray) -> np.ndarray:
    lon, lat = np.radians(lonlat).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


@every_case
def test_outline_is_at_its_range_in_one_world(site: LatLon, range_km: float) -> None:
    lines = lines_of(root_of(Scenario((single(site, range_km),), show=())))
    for line in lines:
        assert np.all(np.abs(line) <= (180, 90))
        for lon, lat in line:
            assert abs(exact((site.lat, site.lon), (lat, lon))[0] - range_km) <= ROUNDING_KM
    assert_is_whole(lines, site, range_km)


def assert_is_whole(lines: list[np.ndarray], site: LatLon, range_km: float) -> None:
    """Lines are closed, or end at the antimeridian where another begins; no azimuth is missing."""
    ends = [tuple(point) for line in lines for point in (line[0], line[-1])]
    for line in lines:
        if not np.array_equal(line[0], line[-1]):
            assert {abs(line[0][0]), abs(line[-1][0])} == {180}
            assert all(ends.count((-lon, lat)) for lon, lat in (line[0], line[-1]))
    vertices = spherical(np.concatenate(lines))
    for azimuth_deg in range(0, 360, 15):
        point = exact_point(site, azimuth_deg, range_km)
        chord = np.linalg.norm(vertices - spherical(np.array([[point.lon, point.lat]])), axis=1)
        assert chord.min() * 6400 <= ROUNDING_KM


@every_case
def test_fill_covers_exactly_what_is_in_range(site: LatLon, range_km: float) -> None:
    pieces = pieces_of(root_of(Scenario((single(site, range_km),), show=())))
    assert_is_fillable(pieces)
    rng = np.random.default_rng(5)
    beside = points_beside_ring(rng, site, range_km, 200)
    points = np.concatenate([points_anywhere(rng, 300), beside])
    distances_km = np.array([exact((site.lat, site.lon), tuple(point))[0] for point in points])
    far = np.abs(distances_km - range_km) > 1
    inside = covered(shapely.union_all(pieces), *points.T)
    assert np.array_equal(inside[far], (distances_km <= range_km)[far])
    assert edge_stray_km(pieces, site, range_km) < ALLOWED_STRAY_KM


def edge_stray_km(pieces: list[Polygon], site: LatLon, range_km: float) -> float:
    """Return how far vertices are from the ring, without those where the cuts meet."""
    lon, lat = shapely.get_coordinates(pieces).T
    is_corner = (lon % 60 == 0) & np.isin(lat, [-90, 0, 90])
    distances_km = many_km(site, lat[~is_corner], lon[~is_corner])
    return float(np.abs(distances_km - range_km).max())


def assert_is_fillable(pieces: list[Polygon]) -> None:
    """None is wide, holds a pole or meets another, and both ways to draw an edge are one."""
    assert pieces
    for piece in pieces:
        assert piece.is_valid, shapely.is_valid_reason(piece)
        west, south, east, north = piece.bounds
        assert -180 <= west < east <= 180
        assert east - west <= 60
        assert -90 <= south < north <= 0 or 0 <= south < north <= 90
        assert piece.exterior.is_ccw
        assert not any(hole.is_ccw for hole in piece.interiors)
        for ring in (piece.exterior, *piece.interiors):
            lonlat = shapely.get_coordinates(ring)
            on_map = spherical((lonlat[:-1] + lonlat[1:]) / 2)
            on_globe = spherical(lonlat[:-1]) + spherical(lonlat[1:])
            on_globe /= np.linalg.norm(on_globe, axis=1, keepdims=True)
            assert np.linalg.norm(on_map - on_globe, axis=1).max() * 6400 <= 0.25
    one_by_one = sum(piece.area for piece in pieces)
    assert shapely.union_all(pieces).area == pytest.approx(one_by_one, rel=1e-7)


@settings(max_examples=60)
@given(SITES, RANGES_KM)
def test_any_ring_anywhere(site: LatLon, range_km: float) -> None:
    root = root_of(Scenario((single(site, range_km),), show=()))
    lines, pieces = lines_of(root), pieces_of(root)
    vertices = np.concatenate(lines)
    assert np.all(np.abs(vertices) <= (180, 90))
    distances_km = many_km(site, vertices[:, 1], vertices[:, 0])
    assert np.abs(distances_km - range_km).max() <= ROUNDING_KM
    for lon, lat in vertices[::40]:
        assert abs(exact_km(site, lat, lon) - range_km) <= ROUNDING_KM
    assert_is_whole(lines, site, range_km)
    assert_is_fillable(pieces)
    assert covered(MultiPolygon(pieces).buffer(1e-6), [site.lat], [site.lon]).all()


@pytest.mark.parametrize(("low_km", "high_km"), [(3000, 5500), (5000, 9000), (8500, 15_000)])
def test_band_is_filled_between_its_ends_only(low_km: float, high_km: float) -> None:
    ring = Ring("typed", SOHAE, low_km, None, high_km)
    pieces = pieces_of(root_of(Scenario((ring,), show=())))
    assert_is_fillable(pieces)
    lats, lons = points_anywhere(np.random.default_rng(6), 1000).T
    distances_km = many_km(SOHAE, lats, lons)
    far = np.abs(distances_km[:, None] - [low_km, high_km]).min(axis=1) > 1
    expected = (distances_km > low_km) & (distances_km <= high_km)
    assert np.array_equal(covered(shapely.union_all(pieces), lats, lons)[far], expected[far])


@pytest.mark.parametrize("range_km", [1000, 5500, 10_000, 15_000])
def test_envelope_is_where_the_nearest_site_is_as_far_as_the_range(range_km: float) -> None:
    root = root_of(scenario_of(f"ring=sohae~{range_km}&show=envelope&date=2016-01-01"))
    lines = coordinates_of(folder_of(root, "Any known launch site"), "LineString")
    points = np.concatenate([line + part * np.diff(line, axis=0, append=line[-1:])
                             for line in lines for part in (0, 0.5)])  # fmt: skip
    used = [site_point(name) for name, row in table("launch_sites").items()
            if (row["first_used"] or "0") <= "2016-01-01"]  # fmt: skip
    from_each = [many_km(LatLon(*site), points[:, 1], points[:, 0]) for site in used]
    assert np.abs(np.min(from_each, axis=0) - range_km).max() < 0.1
    ends = [tuple(point) for line in lines for point in (line[0], line[-1])]
    assert all(ends.count(end) == 2 or ends.count((-end[0], end[1])) for end in ends)
