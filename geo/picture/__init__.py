"""A view as a picture that stands alone: map, legend, scale, sources, caveat and link."""

from geo.picture.draw import Drawing, draw_bare_png, draw_picture, draw_png
from geo.picture.fonts import text_outline, text_width
from geo.picture.labels import Label
from geo.picture.vectors import draw_svg

__all__ = [
    "Drawing",
    "Label",
    "draw_bare_png",
    "draw_picture",
    "draw_png",
    "draw_svg",
    "text_outline",
    "text_width",
]
