"""Metadata of reach.csv: its columns, sources and caveat, as W3C's CSV on the Web asks.

The file itself holds one row per place and ring and nothing else, by contract.
"""

from __future__ import annotations

from typing import Any, Final

from geo.export.geodata import CSV_COLUMNS
from geo.link import Scenario, encode
from geo.words import ATTRIBUTION

CSV_METADATA_NAME: Final = "reach.csv-metadata.json"
_WORDS: Final = {
    "ring": "Number of the ring in the link, from 0",
    "site": "Launch site: an id of data/launch_sites.csv, or LAT,LON",
    "place_id": "Id of the place",
    "place": "Name of the place",
    "country": "Country",
    "kind": "What the place is",
    "lat": "Latitude, degrees, WGS84",
    "lon": "Longitude, degrees, WGS84",
    "population": "People, of cities",
    "distance_km": "Geodesic distance from the launch site, kilometres, WGS84",
    "azimuth_deg": "Azimuth at the launch site, degrees clockwise from true north",
    "range_low_km": "Low end of the band, kilometres",
    "range_best_km": "The range, or the best one of a band, kilometres; over a turning Earth that "
    "in this direction",
    "range_high_km": "High end of the band, kilometres",
    "reach": "in, band or out",
}
_NUMBERS: Final = ("lat", "lon", "distance_km", "azimuth_deg")
_TYPES: Final = {
    "ring": "integer",
    "population": "integer",
    **dict.fromkeys(_NUMBERS, "double"),
    **dict.fromkeys(("range_low_km", "range_best_km", "range_high_km"), "double"),
}


def csv_metadata(scenario: Scenario, root_url: str) -> dict[str, Any]:
    """Return the metadata of the table of one view, as JSON for programs."""
    columns = [
        {"name": name, "dc:description": _WORDS[name], "datatype": _TYPES.get(name, "string")}
        for name in CSV_COLUMNS
    ]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{root_url}export/reach.csv?{encode(scenario)}",
        "dc:title": "Places within reach, by ring",
        "dc:rights": ATTRIBUTION,
        "tableSchema": {"columns": columns},
    }
