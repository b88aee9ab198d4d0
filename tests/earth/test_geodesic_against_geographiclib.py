"""The direct and inverse problems against Karney's published rows and GeographicLib itself."""

from __future__ import annotations

import csv
import math
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.earth.geodesic import destinations, distance_km, distances_and_azimuths, geodesic_path
from geo.earth.points import LatLon
from tests.oracle import MUPYONG_NI, ONE_MM_KM, SITES, SOHAE, WGS84, exact_km, exact_point, turn_deg

ONE_UM_KM = 1e-9
AZIMUTH_DEG = 1e-12
POSITION_DEG = 1e-13

# Single WGS84 cases of the same file (geographiclib/test/test_geodesic.py, GeodSolveTest), each a
# bug once found somewhere: ends close, antipodal, polar, on the equator. Last: published +-metres.
NAMED_INVERSES = {
    "GeodSolve0": (40.6, -73.8, 49.01666667, 2.55, 5853226, 0.5),
    "GeodSolve4": (36.493349428792, 0, 36.49334942879201, 0.0000008, 0.072, 0.5e-3),
    "GeodSolve6": (88.202499451857, 0, -88.202499451857, 179.98102203299286, 20003898.214, 5e-4),
    "GeodSolve9": (56.320923501171, 0, -56.320923501171, 179.66474767177288, 19993558.287, 5e-4),
    "GeodSolve29": (0, 179, 0, -179, 222639, 0.5),
    "GeodSolve33 east": (0, 0, 0, 179, 19926189, 0.5),
    "GeodSolve33 past the cut": (0, 0, 0, 179.5, 19980862, 0.5),
    "GeodSolve33 antipode": (0, 0, 0, 180, 20003931, 0.5),
    "GeodSolve33 over the pole": (0, 0, 1, 180, 19893357, 0.5),
    "GeodSolve59": (5, 0.00000000000001, 10, 180, 18345191.174332713, 5e-9),
    "GeodSolve74": (54.1589, 15.3872, 54.1591, 15.3877, 39.527686385, 5e-9),
    "GeodSolve76": (-41 - 19 / 60, 174 + 49 / 60, 40 + 58 / 60, -5.5, 19960543.857179, 5e-7),
    "GeodSolve78": (27.2, 0, -27.1, 179.5, 19974354.765767, 5e-7),
    "GeodSolve92": (37.757540000000006, -122.47018, 37.75754, -122.470177, 0.264, 5e-4),
    "GeodSolve99": (45, 0, -45, 179.572719, 19987083.007, 5e-4),
}  # fmt: skip


def reference_rows() -> list[tuple[float, ...]]:
    path = Path(__file__).parents[1] / "data" / "geodesic_reference.csv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [tuple(map(float, row.values())) for row in csv.DictReader(lines)]


ROWS = reference_rows()


def on_earth(lat: float, lon: float) -> LatLon:
    return LatLon(lat, math.remainder(lon, 360))


def test_all_twenty_published_rows_are_there() -> None:
    assert len(ROWS) == 20
    assert all(len(row) == 7 for row in ROWS)


@pytest.mark.parametrize("row", ROWS)
def test_published_row_forward(row: tuple[float, ...]) -> None:
    lat1, lon1, azi1, lat2, lon2, _, s12_m = row
    lat, lon = destinations(lat1, lon1, azi1, s12_m / 1000)
    assert abs(lat - lat2) < POSITION_DEG
    assert turn_deg(lon - lon2) < POSITION_DEG
    assert -180 <= lon <= 180


@pytest.mark.parametrize("row", ROWS)
def test_published_row_backward(row: tuple[float, ...]) -> None:
    lat1, lon1, _, lat2, lon2, azi2, s12_m = row
    lat, lon = destinations(lat2, lon2, azi2, -s12_m / 1000)
    assert exact_km(on_earth(lat1, lon1), lat, lon) < ONE_UM_KM


@pytest.mark.parametrize("row", ROWS)
def test_published_row_inverse(row: tuple[float, ...]) -> None:
    lat1, lon1, azi1, lat2, lon2, azi2, s12_m = row
    start, end = on_earth(lat1, lon1), on_earth(lat2, lon2)
    lengths_km, azimuths = distances_and_azimuths(start, [end.lat], [end.lon])
    back_km, back_azimuths = distances_and_azimuths(end, [start.lat], [start.lon])
    for length_km in (lengths_km[0], back_km[0], distance_km(start, end)):
        assert abs(length_km - s12_m / 1000) < ONE_UM_KM
    assert turn_deg(azimuths[0] - azi1) < AZIMUTH_DEG
    assert turn_deg(back_azimuths[0] - azi2 - 180) < AZIMUTH_DEG


@pytest.mark.parametrize("case", NAMED_INVERSES.values(), ids=NAMED_INVERSES)
def test_named_inverse_by_both_solvers(case: tuple[float, ...]) -> None:
    lat1, lon1, lat2, lon2, s12_m, within_m = case
    start, end = LatLon(lat1, lon1), LatLon(lat2, lon2)
    lengths_km, _ = distances_and_azimuths(start, [end.lat], [end.lon])
    assert lengths_km[0] * 1000 == pytest.approx(s12_m, rel=0, abs=within_m + 5e-9)
    assert distance_km(start, end) * 1000 == pytest.approx(s12_m, rel=0, abs=within_m + 5e-9)


def test_direct_over_and_backward_from_a_pole() -> None:
    # GeodSolve5 and GeodSolve73: which of two meridians leads on from a pole is a convention.
    assert destinations(0.01777745589997, 30, 0, 10e3)[0] == pytest.approx(90, abs=0.5e-5)
    lat, lon = destinations(90, 10, 180, -1e3)
    assert (lat, lon) == pytest.approx((81.04623, -170), abs=0.5e-5)


@given(SITES, st.floats(-360, 360), st.floats(0, 20_000))
def test_direct_is_geographiclibs(start: LatLon, azimuth_deg: float, length_km: float) -> None:
    end = exact_point(start, azimuth_deg, length_km)
    lat, lon = destinations(start.lat, start.lon, azimuth_deg, length_km)
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180
    assert exact_km(end, lat, lon) < ONE_UM_KM * 10


@given(SITES, SITES)
def test_inverse_is_geographiclibs(start: LatLon, end: LatLon) -> None:
    lengths_km, azimuths = distances_and_azimuths(start, [end.lat], [end.lon])
    expected_km = exact_km(start, end.lat, end.lon)
    assert abs(lengths_km[0] - expected_km) < ONE_UM_KM * 10
    assert abs(distance_km(start, end) - expected_km) < ONE_UM_KM * 10
    reached = exact_point(start, azimuths[0], lengths_km[0])
    assert exact_km(end, reached.lat, reached.lon) < ONE_MM_KM


@pytest.mark.parametrize(
    ("start", "lon"), [(LatLon(45, 0), -1e-17), (LatLon(39.5, 0), -1e-14), (LatLon(45, 180), -180)]
)
def test_azimuth_a_hair_west_of_north_is_below_360(start: LatLon, lon: float) -> None:
    _, azimuths = distances_and_azimuths(start, [80.0], [lon])
    assert 0 <= azimuths[0] < 360
    assert turn_deg(azimuths[0]) < 1e-12


def test_destinations_broadcast_and_leave_their_inputs_alone() -> None:
    lats, lons = np.array([[39.66], [40.85]]), np.array([[124.706], [129.667]])
    azimuths, lengths_km = np.array([0.0, 90.0, 200.5]), np.array([[3000.0], [8000.0]])
    before = [each.copy() for each in (lats, lons, azimuths, lengths_km)]
    points = destinations(lats, lons, azimuths, lengths_km)
    assert points.shape == (2, 3, 2)
    for row, column in np.ndindex(2, 3):
        start = LatLon(lats[row, 0], lons[row, 0])
        end = exact_point(start, azimuths[column], lengths_km[row, 0])
        assert exact_km(end, *points[row, column]) < ONE_MM_KM
    assert all(map(np.array_equal, (lats, lons, azimuths, lengths_km), before))


def test_shapes_are_those_of_the_points_asked_for() -> None:
    assert destinations(39.66, 124.706, 45.0, 8000.0).shape == (2,)
    assert destinations(39.66, 124.706, np.zeros((0,)), 8000.0).shape == (0, 2)
    lats, lons = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.full((2, 3), 7.0)
    lengths_km, azimuths = distances_and_azimuths(SOHAE, lats, lons)
    assert lengths_km.shape == azimuths.shape == (2, 3)
    assert lengths_km[1, 2] == pytest.approx(exact_km(SOHAE, 6.0, 7.0), abs=ONE_MM_KM)


@given(SITES, SITES, st.sampled_from([250.0, 777.0, 30_000.0]))
@settings(max_examples=50)
def test_path_joins_its_ends_by_short_steps(start: LatLon, end: LatLon, step_km: float) -> None:
    path = geodesic_path(start, end, step_km=step_km)
    assert len(path) >= 2
    assert exact_km(start, *path[0]) < ONE_MM_KM
    assert exact_km(end, *path[-1]) < ONE_MM_KM
    steps_km = [exact_km(LatLon(*wrapped(here)), *there) for here, there in pairwise(path)]
    assert max(steps_km) <= step_km + ONE_MM_KM
    assert sum(steps_km) == pytest.approx(exact_km(start, end.lat, end.lon), abs=ONE_MM_KM)
    assert np.abs(np.diff(path[:, 1])).max() < 180 + 1e-9  # 180: straight over a pole


def wrapped(point: np.ndarray) -> tuple[float, float]:
    return float(point[0]), math.remainder(point[1], 360)


def test_path_to_hawaii_runs_on_past_the_antimeridian() -> None:
    path = geodesic_path(MUPYONG_NI, LatLon(21.31, -157.86))
    middle = WGS84.InverseLine(40.611, 126.426, 21.31, -157.86)
    half = middle.Position(middle.s13 / 2)
    assert path[0, 1] == pytest.approx(126.426)
    assert path[-1, 1] == pytest.approx(360 - 157.86)
    assert np.all(np.diff(path[:, 1]) > 0)
    assert np.abs(path - [half["lat2"], half["lon2"] % 360]).sum(axis=1).min() < 0.7
