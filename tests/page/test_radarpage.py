"""What the page on radars is given by an address, and the events beside its map."""

from __future__ import annotations

from typing import Any

import pytest

from geo.catalog import load_catalog
from tests.page.openedpages import component, opened
from ui.scene import defence_json, radar_asked


def asked(**query: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what the page shows by an address, and its problems by key."""
    found, problems = radar_asked(list(query.items()), load_catalog())
    return found, {each.key: each.problem for each in problems}


def test_bare_address_asks_for_musudan_ri_to_guam_and_its_battery() -> None:
    app = opened("radar")
    assert not app.exception
    data = component(app, "radarpage")
    assert data["problems"] == []
    assert data["asked"] == {
        "launch": "tonghae",
        "target": "guam_nb",
        "battery": "thaad_guam",
        "elevation": "5",
    }


def test_sectors_and_day_of_a_link_are_those_of_the_view() -> None:
    app = opened("radar", radar="tpy2_seongju~800~10~90", date="2017-04-26")
    data = component(app, "radarpage")
    [shown] = data["scene"]["radars"]
    assert shown["name"] == "AN/TPY-2 radar Seongju"
    assert [shown[key] for key in ("id", "km", "azimuth", "width")] == ["tpy2_seongju", 800, 10, 90]
    assert data["scene"]["date"] == "2017-04-26"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("launch", "nowhere"),
        ("target", "sohae"),
        ("battery", "tpy2_seongju"),
        ("battery", "<b>"),
        ("elevation", "0"),
        ("elevation", "\u0665"),
    ],
)
def test_bad_value_is_named_and_its_default_used(key: str, value: str) -> None:
    found, problems = asked(**{key: value})
    assert list(problems) == [key]
    assert problems[key]
    assert found == asked()[0]


def test_bad_sector_is_named_in_the_language_of_the_page() -> None:
    data = component(opened("radar", radar="tpy2_seongju~600~400~120", lang="ko"), "radarpage")
    (problem,) = data["problems"]
    assert problem["key"] == "radar"
    assert any("\uac00" <= sign <= "\ud7a3" for sign in problem["problem"])


def test_events_are_told_by_date_from_2009_on_with_their_sources() -> None:
    events = defence_json(load_catalog())
    assert [event["day"] for event in events] == sorted(event["day"] for event in events)
    assert all(event["source"]["url"].startswith("http") for event in events)
    days = {event["date"] for event in events}
    named = {"2013-04-03", "2016-07-08", "2016-09-30", "2017-03-06", "2017-04-26", "2017-07-29"}
    assert named <= days
    assert max(days) > "2026-03-01"


def test_event_of_a_month_has_happened_by_its_last_day() -> None:
    event = next(each for each in defence_json(load_catalog()) if each["date"] == "2023-09")
    assert event["day"] == "2023-09-30"
