"""Days on which something became known, and the arsenal's reach on each: what a timeline shows.

Its reach is a ring (geo/link/arsenal.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geo.facts import TIMELINE_DAYS
from geo.link import Ring, arsenal_ring, farthest_known
from geo.records import (
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

    That is batteries and radars: no other place has a status. Each stands with its date, as precise
    as that is known.
    """

    day: dt.date
    flown: tuple[Missile, ...]
    printed: tuple[Claim, ...]
    come: tuple[tuple[Place, str], ...]
    gone: tuple[tuple[Place, str], ...]


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
    come = [(day, (each, date)) for each in defences for day, date in _came(each)]
    gone = [(day, (each, date)) for each in defences for day, date in _went(each)]
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


def _came(place: Place) -> Iterator[tuple[dt.date, str]]:
    """Yield the days from which on a place is on a map, the first ones of their dates."""
    returned = place.away[1] if place.away else None
    for text in filter(None, (place.deployed_from, returned)):
        yield dt.date.fromisoformat(f"{text}-01-01"[:10]), text


def _went(place: Place) -> Iterator[tuple[dt.date, str]]:
    """Yield the days from which on it no longer is."""
    if place.away:
        yield dt.date.fromisoformat(place.away[0]), place.away[0]
    if place.deployed_to:
        yield known_from(place.deployed_to) + _DAY, place.deployed_to


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
