"""`trajectory.json` and `range.json`: what follows from what is printed of a lofted flight."""

from __future__ import annotations

import math
from typing import Any, Final

from geo.errors import FlightError, LinkError
from geo.export.flightkeys import RANGE_KEYS, TRAJECTORY_KEYS, read_flight_keys
from geo.flight import (
    DRAWS,
    FITTING_MIN,
    SEED,
    Report,
    TimeCheck,
    burnout,
    check_minutes,
    half_of_last_digit,
    max_range_km,
    max_range_rotating_km,
    min_energy_apogee_km,
    spread_of,
)
from geo.jsonobject import Json
from geo.link import Pairs, Problem, refused
from geo.words import LANGUAGES, format_number, message, say

_PERCENTILES: Final = (5, 25, 50, 75, 95)
_TURNING: Final = ("latitude_deg", "azimuth_deg")
_ON_GROUND_KM: Final = 0.0

Answer = tuple[Json, list[Problem]]  # what is answered, or all that is wrong; the other is empty


def trajectory_json(pairs: Pairs) -> Answer:
    """Return what `trajectory.json` answers to a query."""
    values, problems = read_flight_keys(TRAJECTORY_KEYS, pairs)
    height_km = values.get("burnout_altitude_km", _ON_GROUND_KM)
    problems += _unpaired(pairs)
    if "apogee_km" in values:
        try:
            start = burnout(values["apogee_km"], values.get("ground_range_km", 0.0), height_km)
        except FlightError as error:
            problems.append(refused("apogee_km", dict(pairs)["apogee_km"], error))
    if problems:
        return {}, problems
    speed_km_s = start.speed_km_s
    answer = {
        "burnout_speed_km_s": speed_km_s,
        "elevation_deg": start.elevation_deg,
        "flight_time_min": start.flight_time_min,
        "max_range_km": max_range_km(speed_km_s, height_km),
        "min_energy_apogee_km": min_energy_apogee_km(speed_km_s, height_km),
    }
    if _TURNING[0] in values:
        latitude_deg, azimuth_deg = (values[key] for key in _TURNING)
        answer["max_range_rotating_km"] = max_range_rotating_km(
            speed_km_s, latitude_deg, azimuth_deg, height_km
        )
    return {key: _rounded(value) for key, value in answer.items()}, []


def range_json(pairs: Pairs) -> Answer:
    """Return what `range.json` answers to a query: percentiles over all draws, and assumptions."""
    values, problems = read_flight_keys(RANGE_KEYS, pairs)
    lang = values.pop("lang", LANGUAGES[0])
    printed = dict(pairs).get("apogee_km", "")
    if "apogee_km" in values:
        values = {"ground_range_km": 0.0, "apogee_error_km": half_of_last_digit(printed)} | values
        try:
            report = Report(**values)
        except FlightError as error:
            problems.append(refused("apogee_km", printed, error))
    if problems:
        return {}, problems
    spread = spread_of(report)
    return {
        **{f"p{each:02}_km": _rounded(spread.at(each / 100)) for each in _PERCENTILES},
        "unlimited_share": _rounded(spread.unlimited_share),
        "draws": DRAWS,
        "seed": SEED,
        "assumptions": _assumptions(report, lang),
    }, []


def _unpaired(pairs: Pairs) -> list[Problem]:
    """Return the Problem of a latitude without an azimuth, or the other way round."""
    missing = [key for key in _TURNING if key not in dict(pairs)]
    if len(missing) != 1:
        return []
    reason = LinkError(message("latitude_deg and azimuth_deg are needed both, or neither"))
    return [refused(missing[0], "", reason)]


def _assumptions(report: Report, lang: str) -> Json:
    rotation = report.rotation and dict(zip(_TURNING, report.rotation, strict=True))
    checked = check_minutes(report)
    return {
        "apogee_km": list(map(_rounded, report.apogees_km)),
        "ground_range_km": report.ground_range_km,
        "burnout_altitude_km": list(report.altitudes_km),
        "speed_credit_km_s": list(report.speed_credit_km_s),
        "rotation": rotation,
        "flight_time": checked
        and {
            "reported_min": checked.reported_min,
            "kepler_min": _rounded(checked.kepler_min),
            "longer_min": _rounded(checked.longer_min),
            "fits": checked.fits,
        },
        "notes": _notes(report, checked, lang),
    }


def _notes(report: Report, checked: TimeCheck | None, lang: str) -> list[str]:
    """Return what the numbers are, and what they are not, in sentences."""
    tell = say(lang)
    notes = [
        tell(
            "Shares are those of the assumptions, each taken evenly from within its limits, not "
            "the chance that a missile flies so far."
        ),
        tell(
            "Kepler arcs over a sphere of 6,371 km without air, from burnout to the ground; "
            "payload, drag and boost are left out. null: no limit, half the circumference or more."
        ),
    ]
    if report.altitudes_km != report.burnout_altitude_km:
        notes.append(tell("Burnout altitudes are assumed up to the lowest apogee only."))
    if report.rotation:
        notes.append(
            tell("Speeds are over the turning ground, and ranges are those in this direction.")
        )
    if checked:
        notes.append(_note_of_time(checked, lang))
    return notes


def _note_of_time(checked: TimeCheck, lang: str) -> str:
    tell, minutes = say(lang), checked.reported_min
    values: dict[str, Any] = {
        "reported": format_number(minutes, lang, 0 if minutes.is_integer() else 1),
        "kepler": format_number(checked.kepler_min, lang, 1),
        "least": format_number(FITTING_MIN[0], lang),
        "most": format_number(FITTING_MIN[1], lang),
    }
    if checked.fits:
        return tell(
            "The reported {reported} minutes fit the apogee: Kepler's time, from ground to ground "
            "without a boost, is {kepler} minutes, and real flights last {least} to {most} longer.",
            **values,
        )
    return tell(
        "The reported {reported} minutes do not fit the apogee: Kepler's time, from ground to "
        "ground without a boost, is {kepler} minutes, and real flights last {least} to {most} "
        "longer.",
        **values,
    )


def _rounded(value: float | None) -> float | None:
    """Return a number to six digits, for JSON; what has no limit is null."""
    return None if value is None or math.isinf(value) else float(f"{value:.6g}")
