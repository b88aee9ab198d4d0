"""The page of evidence and those of single claims, in parts."""

from ui.evidence.asked import asked_claim, asked_missile, show_unusable
from ui.evidence.claimpage import show_claim, show_no_claim
from ui.evidence.claims import show_claims
from ui.evidence.flights import show_flights
from ui.evidence.launches import show_launches

__all__ = [
    "asked_claim",
    "asked_missile",
    "show_claim",
    "show_claims",
    "show_flights",
    "show_launches",
    "show_no_claim",
    "show_unusable",
]
