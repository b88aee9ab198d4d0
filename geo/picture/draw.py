"""A view as a PNG: the one function that puts a picture together."""

from __future__ import annotations

import math
from typing import Any, Final

from matplotlib.patches import Circle

from geo.facts import LIGHT
from geo.link import PictureOptions, View
from geo.picture import places, rings
from geo.picture.canvas import Canvas, Labels
from geo.picture.frame import Box, Frame
from geo.picture.furniture import draw_foot, draw_head, draw_scale, layout, scale_box
from geo.picture.land import draw_land
from geo.picture.legend import Legend
from geo.picture.views import frame_of
from geo.share import captions, short_link
from geo.words import attribution

_USUAL_AREA_PX: Final = 1600 * 900
_A4_PX: Final = {3508, 2480}  # at 300 dots per inch


def draw_png(view: View, options: PictureOptions, root_url: str) -> bytes:
    """Return the picture of a view.

    Parameters
    ----------
    view
        What it shows.
    options
        Size and projection.
    root_url
        Address of the app, with its slash, for the link in the picture.

    Returns
    -------
    png
        The same bytes for the same input. Its text chunk `Projection` says where the map's pixels
        are: PROJ string, metres a pixel, easting and northing of the map's upper left corner, and
        the map's box within the picture.
    """
    unit = unit_of(options)
    link = short_link(view, root_url)
    parts = layout((options.width, options.height), unit, link, view.lang)
    whole = Canvas.blank(options.width, options.height, unit)
    top, bottom = parts.head_px, options.height - parts.foot_px
    frame = frame_of(view, options.projection, (options.width, bottom - top), unit)
    draw_map(whole.part(Box(0, top, options.width, bottom)), frame, view)
    draw_head(whole.part(Box(0, 0, options.width, top)), view)
    draw_foot(whole.part(Box(0, bottom, options.width, options.height)), link, view.lang)
    box = f"box=0,{top},{options.width},{bottom}"
    notes = {
        "Title": captions.title(view),
        "Description": attribution(view.lang),
        "Source": link,
        "Software": "Reachmap",
        "Projection": f"{frame.description()}; {box}",
    }
    is_a4 = {options.width, options.height} == _A4_PX
    return whole.png(notes, 300.0 if is_a4 else 96.0)


def draw_bare_png(view: View, size: tuple[int, int], unit: float) -> bytes:
    """Return the map alone, with legend and scale: for a page that says the rest itself."""
    whole = Canvas.blank(*size, unit)
    frame = frame_of(view, "mercator", size, unit)
    draw_map(whole, frame, view)
    return whole.png({"Description": attribution(view.lang)}, 300.0)


def unit_of(options: PictureOptions) -> float:
    """Return pixels of the picture per pixel of a screen: larger pictures get larger words.

    Smaller ones get smaller words, but less so, to stay readable.
    """
    scale = math.sqrt(options.width * options.height / _USUAL_AREA_PX)
    return scale if scale >= 1.0 else scale**0.5


def draw_map(canvas: Canvas, frame: Frame, view: View) -> None:
    """Draw the map with its legend, scale and labels."""
    whole = Box(0, 0, canvas.width, canvas.height)
    clip = None
    canvas.rectangle(whole, LIGHT.sea if frame.limb_px is None else LIGHT.paper)
    if frame.limb_px is not None:
        middle = (canvas.width / 2, canvas.height / 2)
        clip = Circle(middle, frame.limb_px, transform=canvas.axes.transData)
        sea = Circle(middle, frame.limb_px, fc=LIGHT.sea, ec=LIGHT.coast, zorder=canvas.above())
        canvas.axes.add_artist(sea)
    draw_land(canvas, frame, clip)
    rings.draw_rings(canvas, frame, view, clip)
    arcs = []
    if view.shows("arcs"):
        arcs = places.draw_arcs(canvas, frame, view, clip)
    spots = places.find_spots(canvas, frame, view)
    places.draw_places(canvas, spots)
    legend = Legend(canvas, view, whole)
    scale, scale_px, scale_text = scale_box(canvas, frame, view, whole)
    labels = Labels(canvas, whole, [legend.box, scale])
    _label(frame, view, labels, (spots, arcs))
    legend.draw()
    draw_scale(canvas, scale, scale_px, scale_text)


def _label(frame: Frame, view: View, labels: Labels, drawn: tuple[Any, Any]) -> None:
    """Write all words, the most important first."""
    spots, arcs = drawn
    unit = labels.canvas.unit
    stars = places.draw_sites(frame, view, labels)
    places.block_places(spots, labels)
    rings.label_rings(frame, view, labels, 15 * unit)
    places.label_arcs(arcs, labels, 13 * unit)
    places.label_sites(stars, view, labels, 14 * unit)
    places.label_places(frame, view, spots, labels, 13 * unit)
