"""A view for Google Earth: KML 2.2, plain or packed with symbols as KMZ.

Pure functions of a view and the link that opens it. The same input
gives the same bytes. How geometry is cut is the business of geo.kml.geometry.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from geo.earth import LatLon, annulus, disk, envelope_disk, lats_and_lons
from geo.facts import PLACE_LAYER_IDS, TAG_SYMBOL
from geo.kml.defence import add_circles, add_sectors, radars_named_alone
from geo.kml.defencewords import about_center
from geo.kml.elements import (
    ATOM,
    KML,
    About,
    add_lines,
    add_point,
    add_polygons,
    child,
    description_html,
    folder,
    placemark,
    plain_name,
    xml_text,
)
from geo.kml.geometry import boundary_lines, fill_pieces, outline_lines, way_lines
from geo.kml.placewords import about_place
from geo.kml.styles import (
    ENVELOPE_STYLE,
    SITE_STYLE,
    add_styles,
    center_style,
    fill_style,
    flight_style,
    icon_files,
    line_style,
    place_style,
)
from geo.kml.words import (
    about_envelope,
    about_flight,
    about_ring,
    about_site,
    about_view,
    edge_name,
    folder_names,
)
from geo.link import View
from geo.reach import flight_paths, reach_table, states_of
from geo.records import Place
from geo.zipped import zipped


def map_kml(view: View, link: str) -> bytes:
    """Return a view as KML; it refers to no other file and no network.

    Parameters
    ----------
    view
        What it shows.
    link
        Address that opens the view in Reachmap.
    """
    return _kml(view, link, with_icons=False)


def map_kmz(view: View, link: str) -> bytes:
    """Return a view as KMZ: the KML as `doc.kml`, and its symbols under `files/`."""
    files = {"doc.kml": _kml(view, link, with_icons=True), **icon_files()}
    return zipped(files)


def _kml(view: View, link: str, *, with_icons: bool) -> bytes:
    root = ET.Element(f"{{{KML}}}kml")
    document = child(root, "Document")
    _add_head(document, about_view(view, link))
    alone = radars_named_alone(view)
    with_places = {place.layer for place in alone}
    layers = [each for each in PLACE_LAYER_IDS if view.shows(each) or each in with_places]
    add_styles(document, view, layers, with_icons)
    _add_rings(document, view)
    _add_fills(document, view)
    if view.shows("envelope"):
        _add_envelope(document, view)
    _add_sites(document, view)
    add_sectors(document, view)
    add_circles(document, view)
    _add_tests(document, view, link)
    _add_places(document, layers, (*view.places, *alone), view)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _add_head(document: ET.Element, about: About) -> None:
    """Name the file, its maker and its link, in the order of the schema."""
    child(document, "name", plain_name(about.name))
    child(document, "open", "1")
    child(child(document, "author", namespace=ATOM), "name", "Reachmap", namespace=ATOM)
    child(document, "link", namespace=ATOM).set("href", xml_text(about.url))
    child(document, "description", description_html(about.lines, about.url))


def _add_rings(document: ET.Element, view: View) -> None:
    rings = folder(document, About(folder_names(view.lang)["rings"]))
    for index, ring in view.shown_rings:
        about = about_ring(ring, view)
        own = folder(rings, about)
        for role, range_km in ring.edges:
            name = edge_name(role, range_km, ring, view)
            is_thin = role != "best" and ring.best_km is not None
            style = line_style(index, is_thin)
            edge = placemark(own, About(name, (about.name, *about.lines), about.url), style)
            add_lines(edge, outline_lines(ring.point, ring.reach(range_km)))


def _add_fills(document: ET.Element, view: View) -> None:
    """Fill each ring, of a band what lies between its ends."""
    fills = folder(document, About(folder_names(view.lang)["fill"]))
    for index, ring in view.shown_rings:
        outer = ring.reach(ring.limit_km)
        if ring.low_km is None:
            area = disk(ring.point, outer)
        else:
            area = annulus(ring.point, ring.reach(ring.low_km), outer)
        about = about_ring(ring, view)
        add_polygons(placemark(fills, about, fill_style(index)), fill_pieces(area))


def _add_envelope(document: ET.Element, view: View) -> None:
    sites = [site.point for site in view.launch_sites]
    ring = view.speaking_ring
    if not sites or ring is None:
        return
    range_km = ring.limit_km
    about = about_envelope(ring, len(sites), view)
    outline = placemark(folder(document, about), about, ENVELOPE_STYLE)
    add_lines(outline, boundary_lines(envelope_disk(sites, range_km)))


def _add_sites(document: ET.Element, view: View) -> None:
    """Append where rings start, and apart from that what is no launch site but has rings about."""
    first = {ring.point: ring for _, ring in reversed(view.shown_rings)}
    starts = [ring for _, ring in view.shown_rings if first[ring.point] is ring]
    around = [(ring, center) for ring in starts if (center := view.center(ring))]
    names = folder_names(view.lang)
    if len(around) < len(starts) or not starts:
        sites = folder(document, About(names["sites"]))
        for ring in starts:
            if view.center(ring) is None:
                add_point(placemark(sites, about_site(ring, view), SITE_STYLE), ring.point)
    if around:
        centers = folder(document, About(names["centers"]))
        for ring, center in around:
            about, style = about_center(ring, center, view), center_style(center.layer)
            add_point(placemark(centers, about, style), ring.point)


def _add_tests(document: ET.Element, view: View, link: str) -> None:
    """Append the flights shown, each a line with a mark at its end, or a mark at its site."""
    paths = flight_paths(view)
    if not paths:
        return
    tests = folder(document, About(folder_names(view.lang)["tests"]))
    for path in paths:
        lab = f"{link.partition('?')[0]}lab?test={path.flight.id}"
        about = about_flight(path.flight, view, lab)
        if path.line is None:
            add_point(placemark(tests, about, flight_style(TAG_SYMBOL, False)), path.site.point)
            continue
        lines = way_lines(path.line)
        end = LatLon(*map(float, lines[-1][-1]))
        flown = placemark(tests, about, flight_style(path.look, path.is_floor))
        add_lines(flown, lines, end)


def _add_places(
    document: ET.Element, layers: list[str], places: Sequence[Place], view: View
) -> None:
    table = reach_table([ring for _, ring in view.shown_rings], *lats_and_lons(places))
    states = states_of(view.speaking_ring, *lats_and_lons(places))
    names = folder_names(view.lang)
    folders = {layer: folder(document, About(names[layer])) for layer in layers}
    for row, (place, state) in enumerate(zip(places, states, strict=True)):
        about = about_place(place, row, table, view, state)
        own = placemark(folders[place.layer], about, place_style(place.layer, state))
        add_point(own, place.point)
