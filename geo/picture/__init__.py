"""A view as a picture that stands alone: map, legend, scale, sources, caveat and link."""

from geo.picture.draw import Drawing, draw_bare_png, draw_picture, draw_png
from geo.picture.fonts import FONTS, OWN_FONTS, font_path
from geo.picture.labels import Label

__all__ = [
    "FONTS",
    "OWN_FONTS",
    "Drawing",
    "Label",
    "draw_bare_png",
    "draw_picture",
    "draw_png",
    "font_path",
]
