"""Symbols: shape says what a place is, fill says whether it is inside. All in one dark ink."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

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

# A thin light edge keeps solid symbols apart where they crowd.
_EDGES: Final[dict[Reach, tuple[str, float]]] = {
    "in": ("#ffffffb0", 0.6),
    "band": (LIGHT.ink, 1.1),
    "out": (LIGHT.faint, 1.4),
}


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
    """What a symbol says: the kind of place, and how the ring spoken of reaches it."""

    layer: str
    state: Reach


def draw_symbols(
    canvas: Canvas, symbols: Iterable[tuple[Symbol, tuple[float, float], float]]
) -> None:
    """Draw places at their points with their radii, later ones on top.

    Solid when inside, half when in the band, hollow when outside.
    """
    outlines, fills, edges, widths = [], [], [], []

    def draw(outline: Outline, fill: str, edge: str, width_px: float) -> None:
        outlines.append(outline)
        fills.append(fill)
        edges.append(edge)
        widths.append(width_px)

    for symbol, at, radius in symbols:
        whole = Outline(np.array(at) + radius * _shape(symbol.layer))
        edge, width_px = _EDGES[symbol.state]
        if symbol.state == "band":
            draw(whole, LIGHT.paper, "none", 0.0)
            half = Outline(np.array(at) + radius * _left_half(symbol.layer))
            draw(half, LIGHT.ink, "none", 0.0)
            draw(whole, "none", edge, width_px)
        else:
            draw(whole, LIGHT.ink if symbol.state == "in" else LIGHT.paper, edge, width_px)
    canvas.areas(outlines, fills, edges, widths)


def draw_center(
    canvas: Canvas, layer: str | None, at: tuple[float, float], radius: float, color: str
) -> None:
    """Draw where a ring starts: a launch site's star, or the symbol of a place of a layer."""
    shape = _shape(layer) if layer else _closed(SYMBOLS["star"])
    canvas.area(Outline(np.array(at) + radius * shape), color, None, ec=LIGHT.paper, lw=1.6)
