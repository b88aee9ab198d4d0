"""Places, launch sites and distance lines of a picture, and their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from geo.earth import Floats, LatLon, destinations, distances_and_azimuths, unwrap_longitudes
from geo.facts import LIGHT, NAME_RANK, Reach, ring_style
from geo.link import View
from geo.picture.canvas import Canvas, Labels
from geo.picture.frame import Frame
from geo.picture.symbols import Symbol, draw_place, draw_star, name_rank, symbol_px
from geo.reach import short_name, states_of
from geo.records import Place
from geo.words import format_length

_MOST_NAMES: Final = 160
_ARC_POINTS: Final = 257


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the picture: where, how far in reach, and of which ring."""

    place: Place
    x: float
    y: float
    state: Reach
    ring: int
    size_px: float


def find_spots(canvas: Canvas, frame: Frame, view: View) -> list[Spot]:
    """Return the places shown that lie within the frame."""
    places = view.places
    if not places:
        return []
    latlon = np.array([(place.lat, place.lon) for place in places])
    states = states_of(view.speaking_ring, latlon[:, 0], latlon[:, 1])
    speaking = -1 if view.speaking is None else view.speaking
    spots = []
    for row, (place, (x, y)) in enumerate(zip(places, frame.to_pixels(latlon), strict=True)):
        if not (0 <= x <= frame.width and 0 <= y <= frame.height):  # also refuses NaN
            continue
        ring = -1 if states[row] == "out" else speaking
        size_px = symbol_px(place) * canvas.unit
        spots.append(Spot(place, float(x), float(y), states[row], ring, size_px))
    return spots


def draw_places(canvas: Canvas, spots: list[Spot]) -> None:
    """Draw a symbol for each place: solid inside, half in the band, hollow outside."""
    for spot in sorted(spots, key=lambda spot: spot.state, reverse=True):  # the inside on top
        color = LIGHT.faint if spot.ring < 0 else ring_style(spot.ring).color
        symbol = Symbol(spot.place.layer, spot.state, color)
        draw_place(canvas, symbol, (spot.x, spot.y), spot.size_px)


def block_places(spots: list[Spot], labels: Labels) -> None:
    """Keep words off the places that matter."""
    for spot in spots:
        if name_rank(spot.place) > NAME_RANK.blocks:
            labels.block(spot.x, spot.y, spot.size_px)


def draw_sites(frame: Frame, view: View, labels: Labels) -> list[tuple[float, float, int]]:
    """Draw a star where rings start; return where, and the index of its ring.

    That is the active ring where it starts, elsewhere the first one there.
    """
    canvas = labels.canvas
    first = {ring.point: index for index, ring in reversed(view.shown_rings)}
    if view.speaking is None:
        return []
    first[view.rings[view.speaking].point] = view.speaking
    latlon = np.array([(point.lat, point.lon) for point in first])
    stars = []
    for index, (x, y) in zip(first.values(), frame.to_pixels(latlon), strict=True):
        if not (0 <= x <= frame.width and 0 <= y <= frame.height):
            continue
        draw_star(canvas, (x, y), 10 * canvas.unit, ring_style(index).color)
        labels.block(x, y, 9 * canvas.unit)
        stars.append((float(x), float(y), index))
    return stars


def label_sites(
    stars: list[tuple[float, float, int]], view: View, labels: Labels, size_px: float
) -> None:
    """Write the names of the launch sites."""
    for x, y, index in stars:
        name = view.short_site_name(view.rings[index])
        radius = 10 * labels.canvas.unit
        labels.place(name, _around(x, y, radius, (0, 8, 18, 32)), size_px, bold=True)


def label_places(
    frame: Frame, view: View, spots: list[Spot], labels: Labels, size_px: float
) -> None:
    """Write names by importance: the more of them, the larger the scale."""
    unit = labels.canvas.unit
    least = 3.55 + np.log2(max(frame.km_per_px * unit, 1e-3)) * 0.62
    ranked = [(_rank(spot.place, view.scenario.targets), spot) for spot in spots]
    ranked.sort(key=lambda each: -each[0])
    for rank, spot in [each for each in ranked if each[0] >= least][:_MOST_NAMES]:
        offsets = (0, 7, 16) if rank >= NAME_RANK.moves_away else (0,)
        labels.place(
            short_name(spot.place.name), _around(spot.x, spot.y, spot.size_px, offsets), size_px,
            color=LIGHT.faint if spot.state == "out" else LIGHT.ink, bold=spot.state != "out",
        )  # fmt: skip


def _rank(place: Place, asked: tuple[str, ...]) -> float:
    return NAME_RANK.asked if place.id in asked else name_rank(place)


def _around(
    x: float, y: float, radius: float, offsets: tuple[float, ...]
) -> list[tuple[float, float, str]]:
    spots = []
    for more in offsets:
        r = radius + more
        spots += [(x + r + 4, y, "left"), (x - r - 4, y, "right")]
        spots += [(x, y - r - 9, "center"), (x, y + r + 9, "center")]
        if more:
            spots += [(x + r, y - r, "left"), (x + r, y + r, "left")]
            spots += [(x - r, y - r, "right"), (x - r, y + r, "right")]
    return spots


def draw_arcs(canvas: Canvas, frame: Frame, view: View, clip: Any) -> list[tuple[str, Floats]]:
    """Draw the shortest ways from the active site to the places asked about; return their words."""
    ring = view.speaking_ring
    if ring is None:
        return []
    site, said = ring.point, []
    for place in view.targets:
        km, azimuth_deg = distances_and_azimuths(site, [place.lat], [place.lon])
        way = _way(site, float(km[0]), float(azimuth_deg[0]))
        for line in frame.lines(way):
            canvas.line(line, LIGHT.ink, 1.3, clip)
        length = format_length(float(km[0]), view.units, view.lang)
        said.append((f"{short_name(place.name)} {length}", frame.to_pixels(way)))
    return said


def _way(site: LatLon, km: float, azimuth_deg: float) -> Floats:
    lengths_km = np.linspace(0.0, km, _ARC_POINTS)
    way = destinations(site.lat, site.lon, azimuth_deg, lengths_km)
    way[:, 1] = unwrap_longitudes(way[:, 1])
    return way


def label_arcs(arcs: list[tuple[str, Floats]], labels: Labels, size_px: float) -> None:
    """Write on each line where it leads and how long it is."""
    for text, pixels in arcs:
        spots = []
        for part in (0.6, 0.65, 0.7, 0.55, 0.75, 0.5, 0.8, 0.45, 0.85, 0.4, 0.9, 0.35):
            x, y = pixels[round(part * (len(pixels) - 1))]
            if np.isfinite(x) and np.isfinite(y):
                spots.append((float(x), float(y), "center"))
        labels.place(text, spots, size_px, bold=True)
