"""Radar sectors of a picture: fills, outlines, rings about the places seen, and what words say.

A fill is drawn where distances and azimuths say so, as the wash of a ring (geo/picture/rings.py):
poles, the antimeridian and the far side of a globe need no special care. Nested ones add up.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from matplotlib.path import Path as Outline

from geo.earth import (
    Floats,
    Sector,
    destinations,
    off_boresight_deg,
    sector_line,
    unwrap_longitudes,
)
from geo.facts import LIGHT, SECTOR_LOOK
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.frame import Box, Frame
from geo.picture.places import Spot
from geo.picture.ringlines import Edge, in_view
from geo.picture.rings import MOST_BELOW_KM, Field
from geo.reach import RadarSector, is_guessed, sector_name, sector_range, seen_by

_HALO_ALPHA: Final = 0.55
_MOST_POINTS: Final = 16_000  # of the grid of a fill
_LEAST_STEP_PX: Final = 1.5
_LEAST_LABEL_PX: Final = 28.0  # a shorter range on the map bears no words


def draw_fills(canvas: Canvas, frame: Frame, shown: list[RadarSector], clip: Any) -> None:
    """Fill the sectors, widest first; the widest are outlines, unless a link asks for them."""
    fields: dict[Box, Field] = {}
    for each in shown:
        sector = each.sector
        if sector.range_km > SECTOR_LOOK.filled_km and each.direction != "link":
            continue
        box = _extent(frame, sector)
        if box is None:
            continue
        field = fields.get(box) or _field(frame, box)
        fields[box] = field
        for outline in _inside(field, sector):
            canvas.area(outline, LIGHT.radar, clip, alpha=SECTOR_LOOK.fill_alpha)


def _extent(frame: Frame, sector: Sector) -> Box | None:
    """Return what of the map a sector may take, the whole of it where that is not plain."""
    whole = Box(0.0, 0.0, frame.width, frame.height)
    line = sector_line(sector)
    pixels = np.concatenate(frame.lines(line) or [np.full((1, 2), np.nan)])
    is_plain = frame.limb_px is None or np.isfinite(frame.to_pixels(line)).all()
    if not is_plain or np.abs(line[:, 0]).max() > 80.0 or np.ptp(line[:, 1]) > 180.0:
        return whole
    (left, top), (right, bottom) = pixels.min(axis=0) - 2.0, pixels.max(axis=0) + 2.0
    cut = Box(max(left, 0.0), max(top, 0.0), min(right, whole.right), min(bottom, whole.bottom))
    return cut if cut.right > cut.left and cut.bottom > cut.top else None


def _field(frame: Frame, box: Box) -> Field:
    area = (box.right - box.left) * (box.bottom - box.top)
    return Field(frame, max(_LEAST_STEP_PX, float(np.sqrt(area / _MOST_POINTS))), box)


def _inside(field: Field, sector: Sector) -> list[Outline]:
    """Return where points are in range and, but for a round one, between the edges.

    Both are told in kilometres, over the range and beside the nearer edge, so that the line
    between two points of the grid is straight.
    """
    distances_km, azimuths_deg = field.ways_from(sector.center)
    over_km = distances_km - sector.range_km
    if not sector.is_round:
        off_deg = off_boresight_deg(sector, azimuths_deg)
        beside = np.clip(off_deg - sector.width_deg / 2.0, -90.0, 90.0)
        over_km = np.maximum(over_km, distances_km * np.sin(np.radians(beside)))
    return field.between(over_km, MOST_BELOW_KM, 0.0)


def draw_outlines(canvas: Canvas, frame: Frame, shown: list[RadarSector], clip: Any) -> None:
    """Draw the outlines: dashed where nobody published which way the radar looks."""
    for each in shown:
        lines = frame.lines(sector_line(each.sector))
        dash = SECTOR_LOOK.dash if is_guessed(each) else ()
        for line in lines:
            canvas.line(line, LIGHT.paper, SECTOR_LOOK.line_px + 1.6, clip, alpha=_HALO_ALPHA)
        for line in lines:
            canvas.line(line, LIGHT.radar, SECTOR_LOOK.line_px, clip, dash=dash)


def draw_seen(canvas: Canvas, spots: list[Spot], shown: list[RadarSector]) -> None:
    """Draw a ring about the places in a sector, but not about what stands at its centre."""
    if not spots or not shown:
        return
    places = [spot.place for spot in spots]
    seen = np.zeros(len(spots), dtype=bool)
    for each in shown:
        here = [place.point == each.sector.center for place in places]
        seen |= np.array(seen_by(each.sector, places)) & ~np.array(here)
    rings = [_circle(spot, canvas.unit) for spot, is_in in zip(spots, seen, strict=True) if is_in]
    count, color = len(rings), LIGHT.radar
    canvas.areas(rings, ["none"] * count, [color] * count, [SECTOR_LOOK.line_px] * count)


def _circle(spot: Spot, unit: float) -> Outline:
    turns = np.linspace(0.0, 2.0 * np.pi, 49)
    radius = spot.size_px + SECTOR_LOOK.seen_px * unit
    around = np.stack([np.cos(turns), np.sin(turns)], axis=-1)
    return Outline(np.array([spot.x, spot.y]) + radius * around)


def sector_edges(canvas: Canvas, frame: Frame, view: View, shown: list[RadarSector]) -> list[Edge]:
    """Return the arcs of the sectors as lines that bear words: who says so, or the range alone."""
    edges = []
    for each in shown:
        sector = each.sector
        if sector.range_km / frame.km_per_px < _LEAST_LABEL_PX * canvas.unit:
            continue
        arc = _arc(sector)
        number = sector_range(each, view)
        edges.append(
            Edge(
                None, LIGHT.radar, number, number, sector_name(each, view),
                tuple(in_view(frame, arc)), frame.to_pixels(arc[len(arc) // 2 :][:1])[0],
                "sector", each.radar.id,
            )
        )  # fmt: skip
    return edges


def _arc(sector: Sector) -> Floats:
    """Return the far end of a sector, clockwise; its middle is where the radar looks."""
    steps = 2 * int(np.ceil(sector.width_deg)) + 1
    azimuths_deg = np.linspace(*sector.edges_deg, steps)
    center = sector.center
    arc = destinations(center.lat, center.lon, azimuths_deg, np.full(steps, sector.range_km))
    arc[:, 1] = unwrap_longitudes(arc[:, 1])
    return arc
