"""Ids of layers and of tile servers in links: written out here, since they stand for ever."""

from __future__ import annotations

LAYERS = ["cities", "bases", "thaad", "radar", "arcs", "tests", "envelope"]
TILES = [
    "OpenStreetMap.Mapnik",
    "Esri.WorldGrayCanvas",
    "Esri.WorldPhysical",
    "NASAGIBS.BlueMarble",
    "OpenTopoMap",
]
