"""Find a place by its name: in the shipped data, or at OpenStreetMap."""

from geo.find.gazetteer import Found, find
from geo.find.geocode import GeocodeError, Geocoder

__all__ = [
    "Found",
    "GeocodeError",
    "Geocoder",
    "find",
]
