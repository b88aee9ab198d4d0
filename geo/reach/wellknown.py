"""The places by which readers measure a range, for the headline.

They count whether their layer is shown or not; on the map of a day only what stood on it does.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.facts import CAPITAL, HOME_ID, WELL_KNOWN, WellKnown, place_layer
from geo.link import View
from geo.records import Place, short_name


@dataclass(frozen=True, slots=True)
class Landmark:
    """A well-known place: what a headline calls it, and whether it tells ranges apart."""

    name: str
    place: Place
    is_step: bool


def landmarks(view: View) -> list[Landmark]:
    """Return the places of the ladder, nearest to Korea first.

    From a launch site of the table the capital of its country is left out. Around a battery, a base
    or a city no missile's ladder counts, but who lives there: all cities but that one.
    """
    around = [view.center(ring) for _, ring in view.shown_rings]
    centers = {center.id for center in around if center}
    if around and all(around):
        return [
            _landmark(WellKnown(place.id), place, view)
            for place in view.standing
            if place_layer(place.layer).is_peopled and place.id not in centers
        ]
    there = {place.id: place for place in view.standing}
    at_home = any(view.catalog.site(ring.site) for _, ring in view.shown_rings)
    return [
        _landmark(row, there[row.id], view)
        for row in WELL_KNOWN
        if row.id in there and not (at_home and row.id == HOME_ID)
    ]


def with_capitals(marks: list[Landmark], view: View) -> list[Landmark]:
    """Return the same and all other capitals: for ranges that no place of the ladder is near."""
    known = {row.id for row in WELL_KNOWN}
    return marks + [
        _landmark(WellKnown(place.id), place, view)
        for place in view.standing
        if place.kind == CAPITAL and place.id not in known
    ]


def _landmark(row: WellKnown, place: Place, view: View) -> Landmark:
    name = view.tell(row.name) if row.name else short_name(place.name)
    return Landmark(name, place, row.is_step)
