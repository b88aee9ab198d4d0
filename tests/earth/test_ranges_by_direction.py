"""Areas whose range differs by direction, against distance and azimuth point by point."""

from __future__ import annotations

import numpy as np
import pytest

from geo.earth import Floats, LatLon, annulus, disk, refined_ring
from geo.errors import RangeError
from tests.oracle import (
    ALLOWED_STRAY_KM,
    SOHAE,
    WGS84,
    assert_is_sound,
    covered,
    points_anywhere,
)

# Farther east than west, as with the Earth's rotation; the last ones are as long as can be.
EGGS_KM = [(3000, 120), (6000, 500), (8000, 1000), (13_000, 4000), (14_000, 5800)]
EGG_SITES = [SOHAE, LatLon(61.2, -149.9), LatLon(0, 180), LatLon(-89.9, 180)]


def egg_km(middle_km: float, more_km: float, azimuths_deg: Floats) -> Floats:
    return middle_km + more_km * np.sin(np.radians(azimuths_deg))


@pytest.mark.parametrize(("middle_km", "more_km"), EGGS_KM)
@pytest.mark.parametrize("site", EGG_SITES, ids=str)
def test_a_place_is_inside_iff_its_distance_is_within_the_range_of_its_direction(
    site: LatLon, middle_km: float, more_km: float
) -> None:
    area = disk(site, lambda azimuths_deg: egg_km(middle_km, more_km, azimuths_deg))
    assert_is_sound(area)
    points = points_anywhere(np.random.default_rng(5), 1500)
    exact = [WGS84.Inverse(site.lat, site.lon, lat, lon) for lat, lon in points]
    over_km = np.array([each["s12"] / 1000 for each in exact]) - egg_km(
        middle_km, more_km, np.array([each["azi1"] for each in exact])
    )
    far = np.abs(over_km) > ALLOWED_STRAY_KM
    assert far.sum() > 1400
    assert np.array_equal(covered(area, *points.T)[far], (over_km <= 0)[far])


def test_vertices_are_at_the_range_of_their_direction() -> None:
    ring = refined_ring(SOHAE, lambda azimuths_deg: egg_km(8000, 1000, azimuths_deg))
    for lat, lon in ring[::25]:
        exact = WGS84.Inverse(SOHAE.lat, SOHAE.lon, lat, lon)
        assert exact["s12"] / 1000 == pytest.approx(
            8000 + 1000 * np.sin(np.radians(exact["azi1"])), abs=1e-3
        )


def test_a_range_beyond_the_longest_geodesic_is_refused_in_any_direction() -> None:
    with pytest.raises(RangeError, match="19,900"):
        disk(SOHAE, lambda azimuths_deg: egg_km(15_000, 5000, azimuths_deg))


def test_bands_may_not_cross() -> None:
    with pytest.raises(RangeError, match="below the high one"):
        annulus(SOHAE, lambda azimuths_deg: egg_km(8000, 1000, azimuths_deg), 8500)
