"""The words of a map, in order of importance: rings, names asked for, must-write names, others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.facts import FLIGHT_NAMED_PX, LIGHT, MUST_NAMES, NAME_RANK, ring_style
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.flights import End
from geo.picture.frame import Frame
from geo.picture.labels import HEIGHT, WORD_SIDE_PX, Kind, Label, Room, Symbols
from geo.picture.places import Arc, Spot, Star
from geo.picture.regions import region_labels
from geo.picture.ringlines import Edge, ring_edges
from geo.picture.ringwords import RingWords
from geo.picture.spots import Found, Wanted, find_anywhere, find_beside, find_near, line_boxes
from geo.picture.symbols import name_rank
from geo.reach import flight_label
from geo.records import Place, extent_km, short_name
from geo.words import format_length

_MOST_NAMES: Final = 160
_RING_PX, _MUST_PX, _SITE_PX, _NAME_PX = 15.0, 14.5, 14.0, 13.0


@dataclass(frozen=True, slots=True)
class _Name:
    """A name to write: its words, whose symbol it belongs to, and how it looks."""

    text: str
    kind: Kind
    id: str
    symbol: int
    size_px: float
    color: str
    bold: bool
    ring: int | None = None


class Namer:
    """Writes the words of one map into the room that is left."""

    def __init__(self, canvas: Canvas, view: View, room: Room, others: Sequence[Edge] = ()) -> None:
        """Take where to measure words, what is shown, and where there is room.

        `others` are lines that bear words, but are no rings.
        """
        self.canvas, self.view, self.room, self.others = canvas, view, room, others
        self.labels: list[Label] = []

    def write(
        self, frame: Frame, spots: list[Spot], stars: list[Star], arcs: list[Arc], ends: list[End]
    ) -> list[Label]:
        """Return all words with their places."""
        must = must_names(self.view, spots)
        asked = set(self.view.scenario.names) | {arc.place.id for arc in arcs}
        asked |= {each.radar for each in self.view.scenario.radars}
        self.room.symbols = _symbols(spots, stars, ends, {*must, *asked})
        rings = RingWords(
            self.canvas, self.room, [*ring_edges(frame, self.view), *self.others],
            _RING_PX * self.canvas.unit,
        )  # fmt: skip
        rings.number_all()
        distances = {arc.place.id: arc.km for arc in arcs}
        first = [row for row, spot in enumerate(spots) if spot.place.id in asked]
        first.sort(key=lambda row: spots[row].place.id not in self.view.scenario.names)
        rows = {spot.place.id: row for row, spot in enumerate(spots)}
        for row in [*first, *(rows[each] for each in must if each not in asked)]:
            self._place(self._name(row, spots[row], must, distances), find_anywhere)
        for row, star in enumerate(stars, len(spots)):
            self._place(self._site(row, star), find_anywhere)
        rings.say_others()
        rings.name_all()
        self.labels += region_labels(self.canvas, frame, self.view, self.room, rings.lines)
        self._name_flights(frame, ends, len(spots) + len(stars))
        written = {*must, *asked}
        for row in self._by_rank(frame, spots):
            if spots[row].place.id not in written:
                self._place(self._name(row, spots[row], must, distances), find_beside)
        return [*rings.placed.values(), *self.labels]

    def _name(
        self, row: int, spot: Spot, must: dict[str, str], distances: dict[str, float]
    ) -> _Name:
        place, view, kind = spot.place, self.view, "place"
        text = map_name(place, view)
        if place.id in distances:
            text = f"{text} {format_length(distances[place.id], view.units, view.lang)}"
            kind = "arc"
        is_first = place.id in must or place.id in view.scenario.names or kind == "arc"
        is_out = spot.state == "out"
        return _Name(
            text, "arc" if kind == "arc" else "place", place.id, row,
            (_MUST_PX if is_first else _NAME_PX) * self.canvas.unit,
            LIGHT.faint if is_out else LIGHT.ink, bold=is_first or not is_out,
        )  # fmt: skip

    def _site(self, row: int, star: Star) -> _Name:
        ring, view = self.view.rings[star.ring], self.view
        known = view.catalog.site(ring.site) or view.center(ring)
        return _Name(
            view.short_site_name(ring), "site", known.id if known else ring.site, row,
            _SITE_PX * self.canvas.unit, ring_style(star.ring).color, bold=True,
        )  # fmt: skip

    def _by_rank(self, frame: Frame, spots: list[Spot]) -> list[int]:
        """Return the rows of other names, the more of them, the larger the scale."""
        least = 3.55 + np.log2(max(frame.km_per_px * self.canvas.unit, 1e-3)) * 0.62
        ranks = [(name_rank(spot.place), row) for row, spot in enumerate(spots)]
        ranks.sort(key=lambda each: -each[0])
        return [row for rank, row in ranks if rank >= least][:_MOST_NAMES]

    def _name_flights(self, frame: Frame, ends: list[End], first: int) -> None:
        """Write missile and year of the flights that went far or high, the same words once."""
        view, unit, said = self.view, self.canvas.unit, set()
        extents = [(extent_km(end.path.flight), row) for row, end in enumerate(ends)]
        least_km = FLIGHT_NAMED_PX * unit * frame.km_per_px
        for extent, row in sorted(extents, key=lambda each: -each[0]):
            flight = ends[row].path.flight
            text = flight_label(flight, view.catalog)
            if not text or text in said or extent < least_km:
                continue
            name = _Name(
                text, "flight", flight.id, first + row, _NAME_PX * unit, LIGHT.ink, bold=False
            )
            if self._place(name, find_near):
                said.add(text)

    def _place(self, name: _Name, find: Callable[[Wanted, Room], Found | None]) -> bool:
        """Write a name where `find` has a place for it; return whether there is one."""
        if self._is_covered(name):
            return False
        width = self.canvas.measure(name.text, name.size_px, bold=name.bold)
        symbols = self.room.symbols
        x, y = symbols.points[name.symbol]
        asks = Wanted(
            width + 2 * WORD_SIDE_PX * self.canvas.unit, name.size_px * HEIGHT,
            (float(x), float(y)), float(symbols.radii[name.symbol]), name.symbol,
        )  # fmt: skip
        found = find(asks, self.room)
        if found is None:
            return False
        self.room.take([found.box, *(line_boxes(found.line) if found.line else [])])
        self.labels.append(
            Label(
                name.text, name.kind, (found.box,), name.size_px, name.color, name.id,
                bold=name.bold, line=found.line,
            )
        )  # fmt: skip
        return True

    def _is_covered(self, name: _Name) -> bool:
        """Return whether a symbol lies under what stands over the map: its name is not in view."""
        point = self.room.symbols.points[name.symbol]
        return any(
            box.left <= point[0] <= box.right and box.top <= point[1] <= box.bottom
            for box in self.room.covered
        )


def must_names(view: View, spots: list[Spot]) -> dict[str, str]:
    """Return the places in view whose names must be written, with those names."""
    seen = {spot.place.id: spot.place for spot in spots}
    shown = {place.id for place in view.places}
    names = {}
    for must in MUST_NAMES:
        stands = next((each for each in must.ids if each in shown), None)
        if stands in seen:
            names[stands] = map_name(seen[stands], view)
    return names


def map_name(place: Place, view: View) -> str:
    """Return a place's name as a map bears it: "Guam", not its harbour."""
    must = next((each for each in MUST_NAMES if place.id in each.ids), None)
    return view.tell(must.name) if must and must.name else short_name(place.name)


def _symbols(spots: list[Spot], stars: list[Star], ends: list[End], first: set[str]) -> Symbols:
    drawn: list[Spot | Star | End] = [*spots, *stars, *ends]
    points = [(each.x, each.y) for each in drawn]
    radii = [each.size_px for each in drawn]
    matters = [spot.place.id in first or name_rank(spot.place) > NAME_RANK.blocks for spot in spots]
    return Symbols(
        np.array(points, dtype=np.float64).reshape(-1, 2),
        np.array(radii, dtype=np.float64),
        np.array([*matters, *(True for _ in stars), *(False for _ in ends)], dtype=bool),
    )
