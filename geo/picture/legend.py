"""The legend of a picture: which line is which claim, and what the symbols mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.facts import LIGHT, ring_style
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.frame import Box
from geo.picture.marks import draw_marks
from geo.picture.symbols import Symbol, draw_place, draw_star
from geo.share import captions

_USUAL_PX: Final = 14.0
_LEAST_PX: Final = 5.0
_LINE: Final = 1.38  # heights of a line of text
_SWATCH: Final = 2.6  # lengths in heights of text
_ICON: Final = 1.25
_GAP: Final = 0.5
_PART: Final = (0.34, 0.72)  # of the map's width and height it may take


@dataclass(frozen=True, slots=True)
class _Item:
    """A symbol (a ring's index, a kind of place, or none) and its words."""

    symbol: int | Symbol | str | None
    bold: str
    text: str
    statement: str = ""


class Legend:
    """The legend in the lower left corner of the map."""

    def __init__(self, canvas: Canvas, view: View, area: Box) -> None:
        """Measure the words, smaller until they leave most of the map free."""
        self.canvas, self.view = canvas, view
        self.size = _USUAL_PX * canvas.unit
        while True:
            self.room = (area.right - area.left) * _PART[0]
            self.lines = [*self._ring_lines(), *self._symbol_lines()]
            height = (len(self.lines) * _LINE + 1.0) * self.size
            room = (area.bottom - area.top) * _PART[1]
            if height <= room:
                break
            if self.size < _LEAST_PX:  # a picture of the size of a stamp: what fits
                self.lines = self.lines[: max(1, int(room / (_LINE * self.size)) - 1)]
                height = (len(self.lines) * _LINE + 1.0) * self.size
                break
            self.size *= 0.93
        width = max(sum(map(self._width, line)) for line in self.lines) + 0.8 * self.size
        left, bottom = area.left + 10 * canvas.unit, area.bottom - 10 * canvas.unit
        self.box = Box(left, bottom - height, left + width, bottom)

    def _symbol_px(self, item: _Item) -> float:
        lined = item.symbol is None or isinstance(item.symbol, int) or item.symbol == "envelope"
        return (_SWATCH if lined else _ICON) * self.size

    def _width(self, item: _Item) -> float:
        """Return what an item takes of a line, with the room after it."""
        bold = self.canvas.measure(item.bold, self.size, bold=True)
        text = self.canvas.measure(item.text, self.size)
        return self._symbol_px(item) + bold + text + 2 * _GAP * self.size

    def _ring_lines(self) -> list[list[_Item]]:
        """Return a line per ring; a claim that does not fit goes on in the next ones."""
        lines: list[list[_Item]] = []
        for row in captions.ring_rows(self.view):
            whole = _Item(row.index, f"{row.range}  ", row.claim, row.statement)
            if self._width(whole) <= self.room:
                lines.append([whole])
            else:
                lines.append([_Item(row.index, row.range, "", row.statement)])
                lines += self._plain(row.claim)
        return lines + self._plain(captions.common_site(self.view))

    def _plain(self, text: str) -> list[list[_Item]]:
        room = self.room - (_SWATCH + 2 * _GAP) * self.size
        return [[_Item(None, "", each)] for each in self.canvas.wrap(text, self.size, room)]

    def _symbol_lines(self) -> list[list[_Item]]:
        """Return the symbols side by side, as many in a line as fit."""
        color = ring_style(0).color
        items = [
            _Item(Symbol(layer, state, color), "", words)
            for layer, state, words in captions.symbol_rows(self.view)
        ]
        if self.view.shows("envelope"):
            words = self.view.tell("from any known launch site")
            items.append(_Item("envelope", "", words))
        lines: list[list[_Item]] = [[]]
        for item in items:
            if lines[-1] and sum(map(self._width, [*lines[-1], item])) > self.room:
                lines.append([])
            lines[-1].append(item)
        return lines

    def draw(self) -> None:
        """Draw the legend over the map."""
        self.canvas.rectangle(self.box, LIGHT.paper, alpha=0.93, edge=LIGHT.coast)
        y = self.box.top + (0.5 + _LINE / 2) * self.size
        for line in self.lines:
            x = self.box.left + 0.6 * self.size
            for item in line:
                self._draw_item(item, x, y)
                x += self._width(item)
            y += _LINE * self.size

    def _draw_item(self, item: _Item, x: float, y: float) -> None:
        self._draw_symbol(item, x, y)
        x += self._symbol_px(item) + _GAP * self.size
        if item.bold:
            self.canvas.words(item.bold, (x, y), self.size, bold=True)
            x += self.canvas.measure(item.bold, self.size, bold=True)
        if item.text:
            self.canvas.words(item.text, (x, y), self.size)

    def _draw_symbol(self, item: _Item, x: float, y: float) -> None:
        symbol, long = item.symbol, self._symbol_px(item)
        ends = np.array([(x, y), (x + long, y)])
        middle = (x + long / 2, y)
        if isinstance(symbol, int):
            style = ring_style(symbol)
            self.canvas.line(ends, style.color, 3.2, None, dash=style.dash)
            draw_marks(self.canvas, [ends], item.statement, style.color, None)
        elif symbol == "envelope":
            self.canvas.line(
                ends, ring_style(self.view.speaking or 0).color, 1.4, None, dash=(1.5, 3.0)
            )
        elif isinstance(symbol, Symbol) and symbol.layer == "site":
            draw_star(self.canvas, middle, 0.6 * self.size, symbol.color)
        elif isinstance(symbol, Symbol):
            draw_place(self.canvas, symbol, middle, 0.42 * self.size)
