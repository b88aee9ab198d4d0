"""The keys of `trajectory.json` and `range.json`: how each is read, what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from geo.errors import LinkError
from geo.flight import (
    ALTITUDE_KM,
    APOGEE_KM,
    AZIMUTH_DEG,
    CREDIT_KM_S,
    DISTANCE_KM,
    ERROR_KM,
    LATITUDE_DEG,
    MINUTES,
    Limits,
    Span,
)
from geo.jsonobject import Json
from geo.link import NUMBER, Pairs, Problem, attempt, choice, refused
from geo.words import LANGUAGES, message


@dataclass(frozen=True, slots=True, kw_only=True)
class FlightKey:
    """One key: its parser, which raises with a sentence, and its parameter in OpenAPI."""

    name: str
    parser: Callable[[str], Any]
    words: str
    schema: Json
    is_needed: bool = False


def read_flight_keys(
    keys: Iterable[FlightKey], pairs: Pairs
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the values of a query by key, those that are given, and all that is wrong."""
    given = dict(pairs)
    problems: list[Problem] = []
    found = {
        key.name: attempt(key.name, given[key.name], key.parser, problems, None)
        for key in keys
        if key.name in given
    }
    missing = LinkError(message("this value is needed, and it is not given"))
    problems += [
        refused(key.name, "", missing) for key in keys if key.is_needed and key.name not in given
    ]
    return {name: value for name, value in found.items() if value is not None}, problems


def _number(limits: Limits) -> Callable[[str], float]:
    """Return the parser of a number within limits."""

    def parse(text: str) -> float:
        if not NUMBER.fullmatch(text.removeprefix("-")):
            raise LinkError(message("expected a plain number, such as 933 or 39.5"))
        return limits.check(float(text))

    return parse


def _span(limits: Limits) -> Callable[[str], Span]:
    """Return the parser of `LOW-HIGH`, or of one number for both."""

    def parse(text: str) -> Span:
        parts = text.split("-")
        if len(parts) > 2 or not all(NUMBER.fullmatch(part) for part in parts):
            raise LinkError(message("expected LOW-HIGH, such as 0-200, or one number"))
        return limits.check_span((float(parts[0]), float(parts[-1])))

    return parse


def _parse_rotation(text: str) -> Span:
    parts = text.split(",")
    if len(parts) != 2:
        raise LinkError(message("expected LATITUDE,AZIMUTH in degrees, such as 39.5,45"))
    return _number(LATITUDE_DEG)(parts[0]), _number(AZIMUTH_DEG)(parts[1])


def _told(limits: Limits, **more: Any) -> Json:
    return {"type": "number", "minimum": limits.least, "maximum": limits.most, **more}


def _spanned(example: str) -> Json:
    number = r"\d{1,6}(\.\d{1,6})?"
    return {"type": "string", "pattern": f"^{number}(-{number})?$", "default": example}


_PRINTED: Final = (
    FlightKey(
        name="apogee_km", parser=_number(APOGEE_KM), is_needed=True,
        words="Height of the apogee, as it was printed", schema=_told(APOGEE_KM, examples=[2802]),
    ),
    FlightKey(
        name="ground_range_km", parser=_number(DISTANCE_KM), is_needed=True,
        words="Distance over ground from launch to impact, as it was printed",
        schema=_told(DISTANCE_KM, examples=[933]),
    ),
)  # fmt: skip
_LANG: Final = FlightKey(
    name="lang", parser=choice(LANGUAGES), words="Language of sentences; errors are English in all",
    schema={"type": "string", "enum": list(LANGUAGES), "default": LANGUAGES[0]},
)  # fmt: skip

TRAJECTORY_KEYS: Final = (
    *_PRINTED,
    FlightKey(
        name="burnout_altitude_km", parser=_number(ALTITUDE_KM),
        words="Height at which the missile begins to coast", schema=_told(ALTITUDE_KM, default=0),
    ),
    FlightKey(
        name="latitude_deg", parser=_number(LATITUDE_DEG),
        words="Latitude of the launch, with azimuth_deg: the range over a turning Earth too",
        schema=_told(LATITUDE_DEG),
    ),
    FlightKey(
        name="azimuth_deg", parser=_number(AZIMUTH_DEG),
        words="Direction at burnout as seen from the launch point, clockwise from north",
        schema=_told(AZIMUTH_DEG),
    ),
    _LANG,
)  # fmt: skip

RANGE_KEYS: Final = (
    *_PRINTED,
    FlightKey(
        name="flight_time_min", parser=_number(MINUTES),
        words="Minutes from launch to impact, as they were printed: do they fit the apogee",
        schema=_told(MINUTES),
    ),
    FlightKey(
        name="apogee_error_km", parser=_number(ERROR_KM),
        words="Half the width within which the apogee lies; if left out, half of its last digit",
        schema=_told(ERROR_KM),
    ),
    FlightKey(
        name="burnout_altitude_km", parser=_span(ALTITUDE_KM),
        words="LOW-HIGH: heights at which the missile may begin to coast",
        schema=_spanned("0-200"),
    ),
    FlightKey(
        name="speed_credit_km_s", parser=_span(CREDIT_KM_S),
        words="LOW-HIGH: the speed that a steep climb may lose to gravity",
        schema=_spanned("0-0.5"),
    ),
    FlightKey(
        name="rotation", parser=_parse_rotation,
        words="LATITUDE,AZIMUTH of a launch, degrees: ranges over a turning Earth in a direction",
        schema={"type": "string", "examples": ["39.5,45"]},
    ),
    _LANG,
)  # fmt: skip
