"""The KML as other programs read it: GDAL, an XML parser, and GeographicLib for every number."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from geo.kml.document import map_kml, map_kmz
from geo.reach.headline import finding_of
from geo.words.credits import ATTRIBUTION
from tests.kmlfiles import (
    ATOM,
    FOLDERS,
    FULL,
    KML,
    LINK,
    PLACEMARK,
    STATES,
    coordinates_of,
    folder_of,
    root_of,
    text_of,
    words_of,
)
from tests.support import exact, place_point, scenario_of, site_point, table, view_at


def ogrinfo(file: Path) -> dict[str, tuple[int, list[float]]]:
    """Return features and extent of each layer as GDAL reads them."""
    command = ["ogrinfo", "-ro", "-al", "-so", str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert said.stderr == ""
    assert "using driver `LIBKML' successful" in said.stdout
    found = re.findall(
        r"Layer name: (.*)\n(?:.*\n)*?Feature Count: (\d+)\n(?:Extent: (.*)\n)?", said.stdout
    )
    return {
        name: (int(count), [float(each) for each in re.findall(r"-?[\d.]+", extent)])
        for name, count, extent in found
    }


@pytest.mark.parametrize(("ending", "make"), [("kml", map_kml), ("kmz", map_kmz)])
def test_gdal_reads_every_layer(ending: str, make: object, tmp_path: Path) -> None:
    file = tmp_path / f"map.{ending}"
    file.write_bytes(make(view_at(FULL), LINK))
    layers = ogrinfo(file)
    assert [name for name in layers if name in FOLDERS] == FOLDERS
    counts = {name: count for name, (count, _) in layers.items()}
    assert counts["Cities"] == len(table("cities"))
    assert counts["Bases"] == len(table("bases"))
    assert counts["Launch sites"] == counts["Fill"] == 4
    edges = [counts[name] for name in layers if name not in FOLDERS]
    assert edges == [1, 2, 3, 1]
    for count, (west, south, east, north) in (each for each in layers.values() if each[0]):
        assert count
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
    assert layers["Launch sites"][1] == pytest.approx([-170.25, 12.5, 129.667, 40.85], abs=1e-6)


def test_rings_have_a_folder_each_and_edges_their_names() -> None:
    root = root_of(scenario_of(FULL))
    folders = folder_of(root, "Range rings").findall(f"{KML}Folder")
    assert [text_of(each, "name") for each in folders] == [
        "8,000 km (experts via Yonhap: a ceiling)", "3,000\u20135,500 km",
        "8,500\u201314,000 km (“Hwasong-15”, own label)", "4,000 km",
    ]  # fmt: skip
    marks = [each.findall(PLACEMARK) for each in folders]
    assert [[text_of(mark, "name") for mark in each] for each in marks] == [
        ["8,000 km"],
        ["Low: 3,000 km", "High: 5,500 km"],
        ["Low: 8,500 km", "Best: 10,400 km", "High: 14,000 km"],
        ["4,000 km"],
    ]
    assert [[text_of(mark, "styleUrl") for mark in each] for each in marks] == [
        ["#ring-0"], ["#ring-1"] * 2, ["#ring-2-edge", "#ring-2", "#ring-2-edge"], ["#ring-3"]
    ]  # fmt: skip


def test_ring_says_who_claims_what_when_and_where() -> None:
    folders = folder_of(root_of(scenario_of("")), "Range rings").findall(f"{KML}Folder")
    claims = {row["said_by"] or row["label"]: row for row in table("claims").values()}
    assert len(folders) == 5
    for folder in folders:
        said = words_of(folder)
        who = text_of(folder, "name").partition("(")[2][:-1].removesuffix(": a ceiling")
        claim = claims[who]
        for fact in (claim["claimed_by"], claim["claim_date"], claim["source_name"], "assumption"):
            assert fact in said.text
        assert said.links == ([claim["source_url"]] if claim["source_url"] else [])
        (edge, *_) = folder.findall(PLACEMARK)
        assert claim["claimed_by"] in words_of(edge).text
    own = words_of(folder_of(root_of(scenario_of("ring=sohae~7777")), "7,777 km"))
    assert "own assumption" in own.text
    assert "no published source" in own.text


def test_file_says_what_it_is_and_opens_the_view() -> None:
    document = root_of(scenario_of(FULL)).find(f"{KML}Document")
    said = words_of(document)
    assert ATTRIBUTION in said.text
    assert "As of 2017-07-04" in said.text
    assert said.links == [LINK]
    assert document.find(f"{ATOM}link").get("href") == LINK
    assert document.findtext(f"{ATOM}author/{ATOM}name") == "Reachmap"
    assert text_of(document, "name") == "Who is within reach?"
    assert finding_of(view_at(FULL)) in said.text
    assert "As of" not in words_of(root_of(scenario_of("")).find(f"{KML}Document")).text


@pytest.mark.parametrize(("units", "km"), [("km", 1), ("mi", 1.609344), ("nmi", 1.852)])
def test_place_says_how_far_it_is_and_what_that_means(units: str, km: float) -> None:
    root = root_of(scenario_of(f"{FULL}&units={units}".replace(",envelope", "")))
    marks = [mark for name in FOLDERS[6:] for mark in folder_of(root, name).iter(PLACEMARK)]
    sites = [*map(site_point, ("sohae", "tonghae", "pyongsong")), (12.5, -170.25)]
    limits = [(8000, 8000), (3000, 5500), (8500, 14_000), (4000, 4000)]
    assert len(marks) > 200
    for mark in marks:
        data = {each.get("name"): text_of(each, "value") for each in mark.iter(f"{KML}Data")}
        assert list(data) == ["id", "country", "kind", "reach"]
        (lonlat,) = coordinates_of(mark, "Point")
        assert lonlat[0][::-1].tolist() == pytest.approx(place_point(data["id"]), abs=1e-7)
        from_each = [exact(site, place_point(data["id"]))[0] for site in sites]
        states = [int(far > sure) + int(far > limit)
                  for far, (sure, limit) in zip(from_each, limits, strict=True)]  # fmt: skip
        assert data["reach"] == STATES[states[0]]  # of the active ring, as symbols on maps
        assert text_of(mark, "styleUrl").endswith(f"-{data['reach']}")
        lines = words_of(mark).text.split("\n")
        assert data["country"] in lines[0]
        for far in from_each:
            assert any(line.startswith(f"{far / km:,.0f} {units} from ") for line in lines)
        words = ["Inside: ", "In the band: ", "Outside: "]
        said = [[line.startswith(each) for each in words].index(True) for line in lines
                if line.startswith(tuple(words))]  # fmt: skip
        assert said == states
        assert any(line.startswith("Source: ") for line in lines)


@pytest.mark.parametrize("make", [map_kml, map_kmz])
def test_same_view_gives_the_same_bytes(make: object) -> None:
    first = make(view_at(FULL), LINK)
    assert make(view_at(FULL), LINK) == first


def test_coordinates_have_at_most_seven_decimals_and_no_minus_zero() -> None:
    for query in ("", "ring=0,180~5000&ring=90,0~3000-10000&ring=0,0~19900"):
        for each in root_of(scenario_of(query)).iter(f"{KML}coordinates"):
            assert re.fullmatch(r"(-?\d+(\.\d{1,7})?,-?\d+(\.\d{1,7})?( |$))+", each.text or "")
            assert not re.search(r"(^|[ ,])-0(\.0+)?([ ,]|$)", each.text or "")


def test_plain_kml_refers_to_nothing_outside_itself() -> None:
    root = root_of(scenario_of(FULL))
    assert not [each for each in root.iter() if each.tag.endswith(("href", "NetworkLink"))]


def test_story_of_july_2017_is_small() -> None:
    assert len(map_kml(view_at(""), LINK)) < 1_500_000
