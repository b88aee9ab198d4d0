"""The canvas of a picture, in pixels: lines, areas, words with a halo.

Matplotlib draws; its own units (inches, points) stay in here.
"""

from __future__ import annotations

import io
from typing import Any, Final

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke
from PIL import Image, PngImagePlugin

from geo.earth import Floats
from geo.facts import LIGHT
from geo.letters import clusters, drawn, wrapped
from geo.picture.fonts import DPI, POINTS, font_of, ordered, sign_outline, text_width
from geo.picture.frame import Box

HALO_COLOR: Final = "#ffffffe8"
HALO_WIDTH: Final = 0.28  # heights of a line
_MIDDLE: Final = 0.33  # of capitals, above the baseline, in heights of a line


class Canvas:
    """A picture in the making, or a part of it; (0, 0) is the upper left corner."""

    def __init__(self, figure: Figure, box: Box, unit: float) -> None:
        """Take a part of a figure, and the pixels of the picture per pixel of a screen."""
        whole_width, whole_height = figure.get_size_inches() * DPI
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
        figure = Figure(figsize=((width + 0.01) / DPI, (height + 0.01) / DPI), dpi=DPI)
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
            (box.left, box.top), *size, fc=color, ec=edge, lw=0.7 * self.unit * POINTS,
            alpha=alpha, zorder=self.above(),
        )  # fmt: skip
        self.axes.add_artist(patch)

    def area(self, outline: Outline, color: str, clip: Any, **style: Any) -> None:
        """Fill a path, clipped; `style` is Matplotlib's, `lw` in pixels of a screen."""
        style["lw"] = style.get("lw", 0.0) * self.unit * POINTS
        style.setdefault("ec", "none")
        patch = PathPatch(outline, fc=color, zorder=self.above(), **style)
        self.axes.add_artist(patch)
        if clip is not None:
            patch.set_clip_path(clip)

    def areas(
        self, outlines: list[Outline], fills: list[str], edges: list[str], widths_px: list[float]
    ) -> None:
        """Fill and stroke many paths at once, later ones on top."""
        widths = [width * self.unit * POINTS for width in widths_px]
        drawn = PathCollection(
            outlines, facecolors=fills, edgecolors=edges, linewidths=widths, zorder=self.above()
        )
        self.axes.add_collection(drawn, autolim=False)

    def line(  # noqa: PLR0913  # each is a property of a line
        self, points: Floats, color: str, width_px: float, clip: Any, *,
        dash: tuple[float, ...] = (), alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """Draw a line; width and dashes in pixels of a screen."""
        width = width_px * self.unit * POINTS
        pattern: Any = (0, [each * self.unit * POINTS / width for each in dash]) if dash else "-"
        drawn = self.axes.plot(
            points[:, 0], points[:, 1], color=color, lw=width, ls=pattern, alpha=alpha,
            solid_joinstyle="round", dash_capstyle="butt", zorder=self.above(),
        )  # fmt: skip
        if clip is not None:
            drawn[0].set_clip_path(clip)

    def measure(self, text: str, size_px: float, *, bold: bool = False) -> float:
        """Return the width of a line of text in pixels; size in pixels of the picture."""
        return size_px * text_width(drawn(text), bold)

    def words(  # noqa: PLR0913  # each is a property of a text
        self, text: str, at: tuple[float, float], size_px: float, *, color: str = LIGHT.ink,
        bold: bool = False, halo: bool = False, align: str = "left",
    ) -> None:  # fmt: skip
        """Write one line of text, centred in height on `at`; text is never read as mathematics."""
        text = drawn(text)
        font = font_of(round(size_px, 1), bold, text)
        stroke = withStroke(linewidth=HALO_WIDTH * size_px, foreground=HALO_COLOR)
        effects = [stroke] if halo else []
        self.axes.text(
            *at, ordered(text), fontproperties=font, color=color, ha=align,
            va="center_baseline", parse_math=False, path_effects=effects, zorder=self.above(),
        )  # fmt: skip

    def signs(  # noqa: PLR0913  # each is a property of a text
        self, text: str, places: Floats, size_px: float, *, color: str, bold: bool, halo: bool
    ) -> None:
        """Write a text letter by letter, each centred on an (x, y) and turned, in radians.

        The halo of all lies below all letters: none eats into its neighbour.
        """
        outlines = []
        for sign, (x, y, turn) in zip(clusters(text), places, strict=True):
            outline, along = sign_outline(sign, bold), np.array([np.cos(turn), np.sin(turn)])
            if not np.size(outline.vertices):
                continue
            middle = np.array([text_width(sign, bold) / 2, _MIDDLE])
            across, up = (outline.vertices - middle).T[:, :, None] * size_px
            down = np.array([-along[1], along[0]])
            points = np.array([x, y]) + across * along - up * down
            outlines.append(Outline(points, outline.codes))
        if not outlines:
            return
        whole = Outline.make_compound_path(*outlines)
        if halo:
            width = 2.0 * HALO_WIDTH * size_px / self.unit * 0.7
            self.area(whole, HALO_COLOR, None, ec=HALO_COLOR, lw=width, joinstyle="round")
        self.area(whole, color, None)

    def wrap(self, text: str, size_px: float, width_px: float, *, bold: bool = False) -> list[str]:
        """Return a text in lines no wider than asked, broken in words only where it must be."""
        return wrapped(drawn(text), width_px, lambda line: size_px * text_width(line, bold))

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
