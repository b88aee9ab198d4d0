"""Two tabs with the key of one class: one leads, and no pupil ever sees the other's defaults."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.classes import (
    WATCH_RINGS,
    close_board,
    expect_followers,
    followers,
    rings_seen,
    said,
    secret_of,
    start_class,
    texts_of,
    wait_for_range,
)
from tests.browser.conftest import Open
from tests.browser.screen import Screen

ELSEWHERE = "You lead this class in another tab."


def lead_from_here(screen: Screen) -> None:
    screen.page.locator(".st-key-lead-here").click()
    expect(followers(screen)).to_be_visible()


def start_at(leader: Screen, km: float) -> str:
    code = start_class(leader)
    close_board(leader)
    wait_for_range(leader, km)
    return code


def watched(visit: Open, code: str, km: float) -> Screen:
    """Return a pupil's tab that notes what it is shown."""
    pupil = visit(f"room={code}")
    wait_for_range(pupil, km)
    pupil.page.evaluate(WATCH_RINGS)
    return pupil


def test_second_tab_follows_says_so_and_leads_when_asked_with_the_view_of_the_class(
    open_tab: Open, visit: Open
) -> None:
    first = open_tab("ring=sohae~9000")
    code = start_at(first, 9000)
    pupil = watched(visit, code, 9000)
    second = open_tab(f"room={code}")
    wait_for_range(second, 9000)
    expect(said(second)).to_have_text(ELSEWHERE)
    expect_followers(first, 2)
    second.set_range(0, 500)  # looks around alone
    first.set_range(0, 8000)
    wait_for_range(pupil, 8000)
    lead_from_here(second)
    wait_for_range(second, 8000)
    second.wait_for_address("sohae~8000")
    expect(said(first)).to_have_text(ELSEWHERE)
    second.set_range(0, 7000)
    wait_for_range(pupil, 7000)
    wait_for_range(first, 7000)
    first.page.reload()
    first.ready()
    wait_for_range(first, 7000)
    expect(said(first)).to_have_text(ELSEWHERE)
    seen = rings_seen(pupil)
    assert {len(rings) for rings in seen} == {1}
    assert [500] not in seen
    assert [rings[0] for rings in seen if rings[0] in (8000, 7000)] == [8000, 7000]
    for each in (first, second):
        assert secret_of(second, code) not in texts_of(each)


def test_tab_that_led_goes_on_after_a_reload_a_bare_link_and_being_closed(
    open_tab: Open, visit: Open
) -> None:
    leader = open_tab("ring=sohae~9000")
    code = start_at(leader, 9000)
    pupil = watched(visit, code, 9000)
    leader.page.reload()
    leader.ready()
    expect_followers(leader, 1)
    leader.open(f"room={code}")
    wait_for_range(leader, 9000)
    expect_followers(leader, 1)
    leader.page.close()
    expect(said(pupil)).to_contain_text("The leader is away")
    reopened = open_tab(f"room={code}")
    wait_for_range(reopened, 9000)
    expect_followers(reopened, 1)
    reopened.set_range(0, 6000)
    wait_for_range(pupil, 6000)
    assert {len(rings) for rings in rings_seen(pupil)} == {1}


def test_duplicate_of_the_leaders_tab_follows(open_tab: Open, visit: Open) -> None:
    first = open_tab("ring=sohae~9000")
    code = start_at(first, 9000)
    pupil = watched(visit, code, 9000)
    kept = first.page.evaluate("() => JSON.stringify({...sessionStorage})")
    assert kept != "{}"
    double = open_tab()
    double.page.evaluate(f"() => Object.assign(sessionStorage, {kept})")
    double.open(f"ring=sohae~4000&room={code}&lang=ko")
    expect(said(double)).to_have_text("다른 탭에서 이 수업을 진행하고 있습니다.")
    wait_for_range(double, 9000)
    expect(followers(first)).to_be_visible()
    first.set_range(0, 8000)
    wait_for_range(pupil, 8000)
    wait_for_range(double, 8000)
    assert [4000] not in rings_seen(pupil)
    double.page.set_viewport_size({"width": 390, "height": 844})
    for name in (".st-key-lead-here", ".st-key-leave-class", "[data-testid=room-said]"):
        double.until(
            """(name) => {
                const box = document.querySelector(name).getBoundingClientRect();
                return innerWidth === 390 && box.left >= 0 && box.right <= 390 && box.width >= 30;
            }""",
            f"{name} within the width of a phone",
            name,
        )
    assert {len(rings) for rings in rings_seen(pupil)} == {1}


def test_ticket_is_the_only_thing_a_pupils_browser_keeps_and_old_keys_are_thrown_away(
    open_tab: Open, visit: Open
) -> None:
    pupil = visit()
    pupil.page.evaluate(
        """() => {
            localStorage["reachmap.class.K7M2QX"] = `${"0".repeat(32)} ${Date.now()}`;
            sessionStorage["reachmap.voter.K7M2QX"] = "a".repeat(24);
        }"""
    )
    leader = open_tab("ring=sohae~9000")
    code = start_at(leader, 9000)
    pupil.open(f"room={code}")
    wait_for_range(pupil, 9000)
    pupil.until(
        """() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
            .filter((key) => key.startsWith("reachmap")).join() === 'reachmap.ticket'""",
        "a ticket, which may come after the view, and nothing else",
    )
    expect(pupil.page.locator(".st-key-lead-here")).to_be_hidden()
    leader.page.locator(".st-key-end-class").click()
    leader.page.locator(".st-key-confirm-end").click()
    expect(said(leader)).to_contain_text("has ended")
    leader.eventually(
        lambda: (
            not [
                each
                for each in leader.page.context.cookies(f"{leader.home}/room/{code}")
                if each["name"] == "reachmap_class"
            ]
        ),
        "no key of a class that is over",
    )


def test_pupil_whose_ticket_comes_late_follows_meanwhile_and_votes_once(
    open_tab: Open, visit: Open
) -> None:
    leader = open_tab("ring=sohae~9000")
    code = start_at(leader, 9000)
    pupil = visit()
    pupil.faults.expect(errors=("429",))
    gate = {"open": False}
    pupil.page.route(
        "**/room/ticket",
        lambda route: route.continue_() if gate["open"] else route.fulfill(status=429, json={}),
    )
    kept = "() => localStorage['reachmap.ticket'] ?? ''"
    pupil.open(f"room={code}")
    wait_for_range(pupil, 9000)
    assert pupil.page.evaluate(kept) == "", "it follows without one"
    leader.page.locator(".st-key-class-poll").click()
    leader.page.locator(".st-key-ask-in-out").click()
    pupil.page.get_by_test_id("poll-choice-0").click()
    total = leader.page.get_by_test_id("poll-total")
    expect(total).to_have_text("1 answer")
    with pupil.page.expect_websocket(lambda socket: "ticket=" in socket.url):
        gate["open"] = True
    pupil.page.get_by_test_id("poll-choice-1").click()
    expect(leader.page.get_by_test_id("poll-bars")).to_contain_text("1 (100%)")
    expect(total).to_have_text("1 answer")
    expect_followers(leader, 1)
    assert pupil.page.evaluate(kept)
