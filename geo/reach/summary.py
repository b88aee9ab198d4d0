"""The sentence of result: what one ring of a Scenario means, computed from the data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from geo import facts
from geo.earth import lats_and_lons, nearest_site_km
from geo.link import Ring, View
from geo.reach.matrix import ReachTable, reach_table
from geo.reach.onrecord import records_text
from geo.reach.ranges import edge_text, ring_name
from geo.reach.shares import reach_text, spread_sentences, without_rotation
from geo.reach.turning import turning_sentence
from geo.records import Place
from geo.towns import people_within
from geo.words import format_length, format_people

_NAMED: Final = 4  # places named in a sentence; the rest are counted


@dataclass(frozen=True)
class Summary:
    """Sentences about the active ring: how much is inside, and `rest`, what that means.

    Each is worked out when it is asked for: a card says one of them, the page three.
    """

    view: View

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return self.view.places

    @cached_property
    def _ring(self) -> Ring | None:
        return self.view.speaking_ring

    @cached_property
    def _below(self) -> Ring | None:
        rings = [ring for _, ring in self.view.shown_rings]
        return _next_lower(rings, self._ring) if self._ring else None

    @cached_property
    def _table(self) -> ReachTable:
        """The places against the ring, and against the next lower one if there is one."""
        rings = [ring for ring in (self._ring, self._below) if ring]
        return reach_table(rings, *lats_and_lons(self._places))

    @cached_property
    def counts(self) -> str:
        """How much is inside."""
        if self._ring is None:
            return self.view.tell("No ring is shown.")
        states = self._table.states[0]
        return _counts(self._ring, self.view, self._places, states == 0, states == 1)

    @cached_property
    def nearest_us(self) -> str:
        """How far the nearest US soil is, "" if none is shown, or the ring is no missile's."""
        if self._ring is None or self.view.center(self._ring):
            return ""
        return _nearest_us(self._ring, self.view, self._places, self._table)

    @cached_property
    def people(self) -> str:
        """How many people are inside a ring with the Earth's rotation, "" for others."""
        ring = self._ring
        if ring is None or not ring.rotating:
            return ""
        inside = people_within(ring.point, ring.reach(ring.sure_km))
        people = format_people(inside, self.view.lang)
        return self.view.tell("{people} people in towns over 15,000 are inside.", people=people)

    @cached_property
    def newly_inside(self) -> str:
        """What is inside that is not within the next lower range, "" if there is none."""
        if self._below is None:
            return ""
        inside, below = self._table.states[0] == 0, self._table.states[1]
        return _newly(self._below, self.view, self._places, inside, below)

    @cached_property
    def envelope(self) -> str:
        """What the range reaches from any known site, "" if that is not shown."""
        if self._ring is None:
            return ""
        return _envelope(self._ring, self.view, self._places, self._table.beyond_km[0])

    @cached_property
    def on_record(self) -> str:
        """What someone whom the ring's label names really said, if the label is no claim."""
        return records_text(self._ring, self.view) if self._ring else ""

    @cached_property
    def spread(self) -> str:
        """What a ring is that fits a report, "" for others."""
        return spread_sentences(self._ring, self.view) if self._ring else ""

    @cached_property
    def turning(self) -> str:
        """How far a ring with the Earth's rotation goes, "" for others."""
        return turning_sentence(self._ring, self.view) if self._ring else ""

    @property
    def rest(self) -> str:
        """All sentences after the counts, in one line."""
        parts = (
            self.turning, self.spread, self.on_record, self.nearest_us, self.people,
            self.newly_inside, self.envelope,
        )  # fmt: skip
        return " ".join(part for part in parts if part)


def summarize(view: View) -> Summary:
    """Return what the active ring means for the places shown."""
    return Summary(view)


def _counts(
    ring: Ring, view: View, places: tuple[Place, ...], inside: np.ndarray, band: np.ndarray
) -> str:
    tell = view.tell
    counted = []
    for layer in facts.PLACE_LAYERS:
        rows = [row for row, place in enumerate(places) if place.layer == layer.id]
        if rows and layer.count:
            counted.append(tell.plural(*layer.count, inside=int(inside[rows].sum()), n=len(rows)))
    if not ring.rotating:  # else it is a sentence of its own, which comes when a thumb rests
        people = format_people(people_within(ring.point, ring.sure_km), view.lang)
        counted.append(tell("{people} people in towns over 15,000", people=people))
    counts = ", ".join(counted)
    if band.any():
        counts += tell.plural(
            " (and 1 more place in the band)",
            " (and {n} more places in the band)",
            n=int(band.sum()),
        )
    return tell("Within {ring}: {counts}.", ring=ring_name(ring, view), counts=counts)


def _nearest_us(ring: Ring, view: View, places: tuple[Place, ...], table: ReachTable) -> str:
    rows = [row for row, place in enumerate(places) if place.us_soil]
    if not rows:
        return ""
    nearest = min(rows, key=lambda row: table.distances_km[0, row])
    return view.tell(
        "Nearest US soil: {place}, {distance}, {state}.",
        place=places[nearest].name,
        distance=format_length(float(table.distances_km[0, nearest]), view.units, view.lang),
        state=reach_text(ring, table, 0, nearest, view),
    )


def _next_lower(rings: list[Ring], ring: Ring) -> Ring | None:
    """Return the ring with the next lower reach, from whatever site."""
    lower = [other for other in rings if other.sure_km < ring.sure_km]
    return max(lower, key=lambda other: other.sure_km, default=None)


def _newly(
    below: Ring, view: View, places: tuple[Place, ...], inside: np.ndarray, states: np.ndarray
) -> str:
    rows = [int(row) for row in np.flatnonzero(inside & (states != 0))]
    tell, name = view.tell, ring_name(below, view)
    if not rows:
        return tell("Nothing more is inside than within {ring}.", ring=name)
    rows.sort(key=lambda row: (not places[row].us_soil, -(places[row].population or 0)))
    named, more = ", ".join(places[row].name for row in rows[:_NAMED]), len(rows) - _NAMED
    if more > 0:
        named = tell.plural("{places} and 1 more", "{places} and {n} more", n=more, places=named)
    return tell("Newly inside against {ring}: {places}.", ring=name, places=named)


def _envelope(ring: Ring, view: View, places: tuple[Place, ...], beyond_km: np.ndarray) -> str:
    """Say what the outline around all sites, without rotation, holds that the ring does not."""
    sites = [site.point for site in view.launch_sites]
    if not (view.shows("envelope") and places and sites):
        return ""
    nearest = nearest_site_km(sites, *lats_and_lons(places))
    more = int(((nearest <= ring.limit_km) & (beyond_km > 0)).sum())
    within = edge_text(ring, ring.limit_km, view)
    if ring.rotating:
        within = without_rotation(within, view)
    return view.tell.plural(
        "From the nearest of {sites} known launch sites, 1 more place is within {within}.",
        "From the nearest of {sites} known launch sites, {n} more places are within {within}.",
        sites=len(sites),
        n=more,
        within=within,
    )
