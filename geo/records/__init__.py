"""The rows of data/ as frozen records, and what their fields mean."""

from geo.records.catalog import Catalog
from geo.records.claimrecord import record_text, second_text, whole_record
from geo.records.defence import (
    DefenceEvent,
    Equipment,
    RadarClaim,
    RadarMode,
    RadarStatement,
)
from geo.records.flights import (
    LAUNCHES_END,
    MISSILE_IS,
    NO_RANGE,
    OUTCOMES,
    TRAJECTORIES,
    Flight,
    FlightReport,
    LaunchCount,
    MissileIs,
    Trajectory,
)
from geo.records.flown import drawn_report, extent_km, is_floor, look_of, reports_differ
from geo.records.kinds import (
    Claim,
    ClaimRecord,
    LaunchSite,
    Missile,
    Place,
    Preset,
    Statement,
    Story,
    StoryStep,
    Words,
)
from geo.records.known import (
    NEVER,
    Known,
    best_known_from,
    is_known_on,
    is_printed_on,
    known_by,
    known_from,
    printed_from,
)
from geo.records.names import short_name
from geo.records.presets import query_row, read_presets
from geo.records.revision import Revision
from geo.records.source import Source
from geo.records.standing import as_of, is_on_dated_maps, since_and_until, stood_on
from geo.records.statements import SHAPES, claimed_text, ends_said, named, original, worded

__all__ = [
    "LAUNCHES_END",
    "MISSILE_IS",
    "NEVER",
    "NO_RANGE",
    "OUTCOMES",
    "SHAPES",
    "TRAJECTORIES",
    "Catalog",
    "Claim",
    "ClaimRecord",
    "DefenceEvent",
    "Equipment",
    "Flight",
    "FlightReport",
    "Known",
    "LaunchCount",
    "LaunchSite",
    "Missile",
    "MissileIs",
    "Place",
    "Preset",
    "RadarClaim",
    "RadarMode",
    "RadarStatement",
    "Revision",
    "Source",
    "Statement",
    "Story",
    "StoryStep",
    "Trajectory",
    "Words",
    "as_of",
    "best_known_from",
    "claimed_text",
    "drawn_report",
    "ends_said",
    "extent_km",
    "is_floor",
    "is_known_on",
    "is_on_dated_maps",
    "is_printed_on",
    "known_by",
    "known_from",
    "look_of",
    "named",
    "original",
    "printed_from",
    "query_row",
    "read_presets",
    "record_text",
    "reports_differ",
    "second_text",
    "short_name",
    "since_and_until",
    "stood_on",
    "whole_record",
    "worded",
]
