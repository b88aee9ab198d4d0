"""What a ring quotes: a claim, a missile's best published figure, or the range of interceptors.

A ring quotes a claim only where its label is the claim's own, its range is the claim's, and it
starts at a site of the table from which the claim's missile may have been launched. A missile's
best published figure is bound to its sites alike, the range of interceptors to the place of their
battery. A ring that takes in the Earth's rotation quotes
neither: nobody claims such a curve. The browser has the same rules (ui/web/scene/quotes.js); a
browser test holds the two together.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from geo.facts import BEST_LABEL_END, INTERCEPTORS_LABEL, MAX_LABEL_CHARS
from geo.link.scenario import Ring
from geo.records import Catalog, Claim, LaunchSite, Missile, Place, best_known_from, printed_from

Edges = tuple[float | None, float | None, float | None]


def quoted_claim(ring: Ring, catalog: Catalog) -> Claim | None:
    """Return the claim a ring quotes, or None when label, numbers or site are not the claim's.

    A claim with one number is a ring with one range; low alone ("at least") and high alone
    ("up to") are drawn at that number, as the panel does (ui/web/scene/quotes.js).
    """
    claim = catalog.claim(ring.label)
    if claim is None or _is_computed(ring) or edges_of(ring) != claim_edges(claim):
        return None
    return claim if may_start(missile_of(claim, catalog), catalog.site(ring.site)) else None


def _is_computed(ring: Ring) -> bool:
    """Return whether what is drawn is computed here, so that nobody has published it."""
    return ring.report is not None or ring.rotating


def may_start(missile: Missile, site: LaunchSite | None) -> bool:
    """Return whether a missile may have been launched from a site: not from any point of a map.

    A site of which neither missiles nor classes are known is open to all.
    """
    if site is None:
        return False
    is_open = not site.missile_ids and not site.missile_classes
    return (
        is_open or missile.id in site.missile_ids or missile.missile_class in site.missile_classes
    )


def missile_of(claim: Claim, catalog: Catalog) -> Missile:
    """Return the missile that a claim is about."""
    return next(each for each in catalog.missiles if each.id == claim.missile_id)


def claim_edges(claim: Claim) -> Edges:
    """Return a claim as the low, best and high range of a ring."""
    low, high = claim.range_km_low, claim.range_km_high
    if low is not None and high is not None and low != high:
        return low, None, high
    return None, high if high is not None else low, None


def edges_of(ring: Ring) -> Edges:
    """Return the low, best and high range of a ring."""
    return ring.low_km, ring.best_km, ring.high_km


def best_label(missile: Missile) -> str:
    """Return what a link calls a missile's best published figure: in English, for all readers."""
    return f"{missile.names[0]}{BEST_LABEL_END}"[:MAX_LABEL_CHARS]


def best_km(missile: Missile) -> float | None:
    """Return the figure that the panel takes for the best published one, km."""
    ranges = (missile.range_km_best, missile.range_km_high, missile.range_km_low)
    return next((km for km in ranges if km is not None), None)


def best_published(ring: Ring, catalog: Catalog) -> Missile | None:
    """Return the missile of which a ring shows that figure."""
    for missile in () if _is_computed(ring) else catalog.missiles:
        if ring.label == best_label(missile):
            best = best_km(missile)
            is_best = best is not None and edges_of(ring) == (None, best, None)
            return missile if is_best and may_start(missile, catalog.site(ring.site)) else None
    return None


def interceptors_of(ring: Ring, catalog: Catalog) -> Place | None:
    """Return the battery of whose interceptors a ring shows the published range."""
    center = catalog.center_of(ring.site, ring.point)
    if ring.label != INTERCEPTORS_LABEL or center is None or center.equipment is None:
        return None
    range_km = center.equipment.interceptor_range_km
    is_theirs = range_km is not None and edges_of(ring) == (None, range_km, None)
    return center if is_theirs and not _is_computed(ring) else None


def printed_day(ring: Ring, catalog: Catalog) -> dt.date | None:
    """Return the day from which on what a ring quotes was in print.

    None where it quotes nothing: an own label, or none, is of no day. `geo.records.NEVER` where no
    day is known. A ring with the Earth's rotation is of the day of what it is computed from.
    """
    ring = replace(ring, rotating=False)
    claim = quoted_claim(ring, catalog)
    if claim is not None:
        return printed_from(claim)
    missile = best_published(ring, catalog)
    if missile is None:
        return None
    return best_known_from(missile, ring.main_km, catalog.claims)
