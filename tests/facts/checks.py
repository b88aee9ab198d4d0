"""All checks by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tests.facts.dates import date_faults
from tests.facts.distances import distance_faults
from tests.facts.flights import flight_faults
from tests.facts.geography import geography_faults
from tests.facts.ids import id_faults
from tests.facts.korean import korean_faults
from tests.facts.populations import population_faults
from tests.facts.radars import radar_faults
from tests.facts.sources import source_faults
from tests.facts.statements import statement_faults
from tests.facts.tables import Data, Fault
from tests.facts.twins import twin_faults

CHECKS: Final[dict[str, Callable[[Data], Iterator[Fault]]]] = {
    "geography": geography_faults,
    "distances": distance_faults,
    "dates": date_faults,
    "populations": population_faults,
    "ids": id_faults,
    "sources": source_faults,
    "statements": statement_faults,
    "flights": flight_faults,
    "radars": radar_faults,
    "korean": korean_faults,
    "twins": twin_faults,
}
