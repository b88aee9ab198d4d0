"""Symbols: shape says what a place is, fill says whether it is inside. Colour only helps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from matplotlib.path import Path as Outline

from geo.facts import LIGHT, SYMBOLS, Reach, Vertices, left_half, place_layer
from geo.picture.canvas import Canvas
from geo.records import Place


def symbol_px(place: Place) -> float:
    """Return the radius of a place's symbol in pixels of a screen."""
    layer = place_layer(place.layer)
    if layer.is_peopled:
        return max(2.6, min(7.0, 1.6 + math.sqrt((place.population or 0) / 1e6) * 1.5))
    return layer.radius_px


def _closed(outline: Vertices) -> np.ndarray:
    return np.array([*outline, outline[0]], dtype=float)


@lru_cache(maxsize=32)
def _shape(layer: str) -> np.ndarray:
    """Return the outline of the symbol of a layer, of radius 1, y downwards."""
    return _closed(SYMBOLS[place_layer(layer).symbol])


@lru_cache(maxsize=32)
def _left_half(layer: str) -> np.ndarray:
    return _closed(left_half(SYMBOLS[place_layer(layer).symbol]))


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

    canvas.area(outline(_shape(layer)), color if state == "in" else LIGHT.paper, None)
    if state == "band":
        canvas.area(outline(_left_half(layer)), color, None)
    edge = LIGHT.faint if state == "out" else LIGHT.ink
    canvas.area(outline(_shape(layer)), "none", None, ec=edge, lw=1.1)


def draw_star(canvas: Canvas, at: tuple[float, float], radius: float, color: str) -> None:
    """Draw a launch site."""
    star = Outline(np.array(at) + radius * _closed(SYMBOLS["star"]))
    canvas.area(star, color, None, ec=LIGHT.paper, lw=1.6)
