"""Placement of words on a map: numbers in, boxes out; nothing is drawn here.

The rules, which are those of the live map:

1. In this order: numbers on the rings, names asked for, must-write names, launch sites, radar
   sectors and circles of interceptors, who claims a ring, countries and regions, test flights by
   how high or far they went, other names by rank.
2. Words never meet, nor lie under what stands over the map, nor leave it.
3. A word is never nearer to another symbol than to its own, unless a line leads to its own.
   A flight is named so, too, or not at all, and the same words stand once.
4. Names that must be written find a place beside, then at the end of a line, then over symbols of
   less account; a number on a ring loses the claimant first, then its unit, never itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from geo.earth import Floats
from geo.picture.frame import Box

Kind = Literal["ring", "sector", "circle", "place", "region", "site", "arc", "flight"]
Point = tuple[float, float]
HEIGHT: Final = 1.24  # of a word's box, in heights of its line
WORD_SIDE_PX: Final = 3.0  # beside a word, of a screen


@dataclass(frozen=True, slots=True)
class Label:
    """Words as they stand on a picture.

    `id` is that of the place, site, radar, battery, region or flight, `ring` the index of the ring
    for words on one. Words along a curve have a box a sign, and `signs`: where each stands, (x, y,
    turn in radians).
    `line` leads from a word to its symbol.
    """

    text: str
    kind: Kind
    boxes: tuple[Box, ...]
    size_px: float
    color: str
    id: str = ""
    ring: int | None = None
    bold: bool = False
    signs: Floats | None = field(default=None, compare=False)
    line: tuple[Point, Point] | None = None


@dataclass(frozen=True, slots=True)
class Symbols:
    """Centres and radii of all symbols drawn, and which of them no word may cover."""

    points: Floats
    radii: Floats
    matters: np.ndarray


class Room:
    """What is free on a map: its area less what stands over it, less the words so far."""

    def __init__(self, area: Box, covered: Iterable[Box], unit: float) -> None:
        """Take where words may stand, what covers it, and pixels per pixel of a screen."""
        self.area, self.unit = area, unit
        self.symbols = Symbols(np.zeros((0, 2)), np.zeros(0), np.zeros(0, dtype=bool))
        self.covered = tuple(covered)
        self.taken = boxes_array(self.covered)

    def take(self, boxes: Iterable[Box]) -> None:
        """Keep later words off these boxes."""
        self.taken = np.concatenate([self.taken, boxes_array(boxes)])

    def give_back(self, boxes: tuple[Box, ...]) -> None:
        """Free boxes that were taken: a word moves, or grows."""
        gone = boxes_array(boxes)
        same = (self.taken[:, None, :] == gone[None, :, :]).all(axis=-1).any(axis=-1)
        self.taken = self.taken[~same]

    def are_free(self, boxes: Floats) -> np.ndarray:
        """Return which of (..., 4) boxes lie on the map and meet nothing taken."""
        area = self.area
        inside = (boxes[..., 0] >= area.left) & (boxes[..., 2] <= area.right)
        inside &= (boxes[..., 1] >= area.top) & (boxes[..., 3] <= area.bottom)
        return inside & ~meeting(boxes, self.taken).any(axis=-1)

    def cover(self, boxes: Floats, which: np.ndarray | None = None) -> np.ndarray:
        """Return which boxes lie over a symbol, or over one of those chosen."""
        gaps = self.gaps(boxes, which)
        over: np.ndarray = np.any(gaps < 0.0, axis=-1)
        return over

    def gaps(self, boxes: Floats, which: np.ndarray | None = None) -> Floats:
        """Return pixels between (..., 4) boxes and the edge of each symbol, less than 0 over it."""
        points, radii = self.symbols.points, self.symbols.radii
        if which is not None:
            points, radii = points[which], radii[which]
        return gaps_to(boxes, points) - radii


def boxes_array(boxes: Iterable[Box]) -> Floats:
    """Return boxes as rows of left, top, right, bottom."""
    rows = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def meeting(boxes: Floats, others: Floats) -> np.ndarray:
    """Return which of (..., 4) boxes meet which of (n, 4) others, shape (..., n)."""
    one = boxes[..., None, :]
    across = (one[..., 0] < others[:, 2]) & (one[..., 2] > others[:, 0])
    met: np.ndarray = across & (one[..., 1] < others[:, 3]) & (one[..., 3] > others[:, 1])
    return met


def gaps_to(boxes: Floats, points: Floats) -> Floats:
    """Return pixels from (..., 4) boxes to (n, 2) points, 0 within a box, shape (..., n)."""
    one = boxes[..., None, :]
    across = np.maximum(one[..., 0] - points[:, 0], points[:, 0] - one[..., 2])
    down = np.maximum(one[..., 1] - points[:, 1], points[:, 1] - one[..., 3])
    gaps: Floats = np.hypot(np.maximum(across, 0.0), np.maximum(down, 0.0))
    return gaps


def box_about(x: float, y: float, width: float, size_px: float, unit: float) -> Box:
    """Return the box of a straight word about its middle."""
    half, high = width / 2 + WORD_SIDE_PX * unit, size_px * HEIGHT / 2
    return Box(x - half, y - high, x + half, y + high)
