"""Sectors of radars against GeographicLib, and the radar horizon against numbers worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.earth.geodesic import distances_and_azimuths
from geo.earth.horizon import lowest_seen_km
from geo.earth.points import LatLon
from geo.earth.sectors import Sector, is_within, sector_line
from tests.oracle import ONE_MM_KM, SITES, WGS84, points_anywhere, turn_deg

SEONGJU = LatLon(36.049, 128.226)
SECTORS = [
    Sector(SEONGJU, 600, 347, 120),
    Sector(SEONGJU, 6000, 80, 90),  # over the antimeridian
    Sector(LatLon(78, 20), 3000, 0, 90),  # the north pole inside
    Sector(LatLon(-75, -170), 2000, 170, 60),
    Sector(SEONGJU, 2000, 0, 360),
    Sector(SEONGJU, 2000, 200, 359),
    Sector(LatLon(52.737, 174.092), 1000, 271.5, 0.25),
]
ASKED = Geodesic.DISTANCE | Geodesic.AZIMUTH | Geodesic.REDUCEDLENGTH
every_sector = pytest.mark.parametrize("sector", SECTORS, ids=str)


def is_inside(sector: Sector, lat: float, lon: float) -> bool:
    """Say it as the definition does, by GeographicLib."""
    way = WGS84.Inverse(sector.center.lat, sector.center.lon, lat, lon)
    is_ahead = turn_deg(way["azi1"] - sector.azimuth_deg) <= sector.width_deg / 2
    return way["s12"] / 1000 <= sector.range_km and is_ahead


@every_sector
def test_a_place_is_within_iff_its_distance_and_its_azimuth_are(sector: Sector) -> None:
    rng = np.random.default_rng(18)
    near = np.array([sector.center.lat, sector.center.lon]) + rng.normal(0, 12, (600, 2))
    near = near[np.abs(near[:, 0]) < 90]
    points = np.concatenate([near, points_anywhere(rng, 200)])
    found = is_within(sector, *distances_and_azimuths(sector.center, *points.T))
    expected = [is_inside(sector, lat, lon) for lat, lon in points]
    assert found.tolist() == expected
    assert 0 < sum(expected) < len(expected) or sector.width_deg < 1


@every_sector
def test_its_centre_and_both_edges_belong_to_it(sector: Sector) -> None:
    lengths_km = np.array([0.0, 0.5, 1.0, 1.0, 1.0, 1.0]) * sector.range_km
    left, right = sector.edges_deg
    middle = (left + right) / 2
    azimuths_deg = np.array([middle + 180.0, left, left, right, middle, right % 360.0])
    assert is_within(sector, lengths_km, azimuths_deg).all()
    outside = is_within(sector, lengths_km[4:] + ONE_MM_KM, azimuths_deg[4:])
    assert not outside.any()


@given(SITES, st.floats(10, 6000), st.floats(0, 360), st.floats(0.5, 360))
@settings(max_examples=60)
def test_vertices_are_at_its_range_or_on_its_edges(
    site: LatLon, range_km: float, azimuth_deg: float, width_deg: float
) -> None:
    sector = Sector(site, range_km, azimuth_deg, width_deg)
    line = sector_line(sector)
    ways = [WGS84.Inverse(site.lat, site.lon, lat, lon, ASKED) for lat, lon in line]
    starts = 0
    for way in ways:
        km = way["s12"] / 1000
        if abs(km - range_km) <= ONE_MM_KM:
            continue
        starts += km <= ONE_MM_KM
        off_deg = min(turn_deg(way["azi1"] - edge) for edge in sector.edges_deg)
        aside_km = abs(way["m12"]) / 1000 * np.radians(off_deg) if km > ONE_MM_KM else 0.0
        # Around a pole, an azimuth turns by degrees in a millimetre.
        assert aside_km <= ONE_MM_KM or abs(site.lat) > 89.99, (km, off_deg)
    assert starts == (0 if sector.is_round else 2)


def test_longitudes_of_a_line_do_not_leap_at_the_antimeridian() -> None:
    line = sector_line(SECTORS[1])
    assert line[:, 1].max() > 180
    assert np.abs(np.diff(line[:, 1])).max() < 5


# Textbook: altitude of a straight beam = R (cos e / cos (e + d / R) - 1), R = 6,371 km.
@pytest.mark.parametrize(
    ("distance_km", "elevation_deg", "altitude_km"),
    [
        (600, 5, 81.7),  # d / R = 5.396 degrees: 6371 (0.996195 / 0.983585 - 1)
        (2000, 5, 523.1),  # 17.986 degrees: 6371 (0.996195 / 0.920603 - 1)
        (0, 5, 0.0),
        (600, 0, 28.4),  # 6371 (1 / 0.995568 - 1)
        (10_000, 0, np.inf),  # nearly a quarter of the way round, 89.93 degrees, still ends high
    ],
)
def test_lowest_altitude_seen_is_the_textbooks(
    distance_km: float, elevation_deg: float, altitude_km: float
) -> None:
    found = float(lowest_seen_km(distance_km, elevation_deg))
    if np.isinf(altitude_km):
        assert found > 1e6
    else:
        assert found == pytest.approx(altitude_km, abs=0.1)


def test_a_beam_that_has_left_the_earth_sees_nothing_there() -> None:
    assert np.isinf(lowest_seen_km([10_100, 15_000, 19_900], 5.0)).all()
