"""The timeline: keys, thumb and play move the day; the map of a day shows nothing later."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import Locator, Request, expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen
from tests.browser.visitors.test_accessibility import grave_violations
from tests.support import ask, table

DAY = "2017-07-04"
FIRST, LAST = "1984-01-01", "2026-08-20"
CLAIMS = table("claims")
LATER = {row["label"] for row in CLAIMS.values() if row["claim_date"] > DAY}


def slider(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("timeline-day")


def bar(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("timeline")


def play(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("timeline-play")


def wait_for_day(screen: Screen, day: str) -> None:
    screen.wait_for_key("date", day)
    expect(screen.page.get_by_test_id("date")).to_have_value(day)


def days_on_record() -> list[str]:
    answer: dict[str, Any] = ask("/live/timeline.json").json()
    return [moment["day"] for moment in answer["moments"]]


def open_bar(open_tab: Open, query: str) -> Screen:
    screen = open_tab(query)
    screen.wait_for_data()
    return screen


def test_keys_go_from_change_to_change_and_day_by_day(open_tab: Open) -> None:
    screen = open_bar(open_tab, f"ring=sohae~8000&date={DAY}")
    days = days_on_record()
    at = days.index(DAY)
    slider(screen).focus()
    for key, day in (
        ("ArrowRight", days[at + 1]),
        ("ArrowLeft", DAY),
        ("ArrowLeft", days[at - 1]),
        ("Shift+ArrowRight", (dt.date.fromisoformat(days[at - 1]) + dt.timedelta(1)).isoformat()),
        ("End", LAST),
        ("PageDown", "2026-07-20"),
        ("Home", FIRST),
        ("ArrowRight", days[0]),
    ):
        slider(screen).press(key)
        wait_for_day(screen, day)
    expect(bar(screen)).to_contain_text("30 April 1984 First flight: Hwasong-5 (1984-04).")
    slider(screen).press("Escape")
    expect(bar(screen)).to_be_hidden()
    assert dict(screen.query())["date"] == days[0]


def test_map_follows_the_thumb_without_asking_the_server(open_tab: Open) -> None:
    screen = open_bar(open_tab, "ring=sohae~8000&show=thaad&date=2013-03-31")
    assert "thaad_guam" not in screen.places()
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    screen.page.on("request", note)
    box = slider(screen).bounding_box()
    assert box is not None
    value, last = slider(screen).evaluate("(input) => [input.value, input.max].map(Number)")
    x, y = box["x"] + 8 + (box["width"] - 16) * value / last, box["y"] + box["height"] / 2
    screen.page.mouse.move(x, y)
    screen.page.mouse.down()
    screen.page.mouse.move(box["x"] + box["width"] + 40, y, steps=8)
    screen.eventually(lambda: "thaad_guam" in screen.places(), "Guam's battery under a held thumb")
    assert dict(screen.query())["date"] == "2013-03-31", "a held thumb commits nothing"
    assert asked == []
    screen.page.mouse.up()
    wait_for_day(screen, LAST)


def test_view_of_4_july_2017_shows_nothing_of_a_later_day(open_tab: Open) -> None:
    screen = open_bar(open_tab, f"date={DAY}&show=cities,bases,thaad,radar,envelope,tests")
    drawn = {ring["label"] for ring in screen.state()["rings"]}
    assert drawn == {"US Pacific Command", "David Wright (UCS)", "experts via Yonhap"}
    labels = {label["text"] for label in screen.state()["labels"] if label["kind"] == "ring"}
    shown = (screen.map.get_by_test_id("legend"), screen.summary, screen.table.locator("thead"))
    for later in LATER - drawn:
        assert not any(later in text for text in labels), later
        for place in shown:
            expect(place).not_to_contain_text(later)
    expect(screen.card(4)).to_contain_text("Printed in 2017-07, on a day that is not known")
    for place in screen.places():
        row = table("missile_defense").get(place)
        assert row is None or row["deployed_from"] <= DAY
    offered_only_what_was_known(screen)


def values_of(screen: Screen, field: str) -> list[str]:
    options = screen.field(field).locator("option")
    return list(options.evaluate_all("(all) => all.map((option) => option.value)"))


def offered_only_what_was_known(screen: Screen) -> None:
    claims = [each for each in values_of(screen, "claim") if each]
    assert claims
    assert all(CLAIMS[each]["claim_date"] <= DAY for each in claims)
    assert not [each for each in claims if CLAIMS[each]["claim_date"] == "2017-07"]
    offered = set(values_of(screen, "missile")) - {""}
    known = {row["missile_id"] for row in CLAIMS.values() if row["claim_date"] <= DAY}
    assert "hwasong-14" in offered
    assert offered <= known
    first = {site: row["first_used"] for site, row in table("launch_sites").items()}
    assert all(first[site] <= DAY for site in values_of(screen, "site"))
    tested = screen.page.get_by_test_id("tests-missiles").locator("option")
    chosen = set(tested.evaluate_all("(all) => all.map((option) => option.value)")) - {""}
    assert chosen == {row["missile_id"] for row in table("tests").values() if row["date"] <= DAY}


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_play_goes_on_by_itself_and_pauses(open_tab: Open, motion: str) -> None:
    screen = open_bar(open_tab, "ring=sohae~8000&date=2017-06-01")
    screen.page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    screen.page.evaluate(
        """() => {
            window.daysSeen = [];
            reachmapBus.on("scene", ({ date }) => window.daysSeen.push(date));
        }"""
    )
    play(screen).click()
    expect(play(screen)).to_have_attribute("aria-label", "Pause")
    screen.until("(day) => reachmapBus.scene.date >= day", DAY, DAY)
    play(screen).click()
    expect(play(screen)).to_have_attribute("aria-label", "Play")
    seen = screen.page.evaluate("() => daysSeen")
    assert seen == sorted(seen)
    wait_for_day(screen, seen[-1])
    between = set(seen) - set(days_on_record())
    assert (between == set()) if motion == "reduce" else between


def test_arsenal_s_reach_goes_with_the_day_and_is_in_the_link(open_tab: Open) -> None:
    screen = open_bar(open_tab, "ring=sohae~1000&date=2017-07-05")
    bar(screen).get_by_label("Arsenal\u2019s reach").check()
    here = "banghyon_20170704~8000~experts via Yonhap"
    screen.wait_for_address("sohae~1000", here)
    assert screen.ranges() == [1000, 8000]
    slider(screen).focus()
    for key, ring, km in (
        ("End", "sunan_airport~15000~Hwasong-17, Japan (Kishi)", 15_000),
        ("Home", "tonghae~300~Hwasong-5, best published", None),
        ("ArrowRight", "tonghae~300~Hwasong-5, best published", 300),
    ):
        slider(screen).press(key)
        screen.wait_for_address("sohae~1000", ring)
        expected = [1000] if km is None else [1000, km]
        screen.eventually(lambda expected=expected: screen.ranges() == expected, f"{expected}")
    bar(screen).get_by_label("Arsenal\u2019s reach").uncheck()
    screen.wait_for_address("sohae~1000")


def test_bar_covers_nothing_and_goes_with_the_day(follow: Open) -> None:
    screen = follow(f"ring=sohae~8000&date={DAY}")
    screen.wait_for_size()
    frame = screen.page.get_by_test_id("map").bounding_box()
    box = bar(screen).bounding_box()
    assert frame is not None
    assert box is not None
    assert abs(frame["y"] + frame["height"] - box["y"]) <= 1
    assert abs(box["y"] + box["height"] - 800) <= 1
    screen.follow("ring=sohae~8000")
    expect(bar(screen)).to_be_hidden()
    screen.page.get_by_test_id("timeline-open").check()
    expect(bar(screen)).to_contain_text("All dates")
    screen.page.get_by_test_id("timeline-open").uncheck()
    expect(bar(screen)).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_it_stands_on_a_phone_in_both_languages_without_a_barrier(
    open_tab: Open, lang: str
) -> None:
    screen = open_bar(open_tab, f"ring=sohae~8000&date={DAY}&lang={lang}")
    assert grave_violations(screen.page) == []
    screen.page.set_viewport_size({"width": 390, "height": 844})
    screen.wait_for_size()
    box = bar(screen).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 845
    assert box["height"] <= 110
    width = screen.page.evaluate("() => document.documentElement.scrollWidth")
    assert width == 390
    heights = (
        bar(screen)
        .locator("button:visible, label, .rm-track")
        .evaluate_all("(all) => all.map((node) => node.getBoundingClientRect().height)")
    )
    assert min(heights) >= 44
    said = slider(screen).get_attribute("aria-valuetext") or ""
    assert said.startswith("4 July 2017" if lang == "en" else "2017\ub144 7\uc6d4 4\uc77c")
    assert grave_violations(screen.page) == []
    screen.page.set_viewport_size({"width": 1280, "height": 800})


def test_table_of_facts_is_sent_once(open_tab: Open) -> None:
    screen = open_bar(open_tab, "ring=sohae~8000")
    asked: list[str] = []
    screen.page.on("request", lambda request: asked.append(request.url))
    screen.page.get_by_test_id("timeline-open").check()
    expect(bar(screen)).to_contain_text("types flown")
    assert len([url for url in asked if "/live/timeline.json" in url]) == 1
    slider(screen).press("Home")
    wait_for_day(screen, FIRST)
    assert not [url for url in asked if "/live/places.json" in url]
    assert screen.ranges() == [8000], "a ring of one's own is of no day"
