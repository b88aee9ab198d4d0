"""Symbols: shape says what a place is, fill says whether it is inside. Colour only helps.

The shapes are those of ui/web/base/symbols.js.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from matplotlib.path import Path as Outline

from geo.facts import FAINT, INK, PAPER
from geo.link import Reach
from geo.picture.canvas import Canvas
from geo.records import Place

_TURN: Final = np.linspace(0.0, 2.0 * np.pi, 33)
_FAN: Final = np.linspace(-0.78 * np.pi, -0.22 * np.pi, 12)


def symbol_px(place: Place) -> float:
    """Return the radius of a place's symbol in pixels of a screen."""
    if place.layer == "cities":
        return max(2.6, min(7.0, 1.6 + math.sqrt((place.population or 0) / 1e6) * 1.5))
    return 6.0 if place.layer == "thaad" else 4.2


@lru_cache(maxsize=8)
def _shape(layer: str) -> np.ndarray:
    """Return the outline of a symbol of radius 1, y downwards."""
    if layer == "bases":
        return 0.85 * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)], dtype=float)
    if layer == "thaad":
        return np.array([(0, -1), (0.95, 0.75), (-0.95, 0.75), (0, -1)], dtype=float)
    if layer == "radar":
        arc = np.stack([2.0 * np.cos(_FAN), 1.0 + 2.0 * np.sin(_FAN)], axis=-1)
        return np.concatenate([[(0.0, 1.0)], arc, [(0.0, 1.0)]])
    return np.stack([np.cos(_TURN), np.sin(_TURN)], axis=-1)


@lru_cache(maxsize=8)
def _left_half(layer: str) -> np.ndarray:
    """Return the left half of a symbol: what is filled when a place lies in the band."""
    shape = _shape(layer)
    points: list[np.ndarray] = []
    for start, end in pairwise(shape):
        if start[0] <= 0:
            points.append(start)
        if start[0] * end[0] < 0:
            points.append(start + (end - start) * start[0] / (start[0] - end[0]))
    return np.array([*points, points[0]])


@dataclass(frozen=True, slots=True)
class Symbol:
    """What a symbol says: the kind of place, how far in reach, and of which ring by its colour."""

    layer: str
    state: Reach
    color: str


def draw_place(canvas: Canvas, symbol: Symbol, at: tuple[float, float], radius: float) -> None:
    """Draw one place: solid when inside, half when in the band, hollow when outside."""
    layer, state, color = symbol.layer, symbol.state, symbol.color

    def outline(shape: np.ndarray) -> Outline:
        return Outline(np.array(at) + radius * shape)

    canvas.area(outline(_shape(layer)), color if state == "in" else PAPER, None)
    if state == "band":
        canvas.area(outline(_left_half(layer)), color, None)
    edge = FAINT if state == "out" else INK
    canvas.area(outline(_shape(layer)), "none", None, ec=edge, lw=1.1)


def draw_star(canvas: Canvas, at: tuple[float, float], radius: float, color: str) -> None:
    """Draw a launch site."""
    turn = np.arange(11) * np.pi / 5 - np.pi / 2
    lengths = np.where(np.arange(11) % 2, 0.42, 1.0) * radius
    points = np.array(at) + np.stack([np.cos(turn), np.sin(turn)], axis=-1) * lengths[:, None]
    canvas.area(Outline(points), color, None, ec="#ffffff", lw=1.6)
