"""The whole ring in view: at first, by the button, and when a thumb comes to rest."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.map.mercator import share_in_view, view_of
from tests.browser.screen import MAP, Screen

NEW_YORK = (40.71, -74.01)
SEOUL = (37.57, 126.98)
SIZES = [(1280, 800), (1024, 768), (1920, 1080), (820, 1180), (390, 844)]
THIRD = 1 / 3
COUNT_MOVES = f"() => {{ window.moves = 0; {MAP}.map.on('move', () => {{ moves += 1; }}); }}"


def comes_into_view(screen: Screen) -> None:
    screen.eventually(lambda: share_in_view(screen) >= THIRD, "the ring in view")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_first_view_shows_the_ring_no_ice_and_new_york(visit: Open, size: tuple[int, int]) -> None:
    screen = visit("ring=sohae~8000", viewport={"width": size[0], "height": size[1]})
    screen.leave_table_out()
    for query in ("", "ring=sohae~8000", "ring=sohae~10000", "ring=sohae~3000"):
        screen.follow(query)
        screen.wait_for_size()
        view = view_of(screen)
        assert view.point(-60.5, view.lon)[1] >= view.height - 1, f"{query}: ice in {view}"
        assert view.shows(39.66, 124.7, edge=0.05 * view.width), f"{query}: no site in {view}"
        assert share_in_view(screen) >= 0.3, query
        # New York is 159 degrees from Korea; how far a map without ice sees is by its shape.
        sees_deg = 360 * 0.7 * view.width / view.height
        if query and query != "ring=sohae~3000" and sees_deg > 195:
            assert view.shows(*NEW_YORK), f"{query}: no New York in {view}"


def test_short_ring_is_shown_in_korea(follow: Open) -> None:
    view = view_of(follow("ring=sohae~300"))
    assert view.shows(*SEOUL)
    assert not view.shows(*NEW_YORK)
    assert view.zoom > 5


def test_frame_that_has_no_size_for_a_while_shows_the_ring_when_it_has_one(follow: Open) -> None:
    """Its view was no number: an error, and a page that began so showed no ring at all."""
    screen = follow("ring=sohae~8000")
    frame = screen.page.get_by_test_id("map")
    frame.evaluate("(frame) => frame.style.setProperty('width', '0', 'important')")
    screen.until(f"() => {MAP}.map.getSize().x === 0", "a map without a size")
    screen.page.evaluate("""() => reachmapBus.send("goto", { ...reachmapBus.scene, at: null })""")
    frame.evaluate("(frame) => frame.style.removeProperty('width')")
    screen.wait_for_size()
    comes_into_view(screen)


def test_place_that_was_asked_for_is_in_the_first_view(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~300&name=los_angeles")
    screen.eventually(lambda: view_of(screen).shows(34.05, -118.24, edge=10), "Los Angeles")
    assert "at" not in dict(screen.query())


def test_button_shows_the_ring_and_takes_the_view_out_of_the_link(follow: Open) -> None:
    screen = follow("ring=sohae~8000&at=-20,-60,5")
    assert share_in_view(screen) < THIRD
    fit = screen.map.get_by_test_id("fit")
    expect(fit).to_have_text("Fit")
    expect(fit).to_have_attribute("title", "Show whole ring")
    fit.click()
    comes_into_view(screen)
    screen.wait_for_key("at", None)
    expect(screen.share).not_to_contain_text("at=")


def test_ring_that_left_comes_into_view_when_the_thumb_rests_not_before(follow: Open) -> None:
    screen = follow("ring=sohae~1000")
    before = view_of(screen)
    x, y, left, right = screen.grab(0)
    for part in range(1, 9):
        screen.page.mouse.move(x + part / 8 * 0.35 * (right - left), y)
        screen.frames(2)
    assert screen.ranges()[0] > 5000
    assert share_in_view(screen) < THIRD
    assert view_of(screen) == before, "nothing moves below a thumb"
    screen.page.mouse.up()
    comes_into_view(screen)
    screen.rest()
    assert view_of(screen).zoom < before.zoom
    assert "at" not in dict(screen.query())
    assert "at=" not in screen.share.inner_text()


def test_ring_that_a_key_sent_away_comes_into_view(follow: Open) -> None:
    screen = follow("ring=sohae~1000")
    screen.slider(0).focus()
    for _ in range(9):
        screen.page.keyboard.press("PageUp")
    comes_into_view(screen)


def test_view_does_not_come_closer_by_itself(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    before = view_of(screen)
    screen.set_range(0, 300)
    screen.wait_for_address("sohae~300")
    screen.frames(3)
    assert view_of(screen) == before


@pytest.mark.parametrize("way", ["zoom", "pan", "link"])
def test_view_that_a_person_chose_is_kept_until_the_button_is_pressed(
    open_tab: Open, way: str
) -> None:
    screen = open_tab("ring=sohae~1000" + ("&at=38,127,6" if way == "link" else ""))
    if way == "zoom":
        screen.map.get_by_role("button", name="Zoom in").click()
        screen.eventually(lambda: "at" in dict(screen.query()), "the view in the address")
        screen.rest()
    if way == "pan":
        screen.pan()
        screen.rest()
    before = view_of(screen)
    screen.set_range(0, 8000)
    screen.wait_for_address("sohae~8000")
    fit = screen.map.get_by_test_id("fit")
    expect(fit).to_have_class("rm-fit rm-wanted")
    assert view_of(screen) == before
    fit.click()
    comes_into_view(screen)
    expect(fit).to_have_class("rm-fit")
    screen.set_range(0, 19_000)
    screen.wait_for_address("sohae~19000")
    comes_into_view(screen)


def test_without_motion_the_view_changes_at_once(open_tab: Open) -> None:
    screen = open_tab()
    screen.page.emulate_media(reduced_motion="reduce")
    screen.page.goto(f"{screen.home}/?ring=sohae~1000")
    screen.ready()
    screen.page.evaluate(COUNT_MOVES)
    screen.set_range(0, 8000)
    comes_into_view(screen)
    assert screen.page.evaluate("() => moves") <= 2, "a flight of 0.6 s has some thirty"
