"""Missile defence in a picture: sectors of radars, circles of interceptors, where a ring starts."""

from geo.picture.defence.circles import Circle, circle_edges, draw_circles, find_circles
from geo.picture.defence.samples import draw_sample
from geo.picture.defence.sectors import (
    draw_fills,
    draw_outlines,
    draw_seen,
    sector_edges,
)

__all__ = [
    "Circle",
    "circle_edges",
    "draw_circles",
    "draw_fills",
    "draw_outlines",
    "draw_sample",
    "draw_seen",
    "find_circles",
    "sector_edges",
]
