"""Samples of the lines of missile defence, for a legend."""

from __future__ import annotations

import numpy as np
from matplotlib.path import Path as Outline

from geo.earth import Floats
from geo.facts import LIGHT, SECTOR_LOOK
from geo.picture.canvas import Canvas
from geo.picture.defence.circles import CIRCLE_DASH, CIRCLE_PX


def draw_sample(canvas: Canvas, kind: str, ends: Floats) -> None:
    """Draw a line between two points: of a sector, one of a `guessed` direction, or a `circle`.

    Of a place `seen` it is the ring about its symbol.
    """
    if kind == "circle":
        canvas.line(ends, LIGHT.ink, 1.5 * CIRCLE_PX, None, dash=CIRCLE_DASH)
    elif kind == "seen":
        turns = np.linspace(0.0, 2.0 * np.pi, 33)
        around = np.stack([np.cos(turns), np.sin(turns)], axis=-1)
        ring = Outline(ends.mean(axis=0) + 0.38 * np.hypot(*(ends[1] - ends[0])) * around)
        canvas.area(ring, "none", None, ec=LIGHT.radar, lw=SECTOR_LOOK.line_px)
    else:
        dash = SECTOR_LOOK.dash if kind == "guessed" else ()
        canvas.line(ends, LIGHT.radar, 1.5 * SECTOR_LOOK.line_px, None, dash=dash)
