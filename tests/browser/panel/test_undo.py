"""Undo and Redo: steps of the browser's history that the app made, and no others."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen

ONE_RING = "ring=sohae~8000"


def undo(screen: Screen) -> Locator:
    return screen.page.get_by_role("button", name="Undo")


def redo(screen: Screen) -> Locator:
    return screen.page.get_by_role("button", name="Redo")


def change(screen: Screen, *ranges: float) -> None:
    for km in ranges:
        screen.set_range(0, km)
        screen.wait_for_address(f"sohae~{km:g}")


def wait_for(screen: Screen, km: float) -> None:
    screen.eventually(lambda: screen.ranges() == [km], f"{km} km")
    screen.wait_for_address(f"sohae~{km:g}")


def test_a_change_is_taken_back_and_done_again(open_tab: Open) -> None:
    screen = open_tab(ONE_RING)
    expect(undo(screen)).to_be_disabled()
    expect(redo(screen)).to_be_disabled()
    change(screen, 6000, 4000)
    expect(redo(screen)).to_be_disabled()
    undo(screen).click()
    wait_for(screen, 6000)
    undo(screen).click()
    wait_for(screen, 8000)
    expect(undo(screen)).to_be_disabled()
    expect(undo(screen)).to_be_focused()
    undo(screen).click(force=True)
    redo(screen).click()
    wait_for(screen, 6000)
    redo(screen).click()
    wait_for(screen, 4000)
    expect(redo(screen)).to_be_disabled()


def test_a_new_change_ends_what_could_be_done_again(open_tab: Open) -> None:
    screen = open_tab(ONE_RING)
    change(screen, 6000)
    undo(screen).click()
    wait_for(screen, 8000)
    expect(redo(screen)).to_be_enabled()
    change(screen, 3000)
    expect(redo(screen)).to_be_disabled()
    undo(screen).click()
    wait_for(screen, 8000)


def test_a_reload_forgets_neither(open_tab: Open) -> None:
    screen = open_tab(ONE_RING)
    change(screen, 6000, 4000)
    undo(screen).click()
    wait_for(screen, 6000)
    screen.page.reload()
    screen.ready()
    expect(undo(screen)).to_be_enabled()
    expect(redo(screen)).to_be_enabled()
    redo(screen).click()
    wait_for(screen, 4000)
    undo(screen).click()
    wait_for(screen, 6000)
    undo(screen).click()
    wait_for(screen, 8000)
    expect(undo(screen)).to_be_disabled()


def test_a_page_that_was_there_before_is_not_taken_for_a_step(open_tab: Open) -> None:
    screen = open_tab(ONE_RING)
    change(screen, 6000)
    screen.page.goto(f"{screen.home}/?ring=sohae~5000")
    screen.ready()
    expect(undo(screen)).to_be_disabled()
    screen.page.go_back()
    screen.ready()
    wait_for(screen, 6000)
    expect(undo(screen)).to_be_enabled()
    expect(redo(screen)).to_be_disabled()


def test_its_keys_work_on_page_and_map_and_not_in_a_field(open_tab: Open) -> None:
    screen = open_tab(ONE_RING)
    change(screen, 6000, 4000)
    screen.slider(0).focus()
    screen.page.keyboard.press("Control+z")
    wait_for(screen, 6000)
    screen.map.locator("#map_div").focus()
    screen.page.keyboard.press("Control+z")
    wait_for(screen, 8000)
    screen.page.keyboard.press("Control+Shift+Z")
    wait_for(screen, 6000)
    screen.finder.fill("seoul")
    screen.finder.press("Control+z")
    screen.frames(10)
    assert screen.ranges() == [6000]
    expect(redo(screen)).to_be_enabled()
    screen.slider(0).focus()
    screen.page.keyboard.press("Control+y")
    wait_for(screen, 4000)
