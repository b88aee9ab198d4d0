"""Who is in reach, whose claim a ring is, and the sentence of result."""

from geo.reach.batteries import (
    BATTERY,
    NEAR_KM,
    NearBattery,
    batteries,
    batteries_near,
    with_interceptors,
)
from geo.reach.between import Crossing, crossing
from geo.reach.flights import (
    FlightPath,
    flight_label,
    flight_lines,
    flight_name,
    flight_paths,
    type_doubt,
)
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
from geo.reach.ranges import edge_said, edge_text, marked, range_said, range_text, ring_name
from geo.reach.sectors import (
    Direction,
    RadarSector,
    claims_about,
    radar_sectors,
    radars_of,
    seen_by,
    usual_way,
)
from geo.reach.sectorwords import (
    direction_said,
    is_guessed,
    radar_name,
    sector_name,
    sector_range,
    sector_who,
    sectors_named,
)
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
from geo.reach.timeline import Farthest, Moment, farthest, moments
from geo.reach.titles import title_of
from geo.reach.turning import turning_sentence
from geo.reach.wellknown import Landmark, landmarks

__all__ = [
    "BATTERY",
    "NEAR_KM",
    "STATES",
    "Crossing",
    "Direction",
    "Farthest",
    "FlightPath",
    "Landmark",
    "Moment",
    "NearBattery",
    "RadarSector",
    "ReachTable",
    "Summary",
    "batteries",
    "batteries_near",
    "claims_about",
    "crossing",
    "direction_said",
    "edge_said",
    "edge_text",
    "farthest",
    "finding_of",
    "fitting_text",
    "flight_label",
    "flight_lines",
    "flight_name",
    "flight_paths",
    "is_guessed",
    "landmarks",
    "marked",
    "moments",
    "on_record",
    "radar_name",
    "radar_sectors",
    "radars_of",
    "range_said",
    "range_text",
    "reach_table",
    "reach_text",
    "reads_from_the_right",
    "records_text",
    "report_text",
    "ring_name",
    "sector_name",
    "sector_range",
    "sector_who",
    "sectors_named",
    "seen_by",
    "share_text",
    "spread_sentences",
    "state_words",
    "statement_of",
    "states_of",
    "summarize",
    "title_of",
    "turning_sentence",
    "type_doubt",
    "unfitting_minutes",
    "usual_way",
    "who_says",
    "whose",
    "with_interceptors",
    "without_isolates",
]
