"""Rules of a room, without a server: what followers can do, what slow phones get, when it ends."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.websockets import WebSocketDisconnect

from tests.rooms.plainroom import Lesson, messages, waiting
from tests.roomtools import Clock
from ui.rooms.limits import Throttle
from ui.rooms.member import Member
from ui.rooms.messages import (
    Answer,
    Ask,
    Drag,
    End,
    Lead,
    Reveal,
    StopAsking,
    WholeView,
)
from ui.rooms.outbox import Outbox
from ui.visitor.ratelimit import TokenBucket

ANSWERS = st.builds(
    Answer,
    st.sampled_from(["x", "the poll"]),
    st.integers(0, 9),
    st.sampled_from(["a" * 8, "b" * 9]),
)
OTHERS = st.one_of(
    st.none(),
    st.builds(Lead, st.text()),
    st.builds(Drag, st.just("ring=sohae~500"), st.integers(0, 9)),
    st.builds(WholeView, st.just("ring=sohae~500"), st.integers(0, 9), st.none()),
    st.just(Ask("believe")),
    st.just(StopAsking()),
    st.builds(Reveal, st.booleans()),
    st.just(End()),
    ANSWERS,
)


@given(st.lists(st.tuples(st.booleans(), OTHERS), max_size=30))
@settings(max_examples=30)
def test_followers_change_nothing_that_others_see_but_counts(said: list) -> None:
    lesson = Lesson()
    poll = lesson.poll()
    late = Member()
    lesson.room.follow(late)
    before = messages(late)
    lesson.room.leave(late)
    for is_first, message in said:
        is_vote = isinstance(message, Answer) and message.poll == "the poll"
        vote = replace(message, poll=poll) if is_vote else message
        lesson.room.hear(lesson.followers[not is_first], vote)
    lesson.clock.pass_s(1)
    assert [messages(each) for each in lesson.followers] == [[], []]
    for told in messages(lesson.leader):
        assert list(told) in (["bars"], ["followers"])
        if "bars" in told:
            assert sum(told["bars"]["counts"]) <= 2  # one socket, one vote
    lesson.room.follow(late)
    assert messages(late) == before
    assert lesson.ended == []


def test_room_waits_three_hours_for_its_leader() -> None:
    lesson = Lesson()
    lesson.room.leave(lesson.leader)
    lesson.clock.pass_s(3 * 3600 - 1)
    assert lesson.ended == []
    back = Member()
    lesson.room.lead(back)
    lesson.clock.pass_s(24 * 3600)
    assert lesson.ended == []
    lesson.room.leave(back)
    lesson.clock.pass_s(3 * 3600 + 1)
    assert lesson.ended == [lesson.room]
    assert messages(lesson.followers[0])[-1]["room"]["state"] == "ended"
    assert lesson.room.is_empty


def test_slow_phone_gets_the_newest_scene_and_every_whole_view() -> None:
    lesson = Lesson()
    follower = lesson.followers[0]
    for km in range(1000, 1030):
        lesson.room.hear(lesson.leader, Drag(f"ring=sohae~{km}", 0))
    lesson.room.hear(lesson.leader, WholeView("ring=sohae~2000", 0, None))
    lesson.room.hear(lesson.leader, Ask("believe"))
    told = messages(follower)
    assert [next(iter(each)) for each in told] == ["query", "poll"]
    for km in range(3000, 3030):
        lesson.room.hear(lesson.leader, Drag(f"ring=sohae~{km}", 0))
    (told,) = messages(follower)
    assert told["scene"]["rings"][0]["best"] == 3029


def test_phone_that_falls_far_behind_is_let_go_without_a_trace() -> None:
    lesson = Lesson()
    for km in range(1000, 1100):
        lesson.room.hear(lesson.leader, WholeView(f"ring=sohae~{km}", 0, None))
    outbox = lesson.followers[0].outbox
    assert outbox._close_code == 1013
    assert waiting(outbox) == []


@pytest.mark.parametrize("fault", [WebSocketDisconnect(1006), RuntimeError("closed already")])
def test_socket_that_is_gone_ends_the_sending_in_silence(fault: Exception) -> None:
    class Gone:
        async def send_text(self, _: str) -> None:
            raise fault

    outbox = Outbox()
    outbox.put("text")
    asyncio.run(outbox.send_all(Gone()))
    assert waiting(outbox) == []


def test_pace_allows_a_burst_and_then_an_even_flow() -> None:
    clock = Clock(now=100.0)
    bucket = TokenBucket(20, 5, clock)
    assert [bucket.take() for _ in range(6)] == [True] * 5 + [False]
    assert bucket.wait_s() == pytest.approx(1 / 20)
    taken = 0
    for _ in range(1000):
        clock.now += 0.001
        taken += bucket.take()
    assert 19 <= taken <= 21
    clock.now += 1_000
    assert [bucket.take() for _ in range(6)] == [True] * 5 + [False]


def test_throttle_acts_at_once_then_rarely_and_never_forgets() -> None:
    clock = Clock()
    done: list[float] = []
    act = Throttle(0.5, clock.later, lambda: done.append(clock.now))
    act()
    for _ in range(8):
        clock.pass_s(0.125)
        act()
    clock.pass_s(10)
    assert done == [0, 0.5, 1.0, 1.5]
