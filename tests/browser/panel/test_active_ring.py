"""The ring that someone chose is part of the view: in the address, in files, in a class."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from geo.reach.summary import summarize
from tests.browser.classes import close_board, start_class, wait_for_range
from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.browser.screen import Screen
from tests.support import view_at

TWO = "ring=sohae~8000&ring=tonghae~2000"
PHONE = {"width": 390, "height": 844}
# How far a card is from the middle of the row of cards, in pixels.
OFF_MIDDLE = """(card) => {
    const [row, own] = [card.parentElement, card].map((node) => node.getBoundingClientRect());
    return Math.abs(own.left + own.width / 2 - row.left - row.width / 2);
}"""


def wait_for_middle(screen: Screen, index: int) -> None:
    """Wait until a card stands in the middle of its row, and the page is where it was."""
    screen.until(
        f"(index) => ({OFF_MIDDLE})(document.querySelectorAll('.rm-card')[index]) < 2",
        f"card {index} in the middle",
        index,
    )
    assert screen.page.evaluate("[scrollX, scrollY]") == [0, 0]


def test_ring_that_was_chosen_is_in_the_address_in_links_and_on_other_machines(
    open_tab: Open, visit: Open
) -> None:
    screen = open_tab(TWO)
    expect(screen.card(0)).to_have_class("rm-card rm-active")
    screen.activate(1)
    screen.wait_for_key("on", "2")
    said = summarize(view_at(f"{TWO}&on=2"))
    expect(screen.summary).to_have_text(f"{said.counts} {said.rest}")
    screen.page.reload()
    screen.ready()
    expect(screen.card(1)).to_have_class("rm-card rm-active")
    expect(screen.summary).to_have_text(f"{said.counts} {said.rest}")
    screen.page.locator(".st-key-share").click()
    picture = screen.page.get_by_role("link", name="Download picture")
    assert "&on=2&" in (picture.get_attribute("href") or "")
    screen.page.get_by_role("button", name="Close").click()
    code = start_class(screen)
    close_board(screen)
    follower = visit(f"room={code}")
    wait_for_range(follower, 8000)
    expect(follower.card(1)).to_have_class("rm-card rm-active")
    screen.activate(0)
    screen.wait_for_key("on", None)
    expect(follower.card(0)).to_have_class("rm-card rm-active")


def test_bad_number_is_named_and_the_first_ring_is_active(follow: Open) -> None:
    screen = follow(f"{TWO}&on=3")
    expect(screen.message).to_contain_text(
        "on=3 was not used: accepted: a whole number from 1 to 2."
    )
    expect(screen.card(0)).to_have_class("rm-card rm-active")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_card_of_the_active_ring_is_in_view_on_a_phone(
    chromium: Browser, app_url: str, motion: str
) -> None:
    phone = Machine(
        chromium, app_url, viewport=PHONE, is_mobile=True, has_touch=True, reduced_motion=motion
    )
    screen = phone.open(f"{TWO}&ring=tonghae~3000&ring=tonghae~4000&on=2")
    wait_for_middle(screen, 1)
    off = screen.card(2).evaluate(
        f"""async (card) => {{
            card.querySelector(".rm-card-head").click();
            await new Promise(requestAnimationFrame);
            return ({OFF_MIDDLE})(card);
        }}"""
    )
    assert (off < 2) == (motion == "reduce")  # else it glides there
    wait_for_middle(screen, 2)
    for words in ("More", "Less"):
        screen.page.get_by_role("button", name=words, exact=True).click()
    wait_for_middle(screen, 2)
    assert phone.close_tabs() == []
    phone.close()
