"""Compare what was drawn with WGS84: `python -m benchmarks.truth.measure`.

The worst radial error is over the stroke as Mercator shows it: not only its vertices but points
along each straight screen edge between them, down to where Leaflet's map ends (85 degrees). The
wrong places are those of an even sample of the world that the fill covers though they are out of
range, or leaves out though they are in range; places within 10 km of the ring are left aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page
from pyproj import Geod

from benchmarks.chromium import chromium
from benchmarks.stats import median
from benchmarks.truth.shelf import open_page

WGS84 = Geod(ellps="WGS84")
SOHAE = (39.66, 124.706)
RANGES_KM = (1_000, 3_000, 5_000, 5_500, 8_000, 10_000, 13_000, 15_000)
SHOWN_DEG = 85.0  # Web Mercator ends just beyond
EDGE_SAMPLES = 16
PLACES = 4_000
BAND_KM = 10.0
REDRAWS = 60
REDRAWN_KM = 8_000

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Truth:
    """One way of drawing at one range."""

    way: str
    range_km: float
    worst_km: float
    wrong_percent: float


def world_places() -> Floats:
    """(lat, lon) of places spread evenly over the globe (a Fibonacci lattice)."""
    number = np.arange(PLACES) + 0.5
    lats = np.degrees(np.arcsin(1 - 2 * number / PLACES))
    lons = (number * 360 * 0.6180339887498949) % 360 - 180
    places = np.column_stack([lats, lons])
    return places[np.abs(lats) < SHOWN_DEG]


def distances_km(points: Floats) -> Floats:
    """Geodesic distances from Sohae of (lat, lon) points."""
    lats, lons = points[:, 0], (points[:, 1] + 180) % 360 - 180
    lat0, lon0 = np.full_like(lats, SOHAE[0]), np.full_like(lats, SOHAE[1])
    return np.asarray(WGS84.inv(lon0, lat0, lons, lats)[2]) / 1000


def mercator(lats: Floats) -> Floats:
    return np.arctanh(np.sin(np.radians(lats)))


def along_edges(line: Floats) -> Floats:
    """Points along the straight Mercator edges of a line of (lat, lon), its vertices included."""
    y = mercator(line[:, 0])
    at = np.linspace(0, len(line) - 1, (len(line) - 1) * EDGE_SAMPLES + 1)
    vertices = np.arange(len(line))
    lats = np.degrees(np.arcsin(np.tanh(np.interp(at, vertices, y))))
    points = np.column_stack([lats, np.interp(at, vertices, line[:, 1])])
    return points[np.abs(lats) < SHOWN_DEG]


def worst_error_km(strokes: list[Any], range_km: float) -> float:
    """The largest |distance - range| anywhere on the drawn outline."""
    lines = [along_edges(np.asarray(line, dtype=float)) for line in strokes if len(line) > 1]
    points = np.concatenate(lines) if lines else np.empty((0, 2))
    if not len(points):
        return float("nan")
    return float(np.abs(distances_km(points) - range_km).max())


def wrong_percent(inside: list[bool], places: Floats, range_km: float) -> float:
    """Share of the places that the fill puts on the wrong side."""
    distances = distances_km(places)
    clear = np.abs(distances - range_km) > BAND_KM
    wrong = np.asarray(inside) != (distances <= range_km)
    return float(100 * wrong[clear].mean())


def measure_way(page: Page, way: str, places: Floats) -> list[Truth]:
    """All ranges of one way of drawing."""
    rows = []
    for range_km in RANGES_KM:
        drawn = page.evaluate(
            "([way, site, km, places]) => truth.drawn(way, site, km, places)",
            [way, SOHAE, range_km, places.tolist()],
        )
        worst = worst_error_km(drawn["strokes"], range_km)
        wrong = wrong_percent(drawn["inside"], places, range_km)
        rows.append(Truth(way, range_km, worst, wrong))
    return rows


def redraw_ms(page: Page, way: str) -> float:
    """Median time of a redraw in JavaScript, until the path's attribute is set."""
    call = "([way, site, km, steps]) => truth.redraws(way, site, km, steps)"
    page.evaluate(call, [way, SOHAE, REDRAWN_KM - 3_000, REDRAWS])  # the first pass compiles
    return median(page.evaluate(call, [way, SOHAE, REDRAWN_KM, REDRAWS]))


def measure() -> tuple[list[Truth], dict[str, float]]:
    """The rows of the truth table, and each way's redraw time in ms."""
    places = world_places()
    with chromium() as browser:
        page = browser.new_page()
        open_page(page)
        ways = page.evaluate("truth.ways()")
        rows = [row for way in ways for row in measure_way(page, way, places)]
        return rows, {way: redraw_ms(page, way) for way in ways}


def table() -> str:
    """The truth table in Markdown: worst error in km / wrong places in percent."""
    rows, redraws = measure()
    found = {(row.way, row.range_km): row for row in rows}
    heads = ["drawn by", *(f"{km:,} km" for km in RANGES_KM), "redraw, ms"]
    lines = ["| " + " | ".join(heads) + " |", "| --- " + "| ---: " * (len(heads) - 1) + "|"]
    for way, milliseconds in redraws.items():
        cells = (found[way, km] for km in RANGES_KM)
        shown = [f"{cell.worst_km:,.1f} / {cell.wrong_percent:.1f} %" for cell in cells]
        lines.append("| " + " | ".join([way, *shown, f"{milliseconds:.3f}"]) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
