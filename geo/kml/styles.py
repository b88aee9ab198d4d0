"""Shared styles of the KML: rings in the colours of the map, places by layer and reach.

The plain KML names no icon, for Google Earth would fetch it: its built-in pin is tinted. The KMZ
carries symbols of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final
from xml.etree import ElementTree as ET

from geo.facts import (
    DARK,
    FLIGHT_LOOKS,
    LIGHT,
    PLACE_LAYER_IDS,
    TAG_SYMBOL,
    Reach,
    flight_look,
    place_layer,
    ring_style,
)
from geo.kml.elements import child
from geo.kml.icons import icon_png
from geo.link import View
from geo.reach import STATES

LINE_WIDTH: Final = 2.5
EDGE_WIDTH: Final = 1.5
SITE_STYLE: Final = "site"
ENVELOPE_STYLE: Final = "envelope"
SECTOR_STYLE: Final = "radar-sector"
GUESSED_STYLE: Final = "radar-sector-guessed"  # KML has no dashes: a thinner line
CIRCLE_STYLE: Final = "interceptors"
_FILL_ALPHA: Final = 26  # of 255, a tenth: the ground shows through twelve rings, too
_ALPHAS: Final[dict[Reach, int]] = {"in": 255, "band": 215, "out": 160}
_PIN_SCALES: Final[dict[Reach, float]] = {"in": 1.0, "band": 0.8, "out": 0.6}
_LABEL_SCALES: Final[dict[Reach, float]] = {"in": 0.8, "band": 0.7, "out": 0.6}
_ICON_SHRINK: Final = 0.7  # a symbol is all colour, a pin mostly needle
_SITE_SCALE: Final = 1.1
_SECTOR_ALPHA: Final = 20  # nested ones add up
_CIRCLE_COLOR: Final = "#ffffff"
_CIRCLE_ALPHA: Final = 150
_FLIGHT_KINDS: Final = (
    *product((look.id for look in FLIGHT_LOOKS), (False, True)),
    (TAG_SYMBOL, False),
)
_FLIGHT_COLOR: Final = "#f7e7c4"  # a light that reads over sea and land
_FLIGHT_WIDTHS: Final = {"lofted": 1.5, "failed": 1.0}
_FLIGHT_SCALE: Final = 0.6
_ENVELOPE_ALPHA: Final = 150  # it belongs to the active ring, and KML has no dashes


def place_style(layer: str, state: Reach) -> str:
    """Return the id of the style of places of one layer and reach."""
    return f"{layer}-{state}"


def center_style(layer: str) -> str:
    """Return the id of the style of what rings are around, a place of one layer."""
    return f"center-{layer}"


def flight_style(look: str, is_floor: bool) -> str:
    """Return the id of the style of flights that went one way; their apogee may be a floor."""
    return f"test-{look}-floor" if is_floor else f"test-{look}"


def line_style(ring: int, is_thin: bool) -> str:
    """Return the id of the style of a ring's outline."""
    return f"ring-{ring}-edge" if is_thin else f"ring-{ring}"


def fill_style(ring: int) -> str:
    """Return the id of the style of a ring's fill."""
    return f"ring-{ring}-fill"


def kml_color(color: str, alpha: int = 255) -> str:
    """Return `#rrggbb` as KML has it: `aabbggrr`."""
    red, green, blue = color[1:3], color[3:5], color[5:7]
    return f"{alpha:02x}{blue}{green}{red}".lower()


def add_styles(document: ET.Element, view: View, layers: Iterable[str], with_icons: bool) -> None:
    """Append the styles of a view's rings, of launch sites and of places of these layers."""
    for ring, _ in view.shown_rings:
        color = ring_style(ring).color
        _add_line(document, line_style(ring, False), color, LINE_WIDTH)
        _add_line(document, line_style(ring, True), color, EDGE_WIDTH)
        _add_fill(document, fill_style(ring), color)
    if view.speaking is not None:
        color = ring_style(view.speaking).color
        _add_line(document, ENVELOPE_STYLE, color, EDGE_WIDTH, _ENVELOPE_ALPHA)
    site = _style(document, SITE_STYLE)
    _add_icon(
        site, kml_color(LIGHT.paper), _SITE_SCALE, _icon_path("site", "in") if with_icons else ""
    )
    _add_defence_styles(document)
    for layer in sorted(
        {each.layer for _, ring in view.shown_rings if (each := view.center(ring))}
    ):
        path = _icon_path(layer, "in") if with_icons else ""
        style = _style(document, center_style(layer))
        _add_icon(style, kml_color(place_layer(layer).tint), _SITE_SCALE, path)
    if view.flights:
        _add_flight_styles(document, with_icons)
    for layer, state in product(layers, STATES):
        style = _style(document, place_style(layer, state))
        color = kml_color(place_layer(layer).tint, _ALPHAS[state])
        scale = _PIN_SCALES[state] * (_ICON_SHRINK if with_icons else 1.0)
        _add_icon(style, color, scale, _icon_path(layer, state) if with_icons else "")
        child(child(style, "LabelStyle"), "scale", f"{_LABEL_SCALES[state]:g}")


def icon_files() -> dict[str, bytes]:
    """Return the symbols that styles with icons name, by their path in the KMZ."""
    files = {_icon_path("site", "in"): icon_png("star", "in")}
    for look, is_floor in _FLIGHT_KINDS:
        files[_icon_path(*_flight_icon(look, is_floor))] = icon_png(
            _flight_symbol(look), "out" if is_floor else "in"
        )
    for layer, state in product(PLACE_LAYER_IDS, STATES):
        files[_icon_path(layer, state)] = icon_png(place_layer(layer).symbol, state)
    return files


def _add_defence_styles(document: ET.Element) -> None:
    """Append the styles of sectors, in the teal that reads on the dark Earth, and of circles."""
    for name, width in ((SECTOR_STYLE, LINE_WIDTH), (GUESSED_STYLE, EDGE_WIDTH)):
        style = _style(document, name)
        _stroke(style, DARK.radar, width)
        _fill(style, DARK.radar, _SECTOR_ALPHA)
    _add_line(document, CIRCLE_STYLE, _CIRCLE_COLOR, 1.0, _CIRCLE_ALPHA)


def _flight_icon(look: str, is_floor: bool) -> tuple[str, Reach]:
    return f"test-{look}", "out" if is_floor else "in"


def _add_flight_styles(document: ET.Element, with_icons: bool) -> None:
    """Append the styles of test flights; KML has no dashes, so widths differ."""
    for look, is_floor in _FLIGHT_KINDS:
        style = _style(document, flight_style(look, is_floor))
        path = _icon_path(*_flight_icon(look, is_floor)) if with_icons else ""
        color = kml_color(_FLIGHT_COLOR)
        _add_icon(style, color, _FLIGHT_SCALE, path)
        child(child(style, "LabelStyle"), "scale", "0")  # sixty names over one bay
        line = child(style, "LineStyle")
        child(line, "color", color)
        child(line, "width", f"{_FLIGHT_WIDTHS.get(look, LINE_WIDTH):g}")


def _flight_symbol(look: str) -> str:
    """Return the symbol of flights that went one way, or of those without a line."""
    return TAG_SYMBOL if look == TAG_SYMBOL else flight_look(look).symbol


def _icon_path(name: str, state: Reach) -> str:
    return f"files/{name}-{state}.png"


def _style(document: ET.Element, name: str) -> ET.Element:
    style = child(document, "Style")
    style.set("id", name)
    return style


def _add_line(document: ET.Element, name: str, color: str, width: float, alpha: int = 255) -> None:
    _stroke(_style(document, name), color, width, alpha)


def _stroke(style: ET.Element, color: str, width: float, alpha: int = 255) -> None:
    line = child(style, "LineStyle")
    child(line, "color", kml_color(color, alpha))
    child(line, "width", f"{width:g}")


def _add_fill(document: ET.Element, name: str, color: str) -> None:
    _fill(_style(document, name), color, _FILL_ALPHA)


def _fill(style: ET.Element, color: str, alpha: int) -> None:
    poly = child(style, "PolyStyle")
    child(poly, "color", kml_color(color, alpha))
    child(poly, "fill", "1")
    child(poly, "outline", "0")  # it would show where the fill is cut


def _add_icon(style: ET.Element, color: str, scale: float, path: str) -> None:
    icon = child(style, "IconStyle")
    child(icon, "color", color)
    child(icon, "scale", f"{scale:g}")
    if path:
        child(child(icon, "Icon"), "href", path)
        spot = child(icon, "hotSpot")
        for key, value in (("x", "0.5"), ("y", "0.5"), ("xunits", "fraction"),
                           ("yunits", "fraction")):  # fmt: skip
            spot.set(key, value)
