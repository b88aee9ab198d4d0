"""Symbols for Google Earth as small PNG files, so that none is fetched over a network.

White with a black edge: Google Earth multiplies them by the colour of the style. Shapes and
fillings mean what they mean on the live map.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

from geo.facts import SYMBOLS, Reach, Vertices, left_half

ICON_PX: Final = 32
_SAMPLES: Final = 4  # per pixel and axis, against jagged edges
# Radii at which the white begins and the core, which is filled or open, in radii of the symbol.
_WHITE: Final = 0.86
_CORE: Final = 0.56

_CLEAR: Final = (0, 0, 0, 0)
_BLACK: Final = (0, 0, 0, 255)
_FILL: Final = (255, 255, 255, 255)


@lru_cache(maxsize=32)
def icon_png(symbol: str, state: Reach) -> bytes:
    """Return a symbol: solid inside, left half in the band, hollow outside.

    Parameters
    ----------
    symbol
        A name in geo/facts/symbols.py.
    state
        How far in reach.
    """
    outline = _fitted(SYMBOLS[symbol])
    size_px = ICON_PX * _SAMPLES
    image = Image.new("RGBA", (size_px, size_px), _CLEAR)
    pen = ImageDraw.Draw(image)
    pen.polygon(_pixels(outline, 1.0), _BLACK)
    pen.polygon(_pixels(outline, _WHITE), _FILL)
    if state != "in":
        pen.polygon(_pixels(outline, _CORE), _CLEAR)
    if state == "band":
        pen.polygon(_pixels(left_half(outline), _CORE), _FILL)
    # Averaged with colours weighted by their alpha, or what is clear would darken the edge.
    smooth = image.convert("RGBa").reduce(_SAMPLES).convert("RGBA")
    out = io.BytesIO()
    smooth.save(out, "PNG", optimize=True)
    return out.getvalue()


def _fitted(outline: Vertices) -> Vertices:
    """Return an outline moved and made smaller so that it lies within -1 to 1."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    size = max(max(xs) - min(xs), max(ys) - min(ys), 2.0) / 2
    if size == 1.0:
        return outline
    x0, y0 = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return tuple(((x - x0) / size, (y - y0) / size) for x, y in outline)


def _pixels(outline: Vertices, radius: float) -> list[tuple[float, float]]:
    """Return the vertices on the image, whose edge leaves a fiftieth free."""
    half = ICON_PX * _SAMPLES / 2
    scale = half / 1.02 * radius
    return [(half - 0.5 + scale * x, half - 0.5 + scale * y) for x, y in outline]
