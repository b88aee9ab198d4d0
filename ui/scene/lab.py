"""What the lab's address asks for: a flight or numbers of one's own, an angle, assumptions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Final

from geo.errors import FlightError, LinkError
from geo.export import RANGE_KEYS, read_flight_keys
from geo.flight import Report
from geo.jsonobject import Json
from geo.link import NUMBER, Pairs, Problem, attempt, parse_switch, refused
from geo.records import Catalog, Flight
from geo.words import message

# The default: the flight of which one day's papers gave five ranges.
FIRST_FLIGHT: Final = "2017-07-04-hwasong-14"
LEAST_DEG: Final = 1.0  # of the slider: level, a missile falls at once
MOST_DEG: Final = 90.0

_PRINTED: Final = ("apogee_km", "ground_range_km", "flight_time_min")
_ASSUMED: Final = ("apogee_error_km", "burnout_altitude_km", "speed_credit_km_s")
_BOTH: Final = ("apogee_km", "ground_range_km")  # neither tells of a range without the other


def lab_asked(pairs: Pairs, catalog: Catalog) -> tuple[Json, list[Problem]]:
    """Return what the lab shows by an address, "" for what it does not say, and its problems.

    Numbers are handed on as they were typed: their last digit says how they are rounded. What the
    numbers have in common with `range.json` is read as that reads it.

    Parameters
    ----------
    pairs
        Keys and values of the address, decoded; of a key given twice the last counts.
    catalog
        The shipped data: which flights exist.
    """
    given = dict(pairs)
    values, problems = _numbers(given)
    found = {key: given[key] if key in values else "" for key in (*_PRINTED, *_ASSUMED)}
    flights = {flight.id: flight for flight in catalog.flights}

    def read(key: str, parse: Callable[[str], object], default: str = "") -> None:
        is_read = key in given and attempt(key, given[key], parse, problems, None) is not None
        found[key] = given[key] if is_read else default

    read("test", _flight(flights), FIRST_FLIGHT)
    read("report", _report(flights[found["test"]]))
    read("angle", _angle)
    read("turning", parse_switch)
    return found, problems


def _numbers(given: dict[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Return what was printed and what is assumed; the former is both numbers, or nothing."""
    is_typed = not given.keys().isdisjoint(_BOTH)
    names = given.keys() & {*(_PRINTED if is_typed else ()), *_ASSUMED}
    keys = [key for key in RANGE_KEYS if key.name in names]
    values, problems = read_flight_keys(keys, list(given.items()))
    for key, other in (_BOTH, _BOTH[::-1]):
        if key in values and other not in given:
            alone = LinkError(message("{other} is missing, and both are needed"), other=other)
            problems.append(refused(key, given[key], alone))
    if values.keys() >= set(_BOTH):
        try:
            Report(**values)
        except FlightError as error:
            problems.append(refused("apogee_km", given["apogee_km"], error))
            return {}, problems
        return values, problems
    return {key: value for key, value in values.items() if key in _ASSUMED}, problems


def _angle(text: str) -> float:
    if not NUMBER.fullmatch(text) or not LEAST_DEG <= float(text) <= MOST_DEG:
        problem = message("accepted: a launch angle of {least} to {most} degrees")
        raise LinkError(problem, least=f"{LEAST_DEG:g}", most=f"{MOST_DEG:g}")
    return float(text)


def _flight(ids: Collection[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in ids:
            raise LinkError(message("there is no such flight; the list on the page has all"))
        return text

    return parse


def _report(flight: Flight) -> Callable[[str], str]:
    """Return the parser of a report of a flight from which a range, or a floor of it, follows."""
    able = [
        each.id
        for each in flight.reports
        if None not in (each.apogee_km, each.range_flown_km)
        and each.no_range_because in ("", "floor")
    ]
    accepted = ", ".join(able)

    def parse(text: str) -> str:
        if text in able:
            return text
        if not able:
            problem = message("no range is computed from any report of {flight}")
        elif text in {each.id for each in flight.reports}:
            problem = message("no range is computed from it; accepted: {accepted}")
        else:
            problem = message("{flight} has no such report; accepted: {accepted}")
        raise LinkError(problem, flight=flight.id, accepted=accepted)

    return parse
