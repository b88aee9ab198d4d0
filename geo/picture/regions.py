"""Countries and regions in quiet, wide capitals, behind all else and only where nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from geo.catalog import Region, load_regions
from geo.earth import Floats
from geo.letters import clusters, drawn
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.frame import Box, Frame
from geo.picture.labels import Label, Room
from geo.picture.ringlines import RingLines

_COLOR: Final = "#7f8a93"
_SIZES_PX: Final = (12.5, 11.0, 10.0)  # by rank
_TRACKING: Final = 0.28  # between letters, in heights of a line
_HEIGHT: Final = 1.1
_FIT: Final = 0.85  # how much of its own width a region's name may take
_AWAY: Final = np.linspace(-1.0, 1.0, 5)  # from its middle, in what is left of its half
_BESIDE_DEG: Final = 0.5  # to the points by which its pixels are measured


def region_labels(
    canvas: Canvas, frame: Frame, view: View, room: Room, lines: RingLines
) -> list[Label]:
    """Return the names of countries and regions that fit between all other words."""
    labels = []
    for region in load_regions(view.lang):
        label = _place(canvas, frame, region, room, lines)
        if label:
            room.take(label.boxes)
            labels.append(label)
    return labels


def _place(
    canvas: Canvas, frame: Frame, region: Region, room: Room, lines: RingLines
) -> Label | None:
    """Return a region's name about its middle, or none: it may neither crowd nor leave it."""
    row = min(max(region.rank, 1), len(_SIZES_PX)) - 1
    size = _SIZES_PX[row] * canvas.unit
    text = drawn(region.name.upper())
    advances = [canvas.measure(sign, size) + _TRACKING * size for sign in clusters(text)]
    width = sum(advances) - _TRACKING * size
    middle, half = _extent(frame, region)
    if not np.isfinite([*middle, *half]).all() or width * _FIT > 2 * half[0]:
        return None
    own = np.array([width / 2, size * _HEIGHT / 2])
    steps = np.maximum(half - own, size / 3)
    ways = np.stack(np.meshgrid(_AWAY, _AWAY), axis=-1).reshape(-1, 2)
    ways = ways[np.argsort(np.hypot(*ways.T), kind="stable")]
    middles = middle + ways * steps
    boxes = np.concatenate([middles - own, middles + own], axis=1)
    free = room.are_free(boxes) & ~room.cover(boxes)
    if not free.any():
        return None
    chosen = boxes[int(np.argmax(free.astype(int) + (free & ~lines.cross(boxes))))]
    ends = chosen[0] + np.concatenate([[0.0], np.cumsum(advances)])
    y = float(chosen[1] + chosen[3]) / 2
    signs = np.array([((a + b - _TRACKING * size) / 2, y, 0.0) for a, b in pairwise(ends.tolist())])
    box = Box(*chosen.tolist())
    return Label(text, "region", (box,), size, _COLOR, region.id, signs=signs)


def _extent(frame: Frame, region: Region) -> tuple[Floats, Floats]:
    """Return a region's middle, and how far its land goes on across and down, in pixels."""
    lat, lon = region.lat, region.lon
    beside = [(lat, lon), (lat, lon + _BESIDE_DEG), (lat + _BESIDE_DEG, lon)]
    middle, across, up = frame.to_pixels(np.array(beside))
    up_deg, across_deg = region.half_deg
    half = np.abs([(across - middle)[0] * across_deg, (up - middle)[1] * up_deg]) / _BESIDE_DEG
    return middle, half
