"""Each page runs, shows what it is about, and lists the faults when the data are broken."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.catalog.basemap import basemap_faults
from geo.catalog.reading import left_out, load_catalog
from geo.catalog.texts import long_text
from geo.facts.pages import PAGES
from geo.files.datafiles import DATA_DIR
from tests.support import BAD_VALUES, ROOT, read_link, scenario_of, table
from ui.page.data import english_files

MAIN = str(ROOT / "ui" / "main.py")
READING = {page: title for page, title in PAGES.items() if page != "quiz"}  # the quiz is a map
READING_COMMIT = """
import streamlit as st
from ui.page import committed_pairs
st.json(committed_pairs(st.session_state["commit"]))
"""
RING = "sohae~8000~experts via Yonhap"


def opened(page: str = "map", **query: str | list[str]) -> AppTest:
    """Return a page as a visitor finds it who came by the map with this query string."""
    app = AppTest.from_file(MAIN, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    return app if page == "map" else app.switch_page(f"../pages/{page}.py").run()


def component(app: AppTest, name: str) -> dict[str, Any]:
    """Return the facts that one of the page's own components was given."""
    protos = [element.proto for element in app.get("bidi_component")]
    (data,) = [each.json for each in protos if each.component_name == f"reachmap_{name}"]
    return json.loads(data)


@pytest.fixture
def broken_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the pages read a copy of the data in which two rows and a file are wrong."""
    shutil.copytree(DATA_DIR, tmp_path / "data", ignore=shutil.ignore_patterns("basemap"))
    cities = tmp_path / "data" / "cities.csv"
    text = cities.read_text("utf-8").replace("37.566,126.9784", "126.9784,37.566")
    cities.write_text(text.replace("35.6895,", "north,"), "utf-8")
    (tmp_path / "data" / "bases.csv").unlink()
    broken = partial(load_catalog, tmp_path / "data")
    monkeypatch.setattr("ui.page.data.load_catalog", broken)
    return tmp_path / "data"


def test_map_page_of_a_bare_link_shows_the_five_rings_of_july_2017() -> None:
    app = opened()
    assert not app.exception
    panel = component(app, "panel")
    assert [ring["label"] for ring in panel["scene"]["rings"]] == [
        "US Pacific Command",
        "US Forces Korea via Korea Times",
        "David Wright (UCS)",
        "experts via Yonhap",
        "Korea Times",
    ]
    assert panel["problems"] == []
    assert [element.type for element in app.main].count("component_instance") == 1


def test_map_page_says_of_the_first_ring_what_the_browser_cannot_know() -> None:
    app = opened(ring=[RING, "sohae~5000"], units="mi", show="cities,envelope")
    said = component(app, "summary")
    assert said.keys() == {"seq", "onRecord", "newly", "envelope"}
    assert said["seq"] == 0, "no commit yet"
    assert said["newly"].startswith("Newly inside against 3,107 mi: ")
    assert said["envelope"].startswith("From the nearest of ")


def test_map_page_names_every_value_it_cannot_use_and_shows_the_rest() -> None:
    app = opened(**(BAD_VALUES | {"ring": [RING, BAD_VALUES["ring"]]}))
    assert not app.exception
    panel = component(app, "panel")
    assert {each["key"]: each["value"] for each in panel["problems"]} == BAD_VALUES
    assert all(each["problem"] for each in panel["problems"])
    assert [(ring["site"], ring["best"]) for ring in panel["scene"]["rings"]] == [("sohae", 8000)]
    assert panel["scene"]["units"] == "km"


@pytest.mark.parametrize(("page", "part"), [("map", "panel"), ("lesson", "lesson")])
def test_korean_page_says_in_korean_what_of_the_link_it_cannot_use(page: str, part: str) -> None:
    data = component(opened(page, ring="sohae~1", lang="ko"), part)
    (problem,) = data["problems"]
    assert (problem["key"], problem["value"]) == ("ring", "sohae~1")
    (expected,) = read_link("ring=sohae~1")[1]
    assert problem["problem"] == expected.said("ko") != expected.problem


def test_hostile_text_reaches_the_page_as_data_only() -> None:
    evil = "</script><img src=x onerror=alert(1)>`${1}`"
    app = opened(ring=f"sohae~8000~{evil}", units=evil)
    assert not app.exception
    assert component(app, "panel")["scene"]["rings"][0]["label"] == evil
    html = [element.proto.html_content for element in app.get("bidi_component")]
    html += [element.proto.body for element in app.get("html")]
    assert html
    assert not [each for each in html if "onerror" in each]
    assert evil not in str(app.get("component_instance"))


def test_map_is_the_same_whatever_the_link_says() -> None:
    maps = [opened(ring=ring).get("component_instance")[0].proto for ring in (RING, "tonghae~500")]
    assert maps[0].json_args == maps[1].json_args
    assert maps[0].id == maps[1].id


@pytest.mark.parametrize(("page", "title"), READING.items())
def test_reading_page_shows_its_title_and_the_way_back_with_the_same_view(
    page: str, title: str
) -> None:
    app = opened(page, ring=[RING, "tonghae~500"], units="mi")
    assert not app.exception
    assert [each.value for each in app.title] == [title]
    links = [element.proto for element in app.get("page_link")]
    assert len(links) == 1 + len(PAGES), "the map and every page"
    for link in links:
        assert scenario_of(link.query_string) == scenario_of(
            "ring=sohae~8000~experts%20via%20Yonhap&ring=tonghae~500&units=mi"
        )


def test_sources_page_shows_every_row_of_every_table_with_its_source() -> None:
    app = opened("sources")
    names = ("claims", "missiles", "launch_sites", "bases", "missile_defense", "cities")
    for name, element in zip(names, app.dataframe, strict=True):
        columns = element.value[["id", "source_name", "source_url"]].fillna("")
        expected = [
            (id_, row["source_name"], row["source_url"]) for id_, row in table(name).items()
        ]
        assert [tuple(row) for row in columns.to_numpy().tolist()] == expected


def test_methods_page_explains_what_the_design_asks_for() -> None:
    text = " ".join(element.value for element in opened("methods").markdown)
    for words in (
        "WGS84", "never a prediction", "no payload", "not a defended area", "19,900 km",
        "Latitude first", "GeoNames", "5,610 km",
    ):  # fmt: skip
        assert words in text


def test_about_page_says_what_is_kept_and_how_to_teach() -> None:
    text = " ".join(element.value for element in opened("about").markdown)
    for words in (
        "45 minutes", "Without a network", "Privacy", "_streamlit_xsrf", "Telemetry.** None",
        "no names", "three hours", "CC BY 4.0", "Version 0.1.0",
    ):  # fmt: skip
        assert words in text


@pytest.mark.usefixtures("broken_data")
@pytest.mark.parametrize("page", ["map", "sources"])
def test_page_lists_all_faults_of_the_data_and_draws_nothing(page: str) -> None:
    app = opened(page)
    assert not app.exception
    (error,), (faults,) = app.error, app.text
    assert "data files have faults" in error.value
    lines = faults.value.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "cities.csv, row 10 (seoul), column lat",
        "cities.csv, row 18 (tokyo), column lat",
        "bases.csv",
    ]
    assert "Latitude comes first" in lines[0]
    assert not app.get("component_instance")
    assert not app.dataframe


def committed(commit: object) -> AppTest:
    """Return a page that was opened with `?units=nmi` and says which query it is to show."""
    app = AppTest.from_string(READING_COMMIT, default_timeout=60)
    app.session_state["commit"] = commit
    app.query_params["units"] = "nmi"
    return app.run()


def test_commit_holds_over_the_address_that_the_page_was_opened_with() -> None:
    app = committed({"seq": 1, "query": "ring=sohae~8000~a%20b&ring=tonghae~500&show=&x=1"})
    assert json.loads(app.json[0].value) == [
        ["ring", "sohae~8000~a b"],
        ["ring", "tonghae~500"],
        ["show", ""],
        ["x", "1"],
    ]
    assert dict(app.query_params) == {"units": "nmi"}, "the browser alone writes the address"


def test_address_holds_before_the_first_commit() -> None:
    assert json.loads(committed(None).json[0].value) == [["units", "nmi"]]


@pytest.mark.parametrize(
    "query", [None, 7, "", "&&&", "%ff%zz", "a" * 100_000, "ring=sohae~500~\ud800"], ids=range(7)
)
def test_commit_that_no_panel_sends_does_not_break_the_page(query: object) -> None:
    assert not committed({"seq": 1, "query": query}).exception


def test_page_without_its_text_says_which_file_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "texts" / "en" / "about.md"
    file.parent.mkdir(parents=True)
    file.write_text("# A map\n\nVersion {vershun}\n", "utf-8")
    monkeypatch.setattr("ui.page.data.long_text", partial(long_text, data_dir=tmp_path))
    for page, said in (
        ("about", "texts/en/about.md, row 3: {vershun} is not one of: {sources}"),
        ("methods", "texts/en/methods.md: cannot be read."),
    ):
        app = opened(page)
        assert not app.exception
        assert len(app.error) == 1
        assert app.text[0].value.startswith(said)


def test_page_says_which_stories_are_left_out_and_lists_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_dir = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    (data_dir / "stories" / "thaad_guam.json").write_text("{", "utf-8")
    monkeypatch.setattr("ui.page.data.load_catalog", partial(load_catalog, data_dir))
    monkeypatch.setattr("ui.page.data.left_out", partial(left_out, data_dir))
    app = opened("stories")
    assert not app.exception
    assert [each.value for each in app.warning] == [
        "Left out, as these files have faults: thaad_guam.json"
    ]
    shown = {each["id"] for each in component(app, "storylist")["stories"]}
    assert shown == {file.stem for file in DATA_DIR.glob("stories/*.json")} - {"thaad_guam"}
    assert not opened("map").warning


def test_korean_page_says_which_words_are_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_dir = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    (data_dir / "rows/ko" / "bases.csv").write_text("rubbish", "utf-8")
    english_files.cache_clear()
    monkeypatch.setattr("ui.page.data.load_catalog", partial(load_catalog, data_dir))
    monkeypatch.setattr("ui.page.data.left_out", partial(left_out, data_dir))
    (said,) = opened("sources", lang="ko").warning
    english_files.cache_clear()
    assert "rows/ko/bases.csv" in said.value
    assert not opened("sources").warning


@pytest.mark.parametrize("page", ["map", "quiz", "lesson"])
def test_page_without_a_base_map_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    data_dir = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    (data_dir / "basemap" / "lakes_110m.geojson").write_text("{", "utf-8")
    found = basemap_faults(data_dir)
    monkeypatch.setattr("geo.catalog.basemap._faults_at_start", lambda: found)
    app = opened(page)
    assert not app.exception
    assert app.text[0].value.startswith("basemap/lakes_110m.geojson, row 1: is not JSON")
    assert not app.get("component_instance")
