"""Ranges over a turning Earth, against others' table and Newton's law in the frame that turns.

The table was made by launching in each direction as seen from the ground, at the elevation of at
least 5 degrees that leads farthest; the app tries lower ones too.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FlightError
from geo.flight import (
    least_speed_km_s,
    max_range_km,
    max_range_rotating_km,
    max_ranges_by_azimuth,
)
from geo.flight.kepler import motion_of
from geo.flight.rotating import farthest, impacts
from geo.flight.rotatingtable import max_ranges_rotating_km
from tests.flight.oracle import drifted

NORTH_LATITUDE_DEG = 39.5
AZIMUTHS_DEG = np.arange(0.0, 360.0, 45.0)
ROUND_KM = 0.6  # the table is in whole kilometres
TABLE = {
    4_500: (4_498, 4_686, 4_779, 4_702, 4_520, 4_357, 4_289, 4_342),
    6_700: (6_694, 7_119, 7_337, 7_147, 6_731, 6_383, 6_248, 6_359),
    8_000: (7_991, 8_628, 8_966, 8_664, 8_038, 7_540, 7_352, 7_509),
    10_400: (10_384, 11_659, 12_420, 11_708, 10_450, 9_570, 9_261, 9_528),
    13_000: (12_980, 16_025, math.inf, 16_082, 13_062, 11_555, 11_078, 11_501),
}


@pytest.mark.parametrize("still_km", TABLE)
def test_ranges_by_direction_are_those_of_the_table(still_km: int) -> None:
    speed_km_s = least_speed_km_s(still_km)
    reached = max_ranges_by_azimuth(speed_km_s, NORTH_LATITUDE_DEG, AZIMUTHS_DEG)
    assert reached.range_km == pytest.approx(TABLE[still_km], abs=1.1)


def test_far_east_of_the_table_is_the_lowest_elevation_it_tried() -> None:
    """It says 19,275 km; lower still, 7.59 km/s and the ground's 0.36 are an orbit."""
    motion = motion_of(least_speed_km_s(13_000), 5.0, 0.0)
    found = impacts(motion, NORTH_LATITUDE_DEG, 90.0)
    assert float(found.distance_km) == pytest.approx(19_275, abs=ROUND_KM)


@pytest.mark.parametrize(
    ("speed_km_s", "elevation_deg", "azimuth_deg", "latitude_deg"),
    [(6.2, 30, 90, 39.5), (6.2, 30, 270, 39.5), (7.0, 25, 20, 39.5), (7.0, 50, 200, -60),
     (3, 45, 135, 0), (7.4, 15, 315, 80), (6.2, 80, 60, 40)],
)  # fmt: skip
def test_an_impact_is_that_of_newtons_law_in_the_frame_that_turns(
    speed_km_s: float, elevation_deg: float, azimuth_deg: float, latitude_deg: float
) -> None:
    motion = motion_of(speed_km_s, elevation_deg, 0.0)
    found = float(impacts(motion, latitude_deg, azimuth_deg).distance_km)
    expected = drifted(speed_km_s, elevation_deg, azimuth_deg, latitude_deg)
    assert abs(found) == pytest.approx(expected, rel=2e-5)


@given(st.floats(0.2, 7.9), st.floats(0, 360), st.floats(0, 300), st.sampled_from([-90.0, 90.0]))
def test_at_a_pole_the_ground_stands_still_and_only_turns(
    speed_km_s: float, azimuth_deg: float, altitude_km: float, pole_deg: float
) -> None:
    found = max_range_rotating_km(speed_km_s, pole_deg, azimuth_deg, altitude_km)
    assert found == pytest.approx(max_range_km(speed_km_s, altitude_km), rel=1e-4)


@given(st.floats(1, 7), st.floats(-80, 80))
def test_east_is_farther_than_still_and_west_is_nearer(
    speed_km_s: float, latitude_deg: float
) -> None:
    east, west = (max_range_rotating_km(speed_km_s, latitude_deg, each) for each in (90.0, 270.0))
    assert west < max_range_km(speed_km_s) < east


@given(st.floats(1, 7), st.floats(0, 80), st.floats(0, 180))
def test_south_of_the_equator_mirrors_north_of_it(
    speed_km_s: float, latitude_deg: float, azimuth_deg: float
) -> None:
    north = max_range_rotating_km(speed_km_s, latitude_deg, azimuth_deg)
    south = max_range_rotating_km(speed_km_s, -latitude_deg, 180.0 - azimuth_deg)
    assert north == pytest.approx(south, rel=1e-9)


def test_bearings_of_impacts_are_near_the_azimuths_and_drawn_clockwise() -> None:
    reached = max_ranges_by_azimuth(7.0, NORTH_LATITUDE_DEG, np.arange(0.0, 360.0, 5.0))
    turns_deg = np.diff(reached.bearing_deg, append=reached.bearing_deg[0]) % 360
    assert turns_deg.sum() == pytest.approx(360)
    assert (turns_deg < 10).all()


@pytest.mark.parametrize("least_km_s", [0.5, 4.0, 6.2, 7.0, 7.5, 7.8])
@pytest.mark.parametrize("azimuth_deg", [0.0, 90.0, 200.0, 250.0, 270.0, 330.0])
def test_many_draws_are_right_to_a_thousandth(least_km_s: float, azimuth_deg: float) -> None:
    """Read off a table, against each for itself."""
    chance = np.random.default_rng(1)
    speeds = least_km_s + chance.uniform(0, 0.5, 300)
    altitudes = chance.uniform(0, 200, 300)
    found = max_ranges_rotating_km(speeds, altitudes, NORTH_LATITUDE_DEG, azimuth_deg)
    each = np.array([
        max_range_rotating_km(speed, NORTH_LATITUDE_DEG, azimuth_deg, altitude)
        for speed, altitude in zip(speeds.tolist(), altitudes.tolist(), strict=True)
    ])  # fmt: skip
    is_limited = np.isfinite(found) & np.isfinite(each)
    assert (np.isfinite(found) == np.isfinite(each)).mean() >= 0.995
    assert found[is_limited] == pytest.approx(each[is_limited], rel=1e-3, abs=0.2)


def test_draws_that_are_all_alike_have_one_range() -> None:
    same = np.full(10, 6.2)
    found = max_ranges_rotating_km(same, np.zeros(10), NORTH_LATITUDE_DEG, 90.0)
    assert found == pytest.approx(float(farthest(6.2, 0.0, NORTH_LATITUDE_DEG, 90.0).distance_km))


@pytest.mark.parametrize(
    ("latitude_deg", "azimuth_deg"), [(91, 0), (-91, 0), (math.nan, 0), (0, -1), (0, 361)]
)
def test_directions_that_are_none_are_refused(latitude_deg: float, azimuth_deg: float) -> None:
    with pytest.raises(FlightError, match="must be between"):
        max_range_rotating_km(5.0, latitude_deg, azimuth_deg)


def test_an_azimuth_that_is_no_number_is_refused() -> None:
    with pytest.raises(FlightError, match="azimuth"):
        max_range_rotating_km(5.0, 40.0, math.nan)
