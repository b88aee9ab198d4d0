"""The exported polygons against the truth: is a point inside iff its distance is in range?"""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geo.catalog.reading import load_catalog
from geo.earth.disks import annulus, disk
from geo.earth.points import LatLon
from geo.errors import RangeError
from geo.facts.limits import MAX_RANGE_KM
from tests.oracle import (
    ALLOWED_STRAY_KM,
    MUPYONG_NI,
    ONE_MM_KM,
    RANGES_KM,
    SITES,
    SOHAE,
    TONGHAE,
    WGS84,
    area_km2,
    assert_is_sound,
    covered,
    exact_km,
    exact_point,
    exported,
    many_km,
    points_anywhere,
    points_beside_ring,
    stray_km,
)

# The poles are 5,504.6 and 14,499.3 km from Mupyong-ni; 5,610 and 14,394 from Sohae; 5,477 and
# 14,527 from Tonghae.
POLAR_RANGES_KM = (5478, 5500, 5505, 5510, 14_000, 14_394, 14_400, 14_527, 15_000, 19_900)
# Typed by hand anywhere: on the antimeridian, the equator, the poles, and where a seam once showed.
TYPED_SITES = [
    LatLon(0, 180), LatLon(0, -180), LatLon(0, 0), LatLon(40, 180), LatLon(-40, -180),
    LatLon(90, 0), LatLon(-90, 0), LatLon(90, -149.9), LatLon(89.999, 12.3), LatLon(-89.9, 180),
    LatLon(61.2, -149.9), LatLon(48.85, 2.35), LatLon(-33.45, -70.67),
]  # fmt: skip


def assert_is_within_range(area: BaseGeometry, site: LatLon, km: float, points: np.ndarray) -> None:
    lats, lons = points.T
    distances_km = many_km(site, lats, lons)
    wrong = covered(area, lats, lons) != (distances_km <= km)
    wrong &= np.abs(distances_km - km) > ALLOWED_STRAY_KM
    assert not wrong.any(), (site, km, points[wrong][:3], distances_km[wrong][:3])


@pytest.mark.parametrize("range_km", POLAR_RANGES_KM)
@pytest.mark.parametrize("site", [MUPYONG_NI, TONGHAE, SOHAE], ids=str)
def test_export_stays_within_100_m_at_the_poles(site: LatLon, range_km: float) -> None:
    area = exported(site, range_km)
    assert_is_sound(area)
    assert stray_km(area, site, range_km) < ALLOWED_STRAY_KM
    assert covered(area, [90, -90], [0, 0]).tolist() == [
        exact_km(site, pole, 0) <= range_km for pole in (90, -90)
    ]


@pytest.mark.parametrize("range_km", [10, 3000, 8000, 12_000, 19_900])
@pytest.mark.parametrize("site", TYPED_SITES, ids=str)
def test_export_stays_within_100_m_from_sites_typed_anywhere(site: LatLon, range_km: float) -> None:
    area = exported(site, range_km)
    assert_is_sound(area)
    assert stray_km(area, site, range_km) < ALLOWED_STRAY_KM


def test_export_stays_within_100_m_from_every_launch_site() -> None:
    for range_km, place in enumerate(load_catalog().launch_sites, start=5500):
        site = place.point
        assert stray_km(exported(site, range_km), site, range_km) < ALLOWED_STRAY_KM, place.id


@pytest.mark.parametrize("off_km", [-1.0, -0.001, -ONE_MM_KM, 0.0, ONE_MM_KM, 0.001, 1.0])
@pytest.mark.parametrize("pole", [90.0, -90.0])
@pytest.mark.parametrize("site", [MUPYONG_NI, LatLon(45, -119.06), LatLon(0, 180)], ids=str)
def test_ring_that_grazes_a_pole_is_sound(site: LatLon, pole: float, off_km: float) -> None:
    range_km = exact_km(site, pole, site.lon) + off_km
    area = exported(site, range_km)
    assert_is_sound(area)
    assert stray_km(area, site, range_km) < ALLOWED_STRAY_KM
    assert_is_within_range(area, site, range_km, points_anywhere(np.random.default_rng(1), 300))


@given(SITES, RANGES_KM)
@settings(max_examples=100)
def test_any_export_is_sound_and_near_its_ring(site: LatLon, range_km: float) -> None:
    area = exported(site, range_km)
    assert_is_sound(area)
    assert stray_km(area, site, range_km) < ALLOWED_STRAY_KM
    assert covered(area, [site.lat], [site.lon]).all()


@given(SITES, st.floats(10, 19_898), st.floats(1, 2000))
@settings(max_examples=40)
def test_a_longer_range_covers_a_shorter_one(site: LatLon, range_km: float, more_km: float) -> None:
    longer = disk(site, min(range_km + more_km, MAX_RANGE_KM))
    assert longer.buffer(1e-9).covers(disk(site, range_km))


@pytest.mark.parametrize("seed", range(4))
def test_of_100_000_points_none_is_on_the_wrong_side(seed: int) -> None:
    rng = np.random.default_rng(seed)
    for at in range(25):
        site = LatLon(np.degrees(np.arcsin(rng.uniform(-1, 1))), rng.uniform(-180, 180))
        site = (MUPYONG_NI, *TYPED_SITES)[at // 2] if at % 2 else site
        range_km = rng.uniform(10, 19_900)
        points = [points_anywhere(rng, 200), points_beside_ring(rng, site, range_km, 400)]
        assert_is_within_range(exported(site, range_km), site, range_km, np.concatenate(points))


def test_bare_pyproj_is_geographiclib_where_it_stands_in_for_it() -> None:
    rng = np.random.default_rng(7)
    for site in (MUPYONG_NI, *TYPED_SITES):
        points = points_anywhere(rng, 10)
        expected = [exact_km(site, lat, lon) for lat, lon in points]
        assert many_km(site, *points.T) == pytest.approx(expected, abs=ONE_MM_KM)


@pytest.mark.parametrize(
    ("range_km", "crosses", "north", "south"),
    [
        (4370, False, False, False),
        (4382, True, False, False),
        (5605, True, False, False),
        (5615, True, True, False),
        (14_390, True, True, False),
        (14_398, True, True, True),
        (19_900, True, True, True),
    ],
)
def test_regimes_from_sohae(range_km: float, crosses: bool, north: bool, south: bool) -> None:
    area = exported(SOHAE, range_km)
    west, low, east, high = area.bounds
    assert (west == -180, east == 180) == (crosses, crosses)
    assert (high == 90, low == -90) == (north, south)
    holes = [hole for part in shapely.get_parts(area) for hole in part.interiors]
    assert len(holes) == (north and south)


@pytest.mark.parametrize("range_km", [10, 3000, 5000, 8000, 14_000, 14_600, 19_900])
@pytest.mark.parametrize("site", [SOHAE, TYPED_SITES[0], TYPED_SITES[9], TYPED_SITES[10]], ids=str)
def test_area_is_geographiclibs_within_100_m_of_the_ring(site: LatLon, range_km: float) -> None:
    polygon = WGS84.Polygon()
    for azimuth_deg in np.arange(0, 360, 0.25):
        point = exact_point(site, azimuth_deg, range_km)
        polygon.AddPoint(point.lat, point.lon)
    _, perimeter_m, area_m2 = polygon.Compute(reverse=True, sign=False)
    off_km2 = abs(area_km2(exported(site, range_km)) - area_m2 / 1e6)
    assert off_km2 < ALLOWED_STRAY_KM * perimeter_m / 1000


@pytest.mark.parametrize(
    ("low_km", "high_km"), [(3000, 5500), (5000, 10_000), (8500, 14_500), (14_400, 15_000)]
)
@pytest.mark.parametrize("site", [SOHAE, LatLon(61.2, -149.9), LatLon(0, 180)], ids=str)
def test_annulus_is_what_is_beyond_low_and_within_high(
    site: LatLon, low_km: float, high_km: float
) -> None:
    area = annulus(site, low_km, high_km)
    assert_is_sound(area)
    lats, lons = points_anywhere(np.random.default_rng(3), 2000).T
    distances_km = many_km(site, lats, lons)
    far = np.abs(distances_km[:, None] - [low_km, high_km]).min(axis=1) > ALLOWED_STRAY_KM
    expected = (distances_km > low_km) & (distances_km <= high_km)
    assert np.array_equal(covered(area, lats, lons)[far], expected[far])


@pytest.mark.parametrize(("low_km", "high_km"), [(5500, 3000), (3000, 3000)])
def test_annulus_needs_its_ranges_in_order(low_km: float, high_km: float) -> None:
    with pytest.raises(RangeError, match="below the high one"):
        annulus(SOHAE, low_km, high_km)
