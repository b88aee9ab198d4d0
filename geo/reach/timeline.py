"""Days on which something became known, and the arsenal's reach on each: what a timeline shows.

The reach of the arsenal on a day is the farthest best-known range (geo/records/known.py) of all
missiles that had flown by then. Space launchers are not counted: they have flown as nothing else.
It is a ring like any other, from a site from which that missile was launched, labelled as its
claim: a link that has it says all that is drawn.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from geo.facts import TIMELINE_DAYS
from geo.link import Ring, best_label, claim_edges, may_start
from geo.records import (
    NEVER,
    Catalog,
    Claim,
    Known,
    LaunchSite,
    Missile,
    Place,
    is_known_on,
    known_by,
    known_from,
    printed_from,
)
from geo.words import LANGUAGES

_FIRST, _LAST = (dt.date.fromisoformat(day) for day in TIMELINE_DAYS)
_NO_WEAPON: Final = "SLV"
_NEVER_BUILT: Final = "cancelled"
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and what was known from it on: first flights, claims, what came or went.

    That is batteries and radars: no other place has a status.
    """

    day: dt.date
    flown: tuple[Missile, ...]
    printed: tuple[Claim, ...]
    come: tuple[Place, ...]
    gone: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Farthest:
    """The arsenal's reach from a day on: a ring, and whose range it is."""

    day: dt.date
    ring: Ring
    known: Known


def moments(catalog: Catalog) -> tuple[Moment, ...]:
    """Return the days on which anything changed, in order, within those that the data cover."""
    defences = [place for place in catalog.places if place.status not in ("", _NEVER_BUILT)]
    flights = [(known_from(each.first_flight), each) for each in catalog.missiles]
    claims = [(printed_from(each), each) for each in catalog.claims]
    come = [(_came(each), each) for each in defences]
    gone = [(_went(each), each) for each in defences]
    days = {day for day, _ in (*flights, *claims, *come, *gone) if _FIRST <= day <= _LAST}
    return tuple(
        Moment(
            day,
            flown=tuple(each for when, each in flights if when == day),
            printed=tuple(each for when, each in claims if when == day),
            come=tuple(each for when, each in come if when == day),
            gone=tuple(each for when, each in gone if when == day),
        )
        for day in sorted(days)
    )


def _came(place: Place) -> dt.date:
    """Return the first day on which a place is on a map: the first one of its date."""
    text = place.deployed_from
    return dt.date.fromisoformat(f"{text}-01-01"[:10]) if text else NEVER


def _went(place: Place) -> dt.date:
    """Return the first day on which it no longer is."""
    return known_from(place.deployed_to) + _DAY if place.deployed_to else NEVER


def farthest(catalog: Catalog) -> tuple[Farthest, ...]:
    """Return how the arsenal's reach changed, in order of days.

    Parameters
    ----------
    catalog
        The data in English, in which a missile's class is what the table calls it.

    Raises
    ------
    ValueError
        For data in another language.
    """
    if catalog.lang != LANGUAGES[0]:
        raise ValueError(f"classes of missiles are not those of the table in {catalog.lang!r}")
    found: list[Farthest] = []
    for moment in moments(catalog):
        known = _farthest_known(catalog, moment.day)
        if known is None or (found and found[-1].known == known):
            continue
        found.append(Farthest(moment.day, _ring(known, moment.day, catalog), known))
    return tuple(found)


def _farthest_known(catalog: Catalog, day: dt.date) -> Known | None:
    flown = [
        missile
        for missile in catalog.missiles
        if missile.missile_class != _NO_WEAPON and is_known_on(missile.first_flight, day)
    ]
    known = [known_by(missile, catalog.claims, day) for missile in flown]
    return max(filter(None, known), key=lambda each: each.km, default=None)


def _ring(known: Known, day: dt.date, catalog: Catalog) -> Ring:
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
