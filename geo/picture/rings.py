"""The rings of a picture: the wash of the one spoken of, and the outlines of all.

A wash is drawn where the geodesic distance says so: distances are solved on a grid of pixels and
contoured at the range. So poles, the antimeridian and the edge of a globe need no special care,
and drawing and deciding use one model. Outlines are vertices of the ring itself.
"""

from __future__ import annotations

from typing import Any, Final

import contourpy
import numpy as np
from matplotlib.path import Path as Outline

from geo.earth import Floats, LatLon, distances_and_azimuths, range_at, range_ring
from geo.facts import SPREAD_STEPS, SPREAD_WASH, ring_style
from geo.link import Ring, View, fitting_ranges
from geo.picture.canvas import Canvas
from geo.picture.frame import Box, Frame
from geo.picture.marks import draw_marks
from geo.reach import statement_of

_GRID_PX: Final = 8.0  # of a screen: a contour then strays less than half a pixel
_OUTLINE_GRID_PX: Final = 14.0  # for the outline of all sites, which takes 50 times the work
_WASH: Final = 0.12  # of what the ring spoken of reaches, or of its band
_STEP_DEG: Final = 0.25
_LEAST_KM: Final = -1.0  # below all distances
MOST_BELOW_KM: Final = -1e5  # below all differences of distances
_STEP: Final = SPREAD_WASH / SPREAD_STEPS
# Of disks that lie one upon another: what each has to add so that the shade grows evenly.
_SHADE: Final = tuple(_STEP / (1.0 - _STEP * below) for below in range(SPREAD_STEPS))


class Field:
    """Distances from sites to the points of a grid over the frame, or over a part of it."""

    def __init__(self, frame: Frame, step_px: float, box: Box | None = None) -> None:
        """Take how far apart its points are at most."""
        box = box or Box(0.0, 0.0, frame.width, frame.height)
        width, height = box.right - box.left, box.bottom - box.top
        xs = np.linspace(box.left, box.right, int(np.ceil(width / step_px)) + 1)
        ys = np.linspace(box.top, box.bottom, int(np.ceil(height / step_px)) + 1)
        self.xs, self.ys = xs, ys
        grid = np.stack(np.meshgrid(xs, ys), axis=-1)
        self.latlon = frame.to_degrees(grid.reshape(-1, 2))
        self.solved: dict[LatLon, tuple[Floats, Floats]] = {}

    def km_from(self, site: LatLon) -> Floats:
        """Return the distances from a site, a row for each y."""
        return self.ways_from(site)[0]

    def ways_from(self, site: LatLon) -> tuple[Floats, Floats]:
        """Return the distances and azimuths from a site."""
        if site not in self.solved:
            lats, lons = self.latlon.T
            lons = (lons + 180.0) % 360.0 - 180.0
            distances_km, azimuths_deg = (
                each.reshape(len(self.ys), len(self.xs))
                for each in distances_and_azimuths(site, lats, lons)
            )
            self.solved[site] = distances_km, azimuths_deg
        return self.solved[site]

    def inside(self, ring: Ring, low_km: float | None, high_km: float) -> list[Outline]:
        """Return what lies beyond one range of a ring, if any, and within another."""
        if not ring.rotating:
            return self.between(
                self.km_from(ring.point), _LEAST_KM if low_km is None else low_km, high_km
            )
        distances_km, azimuths_deg = self.ways_from(ring.point)
        over_km = distances_km - range_at(ring.reach(high_km), azimuths_deg)
        if low_km is not None:
            over_km = np.maximum(over_km, range_at(ring.reach(low_km), azimuths_deg) - distances_km)
        return self.between(over_km, MOST_BELOW_KM, 0.0)

    def between(self, distances_km: Floats, low_km: float, high_km: float) -> list[Outline]:
        """Return where what holds at its points lies between two values."""
        contours = contourpy.contour_generator(
            self.xs, self.ys, distances_km, fill_type=contourpy.FillType.OuterCode
        )
        filled: Any = contours.filled(low_km, high_km)  # of the shape that fill_type names
        points, codes = filled
        return [Outline(*each) for each in zip(points, codes, strict=True) if each[0] is not None]

    def lines(self, distances_km: Floats, level_km: float) -> list[Floats]:
        """Return the lines along which it has a value."""
        contours = contourpy.contour_generator(
            self.xs, self.ys, distances_km, line_type=contourpy.LineType.Separate
        )
        lines: Any = contours.lines(level_km)
        return list(lines)


def draw_wash(canvas: Canvas, frame: Frame, view: View, clip: Any) -> None:
    """Fill what the ring that the view speaks of reaches, or its band; other rings are lines.

    A ring of a report is shaded by the share of the assumptions that reach.
    """
    index, ring = view.speaking, view.speaking_ring
    if index is None or ring is None:
        return
    field = Field(frame, _GRID_PX * canvas.unit)
    color, fills = ring_style(index).color, [(ring.low_km, ring.limit_km, _WASH)]
    if ring.report:
        ranges_km = fitting_ranges(ring.report).shade_km
        fills = [(None, range_km, alpha) for range_km, alpha in zip(ranges_km, _SHADE, strict=True)]
    for low_km, high_km, alpha in fills:
        for outline in field.inside(ring, low_km, high_km):
            canvas.area(outline, color, clip, alpha=alpha)


def draw_rings(canvas: Canvas, frame: Frame, view: View, clip: Any) -> None:
    """Draw all outlines, the widest first, that of the ring spoken of on top."""
    if view.shows("envelope"):
        _outline_of_all_sites(canvas, frame, view, clip)
    order = sorted(view.shown_rings, key=lambda each: (each[0] == view.speaking, -each[1].limit_km))
    for index, ring in order:
        lines = _outline(canvas, frame, view, index, clip)
        draw_marks(canvas, lines, statement_of(ring, view.catalog), ring_style(index).color, clip)


def _outline(canvas: Canvas, frame: Frame, view: View, index: int, clip: Any) -> list[Floats]:
    """Draw the edges of a ring; return the lines of its last, which a floor has alone."""
    ring, is_active = view.rings[index], index == view.speaking
    style, lines = ring_style(index), list[Floats]()
    for role, range_km in ring.edges:
        beside = role != "best" and ring.best_km is not None
        width_px = 1.5 if beside else 3.0 if is_active else 2.5
        lines = frame.lines(range_ring(ring.point, ring.reach(range_km), step_deg=_STEP_DEG))
        for line in lines:
            canvas.line(line, "#ffffff", width_px + 2.0, clip, alpha=0.55)
        for line in lines:
            canvas.line(line, style.color, width_px, clip, dash=style.dash)
    return lines


def _outline_of_all_sites(canvas: Canvas, frame: Frame, view: View, clip: Any) -> None:
    sites, index = view.launch_sites, view.speaking
    if not sites or index is None:
        return
    field = Field(frame, _OUTLINE_GRID_PX * canvas.unit)
    nearest_km = np.min([field.km_from(site.point) for site in sites], axis=0)
    for line in field.lines(nearest_km, view.rings[index].limit_km):
        canvas.line(line, ring_style(index).color, 1.4, clip, dash=(1.5, 3.0))
