"""Places, launch sites and distance lines of a picture: where they are, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from geo.earth import Floats, LatLon, destinations, distances_and_azimuths, unwrap_longitudes
from geo.facts import LIGHT, Reach, ring_style
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.frame import Frame
from geo.picture.symbols import Symbol, draw_center, draw_symbols, symbol_px
from geo.reach import STATES, states_of
from geo.records import Place

_STAR_PX: Final = 10.0
_CENTER_PX: Final = 8.5
_ARC_POINTS: Final = 257


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the picture: where, and how the ring that the view speaks of reaches it."""

    place: Place
    x: float
    y: float
    state: Reach
    size_px: float


@dataclass(frozen=True, slots=True)
class Star:
    """Where rings start on the picture, and the ring whose colour it has.

    `layer` is that of the place that the ring is around, None where it starts at a launch site or
    at a point that someone typed.
    """

    x: float
    y: float
    ring: int
    size_px: float
    layer: str | None = None


@dataclass(frozen=True, slots=True)
class Arc:
    """The shortest way to a place asked about, and its length."""

    place: Place
    km: float
    way: Floats


def find_spots(canvas: Canvas, frame: Frame, view: View) -> list[Spot]:
    """Return the places shown or asked for that lie within the frame.

    Those that rings are around stand among the stars.
    """
    asked = {*view.scenario.names, *(view.scenario.targets if view.shows("arcs") else ())}
    asked |= {each.radar for each in view.scenario.radars}  # what a link turns is seen
    shown = {place.id: place for place in view.places}
    shown |= {place.id: place for place in view.standing if place.id in asked}
    centers = {center.id for _, ring in view.shown_rings if (center := view.center(ring))}
    places = [place for place in shown.values() if place.id not in centers]
    if not places:
        return []
    latlon = np.array([(place.lat, place.lon) for place in places])
    states = states_of(view.speaking_ring, latlon[:, 0], latlon[:, 1])
    return [
        Spot(place, float(x), float(y), state, symbol_px(place) * canvas.unit)
        for place, state, (x, y) in zip(places, states, frame.to_pixels(latlon), strict=True)
        if is_seen(frame, x, y)
    ]


def is_seen(frame: Frame, x: float, y: float) -> bool:
    """Return whether a pixel lies on the map; NaN, which is behind a globe, does not."""
    return bool(0 <= x <= frame.width and 0 <= y <= frame.height)


def draw_places(canvas: Canvas, spots: list[Spot]) -> None:
    """Draw a symbol for each place: solid inside, half in the band, hollow outside."""
    order = sorted(spots, key=lambda spot: (STATES.index(spot.state), spot.size_px), reverse=True)
    draw_symbols(  # the inside on top, and the small ones on large ones
        canvas,
        [(Symbol(each.place.layer, each.state), (each.x, each.y), each.size_px) for each in order],
    )


def find_stars(canvas: Canvas, frame: Frame, view: View) -> list[Star]:
    """Return where rings start, with the colour of one of them.

    That is the ring that the view speaks of where it starts, elsewhere the first one there.
    """
    first = {ring.point: index for index, ring in reversed(view.shown_rings)}
    if view.speaking is None:
        return []
    first[view.rings[view.speaking].point] = view.speaking
    latlon = np.array([(point.lat, point.lon) for point in first])
    return [
        _star(canvas, view, index, (float(x), float(y)))
        for index, (x, y) in zip(first.values(), frame.to_pixels(latlon), strict=True)
        if is_seen(frame, x, y)
    ]


def _star(canvas: Canvas, view: View, index: int, at: tuple[float, float]) -> Star:
    center = view.center(view.rings[index])
    size_px = _CENTER_PX if center else _STAR_PX
    return Star(*at, index, size_px * canvas.unit, center.layer if center else None)


def draw_stars(canvas: Canvas, stars: list[Star]) -> None:
    """Draw a star where rings start, or the symbol of the place that they are around."""
    for star in stars:
        color = ring_style(star.ring).color
        draw_center(canvas, star.layer, (star.x, star.y), star.size_px, color)


def find_arcs(view: View) -> list[Arc]:
    """Return the shortest ways from the site that the view speaks of to the places asked about."""
    ring = view.speaking_ring
    if ring is None or not view.shows("arcs"):
        return []
    arcs = []
    for place in view.targets:
        km, azimuth_deg = distances_and_azimuths(ring.point, [place.lat], [place.lon])
        way = _way(ring.point, float(km[0]), float(azimuth_deg[0]))
        arcs.append(Arc(place, float(km[0]), way))
    return arcs


def draw_arcs(canvas: Canvas, frame: Frame, arcs: list[Arc], clip: Any) -> None:
    """Draw the ways; their lengths stand at their ends."""
    for arc in arcs:
        for line in frame.lines(arc.way):
            canvas.line(line, LIGHT.ink, 1.3, clip)


def _way(site: LatLon, km: float, azimuth_deg: float) -> Floats:
    lengths_km = np.linspace(0.0, km, _ARC_POINTS)
    way = destinations(site.lat, site.lon, azimuth_deg, lengths_km)
    way[:, 1] = unwrap_longitudes(way[:, 1])
    return way
