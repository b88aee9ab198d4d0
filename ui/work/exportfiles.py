"""Registry of the exports that are made at once: who makes them, their types and names."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from geo.export import CSV_METADATA_NAME, csv_metadata, reach_csv, rings_geojson
from geo.kml import map_kml, map_kmz
from geo.link import Scenario, View
from geo.share import file_name, qr_link, qr_svg, view_link
from ui.map import standalone_html

PAPERS: Final = ("a4", "letter")  # of the handout

Maker = Callable[[View, str], bytes]


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One export: how its bytes are made from a view and the app's address, and what they are."""

    make: Maker
    media_type: str
    summary: str
    saved: bool = False  # a browser saves it, where it could also show it
    more: Mapping[str, str] = field(default_factory=dict)
    ending: str = ""

    def headers(self, scenario: Scenario) -> dict[str, str]:
        """Return the headers that name the file."""
        return {"Content-Disposition": disposition(scenario, self.ending, self.saved), **self.more}


def disposition(scenario: Scenario, ending: str, saved: bool) -> str:
    """Return a Content-Disposition with a name that says what the file shows."""
    return f'{"attachment" if saved else "inline"}; filename="{file_name(scenario, ending)}"'


def _geojson(view: View, _: str) -> bytes:
    return json.dumps(rings_geojson(view), separators=(",", ":"), allow_nan=False).encode()


def _csv(view: View, _: str) -> bytes:
    return reach_csv(view).encode()


def _csv_metadata(view: View, root_url: str) -> bytes:
    return json.dumps(csv_metadata(view.scenario, root_url), indent=1).encode()


def _kml(view: View, root_url: str) -> bytes:
    return map_kml(view, view_link(view.scenario, root_url))


def _kmz(view: View, root_url: str) -> bytes:
    return map_kmz(view, view_link(view.scenario, root_url))


def _html(view: View, root_url: str) -> bytes:
    return standalone_html(view, view_link(view.scenario, root_url)).encode()


def _qr(view: View, root_url: str) -> bytes:
    return qr_svg(qr_link(view.scenario, root_url))


EXPORT_FILES: Final[dict[str, ExportFile]] = {
    "rings.geojson": ExportFile(
        _geojson, "application/geo+json",
        "The rings as areas, for map programs, with whose words each label is",
        ending="geojson",
    ),
    "reach.csv": ExportFile(
        _csv, "text/csv; charset=utf-8", "Every place against every ring, for spreadsheets",
        saved=True, ending="csv",
        more={"Link": f'<{CSV_METADATA_NAME}>; rel="describedby"; type="application/csvm+json"'},
    ),
    CSV_METADATA_NAME: ExportFile(
        _csv_metadata, "application/csvm+json", "The columns of reach.csv, and its sources",
        ending="csv-metadata.json",
    ),
    "map.kml": ExportFile(
        _kml, "application/vnd.google-earth.kml+xml", "Rings, sites and places for Google Earth",
        saved=True, ending="kml",
    ),
    "map.kmz": ExportFile(
        _kmz, "application/vnd.google-earth.kmz", "The same, packed, with symbols",
        saved=True, ending="kmz",
    ),
    "map.html": ExportFile(
        _html, "text/html; charset=utf-8", "One page with live sliders that needs no network",
        saved=True, ending="html",
    ),
    "qr.svg": ExportFile(_qr, "image/svg+xml", "The link of the view as a QR code", ending="svg"),
}  # fmt: skip
