"""The outline "any known site" leaves out only sites whose ring is no part of it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from pyproj import Geod

from geo.catalog.reading import load_catalog
from geo.records.kinds import LaunchSite
from tests.browser.screen import Screen

SITES = load_catalog().launch_sites
WGS84 = Geod(ellps="WGS84")
SPHERE_AT_MOST = 0.99  # what is nearer than this on a sphere is nearer in truth
AZIMUTHS_DEG = np.arange(0.5, 360, 1.0)


def sites_on_the_outline(km: float) -> set[str]:
    """Return the sites with a point at this distance that is farther from all other sites."""
    found = set()
    for site in SITES:
        others = [other for other in SITES if other is not site]
        same = np.ones_like(AZIMUTHS_DEG)
        ends = np.stack(WGS84.fwd(site.lon * same, site.lat * same, AZIMUTHS_DEG, km * 1000 * same))
        ends = ends[:2, (on_sphere_km(ends[0], ends[1], others) > km * SPHERE_AT_MOST).all(axis=0)]
        for other in others:  # exactly, where the sphere leaves it open
            start = np.full(len(ends[0]), other.lon), np.full(len(ends[0]), other.lat)
            ends = ends[:, WGS84.inv(*start, *ends)[2] > km * 1000]
        if ends.size:
            found.add(site.id)
    return found


def on_sphere_km(
    lons: NDArray[np.float64], lats: NDArray[np.float64], sites: list[LaunchSite]
) -> NDArray[np.float64]:
    """Return how far points are from each site on a sphere: within 0.6 % of the truth."""
    cosines = [
        np.sin(np.radians(site.lat)) * np.sin(np.radians(lats))
        + np.cos(np.radians(site.lat))
        * np.cos(np.radians(lats))
        * np.cos(np.radians(lons - site.lon))
        for site in sites
    ]
    return 6371 * np.arccos(np.clip(cosines, -1, 1))


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
