"""A report of a lofted flight as it stands in a link: `lofted:APOGEE,DISTANCE`, read and written.

The apogee stands as it was printed: `2802` is good to half a kilometre, `3724.9` to a twentieth.
Behind it may follow what differs from the usual assumptions, in any order: `:t39` the minutes of
the flight, `:e50` another error of the apogee in km, `:b0-200` the altitude of burnout in km,
`:c0-0.5` the speed in km/s that a steep climb lost.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any, Final

from geo.earth import short_number
from geo.errors import RangeError
from geo.flight import Report, half_of_last_digit
from geo.link.shapes import LOFTED, LOFTED_PATTERN
from geo.words import message

_SHAPE: Final = re.compile(LOFTED_PATTERN, re.ASCII)
_MOST_DECIMALS: Final = 6
_FIELDS: Final = {
    "t": "flight_time_min",
    "e": "apogee_error_km",
    "b": "burnout_altitude_km",
    "c": "speed_credit_km_s",
}
_DEFAULTS: Final = {each.name: each.default for each in fields(Report)}


def is_lofted(text: str) -> bool:
    """Return whether a range is given as a report of a lofted flight, readable or not."""
    return text.startswith(LOFTED)


def parse_lofted(text: str) -> Report:
    """Return the report written as `lofted:APOGEE,DISTANCE` and what may follow.

    Raises
    ------
    RangeError
        If it is not written so, or no flight could have been so.
    """
    if not _SHAPE.fullmatch(text):
        raise _refusal(text)
    printed, *options = text[len(LOFTED) :].split(":")
    apogee, distance = printed.split(",")
    given: dict[str, Any] = {_FIELDS[option[0]]: _values(option[1:]) for option in options}
    if len(given) < len(options):
        raise _refusal(text)
    usual = Report(float(apogee), float(distance))
    error_km = half_of_last_digit(apogee)
    if error_km != usual.error_km:  # it was printed with zeros at its end
        given.setdefault("apogee_error_km", error_km)
    return replace(usual, **given)


def lofted_text(report: Report) -> str:
    """Return a report as `parse_lofted` reads it, in the shortest form."""
    apogee, error = _written_apogee(report)
    given = {"t": report.flight_time_min, "e": error}
    for name in ("b", "c"):
        value = getattr(report, _FIELDS[name])
        given[name] = None if value == _DEFAULTS[_FIELDS[name]] else value
    options = [f":{name}{_written(value)}" for name, value in given.items() if value is not None]
    return f"{LOFTED}{apogee},{_written(report.ground_range_km)}{''.join(options)}"


def _refusal(text: str) -> RangeError:
    return RangeError(
        message(
            "'{value}' is not a report of a lofted flight; accepted: lofted:APOGEE,DISTANCE in km, "
            "such as lofted:2802,933, and behind it, each once: :t39 (minutes), :e50 (error of the "
            "apogee, km), :b0-200 (altitude of burnout, km), :c0-0.5 (speed lost in the climb, "
            "km/s), and last :rotating"
        ),
        value=text[:60],
    )


def _values(text: str) -> float | tuple[float, ...]:
    """Return a number, or the two ends of what is assumed."""
    values = tuple(float(part) for part in text.split("-"))
    return values if len(values) > 1 else values[0]


def _written_apogee(report: Report) -> tuple[str, float | None]:
    """Return the apogee as it was printed, and its error where that is not half a digit."""
    for decimals in range(_MOST_DECIMALS + 1):
        text = f"{report.apogee_km:.{decimals}f}"
        if float(text) == report.apogee_km and half_of_last_digit(text) == report.error_km:
            return text, None
    return _written(report.apogee_km), report.error_km


def _written(value: float | tuple[float, float]) -> str:
    """Return a number, or two of them, with no more decimals than links have."""
    if isinstance(value, tuple):
        return "-".join(map(_written, value))
    return short_number(round(value, _MOST_DECIMALS))
