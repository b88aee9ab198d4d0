"""All of missile defence that one picture shows, drawn between its other parts."""

from __future__ import annotations

from typing import Any

from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.defence.circles import circle_edges, draw_circles, find_circles
from geo.picture.defence.sectors import draw_fills, draw_outlines, draw_seen, sector_edges
from geo.picture.frame import Frame
from geo.picture.places import Spot
from geo.picture.ringlines import Edge
from geo.reach import radar_sectors


class Defence:
    """The sectors and circles of one view, on one map."""

    def __init__(self, canvas: Canvas, frame: Frame, view: View) -> None:
        """Find them."""
        self.canvas, self.frame, self.view = canvas, frame, view
        self.sectors = radar_sectors(view)
        self.circles = find_circles(frame, view, canvas.unit)

    @property
    def edges(self) -> list[Edge]:
        """Their lines, which bear words."""
        arcs = sector_edges(self.canvas, self.frame, self.view, self.sectors)
        return [*arcs, *circle_edges(self.canvas, self.view, self.circles)]

    def fill(self, clip: Any) -> None:
        """Fill the sectors."""
        draw_fills(self.canvas, self.frame, self.sectors, clip)

    def draw_lines(self, clip: Any) -> None:
        """Draw circles and outlines."""
        draw_circles(self.canvas, self.circles, clip)
        draw_outlines(self.canvas, self.frame, self.sectors, clip)

    def mark_seen(self, spots: list[Spot]) -> None:
        """Draw rings about the places that lie in a sector."""
        draw_seen(self.canvas, spots, self.sectors)
