"""Missile defence in the KML: sectors of radars, their points, circles of interceptors."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from geo.earth import range_ring, sector_area
from geo.kml.defencewords import about_interceptors, about_sector
from geo.kml.elements import About, add_lines, add_polygons, folder, placemark
from geo.kml.geometry import boundary_lines, fill_pieces, way_lines
from geo.kml.styles import CIRCLE_STYLE, GUESSED_STYLE, SECTOR_STYLE
from geo.kml.words import folder_names
from geo.link import View
from geo.reach import is_guessed, radar_sectors, with_interceptors
from geo.records import Place


def add_sectors(document: ET.Element, view: View) -> None:
    """Append the radar sectors, each an area with its outline."""
    shown = radar_sectors(view)
    if not shown:
        return
    sectors = folder(document, About(folder_names(view.lang)["sectors"]))
    for each in shown:
        style = GUESSED_STYLE if is_guessed(each) else SECTOR_STYLE
        own, area = placemark(sectors, about_sector(each, view), style), sector_area(each.sector)
        add_polygons(own, fill_pieces(area), boundary_lines(area))


def add_circles(document: ET.Element, view: View) -> None:
    """Append how far interceptors are published to fly."""
    batteries = with_interceptors(view)
    if not batteries:
        return
    circles = folder(document, About(folder_names(view.lang)["circles"]))
    for battery, range_km in batteries:
        own = placemark(circles, about_interceptors(battery, range_km, view), CIRCLE_STYLE)
        add_lines(own, way_lines(range_ring(battery.point, range_km)))


def radars_named_alone(view: View) -> list[Place]:
    """Return the radars of which a link assumes a sector, and that no layer or ring marks."""
    rings = (view.center(ring) for _, ring in view.shown_rings)
    marked = {place.id for place in (*view.places, *rings) if place}
    radars = {each.radar.id: each.radar for each in radar_sectors(view)}
    return [radar for id_, radar in radars.items() if id_ not in marked]
