"""The faces of geo.letters as Matplotlib has them: it shapes a text, and finds each sign's face."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

import numpy as np
from matplotlib import font_manager, rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextToPath

from geo.letters import Face, faces_of, last_face
from geo.reach import reads_from_the_right

DPI: Final = 100.0
POINTS: Final = 72.0 / DPI  # per pixel
BOLD: Final = 600
_WEIGHTS: Final = (400, BOLD)
_OUTLINE_PX: Final = TextToPath.FONT_SCALE  # the size of its outlines
_MEASURED_PX: Final = 48.0  # any: letters are as wide as their size says
_LEFT_TO_RIGHT: Final = "\u200e"  # at its start: a line is laid out so, whatever is in it

# Hinted, each small letter stands on whole pixels: a line is up to a tenth wider or narrower than
# it was measured, blanks are lost, and words run into what stands beside them.
rcParams["text.hinting"] = "no_hinting"


@lru_cache(maxsize=64)
def _family_of(face: Face) -> str:
    """Make a face known to Matplotlib; return what that calls it.

    By a name of ours: fonts share names with others of their family, and with those of a machine.
    """
    name = f"{face.usual.stem} of Reachmap"
    for file, weight in zip((face.usual, face.bold), _WEIGHTS, strict=True):
        entry = font_manager.ttfFontProperty(FT2Font(str(file)))
        font_manager.fontManager.ttflist.append(replace(entry, name=name, weight=weight))
    return name


@lru_cache(maxsize=256)
def _font(size_px: float, bold: bool, faces: tuple[Face, ...]) -> FontProperties:
    families = list(map(_family_of, dict.fromkeys((*faces, last_face()))))
    return FontProperties(family=families, size=size_px * POINTS, weight=_WEIGHTS[int(bold)])


def font_of(size_px: float, bold: bool, text: str) -> FontProperties:
    """Return the fonts of a text as Matplotlib has them; their size in pixels of the picture."""
    return _font(size_px, bold, faces_of(text))


def ordered(text: str) -> str:
    """Return a line so that Matplotlib lays it out from the left, whatever it begins with."""
    return f"{_LEFT_TO_RIGHT}{text}" if reads_from_the_right(text) else text


@lru_cache(maxsize=4096)
def text_width(text: str, bold: bool) -> float:
    """Return the width of a line of text in heights of a line, blanks at its end included."""
    if text.endswith(" "):  # which are not measured
        return text_width(f"{text}.", bold) - text_width(".", bold)
    font = font_of(_MEASURED_PX, bold, text)
    width = _ruler().get_text_width_height_descent(text, font, False)[0]
    return float(width) / _MEASURED_PX


@lru_cache(maxsize=1)
def _ruler() -> Any:
    figure = Figure(dpi=DPI)
    return FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]


def text_outline(text: str, bold: bool) -> Outline:
    """Return the outline of a text on a baseline at 0, y upwards, of a font one pixel high."""
    if text.isspace():  # which has none
        return Outline(np.empty((0, 2)))
    points, codes = TextToPath().get_text_path(font_of(_OUTLINE_PX, bold, text), ordered(text))
    return Outline(np.asarray(points).reshape(-1, 2) / _OUTLINE_PX, codes)


@lru_cache(maxsize=1024)
def sign_outline(sign: str, bold: bool) -> Outline:
    """Return the outline of a letter with its marks."""
    return text_outline(sign, bold)
