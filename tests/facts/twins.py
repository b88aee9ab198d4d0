"""No place stands twice in a table: neighbours within 3 km name each other as beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from tests.facts.ids import beside
from tests.facts.tables import Data, Fault, Row, point, row_id, way

_NEAR_KM: Final = 3.0
_FILES: Final = ("launch_sites.csv", "cities.csv", "bases.csv", "missile_defense.csv")


def twin_faults(data: Data) -> Iterator[Fault]:
    """Yield pairs that are near without saying so, or say so without being near."""
    for file in _FILES:
        for one, other in combinations(data.rows(file), 2):
            yield from _pair_faults(file, one, other)


def _pair_faults(file: str, one: Row, other: Row) -> Iterator[Fault]:
    is_named = row_id(other) in beside(one) and row_id(one) in beside(other)
    here, there = point(one), point(other)
    if here is None or there is None or (abs(here[0] - there[0]) > 0.05 and not is_named):
        return  # the check of geography names what is no point
    km = way(here, there)[0]
    if km <= _NEAR_KM and not is_named:
        found = f"{km:.1f} km from {row_id(other)}"
        yield Fault(file, row_id(one), "beside", found, "each to name the other, or one of them")
    if km > _NEAR_KM and is_named:
        found = f"{row_id(other)}, {km:.1f} km away"
        yield Fault(file, row_id(one), "beside", found, f"a place within {_NEAR_KM:g} km")
