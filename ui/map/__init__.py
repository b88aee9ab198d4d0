"""The Folium map of the page, and the map as one file."""

from ui.map.livemap import build_map
from ui.map.standalone import standalone_html

__all__ = [
    "build_map",
    "standalone_html",
]
