"""The exports keep their columns and properties, and every number agrees with GeographicLib."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, shape

from geo.export.geodata import defused, reach_csv, rings_geojson
from geo.link.view import View
from tests.support import exact, place_point, site_point, table, view_at

HEADER = (
    "ring,site,place_id,place,country,kind,lat,lon,population,distance_km,azimuth_deg,"
    "range_low_km,range_best_km,range_high_km,reach"
)
PROPERTIES = ["ring", "role", "site", "site_lat", "site_lon", "range_km", "label", "said", "kind"]
SOURCED = ["statement", "claim_date", "source", "source_url"]
TEXT_COLUMNS = ("site", "place_id", "place", "country", "kind", "reach")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# One ring, a band, low-best-high, and a typed site south and east of 180 degrees.
LINK = (
    "ring=sohae~8000~experts%20via%20Yonhap&ring=tonghae~3000-5500"
    "&ring=pyongsong~8500-10400-14000~Hwasong-15&ring=12.5,-170.25~4000"
    "&show=cities,bases,thaad,radar"
)
# Simple, over 180 degrees, grazing and around one pole, around both, nearly everything.
SHAPES = [
    *[f"sohae~{km}" for km in (10, 300, 4380, 5000, 5503, 5506, 8000, 14390, 15000, 19900)],
    "mupyong_ni~5504.6",
    "-41.3,174.8~3000-5400-9000",
    "0,180~1000",
    "0,-180~15000",
    "90,0~5000",
    "-90,0~19900",
]


def rows_of(view: View) -> list[dict[str, str]]:
    text = reach_csv(view)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def features_of(link: str) -> list[dict[str, Any]]:
    """Return the features as another program reads them: through strict JSON."""
    return json.loads(json.dumps(rings_geojson(view_at(link)), allow_nan=False))["features"]


def test_file_is_the_same_each_time_and_zero_has_no_sign() -> None:
    """On the meridian below the site the longitude is zero, of either sign."""
    files = {json.dumps(rings_geojson(view_at("ring=0,0~50"))) for _ in range(20)}
    assert len(files) == 1
    assert "-0.0," not in files.pop()


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def test_csv_starts_with_mark_and_header_and_ends_lines_as_the_standard_says() -> None:
    text = reach_csv(view_at(LINK))
    assert text.startswith(f"\ufeff{HEADER}\r\n")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert text.count("\ufeff") == 1


def test_csv_has_every_place_shown_once_for_every_ring() -> None:
    defences = table("missile_defense").values()
    built = {row["id"] for row in defences if row["status"] != "cancelled"}
    places = set(table("cities")) | set(table("bases")) | built
    counted = Counter((row["ring"], row["place_id"]) for row in rows_of(view_at(LINK)))
    assert counted == Counter((ring, place) for ring in "0123" for place in places)


@pytest.mark.parametrize(("show", "tables"), [("cities", ["cities"]), ("bases", ["bases"])])
def test_csv_keeps_to_the_layers_shown(show: str, tables: list[str]) -> None:
    found = {row["place_id"] for row in rows_of(view_at(f"ring=sohae~8000&show={show}"))}
    assert found == {place for name in tables for place in table(name)}
    assert rows_of(view_at("ring=sohae~8000&show=")) == []


def test_csv_on_a_day_holds_what_stood_on_it() -> None:
    shown = "ring=sohae~8000&show=thaad,radar"
    stood = {row["place_id"] for row in rows_of(view_at(f"{shown}&date=2017-04-25"))}
    a_day_later = {row["place_id"] for row in rows_of(view_at(f"{shown}&date=2017-04-26"))}
    dates = {place: row["deployed_from"] for place, row in table("missile_defense").items()}
    assert a_day_later - stood == {p for p, day in dates.items() if day == "2017-04-26"}
    assert not [place for place in stood if dates[place] > "2017-04-25"]


def test_distances_and_azimuths_agree_with_geographiclib() -> None:
    starts = {"12.5,-170.25": (12.5, -170.25)}
    for row in rows_of(view_at(LINK)):
        start = starts.get(row["site"]) or site_point(row["site"])
        distance_km, azimuth_deg = exact(start, place_point(row["place_id"]))
        assert float(row["distance_km"]) == pytest.approx(distance_km, abs=0.00051)
        off_deg = (float(row["azimuth_deg"]) - azimuth_deg + 180) % 360 - 180
        assert abs(off_deg) <= 0.0051, row


def test_reach_says_in_band_or_out_by_the_words_of_the_contract() -> None:
    limits = {"0": (8000, 8000), "1": (3000, 5500), "2": (8500, 14000), "3": (4000, 4000)}
    said = Counter()
    for row in rows_of(view_at(LINK)):
        start = site_point(row["site"]) if "," not in row["site"] else (12.5, -170.25)
        distance_km, _ = exact(start, place_point(row["place_id"]))
        sure_km, limit_km = limits[row["ring"]]
        expected = "in" if distance_km <= sure_km else "band" if distance_km <= limit_km else "out"
        assert row["reach"] == expected, row
        said[row["ring"], expected] += 1
    assert {key for key in said if key[1] == "band"} == {("1", "band"), ("2", "band")}


def test_range_that_a_ring_does_not_have_is_blank() -> None:
    columns = ("site", "range_low_km", "range_best_km", "range_high_km")
    found = {row["ring"]: (row["site"], *(number(row[c]) for c in columns[1:])) for row in
             rows_of(view_at(LINK))}  # fmt: skip
    assert found == {
        "0": ("sohae", None, 8000, None),
        "1": ("tonghae", 3000, None, 5500),
        "2": ("pyongsong", 8500, 10400, 14000),
        "3": ("12.5,-170.25", None, 4000, None),
    }


def test_cells_say_what_the_tables_say() -> None:
    rows = {
        row["place_id"]: row for row in rows_of(view_at("ring=sohae~8000&show=cities,bases,radar"))
    }
    for place, city in table("cities").items():
        assert rows[place]["place"] == city["name"]
        assert rows[place]["country"] == city["country"]
        assert int(rows[place]["population"]) == int(city["population"])
    assert rows["osan_ab"]["kind"] == "air"
    assert rows["osan_ab"]["population"] == ""
    assert rows["cobra_dane"]["place"] == "Cobra Dane (AN/FPS-108), Shemya"


def test_longitude_west_stays_a_number() -> None:
    rows = {row["place_id"]: row for row in rows_of(view_at("ring=sohae~8000&show=cities"))}
    assert rows["washington_dc"]["lon"] == "-77.03637"
    assert float(rows["canberra"]["lat"]) == -35.28346


@pytest.mark.parametrize("start", FORMULA_STARTS, ids=ascii)
def test_formula_in_a_text_cell_is_defused_and_stays_one_cell(start: str) -> None:
    evil = f'{start}HYPERLINK("http://x","a, b")'
    view = view_at("ring=sohae~8000&show=cities")
    place = replace(view.catalog.places[0], name=evil, country=evil, kind=evil)
    (row,) = rows_of(View(view.scenario, replace(view.catalog, places=(place,))))
    assert (row["place"], row["country"], row["kind"]) == (f"'{evil}",) * 3
    assert row["lat"] == "39.03385"
    assert defused(f"a{evil}") == f"a{evil}"


def test_no_text_cell_starts_like_a_formula_even_at_a_site_in_the_south() -> None:
    rows = rows_of(view_at("ring=-12.5,130.9~4000&show=cities,bases,thaad,radar"))
    cells = {row[column] for row in rows for column in TEXT_COLUMNS}
    assert {cell for cell in cells if cell.startswith(FORMULA_STARTS)} == set()


def test_geojson_has_one_feature_for_each_edge_with_exactly_these_properties() -> None:
    features = features_of(LINK)
    assert all(list(each) == ["type", "properties", "geometry"] for each in features)
    for each in features:
        is_claim = each["properties"]["kind"] == "claim"
        assert list(each["properties"]) == [*PROPERTIES, *SOURCED * is_claim, "center"]
        assert each["properties"]["center"] is None
    sohae, tonghae, pyongsong = map(site_point, ("sohae", "tonghae", "pyongsong"))
    assert [tuple(each["properties"].values())[:7] for each in features] == [
        (0, "best", "sohae", *sohae, 8000, "experts via Yonhap"),
        (1, "low", "tonghae", *tonghae, 3000, ""),
        (1, "high", "tonghae", *tonghae, 5500, ""),
        (2, "low", "pyongsong", *pyongsong, 8500, "Hwasong-15"),
        (2, "best", "pyongsong", *pyongsong, 10400, "Hwasong-15"),
        (2, "high", "pyongsong", *pyongsong, 14000, "Hwasong-15"),
        (3, "best", "12.5,-170.25", 12.5, -170.25, 4000, ""),
    ]
    assert [tuple(each["properties"].values())[7:9] for each in features] == [
        ("experts via Yonhap", "claim"),
        *[("", "")] * 2,
        *[("\u201cHwasong-15\u201d, own label", "words")] * 3,
        ("", ""),
    ]


def test_geojson_says_which_place_a_ring_is_around() -> None:
    (battery, guam) = features_of("ring=36.049,128.226~200&ring=13.44,144.66~1000")
    assert battery["properties"]["center"] == {"id": "thaad_seongju", "kind": "THAAD"}
    assert guam["properties"]["center"] is None


def test_geojson_is_a_collection_without_a_coordinate_system_of_its_own() -> None:
    text = json.dumps(rings_geojson(view_at(LINK)), allow_nan=False)
    collection = json.loads(text)
    assert collection["type"] == "FeatureCollection"
    assert {each["type"] for each in collection["features"]} == {"Feature"}
    assert '"crs"' not in text
    assert not {"coordinates", "geometries", "geometry", "properties"} & set(collection)


@pytest.mark.parametrize("ring", SHAPES)
def test_geometry_is_valid_right_handed_and_within_the_world(ring: str) -> None:
    for feature in features_of(f"ring={ring}"):
        area = shape(feature["geometry"])
        assert isinstance(area, Polygon | MultiPolygon)
        assert area.is_valid
        west, south, east, north = area.bounds
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
        for part in getattr(area, "geoms", [area]):
            assert part.exterior.is_ccw
            assert not [hole for hole in part.interiors if hole.is_ccw]
        properties = feature["properties"]
        assert area.distance(Point(properties["site_lon"], properties["site_lat"])) == 0


@pytest.mark.parametrize("ring", SHAPES)
def test_lines_are_closed_and_positions_are_longitude_and_latitude(ring: str) -> None:
    for feature in features_of(f"ring={ring}"):
        kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        polygons = coordinates if kind == "MultiPolygon" else [coordinates]
        lines = [line for polygon in polygons for line in polygon]
        assert lines
        for line in lines:
            assert len(line) >= 4
            assert line[0] == line[-1]
            assert {len(position) for position in line} == {2}
