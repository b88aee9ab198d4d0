"""Registry of the exports of a view: who makes them, their types, names and own keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Final

from geo.export import CSV_METADATA_NAME, SEPARATORS, WINDINGS
from geo.jsonobject import Json
from geo.link import MAX_PX, MIN_PX, PROJECTIONS, Pairs, PictureOptions, Problem, read_options
from geo.words import message
from ui.work.costs import Cost
from ui.work.exportfile import ExportFile, Offer, Options
from ui.work.exportmakers import (
    make_csv,
    make_csv_metadata,
    make_geojson,
    make_html,
    make_kml,
    make_kmz,
    make_pdf,
    make_png,
    make_qr,
    make_radars,
    make_svg,
)

PAPERS: Final = ("a4", "letter")  # of the handout


def _read_picture(pairs: Pairs) -> Options:
    options, problems = read_options(pairs)
    return asdict(options), problems


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
_PICTURE_KEYS: Final = (
    ("width", _pixels(_USUAL.width), "Pixels"),
    ("height", _pixels(_USUAL.height), "Pixels"),
    (
        "projection", {"enum": list(PROJECTIONS), "default": _USUAL.projection},
        "azimuthal is around the active ring's site",
    ),
    ("card", {"enum": ["0", "1"], "default": "0"}, "Large words, for feeds"),
)  # fmt: skip

EXPORT_FILES: Final[dict[str, ExportFile]] = {
    "rings.geojson": ExportFile(
        make_geojson, "application/geo+json",
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
    "radar.geojson": ExportFile(
        make_radars, "application/geo+json",
        "The radar sectors shown as areas, for map programs, with who claims each range",
        cost=Cost(2, sector_ms=10, radars_ms=150), ending="radar.geojson",
    ),
    "reach.csv": ExportFile(
        make_csv, "text/csv; charset=utf-8", "Every place against every ring, for spreadsheets",
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
        make_csv_metadata, "application/csvm+json", "The columns of reach.csv, and its sources",
        cost=Cost(1), ending="csv-metadata.json",
    ),
    "map.kml": ExportFile(
        make_kml, "application/vnd.google-earth.kml+xml",
        "Rings, sites and places for Google Earth",
        cost=Cost(20, edge_ms=20, envelope_ms=620, sector_ms=14, radars_ms=150),
        saved=True, ending="kml",
        offer=Offer("KML", message("Google Earth, as text.")),
    ),
    "map.kmz": ExportFile(
        make_kmz, "application/vnd.google-earth.kmz", "The same, packed, with symbols",
        cost=Cost(28, edge_ms=20, envelope_ms=620, sector_ms=14, radars_ms=150),
        saved=True, ending="kmz",
        offer=Offer("KMZ", message("Google Earth, with symbols.")),
    ),
    "map.svg": ExportFile(
        make_svg, "image/svg+xml", "The same picture in vectors, its words as text",
        drawn=True, saved=True, ending="svg", read=_read_picture, keys=_PICTURE_KEYS,
        offer=Offer("SVG", message("The picture in vectors, to print large or to draw on.")),
    ),
    "map.html": ExportFile(
        make_html, "text/html; charset=utf-8", "One page with live sliders that needs no network",
        cost=Cost(80), saved=True, ending="html",
        offer=Offer(
            "HTML",
            message("One file with live sliders that needs no network, for a USB stick."),
        ),
    ),
    "qr.svg": ExportFile(
        make_qr, "image/svg+xml", "The link of the view as a QR code",
        cost=Cost(3, ring_ms=1.5, edge_ms=0.4), ending="qr.svg",
    ),
    "map.png": ExportFile(
        make_png, "image/png", "The view as a picture that stands alone",
        drawn=True, ending="png", read=_read_picture, keys=_PICTURE_KEYS,
    ),
    "handout.pdf": ExportFile(
        make_pdf, "application/pdf", "A page for a class: map, distances, claims, questions",
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
