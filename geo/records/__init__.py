"""The rows of data/ as frozen records, and what their fields mean."""

from geo.records.catalog import Catalog
from geo.records.claimrecord import record_text, second_text, whole_record
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
from geo.records.kinds import (
    Claim,
    ClaimRecord,
    LaunchSite,
    Missile,
    Place,
    Preset,
    Source,
    Statement,
    Story,
    StoryStep,
    Words,
)
from geo.records.names import short_name
from geo.records.presets import query_row, read_presets
from geo.records.standing import is_on_dated_maps, since_and_until, stood_on
from geo.records.statements import SHAPES, claimed_text, ends_said, named, original, worded

__all__ = [
    "LAUNCHES_END",
    "MISSILE_IS",
    "NO_RANGE",
    "OUTCOMES",
    "SHAPES",
    "TRAJECTORIES",
    "Catalog",
    "Claim",
    "ClaimRecord",
    "Flight",
    "FlightReport",
    "LaunchCount",
    "LaunchSite",
    "Missile",
    "MissileIs",
    "Place",
    "Preset",
    "Source",
    "Statement",
    "Story",
    "StoryStep",
    "Trajectory",
    "Words",
    "claimed_text",
    "ends_said",
    "is_on_dated_maps",
    "named",
    "original",
    "query_row",
    "read_presets",
    "record_text",
    "second_text",
    "short_name",
    "since_and_until",
    "stood_on",
    "whole_record",
    "worded",
]
