"""The outline "any known site" leaves out only sites whose ring is no part of it."""

from __future__ import annotations

import numpy as np
import pytest
from pyproj import Geod

from geo.catalog.reading import load_catalog
from tests.browser.screen import Screen

SITES = load_catalog().launch_sites
WGS84 = Geod(ellps="WGS84")
AZIMUTHS_DEG = np.arange(0.5, 360, 1.0)


def sites_on_the_outline(km: float) -> set[str]:
    """Return the sites with a point at this distance that is farther from all other sites."""
    lats, lons = (np.array([getattr(site, name) for site in SITES]) for name in ("lat", "lon"))
    found = set()
    for index, site in enumerate(SITES):
        same = np.ones_like(AZIMUTHS_DEG)
        ends = WGS84.fwd(site.lon * same, site.lat * same, AZIMUTHS_DEG, km * 1000 * same)
        pairs = [np.repeat(values, len(SITES)) for values in ends[:2]]
        starts = [np.tile(values, len(same)) for values in (lons, lats)]
        distances_m = WGS84.inv(*starts, *pairs)[2].reshape(len(same), -1)
        others_m = np.delete(distances_m, index, axis=1)
        if (others_m.min(axis=1) > km * 1000).any():
            found.add(site.id)
    return found


def kept(screen: Screen, km: float) -> set[str]:
    rows = [{"id": site.id, "lat": site.lat, "lon": site.lon} for site in SITES]
    names = screen.page.evaluate(
        """async ([rows, km]) => {
            const module = new URL("/assets/earth/envelope.js", location.origin).href;
            const { outermost } = await import(module);
            return outermost(rows, km).map((site) => site.id);
        }""",
        [rows, km],
    )
    return set(names)


@pytest.mark.parametrize("km", [1000, 1800, 3000, 5504, 8000, 10_007, 13_000, 15_500, 18_000])
def test_no_site_on_the_outline_is_left_out(bare_page: Screen, km: float) -> None:
    expected = sites_on_the_outline(km)
    assert 3 <= len(expected) < len(SITES)
    assert expected <= kept(bare_page, km) < {site.id for site in SITES}


@pytest.mark.parametrize("km", [10, 300, 999, 18_001, 19_900])
def test_where_rings_need_not_all_overlap_every_site_is_kept(bare_page: Screen, km: float) -> None:
    assert kept(bare_page, km) == {site.id for site in SITES}


def test_known_sites_are_as_close_as_the_margin_supposes() -> None:
    lats, lons = (np.array([getattr(site, name) for site in SITES]) for name in ("lat", "lon"))
    count = len(SITES)
    starts = [np.repeat(values, count) for values in (lons, lats)]
    ends = [np.tile(values, count) for values in (lons, lats)]
    assert WGS84.inv(*starts, *ends)[2].max() <= 510_000
