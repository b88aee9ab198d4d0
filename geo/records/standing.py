"""Deployment dates: when a battery or radar stood where it is drawn, and what a blank one means.

One rule for maps and words. A blank first day is not known: the place is on every dated map before
its last day and is said to be of unknown age, unless it was only reported: then nothing says that
it was there on any one day, and it is on no dated map. A blank last day means that it is still
there; of what was sent for a time (`temporary`) it means that nobody has said when it left. What
left and came back is on no map of the days between.

On the map of a day a place is told as of that day: its notes, its status and its last day speak of
later years, and are left out. What had happened to it by then stands in for them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from geo.records.defence import DefenceEvent
from geo.records.kinds import Place
from geo.records.known import known_from
from geo.words import format_date, say

_ONLY_REPORTED = "reported"
_FOR_A_TIME = "temporary"
_THERE = "deployed"


def is_on_dated_maps(place: Place) -> bool:
    """Return whether there is any day on which a place is known to have stood."""
    return bool(place.deployed_from) or place.status != _ONLY_REPORTED


def stood_on(place: Place, date: dt.date) -> bool:
    """Return whether a place stood on a day.

    Dates compare as text: `2013-04` is before any day of that month, which is meant.
    """
    day = date.isoformat()
    if not is_on_dated_maps(place) or (place.deployed_from and place.deployed_from > day):
        return False
    if place.away and place.away[0] <= day < place.away[1]:
        return False
    return not (place.deployed_to and place.deployed_to < day[: len(place.deployed_to)])


def happened(
    place: Place, events: Iterable[DefenceEvent], lang: str
) -> tuple[tuple[str, str], ...]:
    """Return what happened to a place, the latest first: the day it is known from, and words.

    `events` are in the order of their dates. A month counts from its last day on.
    """
    mine = [event for event in events if place.id in event.places]
    return tuple(
        (
            known_from(event.date).isoformat(),
            f"{format_date(event.date, lang)}: {event.event}.",
        )
        for event in reversed(mine)
    )


def as_of(place: Place, date: dt.date | None, events: Iterable[DefenceEvent], lang: str) -> Place:
    """Return a place that stood on a day without what only later days know; as it is without one.

    Its status is then that it is there: a status in words is today's. Its notes are the `events`
    that had happened to it, a line each, the latest first.
    """
    if date is None:
        return place
    day = date.isoformat()
    notes = "\n".join(words for when, words in happened(place, events, lang) if when <= day)
    status = _THERE if place.status else ""
    return replace(place, notes=notes, status=status, status_words="", deployed_to=None)


def since_and_until(place: Place, lang: str) -> tuple[str, str]:
    """Return the first and the last day in words; "" for who has none, such as a city."""
    if not place.status:
        return "", ""
    unknown = say(lang)("not known")
    until = unknown if place.status == _FOR_A_TIME else ""
    return (
        format_date(place.deployed_from, lang) if place.deployed_from else unknown,
        format_date(place.deployed_to, lang) if place.deployed_to else until,
    )
