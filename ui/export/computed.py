"""The exports that are worked out from their own keys alone, and show no view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from geo.export import RANGE_KEYS, TRAJECTORY_KEYS, FlightKey, range_json, trajectory_json
from geo.jsonobject import Json
from geo.link import Pairs, Problem
from ui.http import BadQueryError, Endpoint, in_thread, read_pairs, tagged_json


@dataclass(frozen=True, slots=True)
class ComputedFile:
    """One export: what it answers to a query, and what OpenAPI says of it."""

    answer: Callable[[Pairs], tuple[Json, list[Problem]]]
    summary: str
    keys: tuple[FlightKey, ...]
    schema: Json


def computed_file(file: ComputedFile) -> Endpoint:
    """Return the route of a file that is worked out: 400 with all problems of its keys."""

    def handler(request: Request) -> Response:
        content, problems = file.answer(read_pairs(request))
        if problems:
            raise BadQueryError(problems)
        return tagged_json(request, content)

    return in_thread(handler)


_NUMBER: Final[Json] = {"type": "number"}
_UNLESS_UNLIMITED: Final[Json] = {"type": ["number", "null"]}  # null is no limit


def _object(properties: Json, *optional: str) -> Json:
    needed = [name for name in properties if name not in optional]
    return {"type": "object", "required": needed, "properties": properties}


COMPUTED_FILES: Final[dict[str, ComputedFile]] = {
    "trajectory.json": ComputedFile(
        trajectory_json,
        "From apogee and distance of a lofted flight to its speed, and the farthest range of that",
        TRAJECTORY_KEYS,
        _object(
            {
                **dict.fromkeys(
                    ("burnout_speed_km_s", "elevation_deg", "flight_time_min"), _NUMBER
                ),
                **dict.fromkeys(
                    ("max_range_km", "min_energy_apogee_km", "max_range_rotating_km"),
                    _UNLESS_UNLIMITED,
                ),
            },
            "max_range_rotating_km",
        ),
    ),
    "range.json": ComputedFile(
        range_json,
        "Which ranges fit a report of a lofted flight: percentiles of the assumptions",
        RANGE_KEYS,
        _object(
            {
                **dict.fromkeys(
                    ("p05_km", "p25_km", "p50_km", "p75_km", "p95_km"), _UNLESS_UNLIMITED
                ),
                **dict.fromkeys(("unlimited_share", "draws", "seed"), _NUMBER),
                "assumptions": {"type": "object"},
            }
        ),
    ),
}
