"""Elements of KML 2.2: text that is only ever text, folders, placemarks, geometry.

Children stand in the order that the schema of KML asks for. Words may come from a link and so
from anyone: names are plain text, and descriptions, which Google Earth shows as HTML, are escaped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final
from xml.etree import ElementTree as ET

import numpy as np
import shapely
from shapely import Polygon

from geo.earth import Floats, LatLon, to_lonlat
from geo.kml.geometry import coordinates_text

KML: Final = "http://www.opengis.net/kml/2.2"
ATOM: Final = "http://www.w3.org/2005/Atom"
ET.register_namespace("", KML)
ET.register_namespace("atom", ATOM)

# All that XML 1.0 has no way to write, and the carriage return, which readers turn into a newline.
_NOT_XML: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_FILLED_IN: Final = "$["  # as in `$[description]`


@dataclass(frozen=True, slots=True)
class About:
    """What a feature says of itself: its name, lines of words, and one address to follow."""

    name: str
    lines: tuple[str, ...] = ()
    url: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


def xml_text(text: str) -> str:
    """Return text without the characters that XML 1.0 forbids, its letters composed.

    It is drawn from here, as on a picture: not every program puts letters pasted on a Mac together.
    """
    return unicodedata.normalize("NFC", _NOT_XML.sub("", text))


def plain_name(text: str) -> str:
    """Return a name in which Google Earth fills in nothing: it would, after a `$[`.

    A blank of no width parts the two signs, for a name has no way to write either otherwise.
    """
    return text.replace(_FILLED_IN, "$\u200b[")


def child(parent: ET.Element, tag: str, text: str = "", namespace: str = KML) -> ET.Element:
    """Append an element with a text, and return it."""
    element = ET.SubElement(parent, f"{{{namespace}}}{tag}")
    if text:
        element.text = xml_text(text)
    return element


def folder(parent: ET.Element, about: About) -> ET.Element:
    """Append an empty folder."""
    element = child(parent, "Folder")
    child(element, "name", plain_name(about.name))
    _describe(element, about)
    return element


def placemark(parent: ET.Element, about: About, style: str) -> ET.Element:
    """Append a placemark without geometry; `style` is the id of a shared style."""
    element = child(parent, "Placemark")
    child(element, "name", plain_name(about.name))
    _describe(element, about)
    child(element, "styleUrl", f"#{style}")
    if about.data:
        extended = child(element, "ExtendedData")
        for key, value in about.data.items():
            data = child(extended, "Data")
            data.set("name", key)
            child(data, "value", value)
    return element


def description_html(lines: Iterable[str], url: str = "") -> str:
    """Return lines as HTML in which every character of them shows as it is."""
    parts = [escape(line, quote=False) for line in lines]
    if url:
        safe = escape(url)
        is_web = url.startswith(("https://", "http://"))
        parts.append(f'<a href="{safe}">{safe}</a>' if is_web else safe)
    return "<br>\n".join(parts).replace(_FILLED_IN, "&#36;[")  # the same sign, but to Google Earth


def _describe(element: ET.Element, about: About) -> None:
    if about.lines or about.url:
        child(element, "Snippet").set("maxLines", "0")  # else the tree repeats the first lines
        child(element, "description", description_html(about.lines, about.url))


def add_point(parent: ET.Element, point: LatLon) -> None:
    """Append a point on the ground."""
    lonlat = to_lonlat(np.array([[point.lat, point.lon]]))
    child(child(parent, "Point"), "coordinates", coordinates_text(lonlat))


def add_lines(parent: ET.Element, lines: Iterable[Floats], end: LatLon | None = None) -> None:
    """Append lines of (lat, lon), draped over the ground, as one geometry; with a mark at `end`."""
    whole = child(parent, "MultiGeometry")
    if end is not None:
        add_point(whole, end)
    _add_lines(whole, lines)


def _add_lines(parent: ET.Element, lines: Iterable[Floats]) -> None:
    for line in lines:
        element = child(parent, "LineString")
        child(element, "tessellate", "1")
        child(element, "coordinates", coordinates_text(to_lonlat(line)))


def add_polygons(
    parent: ET.Element, polygons: Iterable[Polygon], lines: Iterable[Floats] = ()
) -> None:
    """Append polygons of (lon, lat), draped over the ground, as one geometry; and lines."""
    whole = child(parent, "MultiGeometry")
    _add_lines(whole, lines)
    for polygon in polygons:
        element = child(whole, "Polygon")
        child(element, "tessellate", "1")
        _add_ring(child(element, "outerBoundaryIs"), polygon.exterior)
        for hole in polygon.interiors:
            _add_ring(child(element, "innerBoundaryIs"), hole)


def _add_ring(parent: ET.Element, ring: shapely.LinearRing) -> None:
    lonlat = shapely.get_coordinates(ring)
    child(child(parent, "LinearRing"), "coordinates", coordinates_text(lonlat))
