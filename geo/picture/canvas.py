"""The canvas of a picture, in pixels: lines, areas, words with a halo, and label placement.

Matplotlib draws; its own units (inches, points) stay in here. Fonts come with packages, as each
language names them, so that names render on a machine that has none for their letters.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke
from PIL import Image, PngImagePlugin

from geo.earth import Floats
from geo.facts import LIGHT
from geo.picture.frame import Box
from geo.reach import reads_from_the_right
from geo.words import LANGUAGES, language_facts

_DPI: Final = 100.0
_LEFT_TO_RIGHT: Final = "\u200e"  # at its start: a line is laid out so, whatever is in it
_POINTS: Final = 72.0 / _DPI  # per pixel
# What is not in the first font is looked for in the next, and last in DejaVu Sans.
FONTS: Final = tuple(
    dict.fromkeys(font for lang in LANGUAGES for font in language_facts(lang).picture_fonts)
)


def font_path(package: str, file: str) -> Path:
    """Return a file of a package, without running the package's code."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{package} is not installed; see requirements.txt")
    return Path(spec.origin).parent / file


@lru_cache(maxsize=1)
def _families() -> tuple[str, ...]:
    families = []
    for font in FONTS:
        for file in (font.usual, font.bold):
            path = str(font_path(font.package, file))
            font_manager.fontManager.addfont(path)
        families.append(str(FontProperties(fname=path).get_name()))
    # Each picture would say that DejaVu's bold is bolder than asked for.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    return (*families, "DejaVu Sans")


@lru_cache(maxsize=64)
def _font(size_px: float, bold: bool) -> FontProperties:
    weight = 600 if bold else 400  # as Nanum Gothic names its two
    return FontProperties(family=list(_families()), size=size_px * _POINTS, weight=weight)


class Canvas:
    """A picture in the making, or a part of it; (0, 0) is the upper left corner."""

    def __init__(self, figure: Figure, box: Box, unit: float) -> None:
        """Take a part of a figure, and the pixels of the picture per pixel of a screen."""
        whole_width, whole_height = figure.get_size_inches() * _DPI
        self.figure, self.unit = figure, unit
        self.width, self.height = box.right - box.left, box.bottom - box.top
        across = (box.left / whole_width, self.width / whole_width)
        upwards = (1.0 - box.bottom / whole_height, self.height / whole_height)
        self.axes = figure.add_axes((across[0], upwards[0], across[1], upwards[1]))
        self.axes.set_zorder(len(figure.axes))
        self.keep_limits()
        self.axes.axis("off")
        self._z = 0.0

    @classmethod
    def blank(cls, width: int, height: int, unit: float) -> Canvas:
        """Return an empty picture."""
        figure = Figure(figsize=((width + 0.01) / _DPI, (height + 0.01) / _DPI), dpi=_DPI)
        FigureCanvasAgg(figure)
        return cls(figure, Box(0, 0, width, height), unit)

    def part(self, box: Box) -> Canvas:
        """Return a part of the picture that has pixels of its own; nothing drawn leaves it."""
        return Canvas(self.figure, box, self.unit)

    @property
    def agg(self) -> FigureCanvasAgg:
        """Matplotlib's side of the picture."""
        agg = self.figure.canvas
        assert isinstance(agg, FigureCanvasAgg)  # noqa: S101  # `blank` made it
        return agg

    def keep_limits(self) -> None:
        """Make data coordinates pixels (again)."""
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(self.height, 0)

    def above(self) -> float:
        """Return a z-order above all that was drawn before: what comes later covers it."""
        self._z += 1.0
        return self._z

    def rectangle(self, box: Box, color: str, *, alpha: float = 1.0, edge: str = "none") -> None:
        """Fill a rectangle."""
        size = (box.right - box.left, box.bottom - box.top)
        patch = Rectangle(
            (box.left, box.top), *size, fc=color, ec=edge, lw=0.7 * self.unit * _POINTS,
            alpha=alpha, zorder=self.above(),
        )  # fmt: skip
        self.axes.add_artist(patch)

    def area(self, outline: Outline, color: str, clip: Any, **style: Any) -> None:
        """Fill a path, clipped; `style` is Matplotlib's, `lw` in pixels of a screen."""
        style["lw"] = style.get("lw", 0.0) * self.unit * _POINTS
        style.setdefault("ec", "none")
        patch = PathPatch(outline, fc=color, zorder=self.above(), **style)
        self.axes.add_artist(patch)
        if clip is not None:
            patch.set_clip_path(clip)

    def line(  # noqa: PLR0913  # each is a property of a line
        self, points: Floats, color: str, width_px: float, clip: Any, *,
        dash: tuple[float, ...] = (), alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """Draw a line; width and dashes in pixels of a screen."""
        width = width_px * self.unit * _POINTS
        pattern: Any = (0, [each * self.unit * _POINTS / width for each in dash]) if dash else "-"
        drawn = self.axes.plot(
            points[:, 0], points[:, 1], color=color, lw=width, ls=pattern, alpha=alpha,
            solid_joinstyle="round", dash_capstyle="butt", zorder=self.above(),
        )  # fmt: skip
        if clip is not None:
            drawn[0].set_clip_path(clip)

    def measure(self, text: str, size_px: float, *, bold: bool = False) -> float:
        """Return the width of a line of text in pixels; size in pixels of the picture."""
        font = _font(round(size_px, 1), bold)
        renderer: Any = self.agg.get_renderer()  # type: ignore[no-untyped-call]
        return float(renderer.get_text_width_height_descent(text, font, False)[0])

    def words(  # noqa: PLR0913  # each is a property of a text
        self, text: str, at: tuple[float, float], size_px: float, *, color: str = LIGHT.ink,
        bold: bool = False, halo: bool = False, align: str = "left",
    ) -> None:  # fmt: skip
        """Write one line of text, centred in height on `at`; text is never read as mathematics."""
        text = f"{_LEFT_TO_RIGHT}{text}" if reads_from_the_right(text) else text
        effects = [withStroke(linewidth=0.28 * size_px, foreground="#ffffffe8")] if halo else []
        self.axes.text(
            *at, text, fontproperties=_font(round(size_px, 1), bold), color=color, ha=align,
            va="center_baseline", parse_math=False, path_effects=effects, zorder=self.above(),
        )  # fmt: skip

    def wrap(self, text: str, size_px: float, width_px: float, *, bold: bool = False) -> list[str]:
        """Return a text in lines no wider than asked, broken in words only where it must be."""
        lines: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if self.measure(longer, size_px, bold=bold) <= width_px:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = self._pieces(word, size_px, width_px)
            lines += full
        return [*lines, line] if line else lines

    def _pieces(self, word: str, size_px: float, width_px: float) -> Iterable[str]:
        """Return the pieces of a word that is too long for a line; a link is cut before an `&`."""
        piece = ""
        for sign in word:
            if piece and self.measure(piece + sign, size_px) > width_px:
                cut = max(piece.rfind("&"), 0) or len(piece)
                yield piece[:cut]
                piece = piece[cut:]
            piece += sign
        yield piece

    def png(self, notes: dict[str, str], dots_per_inch: float) -> bytes:
        """Return the picture as PNG; `notes` are stored beside it as text."""
        agg: Any = self.agg
        agg.draw()
        whole = Image.fromarray(np.asarray(agg.buffer_rgba())).convert("RGB")
        info = PngImagePlugin.PngInfo()
        for key, text in notes.items():
            info.add_itxt(key, text)
        out = io.BytesIO()
        whole.save(out, "PNG", pnginfo=info, dpi=(dots_per_inch, dots_per_inch), compress_level=5)
        return out.getvalue()


class Labels:
    """Words on the map: each gets the first free spot, in order of importance, or none."""

    def __init__(self, canvas: Canvas, area: Box, taken: Iterable[Box]) -> None:
        """Take where words may stand, and what already stands there."""
        self.canvas, self.area, self.boxes = canvas, area, list(taken)

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep words off a symbol."""
        self.boxes.append(Box(x - radius, y - radius, x + radius, y + radius))

    def place(
        self, text: str, spots: Iterable[tuple[float, float, str]], size_px: float, *,
        color: str = LIGHT.ink, bold: bool = False,
    ) -> bool:  # fmt: skip
        """Write at the first free spot (x, y, align); return whether there was one."""
        width = self.canvas.measure(text, size_px, bold=bold)
        for x, y, align in spots:
            left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
            box = Box(left - 4, y - size_px * 0.68, left + width + 4, y + size_px * 0.68)
            if not self.area.holds(box) or any(box.meets(other) for other in self.boxes):
                continue
            self.boxes.append(box)
            self.canvas.words(text, (left, y), size_px, color=color, bold=bold, halo=True)
            return True
        return False
