"""A view as a picture that stands alone: map, legend, scale, sources, caveat and link."""

from geo.picture.canvas import FONTS, font_path
from geo.picture.draw import draw_bare_png, draw_png

__all__ = [
    "FONTS",
    "draw_bare_png",
    "draw_png",
    "font_path",
]
