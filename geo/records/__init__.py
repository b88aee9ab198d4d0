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
    Source,
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
from geo.records.standing import as_of, is_on_dated_maps, since_and_until, stood_on
from geo.records.statements import SHAPES, claimed_text, ends_said, named, original, worded

__all__ = [
    "NEVER",
    "SHAPES",
    "Catalog",
    "Claim",
    "ClaimRecord",
    "Known",
    "LaunchSite",
    "Missile",
    "Place",
    "Preset",
    "Source",
    "Statement",
    "Story",
    "StoryStep",
    "Words",
    "as_of",
    "best_known_from",
    "claimed_text",
    "ends_said",
    "is_known_on",
    "is_on_dated_maps",
    "is_printed_on",
    "known_by",
    "known_from",
    "named",
    "original",
    "printed_from",
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
