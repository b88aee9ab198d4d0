"""Polls of a class: asked on the projector, answered on phones, counted in bars, nobody named."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.classes import close_board, expect_followers, start_class, wait_for_range
from tests.browser.conftest import Open
from tests.browser.screen import Screen
from tests.browser.visitors.test_accessibility import grave_violations
from tests.support import exact, table

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
SOHAE = table("launch_sites")["sohae"]
HONOLULU = table("cities")["honolulu"]


def bars(screen: Screen) -> list[str]:
    """Return the numbers of the bars in their order."""
    return screen.page.get_by_test_id("poll-bars").locator(".rm-bars-count").all_text_contents()


def expect_bars(screen: Screen, *counts: str) -> None:
    screen.eventually(lambda: bars(screen) == list(counts), f"bars {counts}")


def test_in_or_out_from_the_question_to_the_right_answer(open_tab: Open, visit: Open) -> None:
    leader = open_tab("ring=sohae~7000")
    code = start_class(leader)
    phone, laptop = visit(f"room={code}", **PHONE), visit(f"room={code}&lang=ko")
    expect_followers(leader, 2)
    wait_for_range(phone, 7000)
    assert grave_violations(leader.page) == []
    close_board(leader)
    leader.page.locator(".st-key-class-poll").click()
    place = leader.page.get_by_label("Place", exact=True)
    expect(place.locator("option:checked")).not_to_be_empty()
    place.select_option("honolulu")
    leader.page.locator(".st-key-ask-in-out").click()
    expect_bars(leader, "0 (0%)", "0 (0%)")
    expect(phone.page.locator(".rm-poll-question")).to_contain_text("Honolulu")
    expect(laptop.page.locator(".rm-poll-question")).to_contain_text("호놀룰루")
    inside, outside = (phone.page.get_by_test_id(f"poll-choice-{index}") for index in (0, 1))
    box = inside.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    inside.tap()
    expect_bars(leader, "1 (100%)", "0 (0%)")
    outside.tap()
    expect(outside).to_have_attribute("aria-pressed", "true")
    expect(inside).to_have_attribute("aria-pressed", "false")
    laptop.page.get_by_test_id("poll-choice-0").focus()
    laptop.page.keyboard.press("Space")
    expect_bars(leader, "1 (50%)", "1 (50%)")
    expect(phone.page.get_by_test_id("poll-bars")).to_have_count(0)
    assert grave_violations(phone.page) == []
    leader.page.locator(".st-key-show-bars").click()
    expect_bars(phone, "1 (50%)", "1 (50%)")
    ends = [(float(row["lat"]), float(row["lon"])) for row in (SOHAE, HONOLULU)]
    km, _ = exact(*ends)
    state = "inside" if km <= 7000 else "outside"
    for screen in (leader, phone):
        right = screen.page.get_by_test_id("poll-right")
        expect(right).to_contain_text(f"Honolulu is {state}: {km:,.0f} km from Sohae")
    expect(laptop.page.get_by_test_id("poll-right")).to_contain_text("호놀룰루: 밖. 서해")
    korean = laptop.page.locator(".rm-class").inner_text()
    assert re.findall(r"[A-Za-z]{4,}", korean) == [], "a code is three letters and three"
    heard = phone.page.locator(".rm-class .rm-heard")
    expect(heard).to_contain_text("Inside: 1 (50%). Outside: 1 (50%).")
    leader.page.locator(".st-key-close-poll").click()
    expect(phone.page.get_by_test_id("poll")).to_be_hidden()
    expect(heard).to_have_text("The poll is closed.")


def test_whose_estimate_is_believed_by_keyboard_alone(open_tab: Open, visit: Open) -> None:
    leader = open_tab()
    leader.page.locator(".st-key-teach").focus()
    leader.page.keyboard.press("Enter")
    leader.page.locator(".st-key-start-class").focus()
    leader.page.keyboard.press("Enter")
    expect(leader.page.get_by_role("heading", name="Join the class")).to_be_focused()
    code = (leader.page.get_by_test_id("room-code").text_content() or "").replace(" ", "")
    follower = visit(f"room={code}")
    leader.page.keyboard.press("Escape")
    expect(leader.page.locator(".st-key-show-code")).to_be_focused()
    leader.page.keyboard.press("Shift+Tab")
    leader.page.keyboard.press("Enter")
    expect(leader.page.get_by_label("Place", exact=True)).to_be_focused()
    for _ in range(2):
        leader.page.keyboard.press("Tab")
    leader.page.keyboard.press("Enter")
    expect(leader.page.locator(".st-key-show-bars")).to_be_focused()
    choices = follower.page.locator(".rm-poll-choices button")
    expect(choices).to_have_count(5)
    expect(choices.nth(3)).to_contain_text("experts via Yonhap: 8,000 km")
    choices.nth(3).focus()
    follower.page.keyboard.press("Enter")
    expect_bars(leader, "0 (0%)", "0 (0%)", "0 (0%)", "1 (100%)", "0 (0%)")
    leader.page.keyboard.press("Enter")
    expect_bars(follower, "0 (0%)", "0 (0%)", "0 (0%)", "1 (100%)", "0 (0%)")
    follower.page.reload()
    follower.ready()
    expect_bars(follower, "0 (0%)", "0 (0%)", "0 (0%)", "1 (100%)", "0 (0%)")
    follower.page.get_by_test_id("poll-choice-0").click()
    expect_bars(leader, "1 (100%)", "0 (0%)", "0 (0%)", "0 (0%)", "0 (0%)")
