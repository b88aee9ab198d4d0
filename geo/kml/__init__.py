"""A view as KML: rings, sites and places for Google Earth."""
