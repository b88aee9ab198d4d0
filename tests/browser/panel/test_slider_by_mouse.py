"""A thumb under the mouse: it goes as far as the mouse, and stops at numbers that one can name."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen

CLAIMED = "ring=banghyon_20170704~6700~David Wright (UCS)"  # of the Hwasong-14
BEST = "ring=sohae~8500-10400-14000"


def place(screen: Screen, km: float, role: str = "") -> tuple[float, float]:
    """Return where a number stands on a slider, by its own ends; its thumb is 16 px wide."""
    slider = screen.slider(0, role)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    low, high = slider.evaluate("(s) => [s.min, s.max].map(Number)")
    part = (km - low) / (high - low)
    return box["x"] + 8 + (box["width"] - 16) * part, box["y"] + box["height"] / 2


def drag(screen: Screen, start: tuple[float, float], end: tuple[float, float]) -> None:
    mouse = screen.page.mouse
    mouse.move(*start)
    mouse.down()
    mouse.move((start[0] + end[0]) / 2, start[1], steps=3)
    mouse.move(*end, steps=3)
    mouse.up()


@pytest.mark.parametrize("km", [8000, 12_000, 5000])
def test_round_number_is_hit_from_any_other(follow: Open, km: int) -> None:
    screen = follow("ring=40,125~7870")  # a site without claims
    drag(screen, place(screen, 7870), place(screen, km))
    screen.wait_for_address(f"40,125~{km}")
    expect(screen.number(0)).to_have_value(f"{km:,}")


def test_published_number_is_held_to_and_its_author_comes_back(follow: Open) -> None:
    screen = follow(CLAIMED)
    x, y = place(screen, 6700)
    drag(screen, (x, y), (place(screen, 10_058)[0] + 1, y))  # US Forces Korea in 2019
    screen.wait_for_address("banghyon_20170704~10058~own assumption")
    drag(screen, place(screen, 10_058), place(screen, 6750))
    screen.wait_for_address("banghyon_20170704~6700~David Wright (UCS)")
    titles = screen.card(0).locator(".rm-notch").evaluate_all("(all) => all.map((n) => n.title)")
    assert any("6,700 km: " in title and "Wright" in title for title in titles)
    assert screen.card(0).locator(".rm-notches").get_attribute("aria-hidden") == "true"


def test_own_number_is_called_so_in_all_of_the_panel(follow: Open) -> None:
    """After a drag, with the focus on the thumb, the form still named the claim before."""
    screen = follow()
    start = screen.page.get_by_label("Start from")
    expect(start).to_have_value("july_2017")
    expect(screen.field("claim")).not_to_have_value("")
    _, y, left, right = screen.grab(0)
    screen.page.mouse.move(left + 0.5 * (right - left), y, steps=4)
    screen.page.mouse.up()
    expect(screen.card(0).locator(".rm-card-who")).to_have_text("own assumption")
    expect(screen.field("claim")).to_have_value("")
    expect(screen.field("label")).to_have_value("own assumption")
    expect(start).to_have_value("")


def test_escape_takes_a_drag_back(follow: Open) -> None:
    screen = follow("ring=sohae~5000-8000~mine")
    x, y, *_ = screen.grab(0)
    screen.page.mouse.move(x - 60, y, steps=3)
    screen.eventually(lambda: screen.ranges() != [8000], "a ring that follows")
    screen.page.keyboard.press("Escape")
    screen.page.mouse.move(x + 40, y, steps=2)
    screen.page.mouse.up()
    screen.frames(2)
    assert screen.ranges() == [8000]
    assert screen.rings_in_address() == ["sohae~5000-8000~mine"]


def test_panel_stands_still_while_the_thumb_passes_claims(follow: Open) -> None:
    screen = follow(CLAIMED)
    said, below = screen.card(0).locator(".rm-card-said"), screen.card(0).locator(".rm-editor")
    before = below.bounding_box()
    assert before is not None
    x, y = place(screen, 6700)
    screen.page.mouse.move(x, y)
    screen.page.mouse.down()
    heard, tops = set(), set()
    for step in range(1, 24):
        screen.page.mouse.move(x + 3 * step, y)
        screen.frames(3)
        heard.add(said.text_content())
        tops.add(below.bounding_box()["y"])  # type: ignore[index]
    assert len(heard) > 1, "own words and those of others"
    assert tops == {before["y"]}
    screen.page.mouse.up()
    screen.eventually(lambda: said.evaluate("(n) => n.style.height") == "", "room as it needs")


def test_thumb_seized_at_its_rim_does_not_jump(follow: Open) -> None:
    screen = follow("ring=40,125~8000")
    x, y = place(screen, 8000)
    screen.page.mouse.move(x + 7, y)
    screen.page.mouse.down()
    assert screen.ranges() == [8000]
    screen.page.mouse.move(x + 8, y)
    assert 8000 < screen.ranges()[0] <= 8200
    screen.page.mouse.move(x + 7, y)
    assert screen.ranges() == [8000]
    screen.page.mouse.up()


def test_click_on_the_track_brings_the_thumb(follow: Open) -> None:
    screen = follow("ring=40,125~8000")
    screen.page.mouse.click(*place(screen, 15_000))
    screen.wait_for_address("40,125~15000")


def test_short_range_has_a_scale_that_suits_it(follow: Open) -> None:
    screen = follow("ring=40,125~300")
    slider = screen.slider(0)
    expect(slider).to_have_js_property("max", "1500")
    expect(screen.card(0).locator(".rm-scale-ends")).to_have_text("101,500 km")
    drag(screen, place(screen, 300), place(screen, 600))
    screen.wait_for_address("40,125~600")
    x, y = place(screen, 600)
    screen.page.mouse.move(x, y)
    screen.page.mouse.down()
    screen.page.mouse.move(place(screen, 1500)[0] + 30, y, steps=4)
    expect(slider).to_have_js_property("max", "1500")  # not under the hand
    screen.page.mouse.up()
    screen.wait_for_address("40,125~1500")
    expect(slider).to_have_js_property("max", "19900")
    expect(screen.card(0).locator(".rm-scale-ends")).to_be_hidden()
    drag(screen, place(screen, 1500), place(screen, 700))
    screen.wait_for_address("40,125~700")
    expect(slider).to_have_js_property("max", "1500")
    screen.number(0).fill("8000")
    screen.number(0).press("Enter")
    screen.wait_for_address("40,125~8000")
    expect(slider).to_have_js_property("max", "19900")


def test_script_may_write_beyond_a_short_scale(follow: Open) -> None:
    screen = follow("ring=40,125~300")
    screen.set_range(0, 8000)
    screen.wait_for_address("40,125~8000")
    expect(screen.slider(0)).to_have_js_property("value", "8000")


@pytest.mark.parametrize("shift", [False, True])
def test_band_moves_as_one(follow: Open, shift: bool) -> None:
    screen = follow(BEST)
    start = place(screen, 8500, "low") if shift else place(screen, 12_000)
    if shift:
        screen.page.keyboard.down("Shift")
    step = place(screen, 11_000)[0] - place(screen, 10_000)[0]
    drag(screen, start, (start[0] - 3 * step, start[1]))
    if shift:
        screen.page.keyboard.up("Shift")
    screen.wait_for_address("sohae~5500-7400-11000")
    drag(screen, place(screen, 9500), place(screen, 19_900))
    screen.wait_for_address("sohae~14400-16300-19900")
    shown = [screen.number(0, role).input_value() for role in ("low", "", "high")]
    assert shown == ["14,400", "16,300", "19,900"]


def test_each_thumb_of_a_band_can_be_taken(follow: Open) -> None:
    screen = follow(BEST)
    drag(screen, place(screen, 8500, "low"), place(screen, 7000))
    screen.wait_for_address("sohae~7000-10400-14000")
    drag(screen, place(screen, 14_000, "high"), place(screen, 15_000))
    screen.wait_for_address("sohae~7000-10400-15000")
    drag(screen, place(screen, 10_400), place(screen, 12_000))
    screen.wait_for_address("sohae~7000-12000-15000")


def test_thumb_that_is_dragged_back_leaves_the_others_where_they_were(follow: Open) -> None:
    screen = follow(BEST)
    mouse = screen.page.mouse
    mouse.move(*place(screen, 8500, "low"))
    mouse.down()
    mouse.move(*place(screen, 17_000), steps=4)
    screen.eventually(lambda: screen.ranges()[0] > 16_000, "a pushed best number")
    mouse.move(*place(screen, 7000), steps=4)
    mouse.up()
    screen.wait_for_address("sohae~7000-10400-14000")


def test_band_that_is_pushed_does_not_collapse(follow: Open) -> None:
    screen = follow("ring=40,125~3000-5500")
    drag(screen, place(screen, 3000, "low"), place(screen, 13_000))
    screen.wait_for_address("40,125~13000-13130")
    drag(screen, (place(screen, 13_130)[0] + 6, place(screen, 13_130)[1]), place(screen, 16_000))
    screen.eventually(
        lambda: 15_300 < screen.state()["rings"][0]["range_km"] < 16_500, "the upper thumb"
    )
    assert screen.state()["rings"][0]["edges"][0]["range_km"] == 13_000
