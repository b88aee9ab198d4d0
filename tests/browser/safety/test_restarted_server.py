"""A server that starts anew stops nobody: it has no memory, and is told views and classes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.classes import code_of, expect_followers, said, start_class, wait_for_range
from tests.browser.machine import Machine
from tests.browser.server import SAID_OF_A_LOST_SERVER, free_port, running_app

RADAR = "tpy2_seongju"  # on the map only when someone asks for radars


def test_a_view_and_a_class_go_on(chromium: Browser, tmp_path: Path) -> None:
    """In one go, because Streamlit takes its time to try again."""
    port = free_port()
    with running_app(tmp_path / "first.txt", port) as url:
        teacher, pupil = Machine(chromium, url), Machine(chromium, url)
        for each in (teacher, pupil):
            each.faults.expect(errors=SAID_OF_A_LOST_SERVER)
        alone = pupil.open("ring=sohae~8000&at=30,150,3")
        alone.page.evaluate("() => probe.mark()")
        view = alone.view()
        leader = teacher.open("ring=sohae~8000")
        follower = pupil.open(f"room={start_class(leader)}")
        leader.page.locator(".st-key-close-board").click()
        wait_for_range(follower, 8000)
        second = teacher.open(f"room={dict(leader.query())['room']}")
        wait_for_range(second, 8000)
        leader.page.bring_to_front()
        leader.page.locator(".st-key-class-poll").click()
        leader.page.locator(".st-key-ask-in-out").click()
        follower.page.get_by_test_id("poll-choice-1").click()
        expect(leader.page.get_by_test_id("poll-total")).to_have_text("1 answer")
    expect(said(follower)).to_contain_text("Trying again")
    leader.page.locator(".rm-settings").get_by_label("Radars").check()
    alone.page.bring_to_front()
    alone.set_range(0, 5000)
    assert alone.ranges() == [5000]
    expect(alone.summary).to_contain_text("Within 5,000 km")
    with running_app(tmp_path / "second.txt", port):
        alone.wait_for_address("sohae~5000")
        alone.wait_for_python()
        expect(alone.summary).to_contain_text("Nearest US soil")
        alone.set_range(0, 6000)
        alone.wait_for_address("sohae~6000")
        assert alone.page.evaluate("() => probe.marked()"), "the map is still the same one"
        assert alone.view() == view
        follower.page.bring_to_front()
        follower.eventually(lambda: RADAR in follower.places(), "the leader's radars")
        expect(said(follower)).to_contain_text("You follow the class")
        expect_followers(leader, 2)
        expect(said(second)).to_have_text("You lead this class in another tab.")
        second.eventually(lambda: RADAR in second.places(), "the leader's radars, no defaults")
        answer = follower.page.get_by_test_id("poll-choice-1")
        expect(answer).to_have_attribute("aria-pressed", "true")
        expect(leader.page.get_by_test_id("poll-total")).to_have_text("1 answer")
        assert dict(leader.query())["room"] == code_of(leader)
        assert teacher.close() + pupil.close() == []
