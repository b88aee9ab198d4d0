"""Points: what is on the Earth, what is not, and the one swap of latitude and longitude."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.earth.points import (
    LatLon,
    check_lat_lon,
    parse_lat_lon,
    short_number,
    to_lonlat,
    unwrap_longitudes,
)
from geo.errors import CoordinateError, ReachmapError

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180))
def test_every_point_of_the_earth_is_accepted_as_it_is(lat: float, lon: float) -> None:
    point = LatLon(lat, lon)
    assert (point.lat, point.lon) == (lat, lon)


@pytest.mark.parametrize("lat", [-90.0, 0.0, 90.0])
@pytest.mark.parametrize("lon", [-180.0, 0.0, 180.0])
def test_both_ends_of_each_interval_are_points(lat: float, lon: float) -> None:
    check_lat_lon(lat, lon)
    assert parse_lat_lon(f"{lat},{lon}") == LatLon(lat, lon)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_no_coordinate(value: float) -> None:
    for lat, lon in ((value, 0.0), (0.0, value)):
        with pytest.raises(CoordinateError, match="must be a finite number of degrees"):
            LatLon(lat, lon)


@pytest.mark.parametrize(
    ("lat", "lon", "problem"),
    [
        (90.1, 120.0, "latitude 90.1 is not between -90 and 90"),
        (math.nextafter(-90, -91), 91.0, "latitude -90.00000000000001 is not between"),
        (200.0, 10.0, "latitude 200 is not between -90 and 90"),
        (39.0, 180.5, "longitude 180.5 is not between -180 and 180"),
        (0.0, math.nextafter(180, 181), "longitude 180.00000000000003 is not between"),
        (39.0, -1e300, "is not between -180 and 180"),
    ],
)
def test_value_beyond_the_earth_is_named(lat: float, lon: float, problem: str) -> None:
    with pytest.raises(CoordinateError) as caught:
        LatLon(lat, lon)
    assert problem in str(caught.value)
    assert "comes first" not in str(caught.value)
    assert isinstance(caught.value, ReachmapError)


@pytest.mark.parametrize(
    ("lat", "lon", "meant"),
    [(125.27, 39.87, "39.87,125.27"), (-149.9, 61.2, "61.2,-149.9"), (180.0, -90.0, "-90,180")],
)
def test_swapped_pair_is_told_which_order_is_meant(lat: float, lon: float, meant: str) -> None:
    with pytest.raises(CoordinateError, match="latitude comes first") as caught:
        LatLon(lat, lon)
    assert f"perhaps {meant} is meant" in str(caught.value)
    assert parse_lat_lon(meant) == LatLon(lon, lat)


@pytest.mark.parametrize(
    "text",
    ["39.87,125.27", " 39.87 , 125.27 ", "39.87 125.27", "39.87;125.27", "+39.87,+125.27"],
)
def test_pair_is_read_however_it_is_separated(text: str) -> None:
    assert parse_lat_lon(text) == LatLon(39.87, 125.27)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ",",
        "39.87",
        "39.87,",
        "39.87,125.27,3",
        "39,87,125,27",
        "39.87N,125.27E",
        "39°52',125°16'",
        "4e1,125",
        "nan,125",
        "inf,125",
        "0x27,125",
        "٣٩,125",
        "39.,125",
        ".5,125",
        "--39,125",
        "39.87,125.27\x00",
        "1" * 10_000,
        "39." + "8" * 13 + ",125",
    ],
)
def test_other_text_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CoordinateError, match=r"expected LAT,LON in decimal degrees, such as"):
        parse_lat_lon(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("125.27,39.87", "latitude comes first"),
        ("39.87,181", "longitude 181 is not between"),
        ("999,999", "latitude 999 is not between"),
    ],
)
def test_two_numbers_that_are_no_point_say_why(text: str, problem: str) -> None:
    with pytest.raises(CoordinateError, match=problem):
        parse_lat_lon(text)


@given(
    lat=st.decimals(-90, 90, places=12, allow_nan=False),
    lon=st.decimals(-180, 180, places=12, allow_nan=False),
)
def test_written_point_reads_back_as_the_same(lat: object, lon: object) -> None:
    point = parse_lat_lon(f"{lat:f},{lon:f}")
    assert (point.lat, point.lon) == (float(f"{lat:f}"), float(f"{lon:f}"))
    assert parse_lat_lon(str(point)) == point


@given(FINITE)
def test_short_number_reads_back_exactly_and_has_no_exponent(value: float) -> None:
    text = short_number(value)
    assert float(text) == value
    assert set(text) <= set("0123456789.-")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (8000.0, "8000"),
        (0.1, "0.1"),
        (-0.0, "0"),
        (0.0, "0"),
        (1e-7, "0.0000001"),
        (-12.50, "-12.5"),
    ],
)
def test_short_number_writes_what_a_person_would(value: float, text: str) -> None:
    assert short_number(value) == text


@given(st.lists(st.floats(-179, 179), min_size=1, max_size=20), st.floats(-180, 180))
def test_unwrapping_gives_back_a_line_that_was_wrapped(steps: list[float], first: float) -> None:
    line = first + np.concatenate([[0.0], np.cumsum(steps)])
    unwrapped = unwrap_longitudes(np.array([math.remainder(lon, 360) for lon in line]))
    shift = unwrapped - line
    assert np.allclose(shift, shift[0], atol=1e-9)
    assert abs(math.remainder(shift[0], 360)) < 1e-9


def test_unwrapping_works_on_each_line_and_leaves_its_input_alone() -> None:
    lons = np.array([[170.0, -170.0, -150.0, 175.0], [0.0, 10.0, 20.0, 30.0]])
    before = lons.copy()
    expected = [[170.0, 190.0, 210.0, 175.0], [0.0, 10.0, 20.0, 30.0]]
    assert unwrap_longitudes(lons).tolist() == expected
    assert np.array_equal(lons, before)


def test_to_lonlat_swaps_an_asymmetric_point_once() -> None:
    assert to_lonlat(np.array([39.87, 125.27])).tolist() == [125.27, 39.87]
    assert to_lonlat(np.array([[1.0, 2.0], [3.0, 4.0]])).tolist() == [[2.0, 1.0], [4.0, 3.0]]
