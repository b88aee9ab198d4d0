"""A ring that is hidden stays in links and is drawn and counted in no export."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from geo.handout.content import handout_text
from geo.link.query import encode
from geo.reach.summary import summarize
from geo.share.links import file_name
from tests.support import ask, scenario_of, view_at

RINGS = "ring=sohae~1000&ring=sohae~3000&ring=39,125~5000-6000"
LINK = f"{RINGS}&hide=1"


def rows(query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ask(f"/export/reach.csv?{query}").text)))


def test_other_rings_keep_their_numbers() -> None:
    features = ask(f"/export/rings.geojson?{LINK}").json()["features"]
    assert [(each["properties"]["ring"], each["properties"]["range_km"]) for each in features] == [
        (1, 3000), (2, 5000), (2, 6000)
    ]  # fmt: skip
    assert {row["ring"] for row in rows(LINK)} == {"1", "2"}
    told = [row for row in rows(LINK) if row["ring"] == "1"]
    assert told == [row for row in rows(RINGS) if row["ring"] == "1"]


def test_kml_has_neither_its_outline_nor_its_style() -> None:
    kml = ask(f"/export/map.kml?{LINK}").text
    assert "<name>1,000 km</name>" not in kml
    assert "<name>3,000 km</name>" in kml
    assert {"#ring-1", "#ring-2"} <= set(re.findall(r"#ring-\d", kml))
    assert "#ring-0" not in kml


def test_handout_has_the_letters_of_the_others() -> None:
    text = handout_text(view_at(LINK))
    assert [row.letter for row in text.claims] == ["B", "C"]
    assert all(len(row.reach) == 2 for row in text.distances)


def test_page_in_one_file_holds_it_hidden() -> None:
    page = ask(f"/export/map.html?{LINK}").text
    (saved,) = re.findall(r'<script type="application/json" id="saved">(.*?)</script>', page)
    rings = json.loads(saved)["scene"]["rings"]
    assert [ring["hidden"] for ring in rings] == [True, False, False]


def test_first_ring_shown_speaks_where_the_active_one_is_hidden() -> None:
    said = summarize(view_at(LINK))
    assert said.counts == summarize(view_at(f"{RINGS}&on=2&hide=1")).counts
    assert said.counts.startswith("Within 3,000 km: ")
    assert said.newly_inside == ""  # nothing lower is shown
    assert file_name(scenario_of(LINK), "png") == "reachmap_sohae_3000km_and_1_more.png"


def test_picture_differs_and_is_that_of_the_others() -> None:
    size = "width=400&height=300&at=39,125,2"
    all_three, hidden = (ask(f"/export/map.png?{query}&{size}").body for query in (RINGS, LINK))
    assert all_three != hidden


@pytest.mark.parametrize(
    "file",
    [
        *("rings.geojson", "reach.csv", "map.kml", "map.kmz", "map.html", "handout.pdf"),
        *(f"map.png?width=300&height=200&projection={each}"
          for each in ("mercator", "azimuthal", "globe")),
    ],
)  # fmt: skip
def test_view_without_any_ring_is_a_file_like_any_other(file: str) -> None:
    query = f"{RINGS}&hide=1,2,3&show=cities,arcs,envelope"
    answer = ask(f"/export/{file}{'&' if '?' in file else '?'}{query}")
    assert answer.status == 200
    if file == "rings.geojson":
        assert answer.json()["features"] == []
    if file == "reach.csv":
        assert rows(query) == []


def test_view_without_any_ring_says_so() -> None:
    said = summarize(view_at(f"{RINGS}&hide=1,2,3&show=cities,arcs,envelope"))
    assert (said.counts, said.rest) == ("No ring is shown.", "")


def test_link_keeps_it() -> None:
    assert encode(scenario_of(LINK)) == f"{RINGS}&hide=1&v=1"
