"""Circles of interceptors: how far a battery's are published to fly. None is a defended area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from geo.earth import Floats, range_ring
from geo.facts import LIGHT
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.frame import Frame
from geo.picture.ringlines import Edge, in_view
from geo.reach import with_interceptors
from geo.records import Place
from geo.words import format_length

CIRCLE_PX: Final = 1.0
CIRCLE_DASH: Final = (1.0, 3.0)
_LEAST_PX: Final = 10.0  # of its radius: a smaller one would hide the symbol that it is about
_LEAST_LABEL_PX: Final = 60.0


@dataclass(frozen=True)
class Circle:
    """One circle in view: about which battery, its range, its lines and its radius in pixels."""

    battery: Place
    range_km: float
    lines: tuple[Floats, ...]
    radius_px: float


def find_circles(frame: Frame, view: View, unit: float) -> list[Circle]:
    """Return the circles that are in view and large enough to be drawn."""
    found = []
    for battery, range_km in with_interceptors(view):
        middle = frame.to_pixels(np.array([(battery.lat, battery.lon)]))[0]
        outline = range_ring(battery.point, range_km)
        # Of the map about it, whose scale differs from place to place.
        across = np.hypot(*(frame.to_pixels(outline) - middle).T)
        radius_px = float(np.median(across)) if np.isfinite(across).all() else 0.0
        lines = tuple(in_view(frame, outline))
        if radius_px > _LEAST_PX * unit and lines:
            found.append(Circle(battery, range_km, lines, radius_px))
    return found


def draw_circles(canvas: Canvas, circles: list[Circle], clip: Any) -> None:
    """Draw them as thin dotted lines, without a fill."""
    for circle in circles:
        for line in circle.lines:
            canvas.line(line, LIGHT.ink, CIRCLE_PX, clip, dash=CIRCLE_DASH)


def circle_edges(canvas: Canvas, view: View, circles: list[Circle]) -> list[Edge]:
    """Return the larger ones as lines that bear words."""
    edges = []
    for circle in circles:
        if circle.radius_px <= _LEAST_LABEL_PX * canvas.unit:
            continue
        number = format_length(circle.range_km, view.units, view.lang)
        whole = view.tell("{range} \u00b7 interceptors, as published", range=number)
        start = max(circle.lines, key=len)
        low = start[int(np.argmax(start[:, 1]))]  # below, where a sector to the north leaves room
        edges.append(
            Edge(
                None, LIGHT.ink, number, number, whole, circle.lines, low, "circle",
                circle.battery.id,
            )
        )  # fmt: skip
    return edges
