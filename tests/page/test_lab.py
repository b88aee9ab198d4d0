"""What the lab's page is given by an address, and what its flights tell the browser."""

from __future__ import annotations

from typing import Any

import pytest

from geo.catalog import load_catalog
from geo.records import NO_RANGE
from tests.page.openedpages import component, opened
from ui.scene import lab_asked, lab_flights_json

FLIGHT = "2017-11-29-hwasong-15"


def asked(**query: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what the lab shows by an address, and its problems by key."""
    found, problems = lab_asked(list(query.items()), load_catalog())
    return found, {each.key: each.problem for each in problems}


def test_bare_address_shows_the_flight_of_4_july_2017() -> None:
    app = opened("lab")
    assert not app.exception
    data = component(app, "lab")
    assert data["asked"]["test"] == "2017-07-04-hwasong-14"
    assert data["problems"] == []
    assert data["units"] == "km"


def test_numbers_are_handed_on_as_they_were_typed() -> None:
    query = {"apogee_km": "2802.0", "ground_range_km": "933", "flight_time_min": "39"}
    found, problems = asked(**query, angle="33.5", burnout_altitude_km="0-100", turning="1")
    assert problems == {}
    assert query.items() <= found.items()
    assert (found["angle"], found["burnout_altitude_km"], found["turning"]) == (
        "33.5",
        "0-100",
        "1",
    )


def test_flight_is_taken_by_its_id() -> None:
    found, problems = asked(test=FLIGHT)
    assert (found["test"], found["apogee_km"], problems) == (FLIGHT, "", {})


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ({"test": "2099-01-01-x"}, "test"),
        ({"apogee_km": "2802"}, "apogee_km"),
        ({"ground_range_km": "933"}, "ground_range_km"),
        ({"report": "zzz"}, "report"),
        ({"report": "2017-07-28-hwasong-14-kcna"}, "report"),
        ({"report": "2017-07-04-hwasong-14-russia"}, "report"),
        ({"apogee_km": "high", "ground_range_km": "933"}, "apogee_km"),
        ({"apogee_km": "2802", "ground_range_km": "99999"}, "ground_range_km"),
        ({"apogee_km": "50", "ground_range_km": "9", "burnout_altitude_km": "60-90"}, "apogee_km"),
        ({"angle": "91"}, "angle"),
        ({"angle": "0"}, "angle"),
        ({"angle": "\u0663"}, "angle"),
        ({"turning": "yes"}, "turning"),
        ({"speed_credit_km_s": "0.5-0"}, "speed_credit_km_s"),
    ],
)
def test_bad_value_is_named_and_its_default_used(query: dict[str, str], key: str) -> None:
    found, problems = asked(**query)
    assert list(problems) == [key]
    assert problems[key]
    assert found["test"] == "2017-07-04-hwasong-14"
    assert found["apogee_km"] == ""
    assert found[key] in ("", found["test"])


def test_a_report_is_one_of_the_flight_that_tells_of_a_range() -> None:
    flight = "2022-03-24-hwasong-17"
    kcna, floor = f"{flight}-kcna", f"{flight}-jcs-japan"
    assert asked(test=flight, report=floor)[0]["report"] == floor
    found, problems = asked(test=flight, report="zzz")
    assert (found["test"], found["report"]) == (flight, "")
    assert problems["report"] == f"{flight} has no such report; accepted: {kcna}, {floor}"
    _, problems = asked(report="2017-07-04-hwasong-14-russia")
    assert problems["report"].startswith("no range is computed from it; accepted: 2017-07-04-")
    glider = "2024-01-14-hwasong-16a"
    _, problems = asked(test=glider, report=f"{glider}-jcs-japan")
    assert problems["report"] == f"no range is computed from any report of {glider}"


def test_a_number_alone_is_told_which_one_is_missing() -> None:
    assert asked(apogee_km="2802")[1] == {
        "apogee_km": "ground_range_km is missing, and both are needed"
    }


def test_page_says_what_it_could_not_use_in_its_language() -> None:
    data = component(opened("lab", test="<b>x</b>", angle="100", lang="ko"), "lab")
    said = {each["key"]: each["problem"] for each in data["problems"]}
    assert said.keys() == {"test", "angle"}
    assert all("accepted" not in each and "flight" not in each for each in said.values())


def test_flights_are_all_told_newest_first_with_a_reason_where_no_range_follows() -> None:
    catalog = load_catalog()
    flights = lab_flights_json(catalog)
    assert [each["id"] for each in flights] == [each.id for each in reversed(catalog.flights)]
    for flight in flights:
        for report in flight["reports"]:
            assert report["source"]["name"]
            assert bool(report["no_range"]) == bool(report["no_range_words"])
            assert report["no_range"] in {"", *NO_RANGE}
            if not report["no_range"]:
                assert report["apogee"]
                assert report["distance"]
            assert report["is_floor"] <= (report["no_range"] != "")
