"""Who is in reach: exact at the edges, GeographicLib's distances, and one answer everywhere."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.earth.points import LatLon
from geo.errors import RangeError
from geo.link.scenario import Ring
from geo.reach.matrix import STATES, classify, reach_table
from tests.oracle import (
    ALLOWED_STRAY_KM,
    MUPYONG_NI,
    ONE_MM_KM,
    RANGES_KM,
    SITES,
    SOHAE,
    TONGHAE,
    WGS84,
    covered,
    exact_km,
    exported,
    points_anywhere,
    single,
    turn_deg,
)

PLACES = load_catalog().places
LATS, LONS = [place.lat for place in PLACES], [place.lon for place in PLACES]


def band(low_km: float, high_km: float, best_km: float | None = None) -> Ring:
    return Ring("typed", SOHAE, low_km, best_km, high_km)


NORTH_DEG = np.array(0.0)


def states(distances_km: list[float], ring: Ring) -> list[str]:
    return [STATES[at] for at in classify(np.array(distances_km), NORTH_DEG, ring)]


def just_below(value: float) -> float:
    return math.nextafter(value, 0)


def just_above(value: float) -> float:
    return math.nextafter(value, math.inf)


def test_place_at_exactly_the_range_is_in() -> None:
    ring = single(SOHAE, 8000.0)
    at = [0.0, just_below(8000), 8000.0, just_above(8000), 20_000.0]
    assert states(at, ring) == ["in", "in", "in", "out", "out"]


@pytest.mark.parametrize("ring", [band(3000, 5500), band(3000, 5500, best_km=4000)])
def test_band_begins_beyond_low_and_ends_with_high(ring: Ring) -> None:
    at = [10.0, 3000.0, just_above(3000), 4000.0, 4001.0, 5500.0, just_above(5500)]
    assert states(at, ring) == ["in", "in", "band", "band", "band", "band", "out"]


def test_classify_keeps_any_shape() -> None:
    grid = np.array([[1000.0, 3500.0], [5500.0, 9000.0]])
    assert classify(grid, NORTH_DEG, band(3000, 5500)).tolist() == [[0, 1], [1, 2]]
    assert int(classify(np.array(3500.0), NORTH_DEG, band(3000, 5500))) == STATES.index("band")


@pytest.mark.parametrize(
    ("low_km", "best_km", "high_km", "problem"),
    [
        (None, None, None, "one range, or a low and a high one"),
        (3000, None, None, "one range, or a low and a high one"),
        (None, 4000, 5500, "one range, or a low and a high one"),
        (5500, None, 3000, "must grow"),
        (3000, None, 3000, "must grow"),
        (3000, 6000, 5500, "must grow"),
        (9.99, None, 5500, "between 10 and 19,900 km"),
        (3000, None, math.nan, "between 10 and 19,900 km"),
    ],
)
def test_ring_that_cannot_be_decided_is_refused(
    low_km: float | None, best_km: float | None, high_km: float | None, problem: str
) -> None:
    with pytest.raises(RangeError, match=problem):
        Ring("sohae", SOHAE, low_km, best_km, high_km)


def test_every_shipped_place_is_decided_by_geographiclibs_distance() -> None:
    sites = [site.point for site in load_catalog().launch_sites[::7]]
    table = reach_table([single(site, 8000.0) for site in sites], LATS, LONS)
    assert table.distances_km.shape == (len(sites), len(PLACES))
    for row, site in enumerate(sites):
        for column, place in enumerate(PLACES):
            exact = WGS84.Inverse(site.lat, site.lon, place.lat, place.lon)
            assert abs(table.distances_km[row, column] - exact["s12"] / 1000) < ONE_MM_KM
            assert turn_deg(table.azimuths_deg[row, column] - exact["azi1"]) < 1e-6
            assert table.state(row, column) == ("in" if exact["s12"] <= 8_000_000 else "out")


@pytest.mark.parametrize("range_km", [5500, 6700, 8000, 10_000])
@pytest.mark.parametrize("site", [SOHAE, TONGHAE, MUPYONG_NI], ids=str)
def test_table_and_exported_polygon_agree_on_every_shipped_place(
    site: LatLon, range_km: float
) -> None:
    table = reach_table([single(site, range_km)], LATS, LONS)
    beside_the_ring = np.abs(table.distances_km[0] - range_km) <= ALLOWED_STRAY_KM
    inside = covered(exported(site, range_km), LATS, LONS)
    assert np.array_equal(inside | beside_the_ring, (table.states[0] == 0) | beside_the_ring)
    assert beside_the_ring.sum() <= 1


@given(SITES, SITES, st.sampled_from([-1, 1]))
def test_a_millimetre_of_range_decides(site: LatLon, place: LatLon, side: int) -> None:
    distance_km = exact_km(site, place.lat, place.lon)
    range_km = min(max(distance_km + side * ONE_MM_KM, 10.0), 19_900.0)
    table = reach_table([single(site, range_km)], [place.lat], [place.lon])
    assert table.state(0, 0) == ("in" if distance_km <= range_km else "out")


@given(SITES, SITES, st.lists(RANGES_KM, min_size=3, max_size=3, unique=True).map(sorted))
def test_a_longer_range_never_takes_a_place_out_of_reach(
    site: LatLon, place: LatLon, ranges: list[float]
) -> None:
    low, best, high = ranges
    rings = [single(site, each) for each in ranges] + [Ring("typed", site, low, best, high)]
    table = reach_table(rings, [place.lat], [place.lon])
    shorter, middle, longer, banded = table.states[:, 0]
    assert shorter >= middle >= longer
    assert (banded == 0) == (shorter == 0)
    assert (banded == 2) == (longer == 2)


def test_rings_from_one_site_share_one_solution() -> None:
    rings = [single(SOHAE, 5500.0), band(3000, 8000), single(TONGHAE, 5500.0)]
    table = reach_table(rings, LATS, LONS)
    assert np.array_equal(table.distances_km[0], table.distances_km[1])
    assert np.array_equal(table.azimuths_deg[0], table.azimuths_deg[1])
    assert not np.array_equal(table.distances_km[0], table.distances_km[2])


def test_no_places_is_an_empty_table() -> None:
    table = reach_table([single(SOHAE, 5500.0)], [], [])
    assert table.distances_km.shape == table.azimuths_deg.shape == table.states.shape == (1, 0)


@settings(max_examples=3)
@given(st.integers(0, 2**32 - 1))
def test_10_000_places_by_12_rings_are_what_each_is_alone(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sites = [LatLon(*point) for point in points_anywhere(rng, 4)]
    rings = [single(site, rng.uniform(10, 19_900)) for site in sites]
    points = points_anywhere(rng, 3334)[:10_000]
    table = reach_table(rings, *points.T)
    assert table.states.shape == (12, 10_000)
    for row, column in zip(rng.permutation(12), rng.integers(0, 10_000, 12), strict=True):
        alone = reach_table([rings[row]], points[[column], 0], points[[column], 1])
        assert alone.distances_km[0, 0] == table.distances_km[row, column]
        assert alone.azimuths_deg[0, 0] == table.azimuths_deg[row, column]
        assert alone.state(0, 0) == table.state(row, column)
        expected_km = exact_km(sites[row], *points[column])
        assert abs(table.distances_km[row, column] - expected_km) < ONE_MM_KM
