"""Symbols: shape says what a place is, fill says whether it is inside. Colour only helps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from matplotlib.path import Path as Outline

from geo.facts import (
    LIGHT,
    NAME_RANK,
    SYMBOL_SIZE,
    SYMBOLS,
    Reach,
    Vertices,
    left_half,
    place_layer,
)
from geo.picture.canvas import Canvas
from geo.records import Place


def symbol_px(place: Place) -> float:
    """Return the radius of a place's symbol in pixels of a screen."""
    layer = place_layer(place.layer)
    if layer.is_peopled:
        root = math.sqrt((place.population or 0) / 1e6)
        grown = SYMBOL_SIZE.base_px + root * SYMBOL_SIZE.root_million_px
        return max(SYMBOL_SIZE.least_px, min(SYMBOL_SIZE.most_px, grown))
    return layer.radius_px


def name_rank(place: Place) -> float:
    """Return the importance of a place's name, about the logarithm of a population."""
    layer = place_layer(place.layer)
    if not layer.is_peopled:
        return layer.rank
    capital = NAME_RANK.capital if "capital" in place.kind else 0.0
    own = float(np.log10((place.population or 0) + 1)) + capital
    return max(own + NAME_RANK.us_soil, NAME_RANK.us_soil_least) if place.us_soil else own


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
