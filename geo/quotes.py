"""Whose number a ring is: the published claim it quotes, if label and range are the claim's."""

from __future__ import annotations

from typing import Final

from geo.dates import format_date
from geo.language import say
from geo.records import Catalog, Claim
from geo.scenario import Ring

OWN: Final = "own assumption"  # as the app writes it into links, in all languages
_BEST: Final = ", best published"  # after a missile's name, likewise


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


def label_shown(ring: Ring, catalog: Catalog) -> str:
    """Return a ring's label as it is shown in the catalog's language.

    In links a label is the same in all languages: a claim's, or one that the app writes itself.
    What people typed stays as it is.
    """
    tell = say(catalog.lang)
    if ring.label == OWN:
        return tell("own assumption")
    claim = catalog.claim(ring.label)
    if claim is not None:
        return claim.said_by
    if ring.label.endswith(_BEST):
        named = ring.label.removesuffix(_BEST)
        for missile in catalog.missiles:
            if named in missile.names:
                return tell("{missile}, best published", missile=missile.name)
    return ring.label


def who_says(ring: Ring, catalog: Catalog) -> str:
    """Return who claims a ring's range and when, such as `Korea Times, 2017-07-05`."""
    said = label_shown(ring, catalog) or say(catalog.lang)("own assumption")
    claim = quoted_claim(ring, catalog)
    if claim is None or not claim.claim_date:
        return said
    return f"{said}, {format_date(claim.claim_date, catalog.lang)}"
