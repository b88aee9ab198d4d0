"""The envelope is what some launch site reaches, also where it wraps the Earth."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from shapely.geometry.base import BaseGeometry

from geo.catalog.reading import load_catalog
from geo.earth.envelope import envelope_disk, nearest_site_km
from geo.earth.points import LatLon
from tests.oracle import (
    ALLOWED_STRAY_KM,
    ONE_MM_KM,
    assert_is_sound,
    covered,
    exact_km,
    many_km,
    points_anywhere,
    points_beside_ring,
)

SHIPPED_SITES = tuple(site.point for site in load_catalog().launch_sites)
# Far apart, on the antimeridian, beside a pole, and one that is alone in the south.
SPREAD_SITES = (LatLon(61.2, -149.9), LatLon(0, 180), LatLon(89.5, 10), LatLon(-33.45, -70.67))
RANGES_KM = (1000, 5500, 5600, 10_000, 14_500, 19_900)


@cache
def envelope(sites: tuple[LatLon, ...], range_km: float) -> BaseGeometry:
    return envelope_disk(sites, range_km)


def nearest_km(sites: tuple[LatLon, ...], lats: np.ndarray, lons: np.ndarray) -> np.ndarray:
    return np.min([many_km(site, lats, lons) for site in sites], axis=0)


@pytest.mark.parametrize("range_km", RANGES_KM)
@pytest.mark.parametrize("sites", [SHIPPED_SITES, SPREAD_SITES], ids=["shipped", "spread"])
def test_point_is_in_the_envelope_iff_its_nearest_site_reaches_it(
    sites: tuple[LatLon, ...], range_km: float
) -> None:
    rng = np.random.default_rng(round(range_km))
    beside = [points_beside_ring(rng, site, range_km, 200) for site in sites[:10]]
    lats, lons = np.concatenate([points_anywhere(rng, 1000), *beside]).T
    distances_km = nearest_km(sites, lats, lons)
    wrong = covered(envelope(sites, range_km), lats, lons) != (distances_km <= range_km)
    wrong &= np.abs(distances_km - range_km) > ALLOWED_STRAY_KM
    assert not wrong.any(), (lats[wrong][:3], lons[wrong][:3], distances_km[wrong][:3])


@pytest.mark.parametrize("range_km", RANGES_KM)
@pytest.mark.parametrize("sites", [SHIPPED_SITES, SPREAD_SITES], ids=["shipped", "spread"])
def test_envelope_is_valid_and_within_the_world(sites: tuple[LatLon, ...], range_km: float) -> None:
    assert_is_sound(envelope(sites, range_km))


@pytest.mark.parametrize("range_km", [10, 5500, 14_500])
def test_envelope_of_one_site_is_its_disk_and_order_does_not_matter(range_km: float) -> None:
    alone = envelope_disk(SHIPPED_SITES[:1], range_km)
    twice = envelope_disk(SHIPPED_SITES[:1] * 2, range_km)
    assert alone.symmetric_difference(twice).area < 1e-9
    some = SPREAD_SITES
    turned = envelope_disk(some[::-1], range_km)
    assert envelope_disk(some, range_km).symmetric_difference(turned).area < 1e-9


def test_poles_join_the_envelope_at_the_distance_of_the_nearest_site() -> None:
    for pole in (90.0, -90.0):
        nearest = min(exact_km(site, pole, site.lon) for site in SHIPPED_SITES)
        for range_km, inside in ((nearest - 0.2, False), (nearest + 0.2, True)):
            area = envelope_disk(SHIPPED_SITES, range_km)
            assert covered(area, [pole] * 3, [-180, 10, 180]).tolist() == [inside] * 3


def test_nearest_site_is_the_nearest_by_geographiclib() -> None:
    lats, lons = points_anywhere(np.random.default_rng(2), 4).T
    expected = [
        min(exact_km(site, lat, lon) for site in SHIPPED_SITES)
        for lat, lon in zip(lats, lons, strict=True)
    ]
    assert nearest_site_km(SHIPPED_SITES, lats, lons) == pytest.approx(expected, abs=ONE_MM_KM)


def test_known_sites_are_as_close_as_the_browsers_outline_supposes() -> None:
    """Its margin, by which it leaves sites out, is in ui/web/earth/envelope.js."""
    lats, lons = np.transpose([(site.lat, site.lon) for site in SHIPPED_SITES])
    assert max(many_km(site, lats, lons).max() for site in SHIPPED_SITES) <= 510
