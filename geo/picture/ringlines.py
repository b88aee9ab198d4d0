"""The rings of a picture as lines in its pixels, and where they run."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from geo.earth import Floats, range_ring
from geo.facts import ring_style
from geo.link import View
from geo.picture.curve import lengths_along
from geo.picture.frame import Box, Frame
from geo.picture.labels import Kind
from geo.reach import edge_said, edge_text, marked, range_said, whose

_AZIMUTH: Final = 118  # towards the open Pacific, where there is room for words
_STEP_DEG: Final = 0.5
_CELL_PX: Final = 4.0


@dataclass(frozen=True)
class Edge:
    """A line that bears words, as an edge of a ring: these from short to long, and its pixels.

    `ring` is the index of a ring, None for what is none; `id` is that of a radar or battery.
    """

    ring: int | None
    color: str
    number: str
    bare: str
    whole: str
    lines: tuple[Floats, ...]
    start: Floats
    kind: Kind = "ring"
    id: str = ""


def ring_edges(frame: Frame, view: View) -> list[Edge]:
    """Return all edges drawn, the ring that the view speaks of first, then the widest."""
    found = []
    order = sorted(view.shown_rings, key=lambda each: (each[0] != view.speaking, -each[1].limit_km))
    for index, ring in order:
        who, said = whose(ring, view.catalog).short, range_said(ring, view)
        for _, km in reversed(ring.edges):
            is_main, number = km == ring.main_km, edge_text(ring, km, view)
            bare, whole = number.rpartition(" ")[0] or number, edge_said(ring, km, view)
            number = marked(number, ring)
            if is_main and ring.low_km is None:
                number = whole = said
                bare = bare if ring.rotating else number.rpartition(" ")[0] or number
            names = f"{whole}, {who}" if who else whole if ring.rotating else ""
            outline = range_ring(ring.point, ring.reach(km), step_deg=_STEP_DEG)
            found.append(
                Edge(
                    index, ring_style(index).color, number, marked(bare, ring),
                    names if is_main else "", tuple(in_view(frame, outline)),
                    frame.to_pixels(outline[round(_AZIMUTH / _STEP_DEG) :][:1])[0],
                )
            )  # fmt: skip
    return found


def in_view(frame: Frame, outline: Floats) -> list[Floats]:
    """Return the stretches of a line that lie on the map."""
    parts = []
    for line in frame.lines(outline):
        inside: np.ndarray = np.all((line >= 0) & (line <= (frame.width, frame.height)), axis=1)
        cuts = np.flatnonzero(np.diff(inside)) + 1
        bounds = [0, *cuts.tolist(), len(line)]
        parts += [line[a:b] for a, b in pairwise(bounds) if inside[a] and b - a > 1]
    return parts


class RingLines:
    """Through which cells of a grid over the map the rings run."""

    def __init__(self, edges: list[Edge], area: Box, unit: float, line_px: float) -> None:
        """Take the edges, the part of the picture that words may stand in, and a word's height."""
        self._reach = max(1, round(line_px * 0.5 / (_CELL_PX * unit)))
        self._cell = _CELL_PX * unit
        shape = (int(area.bottom / self._cell) + 1, int(area.right / self._cell) + 1)
        self._own = [self._cells_of(edge, shape) for edge in edges]
        self._lines = np.sum(self._own, axis=0) if edges else np.zeros((1, 1))
        self._near: dict[int, np.ndarray] = {}

    def _cells_of(self, edge: Edge, shape: tuple[int, int]) -> np.ndarray:
        """Return the cells through which one edge runs, as ones."""
        grid = np.zeros(shape, dtype=np.int16)
        for line in edge.lines:
            along = lengths_along(line)
            at = np.arange(0.0, along[-1], self._cell / 2)
            columns, rows = [np.interp(at, along, line[:, axis]) // self._cell for axis in (0, 1)]
            grid[rows.astype(int), columns.astype(int)] = 1
        return grid

    def cross(self, boxes: Floats) -> np.ndarray:
        """Return through which of (n, 4) boxes a ring runs."""
        cells = np.clip(boxes / self._cell, 0, None).astype(int)
        return np.array(
            [self._lines[top : bottom + 1, left : right + 1].any()
             for left, top, right, bottom in cells.tolist()]
        )  # fmt: skip

    def crossed(self, row: int, signs: Floats) -> np.ndarray:
        """Return where another ring than this one runs through the signs of a word that is set."""
        near = self._beside(row)
        cells = np.floor(signs[..., :2] / self._cell).astype(int)
        rows = np.clip(cells[..., 1], 0, near.shape[0] - 1)
        columns = np.clip(cells[..., 0], 0, near.shape[1] - 1)
        found: np.ndarray = near[rows, columns].any(axis=1).astype(int)
        return found

    def _beside(self, row: int) -> np.ndarray:
        """Return the cells that lie within half a line of words of other rings."""
        if row not in self._near:
            others = (self._lines - self._own[row]) > 0
            near = others.copy()
            for axis in (0, 1):
                for step in range(1, self._reach + 1):
                    near |= np.roll(others, step, axis) | np.roll(others, -step, axis)
                others = near.copy()
            self._near[row] = near
        return self._near[row]
