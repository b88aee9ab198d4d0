"""What holds for every arc: Newton's law, energy, order, limits."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.errors import FlightError
from geo.flight import (
    arc_points,
    best_elevation_deg,
    burnout,
    farthest_flight,
    flight,
    least_speed_km_s,
    max_range_km,
    min_energy_apogee_km,
)
from tests.flight.oracle import HALF_ROUND_KM, MU, R, flown, lofted_speeds_km_s, tried_ranges_km

apogees = st.floats(20, 12_000)
distances = st.floats(0, 18_000)
altitudes = st.floats(0, 500)
speeds = st.floats(0.2, 7.8)
elevations = st.floats(1, 90)


@pytest.mark.parametrize(
    ("speed_km_s", "elevation_deg", "altitude_km"),
    [(0.5, 45, 0), (3, 90, 0), (3, 60, 150), (6.2, 83, 0), (7.2, 22.5, 200), (7.7, 5, 0),
     (5, 0, 300), (8.2, 86, 100), (9.5, 40, 0)],
)  # fmt: skip
def test_a_flight_is_that_of_newtons_law(
    speed_km_s: float, elevation_deg: float, altitude_km: float
) -> None:
    range_km, apogee_km, minutes = flown(speed_km_s, elevation_deg, altitude_km)
    found = flight(speed_km_s, elevation_deg, altitude_km)
    assert found is not None
    assert found.range_km == pytest.approx(range_km, rel=1e-4, abs=0.01)
    assert found.apogee_km == pytest.approx(apogee_km, rel=1e-4)
    assert found.flight_time_min == pytest.approx(minutes, rel=1e-4)


@given(apogees, distances, altitudes)
def test_burnout_leads_back_to_apogee_and_distance(
    apogee_km: float, distance_km: float, altitude_km: float
) -> None:
    assume(apogee_km > altitude_km + 1)
    start = burnout(apogee_km, distance_km, altitude_km)
    found = flight(start.speed_km_s, start.elevation_deg, altitude_km)
    assert found is not None
    assert found.range_km == pytest.approx(distance_km, rel=1e-6, abs=1e-3)
    assert found.apogee_km == pytest.approx(apogee_km, rel=1e-6)
    assert found.flight_time_min == pytest.approx(start.flight_time_min, rel=1e-6)
    assert start.flight_time_min > 0


@given(apogees, st.floats(1, 18_000), altitudes)
def test_burnout_is_what_halving_finds(
    apogee_km: float, distance_km: float, altitude_km: float
) -> None:
    assume(apogee_km > altitude_km + 1)
    halved = lofted_speeds_km_s(np.array(apogee_km), distance_km, np.array(altitude_km))
    start = burnout(apogee_km, distance_km, altitude_km)
    assert start.speed_km_s == pytest.approx(float(halved), rel=1e-5)


@given(speeds, altitudes)
def test_farthest_range_is_what_trying_all_elevations_finds(
    speed_km_s: float, altitude_km: float
) -> None:
    tried = float(tried_ranges_km(np.array(speed_km_s), np.array(altitude_km), 20_000))
    found = max_range_km(speed_km_s, altitude_km)
    assume(found < 18_000)  # beyond it the best elevation is so low that trying finds it too late
    assert found == pytest.approx(tried, rel=1e-5)


@given(speeds, elevations, altitudes)
def test_energy_and_angular_momentum_are_kept_along_the_arc(
    speed_km_s: float, elevation_deg: float, altitude_km: float
) -> None:
    points = arc_points(speed_km_s, elevation_deg, altitude_km, 4001)
    assume(len(points))
    angle, radius, seconds = np.radians(points[:, 0]), R + points[:, 1], points[:, 2] * 60
    middle, step_s = (radius[1:] + radius[:-1]) / 2, np.diff(seconds)
    along, up = middle * np.diff(angle) / step_s, np.diff(radius) / step_s
    energy = (along**2 + up**2) / 2 - MU / middle
    first = speed_km_s**2 / 2 - MU / (R + altitude_km)
    assert np.allclose(energy, first, rtol=0, atol=1e-4 * MU / R)
    momentum = (R + altitude_km) * speed_km_s * math.cos(math.radians(elevation_deg))
    assert np.allclose(middle * along, momentum, rtol=1e-4, atol=1e-4 * R)


@given(speeds, elevations, altitudes, st.integers(2, 200))
def test_points_of_an_arc_begin_at_burnout_and_end_on_the_ground(
    speed_km_s: float, elevation_deg: float, altitude_km: float, count: int
) -> None:
    found = flight(speed_km_s, elevation_deg, altitude_km)
    points = arc_points(speed_km_s, elevation_deg, altitude_km, count)
    if found is None:
        assert points.shape == (0, 3)
        return
    assert points.shape == (count, 3)
    assert points[0] == pytest.approx([0, altitude_km, 0], abs=1e-6)
    last = [math.degrees(found.range_km / R), 0, found.flight_time_min]
    assert points[-1] == pytest.approx(last, rel=1e-6, abs=1e-6)
    assert points[:, 1].max() <= found.apogee_km + 1e-6
    assert (np.diff(points[:, 2]) > 0).all()
    assert (np.diff(points[:, 0]) >= 0).all()


@given(speeds, speeds, altitudes)
def test_a_faster_missile_flies_farther(one: float, other: float, altitude_km: float) -> None:
    slow, fast = sorted((one, other))
    assume(fast > slow)
    assert max_range_km(slow, altitude_km) <= max_range_km(fast, altitude_km)


@given(st.floats(0.5, 7.7), altitudes, st.floats(0.05, 0.999))
def test_lofted_and_depressed_flights_meet_at_the_farthest(
    speed_km_s: float, altitude_km: float, part: float
) -> None:
    """On both sides of the best elevation ranges fall, and each is reached once on either side."""
    assume(max_range_km(speed_km_s, altitude_km) < math.inf)
    farthest = farthest_flight(speed_km_s, altitude_km)
    assert farthest is not None
    best_deg = best_elevation_deg(speed_km_s, altitude_km)
    lofted = best_deg + (90 - best_deg) * (1 - part)
    depressed = best_deg * part
    lower, upper = (flight(speed_km_s, each, altitude_km) for each in (depressed, lofted))
    assert lower is not None
    assert upper is not None
    assert max(lower.range_km, upper.range_km) <= farthest.range_km * (1 + 1e-9)
    assert lower.apogee_km <= farthest.apogee_km * (1 + 1e-9) <= upper.apogee_km * (1 + 2e-9)
    assert lower.flight_time_min <= upper.flight_time_min
    nearer = (best_deg + depressed) / 2, (best_deg + lofted) / 2
    for far, near_deg in zip((lower, upper), nearer, strict=True):
        near = flight(speed_km_s, near_deg, altitude_km)
        assert near is not None
        assert near.range_km >= far.range_km * (1 - 1e-9)


@given(st.floats(50, 5_000), st.floats(1, 3), st.floats(1.001, 3))
def test_at_one_distance_a_lower_apogee_means_less_speed(
    distance_km: float, lofted: float, more: float
) -> None:
    """Down to the arc of least energy."""
    least_km = min_energy_apogee_km(least_speed_km_s(distance_km))
    assert least_km is not None
    lower, higher = (burnout(least_km * by, distance_km) for by in (lofted, lofted * more))
    assert lower.speed_km_s < higher.speed_km_s
    assert lower.flight_time_min < higher.flight_time_min


@given(apogees, distances, speeds)
def test_burnout_just_above_the_ground_is_burnout_on_it(
    apogee_km: float, distance_km: float, speed_km_s: float
) -> None:
    ground, above = (burnout(apogee_km, distance_km, height) for height in (0.0, 1e-6))
    assert above.speed_km_s == pytest.approx(ground.speed_km_s, rel=1e-6)
    assert above.flight_time_min == pytest.approx(ground.flight_time_min, rel=1e-5)
    above_km = max_range_km(speed_km_s, 1e-6)
    assert above_km == pytest.approx(max_range_km(speed_km_s), rel=1e-5, abs=1e-3)


@given(st.floats(0, HALF_ROUND_KM - 1), altitudes)
def test_least_speed_is_the_way_back_of_the_farthest_range(
    range_km: float, altitude_km: float
) -> None:
    speed_km_s = least_speed_km_s(range_km, altitude_km)
    found = max_range_km(speed_km_s, altitude_km)
    assert found == pytest.approx(range_km, rel=1e-6, abs=0.001)


@pytest.mark.parametrize("altitude_km", [0.0, 100.0, 500.0])
def test_from_some_speed_on_there_is_no_limit(altitude_km: float) -> None:
    """On the ground that is the speed of a circular orbit, 7.91 km/s."""
    limit_km_s = least_speed_km_s(HALF_ROUND_KM, altitude_km)
    if altitude_km == 0:
        assert limit_km_s == pytest.approx(math.sqrt(MU / R), rel=1e-9)
    assert max_range_km(limit_km_s - 1e-6, altitude_km) < HALF_ROUND_KM
    for speed_km_s in (limit_km_s + 1e-6, 11.1, 11.2, 20.0):
        assert max_range_km(speed_km_s, altitude_km) == math.inf
        assert farthest_flight(speed_km_s, altitude_km) is None
        assert min_energy_apogee_km(speed_km_s, altitude_km) is None


@pytest.mark.parametrize(
    ("speed_km_s", "elevation_deg", "altitude_km"), [(7.9, 0, 300), (11.2, 45, 0), (12, 90, 0)]
)
def test_what_never_comes_down_is_no_flight(
    speed_km_s: float, elevation_deg: float, altitude_km: float
) -> None:
    """A circular orbit at 300 km takes 7.73 km/s, an escape from the ground 11.19."""
    assert flight(speed_km_s, elevation_deg, altitude_km) is None
    assert arc_points(speed_km_s, elevation_deg, altitude_km).shape == (0, 3)


def test_straight_up_is_a_flight_like_others() -> None:
    """2 MU (1/R - 1/ra) is the square of its speed."""
    start = burnout(1_000.0, 0.0)
    assert start.speed_km_s == pytest.approx(math.sqrt(2 * MU * (1 / R - 1 / (R + 1_000))))
    assert start.elevation_deg == 90.0


NO = math.nan


@pytest.mark.parametrize(
    "call",
    [
        lambda: burnout(0.5, 100), lambda: burnout(50_001, 100), lambda: burnout(NO, 100),
        lambda: burnout(math.inf, 100), lambda: burnout(-1, 100), lambda: burnout(100, -1),
        lambda: burnout(100, 20_016), lambda: burnout(100, NO), lambda: burnout(100, 50, 100),
        lambda: burnout(100, 50, 101), lambda: burnout(100, 50, -1), lambda: burnout(5e3, 5, 2_001),
        lambda: max_range_km(-1), lambda: max_range_km(NO), lambda: max_range_km(21),
        lambda: max_range_km(5, NO), lambda: least_speed_km_s(-1), lambda: least_speed_km_s(20_016),
        lambda: flight(5, 91), lambda: flight(5, -1), lambda: flight(5, NO),
        lambda: arc_points(5, 45, -3),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_what_is_accepted(call) -> None:
    with pytest.raises(FlightError, match=r"must be (between|above)"):
        call()
