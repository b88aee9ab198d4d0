"""What stories say of a region, against all towns of GeoNames: our own list has few of them."""

from __future__ import annotations

from functools import cache
from typing import Any

from pyproj import Geod

from geo.catalog.reading import load_catalog
from geo.records.kinds import StoryStep
from tests.facts.atlas import land_km
from tests.facts.tables import towns as all_towns
from tests.storyoracle import point
from tests.support import exact

TOWNS = list(all_towns().values())
SHANDONG = "25"
ISLANDS = {"Haiyang", "Zhangzi"}  # in the Yellow Sea, south of Dandong
LAUNCH = "banghyon_20170704"


def step(story: str, number: int) -> StoryStep:
    """Return a step of a story that ships, counted from 1 as readers do."""
    return next(each for each in load_catalog().stories if each.id == story).steps[number - 1]


def towns_within(site: str, range_km: float, country: str) -> list[dict[str, Any]]:
    return [t for t in TOWNS if t["countrycode"] == country and km_to(site, t) <= range_km]


@cache
def kms_to(place: str) -> dict[int, float]:
    """Return how far every town is from a place, by the town's id: they are many, so by PROJ."""
    lat, lon = point(place)
    lats, lons = ([town[key] for town in TOWNS] for key in ("latitude", "longitude"))
    starts = [lon] * len(TOWNS), [lat] * len(TOWNS)
    _, _, metres = Geod(ellps="WGS84").inv(*starts, lons, lats)
    return {town["geonameid"]: m / 1000 for town, m in zip(TOWNS, metres, strict=True)}


def km_to(place: str, town: dict[str, Any]) -> float:
    return kms_to(place)[town["geonameid"]]


def test_china_within_600_km_of_seongju_is_what_the_story_names() -> None:
    towns = towns_within("tpy2_seongju", 600, "CN")
    rest = [town for town in towns if town["admin1code"] != SHANDONG]
    assert len(rest) < len(towns)
    for town in towns:
        if town["admin1code"] == SHANDONG:
            assert km_to("weihai", town) <= 100, town["name"]
        elif town["name"] not in ISLANDS:
            assert land_km("KP", *spot(town)) <= 55, town["name"]
    assert {town["name"] for town in towns} >= ISLANDS
    people = {town["name"]: town["population"] for town in rest}
    assert max(people, key=people.__getitem__) == "Dandong"
    assert "some small islands" in step("thaad_seongju", 2).text["en"]


def test_mainland_at_8000_km_is_west_washington_and_the_tip_of_oregon_from_the_east_coast() -> None:
    mainland = [town for town in TOWNS if town["countrycode"] == "US"]
    mainland = [town for town in mainland if town["admin1code"] not in ("AK", "HI")]
    assert not [town for town in mainland if km_to(LAUNCH, town) <= 8000]
    inside = [town for town in mainland if km_to("tonghae", town) <= 8000]
    assert {town["admin1code"] for town in inside} == {"WA", "OR"}
    astoria = next(town for town in inside if town["name"] == "Astoria")
    oregon = [town for town in inside if town["admin1code"] == "OR"]
    assert all(
        exact(spot(astoria), spot(town))[0] <= 115 and town["longitude"] < -122.9 for town in oregon
    )
    east = [town["name"] for town in inside if town["longitude"] > -121.0]
    assert set(east) <= {"Tonasket", "Oroville", "Twisp"}, "the west, but for a few in the hills"


def spot(town: dict[str, Any]) -> tuple[float, float]:
    return town["latitude"], town["longitude"]


def test_list_of_us_soil_says_of_what_it_is_a_list() -> None:
    """Gambell and Savoonga are US soil inside 5,000 km that no table of ours has."""
    steps = [each for story in load_catalog().stories for each in story.steps]
    lists = [each.text for each in steps if "{us_inside:" in each.text["en"]]
    assert len(lists) == 3
    for text in lists:
        assert "on this map" in text["en"]
        assert "이 지도의" in text["ko"]
    alaska = towns_within(LAUNCH, 5000, "US")
    far = [town["name"] for town in alaska if km_to("adak", town) > 1000]
    assert set(far) == {"Gambell", "Savoonga"}, "both on Saint Lawrence Island"
    assert "Saint Lawrence Island" in step("five_ranges", 3).text["en"]


def test_hawaii_and_alaska_are_inside_8000_km_to_the_last_town() -> None:
    assert "Hawaii, Alaska" in step("five_ranges", 5).title["en"]
    towns = [town for town in TOWNS if town["countrycode"] == "US"]
    for state in ("HI", "AK"):
        distances_km = [km_to(LAUNCH, town) for town in towns if town["admin1code"] == state]
        assert len(distances_km) > 50
        assert max(distances_km) <= 8000
