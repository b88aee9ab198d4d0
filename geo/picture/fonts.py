"""The fonts of a picture: our own first, then those that packages bring for other letters.

So names render on a machine that has no fonts at all, in the letters that the pages are set in.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath

from geo.files import DATA_DIR, FONT_FILES
from geo.words import LANGUAGES, language_facts

DPI: Final = 100.0
POINTS: Final = 72.0 / DPI  # per pixel
OWN_FONTS: Final = tuple(DATA_DIR / file for file in FONT_FILES)
# What is not in the first font is looked for in the next, and last in DejaVu Sans.
FONTS: Final = tuple(
    dict.fromkeys(font for lang in LANGUAGES for font in language_facts(lang).picture_fonts)
)
_WEIGHTS: Final = (400, 600)  # as our own font and Nanum Gothic name their two
_OUTLINE_PX: Final = 100.0


def font_path(package: str, file: str) -> Path:
    """Return a file of a package, without running the package's code."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{package} is not installed; see requirements.txt")
    return Path(spec.origin).parent / file


@lru_cache(maxsize=1)
def _families() -> tuple[str, ...]:
    files = [path for path in OWN_FONTS if path.exists()]
    for font in FONTS:
        files += [font_path(font.package, file) for file in (font.usual, font.bold)]
    families = []
    for file in files:
        font_manager.fontManager.addfont(str(file))
        families.append(str(FontProperties(fname=str(file)).get_name()))
    # Each picture would say that DejaVu's bold is bolder than asked for.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    return (*dict.fromkeys(families), "DejaVu Sans")


@lru_cache(maxsize=128)
def font_of(size_px: float, bold: bool) -> FontProperties:
    """Return what Matplotlib calls the font of this size, in pixels of the picture."""
    return FontProperties(
        family=list(_families()), size=size_px * POINTS, weight=_WEIGHTS[int(bold)]
    )


@lru_cache(maxsize=1024)
def sign_outline(sign: str, bold: bool) -> Outline:
    """Return the outline of one sign on a baseline at 0, y upwards, of a font one pixel high."""
    if sign.isspace():  # Matplotlib fails at an outline without lines
        return Outline(np.empty((0, 2)))
    path = TextPath((0.0, 0.0), sign, size=_OUTLINE_PX, prop=font_of(_OUTLINE_PX, bold))
    return Outline(path.vertices / _OUTLINE_PX, path.codes)
