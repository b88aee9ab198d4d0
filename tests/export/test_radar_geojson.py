"""radar.geojson: what it says of each sector, and that its areas are those sectors."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from shapely.geometry import shape

from geo.earth.geodesic import distances_and_azimuths
from geo.earth.points import LatLon
from geo.earth.sectors import Sector, is_within
from geo.export.radars import radar_geojson
from tests.oracle import (
    ALLOWED_STRAY_KM,
    WGS84,
    assert_is_sound,
    covered,
    points_anywhere,
    turn_deg,
)
from tests.support import ask, errors_of, place_point, table, view_at

PROPERTIES = [
    "id", "range_km", "azimuth_deg", "width_deg", "name", "lat", "lon", "direction", "claimed_by",
    "source_url",
]  # fmt: skip
# Radar, km, boresight, width: plain, nested, over 180 degrees, with the pole inside, all around.
ASSUMED = [
    ("tpy2_seongju", 600, 347, 120),
    ("tpy2_seongju", 2000, 347, 120),
    ("cobra_dane", 5500, 319, 136),
    ("tpy2_guam", 5000, 70, 60),
    ("lrdr_clear", 6000, 0, 90),
    ("cobra_dane", 4000, 10, 359),
    ("tpy2_seongju", 3000, 0, 360),
    ("tpy2_shariki", 1000, 270, 1),
    ("lrdr_clear", 6000, 300, 240),
    ("tpy2_guam", 6000, 95, 180),
]


ASKED = Geodesic.DISTANCE | Geodesic.AZIMUTH | Geodesic.REDUCEDLENGTH


def query_of(assumed: list[tuple[str, float, float, float]]) -> str:
    told = "&".join("radar=" + "~".join(map(str, each)) for each in assumed)
    return f"ring=sohae~8000&show=cities&{told}"


def features_of(query: str) -> list[dict[str, Any]]:
    """Return the features as another program reads them: through strict JSON."""
    return json.loads(json.dumps(radar_geojson(view_at(query)), allow_nan=False))["features"]


def test_each_sector_has_exactly_these_properties() -> None:
    features = features_of(query_of(ASSUMED[:2]))
    assert [list(each["properties"]) for each in features] == [PROPERTIES] * 2
    lat, lon = place_point("tpy2_seongju")
    name = table("missile_defense")["tpy2_seongju"]["name"]
    assert [tuple(each["properties"].values())[:8] for each in features] == [
        ("tpy2_seongju", km, 347, 120, name, lat, lon, "link") for km in (2000, 600)
    ]


def test_all_claims_of_a_sector_have_a_name_and_a_source() -> None:
    for each in features_of("ring=sohae~8000&show=radar"):
        told = each["properties"]
        assert told["direction"] in ("ours", "list", "none")
        assert told["claimed_by"]
        assert len(told["claimed_by"]) == len(told["source_url"])
        assert (told["width_deg"] == 360) == (told["direction"] == "none")


@pytest.mark.parametrize("assumed", ASSUMED, ids=str)
def test_geometry_is_valid_right_handed_and_within_the_world(
    assumed: tuple[str, float, float, float],
) -> None:
    (feature,) = features_of(query_of([assumed]))
    area = shape(feature["geometry"])
    assert_is_sound(area)
    kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
    for polygon in coordinates if kind == "MultiPolygon" else [coordinates]:
        for line in polygon:
            assert len(line) >= 4
            assert line[0] == line[-1]
            assert {len(position) for position in line} == {2}


def test_sectors_of_these_tests_are_the_traps_they_are_named_for() -> None:
    areas = [shape(features_of(query_of([each]))[0]["geometry"]) for each in ASSUMED]
    over_180 = [area.bounds[0] == -180 and area.bounds[2] == 180 for area in areas]
    assert over_180[2] and over_180[3]
    assert covered(areas[4], [90], [0]).all()
    assert areas[4].bounds[3] == 90


@pytest.mark.parametrize("assumed", ASSUMED, ids=str)
def test_of_100_000_points_none_is_on_the_wrong_side(
    assumed: tuple[str, float, float, float],
) -> None:
    """Ten sectors, 10,000 points each, of which most lie near the radar: 0 wrong."""
    radar, range_km, azimuth_deg, width_deg = assumed
    lat, lon = place_point(radar)
    rng = np.random.default_rng(int(range_km + azimuth_deg))
    points = np.concatenate([points_anywhere(rng, 1000), _about(rng, lat, lon, range_km, 7000)])
    ways = [WGS84.Inverse(lat, lon, *point, ASKED) for point in points.tolist()]
    km = np.array([way["s12"] for way in ways]) / 1000
    off_deg = np.array([turn_deg(way["azi1"] - azimuth_deg) for way in ways])
    aside_km = np.array([way["m12"] for way in ways]) / 1000 * np.radians(off_deg - width_deg / 2)
    expected = (km <= range_km) & (off_deg <= width_deg / 2)
    near = np.abs(km - range_km) < ALLOWED_STRAY_KM
    if width_deg < 360:
        near |= (np.abs(aside_km) < ALLOWED_STRAY_KM) & (km < range_km + ALLOWED_STRAY_KM)
    assert near.mean() < 0.02
    (feature,) = features_of(query_of([assumed]))
    inside = covered(shape(feature["geometry"]), *points.T)
    wrong = (inside != expected) & ~near
    assert not wrong.any(), (assumed, points[wrong][:3])
    sector = Sector(LatLon(lat, lon), range_km, azimuth_deg, width_deg)
    asked = is_within(sector, *distances_and_azimuths(sector.center, *points.T))
    assert asked.tolist() == expected.tolist()
    assert 0 < expected.sum() < len(expected)


def _about(rng: np.random.Generator, lat: float, lon: float, km: float, count: int) -> np.ndarray:
    """Return points at up to 1.3 times a range in any direction."""
    lengths_m = rng.uniform(0, 1.3, count) * km * 1000
    ends = [
        WGS84.Direct(lat, lon, azimuth_deg, length_m)
        for azimuth_deg, length_m in zip(rng.uniform(0, 360, count), lengths_m, strict=True)
    ]
    return np.array([(end["lat2"], end["lon2"]) for end in ends])


def test_a_radar_that_did_not_stand_then_has_none_by_itself() -> None:
    came = table("missile_defense")["tpy2_seongju"]["deployed_from"]
    assert came == "2017-04-26"
    before = features_of("ring=sohae~8000&show=radar&date=2017-04-25")
    assert "tpy2_seongju" not in {each["properties"]["id"] for each in before}
    assumed = features_of(f"{query_of(ASSUMED[:1])}&date=2017-04-25")
    assert [each["properties"]["id"] for each in assumed] == ["tpy2_seongju"]


def test_without_the_layer_and_without_an_assumption_there_is_none() -> None:
    assert features_of("ring=sohae~8000&show=cities,thaad") == []


@pytest.mark.parametrize(
    "value",
    [
        "atlantis~800~347~120", "thaad_guam~200~0~90", "tpy2_guam~800~361~120",
        "tpy2_guam~800~-5~120", "tpy2_guam~800~347~0", "tpy2_guam~800~347~361",
        "tpy2_guam~800~347~-5", "tpy2_guam~0~347~120", "tpy2_guam~6001~347~120",
        "tpy2_guam~-5~347~120", "tpy2_guam~far~347~120", "tpy2_guam~800~north~120",
        "tpy2_guam~800~347~wide",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["radar.geojson", "map.kml", "map.png", "map.svg"])
def test_what_no_radar_can_be_is_refused_by_its_key(name: str, value: str) -> None:
    answer = ask(f"/export/{name}?ring=sohae~8000&radar={value}")
    assert answer.status == 400
    assert [each["key"] for each in errors_of(answer)] == ["radar"]
