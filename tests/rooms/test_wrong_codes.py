"""One script that guesses codes of classes, and pupils at its address who mistype one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Any

import pytest

from tests.rooms.pupils import HOME, SCHOOL, codes, pupil
from tests.roomtools import LATER, Clock, School, school
from ui.rooms.limits import Limits
from ui.rooms.member import Visitor
from ui.rooms.misses import Misses
from ui.rooms.seal import Seal
from ui.rooms.tickets import Tickets


def try_all(misses: Misses, visitor: Visitor, tried: list[str]) -> int:
    """Try codes that lead nowhere; return how many were looked up."""
    looked_up = 0
    for code in tried:
        if not misses.wait_s(visitor):
            misses.add(visitor, code)
            looked_up += 1
    return looked_up


def test_script_that_guesses_codes_is_refused_and_pupils_at_its_address_are_not() -> None:
    misses = Misses(Limits(), Clock())
    assert try_all(misses, Visitor(SCHOOL), codes(2_000)) == 60
    assert misses.wait_s(Visitor(SCHOOL)) > 0
    assert misses.wait_s(pupil()) == 0
    assert misses.wait_s(Visitor(HOME)) == 0


def test_guesses_of_a_day_are_few_whoever_makes_them() -> None:
    clock = Clock()
    misses = Misses(Limits(), clock)
    looked_up = 0
    for _ in range(24 * 60):
        clock.now += 60
        looked_up += try_all(misses, Visitor(SCHOOL), codes(100))
    assert looked_up < 10_000, "of 2**30"


def test_code_that_waits_for_its_class_is_one_miss() -> None:
    clock = Clock()
    misses = Misses(Limits(), clock)
    (code,) = codes(1)
    assert try_all(misses, Visitor(SCHOOL), [code] * 1_000) == 1_000
    for number in range(600):
        assert try_all(misses, pupil(number), [code] * 20) == 20


def test_many_tickets_of_one_address_guess_no_more_than_a_school_mistypes() -> None:
    misses = Misses(Limits(), Clock())
    tried = iter(codes(6_000))
    guessed = [try_all(misses, pupil(number), list(islice(tried, 10))) for number in range(600)]
    assert max(guessed) == 10
    assert sum(guessed) < 200 + 600 * 3
    assert misses.wait_s(pupil(999)) == 0, "a clean one always goes on"
    assert misses.wait_s(pupil(0)) > 0


def test_misses_come_back_with_time_and_at_once_for_a_leader() -> None:
    clock = Clock()
    misses = Misses(Limits(bare_misses=2), clock)
    visitor, (first, second) = Visitor(SCHOOL), codes(2)
    misses.add(visitor, first)
    misses.add(visitor, second)
    wait_s = misses.wait_s(visitor)
    clock.now += wait_s / 2
    assert misses.wait_s(visitor) == pytest.approx(wait_s / 2)
    misses.take_back(visitor, second)
    assert misses.wait_s(visitor) == 0
    misses.add(visitor, second)
    for own in codes(50):  # rooms of one's own, opened to be forgiven
        misses.add(visitor, own)
        misses.take_back(visitor, own)
    assert misses.wait_s(visitor) > 0


def test_what_limits_remember_is_bounded() -> None:
    limits = Limits(visitors_known=100)
    misses, tickets = Misses(limits, Clock()), Tickets(Seal(b"key"), limits, Clock())
    for number in range(1_000):
        misses.add(Visitor(f"address {number}"), "K7M2QX")
        misses.add(pupil(number, f"address {number}"), "K7M2QX")
        tickets.turn_s(f"address {number}")
        misses.turn_s(Visitor(f"address {number}"))
    for code in codes(1_000):
        misses.add(pupil(), code)
    assert len(misses._records) <= 100
    assert all(len(record.codes) <= 64 for record in misses._records.values())
    assert len(tickets._lines._buckets._buckets) <= 100
    assert len(misses._lines._buckets._buckets) <= 100


def test_line_of_those_who_missed_moves_and_has_an_end() -> None:
    clock = Clock()
    misses = Misses(Limits(), clock)
    turns = [misses.turn_s(Visitor(SCHOOL)) for _ in range(200)]
    standing = [turn for turn in turns if turn is not None]
    assert standing[:3] == [0, 0.5, 1]
    assert max(standing) <= 30
    assert turns[len(standing) :] == [None] * (200 - len(standing))
    assert misses.turn_s(Visitor(HOME)) == 0
    looked_up = len(standing)
    for _ in range(3600):
        clock.now += 1
        looked_up += sum(misses.turn_s(Visitor(SCHOOL)) is not None for _ in range(100))
    assert looked_up < 2 * 3600 + 100, "of 2**30, in an hour"


@pytest.fixture
def server() -> Iterator[School]:
    line = {"turns_per_s": 0.01, "turns_wait_s": 0.0}  # for one
    paces = {"prove_s": 20.0, "count_every_s": 0.01, "bars_every_s": 0.01, "bare_misses": 3}
    with school(**paces, **line) as shared:
        yield shared


def state_of(server: School, code: str, ticket: str = "") -> dict[str, Any]:
    with server.join(code, ticket) as person:
        told = person.hear_until("room")
        if told["state"] == "later":
            assert person.close_code() == LATER
        return dict(told)


def test_hit_and_miss_look_alike_to_who_guessed_too_much(server: School) -> None:
    room, secret = server.new_room()
    ticket = server.new_ticket()
    with server.lead(room, secret):
        server.expect_leaders_within(0.3)
        for code in codes(3):
            assert state_of(server, code)["state"] == "unknown"
        state_of(server, *codes(1))  # the only one in line
        told = [state_of(server, code) for code in (room, *codes(2))]
        for each in told:
            assert each["state"] == "later"
            assert 0 < each["wait_s"] <= 30
            assert "too many wrong codes" in each["problem"]
        assert state_of(server, room, ticket)["state"] == "open"
        assert state_of(server, room, "0" * 32)["state"] == "later", "a ticket is not made up"
    server.expect_leaders_within(20.0)
    other, secret = server.new_room()
    with server.lead(other, secret):  # who proves to lead is not guessing
        pass


def test_pupil_without_a_ticket_gets_in_after_a_script_at_the_address_guessed() -> None:
    with school(prove_s=20.0, bare_misses=3, turns_per_s=20.0) as server:
        code, secret = server.new_room()
        with server.lead(code, secret):
            server.expect_leaders_within(0.1)
            for wrong in codes(8):
                assert state_of(server, wrong)["state"] == "unknown"
            assert state_of(server, code)["state"] == "open"


def test_leader_does_not_stand_in_line() -> None:
    with (
        school(bare_misses=1, turns_per_s=0.01, turns_wait_s=1000.0) as server,
        ExitStack() as all_,
    ):
        for wrong in codes(1):
            assert state_of(server, wrong)["state"] == "unknown"
        for wrong in codes(5):
            all_.enter_context(server.join(wrong))
        with server.lead(*server.new_room()):
            pass


def test_ticket_that_the_server_does_not_know_is_said_to_be_none(server: School) -> None:
    with server.join("K7M2QX", "0" * 32) as person:
        assert person.hear() == {"ticket": None}


def test_opening_rooms_is_no_miss(server: School) -> None:
    for _ in range(10):
        with server.lead(*server.new_room()):
            pass
