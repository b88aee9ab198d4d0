"""Each page runs and shows what it is about."""

from __future__ import annotations

import pytest

from geo.facts.pages import PAGES
from tests.page.openedpages import component, opened
from tests.support import BAD_VALUES, read_link, scenario_of

# The quiz and the page on radars are maps.
READING = {page: title for page, title in PAGES.items() if page not in ("quiz", "radar")}
RING = "sohae~8000~experts via Yonhap"


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
    assert said.keys() == {"seq", "onRecord", "newly", "envelope", "people"}
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
