"""Rings over a turning Earth in files: against GeographicLib and the ranges by direction."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pytest
from shapely.geometry import Point, shape

from geo.export.geodata import reach_csv, rings_geojson
from geo.flight import least_speed_km_s, max_ranges_by_azimuth
from geo.kml.document import map_kml
from geo.reach import finding_of, reach_table, summarize, whose
from tests.oracle import WGS84
from tests.support import view_at

# Computed apart from this code: 39.5 degrees north, burnout on the ground, best elevation for each
# direction; km by direction of the launch from north on, every 45 degrees.
BY_DIRECTION = {
    4500: (4498, 4686, 4779, 4702, 4520, 4357, 4289, 4342),
    6700: (6694, 7119, 7337, 7147, 6731, 6383, 6248, 6359),
    8000: (7991, 8628, 8966, 8664, 8038, 7540, 7352, 7509),
    10_400: (10_384, 11_659, 12_420, 11_708, 10_450, 9570, 9261, 9528),
}
SITE = (39.5, 125.0)
STRAY_KM = 0.1


@pytest.mark.parametrize("range_km", BY_DIRECTION)
def test_the_curve_passes_where_missiles_come_down(range_km: int) -> None:
    """They are by direction of the launch: what is asked for is the bearing of the impact."""
    ring = view_at(f"ring={SITE[0]},{SITE[1]}~{range_km}:rotating").rings[0]
    azimuths_deg = np.arange(0.0, 360.0, 45.0)
    reached = max_ranges_by_azimuth(least_speed_km_s(range_km), SITE[0], azimuths_deg)
    reach = ring.reach(range_km)
    assert callable(reach)
    assert reach(reached.bearing_deg) == pytest.approx(BY_DIRECTION[range_km], abs=2.5)


def feature(query: str, role: str = "best") -> dict[str, Any]:
    found = rings_geojson(view_at(query))["features"]
    return next(each for each in found if each["properties"]["role"] == role)


@pytest.mark.parametrize("km", ["300", "4500", "8000", "10400", "13000", "15000", "19900"])
@pytest.mark.parametrize("site", ["39.5,125", "-41.3,174.8"])
def test_an_area_is_right_to_a_hundred_metres(site: str, km: str) -> None:
    query = f"ring={site}~{km}:rotating"
    area = shape(feature(query)["geometry"])
    assert area.is_valid
    ring = view_at(query).rings[0]
    reach = ring.reach(float(km))
    assert callable(reach)
    rng = np.random.default_rng(7)
    for azimuth_deg in rng.uniform(0.0, 360.0, 120):
        limit_km = float(reach(np.array(azimuth_deg)))
        for off_km, is_inside in ((-STRAY_KM, True), (STRAY_KM, False)):
            at = WGS84.Direct(
                ring.point.lat, ring.point.lon, azimuth_deg, 1000 * (limit_km + off_km)
            )
            near = (
                float(reach(np.array(azimuth_deg + 0.01))),
                float(reach(np.array(azimuth_deg - 0.01))),
            )
            if max(near) - min(near) > STRAY_KM:  # the curve runs along the direction
                continue
            assert area.covers(Point(at["lon2"], at["lat2"])) == is_inside, (azimuth_deg, off_km)


def test_only_such_rings_are_marked() -> None:
    assert feature("ring=sohae~8000:rotating")["properties"]["rotating"] is True
    assert "rotating" not in feature("ring=sohae~8000")["properties"]
    low, high = (
        feature("ring=sohae~13000-15000:rotating", role)["properties"] for role in ("low", "high")
    )
    assert (low["range_km"], high["range_km"]) == (13_000, 15_000)


@pytest.mark.parametrize("km", ["8000", "8500-10400-14000", "13000-15000"])
def test_csv_and_table_agree_with_the_range_in_each_direction(km: str) -> None:
    view = view_at(f"ring=sohae~{km}:rotating&show=cities,bases")
    rows = list(csv.DictReader(io.StringIO(reach_csv(view).removeprefix("\ufeff"))))
    ring = view.rings[0]
    for row in rows:
        way = WGS84.Inverse(ring.point.lat, ring.point.lon, float(row["lat"]), float(row["lon"]))
        away_km = way["s12"] / 1000
        ends = []
        for range_km in (ring.sure_km, ring.limit_km):
            reach = ring.reach(range_km)
            assert callable(reach)
            ends.append(float(reach(np.array(way["azi1"]))))
        state = "in" if away_km <= ends[0] else "band" if away_km <= ends[1] else "out"
        assert row["reach"] == state
        assert float(row["range_high_km"] or row["range_best_km"]) == pytest.approx(
            ends[1], abs=1e-3
        )


def test_a_claim_is_not_said_of_the_curve() -> None:
    claimed = "ring=banghyon_20170704~8000{}~experts via Yonhap"
    view = view_at(claimed.format(":rotating"))
    still = view_at(claimed.format(""))
    assert whose(still.rings[0], still.catalog).kind == "claim"
    told = whose(view.rings[0], view.catalog)
    assert (told.kind, told.claim) == ("ours", None)
    assert told.shown.startswith("experts via Yonhap without rotation")
    assert "\u00b1 Earth's rotation" in finding_of(view)


def test_what_has_no_limit_is_said() -> None:
    rest = summarize(view_at("ring=sohae~13000:rotating")).rest
    assert "there is no limit" in rest
    assert "no limit" not in summarize(view_at("ring=sohae~8000:rotating")).rest


def test_the_east_is_nearer_than_the_west() -> None:
    """Two places at one distance, east and west of the site: one is in, the other is out."""
    rings = view_at("ring=39.5,125~8000:rotating").rings
    ends = [WGS84.Direct(39.5, 125.0, azimuth, 8_000_000) for azimuth in (90.0, 270.0)]
    table = reach_table(rings, [each["lat2"] for each in ends], [each["lon2"] for each in ends])
    assert [table.state(0, place) for place in (0, 1)] == ["in", "out"]


def test_google_earth_is_told_what_it_is() -> None:
    kml = map_kml(view_at("ring=sohae~8000:rotating&show=cities,envelope"), "x").decode()
    assert "with Earth's rotation" in kml
    assert "leaves the Earth's rotation out" in kml
