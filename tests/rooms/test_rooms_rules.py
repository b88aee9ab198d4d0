"""Rules of a room, without a server: codes, messages, limits, polls, and what followers can do."""

from __future__ import annotations

import asyncio
import json
import re
import string
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.websockets import WebSocketDisconnect

from geo.errors import LinkError
from geo.facts.limits import CROCKFORD
from geo.link.visit import parse_room
from tests.roomtools import VIEW, Clock
from ui.rooms.limits import Limits, Throttle
from ui.rooms.member import Member, Visitor
from ui.rooms.messages import (
    Answer,
    Ask,
    Drag,
    End,
    Lead,
    Reveal,
    StopAsking,
    WholeView,
    read_message,
)
from ui.rooms.outbox import Outbox
from ui.rooms.polls import Poll
from ui.rooms.room import Room
from ui.rooms.seal import Seal, new_code
from ui.visitor.ratelimit import TokenBucket

VOTER = "abcdefgh"


def browser(number: int) -> Visitor:
    return Visitor("192.0.2.1", f"{number:032d}")


def bare(address: str = "192.0.2.1") -> Visitor:
    return Visitor(address)


def waiting(outbox: Outbox) -> list[str]:
    """Return what waits to be sent, and take it away."""
    texts = list(outbox._waiting.values())
    outbox._waiting.clear()
    return texts


def messages(member: Member) -> list[dict[str, object]]:
    return [json.loads(text) for text in waiting(member.outbox)]


class Lesson:
    """A room with a leader and followers, in time that a test moves."""

    def __init__(self, followers: int = 2) -> None:
        self.clock = Clock()
        self.ended: list[Room] = []
        self.room = Room("K7M2QX", Limits(), self.clock.later, self._end)
        self.leader = Member()
        self.room.lead(self.leader)
        self.followers = [Member(browser(number)) for number in range(followers)]
        for follower in self.followers:
            self.room.follow(follower)
        self.forget()

    def _end(self, room: Room) -> None:
        self.ended.append(room)
        room.close("ended")

    def forget(self) -> None:
        self.clock.pass_s(1)
        for member in (self.leader, *self.followers):
            waiting(member.outbox)

    def poll(self) -> str:
        self.room.hear(self.leader, WholeView(VIEW, 0, None))
        self.room.hear(self.leader, Ask("believe"))
        poll = next(each["poll"] for each in messages(self.leader) if "poll" in each)
        self.forget()
        assert isinstance(poll, dict)
        return str(poll["id"])


def test_code_has_the_signs_of_crockford_and_its_secret_leads_no_other_room() -> None:
    seal, codes = Seal(b"a key"), [new_code() for _ in range(20)]
    assert set(CROCKFORD) == set(string.digits + string.ascii_uppercase) - set("ILOU")
    assert all(parse_room(code) == code and set(code) <= set(CROCKFORD) for code in codes)
    for code in codes:
        secret = seal.new_secret(code)
        assert re.fullmatch("[0-9a-f]{32}", secret)
        assert [each for each in codes if seal.leads(each, secret)] == [code]
        assert Seal(b"a key").leads(code, secret), "after a restart"
        assert not Seal(b"another").leads(code, secret)
        assert not seal.knows_ticket(secret)
        assert seal.new_secret(code) != secret


@pytest.mark.parametrize(
    "text", ["", "0" * 31, "0" * 32, "0" * 33, "é" * 32, "\uff10" * 32, "\ud800"]
)
def test_other_text_is_neither_a_secret_nor_a_ticket(text: str) -> None:
    seal = Seal(b"a key")
    secret, ticket = seal.new_secret("K7M2QX"), seal.new_ticket()
    assert seal.knows_ticket(ticket)
    for wrong in (text, secret.upper(), secret[:-1], secret + "\n", ticket):
        assert not seal.leads("K7M2QX", wrong)
    for wrong in (text, ticket.upper(), ticket[:-1], ticket[16:] + ticket[:16], secret):
        assert not seal.knows_ticket(wrong)


@pytest.mark.parametrize("typed", ["k7m2qx", " K7M 2QX ", "k7m-2qx", "K-7-M-2-Q-X"])
def test_typed_code_is_put_right(typed: str) -> None:
    assert parse_room(typed) == "K7M2QX"
    assert parse_room("oiL00o") == "011000"


@given(st.text(max_size=50))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    with suppress(LinkError):
        assert set(parse_room(text)) <= set(CROCKFORD)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"lead": "x"}', Lead("x")),
        ('{"scene": {"query": "a=1", "active": 2}}', Drag("a=1")),
        ('{"scene": {"query": "", "map": [800, 600], "later": 1}}', Drag("", (800, 600))),
        ('{"query": "a=1"}', WholeView("a=1", None)),
        ('{"query": "a=1", "active": 1}', WholeView("a=1", None)),
        ('{"query": "", "words": null, "fit": true}', WholeView("", None, None, True)),
        ('{"poll": null}', StopAsking()),
        ('{"poll": {"kind": "believe"}}', Ask("believe")),
        ('{"poll": {"kind": "in_out", "place": "x", "ring": 1}}', Ask("in_out", "x", 1)),
        ('{"reveal": false}', Reveal(False)),
        ('{"end": true}', End()),
        (
            '{"answer": {"poll": "x", "choice": 0}, "voter": "abcdefgh"}',
            Answer("x", 0, VOTER),
        ),
    ],
)
def test_message_as_agreed_is_read(text: str, message: object) -> None:
    assert read_message(text) == message


@pytest.mark.parametrize("voter", ["abcdefg", "a" * 33, "abcdefg-", "abcdefgé", 12345678, None])
def test_voter_that_no_browser_draws_has_no_vote(voter: object) -> None:
    assert read_message(json.dumps({"answer": {"poll": "x", "choice": 0}, "voter": voter})) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            ["lead", "scene", "query", "active", "words", "title", "poll", "kind", "place", "ring",
             "reveal", "end", "answer", "choice", "voter", "map", "fit"]
        ) | st.text(max_size=5),
        inner,
        max_size=4,
    ),
    max_leaves=10,
)  # fmt: skip


@given(JSON.map(json.dumps) | st.text())
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_message_or_nothing(text: str) -> None:
    message = read_message(text)
    if isinstance(message, WholeView | Drag):
        message.query.encode()  # no halves of characters


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
@settings(max_examples=30, deadline=None)
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


def test_bare_socket_has_one_voice_and_one_that_comes_back_keeps_it() -> None:
    poll = Poll("believe", None, None, [{}, {}, {}])
    assert poll.answer("socket 1", Answer(poll.id, 2, VOTER), bare())
    assert not poll.answer("socket 1", Answer(poll.id, 1, "another1"), bare())
    assert poll.answer("socket 1", Answer(poll.id, 1, VOTER), bare())
    poll.leave("socket 1")
    assert poll.answer("socket 2", Answer(poll.id, 0, VOTER), bare())
    assert not poll.answer("socket 3", Answer(poll.id, 3, "another1"), bare())
    assert not poll.answer("socket 3", Answer("old", 0, "another1"), bare())
    assert poll.counts() == [1, 0, 0]
    assert VOTER not in json.dumps([poll.bars(), poll.question(), poll.no_bars()])
    assert VOTER not in repr(poll)


def test_ticket_has_one_vote_by_whatever_name_from_whatever_socket_and_network() -> None:
    poll = Poll("believe", None, None, [{}, {}])
    phone = browser(7)
    for number in range(500):
        assert poll.answer(f"socket {number}", Answer(poll.id, 0, f"voter{number:06d}"), phone)
    assert poll.counts() == [1, 0]
    elsewhere = replace(phone, address="198.51.100.2")
    assert poll.answer("by radio", Answer(poll.id, 1, VOTER), elsewhere)
    assert poll.counts() == [0, 1]


def test_phone_whose_ticket_came_after_its_vote_has_one_vote() -> None:
    poll = Poll("believe", None, None, [{}, {}])
    assert poll.answer("before", Answer(poll.id, 0, VOTER), bare())
    assert poll.answer("after", Answer(poll.id, 1, VOTER), browser(1))
    assert poll.counts() == [0, 1]


def test_script_without_a_ticket_votes_five_times_and_keeps_nobody_else_from_it() -> None:
    poll = Poll("believe", None, None, [{}, {}])
    taken = [poll.answer(n, Answer(poll.id, 0, f"{n:08d}"), bare()) for n in range(500)]
    assert taken == [True] * 5 + [False] * 495
    assert poll.answer(0, Answer(poll.id, 1, "00000000"), bare()), "it may change its mind"
    assert poll.answer("phone", Answer(poll.id, 1, VOTER), browser(1))
    assert poll.answer("other", Answer(poll.id, 1, VOTER), bare("198.51.100.2"))
    assert poll.counts() == [4, 3]


def test_poll_holds_no_more_votes_than_a_room_has_people_twice() -> None:
    poll = Poll("believe", None, None, [{}])
    vote = Answer(poll.id, 0, VOTER)
    taken = [poll.answer(number, vote, browser(number)) for number in range(1_100)]
    assert taken == [True] * 1_000 + [False] * 100
    assert poll.answer(0, vote, browser(0))


def test_votes_are_gone_when_the_next_poll_begins() -> None:
    lesson = Lesson()
    first = lesson.poll()
    lesson.room.hear(lesson.followers[0], Answer(first, 0, VOTER))
    lesson.room.hear(lesson.leader, Reveal(True))
    second = lesson.poll()
    assert second != first
    lesson.room.hear(lesson.followers[0], Answer(first, 0, VOTER))
    lesson.room.hear(lesson.followers[0], Answer(second, 1, "another1"))
    lesson.clock.pass_s(1)
    assert messages(lesson.leader)[-1]["bars"] == {"poll": second, "counts": [0, 1], "open": False}
    assert messages(lesson.followers[1]) == []


def test_leader_hears_of_votes_four_times_a_second_at_most_and_of_the_last_one() -> None:
    lesson = Lesson(followers=50)
    poll = lesson.poll()
    told = []
    for number, follower in enumerate(lesson.followers):
        lesson.room.hear(follower, Answer(poll, 0, f"{number:08d}"))
        lesson.clock.pass_s(0.02)
        told += messages(lesson.leader)
    lesson.clock.pass_s(1)
    told += messages(lesson.leader)
    assert len(told) <= 6  # in one second, and the last
    assert told[-1]["bars"]["counts"] == [50, 0]


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
