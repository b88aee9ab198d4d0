"""Outlines of the symbols, as vertices about a radius of 1, y downwards.

The browser's canvas, pictures and the icons of Google Earth draw these: shape says what a place
is, fill says whether it is inside.
"""

from __future__ import annotations

from itertools import pairwise
from math import asin, cos, pi, sin, sqrt
from typing import Final

Vertex = tuple[float, float]
Vertices = tuple[Vertex, ...]


def _arc(start: float, end: float, steps: int, radius: float = 1.0, y: float = 0.0) -> Vertices:
    """Return points on a circle about (0, y), angles in radians, clockwise from the right."""
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    return tuple((radius * cos(turn), y + radius * sin(turn)) for turn in turns)


def _star(points: int, inner: float) -> Vertices:
    """Return a star that stands on two of its points; with two points, a diamond."""
    turns = [step * pi / points - pi / 2 for step in range(2 * points)]
    lengths = [inner if step % 2 else 1.0 for step in range(2 * points)]
    return tuple((r * cos(turn), r * sin(turn)) for turn, r in zip(turns, lengths, strict=True))


def _lens(half_width: float, half_height: float) -> Vertices:
    """Return what two arcs enclose that meet at the top and at the foot."""
    radius = (half_width**2 + half_height**2) / (2 * half_width)
    turn, middle = asin(half_height / radius), half_width - radius
    right = tuple((middle + x, y) for x, y in _arc(-turn, turn, 10, radius))
    return (*right, *((-x, -y) for x, y in right[1:-1]))


def _saltire(arm: float, half_width: float) -> Vertices:
    """Return a cross whose arms point to the corners."""
    part = [(half_width, -arm), (half_width, -half_width), (arm, -half_width)]
    points: list[Vertex] = []
    for _ in range(4):
        points += part
        part = [(-y, x) for x, y in part]
    half = sqrt(0.5)
    return tuple((half * (x - y), half * (x + y)) for x, y in points)


SYMBOLS: Final[dict[str, Vertices]] = {
    "circle": _arc(0.0, 2 * pi, 32)[:-1],
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "triangle": ((0.0, -1.0), (0.95, 0.75), (-0.95, 0.75)),
    "fan": ((0.0, 1.0), *_arc(-0.78 * pi, -0.22 * pi, 11, radius=2.0, y=1.0)),
    "star": _star(5, 0.42),  # a launch site where a ring starts
    "diamond": _star(2, 0.537),  # another known site
    "dart": ((1.2, 0.0), (-0.8, 0.8), (-0.4, 0.0), (-0.8, -0.8)),  # a flight, turned as it flew
    "lens": _lens(0.62, 1.3),  # a lofted flight, which went high
    "saltire": _saltire(1.2, 0.28),  # a flight that failed
    "tag": ((0.0, -1.4), (1.0, -0.6), (1.0, 0.9), (-1.0, 0.9), (-1.0, -0.6)),  # hangs on a site
}


def left_half(outline: Vertices) -> Vertices:
    """Return the left half of an outline: what is filled when a place lies in the band."""
    points: list[Vertex] = []
    for (x, y), (next_x, next_y) in pairwise((*outline, outline[0])):
        if x <= 0:
            points.append((x, y))
        if x * next_x < 0:
            points.append((0.0, y + (next_y - y) * x / (x - next_x)))
    return tuple(points)
