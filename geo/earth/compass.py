"""The compass circle on a printed Mercator map: wrong on purpose, for stories about the mistake.

Its user reads the scale at the launch site and believes that it holds everywhere. The rule is that
of the lesson (ui/web/lesson/paper.js): Web Mercator, the sheet cut in the Atlantic.
"""

from __future__ import annotations

import math
from typing import Final

from geo.earth.points import LatLon
from geo.facts import WGS84_A_M, WGS84_F

WEST_EDGE_DEG: Final = -30.0  # where the sheet is cut; what lies west of it is at its east end


def compass_km(start: LatLon, end: LatLon) -> float:
    """Return the distance that a compass measures on the sheet, at the scale of its start."""
    (x1, y1), (x2, y2) = _on_paper(start), _on_paper(end)
    return math.hypot(x2 - x1, y2 - y1) * _parallel_km(start.lat)


def _on_paper(point: LatLon) -> tuple[float, float]:
    """Return where a point is on the sheet, which is 1 wide."""
    lat = math.radians(point.lat)
    return (
        (point.lon - WEST_EDGE_DEG) % 360.0 / 360.0,
        math.asinh(math.tan(lat)) / (2.0 * math.pi),
    )


def _parallel_km(lat_deg: float) -> float:
    """Return the length of a parallel, all the way round."""
    lat = math.radians(lat_deg)
    squeeze = WGS84_F * (2.0 - WGS84_F) * math.sin(lat) ** 2
    return 2.0 * math.pi * WGS84_A_M / 1000.0 * math.cos(lat) / math.sqrt(1.0 - squeeze)
