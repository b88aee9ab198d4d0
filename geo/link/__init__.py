"""The Scenario and the query string: one as the other, with what a link could not say."""

from geo.link.arsenal import arsenal_ring, farthest_known
from geo.link.key import Key
from geo.link.keys import KEYS, LED_FIELDS, VIEW_KEYS
from geo.link.lofted import lofted_text
from geo.link.picturesize import MAX_PX, MIN_PX, PROJECTIONS, PictureOptions, read_options
from geo.link.problems import Problem, attempt, refused, shown
from geo.link.query import (
    Pairs,
    decode,
    default_rings,
    encode,
    pairs_as_written,
    parse_pairs,
    read_visit,
)
from geo.link.quoted import (
    best_km,
    best_label,
    best_published,
    claim_edges,
    interceptors_of,
    may_start,
    missile_of,
    printed_day,
    quoted_claim,
)
from geo.link.repair import holds_keys, repaired
from geo.link.ringtext import NUMBER, parse_site
from geo.link.scenario import DEFAULT_TARGETS, RadarAssumption, Ring, Role, Scenario
from geo.link.spreads import fitting_ranges
from geo.link.tiles import OFFLINE, TILE_PROVIDERS
from geo.link.values import FORMAT_VERSION, choice, encode_radar, parse_switch
from geo.link.view import View
from geo.link.visit import OWN_STORY, Visit, parse_room

__all__ = [
    "DEFAULT_TARGETS",
    "FORMAT_VERSION",
    "KEYS",
    "LED_FIELDS",
    "MAX_PX",
    "MIN_PX",
    "NUMBER",
    "OFFLINE",
    "OWN_STORY",
    "PROJECTIONS",
    "TILE_PROVIDERS",
    "VIEW_KEYS",
    "Key",
    "Pairs",
    "PictureOptions",
    "Problem",
    "RadarAssumption",
    "Ring",
    "Role",
    "Scenario",
    "View",
    "Visit",
    "arsenal_ring",
    "attempt",
    "best_km",
    "best_label",
    "best_published",
    "choice",
    "claim_edges",
    "decode",
    "default_rings",
    "encode",
    "encode_radar",
    "farthest_known",
    "fitting_ranges",
    "holds_keys",
    "interceptors_of",
    "lofted_text",
    "may_start",
    "missile_of",
    "pairs_as_written",
    "parse_pairs",
    "parse_room",
    "parse_site",
    "parse_switch",
    "printed_day",
    "quoted_claim",
    "read_options",
    "read_visit",
    "refused",
    "repaired",
    "shown",
]
