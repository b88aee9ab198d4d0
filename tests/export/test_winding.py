"""Which way the rings of rings.geojson run, by the rules of those who read them.

RFC 7946, section 3.1.6: outer rings counterclockwise, holes clockwise. d3-geo, README, "Spherical
shapes": "the winding order of a polygon's ring determines which side of the ring is inside": it
is the right of the line, so outer rings run clockwise, and one turned round is all but the area.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest

from tests.support import ask

Ring = list[list[float]]
# A sphere's cap of that radius has this share of the whole: (1 - cos(km / 6371.0088)) / 2, mean
# radius by IUGG. The ellipsoid's differ by less than 0.4 %.
MEAN_RADIUS_KM = 6371.0088
VIEWS = {
    "sohae~1000": 1000,
    "sohae~5000": 5000,
    "sohae~8000": 8000,
    "sohae~15000": 15000,
    "-41.3,174.8~9000": 9000,
    "0,180~2000": 2000,
    "-90,0~4000": 4000,
}


def geometry(ring: str, more: str = "") -> dict[str, Any]:
    answer = ask(f"/export/rings.geojson?ring={ring}{more}")
    assert answer.status == 200
    return answer.json()["features"][0]["geometry"]


def polygons(of: dict[str, Any]) -> list[list[Ring]]:
    return [of["coordinates"]] if of["type"] == "Polygon" else of["coordinates"]


def area_to_the_right(ring: Ring) -> float:
    """Return half the area that lies to the right of a ring: the sum of d3-geo's area.js."""
    total = 0.0
    for (lon, lat), (lon2, lat2) in pairwise(ring):
        half, half2 = (math.radians(each) / 2 + math.pi / 4 for each in (lat, lat2))
        step = math.radians(lon2 - lon)
        product = math.sin(half) * math.sin(half2)
        turned = product * math.sin(abs(step)) * math.copysign(1, step)
        total += math.atan2(turned, math.cos(half) * math.cos(half2) + product * math.cos(step))
    return total


def d3_share(rings: list[list[Ring]]) -> float:
    """Return the share of a sphere that d3.geoArea finds inside: to the right of all lines."""
    total = 0.0
    for polygon in rings:
        area = sum(area_to_the_right(ring) for ring in polygon)
        total += (area if area > 0 else 2 * math.pi + area) * 2
    return total / (4 * math.pi)


@pytest.mark.parametrize("ring", VIEWS)
def test_d3_finds_the_cap_inside_clockwise_and_all_else_inside_the_usual(ring: str) -> None:
    cap = (1 - math.cos(VIEWS[ring] / MEAN_RADIUS_KM)) / 2
    assert d3_share(polygons(geometry(ring, "&winding=clockwise"))) == pytest.approx(cap, rel=0.01)
    usual = polygons(geometry(ring))
    assert d3_share(usual) == pytest.approx(len(usual) - cap, rel=0.01)


def signed_plane_area(ring: Ring) -> float:
    return sum(x * y2 - x2 * y for (x, y), (x2, y2) in pairwise(ring)) / 2


@pytest.mark.parametrize("ring", VIEWS)
@pytest.mark.parametrize(("winding", "sign"), [("", 1), ("counterclockwise", 1), ("clockwise", -1)])
def test_outer_rings_and_holes_run_as_asked(ring: str, winding: str, sign: int) -> None:
    for outer, *holes in polygons(geometry(ring, f"&winding={winding}" if winding else "")):
        assert signed_plane_area(outer) * sign > 0
        assert all(signed_plane_area(hole) * sign < 0 for hole in holes)


def test_other_winding_is_refused() -> None:
    answer = ask("/export/rings.geojson?ring=sohae~8000&winding=left")
    assert answer.status == 400
    assert answer.json()["errors"] == [
        {"key": "winding", "value": "left", "problem": "accepted: counterclockwise, clockwise"}
    ]
