"""The ring that someone chose is part of the view: in the address, in files, in a class."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from geo.reach.summary import summarize
from tests.browser.classes import close_board, start_class, wait_for_range
from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.support import view_at

TWO = "ring=sohae~8000&ring=tonghae~2000"
PHONE = {"width": 390, "height": 844}


def test_ring_that_was_chosen_is_in_the_address_in_links_and_on_other_machines(
    open_tab: Open, visit: Open
) -> None:
    screen = open_tab(TWO)
    expect(screen.card(0)).to_have_class("rm-card rm-active")
    screen.activate(1)
    screen.wait_for_key("on", "2")
    said = summarize(view_at(f"{TWO}&on=2"))
    for words in (said.counts, said.rest):
        expect(screen.summary).to_contain_text(words)
    screen.page.reload()
    screen.ready()
    expect(screen.card(1)).to_have_class("rm-card rm-active")
    for words in (said.counts, said.rest):
        expect(screen.summary).to_contain_text(words)
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


def test_on_a_phone_a_row_of_rings_chooses_the_card_that_is_shown(
    chromium: Browser, app_url: str
) -> None:
    phone = Machine(chromium, app_url, viewport=PHONE, is_mobile=True, has_touch=True)
    more = "&".join(f"ring=sohae~{km}" for km in range(9000, 19_000, 1000))
    screen = phone.open(f"{TWO}&{more}&on=12")
    tabs = screen.page.locator(".rm-tabs button")
    expect(tabs).to_have_count(12)
    expect(tabs.nth(11)).to_be_in_viewport()
    expect(tabs.nth(11)).to_have_attribute("aria-pressed", "true")
    expect(screen.slider(11)).to_be_in_viewport()
    tabs.nth(1).tap()
    screen.wait_for_key("on", "2")
    expect(screen.slider(1)).to_be_in_viewport()
    expect(screen.slider(11)).to_be_hidden()
    expect(tabs.nth(1)).to_have_accessible_name("Ring 2: 2,000 km")
    screen.set_range(1, 2500)
    expect(tabs.nth(1)).to_have_text("2,500")
    assert phone.close_tabs() == []
    phone.close()
