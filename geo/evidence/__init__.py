"""Evidence: claims of one missile, flights and launches as charts and pages of claims show them."""

from geo.evidence.claims import Band, ClaimLine, claim_lines, claimed_missiles, class_bands
from geo.evidence.consequences import Consequence, consequence_of, ring_of
from geo.evidence.relations import of_same_launch, with_id

__all__ = [
    "Band",
    "ClaimLine",
    "Consequence",
    "claim_lines",
    "claimed_missiles",
    "class_bands",
    "consequence_of",
    "of_same_launch",
    "ring_of",
    "with_id",
]
