"""A link with mistakes: each is named with what is accepted, and the rest of the link is used."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from geo.facts.layers import LAYER_IDS
from geo.link.scenario import DEFAULT_TARGETS
from geo.words.language import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.screen import Screen

GOOD = {
    "ring": "sohae~3000-5500~first",
    "show": "cities,radar,arcs",
    "units": "mi",
    "date": "2017-07-04",
    "radar": "tpy2_seongju~800~347~120",
    "at": "30,170,4",
    "to": "guam_nb,honolulu",
    "base": "offline",
    "lang": "en",
    "present": "1",
    "v": "1",
}
# For each key: values that cannot be used, each with what the message has to say.
BAD = {
    "ring": [
        ("", "SITE~KM"),
        ("sohae", "SITE~KM"),
        ("nowhere~8000", "a site id such as sohae, or LAT,LON"),
        ("127.5,38.9~8000", "latitude comes first"),
        ("39.87,181~8000", "-180 and 180"),
        ("sohae~9", "between 10 and 19,900 km"),
        ("sohae~19901", "between 10 and 19,900 km"),
        ("sohae~-5", "8000, a band 3000-5500"),
        ("sohae~1e4", "8000, a band 3000-5500"),
        ("sohae~5500-3000", "must grow"),
        (f"sohae~8000~{'x' * 61}", "at most 60"),
    ],
    "show": [("cities,roads", ", ".join(LAYER_IDS))],
    "units": [("", "km, mi, nmi")],
    "date": [("2017-02-30", "YYYY-MM-DD")],
    "radar": [("nowhere~800~347~120", "tpy2_seongju"), ("tpy2_seongju~9000~0~120", "6,000")],
    "at": [("30,170,13", "LAT,LON,ZOOM with zoom 0 to 12")],
    "to": [("guam_nb,atlantis", "'atlantis' is not a place id")],
    "base": [("Google", "offline, OpenStreetMap.Mapnik")],
    "lang": [("de", ", ".join(LANGUAGES))],
    "present": [("yes", "accepted: 1")],
    "v": [("2", "format 1")],
}
GROUPS = [
    ("ring", "at", "lang"),
    ("show", "date", "radar", "v"),
    ("units", "to", "base", "present"),
]


def link(bad: tuple[str, ...]) -> str:
    """Return a link with good values, but for the keys named."""
    good = [(key, value) for key, value in GOOD.items() if key not in bad]
    return urlencode([(key, value) for key in bad for value, _ in BAD[key]] + good)


def is_used(screen: Screen, key: str) -> bool:
    """Return whether the page shows the good value of a key, or else its default."""
    page = screen.page
    if key == "ring":
        return screen.ranges() == [5500]
    if key == "show":
        boxes = [page.get_by_label(name, exact=True) for name in ("Radars", "Bases")]
        return [box.is_checked() for box in boxes] == [True, False]
    if key == "at":
        return screen.view() == pytest.approx([30, 170, 4], abs=0.1)
    if key == "to":
        return page.locator(".rm-targets button").count() == 2
    label = {"units": "Units", "date": "As of this day"}[key]
    return page.get_by_label(label).input_value() == GOOD[key]


def assert_drawn(screen: Screen) -> None:
    screen.wait_for_paint()
    expect(screen.page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")
    assert screen.page.locator(".stException, [data-testid=stException]").count() == 0


@pytest.mark.parametrize("bad", GROUPS, ids="-".join)
def test_bad_values_are_named_and_the_rest_is_used(open_tab: Open, bad: tuple[str, ...]) -> None:
    screen = open_tab(link(bad))
    expected = {f"{key}={value}": accepted for key in bad for value, accepted in BAD[key]}
    paragraphs = screen.message.locator("p")
    expect(paragraphs).to_have_count(len(expected))
    for said in paragraphs.all_text_contents():
        what, _, why = said.partition(" was not used: ")
        assert expected[what] in why
    for key in ("ring", "show", "units", "date", "at"):
        assert is_used(screen, key) is (key not in bad), key
    if "show" not in bad:
        assert is_used(screen, "to") is ("to" not in bad)
    assert_drawn(screen)


def test_defaults_stand_in_for_what_is_bad(follow: Open) -> None:
    screen = follow(urlencode([(key, values[0][0]) for key, values in BAD.items()]))
    expect(screen.message.locator("p")).to_have_count(len(BAD))
    assert screen.ranges() == [5500, 5000, 6700, 8000, 10_000]
    expect(screen.page.get_by_label("Units")).to_have_value("km")
    expect(screen.page.get_by_label("As of this day")).to_have_value("")
    expect(screen.page.get_by_label("Base map")).to_have_value("offline")
    screen.page.get_by_label("Distances").check()
    expect(screen.page.locator(".rm-targets button")).to_have_count(len(DEFAULT_TARGETS))


def test_next_change_corrects_the_address_and_clears_the_message(open_tab: Open) -> None:
    screen = open_tab("ring=nowhere~1&ring=sohae~8000&show=roads&units=miles&date=x&at=1&to=x&v=9")
    expect(screen.message.locator("p")).to_have_count(7)
    screen.page.get_by_label("Units").select_option("nmi")
    screen.eventually(
        lambda: screen.query() == [("ring", "sohae~8000"), ("units", "nmi"), ("v", "1")],
        "an address without mistakes",
    )
    expect(screen.message).to_be_empty()
    screen.page.reload()
    expect(screen.ready().message).to_be_empty()


def test_thirteenth_ring_is_named_and_twelve_are_shown(follow: Open) -> None:
    screen = follow("&".join(f"ring=sohae~{1000 * n}" for n in range(1, 14)))
    expect(screen.message).to_contain_text("ring=sohae~13000")
    expect(screen.message).to_contain_text("at most 12 rings")
    assert screen.ranges() == [1000 * n for n in range(1, 13)]
    expect(screen.page.get_by_role("button", name="Add a ring")).to_be_disabled()


@pytest.mark.parametrize(
    "rest",
    [
        f"x={'y' * 20_000}",
        "&".join(f"key{n}={n}" for n in range(400)),
        f"units={'u' * 5000}",
        "units=%00%FF%FE&%ZZ=%&&=&;&date=\U0001f680",
    ],
    ids=["long value", "many keys", "long bad value", "broken encoding"],
)
def test_monstrous_link_shows_its_ring_and_can_be_changed(open_tab: Open, rest: str) -> None:
    screen = open_tab(f"{rest}&ring=sohae~8000")
    assert screen.ranges() == [8000]
    assert_drawn(screen)
    assert len(screen.message.text_content() or "") < 1000
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    expect(screen.summary).to_contain_text("Within 5,000 km")


def test_last_value_of_a_repeated_key_counts(follow: Open) -> None:
    screen = follow("units=mi&ring=sohae~8000&units=nmi")
    expect(screen.message).to_be_empty()
    expect(screen.page.get_by_label("Units")).to_have_value("nmi")


def test_drag_drops_keys_that_could_not_be_used_and_keeps_the_others(follow: Open) -> None:
    screen = follow("ring=sohae~8000&lang=de&present=yes&seed=7")
    expect(screen.message.locator("p")).to_have_count(2)
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    expect(screen.message).to_be_empty()
    assert {key: value for key, value in screen.query() if key in ("lang", "present", "seed")} == {
        "seed": "7"
    }
