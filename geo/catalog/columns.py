"""The columns of every table in data/, and the rule for each.

data/README.md says in words what each column means; a test holds the two together.
"""

from __future__ import annotations

from typing import Final

from geo.facts import MAX_RANGE_KM, MIN_RANGE_KM, PLACE_LAYERS, PLACE_TABLES
from geo.files import Rule, cells, optional
from geo.records import (
    MISSILE_IS,
    NO_RANGE,
    OUTCOMES,
    RADAR_MODES,
    RADAR_SHAPES,
    SHAPES,
    TRAJECTORIES,
)

_LAT = cells.number(-90, 90, "Latitude comes first; check for swapped columns.")
_LON = cells.number(-180, 180, "Longitude comes second, degrees east.")
_RANGE = optional(cells.number(MIN_RANGE_KM, MAX_RANGE_KM, "Ranges are in kilometres."))
_CIRCLE = optional(cells.number(1, 20_000, "Radii are in kilometres."))
_ANGLE = optional(cells.number(0, 360, "Angles are in degrees, clockwise from north."))
_CLASSES: Final = ("CRBM", "SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "SLV", "cruise")
_LAUNCH_CLASSES: Final = ("SRBM", "MRBM", "IRBM", "ICBM", "SLBM", "SLV", "HGV", "Unknown")
_DATE = optional(cells.date)
_FLOWN = optional(cells.number(1, 20_000, "Altitudes and distances are in kilometres."))
_STATED = optional(cells.number(1, 20_000, "Write it in the unit of the row."))
# In which capacity a claim was made, in which unit, and what a second source adds.
CAPACITIES: Final = (
    *("armed_forces", "defence_ministry", "government", "intelligence", "unnamed_officials"),
    *("former_officer", "named_expert", "unnamed_experts", "institute", "press", "north_korea"),
)
UNITS: Final = ("km", "mi")
MAX_SAID_BY_CHARS: Final = 40  # beside a sector on the map
SECOND_OPINIONS: Final = ("agrees", "differs", "defines")
_ID_AND_NAME: Final[dict[str, Rule]] = {"id": cells.identifier, "name": cells.filled}
_POINT: Final[dict[str, Rule]] = {
    "lat": _LAT,
    "lon": _LON,
    "precision_km": cells.number(0.1, 2000, "Say how well the point is known, in kilometres."),
}
_SOURCE: Final[dict[str, Rule]] = {
    "source_name": cells.source,
    "source_url": optional(cells.url),
}
_CITED: Final = _SOURCE | {"source_url": cells.url}  # where a row without a link says too little

# A table of places that is not below holds these and no others.
_PLACES: Final = _ID_AND_NAME | {"country": cells.filled} | _POINT | {"notes": cells.text} | _SOURCE

_OWN_COLUMNS: Final[dict[str, dict[str, Rule]]] = {
    "launch_sites.csv": _ID_AND_NAME
    | {"name_ko": cells.text, "short_name": cells.filled}
    | _POINT
    | {
        "kind": cells.one_of(
            "satellite_launch", "airfield", "mobile_area", "test_site", "base", "submarine"
        ),
        "first_used": _DATE,
        "last_used": _DATE,
        "tests_count": optional(cells.count),
        "missile_id": cells.text,
        "missile_classes": optional(cells.list_of(*_CLASSES)),
        "notes": cells.text,
    }
    | _SOURCE
    | {"fact_source_url": optional(cells.url), "beside": cells.text},
    "launch_site_aliases.csv": {"alias": cells.filled, "launch_site_id": cells.filled} | _SOURCE,
    "missiles.csv": _ID_AND_NAME
    | {
        "other_names": cells.text,
        "missile_class": cells.one_of(*_CLASSES),
        "range_km_low": _RANGE,
        "range_km_best": _RANGE,
        "range_km_high": _RANGE,
        "first_flight": _DATE,
        "status": cells.filled,
        "notes": cells.text,
    }
    | _SOURCE,
    "claims.csv": {
        "id": cells.identifier,
        "missile_id": cells.filled,
        "range_km_low": _RANGE,
        "range_km_high": _RANGE,
        "label": cells.label,
        "claimed_by": cells.filled,
        "claim_date": cells.date,
        "context": cells.filled,
    }
    | _SOURCE
    | {
        "said_by": optional(cells.label),
        "capacity": cells.one_of(*CAPACITIES),
        "statement": cells.one_of(*SHAPES),
        "launch_date": _DATE,
        "unit": cells.one_of(*UNITS),
        "stated_low": _STATED,
        "stated_high": _STATED,
        "page": cells.text,
        "read_on": cells.date,
        "second_source_name": cells.text,
        "second_source_url": optional(cells.url),
        "second_source_says": optional(cells.one_of(*SECOND_OPINIONS)),
    },
    "tests.csv": {
        "id": cells.identifier,
        "flight": cells.identifier,
        "date": cells.day,
        "missile_id": cells.text,
        "missile_is": optional(cells.one_of(*MISSILE_IS)),
        "launch_site_id": cells.text,
        "apogee_km": _FLOWN,
        "apogee_is": optional(cells.one_of("value", "floor")),
        "range_flown_km": _FLOWN,
        "flight_time_min": optional(cells.number(0.1, 600, "Times are in minutes.")),
        "flight_time_s": optional(cells.number(1, 36_000, "Times are in seconds.")),
        "azimuth_deg": _ANGLE,
        "trajectory": cells.one_of(*TRAJECTORIES),
        "outcome": cells.one_of(*OUTCOMES),
        "no_range_because": optional(cells.one_of(*NO_RANGE)),
        "reported_by": cells.filled,
        "notes": cells.text,
    }
    | _SOURCE,
    "launches_by_year.csv": {
        "id": cells.identifier,
        "year": cells.year,
        "missile_class": cells.one_of(*_LAUNCH_CLASSES),
        "outcome": cells.one_of("success", "failure", "unknown"),
        "launches": cells.count,
    }
    | _SOURCE,
    "cities.csv": _ID_AND_NAME
    | {"country": cells.filled, "country_code": cells.filled, "role": cells.text}
    | _POINT
    | {"population": cells.count, "geonameid": cells.count}
    | _SOURCE,
    "bases.csv": _ID_AND_NAME
    | {
        "country": cells.filled,
        "kind": cells.one_of("air", "army", "joint", "marine", "naval"),
    }
    | _POINT
    | {"host": cells.filled, "notes": cells.text}
    | _SOURCE,
    "missile_defense.csv": _ID_AND_NAME
    | {
        "system": cells.filled,
        "role": cells.one_of(*(role for layer in PLACE_LAYERS for role in layer.roles)),
        "country": cells.filled,
    }
    | _POINT
    | {
        "status": cells.one_of(
            "deployed", "temporary", "past", "test", "mobile", "reported", "cancelled"
        ),
        "deployed_from": _DATE,
        "deployed_to": _DATE,
        "interceptor_range_km": _CIRCLE,
        "radar_range_km_low": _CIRCLE,
        "radar_range_km_high": _CIRCLE,
        "radar_mode": optional(
            cells.one_of("terminal", "forward_based", "midcourse", "early_warning")
        ),
        "assumed_azimuth_deg": _ANGLE,
        "radar_sector_deg": _ANGLE,
        "notes": cells.text,
    }
    | _SOURCE
    | {"beside": cells.text, "away": optional(cells.days)},
    "radar_claims.csv": {
        "id": cells.identifier,
        "radars": cells.text,
        "mode": cells.one_of(*RADAR_MODES),
        "range_km_low": _CIRCLE,
        "range_km_high": _CIRCLE,
        "statement": cells.one_of(*RADAR_SHAPES),
        "said_by": cells.at_most(MAX_SAID_BY_CHARS),
        "claimed_by": cells.filled,
        "claim_date": _DATE,
        "drawn": cells.one_of("yes", "no"),
        "azimuth_deg": _ANGLE,
        "width_deg": _ANGLE,
        "detail": cells.filled,
    }
    | _CITED,
    "thaad_timeline.csv": {
        "id": cells.identifier,
        "date": cells.date,
        "actor": cells.filled,
        "event": cells.filled,
    }
    | _CITED
    | {"places": cells.text},
    "revisions.csv": {
        "date": cells.day,
        "table": cells.filled,
        "row_id": cells.text,
        "column": cells.text,
        "old_value": cells.text,
        "new_value": cells.text,
        "reason": cells.filled,
    }
    | _SOURCE,
}

TABLES: Final = {**_OWN_COLUMNS, **{each: _OWN_COLUMNS.get(each, _PLACES) for each in PLACE_TABLES}}
