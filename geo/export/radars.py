"""Radar sectors as GeoJSON, for map programs; properties are public (docs/exports.md)."""

from __future__ import annotations

from typing import Any, Final

from shapely import set_precision, transform
from shapely.geometry import mapping

from geo.earth import as_polygons, sector_area
from geo.export.geodata import DEGREE_GRID, plain_zeros
from geo.link import View
from geo.reach import RadarSector, radar_sectors
from geo.words import ATTRIBUTION, CAVEAT

_NOTE: Final = (
    "A sector is a claim or an assumption of how far a radar sees, and which way: no boresight of "
    "an AN/TPY-2 is published, and no range means anything without what is looked at."
)


def radar_geojson(view: View) -> dict[str, Any]:
    """Return an RFC 7946 FeatureCollection with one Feature per radar sector shown.

    `direction` says where the azimuth comes from: `link`, `ours` (our own bearing), `list` (another
    list's assumption), `none` (nobody names one: the sector goes all around). `claimed_by` are
    those who named this range, with the `source_url` of each, none for an assumption.
    """
    return {
        "type": "FeatureCollection",
        "note": f"{CAVEAT} {_NOTE}",
        "attribution": ATTRIBUTION,
        "features": [_feature(each) for each in radar_sectors(view)],
    }


def _feature(shown: RadarSector) -> dict[str, Any]:
    sector = shown.sector
    exact = as_polygons(set_precision(sector_area(sector), DEGREE_GRID))
    return {
        "type": "Feature",
        "properties": {
            "id": shown.radar.id,
            "range_km": sector.range_km,
            "azimuth_deg": sector.azimuth_deg,
            "width_deg": sector.width_deg,
            "name": shown.radar.name,
            "lat": sector.center.lat,
            "lon": sector.center.lon,
            "direction": shown.direction,
            "claimed_by": [claim.claimed_by for claim in shown.claims],
            "source_url": [claim.source.url for claim in shown.claims],
        },
        "geometry": mapping(transform(exact, plain_zeros)),
    }
