"""Files for other programs: GeoJSON and CSV."""

from geo.export.csvmetadata import CSV_METADATA_NAME, csv_metadata
from geo.export.geodata import SEPARATORS, WINDINGS, reach_csv, rings_geojson

__all__ = [
    "CSV_METADATA_NAME",
    "SEPARATORS",
    "WINDINGS",
    "csv_metadata",
    "reach_csv",
    "rings_geojson",
]
