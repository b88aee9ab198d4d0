"""Whose number a ring is: the published claim it quotes, if label and range are the claim's."""

from __future__ import annotations

from geo.records import Catalog, Claim
from geo.scenario import Ring


def quoted_claim(ring: Ring, catalog: Catalog) -> Claim | None:
    """Return the claim a ring quotes, or None when its label or its numbers are its own.

    A claim with one number is a ring with one range; low alone ("at least") and high alone
    ("up to") are drawn at that number, as the panel does (ui/assets/edits.js).
    """
    claim = catalog.claim(ring.label)
    if claim is None:
        return None
    return claim if (ring.low_km, ring.best_km, ring.high_km) == claim_edges(claim) else None


def claim_edges(claim: Claim) -> tuple[float | None, float | None, float | None]:
    """Return a claim as the low, best and high range of a ring."""
    low, high = claim.range_km_low, claim.range_km_high
    if low is not None and high is not None and low != high:
        return low, None, high
    return None, high if high is not None else low, None


def who_says(ring: Ring, catalog: Catalog) -> str:
    """Return who claims a ring's range and when, such as `Korea Times, 2017-07-05`."""
    claim = quoted_claim(ring, catalog)
    if claim is not None:
        return f"{claim.label}, {claim.claim_date}" if claim.claim_date else claim.label
    return ring.label or "own assumption"
