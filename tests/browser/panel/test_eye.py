"""The eye on a card hides its ring, in the link too."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen

THREE = "ring=sohae~1000&ring=sohae~3000-5500&ring=sohae~8000"


def eye(screen: Screen, index: int) -> Locator:
    return screen.card(index).get_by_role("button", name=f"Hide ring {index + 1}")


def test_ring_is_hidden_and_comes_back(follow: Open) -> None:
    screen = follow(THREE)
    expect(eye(screen, 2)).to_have_attribute("aria-pressed", "false")
    eye(screen, 2).click()
    screen.wait_for_key("hide", "3")
    expect(eye(screen, 2)).to_have_attribute("aria-pressed", "true")
    expect(screen.card(2)).to_have_class("rm-card rm-off")
    expect(screen.page.get_by_test_id("counters-2")).to_have_text("")  # it counts nowhere
    assert 8000 not in screen.ranges()
    screen.number(2).fill("9000")  # its number may still be changed
    screen.number(2).press("Enter")
    screen.wait_for_address("sohae~1000", "sohae~3000-5500", "sohae~9000")
    eye(screen, 2).click()
    screen.wait_for_key("hide", None)
    screen.eventually(lambda: 9000 in screen.ranges(), "the ring again")


def test_step_back_shows_the_ring_again(follow: Open) -> None:
    screen = follow(THREE)
    eye(screen, 0).click()
    screen.wait_for_key("hide", "1")
    screen.page.go_back()
    screen.wait_for_key("hide", None)
    expect(eye(screen, 0)).to_have_attribute("aria-pressed", "false")


def test_link_with_a_hidden_ring_shows_it_dimmed(follow: Open) -> None:
    screen = follow(f"{THREE}&hide=2")
    expect(eye(screen, 1)).to_have_attribute("aria-pressed", "true")
    expect(eye(screen, 1)).to_have_attribute("title", "Show ring 2")
    expect(screen.number(1)).to_have_value("5,500")
