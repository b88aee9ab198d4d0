"""What the address of the lab's page asks for: a flight or numbers of one's own, angle, assumptions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from geo.errors import LinkError
from geo.jsonobject import Json
from geo.link import NUMBER, Pairs, Problem, attempt, parse_switch
from geo.records import Catalog
from geo.words import message

# The default: the flight about which one day's papers gave one missile five ranges.
FIRST_FLIGHT: Final = "2017-07-04-hwasong-14"

_NUMBERS: Final = {
    "apogee_km": (1.0, 50_000.0),
    "ground_range_km": (1.0, 20_000.0),
    "flight_time_min": (0.1, 1_440.0),
    "angle": (1.0, 90.0),
    "apogee_error_km": (0.0, 5_000.0),
}
_SPANS: Final = {"burnout_altitude_km": (0.0, 1_000.0), "speed_credit_km_s": (0.0, 3.0)}
_PAIR: Final = ("apogee_km", "ground_range_km")

Limits = tuple[float, float]


def lab_asked(pairs: Pairs, catalog: Catalog) -> tuple[Json, list[Problem]]:
    """Return what the lab shows by an address, and what of the address could not be used.

    Numbers are handed on as they were typed: their last digit says how they are rounded.

    Parameters
    ----------
    pairs
        Keys and values of the address, decoded; of a key given twice the last counts.
    catalog
        The shipped data: which flights exist.
    """
    given = dict(pairs)
    problems: list[Problem] = []

    def read(key: str, parse: Callable[[str], str]) -> str:
        return attempt(key, given[key], parse, problems, "") if key in given else ""

    found = {key: read(key, _number(limits)) for key, limits in _NUMBERS.items()}
    found |= {key: read(key, _span(limits)) for key, limits in _SPANS.items()}
    flights = {flight.id for flight in catalog.flights}
    found["test"] = read("test", _flight(flights)) or FIRST_FLIGHT
    found["report"] = read("report", _text)
    found["rotation"] = read("rotation", lambda text: str(int(parse_switch(text))))
    for key in _PAIR:
        if given.keys() & set(_PAIR) and key not in given:
            reason = LinkError(message("is needed, too: a range follows from both numbers"))
            problems.append(Problem(key, "", str(reason), reason))
    if not all(found[key] for key in _PAIR):
        found |= dict.fromkeys((*_PAIR, "flight_time_min"), "")
    return found, problems


def _number(limits: Limits) -> Callable[[str], str]:
    """Return the parser of a number within limits, which hands it on as it was written."""
    least, most = limits

    def parse(text: str) -> str:
        if not NUMBER.fullmatch(text) or not least <= float(text) <= most:
            problem = message("accepted: a number from {least} to {most}")
            raise LinkError(problem, least=f"{least:g}", most=f"{most:,.0f}")
        return text

    return parse


def _span(limits: Limits) -> Callable[[str], str]:
    """Return the parser of `LOW-HIGH` within limits."""
    number = _number(limits)

    def parse(text: str) -> str:
        low, _, high = text.partition("-")
        number(low)
        number(high)
        if float(low) > float(high):
            raise LinkError(message("accepted: LOW-HIGH, the lower number first"))
        return text

    return parse


def _flight(ids: Collection[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in ids:
            raise LinkError(message("there is no such flight; the list on this page has all"))
        return text

    return parse


def _text(text: str) -> str:
    return text[:200]
