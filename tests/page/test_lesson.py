"""What the lesson about maps takes for granted: its page's facts, and where the base map is cut."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from tests.page.openedpages import component, opened
from tests.support import ROOT

SHEET_WEST_DEG = -30.0  # WEST_EDGE in ui/web/lesson/paper.js
OVERLAP_DEG = 0.06  # parts overlap where they are cut, or a hair of sea would show


def test_page_is_given_the_first_ring_of_the_link_and_what_was_wrong_with_it() -> None:
    data = component(opened("lesson", ring=["sohae~8000~experts via Yonhap", "x~1"]), "lesson")
    ring = data["scene"]["rings"][0]
    assert (ring["site"], ring["best"], ring["label"]) == ("sohae", 8000, "experts via Yonhap")
    assert [(each["key"], each["value"]) for each in data["problems"]] == [("ring", "x~1")]


@pytest.mark.parametrize("kind", ["land", "lakes"])
def test_base_map_lies_flat_on_the_sheet(kind: str) -> None:
    """The globe asks whether an area holds a point as if longitude and latitude were x and y."""
    text = (ROOT / "data" / "basemap" / f"{kind}_110m.geojson").read_text("utf-8")
    shapes = [feature["geometry"] for feature in json.loads(text)["features"]]
    assert {shape["type"] for shape in shapes} == {"MultiPolygon"}
    outlines = [line for shape in shapes for area in shape["coordinates"] for line in area]
    lons = [lon for line in outlines for lon, _ in line]
    assert min(lons) >= SHEET_WEST_DEG - OVERLAP_DEG
    assert max(lons) <= SHEET_WEST_DEG + 360 + OVERLAP_DEG
    for line in outlines:
        widest = max(abs(a[0] - b[0]) for a, b in pairwise(line) if a[1] > -89)
        assert widest < 180, "no edge runs across the sheet"
