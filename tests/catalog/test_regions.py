"""The points of countries' names lie in their countries, by the GeoNames towns around them."""

from __future__ import annotations

import math

import pytest

from geo.catalog import Region, load_regions
from geo.facts import REGION_NAMES
from geo.words import LANGUAGES
from tests.facts.tables import towns

CODES = {
    "north_korea": "KP", "south_korea": "KR", "japan": "JP", "china": "CN", "russia": "RU",
    "united_states": "US", "alaska": "US", "hawaii": "US", "canada": "CA", "australia": "AU",
    "india": "IN", "mexico": "MX", "brazil": "BR", "kazakhstan": "KZ", "mongolia": "MN",
    "indonesia": "ID", "philippines": "PH", "iran": "IR", "saudi_arabia": "SA",
    "new_zealand": "NZ", "papua_new_guinea": "PG", "taiwan": "TW", "vietnam": "VN",
    "thailand": "TH", "myanmar": "MM", "malaysia": "MY", "pakistan": "PK", "turkey": "TR",
    "ukraine": "UA", "germany": "DE", "france": "FR", "spain": "ES", "united_kingdom": "GB",
    "sweden": "SE", "egypt": "EG", "greenland": "GL",
}  # fmt: skip
REGIONS = {region.id: region for region in load_regions()}


def near(region: Region, town: dict[str, float]) -> float:
    """Return how near a town is, as the square of an angle: good enough to find the nearest."""
    east = (town["longitude"] - region.lon + 180) % 360 - 180
    return (town["latitude"] - region.lat) ** 2 + (east * math.cos(math.radians(region.lat))) ** 2


@pytest.mark.parametrize("name", [each.id for each in REGION_NAMES])
def test_the_town_nearest_to_a_name_is_of_its_country(name: str) -> None:
    nearest = min(towns().values(), key=lambda town: near(REGIONS[name], town))
    assert nearest["countrycode"] == CODES[name]


def test_every_region_has_a_name_of_its_own_in_each_language() -> None:
    for lang in LANGUAGES:
        names = [region.name for region in load_regions(lang)]
        assert len(set(names)) == len(REGION_NAMES)
    assert {region.name for region in load_regions()}.isdisjoint(
        region.name for region in load_regions("ko")
    )
