"""A view as a PNG: the functions that put a picture together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import numpy as np
from matplotlib.patches import Circle

from geo.facts import LIGHT
from geo.link import PictureOptions, View
from geo.picture import flights, places, rings
from geo.picture.canvas import Canvas
from geo.picture.defence import Defence, find_circles
from geo.picture.distances import Distances, is_beside
from geo.picture.frame import Box, Frame
from geo.picture.furniture import (
    A4_PX,
    Foot,
    Head,
    card_foot_px,
    draw_card_foot,
    draw_foot,
    draw_scale,
    find_scale,
    foot_px,
)
from geo.picture.labels import Label, Room
from geo.picture.land import draw_land
from geo.picture.legend import Legend
from geo.picture.names import Namer
from geo.picture.views import frame_of
from geo.reach import flight_paths
from geo.share import captions, short_link
from geo.words import attribution

_USUAL_AREA_PX: Final = 1600 * 900
_CARD_UNIT: Final = 1.3  # of a card 1,200 pixels wide: it is looked at in half its size
_MOST_LEGEND: Final = 0.22  # of the height, below a map
_SIDE: Final = (0.32, 430.0)  # of the width, beside a round map, and its most in pixels of a screen
_WIDE: Final = 1.25  # from which width in heights on there is room beside a round map


@dataclass(frozen=True)
class Drawing:
    """A drawn picture: its canvas, and where its words and its furniture lie.

    Boxes of `labels` and `covered` are pixels of the map, whose own box within the picture is
    `map_box`.
    """

    canvas: Canvas
    frame: Frame
    map_box: Box
    labels: tuple[Label, ...]
    covered: tuple[Box, ...]


def draw_png(view: View, options: PictureOptions, root_url: str) -> bytes:
    """Return the picture of a view.

    Parameters
    ----------
    view
        What it shows.
    options
        Size and projection, and whether it is a card for a feed.
    root_url
        Address of the app, with its slash, for the link in the picture.

    Returns
    -------
    png
        The same bytes for the same input. Its text chunk `Projection` says where the map's pixels
        are: PROJ string, metres a pixel, easting and northing of the map's upper left corner, and
        the map's box within the picture.
    """
    drawing = draw_picture(view, options, root_url)
    box = drawing.map_box
    said = ",".join(str(round(each)) for each in (box.left, box.top, box.right, box.bottom))
    notes = {
        "Title": captions.title(view),
        "Description": attribution(view.lang),
        "Source": short_link(view, root_url),
        "Software": "Reachmap",
        "Projection": f"{drawing.frame.description()}; box={said}",
    }
    is_a4 = {options.width, options.height} == A4_PX
    return drawing.canvas.png(notes, 300.0 if is_a4 else 96.0)


def draw_picture(view: View, options: PictureOptions, root_url: str) -> Drawing:
    """Return a picture with where everything lies, as `draw_png` packs it."""
    unit = unit_of(options)
    said = Foot(short_link(view, root_url), view.lang, captions.unknown_signs(view))
    width, height = options.width, options.height
    whole = Canvas.blank(width, height, unit)
    head = Head(whole, view, is_card=options.card)
    top = head.height_px
    bottom = height - (
        card_foot_px((width, height)) if options.card else foot_px((width, height), unit, said)
    )
    head.draw(whole.part(Box(0, 0, width, top)))
    foot = whole.part(Box(0, bottom, width, height))
    if options.card:
        draw_card_foot(foot, said)
        map_box = Box(0, top, width, bottom)
    else:
        draw_foot(foot, said)
        map_box = _with_legend(whole, view, Box(0, top, width, bottom), options.projection)
    return _mapped(whole, view, map_box, options.projection)


def draw_bare_png(view: View, size: tuple[int, int], unit: float) -> bytes:
    """Return the map alone, with legend and scale: for a page that says the rest itself."""
    whole = Canvas.blank(*size, unit)
    map_box = _with_legend(whole, view, Box(0, 0, *size), "mercator")
    drawing = _mapped(whole, view, map_box, "mercator")
    return drawing.canvas.png({"Description": attribution(view.lang)}, 300.0)


def unit_of(options: PictureOptions) -> float:
    """Return pixels of the picture per pixel of a screen: larger pictures get larger words.

    Smaller ones get smaller words, but less so, to stay readable.
    """
    if options.card:
        return _CARD_UNIT * options.width / 1200.0
    scale = math.sqrt(options.width * options.height / _USUAL_AREA_PX)
    return scale if scale >= 1.0 else scale**0.5


def _with_legend(whole: Canvas, view: View, box: Box, projection: str) -> Box:
    """Draw the legend beside a round map, else below; return what is left for the map."""
    width, height = box.right - box.left, box.bottom - box.top
    rough = frame_of(view, projection, (round(width), round(height)), whole.unit)
    has_circles = bool(find_circles(rough, view, whole.unit))
    if projection != "mercator" and width > _WIDE * height:
        side = min(_SIDE[0] * width, _SIDE[1] * whole.unit)
        right = Box(box.right - side, box.top, box.right, box.bottom)
        _draw_side(whole, view, right, has_circles=has_circles)
        return Box(box.left, box.top, round(box.right - side), box.bottom)
    legend = Legend(whole, view, width, _MOST_LEGEND * height, has_circles=has_circles)
    bottom = round(box.bottom - legend.height)
    legend.draw(box.left, bottom)
    return Box(box.left, box.top, box.right, bottom)


def _draw_side(whole: Canvas, view: View, box: Box, *, has_circles: bool) -> None:
    """Draw distances and legend beside a round map, in the middle of its height."""
    width, height = box.right - box.left, box.bottom - box.top
    beside = [index for index, ring in view.shown_rings if is_beside(ring, view)]
    told = partial(Legend, whole, view, width, height, has_circles=has_circles)
    legend = told(but=frozenset(beside))
    distances = Distances(whole, view, width, height - legend.height)
    if not (distances.fits and view.scenario.legend):
        legend = told()
        legend.draw(box.left, box.top + max(0.0, (height - legend.height) / 2))
        return
    top = box.top + (height - distances.height - legend.height) / 2
    distances.draw(box.left, top)
    legend.draw(box.left, top + distances.height)


def _mapped(whole: Canvas, view: View, map_box: Box, projection: str) -> Drawing:
    """Draw the map into its box of the picture."""
    canvas = whole.part(map_box)
    size = (round(canvas.width), round(canvas.height))
    frame = frame_of(view, projection, size, whole.unit)
    labels, covered = draw_map(canvas, frame, view)
    return Drawing(whole, frame, map_box, tuple(labels), covered)


def draw_map(canvas: Canvas, frame: Frame, view: View) -> tuple[list[Label], tuple[Box, ...]]:
    """Draw the map with its scale and words; return the words, and what stands over the map."""
    whole = Box(0, 0, canvas.width, canvas.height)
    spots = places.find_spots(canvas, frame, view)
    stars = places.find_stars(canvas, frame, view)
    arcs = places.find_arcs(view)
    flown = flight_paths(view)
    defence = Defence(canvas, frame, view)
    tags = flights.find_tags(canvas, frame, flown)
    ends = flights.find_ends(canvas, frame, flown)
    points = [(star.x, star.y) for star in stars] + [(spot.x, spot.y) for spot in spots]
    scale = find_scale(canvas, frame, view, np.array(points).reshape(-1, 2))
    room = Room(whole, [scale.box], canvas.unit)
    room.take(flights.tag_boxes(canvas, tags))
    labels = Namer(canvas, view, room, defence.edges).write(frame, spots, stars, arcs, ends)
    clip = _background(canvas, frame, whole)
    draw_land(canvas, frame, clip)
    rings.draw_wash(canvas, frame, view, clip)
    defence.fill(clip)
    _draw_labels(canvas, [label for label in labels if label.kind == "region"])
    flights.draw_lines(canvas, frame, flown, clip)
    defence.draw_lines(clip)
    rings.draw_rings(canvas, frame, view, clip)
    places.draw_arcs(canvas, frame, arcs, clip)
    defence.mark_seen(spots)
    places.draw_places(canvas, spots)
    flights.draw_tags(canvas, tags)
    places.draw_stars(canvas, stars)
    _draw_labels(canvas, [label for label in labels if label.kind != "region"])
    draw_scale(canvas, scale)
    return labels, (scale.box,)


def _background(canvas: Canvas, frame: Frame, whole: Box) -> Any:
    """Fill the sea; return what a round map is clipped by, None where it fills the frame."""
    if frame.limb_px is None:
        canvas.rectangle(whole, LIGHT.sea)
        return None
    canvas.rectangle(whole, LIGHT.paper)
    middle = (canvas.width / 2, canvas.height / 2)
    sea = Circle(middle, frame.limb_px, fc=LIGHT.sea, ec=LIGHT.coast, zorder=canvas.above())
    canvas.axes.add_artist(sea)
    return Circle(middle, frame.limb_px, transform=canvas.axes.transData)


def _draw_labels(canvas: Canvas, labels: list[Label]) -> None:
    for label in labels:
        if label.line:
            canvas.line(np.array(label.line), LIGHT.ink, 0.9, None)
    for label in labels:
        if label.signs is not None:
            canvas.signs(
                label.text, label.signs, label.size_px, color=label.color, bold=label.bold,
                halo=label.kind != "region",
            )  # fmt: skip
            continue
        box = label.boxes[0]
        at = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        canvas.words(
            label.text, at, label.size_px, color=label.color, bold=label.bold, halo=True,
            align="center",
        )  # fmt: skip
