"""The arsenal's reach on a day: a ring of the farthest range known by then.

It is the farthest best-known range (geo/records/known.py) of all missiles that had flown by the
day. Space launchers are not counted: they have flown as nothing else. It is a ring like any other,
from a site from which that missile was launched, labelled as its claim: a link that has it says all
that is drawn.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from geo.link.quoted import best_label, claim_edges, may_start
from geo.link.scenario import Ring
from geo.records import Catalog, Known, LaunchSite, Missile, is_known_on, known_by, known_from

_NO_WEAPON: Final = "SLV"


def farthest_known(catalog: Catalog, day: dt.date) -> Known | None:
    """Return the farthest range that was known by a day, None where none was."""
    flown = [
        missile
        for missile in catalog.missiles
        if missile.missile_class != _NO_WEAPON and is_known_on(missile.first_flight, day)
    ]
    known = [known_by(missile, catalog.claims, day) for missile in flown]
    return max(filter(None, known), key=lambda each: each.km, default=None)


def arsenal_ring(known: Known, day: dt.date, catalog: Catalog) -> Ring:
    """Return the ring of that range."""
    site = _site(known.missile, day, catalog)
    low, best, high = claim_edges(known.claim) if known.claim else (None, known.km, None)
    label = known.claim.label if known.claim else best_label(known.missile)
    return Ring(site.id, site.point, low, best, high, label)


def _site(missile: Missile, day: dt.date, catalog: Catalog) -> LaunchSite:
    """Return the site that was last new to a missile by a day.

    Where none names it, the busiest of those from which it may have been launched.
    """
    used = [site for site in catalog.launch_sites if is_known_on(site.first_used, day)]
    own = [site for site in used if missile.id in site.missile_ids]
    if own:
        return max(own, key=lambda site: known_from(site.first_used))
    return max(
        (site for site in used if may_start(missile, site)),
        key=lambda site: site.tests_count or 0,
    )
