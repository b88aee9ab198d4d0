"""Tests in Google Earth: a folder of lines and marks, by GeographicLib where they came down."""

from __future__ import annotations

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from geo.kml.geometry import way_lines
from tests.kmlfiles import KML, PLACEMARK, coordinates_of, folder_of, root_of, text_of
from tests.support import scenario_of, site_point, table

FLIGHTS = {row["flight"]: row for row in reversed(table("tests").values())}


def test_each_test_whose_site_is_known_is_a_line_or_a_mark() -> None:
    folder = folder_of(root_of(scenario_of("show=tests&date=2017-12-31")), "Tests")
    marks = {}
    for mark in folder.iter(PLACEMARK):
        values = {each.get("name"): text_of(each, "value") for each in mark.iter(f"{KML}Data")}
        marks[values["id"]] = mark
    known = [row for row in FLIGHTS.values() if row["launch_site_id"]]
    assert set(marks) == {row["flight"] for row in known if row["date"] <= "2017-12-31"}
    for id_, mark in marks.items():
        row = FLIGHTS[id_]
        start = site_point(row["launch_site_id"])
        (point,) = coordinates_of(mark, "Point")
        lines = coordinates_of(mark, "LineString")
        assert f"lab?test={id_}" in text_of(mark, "description")
        assert row["source_url"] in text_of(mark, "description")
        if not lines:
            assert point[0, ::-1] == pytest.approx(start)
            continue
        reports = [each for each in table("tests").values() if each["flight"] == id_]
        km = next(float(each["range_flown_km"]) for each in reports if each["range_flown_km"])
        end = Geodesic.WGS84.Direct(*start, float(row["azimuth_deg"]), 1000 * km)
        assert point[0, ::-1] == pytest.approx((end["lat2"], end["lon2"]), abs=1e-6)
        assert lines[-1][-1] == pytest.approx(point[0])


def test_without_the_layer_there_is_no_such_folder() -> None:
    root = root_of(scenario_of("show=cities"))
    assert "Tests" not in [text_of(each, "name") for each in root.iter(f"{KML}Folder")]


@pytest.mark.parametrize("east", [True, False])
def test_a_way_over_180_degrees_is_cut_there(east: bool) -> None:
    way = np.array([[40.0, 179.0], [41.0, 179.8], [42.0, 180.6], [43.0, 181.4]])
    if not east:
        way = way * np.array([1.0, -1.0])
    lines = way_lines(way)
    edge = 180.0 if east else -180.0
    assert [len(line) for line in lines] == [3, 3]
    assert lines[0][-1] == pytest.approx([41.25, edge])
    assert lines[1][0] == pytest.approx([41.25, -edge])
    assert np.abs(np.concatenate(lines)[:, 1]).max() <= 180
