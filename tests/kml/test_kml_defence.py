"""Missile defence for Google Earth: sectors, ranges of interceptors, centres of rings."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pytest
import shapely
from shapely import Polygon

from geo.kml.document import map_kmz
from tests.kmlfiles import (
    KML,
    LINK,
    PLACEMARK,
    coordinates_of,
    folder_of,
    parsed,
    root_of,
    text_of,
    words_of,
)
from tests.oracle import ALLOWED_STRAY_KM, WGS84, turn_deg
from tests.support import exact, place_point, scenario_of, table, view_at

SEONGJU = "radar=tpy2_seongju~2000~347~120&radar=tpy2_seongju~600~347~120"
BATTERY = "ring=36.049,128.226~200&ring=sohae~8000"
SECTORS = [
    ("tpy2_seongju", 2000, 347, 120),
    ("cobra_dane", 5500, 319, 136),  # over the antimeridian
    ("lrdr_clear", 6000, 0, 90),  # the north pole inside
    ("tpy2_guam", 1000, 0, 360),
]


def marks_of(query: str, name: str) -> list:
    return folder_of(root_of(scenario_of(query)), name).findall(PLACEMARK)


def test_each_sector_is_a_placemark_that_says_whose_it_is() -> None:
    marks = marks_of(f"ring=sohae~8000&{SEONGJU}&show=cities", "Radar sectors")
    names = [text_of(mark, "name") for mark in marks]
    assert [name.partition(" \u00b7 ")[0] for name in names] == ["2,000 km", "600 km"]
    claims = table("radar_claims")
    for mark, km in zip(marks, ("2000", "600"), strict=True):
        said = words_of(mark)
        named = [
            row["claimed_by"] for row in claims.values()
            if "tpy2_seongju" in row["radars"].split("|")
            and km in (row["range_km_low"], row["range_km_high"])
        ]  # fmt: skip
        assert named
        for who in named:
            assert who in said.text
        assert "as this link assumes" in said.text
        assert "not what it is known to see" in said.text
        assert said.links


def test_a_range_that_nobody_claims_is_an_own_assumption() -> None:
    (mark,) = marks_of("ring=sohae~8000&radar=tpy2_seongju~1234~347~120", "Radar sectors")
    assert text_of(mark, "name") == "1,234 km \u00b7 own assumption: AN/TPY-2 radar Seongju"
    assert "no published source" in words_of(mark).text


@pytest.mark.parametrize("shown", ["cities", "radar"])
@pytest.mark.parametrize("day", ["", "2010-01-01"])
def test_radar_of_a_sector_has_its_point_once(shown: str, day: str) -> None:
    query = f"ring=sohae~8000&{SEONGJU}&show={shown}" + (f"&date={day}" if day else "")
    root = root_of(scenario_of(query))
    (point,) = (
        mark for mark in folder_of(root, "Radars").findall(PLACEMARK)
        if text_of(mark, "name") == "AN/TPY-2 radar Seongju"
    )  # fmt: skip
    ((found,),) = coordinates_of(point, "Point")
    assert found[:2] == pytest.approx(place_point("tpy2_seongju")[::-1], abs=1e-6)
    assert "Since: 2017-04-26" in words_of(point).text
    style = text_of(point, "styleUrl").removeprefix("#")
    assert style in {each.get("id") for each in root.iter(f"{KML}Style")}


@pytest.mark.parametrize("sector", SECTORS, ids=str)
def test_areas_of_a_sector_hold_what_lies_in_it(sector: tuple[str, float, float, float]) -> None:
    radar, range_km, azimuth_deg, width_deg = sector
    told = "~".join(map(str, sector))
    (mark,) = marks_of(f"ring=sohae~8000&radar={told}&show=cities", "Radar sectors")
    area = shapely.union_all([Polygon(ring) for ring in coordinates_of(mark, "LinearRing")])
    start, rng = place_point(radar), np.random.default_rng(5)
    for _ in range(300):
        way = rng.uniform(0, 360), rng.uniform(0, 1.3) * range_km
        end = WGS84.Direct(*start, way[0], way[1] * 1000)
        off_deg = turn_deg(way[0] - azimuth_deg) - width_deg / 2
        beside_km = abs(way[1] * np.radians(off_deg)) if width_deg < 360 else np.inf
        if min(abs(way[1] - range_km), beside_km) > 3 * ALLOWED_STRAY_KM:
            expected = way[1] <= range_km and off_deg <= 0
            assert area.intersects(shapely.Point(end["lon2"], end["lat2"])) == expected, way


@pytest.mark.parametrize("sector", SECTORS, ids=str)
def test_lines_of_a_sector_are_at_its_range_or_on_its_edges(
    sector: tuple[str, float, float, float],
) -> None:
    radar, range_km, azimuth_deg, width_deg = sector
    told = "~".join(map(str, sector))
    (mark,) = marks_of(f"ring=sohae~8000&radar={told}&show=cities", "Radar sectors")
    lines = coordinates_of(mark, "LineString")
    assert lines
    for lon, lat in np.concatenate(lines):
        km, azimuth = exact(place_point(radar), (lat, lon))
        off_deg = abs(turn_deg(azimuth - azimuth_deg) - width_deg / 2)
        assert abs(km - range_km) < 0.05 or km * np.radians(off_deg) < 0.05
        assert abs(lon) <= 180


def test_ranges_of_interceptors_are_lines_about_their_batteries() -> None:
    marks = marks_of("ring=sohae~8000&show=thaad&date=2017-07-04", "Ranges of interceptors")
    told = {mark.findtext(f"{KML}ExtendedData/{KML}Data/{KML}value"): mark for mark in marks}
    rows = table("missile_defense")
    assert {"thaad_seongju", "thaad_guam"} <= told.keys()
    for battery, mark in told.items():
        km = float(rows[battery]["interceptor_range_km"])
        assert "not a defended area" in words_of(mark).text
        assert not list(mark.iter(f"{KML}Polygon"))
        for lon, lat in np.concatenate(coordinates_of(mark, "LineString")):
            assert exact(place_point(battery), (lat, lon))[0] == pytest.approx(km, abs=0.001)


def test_a_battery_with_a_ring_around_it_stands_among_centres_not_among_launch_sites() -> None:
    root = root_of(scenario_of(f"{BATTERY}&show=cities"))
    sites = [text_of(mark, "name") for mark in folder_of(root, "Launch sites").findall(PLACEMARK)]
    assert len(sites) == 1
    assert "Sohae" in sites[0]
    (mark,) = folder_of(root, "Centres of rings").findall(PLACEMARK)
    assert text_of(mark, "name") == table("missile_defense")["thaad_seongju"]["name"]
    assert text_of(mark, "styleUrl") == "#center-thaad"
    assert "200 km" in words_of(mark).text
    alone = root_of(scenario_of("ring=36.049,128.226~200&show=cities"))
    names = [text_of(each, "name") for each in alone.iter(f"{KML}Folder")]
    assert "Launch sites" not in names


def test_a_centre_has_the_icon_of_its_layer() -> None:
    content = map_kmz(view_at(f"{BATTERY}&show=cities"), LINK)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = parsed(archive.read("doc.kml"))
        files = archive.namelist()
    styles = {each.get("id"): each for each in root.iter(f"{KML}Style")}
    icon = styles["center-thaad"].findtext(f"{KML}IconStyle/{KML}Icon/{KML}href")
    assert icon == "files/thaad-in.png"
    assert icon in files
