"""What is said of rings with the Earth's rotation: names, titles, and what has no limit."""

from __future__ import annotations

import math

import numpy as np
import pytest

from geo.handout.content import handout_text
from geo.kml.document import map_kml
from geo.picture.ringlines import ring_edges
from geo.picture.views import frame_of
from geo.reach import reach_table, summarize, title_of
from geo.reach.ranges import range_text
from geo.share.captions import ring_rows, title
from tests.support import view_at

BAND = "ring=sohae~3000-5500:rotating"
REPORT = "ring=banghyon_20170704~lofted:2802,933:t39:rotating"
NO_LIMIT = "ring=0,0~lofted:8000,1000:rotating"
GM, OMEGA, RADIUS_KM = 398600.4418, 7.2921e-5, 6371.0  # km^3/s^2 and rad/s of WGS84; the lab's ball


def westward_km(speed_km_s: float, elevation_deg: float) -> float:
    """Return how far west of an equatorial launch a flight comes down: all of it in one plane."""
    up = speed_km_s * math.sin(math.radians(elevation_deg))
    level = speed_km_s * math.cos(math.radians(elevation_deg)) - OMEGA * RADIUS_KM
    momentum, energy = RADIUS_KM * level, (up**2 + level**2) / 2 - GM / RADIUS_KM
    axis = -GM / (2 * energy)
    eccentricity = math.sqrt(1 + 2 * energy * momentum**2 / GM**2)
    true = math.acos((momentum**2 / GM / RADIUS_KM - 1) / eccentricity)
    half = math.acos((1 - RADIUS_KM / axis) / eccentricity)
    mean = half - eccentricity * math.sin(half)
    minutes_s = 2 * (math.pi - mean) * math.sqrt(axis**3 / GM)
    return RADIUS_KM * (2 * (math.pi - true) + OMEGA * minutes_s)


def farthest_west_km(speed_km_s: float) -> float:
    return max(westward_km(speed_km_s, deg / 50) for deg in range(50, 2500))


def test_west_of_the_equator_what_has_no_limit_ends_where_its_flights_come_down() -> None:
    """It counts as 19,900 km, whose speed follows from the free-range equation."""
    half = 19_900 / RADIUS_KM / 2
    speed = math.sqrt(GM / RADIUS_KM * 2 * math.sin(half) / (1 + math.sin(half)))
    ring = view_at(NO_LIMIT).rings[0]
    reach = ring.reach(ring.limit_km)
    assert callable(reach)
    west_km = float(reach(np.array(270.0)))
    assert west_km == pytest.approx(farthest_west_km(speed), abs=5)
    assert float(reach(np.array(90.0))) == 19_900
    off_deg = np.array([-1.0, 1.0]) + math.degrees(west_km / 6378.137)  # along the equator
    table = reach_table([ring], [0.0, 0.0], (-off_deg).tolist())
    assert [table.state(0, place) for place in (0, 1)] == ["in", "out"]


def test_what_counts_as_a_range_in_place_of_no_limit_is_told() -> None:
    told = "What has no limit without Earth's rotation counts as 19,900 km here"
    assert told in summarize(view_at(NO_LIMIT)).turning
    assert told not in summarize(view_at(REPORT)).turning
    assert told not in summarize(view_at("ring=0,0~19900:rotating")).turning  # which somebody typed


def test_a_number_is_never_told_as_the_radius() -> None:
    for query, range_ in ((BAND, "3,000\u20135,500 km"), ("ring=sohae~8000:rotating", "8,000 km")):
        view = view_at(query)
        said = f"{range_} \u00b1 Earth's rotation"
        assert range_text(view.rings[0], view) == said
        assert ring_rows(view)[0].range == said
        assert handout_text(view).claims[0].range == said
        assert said in summarize(view).counts
    kml = map_kml(view_at(BAND), "x").decode()
    assert "Low: 3,000 km \u00b1 Earth's rotation" in kml
    assert "High: 5,500 km \u00b1 Earth's rotation" in kml


@pytest.mark.parametrize(
    ("query", "named"),
    [
        (REPORT, True),
        (BAND, True),
        (f"{BAND}&ring=sohae~8000:rotating", True),
        (f"{BAND}&ring=sohae~8000", False),  # the legend tells which of them
        (REPORT.replace(":rotating", ""), False),
        ("ring=33,44~lofted:2802,933:rotating", True),
    ],
)
def test_title_names_the_rotation_where_all_rings_have_it(query: str, named: bool) -> None:
    view = view_at(query)
    assert title(view) == title_of(view)
    assert title_of(view).endswith(("with Earth's rotation?", "with rotation?")) == named


def test_each_number_on_a_picture_is_marked() -> None:
    view = view_at(BAND)
    frame = frame_of(view, "mercator", (1200, 675), 1.0)
    edges = ring_edges(frame, view)
    assert len(edges) == 2
    for edge in edges:
        assert "\u00b1" in edge.number
        assert "\u00b1" in edge.bare
