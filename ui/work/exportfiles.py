"""Registry of the exports of a view: who makes them, their types, names and own keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from geo.catalog import view_of
from geo.export import (
    CSV_METADATA_NAME,
    SEPARATORS,
    WINDINGS,
    csv_metadata,
    reach_csv,
    rings_geojson,
)
from geo.jsonobject import Json
from geo.kml import map_kml, map_kmz
from geo.link import (
    MAX_PX,
    MIN_PX,
    PROJECTIONS,
    Pairs,
    PictureOptions,
    Problem,
    Scenario,
    View,
    read_options,
)
from geo.share import file_name, qr_link, qr_svg, view_link
from geo.words import message
from ui.map import standalone_html
from ui.work.costs import QUICK_MS, Cost

PAPERS: Final = ("a4", "letter")  # of the handout
_LONG: Final = Cost(QUICK_MS + 1)

Maker = Callable[..., bytes]  # of a view, the app's address, and the own keys by name
Options = tuple[Json, list[Problem]]  # what the own keys say, as plain JSON, and what is wrong


@dataclass(frozen=True, slots=True)
class Offer:
    """How the dialog "Share" lists a file: the kind, as people call it, and what it is for."""

    kind: str
    words: str
    keys: str = ""  # of the file's own, as in a query


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One export: how its bytes are made from a view and the app's address, and what they are.

    One that is `drawn` takes long and much memory: a process makes it, and its tag is that of
    what was asked for. `keys` are those that it has beside the view's, as OpenAPI describes them.
    """

    make: Maker
    media_type: str
    summary: str
    cost: Cost = _LONG
    drawn: bool = False
    keys: tuple[tuple[str, Json, str], ...] = ()
    read: Callable[[Pairs], Options] = lambda _: ({}, [])
    saved: bool = False  # a browser saves it, where it could also show it
    more: Mapping[str, str] = field(default_factory=dict)
    ending: str = ""
    offer: Offer | None = None  # none where the dialog has a place of its own for it, or no need
    others: tuple[Offer, ...] = ()  # the same file in other forms

    def headers(self, scenario: Scenario, options: Mapping[str, Any]) -> dict[str, str]:
        """Return the headers that name the file; the name says what the file shows."""
        name = file_name(view_of(scenario).drawn, self.ending.format(**options))
        way = "attachment" if self.saved else "inline"
        return {"Content-Disposition": f'{way}; filename="{name}"', **self.more}


def _geojson(view: View, _: str, *, winding: str) -> bytes:
    return json.dumps(rings_geojson(view, winding), separators=(",", ":"), allow_nan=False).encode()


def _csv(view: View, _: str, *, separator: str) -> bytes:
    return reach_csv(view, separator).encode()


def _csv_metadata(view: View, root_url: str) -> bytes:
    return json.dumps(csv_metadata(view.scenario, root_url), indent=1).encode()


def _kml(view: View, root_url: str) -> bytes:
    return map_kml(view, view_link(view.scenario, root_url))


def _kmz(view: View, root_url: str) -> bytes:
    return map_kmz(view, view_link(view.scenario, root_url))


def _html(view: View, root_url: str) -> bytes:
    return standalone_html(view, view_link(view.scenario, root_url)).encode()


def _qr(view: View, root_url: str) -> bytes:
    return qr_svg(qr_link(view, root_url))


def _png(view: View, root_url: str, **options: Any) -> bytes:
    from geo.picture import draw_png  # noqa: PLC0415  # takes 100 MB

    return draw_png(view, PictureOptions(**options), root_url)


def _read_picture(pairs: Pairs) -> Options:
    options, problems = read_options(pairs)
    return asdict(options), problems


def _pdf(view: View, root_url: str, *, paper: str) -> bytes:
    from geo.handout import draw_handout  # noqa: PLC0415  # takes 100 MB

    return draw_handout(view, paper, root_url)


def _one_of(key: str, accepted: Iterable[str]) -> Callable[[Pairs], Options]:
    """Return what reads a key that has one of a few words, the first where it is left out."""
    words = tuple(accepted)

    def read(pairs: Pairs) -> Options:
        word = dict(pairs).get(key, words[0])
        problem = Problem(key, word[:100], f"accepted: {', '.join(words)}")
        return {key: word}, [] if word in words else [problem]

    return read


def _word(accepted: Iterable[str]) -> Json:
    words = list(accepted)
    return {"enum": words, "default": words[0]}


def _pixels(default: int) -> Json:
    return {"type": "integer", "minimum": MIN_PX, "maximum": MAX_PX, "default": default}


_USUAL: Final = PictureOptions()

EXPORT_FILES: Final[dict[str, ExportFile]] = {
    "rings.geojson": ExportFile(
        _geojson, "application/geo+json",
        "The rings as areas, for map programs, with whose words each label is",
        cost=Cost(2, edge_ms=10), ending="geojson", read=_one_of("winding", WINDINGS),
        keys=(
            (
                "winding", _word(WINDINGS),
                "Which way outer rings run: counterclockwise by RFC 7946 (right-hand rule); "
                "d3-geo wants clockwise, and takes the others for all but the area",
            ),
        ),
        offer=Offer("GeoJSON", message("Other map programs: the rings as areas.")),
    ),
    "reach.csv": ExportFile(
        _csv, "text/csv; charset=utf-8", "Every place against every ring, for spreadsheets",
        cost=Cost(1.5, ring_ms=1.6), saved=True, ending="csv",
        read=_one_of("separator", SEPARATORS),
        keys=(
            (
                "separator", _word(SEPARATORS),
                "What parts cells; with semicolon a comma parts decimals, for spreadsheets in "
                "German, French, Spanish and others. No number has three decimals, for a "
                "spreadsheet could take them for thousands",
            ),
        ),
        offer=Offer(
            "CSV", message("Spreadsheets, such as Excel: every place against every ring.")
        ),
        others=(
            Offer(
                "CSV (;)",
                message(
                    "The same with semicolons and decimal commas, for spreadsheets in German, "
                    "French, Spanish."
                ),
                "separator=semicolon",
            ),
        ),
        more={"Link": f'<{CSV_METADATA_NAME}>; rel="describedby"; type="application/csvm+json"'},
    ),
    CSV_METADATA_NAME: ExportFile(
        _csv_metadata, "application/csvm+json", "The columns of reach.csv, and its sources",
        cost=Cost(1), ending="csv-metadata.json",
    ),
    "map.kml": ExportFile(
        _kml, "application/vnd.google-earth.kml+xml", "Rings, sites and places for Google Earth",
        cost=Cost(20, edge_ms=20, envelope_ms=620), saved=True, ending="kml",
        offer=Offer("KML", message("Google Earth, as text.")),
    ),
    "map.kmz": ExportFile(
        _kmz, "application/vnd.google-earth.kmz", "The same, packed, with symbols",
        cost=Cost(28, edge_ms=20, envelope_ms=620), saved=True, ending="kmz",
        offer=Offer("KMZ", message("Google Earth, with symbols.")),
    ),
    "map.html": ExportFile(
        _html, "text/html; charset=utf-8", "One page with live sliders that needs no network",
        cost=Cost(80), saved=True, ending="html",
        offer=Offer(
            "HTML",
            message("One file with live sliders that needs no network, for a USB stick."),
        ),
    ),
    "qr.svg": ExportFile(
        _qr, "image/svg+xml", "The link of the view as a QR code",
        cost=Cost(3, ring_ms=1.5, edge_ms=0.4), ending="svg",
    ),
    "map.png": ExportFile(
        _png, "image/png", "The view as a picture that stands alone",
        drawn=True, ending="png", read=_read_picture,
        keys=(
            ("width", _pixels(_USUAL.width), "Pixels"),
            ("height", _pixels(_USUAL.height), "Pixels"),
            (
                "projection", {"enum": list(PROJECTIONS), "default": _USUAL.projection},
                "azimuthal is around the active ring's site",
            ),
            ("card", {"enum": ["0", "1"], "default": "0"}, "Large words, for feeds"),
        ),
    ),
    "handout.pdf": ExportFile(
        _pdf, "application/pdf", "A page for a class: map, distances, claims, questions",
        drawn=True, ending="{paper}.pdf", read=_one_of("paper", PAPERS),
        keys=(("paper", _word(PAPERS), "Size of the page"),),
    ),
}  # fmt: skip


def offered_files() -> list[Json]:
    """Return the rows of the dialog "Share": from what runs by itself to what only programs read.

    Its words are messages: the browser says them.
    """
    return [
        {"name": name, "ending": file.ending, **asdict(offer)}
        for name, file in reversed(EXPORT_FILES.items())
        for offer in (file.offer, *file.others)
        if offer
    ]
