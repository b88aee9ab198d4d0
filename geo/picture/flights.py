"""Test flights of a picture: lines to where they came down, and a tag at the site of all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.path import Path as Outline

from geo.earth import Floats
from geo.facts import (
    FLIGHT_LINE_ALPHA,
    FLIGHT_LINE_PX,
    FLIGHT_MARK_PX,
    LIGHT,
    SYMBOLS,
    TAG_APART_PX,
    TAG_PX,
    TAG_SYMBOL,
    flight_look,
)
from geo.picture.canvas import Canvas
from geo.picture.frame import Box, Frame
from geo.picture.places import is_seen
from geo.reach import FlightPath

_HALO_PX: Final = 1.8  # around marks
_EDGE_PX: Final = 1.1
_NUMBER_PX: Final = 10.0
_SAG: Final = 1.9  # radii of a tag below its site, to its middle: its roof points there


@dataclass(frozen=True, slots=True)
class FlightMark:
    """What a mark says: how a flight went (an id of FLIGHT_LOOKS), and whether its apogee is a
    floor; or `tag`, of flights without a line.
    """

    look: str
    is_floor: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """Where flights without a line hang, and how many."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class End:
    """Where a flight came down, on the picture."""

    path: FlightPath
    x: float
    y: float
    size_px: float


def find_ends(canvas: Canvas, frame: Frame, paths: list[FlightPath]) -> list[End]:
    """Return the ends of all lines that are in view."""
    ends = []
    for path in paths:
        if path.line is None:
            continue
        x, y = map(float, frame.to_pixels(path.line[-1:])[0])
        if is_seen(frame, x, y):
            ends.append(End(path, x, y, FLIGHT_MARK_PX * canvas.unit))
    return ends


def find_tags(canvas: Canvas, frame: Frame, paths: list[FlightPath]) -> list[Tag]:
    """Return one tag for the flights without a line of sites that stand close together.

    It hangs on that of them with the most flights.
    """
    counts: dict[tuple[float, float], int] = {}
    for path in paths:
        if path.line is None:
            at = (path.site.lat, path.site.lon)
            counts[at] = counts.get(at, 0) + 1
    tags: list[Tag] = []
    for (lat, lon), count in sorted(counts.items(), key=lambda each: -each[1]):
        x, y = map(float, frame.to_pixels(np.array([[lat, lon]]))[0])
        if not is_seen(frame, x, y):
            continue
        near = (i for i, tag in enumerate(tags) if np.hypot(tag.x - x, tag.y - y) < _apart(canvas))
        index = next(near, None)
        if index is None:
            tags.append(Tag(x, y, count))
        else:
            tags[index] = Tag(tags[index].x, tags[index].y, tags[index].count + count)
    return tags


def _apart(canvas: Canvas) -> float:
    return TAG_APART_PX * canvas.unit


def tag_boxes(canvas: Canvas, tags: list[Tag]) -> list[Box]:
    """Return what tags cover: words keep off it."""
    r = TAG_PX * canvas.unit
    return [Box(tag.x - r, tag.y, tag.x + r, tag.y + (_SAG + 1.0) * r) for tag in tags]


def draw_lines(canvas: Canvas, frame: Frame, paths: list[FlightPath], clip: Any) -> None:
    """Draw the lines of flights, then the marks at their ends."""
    lines = [(path, frame.lines(path.line)) for path in paths if path.line is not None]
    for path, parts in lines:
        for part in parts:
            dash = flight_look(path.look).dash
            alpha = FLIGHT_LINE_ALPHA
            canvas.line(part, LIGHT.ink, FLIGHT_LINE_PX, clip, dash=dash, alpha=alpha)
    for path, parts in lines:
        for part in parts:
            _draw_end(canvas, frame, path, part)


def draw_tags(canvas: Canvas, tags: list[Tag]) -> None:
    """Draw the tags, each hanging on its site, with their numbers."""
    radius, size = TAG_PX * canvas.unit, _NUMBER_PX * canvas.unit
    for tag in tags:
        draw_mark(canvas, FlightMark(TAG_SYMBOL), (tag.x, tag.y + _SAG * radius), radius)
        words = (tag.x, tag.y + (_SAG + 0.15) * radius)
        canvas.words(str(tag.count), words, size, bold=True, align="center")


def _draw_end(canvas: Canvas, frame: Frame, path: FlightPath, part: Floats) -> None:
    """Draw the mark of a flight at the end of its line, where that is on the map."""
    x, y = part[-1]
    if not is_seen(frame, x, y):
        return
    across, down = part[-1] - part[-2]
    mark = FlightMark(path.look, path.is_floor)
    draw_mark(canvas, mark, (x, y), FLIGHT_MARK_PX * canvas.unit, float(np.arctan2(down, across)))


def draw_mark(
    canvas: Canvas, mark: FlightMark, at: tuple[float, float], radius: float, turn: float = 0.0
) -> None:
    """Draw a mark: solid, or hollow for a floor; `turn` is the way that it flew, in radians."""
    is_tag = mark.look == TAG_SYMBOL
    look = None if is_tag else flight_look(mark.look)
    if look is None or not look.is_turned:
        turn = 0.0
    outline = np.array(SYMBOLS[look.symbol if look else TAG_SYMBOL])
    turned = outline @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    path = Outline(np.array([*turned, turned[0]]) * radius + np.array(at))
    fill = LIGHT.paper if mark.is_floor or is_tag else LIGHT.ink
    canvas.area(path, LIGHT.paper, None, ec=LIGHT.paper, lw=_EDGE_PX + _HALO_PX)
    canvas.area(path, fill, None, ec=LIGHT.ink, lw=_EDGE_PX)
