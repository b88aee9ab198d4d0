"""One to twelve rings: add, remove, reset, bands, labels and exact numbers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.atonce import click_and_choose_miles
from tests.browser.conftest import Open
from tests.browser.screen import Screen

JULY_2017 = [
    "banghyon_20170704~3000-5500~US Pacific Command",
    "banghyon_20170704~5000~US Forces Korea via Korea Times",
    "banghyon_20170704~6700~David Wright (UCS)",
    "banghyon_20170704~8000~experts via Yonhap",
    "banghyon_20170704~10000~Korea Times",
]


def add_button(screen: Screen) -> Locator:
    return screen.page.get_by_role("button", name="Add a ring")


def test_rings_are_added_up_to_twelve(follow: Open) -> None:
    screen = follow("&".join(f"ring=sohae~{1000 * n}" for n in range(1, 7)))
    for count in range(7, 13):
        add_button(screen).click()
        screen.eventually(lambda count=count: len(screen.ranges()) == count, f"{count} rings")
    expect(add_button(screen)).to_be_disabled()
    screen.wait_for_address(*(f"sohae~{1000 * n}" for n in range(1, 13)))
    styles = screen.map.get_by_test_id("legend").locator("svg line")
    expect(styles).to_have_count(12)
    looks = styles.evaluate_all(
        "(lines) => lines.map((l) => l.getAttribute('stroke') + l.getAttribute('stroke-dasharray'))"
    )
    assert len(set(looks)) == 12, "each ring has a colour and a dash pattern of its own"
    dashes = [look[7:] for look in looks]
    assert len(set(dashes)) == 12, "the dash pattern alone tells rings apart"


def test_added_ring_is_the_active_one_and_has_a_slider(screen: Screen) -> None:
    add_button(screen).click()
    expect(screen.slider(5)).to_be_visible()
    expect(screen.card(5)).to_have_class("rm-card rm-active")
    screen.set_range(5, 12_000)
    screen.wait_for_address(*JULY_2017, "banghyon_20170704~12000")
    expect(screen.summary).to_contain_text("Within 12,000 km")


def test_ring_in_the_middle_is_removed_and_the_others_stay(follow: Open) -> None:
    screen = follow()
    screen.activate(1)
    screen.field("label").wait_for()
    screen.card(1).get_by_role("button", name="Remove").click()
    screen.wait_for_address(JULY_2017[0], *JULY_2017[2:])
    assert screen.ranges() == [5500, 6700, 8000, 10_000]
    expect(screen.slider(1)).to_have_js_property("value", "6700")


def test_last_ring_cannot_be_removed(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.field("label").wait_for()
    expect(screen.card(0).get_by_role("button", name="Remove")).to_be_disabled()


def test_reset_brings_the_story_of_july_2017_back(follow: Open) -> None:
    screen = follow("ring=sohae~1000&show=cities&date=2010-01-01")
    screen.reset()
    screen.wait_for_address(*JULY_2017)
    assert "date" not in dict(screen.query())
    expect(screen.summary).to_contain_text("US Pacific Command")


def test_band_is_put_around_a_range_and_taken_away_again(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.field("band").check()
    screen.wait_for_address("sohae~7200-8000-8800")
    assert [edge["role"] for edge in screen.state()["rings"][0]["edges"]] == ["low", "best", "high"]
    expect(screen.slider(0, "low")).to_be_visible()
    expect(screen.slider(0, "high")).to_be_visible()
    screen.eventually(lambda: "band" in screen.places().values(), "places in the band")
    screen.field("band").uncheck()
    screen.wait_for_address("sohae~8000")
    screen.eventually(lambda: "band" not in screen.places().values(), "no band")


@pytest.mark.parametrize("km", [10, 12, 19_899, 19_900])
def test_band_at_either_end_stays_within_the_limits(follow: Open, km: int) -> None:
    screen = follow(f"ring=sohae~{km}")
    screen.field("band").check()
    screen.eventually(lambda: "-" in screen.rings_in_address()[0], "a band in the address")
    numbers = [float(part) for part in screen.rings_in_address()[0].split("~")[1].split("-")]
    assert numbers == sorted(set(numbers))
    assert 10 <= numbers[0] < numbers[-1] <= 19_900
    screen.follow("ring=sohae~1000")
    screen.page.go_back()
    screen.eventually(lambda: screen.ranges() == [numbers[1]], "the band again")
    expect(screen.message).to_be_empty()


def test_label_is_shown_on_panel_legend_table_and_summary(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.field("label").fill("  Klasse 9b & \u5317\uc2dc\ud5d8  ")
    screen.field("label").press("Enter")
    screen.wait_for_address("sohae~8000~Klasse 9b & \u5317\uc2dc\ud5d8")
    for place in (
        screen.card(0),
        screen.map.get_by_test_id("legend"),
        screen.table.locator("thead"),
        screen.summary,
    ):
        expect(place).to_contain_text("Klasse 9b & \u5317\uc2dc\ud5d8")


def test_form_that_was_unfolded_a_moment_before_a_change_stays_open(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    click_and_choose_miles(screen, ".rm-editor summary")
    screen.wait_for_key("units", "mi")
    expect(screen.page.locator(".rm-editor [name=label]")).to_be_visible()


def test_label_is_cut_at_sixty_characters(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.field("label").fill("x" * 55)
    screen.field("label").press_sequentially("x" * 15)
    screen.field("label").press("Enter")
    screen.wait_for_address(f"sohae~8000~{'x' * 60}")
    screen.page.reload()
    expect(screen.ready().message).to_be_empty()
