"""Symbols for Google Earth as small PNG files, so that none is fetched over a network.

White with a black edge: Google Earth multiplies them by the colour of the style. Shapes and
fillings mean what they mean on the live map (ui/web/base/symbols.js).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geo.earth import Floats
from geo.link import Reach

ICON_PX: Final = 32
_SAMPLES: Final = 4  # per pixel and axis, against jagged edges
# Radii at which the white begins and the core, which is filled or open, in radii of the symbol.
_WHITE: Final = 0.86
_CORE: Final = 0.56

_Bools = NDArray[np.bool_]


def _circle(x: Floats, y: Floats) -> _Bools:
    return np.hypot(x, y) <= 1.0


def _square(x: Floats, y: Floats) -> _Bools:
    return np.maximum(np.abs(x), np.abs(y)) <= 0.85


def _triangle(x: Floats, y: Floats) -> _Bools:
    return (y <= 0.6) & (y >= 2.0 * np.abs(x) - 1.1)


def _fan(x: Floats, y: Floats) -> _Bools:
    """A sector open upwards, as a radar's field of view."""
    below = 0.85 - y
    return (np.hypot(x, below) <= 1.6) & (below >= 1.2 * np.abs(x))


def _star(x: Floats, y: Floats) -> _Bools:
    """Five points: the edge between two neighbours is a straight line, mirrored ten times."""
    turn = np.abs((np.arctan2(x, -y) + np.pi / 5) % (2 * np.pi / 5) - np.pi / 5)
    along, across = np.hypot(x, y) * np.cos(turn), np.hypot(x, y) * np.sin(turn)
    inner_along, inner_across = 0.42 * np.cos(np.pi / 5), 0.42 * np.sin(np.pi / 5)
    inside: _Bools = along + across * (1.0 - inner_along) / inner_across <= 1.0
    return inside


_SHAPES: Final[dict[str, Callable[[Floats, Floats], _Bools]]] = {
    "cities": _circle,
    "bases": _square,
    "thaad": _triangle,
    "radar": _fan,
    "site": _star,
}


@lru_cache(maxsize=32)
def icon_png(symbol: str, state: Reach) -> bytes:
    """Return a symbol: solid inside, left half in the band, hollow outside.

    Parameters
    ----------
    symbol
        A place layer, or `site`.
    state
        How far in reach.
    """
    steps = ICON_PX * _SAMPLES
    axis = ((np.arange(steps) + 0.5) / steps * 2.0 - 1.0) * 1.02
    x, y = np.meshgrid(axis, axis)
    shape = _SHAPES[symbol]
    is_core = shape(x / _CORE, y / _CORE)
    is_open = is_core & {"in": x > np.inf, "band": x > 0.0, "out": x < np.inf}[state]
    opaque = _averaged(shape(x, y) & ~is_open)
    white = _averaged(shape(x / _WHITE, y / _WHITE) & ~is_open)
    level = np.divide(white, opaque, out=np.zeros_like(white), where=opaque > 0.0)
    rgba = np.stack([level, level, level, opaque], axis=-1)
    return _png(np.round(255.0 * rgba).astype(np.uint8))


def _averaged(samples: _Bools) -> Floats:
    blocks = samples.reshape(ICON_PX, _SAMPLES, ICON_PX, _SAMPLES)
    mean: Floats = blocks.mean(axis=(1, 3))
    return mean


def _png(rgba: NDArray[np.uint8]) -> bytes:
    height, width, _ = rgba.shape
    header = struct.pack(
        ">IIBBBBB", width, height, 8, 6, 0, 0, 0
    )  # 8 bits of red, green, blue, alpha
    rows = b"".join(b"\0" + row.tobytes() for row in rgba)  # 0: no filter
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check
