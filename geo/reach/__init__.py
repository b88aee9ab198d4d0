"""Who is in reach, whose claim a ring is, and the sentence of result."""

from geo.reach.headline import finding_of
from geo.reach.matrix import STATES, ReachTable, reach_table, states_of
from geo.reach.onrecord import on_record, records_text
from geo.reach.quotes import (
    may_start,
    missile_of,
    quoted_claim,
    reads_from_the_right,
    statement_of,
    who_says,
    whose,
    without_isolates,
)
from geo.reach.ranges import edge_said, edge_text, range_said, range_text, ring_name
from geo.reach.shares import (
    fitting_text,
    reach_text,
    report_text,
    share_text,
    spread_sentences,
    unfitting_minutes,
)
from geo.reach.states import state_words
from geo.reach.summary import Summary, summarize
from geo.reach.titles import title_of
from geo.reach.turning import turning_sentence
from geo.reach.wellknown import Landmark, landmarks

__all__ = [
    "STATES",
    "Landmark",
    "ReachTable",
    "Summary",
    "edge_said",
    "edge_text",
    "finding_of",
    "fitting_text",
    "landmarks",
    "may_start",
    "missile_of",
    "on_record",
    "quoted_claim",
    "range_said",
    "range_text",
    "reach_table",
    "reach_text",
    "reads_from_the_right",
    "records_text",
    "report_text",
    "ring_name",
    "share_text",
    "spread_sentences",
    "state_words",
    "statement_of",
    "states_of",
    "summarize",
    "title_of",
    "turning_sentence",
    "unfitting_minutes",
    "who_says",
    "whose",
    "without_isolates",
]
