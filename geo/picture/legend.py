"""The legend of a picture: which line is which claim, and what the symbols mean.

It stands below the map, or beside a round one, never on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from geo.facts import LIGHT, ring_style
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.defence import draw_sample
from geo.picture.flights import FlightMark, draw_mark
from geo.picture.marks import draw_marks
from geo.picture.symbols import Symbol, draw_center, draw_symbols
from geo.share import captions, radarcaptions

_USUAL_PX: Final = 14.0
_LEAST_PX: Final = 5.0
_LINE: Final = 1.5  # heights of a line of text
_SWATCH: Final = 2.6  # lengths in heights of text
_ICON: Final = 1.25
_GAP: Final = 0.5
_APART: Final = 1.4  # between two items of a line
_MARGIN_PX: Final = 16.0
_PAD: Final = 0.45  # above the first line and below the last


@dataclass(frozen=True, slots=True)
class _Center:
    """Where a ring starts: the layer of the place that it is around, None for a star."""

    layer: str | None


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A line of missile defence, or the ring about what a sector sees."""

    kind: Literal["sector", "guessed", "circle", "seen"]


@dataclass(frozen=True, slots=True)
class _Item:
    """A symbol (a ring's index, a kind of place, or none) and its words."""

    symbol: int | Symbol | FlightMark | _Center | _Stroke | str | None
    bold: str
    text: str
    statement: str = ""


class Legend:
    """The legend of a view, in lines as wide as there is room."""

    def __init__(  # noqa: PLR0913  # each is a property of a legend
        self, canvas: Canvas, view: View, width: float, most_height: float,
        *, but: frozenset[int] = frozenset(), has_circles: bool = False,
    ) -> None:  # fmt: skip
        """Measure the words, smaller until they take no more height than they may.

        Rings of `but` are told elsewhere; circles of interceptors are drawn on some scales only.
        """
        self.canvas, self.view, self.but, self.has_circles = canvas, view, but, has_circles
        self.size = _USUAL_PX * canvas.unit
        while True:
            self.room = width - 2 * _MARGIN_PX * canvas.unit
            self.lines = [*self._flow(self._ring_items()), *self._flow(self._symbol_items())]
            if self.height <= most_height:
                break
            if self.size < _LEAST_PX:  # a picture of the size of a stamp: what fits
                self.lines = self.lines[: max(1, int(most_height / (_LINE * self.size)) - 1)]
                break
            self.size *= 0.93

    @property
    def height(self) -> float:
        """What it takes, in pixels."""
        return (len(self.lines) * _LINE + 2 * _PAD) * self.size if self.lines else 0.0

    def _symbol_px(self, item: _Item) -> float:
        if item.symbol is None:
            return 0.0
        lined = isinstance(item.symbol, int | _Stroke) or item.symbol == "envelope"
        lined = lined and item.symbol != _Stroke("seen")
        return (_SWATCH if lined else _ICON) * self.size

    def _width(self, item: _Item) -> float:
        bold = self.canvas.measure(item.bold, self.size, bold=True)
        text = self.canvas.measure(item.text, self.size)
        gap = _GAP * self.size if item.symbol is not None else 0.0
        both = _GAP * self.size if item.bold and item.text else 0.0
        return self._symbol_px(item) + gap + bold + both + text

    def _ring_items(self) -> list[_Item]:
        if not self.view.scenario.legend:
            return []
        rows = captions.ring_rows(self.view)
        items = [
            _Item(row.index, row.range, row.claim, row.statement)
            for row in rows
            if row.index not in self.but
        ]
        site = captions.common_site(self.view) if items else ""
        return [*items, *([_Item(None, "", site)] if site else []), *self._sector_items()]

    def _sector_items(self) -> list[_Item]:
        """Return whose claim each sector is, and where it comes from which way they look."""
        items = [
            _Item(_Stroke("guessed" if row.is_guessed else "sector"), row.range, row.claim)
            for row in radarcaptions.sector_rows(self.view)
        ]
        said = radarcaptions.direction_text(self.view)
        return [*items, _Item(None, "", said)] if said else items

    def _symbol_items(self) -> list[_Item]:
        items = [
            _Item(_Center(layer or None), "", words)
            for layer, words in captions.center_rows(self.view)
        ]
        items += [
            _Item(Symbol(layer, state), "", words)
            for layer, state, words in captions.symbol_rows(self.view)
        ]
        if seen := radarcaptions.seen_text(self.view):
            items.append(_Item(_Stroke("seen"), "", seen))
        if self.has_circles:
            words = radarcaptions.interceptors_text(self.view)
            items.append(_Item(_Stroke("circle"), "", words))
        if self.view.shows("envelope"):
            words = captions.envelope_text(self.view)
            items.append(_Item("envelope", "", words))
        for look, is_hollow, words in captions.flight_rows(self.view):
            items.append(_Item(FlightMark(look, is_hollow), "", words))
        shade = captions.shade_text(self.view)
        return [*items, _Item(None, "", shade)] if shade else items

    def _flow(self, items: list[_Item]) -> list[list[_Item]]:
        """Return items in lines, as many in a line as fit; one that is too long goes on below."""
        lines: list[list[_Item]] = []
        left = 0.0
        for item in (part for each in items for part in self._parts(each)):
            width = self._width(item)
            if not lines or width > left:
                lines.append([])
                left = self.room
            lines[-1].append(item)
            left -= width + _APART * self.size
        return lines

    def _parts(self, item: _Item) -> list[_Item]:
        """Return an item, or what fits of it and its words in lines of their own."""
        if self._width(item) <= self.room:
            return [item]
        wrapped = self.canvas.wrap(item.text, self.size, self.room)
        head = [_Item(item.symbol, item.bold, "", item.statement)] if item.bold else []
        return [*head, *(_Item(None, "", each) for each in wrapped)]

    def draw(self, left: float, top: float) -> None:
        """Draw the legend with its upper left corner here."""
        y = top + (_PAD + _LINE / 2) * self.size
        for line in self.lines:
            x = left + _MARGIN_PX * self.canvas.unit
            for item in line:
                self._draw_item(item, x, y)
                x += self._width(item) + _APART * self.size
            y += _LINE * self.size

    def _draw_item(self, item: _Item, x: float, y: float) -> None:
        self._draw_symbol(item, x, y)
        if item.symbol is not None:
            x += self._symbol_px(item) + _GAP * self.size
        if item.bold:
            self.canvas.words(item.bold, (x, y), self.size, bold=True)
            x += self.canvas.measure(item.bold, self.size, bold=True) + _GAP * self.size
        if item.text:
            color = LIGHT.ink if item.bold or item.symbol is not None else LIGHT.faint
            self.canvas.words(item.text, (x, y), self.size, color=color)

    def _draw_symbol(self, item: _Item, x: float, y: float) -> None:
        symbol, long = item.symbol, self._symbol_px(item)
        ends = np.array([(x, y), (x + long, y)])
        middle = (x + long / 2, y)
        speaking = self.view.speaking or 0
        if isinstance(symbol, int):
            style = ring_style(symbol)
            self.canvas.line(ends, style.color, 3.2, None, dash=style.dash)
            draw_marks(self.canvas, [ends], item.statement, style.color, None)
        elif symbol == "envelope":
            self.canvas.line(ends, ring_style(speaking).color, 1.4, None, dash=(1.5, 3.0))
        elif isinstance(symbol, _Center):
            radius = (0.5 if symbol.layer else 0.6) * self.size
            draw_center(self.canvas, symbol.layer, middle, radius, ring_style(speaking).color)
        elif isinstance(symbol, _Stroke):
            draw_sample(self.canvas, symbol.kind, ends)
        elif isinstance(symbol, FlightMark):
            draw_mark(self.canvas, symbol, middle, 0.42 * self.size)
        elif isinstance(symbol, Symbol):
            draw_symbols(self.canvas, [(symbol, middle, 0.42 * self.size)])
