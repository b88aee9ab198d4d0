"""The Folium map of the page, the page without Streamlit, and the map as one file."""

from ui.map.livemap import build_map
from ui.map.plain import plain_page
from ui.map.standalone import standalone_html

__all__ = [
    "build_map",
    "plain_page",
    "standalone_html",
]
