"""Where a name may stand about its symbol, best first, and the choice among those places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.earth import Floats
from geo.picture.frame import Box
from geo.picture.labels import Point, Room, meeting

_BESIDE: Final = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))
_NEAR_PX: Final = (2.0, 6.0, 11.0)  # between a symbol and its word
_FAR_PX: Final = (22.0, 34.0, 48.0, 64.0, 82.0, 104.0, 130.0, 160.0)  # with a line between
_TURNS: Final = np.radians([0, 180, 45, 315, 135, 225, 90, 270, 22.5, 157.5, 202.5, 337.5,
                            67.5, 112.5, 247.5, 292.5])  # fmt: skip
_STEPS: Final = np.linspace(0.0, 1.0, 9)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that wants a place: how large it is, and the symbol it belongs to."""

    width: float
    height: float
    at: Point
    radius: float
    symbol: int  # its row among the symbols of the room


@dataclass(frozen=True, slots=True)
class Found:
    """A place for a name, and the line that leads to its symbol if it stands off."""

    box: Box
    line: tuple[Point, Point] | None = None


def find_beside(name: Wanted, room: Room, *, is_must: bool = False) -> Found | None:
    """Return a place beside a symbol that covers no other; must-write names cover lesser ones."""
    boxes = _near_boxes(name, room.unit)
    free = room.are_free(boxes) & _own_nearest(name, room, boxes, None)
    chosen = _first(free & ~_covers_others(name, room, boxes, None))
    if chosen is None and is_must:
        mattering = room.symbols.matters
        free = room.are_free(boxes) & _own_nearest(name, room, boxes, mattering)
        chosen = _first(free & ~_covers_others(name, room, boxes, mattering))
    return None if chosen is None else Found(Box(*boxes[chosen]))


def find_near(name: Wanted, room: Room) -> Found | None:
    """Return a place beside a symbol, or at the end of a short line, that covers no other."""
    return find_beside(name, room) or _Far.around(name, room).near()


def find_anywhere(name: Wanted, room: Room) -> Found | None:
    """Return a place for a name that must be written: beside its symbol, or at a line's end."""
    found = find_beside(name, room)
    if found:
        return found
    far = _Far.around(name, room)
    return far.near() or find_beside(name, room, is_must=True) or far.least_bad(room)


@dataclass(frozen=True, slots=True)
class _Far:
    """Places at the ends of lines around a symbol, and which are free, and over other symbols."""

    name: Wanted
    boxes: Floats
    ends: Floats
    free: np.ndarray
    over: np.ndarray

    @classmethod
    def around(cls, name: Wanted, room: Room) -> _Far:
        boxes, ends = _far_boxes(name, room.unit)
        free = room.are_free(boxes) & ~_crossed(name, room, ends)
        return cls(name, boxes, ends, free, _covers_others(name, room, boxes, None))

    def near(self) -> Found | None:
        """Return the first one at a short line that covers nothing."""
        return self._first(self.free & ~self.over & _are_short(self.boxes))

    def least_bad(self, room: Room) -> Found | None:
        """Return the one that covers least: nothing, what matters less, symbols, a line."""
        over_some = _covers_others(self.name, room, self.boxes, room.symbols.matters)
        masks = (self.free & ~self.over, self.free & ~over_some, self.free,
                 room.are_free(self.boxes))  # fmt: skip
        return next((found for mask in masks if (found := self._first(mask))), None)

    def _first(self, mask: np.ndarray) -> Found | None:
        chosen = _first(mask)
        if chosen is None:
            return None
        return Found(Box(*self.boxes[chosen]), _line(self.name, self.ends[chosen]))


def _near_boxes(name: Wanted, unit: float) -> Floats:
    """Return (n, 4) boxes about a symbol: sides, corners, above and below, then farther out."""
    rows = []
    for off in _NEAR_PX:
        for across, down in _BESIDE:
            gap = name.radius + off * unit
            slant = 0.62 if across and down else 1.0  # a corner is nearer than it is far out
            x = name.at[0] + across * (gap * slant + name.width / 2)
            y = name.at[1] + down * (gap * slant + name.height / 2)
            rows.append(_box(name, x, y))
    return np.array(rows)


def _far_boxes(name: Wanted, unit: float) -> tuple[Floats, Floats]:
    """Return boxes at the ends of lines around a symbol, the nearest first, and where they end."""
    rows, ends = [], []
    for off in _FAR_PX:
        for turn in _TURNS:
            along = np.array([np.cos(turn), np.sin(turn)])
            end = np.array(name.at) + along * (name.radius + off * unit)
            middle = end + along * np.array([name.width / 2, name.height / 2])
            rows.append(_box(name, *middle))
            ends.append(end)
    return np.array(rows), np.array(ends)


def _are_short(boxes: Floats) -> np.ndarray:
    """Return which of the boxes of `_far_boxes` stand at short lines."""
    return np.arange(len(boxes)) < 2 * len(_TURNS)


def _box(name: Wanted, x: float, y: float) -> tuple[float, float, float, float]:
    across, down = name.width / 2, name.height / 2
    return x - across, y - down, x + across, y + down


def _covers_others(name: Wanted, room: Room, boxes: Floats, which: np.ndarray | None) -> np.ndarray:
    """Return which boxes lie over symbols, of all or of those that matter."""
    gaps, counted = room.gaps(boxes), _others(name, room, which)
    over: np.ndarray = np.any(gaps[:, counted] < 0.0, axis=-1)
    return over


def _others(name: Wanted, room: Room, which: np.ndarray | None) -> np.ndarray:
    """Return which symbols count beside a name's own: those chosen, or all."""
    counted = np.ones(len(room.symbols.radii), dtype=bool) if which is None else which.copy()
    counted[name.symbol] = False
    return counted


def _own_nearest(name: Wanted, room: Room, boxes: Floats, which: np.ndarray | None) -> np.ndarray:
    """Return for which boxes no other symbol, of all or of those that matter, is nearer."""
    gaps, counted = room.gaps(boxes), _others(name, room, which)
    own = gaps[:, name.symbol]
    nearest: np.ndarray = np.all(gaps[:, counted] > own[:, None] - 0.01, axis=-1)
    return nearest


def _crossed(name: Wanted, room: Room, ends: Floats) -> np.ndarray:
    """Return which lines from a symbol to these ends would run through words."""
    start = np.array(name.at)
    points = start + (ends - start)[:, None, :] * _STEPS[:, None]
    dots = np.concatenate([points - 1.0, points + 1.0], axis=-1)
    crossed: np.ndarray = np.any(meeting(dots, room.taken), axis=(-1, -2))
    return crossed


def _line(name: Wanted, end: Floats) -> tuple[Point, Point]:
    start = np.array(name.at)
    along = (end - start) / max(float(np.hypot(*(end - start))), 1e-9)
    first = start + along * name.radius
    return (float(first[0]), float(first[1])), (float(end[0]), float(end[1]))


def _first(mask: np.ndarray) -> int | None:
    return int(np.argmax(mask)) if mask.any() else None


def line_boxes(line: tuple[Point, Point]) -> list[Box]:
    """Return small boxes along a leader line, which later words keep off."""
    (x, y), (x2, y2) = line
    return [
        Box(x + (x2 - x) * step - 1, y + (y2 - y) * step - 1,
            x + (x2 - x) * step + 1, y + (y2 - y) * step + 1)
        for step in _STEPS
    ]  # fmt: skip
