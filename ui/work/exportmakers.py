"""What makes the bytes of each export, of a view, the app's address, and the file's own keys."""

from __future__ import annotations

import json
from typing import Any

from geo.export import csv_metadata, radar_geojson, reach_csv, rings_geojson
from geo.kml import map_kml, map_kmz
from geo.link import PictureOptions, View
from geo.share import qr_link, qr_svg, view_link
from ui.map import standalone_html


def make_geojson(view: View, _: str, *, winding: str) -> bytes:
    """Return the rings as GeoJSON."""
    return json.dumps(rings_geojson(view, winding), separators=(",", ":"), allow_nan=False).encode()


def make_radars(view: View, _: str) -> bytes:
    """Return the radar sectors as GeoJSON."""
    return json.dumps(radar_geojson(view), separators=(",", ":"), allow_nan=False).encode()


def make_csv(view: View, _: str, *, separator: str) -> bytes:
    """Return every place against every ring."""
    return reach_csv(view, separator).encode()


def make_csv_metadata(view: View, root_url: str) -> bytes:
    """Return what describes the table of places."""
    return json.dumps(csv_metadata(view.scenario, root_url), indent=1).encode()


def make_kml(view: View, root_url: str) -> bytes:
    """Return the map for Google Earth."""
    return map_kml(view, view_link(view.scenario, root_url))


def make_kmz(view: View, root_url: str) -> bytes:
    """Return the map for Google Earth, packed."""
    return map_kmz(view, view_link(view.scenario, root_url))


def make_html(view: View, root_url: str) -> bytes:
    """Return the page that needs no network."""
    return standalone_html(view, view_link(view.scenario, root_url)).encode()


def make_qr(view: View, root_url: str) -> bytes:
    """Return the link as a QR code."""
    return qr_svg(qr_link(view, root_url))


def make_png(view: View, root_url: str, **options: Any) -> bytes:
    """Return the view as a picture."""
    from geo.picture import draw_png  # noqa: PLC0415  # takes 100 MB

    return draw_png(view, PictureOptions(**options), root_url)


def make_svg(view: View, root_url: str, **options: Any) -> bytes:
    """Return the view as a picture in vectors."""
    from geo.picture import draw_svg  # noqa: PLC0415  # takes 100 MB

    return draw_svg(view, PictureOptions(**options), root_url)


def make_pdf(view: View, root_url: str, *, paper: str) -> bytes:
    """Return the page for a class."""
    from geo.handout import draw_handout  # noqa: PLC0415  # takes 100 MB

    return draw_handout(view, paper, root_url)
