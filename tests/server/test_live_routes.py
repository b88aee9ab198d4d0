"""What pages fetch while they are open: lists, distances, searches, and what is refused."""

from __future__ import annotations

import pytest

from geo.catalog.reading import load_catalog
from geo.errors import DataError
from geo.facts import REGION_NAMES
from tests.support import (
    PLACE_TABLES,
    ROOT,
    ask,
    errors_of,
    exact,
    place_point,
    site_point,
    table,
)


@pytest.mark.parametrize(
    "path", ["/live/site.json?site=10,20", "/live/site.json", "/live/find.json?q=a"]
)
def test_broken_data_file_is_no_fault_of_what_was_asked(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def broken(**_: object) -> None:
        raise DataError("launch_sites.csv, row 1: no column 'lat'.")

    monkeypatch.setattr("ui.live.routes.load_catalog", broken)
    answer = ask(path)
    assert answer.status == 503
    assert [error["key"] for error in errors_of(answer)] == ["data"]


def test_live_lists_hold_what_the_tables_hold() -> None:
    rows = [row for name in PLACE_TABLES for row in table(name).values()]
    places = {each["id"]: each for each in ask("/live/places.json").json()}
    assert set(places) == {row["id"] for row in rows if row.get("status") != "cancelled"}
    assert {each["id"] for each in ask("/live/sites.json").json()} == set(table("launch_sites"))
    claims = [claim["id"] for each in ask("/live/missiles.json").json() for claim in each["claims"]]
    assert sorted(claims) == sorted(table("claims"))
    regions = {each["id"] for each in ask("/live/regions.json").json()}
    assert regions == {name.id for name in REGION_NAMES}
    presets = [each["id"] for each in ask("/live/presets.json").json()]
    assert sorted(presets) == sorted(file.stem for file in ROOT.glob("data/presets/*.toml"))


def test_live_site_has_exact_distances() -> None:
    content = ask("/live/site.json?site=sohae").json()
    assert (content["site"]["lat"], content["site"]["lon"]) == site_point("sohae")
    assert set(content["km"]) == {place.id for place in load_catalog().places}
    for place in content["km"]:
        distance_km, azimuth_deg = exact(site_point("sohae"), place_point(place))
        assert content["km"][place] == pytest.approx(distance_km, abs=1e-6)
        assert content["azimuth"][place] == pytest.approx(azimuth_deg, abs=0.0051)


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("/live/site.json", "site"),
        ("/live/site.json?site=mars", "site"),
        ("/live/site.json?site=125.27,39.87", "site"),
        ("/live/places.json?date=soon", "date"),
        ("/live/places.json?date=2017-07-04%26show%3Dcities", "date"),
        ("/live/places.json?date=2017-07-04%26units%3Dx", "date"),
    ],
)
def test_live_route_names_a_bad_value(target: str, key: str) -> None:
    answer = ask(target)
    assert answer.status == 400
    assert [error["key"] for error in errors_of(answer)] == [key]


@pytest.mark.parametrize(
    ("query", "name", "said"),
    [
        ("q=honolulu", "Honolulu", ""),
        ("q=39.87,125.27", "39.87,125.27", ""),
        ("q=125.27,39.87", None, "latitude comes first"),
        ("q=Atlantis+Deep", None, "No place called 'Atlantis Deep'"),
        ("q=%3Cimg%20src=x%3E%00", None, "No place called '<img src=x>"),
        ("q=", None, ""),
        ("", None, ""),
    ],
)
def test_live_find_gives_places_or_says_why_not(query: str, name: str | None, said: str) -> None:
    answer = ask(f"/live/find.json?{query}")
    assert answer.status == 200
    content = answer.json()
    assert [each["name"] for each in content["results"][:1]] == ([name] if name else [])
    assert content["message"] == said if not said else said in content["message"]
    assert content["online"] is False
