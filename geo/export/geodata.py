"""Writers for other programs: rings as GeoJSON and the reach table as CSV.

Both are pure functions of a view. Their columns and properties are public
(docs/exports.md).
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from shapely import orient_polygons, set_precision, transform
from shapely.geometry import mapping

from geo.earth import Floats, as_polygons, disk, lats_and_lons, range_at, short_number
from geo.facts import MAX_RANGE_KM, SPREAD_EDGES
from geo.link import Ring, Role, View, lofted_text
from geo.reach import reach_table, whose
from geo.records import Catalog, Place
from geo.words import ATTRIBUTION, CAVEAT

DEGREE_GRID: Final = 1e-9  # 0.1 mm: vertices stay within 1 mm of their range
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
CLOCKWISE: Final = "clockwise"
WINDINGS: Final = ("counterclockwise", CLOCKWISE)  # of outer rings; holes run the other way
SEPARATORS: Final = {"comma": (",", "."), "semicolon": (";", ",")}  # of cells, and of decimals
_LIKE_THOUSANDS: Final = re.compile(r"\.\d{3}$")
CSV_COLUMNS: Final = (
    "ring", "site", "place_id", "place", "country", "kind", "lat", "lon", "population",
    "distance_km", "azimuth_deg", "range_low_km", "range_best_km", "range_high_km", "reach",
)  # fmt: skip


def rings_geojson(view: View, winding: str = WINDINGS[0]) -> dict[str, Any]:
    """Return an RFC 7946 FeatureCollection with one Feature per ring edge.

    Geometry is everything within that range (see `geo.earth.disks.disk`); with `rotating`, within
    the ranges by direction that the same speed has over a turning Earth. Outer rings run
    counterclockwise, as the RFC has it, or as `winding` says: d3-geo takes what lies to the right
    of a line for the inside, and wants them clockwise. `label` is as typed; `said` and `kind` are
    whose words it is (see `geo.reach.quotes.Whose`), and a claim has date and source. `center` is
    the place that a ring is around, null where it starts at a launch site or at a point of its own.
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
                "center": _center(view.center(ring)),
                **_share(ring, role, range_km),
                **({"rotating": True} if ring.rotating else {}),
            }
            # On a grid, not by rounding numbers: an edge that meets another is then joined.
            exact = as_polygons(set_precision(disk(ring.point, ring.reach(range_km)), DEGREE_GRID))
            turned = orient_polygons(exact, exterior_cw=winding == CLOCKWISE)
            rounded = transform(turned, plain_zeros)
            features.append(
                {"type": "Feature", "properties": properties, "geometry": mapping(rounded)}
            )
    return {
        "type": "FeatureCollection",
        "note": CAVEAT,
        "attribution": ATTRIBUTION,
        "features": features,
    }


def _center(place: Place | None) -> dict[str, str] | None:
    """Return the place that a ring is around, None where it starts at a launch site."""
    return {"id": place.id, "kind": place.kind} if place else None


def _share(ring: Ring, role: Role, range_km: float) -> dict[str, object]:
    """Return which report an edge fits, and the share of the assumptions that reach so far.

    Where that edge has no limit it is drawn at the cap. Other rings have none of it.
    """
    if not ring.report:
        return {}
    percents = dict(zip(("low", "best", "high"), SPREAD_EDGES, strict=True))
    return {
        "report": lofted_text(ring.report),
        "share": round(1.0 - percents[role] / 100.0, 2),
        "unlimited": range_km >= MAX_RANGE_KM,
    }


def plain_zeros(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
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


def reach_csv(view: View, separator: str = "comma") -> str:
    """Return one row per ring and place shown, RFC 4180, starting with a byte order mark.

    With the Earth's rotation the ranges are those in the direction of the place.

    Parameters
    ----------
    view
        Rings and places.
    separator
        What parts cells: `comma`, or `semicolon`, and then a comma parts decimals.
    """
    places = view.places
    rings = view.shown_rings
    table = reach_table([ring for _, ring in rings], *lats_and_lons(places))
    between, point = SEPARATORS[separator]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", delimiter=between)
    writer.writerow(CSV_COLUMNS)
    for row, (index, ring) in enumerate(rings):
        ranges = _ranges_to(ring, table.azimuths_deg[row], point)
        for column, place in enumerate(places):
            texts = (ring.site, place.id, place.name, place.country, place.kind)
            writer.writerow(
                (
                    index,
                    *map(defused, texts),
                    _cell(place.lat, point),
                    _cell(place.lon, point),
                    "" if place.population is None else place.population,
                    f"{table.distances_km[row, column]:.4f}".replace(".", point),
                    f"{table.azimuths_deg[row, column]:.2f}".replace(".", point),
                    *(cells[column] for cells in ranges),
                    table.state(row, column),
                )
            )
    return "\ufeff" + out.getvalue()


def _ranges_to(ring: Ring, azimuths_deg: Floats, point: str) -> list[list[str]]:
    """Return the low, best and high range in these directions as cells."""
    found = []
    for km in (ring.low_km, ring.best_km, ring.high_km):
        if km is None or not ring.rotating:
            found.append([_cell(km, point)] * azimuths_deg.size)
        else:
            by_direction = np.broadcast_to(
                range_at(ring.reach(km), azimuths_deg), azimuths_deg.shape
            )
            found.append([f"{each:.4f}".replace(".", point) for each in by_direction.tolist()])
    return found


def _cell(value: float | None, point: str) -> str:
    """Return a number with this sign for decimals, never with three of them.

    Where a point parts thousands, a spreadsheet would read 114.011 as 114,011 and say nothing.
    """
    if value is None:
        return ""
    text = short_number(value)
    whole = f"{text}0" if _LIKE_THOUSANDS.search(text) else text
    return whole.replace(".", point)


def defused(text: str) -> str:
    """Return a text cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
