"""Reported flights can have been: by that missile, from that place, in that time, on that path.

The formulas are those of free flight over a round Earth at rest (Bate, Mueller and White, chapter
6), with the start on the ground. They stand here anew: the app has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import acos, cos, pi, sin, sqrt
from typing import Final

from tests.facts.dates import is_later
from tests.facts.tables import Data, Fault, Row, number, row_id

LAST_DAY: Final = "2026-08-20"  # nothing was read of later flights
LIST_ENDS: Final = "2026-04-18"
_FILE: Final = "tests.csv"
_EARTH_KM: Final = 6371.0
_MU: Final = 398_600.44  # km^3/s^2
_FARTHER: Final = 1.1  # how much farther than published a missile may be said to have flown
_LOFTED: Final = 1.5  # heights over that of the arc of least speed
_STANDARD: Final = 0.6
_AIR_KM: Final = 100
# A boost of some minutes comes on top of free flight: what may lie between the two.
_BOOST_MIN: Final = (1.5, 6.0)
# Reports whose minutes do not fit their altitude, which the notes of their rows say.
ODD_TIMES: Final = ("2022-03-24-hwasong-17-kcna", "2022-10-04-new-irbm-2022-japan")
_SAYS_ODD: Final = re.compile(r"leaves none for the boost")


def flight_faults(data: Data) -> Iterator[Fault]:
    """Yield flights that cannot have been as reported."""
    missiles = {row_id(row): row for row in data.rows("missiles.csv")}
    sites = {row_id(row): row for row in data.rows("launch_sites.csv")}
    for row in data.rows(_FILE):
        yield from _missile_faults(row, missiles.get(row["missile_id"], Row()))
        yield from _site_faults(row, sites.get(row["launch_site_id"], Row()))
        yield from _path_faults(row)
        yield from _time_faults(row)
        if number(row["azimuth_deg"]) == 90:
            yield _fault(row, "azimuth_deg", "blank: 90 is what the list has for unknown")


def _fault(row: Row, column: str, expected: str) -> Fault:
    return Fault(_FILE, row_id(row), column, row[column] or "blank", expected)


def _missile_faults(row: Row, missile: Row) -> Iterator[Fault]:
    first = missile["first_flight"]
    if is_later(first, row["date"]) and row["missile_is"] != "linked":
        yield _fault(row, "missile_is", f"linked: the type first flew on {first}")
    flown, most = number(row["range_flown_km"]), number(missile["range_km_high"])
    if flown and most and flown > _FARTHER * most and row["trajectory"] != "orbital":
        yield _fault(row, "range_flown_km", f"at most {most:g}, the highest of the missile")
    name = row["flight"][len("2017-07-04-") :]
    if name not in (row["missile_id"], "unnamed", "cruise") and row["missile_is"] != "disputed":
        yield _fault(row, "flight", f"the day and {row['missile_id'] or 'unnamed'}")


def _site_faults(row: Row, site: Row) -> Iterator[Fault]:
    if is_later(row["date"], LAST_DAY):
        yield _fault(row, "date", f"not after {LAST_DAY}")
    if is_later(site["first_used"], row["date"]):
        yield _fault(row, "date", f"not before the first use of its site, {site['first_used']}")
    is_listed = row["trajectory"] != "cruise" and not is_later(row["date"], LIST_ENDS)
    if is_listed and is_later(row["date"], site["last_used"], 1):
        yield _fault(row, "date", f"not after the last use of its site, {site['last_used']}")


def _path_faults(row: Row) -> Iterator[Fault]:
    apogee_km, flown_km = number(row["apogee_km"]), number(row["range_flown_km"])
    if apogee_km is None or flown_km is None:
        return
    times = apogee_km / least_speed_apogee_km(flown_km)
    kinds = {"lofted": times >= _LOFTED, "standard": _STANDARD <= times < _LOFTED}
    if not kinds.get(row["trajectory"], True):
        expected = f"what fits {times:.2f} times the height of the arc of least speed"
        yield _fault(row, "trajectory", expected)
    why_not = row["no_range_because"]
    if (why_not == "low" and apogee_km >= _AIR_KM) or (not why_not and apogee_km < _AIR_KM):
        yield _fault(row, "no_range_because", f"low for a flight below {_AIR_KM} km, and only it")


def _time_faults(row: Row) -> Iterator[Fault]:
    apogee_km, flown_km = number(row["apogee_km"]), number(row["range_flown_km"])
    minutes = reported_min(row)
    if row["no_range_because"] or not (apogee_km and flown_km and minutes):
        return
    low, high = _BOOST_MIN
    free = free_flight_min(apogee_km, flown_km)
    is_odd = row_id(row) in ODD_TIMES
    if (low <= minutes - free <= high) == is_odd:
        column = "flight_time_min" if row["flight_time_min"] else "flight_time_s"
        yield _fault(row, column, f"{low:g} to {high:g} min more than {free:.1f}")
    elif is_odd and not _SAYS_ODD.search(row["notes"]):
        yield _fault(row, "notes", "words that the time leaves none for the boost")


def reported_min(row: Row) -> float | None:
    """Return the flight time that a row reports, in minutes."""
    seconds = number(row["flight_time_s"])
    return number(row["flight_time_min"]) if seconds is None else seconds / 60


def least_speed_apogee_km(distance_km: float) -> float:
    """Return the height of the arc that needs the least speed for a distance on the ground."""
    half = distance_km / _EARTH_KM / 2
    speed = 2 * sin(half) / (1 + sin(half))  # v^2 R / mu
    elevation = (pi - 2 * half) / 4
    axis = 1 / (2 - speed)  # in radii of the Earth
    eccentricity = sqrt(1 - speed * (2 - speed) * cos(elevation) ** 2)
    return _EARTH_KM * (axis * (1 + eccentricity) - 1)


def free_flight_min(apogee_km: float, distance_km: float) -> float:
    """Return how long a body flies from ground to ground over a height and a distance."""
    top_km = _EARTH_KM + apogee_km
    eccentricity = apogee_km / (top_km - _EARTH_KM * cos(distance_km / _EARTH_KM / 2))
    axis_km = top_km / (1 + eccentricity)
    anomaly = acos((1 - _EARTH_KM / axis_km) / eccentricity)
    swept = pi - anomaly + eccentricity * sin(anomaly)
    return 2 * swept * sqrt(axis_km**3 / _MU) / 60
