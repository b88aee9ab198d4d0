"""A paragraph of a handout in letters that are shaped by their neighbours, as Arabic or Hindi.

ReportLab sets one sign after the other from the left. So the lines are drawn as outlines, which
Matplotlib shapes and puts in order, and the text lies below them unseen, to be found and copied.
"""

from __future__ import annotations

from typing import Any, Final

from bidi import get_display
from matplotlib.path import Path as Outline
from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import FILL_NON_ZERO
from reportlab.platypus import Flowable

from geo.handout.faces import in_fonts
from geo.letters import drawn, wrapped
from geo.picture import text_outline, text_width
from geo.reach import without_isolates

_BASELINE: Final = 0.92  # of the first line, below its top, in heights of a letter
_UNSEEN: Final = 3  # how PDF calls text that is neither filled nor stroked


class ShapedText(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Lines of one text, as wide as there is room."""

    def __init__(self, text: str, size: float, leading: float, color: str, *, bold: bool) -> None:
        """Take the words and how they look; lengths in points."""
        super().__init__()
        self.text, self.size, self.leading = drawn(text), size, leading
        self.color, self.bold = color, bold
        self.lines: list[str] = []

    def wrap(self, room: float, _: float) -> tuple[float, float]:
        """Break the text into lines; return what they take."""
        self.lines = wrapped(self.text, room, self._width)
        self.width, self.height = room, len(self.lines) * self.leading
        return self.width, self.height

    def _width(self, line: str) -> float:
        return self.size * text_width(line, self.bold)

    def draw(self) -> None:
        """Draw what is seen, and write what is read."""
        for row, line in enumerate(self.lines):
            y = self.height - row * self.leading - _BASELINE * self.size
            self._write(line, y)
            self._paint(text_outline(line, self.bold), y)

    def _paint(self, outline: Outline, y: float) -> None:
        self.canv.saveState()
        self.canv.translate(0, y)
        self.canv.scale(self.size, self.size)
        self.canv.setFillColor(colors.HexColor(self.color))
        path, last = self.canv.beginPath(), [0.0, 0.0]
        for points, code in outline.iter_segments(simplify=False):
            _add(path, last, points.tolist(), int(code))
            last = points[-2:].tolist()
        self.canv.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)
        self.canv.restoreState()

    def _write(self, line: str, y: float) -> None:
        """Write a line unseen, as PDF has text: in the order of the eye, as wide as it is drawn."""
        parts = in_fonts(get_display(without_isolates(line), base_dir="L"), self.bold)
        taken = sum(pdfmetrics.stringWidth(part, font, self.size) for font, part in parts)
        text = self.canv.beginText(0, y)
        text.setTextRenderMode(_UNSEEN)
        text.setHorizScale(100.0 * self._width(line) / max(taken, 1.0))
        for font, part in parts:
            text.setFont(font, self.size)
            text.textOut(part)
        self.canv.drawText(text)


def _add(path: Any, last: list[float], points: list[float], code: int) -> None:
    """Add what follows a point of an outline of Matplotlib to a path of ReportLab."""
    if code == Outline.MOVETO:
        path.moveTo(*points)
    elif code == Outline.LINETO:
        path.lineTo(*points)
    elif code == Outline.CURVE3:  # a parabola, which PDF has not: the cubic that is the same
        (x0, y0), (x, y, x1, y1) = last, points
        path.curveTo((x0 + 2 * x) / 3, (y0 + 2 * y) / 3, (x1 + 2 * x) / 3, (y1 + 2 * y) / 3, x1, y1)
    elif code == Outline.CURVE4:
        path.curveTo(*points)
    elif code == Outline.CLOSEPOLY:
        path.close()
