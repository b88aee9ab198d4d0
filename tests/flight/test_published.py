"""Trajectories against a textbook's example, flights as they were reported, and others' tables."""

from __future__ import annotations

import math

import numpy as np
import pytest

from geo.flight import (
    Report,
    arc_points,
    best_elevation_deg,
    burnout,
    check_minutes,
    farthest_flight,
    flight,
    least_speed_km_s,
    max_range_km,
    min_energy_apogee_km,
)
from tests.flight.oracle import MU, R, lofted_flights

every_flight = pytest.mark.parametrize("row", lofted_flights(), ids=lambda row: row["flight"])


def test_example_of_bate_mueller_and_white() -> None:
    """Page 290: burnout 1/5 of the Earth's radius high with 2/3 of circular speed, apogee 1/2."""
    speed_km_s = 2 / 3 * math.sqrt(MU / R)
    flown = flight(speed_km_s, 51.32, R / 5)
    assert flown is not None
    assert flown.apogee_km == pytest.approx(R / 2, rel=1e-3)
    points = arc_points(speed_km_s, 51.32, R / 5, 2001)
    to_apogee_deg = points[np.argmax(points[:, 1]), 0]
    assert 2 * to_apogee_deg == pytest.approx(36.4, abs=0.1)  # back to the height of burnout


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "model_km", "model_min"),
    [
        (3_700, 770, 779, 16.9),  # 15 September 2017, 19 minutes with the boost
        (2_700, 550, 599, 13.4),  # 29 August 2017, 14 to 15 minutes
        (4_500, 970, 905, 19.9),  # 4 October 2022, about 20 minutes
    ],
)
def test_flights_over_japan_were_nearly_those_of_least_energy(
    range_km: float, apogee_km: float, model_km: float, model_min: float
) -> None:
    least_km = min_energy_apogee_km(least_speed_km_s(range_km))
    assert least_km == pytest.approx(model_km, abs=0.5)
    assert least_km == pytest.approx(apogee_km, rel=0.1)
    assert burnout(apogee_km, range_km).flight_time_min == pytest.approx(model_min, abs=0.06)


@pytest.mark.parametrize(
    ("range_km", "speed_km_s", "elevation_deg", "apogee_km", "minutes", "straight_up_km"),
    [
        (1_000, 3.016, 42.8, 240, 7.9, 499),
        (2_000, 4.113, 40.5, 459, 11.7, 996),
        (3_000, 4.865, 38.3, 655, 14.9, 1_486),
        (4_000, 5.433, 36.0, 828, 17.9, 1_967),
        (5_000, 5.883, 33.8, 976, 20.6, 2_436),
        (5_500, 6.075, 32.6, 1_041, 21.9, 2_665),
        (6_000, 6.249, 31.5, 1_098, 23.2, 2_890),
        (8_000, 6.805, 27.0, 1_264, 28.0, 3_742),
        (10_000, 7.198, 22.5, 1_319, 32.2, 4_502),
        (12_000, 7.480, 18.0, 1_265, 35.7, 5_152),
        (13_000, 7.588, 15.8, 1_196, 37.2, 5_430),
        (15_000, 7.751, 11.3, 978, 39.6, 5_884),
    ],
)
def test_arcs_of_least_energy(  # noqa: PLR0917
    range_km: float,
    speed_km_s: float,
    elevation_deg: float,
    apogee_km: float,
    minutes: float,
    straight_up_km: float,
) -> None:
    speed = least_speed_km_s(range_km)
    farthest, straight_up = farthest_flight(speed), flight(speed, 90.0)
    assert speed == pytest.approx(speed_km_s, abs=0.0006)
    assert best_elevation_deg(speed) == pytest.approx(elevation_deg, abs=0.06)
    assert farthest is not None
    assert farthest.range_km == pytest.approx(range_km, abs=0.001)
    assert farthest.apogee_km == pytest.approx(apogee_km, abs=0.6)
    assert farthest.flight_time_min == pytest.approx(minutes, abs=0.06)
    assert straight_up is not None
    assert straight_up.apogee_km == pytest.approx(straight_up_km, abs=0.6)


@every_flight
def test_lofted_flights_lead_to_the_ranges_of_the_table(row: dict[str, str]) -> None:
    apogee_km, distance_km = float(row["apogee_km"]), float(row["distance_km"])
    start = burnout(apogee_km, distance_km)
    assert start.speed_km_s == pytest.approx(float(row["speed_km_s"]), abs=0.006)
    assert start.elevation_deg == pytest.approx(float(row["elevation_deg"]), abs=0.6)
    for height_km in (0, 100, 200):
        told = row[f"range_{height_km}_km"]
        speed_km_s = burnout(apogee_km, distance_km, height_km).speed_km_s
        expected = math.inf if told == "none" else float(told)
        assert max_range_km(speed_km_s, height_km) == pytest.approx(expected, abs=0.6)


@every_flight
def test_reported_minutes_fit_the_apogee_but_for_one_flight(row: dict[str, str]) -> None:
    """24 March 2022: the minutes of North Korea's report do not fit its apogee, Japan's do."""
    told = row["reported_min"]
    minutes = float(told) if told else None
    report = Report(float(row["apogee_km"]), float(row["distance_km"]), minutes)
    checked = check_minutes(report)
    if checked is None:
        assert told == ""
    else:
        assert checked.kepler_min == pytest.approx(float(row["kepler_min"]), abs=0.06)
        assert checked.longer_min == pytest.approx(float(told) - float(row["kepler_min"]), abs=0.06)
        assert ("no", "yes")[checked.fits] == row["fits"]
