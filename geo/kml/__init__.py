"""A view as KML: rings, sites and places for Google Earth."""

from geo.kml.document import map_kml, map_kmz

__all__ = [
    "map_kml",
    "map_kmz",
]
