"""Range rings: every vertex at its range, in its direction, from anywhere on the Earth."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely import Point, Polygon

from geo.earth.points import LatLon
from geo.earth.rings import check_range_km, range_ring, range_rings
from geo.errors import RangeError
from tests.oracle import (
    MUPYONG_NI,
    ONE_MM_KM,
    RANGES_KM,
    SITES,
    SOHAE,
    TONGHAE,
    exact_km,
    exact_point,
    many_km,
)

BAD_RANGES_KM = (math.nan, math.inf, -math.inf, 0.0, -8000.0, 9.99, 19_900.1, 1e300)
# Where the shortest way ends first: on the equator, towards the antipode, past 19,936 km.
FAR_SITES = [LatLon(0, 0), LatLon(0, 180), LatLon(1e-9, -180), LatLon(5, 5), LatLon(90, 0), SOHAE]


def poles_km(site: LatLon) -> tuple[float, float]:
    return exact_km(site, 90, site.lon), exact_km(site, -90, site.lon)


@given(SITES, RANGES_KM)
@settings(max_examples=100)
def test_every_vertex_is_within_a_millimetre_of_the_range(site: LatLon, range_km: float) -> None:
    ring = range_ring(site, range_km)
    assert ring.shape == (361, 2)
    distances_km = np.array([exact_km(site, lat, lon) for lat, lon in ring])
    assert np.abs(distances_km - range_km).max() < ONE_MM_KM


@pytest.mark.parametrize("site", FAR_SITES, ids=str)
def test_the_longest_range_is_still_the_shortest_way_in_all_directions(site: LatLon) -> None:
    ring = range_ring(site, 19_900.0, step_deg=0.5)
    distances_km = np.array([exact_km(site, lat, lon) for lat, lon in ring])
    assert np.abs(distances_km - 19_900.0).max() < ONE_MM_KM


@given(SITES, RANGES_KM, st.integers(0, 360))
def test_vertices_run_clockwise_degree_by_degree(site: LatLon, km: float, azimuth: int) -> None:
    lat, lon = range_ring(site, km)[azimuth]
    expected = exact_point(site, azimuth, km)
    assert exact_km(expected, lat, lon) < ONE_MM_KM


@given(SITES, RANGES_KM)
def test_ring_is_closed_and_turns_once_around_a_single_pole(site: LatLon, range_km: float) -> None:
    north_km, south_km = poles_km(site)
    assume(min(abs(north_km - range_km), abs(south_km - range_km)) > 0.001)
    ring = range_ring(site, range_km)
    turns = int(south_km < range_km) - int(north_km < range_km)
    assert ring[-1, 0] == pytest.approx(ring[0, 0], abs=1e-9)
    assert ring[-1, 1] - ring[0, 1] == pytest.approx(360 * turns, abs=1e-6)


@given(SITES, RANGES_KM)
def test_longitudes_never_jump(site: LatLon, range_km: float) -> None:
    ring = range_ring(site, range_km)
    assert np.abs(np.diff(ring[:, 1])).max() < 180 + 1e-9
    assert np.abs(ring[:, 0]).max() <= 90


@given(SITES, st.floats(10, 19_900))
def test_ring_without_a_pole_contains_its_centre(site: LatLon, range_km: float) -> None:
    assume(min(poles_km(site)) > range_km + 1)
    area = Polygon(range_ring(site, range_km)[:, ::-1])
    assert area.is_valid
    assert any(area.contains(Point(site.lon + turn, site.lat)) for turn in (-360, 0, 360))
    assert not area.exterior.is_ccw


@given(SITES, st.lists(RANGES_KM, min_size=2, max_size=2, unique=True))
@settings(max_examples=50)
def test_a_longer_range_lies_outside_in_every_direction(site: LatLon, ranges: list[float]) -> None:
    near, far = sorted(ranges)
    assume(far - near > ONE_MM_KM)
    inner, outer = range_rings([site.lat] * 2, [site.lon] * 2, [near, far])
    inner_km = many_km(site, inner[:, 0], inner[:, 1])
    outer_km = many_km(site, outer[:, 0], outer[:, 1])
    assert inner_km.max() < outer_km.min()


def test_many_rings_at_once_equal_one_at_a_time() -> None:
    sites = [SOHAE, TONGHAE, MUPYONG_NI, LatLon(0, 180), LatLon(-90, 0), LatLon(89.9, -179.9)] * 4
    ranges_km = np.geomspace(10, 19_900, len(sites))
    rings = range_rings([site.lat for site in sites], [site.lon for site in sites], ranges_km)
    assert rings.shape == (len(sites), 361, 2)
    for ring, site, range_km in zip(rings, sites, ranges_km, strict=True):
        assert np.array_equal(ring, range_ring(site, range_km))


@pytest.mark.parametrize(("step_deg", "vertices"), [(0.1, 3601), (5.0, 73), (90.0, 5)])
def test_step_sets_the_number_of_vertices(step_deg: float, vertices: int) -> None:
    ring = range_ring(SOHAE, 8000.0, step_deg=step_deg)
    assert len(ring) == vertices
    assert exact_km(exact_point(SOHAE, step_deg, 8000.0), *ring[1]) < ONE_MM_KM


@pytest.mark.parametrize("range_km", [10.0, 8000.0, 19_900.0])
def test_both_ends_of_the_interval_are_ranges(range_km: float) -> None:
    assert check_range_km(range_km) == range_km
    assert range_ring(SOHAE, range_km).shape == (361, 2)


@pytest.mark.parametrize("range_km", BAD_RANGES_KM)
def test_other_ranges_are_refused_everywhere(range_km: float) -> None:
    with pytest.raises(RangeError, match="between 10 and 19,900 km"):
        check_range_km(range_km)
    with pytest.raises(RangeError, match="between 10 and 19,900 km"):
        range_ring(SOHAE, range_km)
    with pytest.raises(RangeError, match="between 10 and 19,900 km"):
        range_rings([39.66, 40.85], [124.706, 129.667], [8000.0, range_km])
