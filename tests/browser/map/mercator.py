"""Where things are on a map, by the formulas of Web Mercator, not by what the map says."""

from __future__ import annotations

from dataclasses import dataclass
from math import asinh, pi, radians, tan
from typing import Any

from tests.browser.screen import MAP, Screen

VIEW = f"""() => {{
    const {{ map }} = {MAP}, {{ lat, lng }} = map.getCenter(), {{ x, y }} = map.getSize();
    return [lat, lng, map.getZoom(), x, y];
}}"""


@dataclass(frozen=True)
class MapView:
    """A camera, and the size of its map in pixels."""

    lat: float
    lon: float
    zoom: float
    width: float
    height: float

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """Return a place in pixels of the map, the copy nearest to its middle."""
        world = 256 * 2**self.zoom
        turns = (lon - self.lon) / 360
        x = self.width / 2 + (turns - round(turns)) * world
        return x, self.height / 2 - (_north(lat) - _north(self.lat)) * world

    def shows(self, lat: float, lon: float, edge: float = 0) -> bool:
        """Whether a place is in view, so many pixels from the edge."""
        x, y = self.point(lat, lon)
        return edge < x < self.width - edge and edge < y < self.height - edge


def _north(degrees: float) -> float:
    """Return how far north a latitude is, in widths of the world."""
    return asinh(tan(radians(max(-89.9, min(89.9, degrees))))) / (2 * pi)


def view_of(screen: Screen) -> MapView:
    return MapView(*screen.page.evaluate(VIEW))


def share_in_view(screen: Screen, ring: int = 0) -> float:
    """Return how much of a ring's outline is in view: of its vertices at even azimuths."""
    view = view_of(screen)
    vertices: list[Any] = screen.state()["rings"][ring]["vertices"]
    return sum(view.shows(lat, lon) for lat, lon in vertices) / len(vertices)
