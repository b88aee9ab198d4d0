"""The rows of data/ as frozen records, and what their fields mean."""

from geo.records.claimrecord import record_text, second_text, whole_record
from geo.records.kinds import (
    Catalog,
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
from geo.records.names import short_name
from geo.records.presets import query_row, read_presets
from geo.records.revision import Revision
from geo.records.source import Source
from geo.records.standing import is_on_dated_maps, since_and_until, stood_on
from geo.records.statements import SHAPES, claimed_text, ends_said, named, original, worded

__all__ = [
    "SHAPES",
    "Catalog",
    "Claim",
    "ClaimRecord",
    "LaunchSite",
    "Missile",
    "Place",
    "Preset",
    "Revision",
    "Source",
    "Statement",
    "Story",
    "StoryStep",
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
