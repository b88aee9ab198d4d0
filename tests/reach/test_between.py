"""Where the way from a launch site to a target passes a battery's circle, against GeographicLib."""

from __future__ import annotations

import math

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from geo.catalog import load_catalog
from geo.earth import LatLon
from geo.reach import crossing

WGS84 = Geodesic.WGS84
STEP_KM = 5.0


def km_between(start: LatLon, end: LatLon) -> float:
    length: float = WGS84.Inverse(start.lat, start.lon, end.lat, end.lon)["s12"] / 1000.0
    return length


def walked(start: LatLon, target: LatLon, battery: LatLon) -> list[tuple[float, float]]:
    """Return (km along the way, km off the battery), step by step."""
    line = WGS84.InverseLine(start.lat, start.lon, target.lat, target.lon)
    steps = math.ceil(line.s13 / 1000.0 / STEP_KM)
    found = []
    for step in range(steps + 1):
        at = line.Position(line.s13 * step / steps)
        found.append((at["s12"] / 1000.0, km_between(LatLon(at["lat2"], at["lon2"]), battery)))
    return found


def point(id_: str) -> LatLon:
    catalog = load_catalog()
    rows = [*catalog.places, *catalog.launch_sites]
    return next(row.point for row in rows if row.id == id_)


def test_musudan_ri_to_guam_enters_the_circle_199_km_before_the_naval_base() -> None:
    found = crossing(point("tonghae"), point("guam_nb"), point("thaad_guam"), 200.0)
    assert found.length_km == pytest.approx(3370, abs=1)
    assert found.enter_km is not None
    assert found.length_km - found.enter_km == pytest.approx(199, abs=1)
    assert found.leave_km == found.length_km


def test_sunan_to_busan_passes_through_seongjus_circle_to_its_end() -> None:
    found = crossing(point("sunan_airport"), point("busan"), point("thaad_seongju"), 200.0)
    assert found.leave_km == found.length_km
    assert 0.0 < (found.enter_km or 0.0) < found.length_km
    assert found.nearest_km < km_between(point("busan"), point("thaad_seongju"))


def test_way_to_seoul_ends_outside_seongjus_circle() -> None:
    """Xinhua's remark of 14 July 2016: interceptors of 200 km do not reach over Seoul."""
    found = crossing(point("sunan_airport"), point("seoul"), point("thaad_seongju"), 200.0)
    assert (found.enter_km, found.leave_km) == (None, None)
    assert found.nearest_km == pytest.approx(km_between(point("seoul"), point("thaad_seongju")))
    assert found.nearest_km > 200.0


@pytest.mark.parametrize("seed", range(40))
def test_edges_and_nearest_point_are_those_of_a_walk_along_the_way(seed: int) -> None:
    dice = np.random.default_rng(seed)
    start = LatLon(dice.uniform(-70, 70), dice.uniform(-180, 180))
    target = LatLon(dice.uniform(-70, 70), dice.uniform(-180, 180))
    if seed % 2:  # a short way, so that circles are met more often
        target = LatLon(start.lat + dice.uniform(-9, 9), (start.lon + 8 + 180) % 360 - 180)
    along = WGS84.InverseLine(start.lat, start.lon, target.lat, target.lon)
    beside = along.Position(along.s13 * dice.random())
    battery = LatLon(beside["lat2"] + dice.uniform(-4, 4), beside["lon2"])
    circle_km = float(dice.choice((60.0, 200.0, 350.0)))
    found = crossing(start, target, battery, circle_km)
    steps = walked(start, target, battery)
    assert found.length_km == pytest.approx(along.s13 / 1000.0, abs=1e-6)
    assert found.nearest_km <= min(off for _, off in steps) + 1e-6
    inside = [at for at, off in steps if off <= circle_km]
    if found.enter_km is None or found.leave_km is None:
        assert not inside
        return
    for edge in (found.enter_km, found.leave_km):
        if 0.0 < edge < found.length_km:
            at = along.Position(edge * 1000.0)
            assert km_between(LatLon(at["lat2"], at["lon2"]), battery) == pytest.approx(
                circle_km, abs=1e-6
            )
    if inside:
        assert inside[0] - STEP_KM <= found.enter_km <= inside[0] + 1e-6
        assert inside[-1] - 1e-6 <= found.leave_km <= inside[-1] + STEP_KM
