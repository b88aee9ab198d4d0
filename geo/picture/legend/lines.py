"""The legend of a picture: which line is which claim, and what the symbols mean.

It stands below the map, or beside a round one, never on it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from geo.facts import LIGHT, ring_style
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.defence import draw_sample
from geo.picture.flights import FlightMark, draw_mark
from geo.picture.legend.items import Center, Item, Stroke, ring_items, symbol_items
from geo.picture.marks import draw_marks
from geo.picture.symbols import Symbol, draw_center, draw_symbols

_USUAL_PX: Final = 14.0
_LEAST_PX: Final = 5.0
_LINE: Final = 1.5  # heights of a line of text
_SWATCH: Final = 2.6  # lengths in heights of text
_ICON: Final = 1.25
_GAP: Final = 0.5
_APART: Final = 1.4  # between two items of a line
_MARGIN_PX: Final = 16.0
_PAD: Final = 0.45  # above the first line and below the last


def _cut(item: Item, words: int) -> Item:
    """Return an item with its first words alone."""
    return replace(item, text=" ".join(item.text.split()[:words]))


class Legend:
    """The legend of a view, in lines as wide as there is room."""

    def __init__(  # noqa: PLR0913  # each is a property of a legend
        self, canvas: Canvas, view: View, width: float, most_height: float,
        *, but: frozenset[int] = frozenset(), has_circles: bool = False,
    ) -> None:  # fmt: skip
        """Measure the words, smaller until they take no more height than they may.

        Rings of `but` are told elsewhere; circles of interceptors are drawn on some scales only.
        """
        self.canvas, self.view = canvas, view
        self.size = _USUAL_PX * canvas.unit
        rings, symbols = ring_items(view, but), symbol_items(view, has_circles=has_circles)
        while True:
            self.room = width - 2 * _MARGIN_PX * canvas.unit
            self.lines = [*self._flow(rings), *self._flow(symbols)]
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

    def _symbol_px(self, item: Item) -> float:
        if item.symbol is None:
            return 0.0
        lined = isinstance(item.symbol, int | Stroke) or item.symbol == "envelope"
        lined = lined and item.symbol != Stroke("seen")
        return (_SWATCH if lined else _ICON) * self.size

    def _width(self, item: Item) -> float:
        bold = self.canvas.measure(item.bold, self.size, bold=True)
        text = self.canvas.measure(item.text, self.size)
        gap = _GAP * self.size if item.symbol is not None else 0.0
        both = _GAP * self.size if item.bold and item.text else 0.0
        return item.indent_px + self._symbol_px(item) + gap + bold + both + text

    def _flow(self, items: list[Item]) -> list[list[Item]]:
        """Return items in lines, as many in a line as fit; one that is too long has its own."""
        lines: list[list[Item]] = []
        left = 0.0
        for item in items:
            width = self._width(item)
            if width > self.room:
                lines += [[part] for part in self._parts(item)]
                left = 0.0
                continue
            if width > left:
                lines.append([])
                left = self.room
            lines[-1].append(item)
            left -= width + _APART * self.size
        return lines

    def _parts(self, item: Item) -> list[Item]:
        """Return what fits of an item into a line, and its other words, under the first ones."""
        under = self._symbol_px(item) + _GAP * self.size if item.symbol is not None else 0.0
        words, taken = item.text.split(), 0
        while taken < len(words) and self._width(_cut(item, taken + 1)) <= self.room:
            taken += 1
        first = [_cut(item, taken)] if taken or item.symbol is not None or item.bold else []
        rest = self.canvas.wrap(" ".join(words[taken:]), self.size, self.room - under)
        return [*first, *(Item(None, "", each, indent_px=under) for each in rest)]

    def draw(self, left: float, top: float) -> None:
        """Draw the legend with its upper left corner here."""
        y = top + (_PAD + _LINE / 2) * self.size
        for line in self.lines:
            x = left + _MARGIN_PX * self.canvas.unit
            for item in line:
                self._draw_item(item, x, y)
                x += self._width(item) + _APART * self.size
            y += _LINE * self.size

    def _draw_item(self, item: Item, x: float, y: float) -> None:
        x += item.indent_px
        self._draw_symbol(item, x, y)
        if item.symbol is not None:
            x += self._symbol_px(item) + _GAP * self.size
        if item.bold:
            self.canvas.words(item.bold, (x, y), self.size, bold=True)
            x += self.canvas.measure(item.bold, self.size, bold=True) + _GAP * self.size
        if item.text:
            color = (
                LIGHT.ink if item.bold or item.symbol is not None or item.indent_px else LIGHT.faint
            )
            self.canvas.words(item.text, (x, y), self.size, color=color)

    def _draw_symbol(self, item: Item, x: float, y: float) -> None:
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
        elif isinstance(symbol, Center):
            radius = (0.5 if symbol.layer else 0.6) * self.size
            draw_center(self.canvas, symbol.layer, middle, radius, ring_style(speaking).color)
        elif isinstance(symbol, Stroke):
            draw_sample(self.canvas, symbol.kind, ends)
        elif isinstance(symbol, FlightMark):
            draw_mark(self.canvas, symbol, middle, 0.42 * self.size)
        elif isinstance(symbol, Symbol):
            draw_symbols(self.canvas, [(symbol, middle, 0.42 * self.size)])
