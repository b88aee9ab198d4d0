"""Days on which something became known, and the arsenal's reach on each: what a timeline shows.

Its reach is a ring (geo/link/arsenal.py).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from geo.facts import TIMELINE_DAYS
from geo.link import Ring, arsenal_ring, farthest_known
from geo.records import (
    NEVER,
    Catalog,
    Claim,
    Known,
    Missile,
    Place,
    known_from,
    printed_from,
)

_FIRST, _LAST = (dt.date.fromisoformat(day) for day in TIMELINE_DAYS)
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
    """Return how the arsenal's reach changed, in order of days."""
    found: list[Farthest] = []
    for moment in moments(catalog):
        if not (moment.flown or moment.printed):
            continue  # batteries change no range
        known = farthest_known(catalog, moment.day)
        if known is None or (found and found[-1].known == known):
            continue
        found.append(Farthest(moment.day, arsenal_ring(known, moment.day, catalog), known))
    return tuple(found)
