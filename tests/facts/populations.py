"""Cities against GeoNames: people, point and country."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Final

from tests.facts.tables import Data, Fault, Row, number, point, row_id, towns, way

_SHARE: Final = 0.2
_NEAR_KM: Final = 5.0
_FILE: Final = "cities.csv"


def population_faults(data: Data) -> Iterator[Fault]:
    """Yield cities that are not as GeoNames has them."""
    for row in data.rows(_FILE):
        town = towns().get(row["geonameid"])
        if town is None:
            yield Fault(_FILE, row_id(row), "geonameid", row["geonameid"], "a town of GeoNames")
            continue
        people = number(row["population"]) or 0.0
        if abs(people - town["population"]) > _SHARE * town["population"]:
            expected = f"within 20 % of {town['population']}"
            yield Fault(_FILE, row_id(row), "population", row["population"], expected)
        if row["country_code"] != town["countrycode"]:
            found, expected = row["country_code"], town["countrycode"]
            yield Fault(_FILE, row_id(row), "country_code", found, expected)
        yield from _point_faults(row, (town["latitude"], town["longitude"]))


def _point_faults(row: Row, expected: tuple[float, float]) -> Iterator[Fault]:
    at = point(row)
    km = way(at, expected)[0] if at else inf
    if km > _NEAR_KM:
        found = f"{row['lat']},{row['lon']}, {km:.1f} km off"
        yield Fault(_FILE, row_id(row), "lat", found, f"{expected[0]:g},{expected[1]:g}")
