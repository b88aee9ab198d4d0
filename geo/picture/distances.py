"""Distances beside a round map: well-known places in order, the rings as lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.earth import distances_and_azimuths, lats_and_lons
from geo.facts import LIGHT, PLACE_LAYERS, Reach, ring_style
from geo.link import Ring, View
from geo.picture.canvas import Canvas
from geo.picture.names import map_name
from geo.picture.symbols import Symbol, draw_symbols
from geo.reach import edge_text, landmarks, states_of, whose
from geo.share import captions
from geo.words import format_length

_USUAL_PX: Final = 15.0
_LEAST_PX: Final = 7.0
_ROW: Final = 1.72  # heights of a line
_LINE_ROW: Final = 1.5
_LABEL: Final = 0.86  # of a ring's words, in heights of a line
_LEAST_FIT: Final = 0.82  # how much smaller a ring's words may get before they are cut short
_MARGIN_PX: Final = 18.0
_DOT: Final = 0.36  # radius, in heights of a line


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its distance, or an edge of a ring: its words, from long to short."""

    km: float
    texts: tuple[str, ...]
    state: Reach | None = None
    ring: int = 0


class Distances:
    """The distances of one view, in the room beside its map."""

    def __init__(self, canvas: Canvas, view: View, width: float, most_height: float) -> None:
        """Sort places and rings, and find the size at which all fit."""
        self.canvas, self.view, self.width = canvas, view, width
        self.rows = distance_rows(view)
        self.size = _USUAL_PX * canvas.unit
        while self.height > most_height and self.size > _LEAST_PX:
            self.size *= 0.95
        self.fits = bool(self.rows) and self.height <= most_height

    @property
    def height(self) -> float:
        """What it takes, in pixels."""
        rows = sum(_LINE_ROW if row.state is None else _ROW for row in self.rows)
        return (rows + _ROW) * self.size

    def draw(self, left: float, top: float) -> None:
        """Draw it with its upper left corner here."""
        margin, size = _MARGIN_PX * self.canvas.unit, self.size
        start, end = left + margin, left + self.width - margin
        site = self.view.short_site_name(self.view.rings[self.view.speaking or 0])
        units = self.view.units
        head = self.view.tell("Distance from {site}, {units}", site=site, units=units)
        self.canvas.words(head, (start, top + _ROW / 2 * size), 0.93 * size, color=LIGHT.faint,
                          bold=True)  # fmt: skip
        y = top + _ROW * size
        for row in self.rows:
            if row.state is None:
                self._draw_ring(row, (start, end), y)
                y += _LINE_ROW * size
            else:
                self._draw_place(row, (start, end), y + _ROW / 2 * size)
                y += _ROW * size

    def _draw_place(self, row: Row, ends: tuple[float, float], y: float) -> None:
        size, state = self.size, row.state or "out"
        radius = _DOT * size
        draw_symbols(
            self.canvas, [(Symbol(PLACE_LAYERS[0].id, state), (ends[0] + radius, y), radius)]
        )
        color, bold = (LIGHT.faint, False) if state == "out" else (LIGHT.ink, True)
        name, number = row.texts
        at = ends[0] + 3.2 * radius
        self.canvas.words(name, (at, y), size, color=color, bold=bold)
        self.canvas.words(number, (ends[1], y), size, color=color, bold=bold, align="right")

    def _draw_ring(self, row: Row, ends: tuple[float, float], y: float) -> None:
        """Draw a ring's line, and below it whose it is, as much of that as there is room for."""
        style, size = ring_style(row.ring), _LABEL * self.size
        line = np.array([(ends[0], y + 0.25 * size), (ends[1], y + 0.25 * size)])
        self.canvas.line(line, style.color, 2.0, None, dash=style.dash)
        room = ends[1] - ends[0]
        widths = [self.canvas.measure(text, size, bold=True) for text in row.texts]
        fits = [room / width for width in widths]
        chosen = next((i for i, fit in enumerate(fits) if fit >= _LEAST_FIT), len(fits) - 1)
        text, size = row.texts[chosen], size * min(1.0, fits[chosen])
        at = (ends[1], y + 0.9 * self.size)
        self.canvas.words(text, at, size, color=style.color, bold=True, align="right")


def distance_rows(view: View) -> list[Row]:
    """Return well-known and asked-for places with the edges of rings from the same site, by km."""
    ring = view.speaking_ring
    if ring is None:
        return []
    asked = [place for place in view.standing if place.id in view.scenario.names]
    named = {place.id: (place, map_name(place, view)) for place in asked}
    named |= {mark.place.id: (mark.place, mark.name) for mark in landmarks(view)}
    lats, lons = lats_and_lons([place for place, _ in named.values()])
    kms, _ = distances_and_azimuths(ring.point, lats, lons)
    states = states_of(ring, np.array(lats), np.array(lons))
    rows = [
        Row(float(km), (name, _number(float(km), view)), state)
        for (_, name), km, state in zip(named.values(), kms, states, strict=True)
    ]
    said = {row.index: row for row in captions.ring_rows(view)}
    for index, other in view.shown_rings:
        if is_beside(other, view):
            rows += _edges(index, other, said[index], view)
    return sorted(rows, key=lambda row: (row.km, row.state is None))


def is_beside(ring: Ring, view: View) -> bool:
    """Return whether a ring stands among the distances.

    One of another site cannot, nor one whose range differs by direction.
    """
    spoken = view.speaking_ring
    return spoken is not None and ring.point == spoken.point and not ring.rotating


def _edges(index: int, ring: Ring, said: captions.RingRow, view: View) -> list[Row]:
    rows = []
    for _, km in ring.edges:
        number = (
            edge_text(ring, km, view) if ring.report else format_length(km, view.units, view.lang)
        )
        texts: tuple[str, ...] = (number,)
        if km == ring.main_km:
            short = whose(ring, view.catalog).short or said.claim
            texts = (f"{said.range}, {said.claim}", f"{said.range}, {short}", said.range)
        rows.append(Row(km, texts, None, index))
    return rows


def _number(km: float, view: View) -> str:
    return format_length(km, view.units, view.lang).removesuffix(f" {view.units}")
