"""Evidence: claims of one missile, flights and launches as charts and pages of claims show them."""

from geo.evidence.claims import Band, ClaimLine, claim_lines, claimed_missiles, class_bands
from geo.evidence.consequences import (
    Consequence,
    consequence_of,
    dated_query,
    ring_of,
    title_of_claim,
    view_of_claim,
)
from geo.evidence.flights import (
    FlightPoint,
    Line,
    equal_speed_line,
    flight_points,
    keys_of_day,
    least_energy_line,
    most_reported,
)
from geo.evidence.launches import OUTCOMES_SHOWN, Piece, Strip, launch_strips
from geo.evidence.relations import flight_of, of_same_launch, with_id

__all__ = [
    "OUTCOMES_SHOWN",
    "Band",
    "ClaimLine",
    "Consequence",
    "FlightPoint",
    "Line",
    "Piece",
    "Strip",
    "claim_lines",
    "claimed_missiles",
    "class_bands",
    "consequence_of",
    "dated_query",
    "equal_speed_line",
    "flight_of",
    "flight_points",
    "keys_of_day",
    "launch_strips",
    "least_energy_line",
    "most_reported",
    "of_same_launch",
    "ring_of",
    "title_of_claim",
    "view_of_claim",
    "with_id",
]
