"""Flights as a chart has them: how high against how far, and what it takes to fly so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.facts import DEFAULT_LAYERS
from geo.flight import best_elevation_deg, flight, least_speed_km_s, min_energy_apogee_km
from geo.records import Catalog, Flight, FlightReport
from geo.words import KM_PER_UNIT

_SEVERAL: Final = 4  # reports: a colour for fewer tells little that a name beside them does not
_STEPS: Final = 60  # of a line: it bends slowly

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FlightPoint:
    """A report with altitude and distance, in the reader's units.

    `missile` is its name, empty where nobody named a type.
    """

    flight: Flight
    report: FlightReport
    missile: str
    distance: float
    apogee: float

    @property
    def is_lofted(self) -> bool:
        """Whether it was flown far more steeply than for range."""
        return self.flight.trajectory == "lofted"


def flight_points(catalog: Catalog, units: str) -> tuple[FlightPoint, ...]:
    """Return all reports that give both altitude and distance, by date.

    Those of space launchers are left out: their distance is where a stage fell.
    """
    missiles = {missile.id: missile for missile in catalog.missiles}
    per_unit = KM_PER_UNIT[units]
    return tuple(
        FlightPoint(
            flown,
            report,
            missile.name if missile else "",
            report.range_flown_km / per_unit,
            report.apogee_km / per_unit,
        )
        for flown in catalog.flights
        if flown.trajectory != "orbital"
        for missile in (missiles.get(flown.missile_id),)
        for report in flown.reports
        if report.apogee_km is not None and report.range_flown_km is not None
    )


def most_reported(points: Sequence[FlightPoint], at_most: int) -> tuple[str, ...]:
    """Return the missiles with the most reports, those of the most first: each has several."""
    counted = Counter(point.missile for point in points if point.missile)
    return tuple(name for name, count in counted.most_common(at_most) if count >= _SEVERAL)


def keys_of_day(flown: Flight) -> list[tuple[str, str]]:
    """Return the keys of a link to the map of the day of a flight, with the flights of its type.

    None where its site is not known: no map shows it.
    """
    if not flown.site_id:
        return []
    tests = [("tests", flown.missile_id)] if flown.missile_id else []
    return [("show", ",".join((*DEFAULT_LAYERS, "tests"))), ("date", flown.date), *tests]


def least_energy_line(most_km: float, units: str) -> Line:
    """Return distance and altitude of the flights that need the least speed for their distance.

    Burnout at the ground, spherical Earth (geo.flight).
    """
    return _in_units(
        [
            (float(km), min_energy_apogee_km(least_speed_km_s(float(km))) or 0.0)
            for km in np.linspace(0.1, np.sqrt(most_km), _STEPS) ** 2
        ],
        units,
    )


def equal_speed_line(range_km: float, units: str) -> Line:
    """Return distance and altitude of lofted flights as fast as one of greatest range `range_km`.

    From straight up to the best angle, burnout at the ground, spherical Earth (geo.flight).
    """
    speed = least_speed_km_s(range_km)
    angles = np.linspace(90.0, best_elevation_deg(speed), _STEPS)
    flown = [flight(speed, float(angle)) for angle in angles]
    return _in_units([(each.range_km, each.apogee_km) for each in flown if each], units)


def _in_units(points: list[tuple[float, float]], units: str) -> Line:
    per_unit = KM_PER_UNIT[units]
    return tuple((x / per_unit, y / per_unit) for x, y in points)
