"""Votes of a poll: one for each browser, whatever it calls itself."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.rooms.plainroom import VOTER, Lesson, bare, browser, messages
from ui.rooms.messages import (
    Answer,
    Reveal,
)
from ui.rooms.polls import Poll


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
