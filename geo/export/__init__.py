"""Files for other programs: GeoJSON and CSV, and what follows from a lofted flight as JSON."""

from geo.export.csvmetadata import CSV_METADATA_NAME, csv_metadata
from geo.export.flightkeys import RANGE_KEYS, TRAJECTORY_KEYS, FlightKey, read_flight_keys
from geo.export.flights import range_json, trajectory_json
from geo.export.geodata import SEPARATORS, WINDINGS, reach_csv, rings_geojson
from geo.export.radars import radar_geojson

__all__ = [
    "CSV_METADATA_NAME",
    "RANGE_KEYS",
    "SEPARATORS",
    "TRAJECTORY_KEYS",
    "WINDINGS",
    "FlightKey",
    "csv_metadata",
    "radar_geojson",
    "range_json",
    "reach_csv",
    "read_flight_keys",
    "rings_geojson",
    "trajectory_json",
]
