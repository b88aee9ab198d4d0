"""Short marks along a ring: outside it where its range is a floor, inside where it is a ceiling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.path import Path as Outline

from geo.earth import Floats
from geo.facts import MARK_EVERY_PX, MARK_LENGTHS_PX, MARK_WIDTH_PX
from geo.picture.canvas import Canvas


def draw_marks(
    canvas: Canvas, lines: Sequence[Floats], statement: str, color: str, clip: Any
) -> None:
    """Mark the parts of a ring; nothing for a range that is neither floor nor ceiling.

    Parameters
    ----------
    lines
        Pixels of the ring, shape (n, 2) each, clockwise round the launch site: outside is then
        on the left, in any projection that turns nothing over.
    """
    length_px = MARK_LENGTHS_PX.get(statement)
    if length_px is None or not lines:  # the ring may be behind the globe
        return
    for line in lines:  # a thread for the marks to hang on where the dashes have gaps
        canvas.line(line, color, MARK_WIDTH_PX, clip)
    every, length = MARK_EVERY_PX * canvas.unit, length_px * canvas.unit
    marks = np.concatenate([marks_along(line, every, length) for line in lines])
    if len(marks):
        codes = np.tile([Outline.MOVETO, Outline.LINETO], len(marks))
        outline = Outline(marks.reshape(-1, 2), codes)
        canvas.area(outline, "none", clip, ec=color, lw=MARK_WIDTH_PX)


def marks_along(line: Floats, every_px: float, length_px: float) -> Floats:
    """Return the ends of the marks along one line, shape (marks, 2, 2)."""
    steps = np.diff(line, axis=0)
    lengths = np.hypot(*steps.T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.arange(every_px / 2, along[-1], every_px)
    edges = np.clip(np.searchsorted(along, at, side="right") - 1, 0, len(steps) - 1)
    directions = steps[edges] / lengths[edges, None]
    starts = line[edges] + directions * (at - along[edges])[:, None]
    left = np.stack([directions[:, 1], -directions[:, 0]], axis=-1)  # y runs downwards
    marks: Floats = np.stack([starts, starts + left * length_px], axis=1)
    return marks
