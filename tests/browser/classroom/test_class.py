"""A leader and followers: the map follows, each may look around alone, and nobody else leads."""

from __future__ import annotations

import json
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.browser.classes import (
    WATCH_RINGS,
    close_board,
    code_of,
    come_in,
    expect_followers,
    open_room,
    rings_seen,
    said,
    secret_of,
    start_class,
    texts_of,
    told_to,
    wait_for_range,
)
from tests.browser.conftest import Open
from tests.browser.map.mercator import share_in_view
from tests.browser.oracle import spoken_states
from tests.browser.screen import Screen

A_PIXEL_DEG = 0.1  # on a map of the world


def drag_until_followed(leader: Screen, others: list[Screen]) -> float:
    """Move a thumb until all maps have followed it, and keep it held; return where it is.

    How soon they follow is measured by the benchmarks (benchmarks/load/rooms.py).
    """
    x, y, *_ = leader.grab(0)
    steps = count(1)

    def all_follow_another_step() -> bool:
        away = 60 - abs(next(steps) % 120 - 60)  # to and fro
        leader.page.mouse.move(x + away, y)
        leader.frames(2)
        return all(len(rings_seen(each)) >= 10 for each in others)

    leader.eventually(all_follow_another_step, "ten values on each map while the thumb moves")
    leader.page.mouse.move(x + 50, y)
    leader.frames(2)
    (km,) = leader.ranges()
    for each in others:
        wait_for_range(each, km)
    return km


def wait_for_view(follower: Screen, leader: Screen) -> None:
    view = leader.view()
    follower.eventually(
        lambda: follower.view() == pytest.approx(view, abs=A_PIXEL_DEG), f"the view {view}"
    )


def wait_for_places(screen: Screen, states: dict[str, str]) -> None:
    screen.eventually(lambda: screen.places() == states, "the leader's places")


def test_followers_see_at_once_what_the_leader_does(open_tab: Open, visit: Open) -> None:
    leader = open_tab("ring=sohae~8000")
    code = start_class(leader)
    link = leader.page.get_by_test_id("room-link").get_attribute("href") or ""
    assert link.endswith(f"/?room={code}")
    others = [visit(f"room={code}"), visit(f"lang=ko&room={code}")]
    expect_followers(leader, 2)
    for each in (leader, *others):
        wait_for_range(each, 8000)
        each.page.evaluate(WATCH_RINGS)
    close_board(leader)
    km = drag_until_followed(leader, others)
    assert km > 9000
    leader.page.mouse.up()
    leader.wait_for_address(f"sohae~{km:g}")
    leader.page.locator(".rm-settings").get_by_label("Radars").check()
    leader.pan()
    wanted = spoken_states(leader.page.url.split("?")[1])
    for each in others:
        wait_for_view(each, leader)
        wait_for_places(each, wanted)
        assert each.rings_in_address() == []
        assert secret_of(leader, code) not in texts_of(each)
    followed = f"{round(km):,} km"
    expect(others[0].summary).to_contain_text(f"Within {followed}")
    expect(others[0].summary).to_contain_text("Nearest US soil: Saipan")
    expect(others[0].table.locator("thead")).to_contain_text(followed)
    expect(others[1].summary).to_contain_text("사이판")
    assert others[1].page.evaluate("() => navigation.entries().length") == 1, "the page alone"
    kept = secret_of(leader, code)
    assert len(kept) == 32
    assert kept not in texts_of(leader) + link + leader.page.evaluate("() => document.cookie")


def test_followers_maps_ease_out_to_a_ring_with_the_leaders(open_tab: Open, visit: Open) -> None:
    leader = open_tab("ring=sohae~1000")
    code = start_class(leader)
    follower = visit(f"room={code}", viewport={"width": 900, "height": 700})
    wait_for_range(follower, 1000)
    leader.set_range(0, 8000)
    for each in (leader, follower):
        each.eventually(lambda each=each: share_in_view(each) >= 1 / 3, "the ring in view")
    leader.pan()
    leader.set_range(0, 1000)
    leader.wait_for_address("sohae~1000")
    leader.map.get_by_test_id("fit").click()
    for each in (leader, follower):
        each.eventually(lambda each=each: each.view()[2] > 4, "a view of the short ring")


def test_one_who_looks_around_alone_comes_back(open_tab: Open, visit_bare: Open) -> None:
    leader = open_tab("ring=sohae~8000&at=40,150,3")
    code = start_class(leader)
    leader.set_range(0, 7000)  # the board with the code makes way
    expect(leader.page.locator(".st-key-close-board")).to_have_count(0)
    late = visit_bare()
    told = told_to(late.page)
    late.open(f"room={code.lower()}")
    wait_for_range(late, 7000)
    wait_for_view(late, leader)
    expect(said(late)).to_contain_text(f"{code[:3]} {code[3:]}")
    late.set_range(0, 2000)
    late.wait_for_address("sohae~2000")
    expect(said(late)).to_contain_text("alone")
    leader.set_range(0, 6000)
    leader.pan()
    late.eventually(lambda: any("sohae~6000" in text for text in told), "the leader's view told")
    late.frames(2)
    assert late.ranges() == [2000]
    back = late.page.locator(".st-key-rejoin-class")
    back.focus()
    late.page.keyboard.press("Enter")
    wait_for_range(late, 6000)
    wait_for_view(late, leader)
    assert late.query() == [("room", code)]
    expect(late.page.locator(".st-key-look-alone")).to_be_focused()
    late.page.go_back()  # to where the leader was followed before
    leader.set_range(0, 6100)
    wait_for_range(late, 6100)
    assert late.query() == [("room", code)]
    late.set_range(0, 2100)
    late.wait_for_address("sohae~2100")
    late.page.go_back()
    wait_for_range(late, 6100)
    expect(said(late)).to_contain_text("You follow the class")
    late.pan()
    expect(said(late)).to_contain_text("alone")
    leader.page.reload()
    leader.ready()
    expect_followers(leader, 1)
    assert code_of(leader) == code, "who has the secret leads again"
    leader.page.locator(".st-key-end-class").click()
    leader.page.locator(".st-key-confirm-end").click()
    expect(said(late)).to_contain_text("is not running. The map is yours.")
    late.set_range(0, 3000)
    late.wait_for_address("sohae~3000")
    assert "room" not in dict(leader.query())


def test_a_code_is_typed_and_a_class_begins_late(screen: Screen) -> None:
    code, secret = open_room(screen.home)
    screen.teach()
    field = screen.page.get_by_label("Code of the class")
    for text in ("K7M 2QU", "<img src=x onerror=alert(1)>", ""):
        field.fill(text)
        field.press("Enter")
        expect(screen.page.locator(".rm-join-said")).to_contain_text(f"\u201c{text}\u201d")
        expect(screen.page.locator(".rm-join-said")).to_contain_text("such as K7M 2QX")
    field.fill(f" {code[:3].lower()}-{code[3:].lower()} ")
    field.press("Enter")
    expect(said(screen)).to_contain_text(f"The class {code[:3]} {code[3:]} is not running.")
    screen.activate(1)
    screen.set_range(1, 4000)
    screen.eventually(lambda: screen.ranges()[1] == 4000, "a map of one's own")
    with come_in(screen.home, code).connection as leader:
        leader.send(json.dumps({"lead": secret}))
        leader.send(json.dumps({"query": "ring=sohae~1234"}))
        wait_for_range(screen, 1234)
        expect(said(screen)).to_contain_text("You follow the class")
    expect(said(screen)).to_contain_text("The leader is away")


def test_hostile_follower_changes_nothing(open_tab: Open, visit: Open) -> None:
    leader = open_tab("ring=sohae~8000")
    code = start_class(leader)
    follower = visit(f"room={code}")
    wait_for_range(follower, 8000)
    follower.page.evaluate(WATCH_RINGS)
    with come_in(leader.home, code).connection as raider:
        expect_followers(leader, 2)
        for message in (
            {"lead": "0" * 32},
            {"scene": {"query": "ring=sohae~500"}},
            {"query": "ring=sohae~500"},
            {"poll": {"kind": "believe"}},
            {"reveal": True},
            {"end": True},
            {"answer": {"poll": "x", "choice": 0}, "voter": "<b>" * 9},
        ):
            raider.send(json.dumps(message))
        for text in ("", "{", "[" * 8000, "x" * 100_000, '{"query": 1}', b"\x00\xff"):
            raider.send(text)
        for _ in range(300):
            raider.send('{"query": "ring=sohae~500"}')
        leader.set_range(0, 9000)
        wait_for_range(follower, 9000)
    expect_followers(leader, 1)  # all that the other one said was read before its end
    leader.set_range(0, 9100)
    wait_for_range(follower, 9100)  # comes after all that was told before
    assert leader.ranges() == [9100]
    assert [rings for rings in rings_seen(follower) if rings != [8000]] == [[9000], [9100]]
    assert follower.page.get_by_test_id("poll").is_hidden()
    expect(said(follower)).to_contain_text("You follow the class")
