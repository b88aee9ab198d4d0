"""The spread of ranges that fit a report, against a dense sum over all that is assumed."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FlightError
from geo.flight import (
    Report,
    Spread,
    burnout,
    half_of_last_digit,
    max_range_km,
    spread_of,
)
from tests.flight.oracle import (
    HALF_ROUND_KM,
    Floats,
    drifted,
    lofted_speeds_km_s,
    tried_ranges_km,
)

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)


def middles(low: float, high: float, count: int) -> Floats:
    """Return the middles of even steps."""
    return low + (np.arange(count) + 0.5) / count * (high - low)


def summed(report: Report, error_km: float) -> Floats:
    """Return ranges of all of a dense grid of what is assumed, in order.

    Speeds by halving, ranges by trying elevations: at a few speeds of each altitude, and between
    them by straight lines where there is a limit.
    """
    apogees = middles(report.apogee_km - error_km, report.apogee_km + error_km, 8)
    altitudes = middles(*report.burnout_altitude_km, 24)
    gained = middles(*report.speed_credit_km_s, 60)
    starts = lofted_speeds_km_s(apogees[:, None], report.ground_range_km, altitudes[None, :])
    speeds = starts[..., None] + gained
    ranges = []
    for column, altitude_km in enumerate(altitudes):
        mine = speeds[:, column].ravel()
        nodes = np.linspace(mine.min(), mine.max(), 150)
        tried = tried_ranges_km(nodes, np.full_like(nodes, altitude_km), 3000)
        between = np.interp(mine, nodes, tried)
        ranges.append(np.where(np.isnan(between), np.inf, between))
    return np.sort(np.concatenate(ranges))


@pytest.mark.parametrize(
    ("report", "error_km"),
    [
        (Report(2_802.0, 933.0), 0.5),
        (Report(2_802.0, 933.0, apogee_error_km=100.0), 100.0),
        (Report(3_724.9, 998.0), 0.05),
        (Report(550.0, 500.0, burnout_altitude_km=(20.0, 120.0)), 0.5),
        (Report(1_413.6, 400.0, speed_credit_km_s=(0.1, 0.3)), 0.05),
        (Report(4_475.0, 950.0), 0.5),
        (Report(5_768.5, 989.0, speed_credit_km_s=(0.0, 0.1)), 0.05),
    ],
    ids=str,
)
def test_percentiles_are_those_of_a_dense_sum(report: Report, error_km: float) -> None:
    expected = summed(report, error_km)
    spread = spread_of(report)
    for share in SHARES:
        exact = expected[round(share * (len(expected) - 1))]
        assert spread.at(share) == pytest.approx(exact, rel=0.01)
    assert spread.unlimited_share == pytest.approx(np.isinf(expected).mean(), abs=0.01)
    for distance_km in (1_000, 5_500, 6_700, 8_000, 10_000, 13_000, 17_000):
        exact = (expected >= distance_km).mean()
        assert spread.share_reaching(distance_km) == pytest.approx(exact, abs=0.01)


def test_a_turning_earth_moves_the_spread_as_it_moves_its_ends() -> None:
    """Without doubt of altitude or credit there is one speed: tried here one degree at a time."""
    report = Report(2_802.0, 933.0, None, 0.0, (0.0, 0.0), (0.0, 0.0), (39.5, 90.0))
    speed_km_s = float(lofted_speeds_km_s(np.array(2_802.0), 933.0, np.array(0.0)))
    tried_km = max(drifted(speed_km_s, each, 90.0, 39.5) for each in range(27, 35))
    for share in (0.0, *SHARES, 1.0):
        assert spread_of(report).at(share) == pytest.approx(tried_km, rel=1e-3)


@pytest.mark.parametrize(("step_km", "error_km"), [(1.0, None), (100.0, 50.0)])
def test_nine_in_ten_of_made_flights_are_within_the_band(
    step_km: float, error_km: float | None
) -> None:
    """Calibration: flights drawn from what is assumed, printed as the press prints.

    Given what is printed, an apogee lies evenly within its step, and altitude and credit are what
    they are assumed to be: so the 5 to 95 % band holds nine in ten of the true ranges, but for what
    rounding the distance changes. Of 1,000 draws one in twenty such counts would be off by 19.
    """
    chance = np.random.default_rng(20171129)
    held = 0
    for _ in range(1_000):
        apogee_km = chance.uniform(950, 5_050)
        distance_km, altitude_km = chance.uniform(300, 1_100), chance.uniform(0, 200)
        start = burnout(apogee_km, distance_km, altitude_km).speed_km_s
        true_km = max_range_km(start + chance.uniform(0, 0.5), altitude_km)
        printed_km = round(apogee_km / step_km) * step_km
        spread = spread_of(Report(printed_km, float(round(distance_km)), None, error_km))
        held += spread.at(0.05) <= true_km <= spread.at(0.95)
    assert 880 <= held <= 920


@given(st.floats(100, 7_000), st.floats(0, 1_100))
def test_edges_are_in_order_and_shares_are_their_way_back(
    apogee_km: float, distance_km: float
) -> None:
    spread = spread_of(Report(apogee_km, distance_km))
    assert len(spread.edges_km) == 101
    assert list(spread.edges_km) == sorted(spread.edges_km)
    assert 0 <= spread.unlimited_share <= 1
    for percent in (0, 1, 7, 29, 50, 95, 99, 100):
        edge_km = spread.edges_km[percent]
        assert spread.at(percent / 100) == edge_km
        if edge_km < math.inf:
            assert spread.share_reaching(edge_km) == pytest.approx(1 - percent / 100, abs=0.0101)
    assert spread.share_reaching(0.0) == 1.0
    assert spread.share_reaching(HALF_ROUND_KM) == pytest.approx(spread.unlimited_share, abs=0.0101)


def test_shares_fall_with_the_distance_down_to_that_without_limit() -> None:
    spread = spread_of(Report(5_768.5, 989.0))
    shares = spread.shares_reaching(np.linspace(0, HALF_ROUND_KM, 500))
    assert (np.diff(shares) <= 0).all()
    assert 0 < spread.unlimited_share < 1
    assert shares[-1] == pytest.approx(spread.unlimited_share)


def test_what_is_sure_has_one_range_and_shares_of_all_or_nothing() -> None:
    spread = spread_of(Report(2_802.0, 933.0, None, 0.0, (100.0, 100.0), (0.0, 0.0)))
    assert spread.at(0.0) == spread.at(0.5) == spread.at(1.0) == pytest.approx(5_706, abs=0.6)
    assert spread.share_reaching(spread.at(0.5)) == 1.0
    assert spread.share_reaching(spread.at(0.5) + 0.001) == 0.0


def test_what_reaches_everything_reaches_it_in_all_assumptions() -> None:
    spread = spread_of(Report(7_687.5, 1_001.2))
    assert spread == Spread((math.inf,) * 101, 1.0)
    assert spread.share_reaching(19_900.0) == 1.0


def test_the_same_report_has_the_same_spread() -> None:
    spread_of.cache_clear()
    first = spread_of(Report(2_802.0, 933.0))
    spread_of.cache_clear()
    assert spread_of(Report(2_802.0, 933.0)) == first


@pytest.mark.parametrize(
    ("text", "half"),
    [("2802", 0.5), ("2802.0", 0.05), ("3724.9", 0.05), ("6040.90", 0.005), ("2800", 0.5)],
)
def test_half_of_the_last_digit(text: str, half: float) -> None:
    assert half_of_last_digit(text) == pytest.approx(half)


@pytest.mark.parametrize(("apogee_km", "half"), [(2_802.0, 0.5), (3_724.9, 0.05), (6_000.0, 0.5)])
def test_an_apogee_without_an_error_has_that_of_its_last_digit(
    apogee_km: float, half: float
) -> None:
    assert Report(apogee_km, 900.0).apogees_km == pytest.approx(
        (apogee_km - half, apogee_km + half)
    )


def test_burnout_is_assumed_below_the_lowest_apogee() -> None:
    low = Report(100.0, 300.0, apogee_error_km=10.0)
    assert low.altitudes_km == (0.0, 90.0)
    assert spread_of(low).at(0.0) > 0


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"apogee_km": math.nan}, "apogee"),
        ({"apogee_km": 0.0}, "apogee"),
        ({"ground_range_km": -1.0}, "distance"),
        ({"ground_range_km": math.inf}, "distance"),
        ({"flight_time_min": 0.0}, "flight time"),
        ({"flight_time_min": math.nan}, "flight time"),
        ({"apogee_error_km": -1.0}, "error"),
        ({"apogee_error_km": 500.0}, "above burnout"),
        ({"burnout_altitude_km": (200.0, 100.0)}, "span"),
        ({"burnout_altitude_km": (500.0, 600.0)}, "above burnout"),
        ({"burnout_altitude_km": (0.0, 2_001.0)}, "burnout altitude"),
        ({"speed_credit_km_s": (-0.1, 0.5)}, "speed credit"),
        ({"speed_credit_km_s": (0.0, 3.1)}, "speed credit"),
        ({"rotation": (91.0, 0.0)}, "latitude"),
        ({"rotation": (39.0, 400.0)}, "azimuth"),
    ],
    ids=str,
)
def test_a_report_that_cannot_be_is_refused(values: dict[str, object], word: str) -> None:
    with pytest.raises(FlightError, match=word):
        Report(**{"apogee_km": 500.0, "ground_range_km": 300.0, **values})
