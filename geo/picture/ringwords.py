"""Words on rings: each edge its number, along the curve, and who claims it where that fits."""

from __future__ import annotations

from typing import Final

import numpy as np

from geo.earth import Floats
from geo.letters import clusters, drawn
from geo.picture.canvas import Canvas
from geo.picture.curve import lengths_along, seen_signs, set_along
from geo.picture.frame import Box
from geo.picture.labels import Label, Room, box_about, boxes_array
from geo.picture.ringlines import Edge, RingLines
from geo.reach import reads_from_the_right

_OTHERS: Final = 0.87  # of the size on rings
_EVERY_PX: Final = 7.0  # of a screen, between places that are tried
_SMALLER: Final = (1.0, 0.84, 0.7)
_OTHER_ORDERS: Final = 3  # in which the smallest numbers are tried
_GROWN_PX: Final = 260.0  # how far a number moves to take its claimant along
_OFF_PX: Final = 11.0  # above or below a ring that is too small for words along it


def _nearest_first(points: Floats, start: Floats) -> Floats:
    return points[np.argsort(np.hypot(*(points - start).T))]


class RingWords:
    """The words on all rings of one picture."""

    def __init__(self, canvas: Canvas, room: Room, edges: list[Edge], size_px: float) -> None:
        """Take where to measure words, where there is room, and the rings' edges."""
        self.canvas, self.room, self.edges, self.size = canvas, room, edges, size_px
        self.placed: dict[int, Label] = {}
        self.lines = RingLines(edges, room.area, room.unit, size_px)

    def number_all(self) -> None:
        """Write the number of each edge in view: what stands on rings comes before all names.

        Where rings crowd so that one would have none, all lose their unit, and get smaller; then
        those that had none come first.
        """
        order = [row for row, edge in enumerate(self.edges) if edge.lines and edge.kind == "ring"]
        smallest = len(_SMALLER)
        if any(self._number_in(order, first) for first in range(smallest + 1)):
            return
        for _ in range(_OTHER_ORDERS):
            order.sort(key=lambda row: row in self.placed)
            if self._number_in(order, smallest):
                return

    def _number_in(self, order: list[int], first: int) -> bool:
        """Write all numbers anew, in an order, and return whether each has found a place."""
        for label in self.placed.values():
            self.room.give_back(label.boxes)
        self.placed = {}
        for row in order:
            self._number_one(row, first)
        return len(self.placed) == len(order)

    def _number_one(self, row: int, first: int) -> None:
        edge = self.edges[row]
        tries = [(edge.number, 1.0), *((edge.bare, scale) for scale in _SMALLER)][first:]
        found = (self._number(row, text, scale) for text, scale in tries)
        label = next((each for each in found if each), None)
        if label:
            self.placed[row] = label
            self.room.take(label.boxes)

    def say_others(self) -> None:
        """Write on lines that are no rings whose they are, else their number, where that fits."""
        for row, edge in enumerate(self.edges):
            if not edge.lines or edge.kind == "ring":
                continue
            label = self._along(row, edge.whole, _OTHERS, edge.start, passes=2)
            label = label or self._number(row, edge.number, _OTHERS)
            if label:
                self.placed[row] = label
                self.room.take(label.boxes)

    def name_all(self) -> None:
        """Let who claims a ring join its number, where that fits without touching anything."""
        for row, label in list(self.placed.items()):
            edge = self.edges[row]
            if not edge.whole or label.text != edge.number or edge.kind != "ring":
                continue
            self.room.give_back(label.boxes)
            middle = np.mean([(box.left + box.right, box.top + box.bottom) for box in label.boxes],
                             axis=0) / 2  # fmt: skip
            reach = _GROWN_PX * self.canvas.unit
            longer = self._along(row, edge.whole, 1.0, middle, passes=1, reach_px=reach)
            self.placed[row] = longer or label
            self.room.take(self.placed[row].boxes)

    def _number(self, row: int, text: str, scale: float) -> Label | None:
        edge = self.edges[row]
        start = edge.start
        if not np.isfinite(start).all():
            ends = [line[0] for line in edge.lines]
            start = ends[0] if ends else np.zeros(2)
        found = self._along(row, text, scale, start, passes=3)
        return found or self._straight(row, text, scale, start)

    def _along(  # noqa: PLR0913  # each says what is looked for
        self, row: int, text: str, scale: float, start: Floats, *, passes: int,
        reach_px: float = np.inf,
    ) -> Label | None:  # fmt: skip
        """Return a text along its ring, as near to `start` as there is room."""
        edge, size = self.edges[row], self.size * scale
        if reads_from_the_right(text):  # signs alone would stand in the wrong order
            return None
        said = seen_signs(drawn(text))
        signs = clusters(said)
        begun = ["".join(signs[:count]) for count in range(len(signs) + 1)]
        advances = np.array([self.canvas.measure(each, size, bold=True) for each in begun])
        best: tuple[tuple[int, float], Floats, Floats] | None = None
        for line in edge.lines:
            total = lengths_along(line)[-1]
            if total < advances[-1]:
                continue
            count = int((total - advances[-1]) / (_EVERY_PX * self.canvas.unit)) + 1
            middles = np.linspace(advances[-1] / 2, total - advances[-1] / 2, count)
            setting = set_along(line, middles, advances, size)
            off = np.hypot(*(setting.signs[:, len(signs) // 2, :2] - start).T)
            fits = np.flatnonzero(setting.fits & (off <= reach_px))
            fits = fits[self.room.are_free(setting.boxes[fits]).all(axis=1)]
            if not len(fits):
                continue
            which = self.room.symbols.matters if passes > 1 else None
            over = self.room.cover(setting.boxes[fits], which).any(axis=1)
            ranks = np.where(over, 2, self.lines.crossed(row, setting.signs[fits]))
            chosen = int(np.lexsort((off[fits], ranks))[0])
            key = (int(ranks[chosen]), float(off[fits][chosen]))
            if key[0] < passes and (best is None or key < best[0]):
                best = (key, setting.signs[fits][chosen], setting.boxes[fits][chosen])
        if best is None:
            return None
        boxes = tuple(Box(*box) for box, sign in zip(best[2].tolist(), signs, strict=True)
                      if sign != " ")  # fmt: skip
        return self._label(row, said, size, boxes, best[1])

    def _straight(self, row: int, text: str, scale: float, start: Floats) -> Label | None:
        """Return a text across its ring, which is too small or too little of it in view."""
        edge, size, unit = self.edges[row], self.size * scale, self.canvas.unit
        if not edge.lines or reads_from_the_right(text):
            return None
        width = self.canvas.measure(text, size, bold=True)
        points = np.concatenate(edge.lines)
        points = points[:: max(1, len(points) // 400)]
        top, bottom = points[np.argsort(points[:, 1])[[0, -1]]]
        off = np.array([0.0, _OFF_PX * unit])
        middles = np.concatenate([[top - off, bottom + off], _nearest_first(points, start)])
        boxes = [box_about(x, y, width, size, unit) for x, y in middles]
        rows = boxes_array(boxes)
        free = self.room.are_free(rows)
        for mask in (free & ~self.room.cover(rows, self.room.symbols.matters), free):
            if mask.any():
                return self._label(row, text, size, (boxes[int(np.argmax(mask))],), None)
        return None

    def _label(
        self, row: int, text: str, size: float, boxes: tuple[Box, ...], signs: Floats | None
    ) -> Label:
        edge = self.edges[row]
        return Label(
            text, edge.kind, boxes, size, edge.color, edge.id, edge.ring, bold=True, signs=signs
        )
