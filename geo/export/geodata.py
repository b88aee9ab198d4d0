"""Writers for other programs: rings as GeoJSON and the reach table as CSV.

Both are pure functions of a view. Their columns and properties are public
(docs/exports.md).
"""

from __future__ import annotations

import csv
import io
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from shapely import set_precision, transform
from shapely.geometry import mapping

from geo.earth import as_polygons, disk, lats_and_lons
from geo.link import Ring, View
from geo.reach import reach_table, whose
from geo.records import Catalog
from geo.words import ATTRIBUTION, CAVEAT

_DEGREE_GRID: Final = 1e-9  # 0.1 mm: vertices stay within 1 mm of their range
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
CSV_COLUMNS: Final = (
    "ring", "site", "place_id", "place", "country", "kind", "lat", "lon", "population",
    "distance_km", "azimuth_deg", "range_low_km", "range_best_km", "range_high_km", "reach",
)  # fmt: skip


def rings_geojson(view: View) -> dict[str, Any]:
    """Return an RFC 7946 FeatureCollection with one Feature per ring edge.

    Geometry is everything within that range (see `geo.earth.disks.disk`). `label` is as typed;
    `said` and `kind` are whose words it is (see `geo.reach.quotes.Whose`), and a claim has date
    and source.
    """
    features = []
    for index, ring in view.shown_rings:
        words = _words(ring, view.catalog)
        for role, range_km in ring.edges:
            properties = {
                "ring": index,
                "role": role,
                "site": ring.site,
                "site_lat": ring.point.lat,
                "site_lon": ring.point.lon,
                "range_km": range_km,
                "label": ring.label,
                **words,
            }
            # On a grid, not by rounding numbers: an edge that meets another is then joined.
            exact = as_polygons(set_precision(disk(ring.point, range_km), _DEGREE_GRID))
            rounded = transform(exact, _plain_zeros)
            features.append(
                {"type": "Feature", "properties": properties, "geometry": mapping(rounded)}
            )
    return {
        "type": "FeatureCollection",
        "note": CAVEAT,
        "attribution": ATTRIBUTION,
        "features": features,
    }


def _plain_zeros(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return coordinates with 0.0 for -0.0: which of them comes changes from call to call."""
    return degrees + 0.0


def _words(ring: Ring, catalog: Catalog) -> dict[str, str | None]:
    """Return what a ring says of itself, with a source only where one is named."""
    told = whose(ring, catalog)
    words: dict[str, str | None] = {"said": told.shown, "kind": told.kind}
    if told.claim:
        words |= {"statement": told.claim.statement, "claim_date": told.claim.claim_date}
    if told.source:
        words |= {"source": told.source.name, "source_url": told.source.url}
    return words


def reach_csv(view: View) -> str:
    """Return one row per ring and place shown, RFC 4180, starting with a byte order mark."""
    places = view.places
    rings = view.shown_rings
    table = reach_table([ring for _, ring in rings], *lats_and_lons(places))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for row, (index, ring) in enumerate(rings):
        ranges = [_blank_or(km) for km in (ring.low_km, ring.best_km, ring.high_km)]
        for column, place in enumerate(places):
            texts = (ring.site, place.id, place.name, place.country, place.kind)
            writer.writerow(
                (
                    index,
                    *map(defused, texts),
                    place.lat,
                    place.lon,
                    _blank_or(place.population),
                    f"{table.distances_km[row, column]:.3f}",
                    f"{table.azimuths_deg[row, column]:.2f}",
                    *ranges,
                    table.state(row, column),
                )
            )
    return "\ufeff" + out.getvalue()


def defused(text: str) -> str:
    """Return a text cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _blank_or(value: float | None) -> float | str:
    return "" if value is None else value
