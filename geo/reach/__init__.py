"""Who is in reach, whose claim a ring is, and the sentence of result."""

from geo.reach.headline import finding_of
from geo.reach.matrix import STATES, ReachTable, reach_table, states_of
from geo.reach.onrecord import on_record, records_text
from geo.reach.quotes import (
    reads_from_the_right,
    statement_of,
    who_says,
    whose,
    without_isolates,
)
from geo.reach.ranges import edge_text, range_said, range_text, ring_name
from geo.reach.summary import (
    Summary,
    state_words,
    summarize,
)
from geo.reach.timeline import Farthest, Moment, farthest, moments
from geo.reach.titles import title_of
from geo.reach.wellknown import Landmark, landmarks

__all__ = [
    "STATES",
    "Farthest",
    "Landmark",
    "Moment",
    "ReachTable",
    "Summary",
    "edge_text",
    "farthest",
    "finding_of",
    "landmarks",
    "moments",
    "on_record",
    "range_said",
    "range_text",
    "reach_table",
    "reads_from_the_right",
    "records_text",
    "ring_name",
    "state_words",
    "statement_of",
    "states_of",
    "summarize",
    "title_of",
    "who_says",
    "whose",
    "without_isolates",
]
