"""Facts that stand once: constants of the model, colours and dashes."""

from geo.facts.constants import (
    BEST_LABEL_END,
    CROCKFORD,
    KM_PER_MILE,
    KM_PER_NAUTICAL_MILE,
    MAX_LABEL_CHARS,
    MAX_RANGE_KM,
    MAX_RINGS,
    MIN_RANGE_KM,
    OWN_LABEL,
    WGS84_A_M,
    WGS84_F,
)
from geo.facts.ringstyles import BORDER, COAST, FAINT, FOCUS, INK, LAND, PAPER, SEA, ring_style

__all__ = [
    "BEST_LABEL_END",
    "BORDER",
    "COAST",
    "CROCKFORD",
    "FAINT",
    "FOCUS",
    "INK",
    "KM_PER_MILE",
    "KM_PER_NAUTICAL_MILE",
    "LAND",
    "MAX_LABEL_CHARS",
    "MAX_RANGE_KM",
    "MAX_RINGS",
    "MIN_RANGE_KM",
    "OWN_LABEL",
    "PAPER",
    "SEA",
    "WGS84_A_M",
    "WGS84_F",
    "ring_style",
]
