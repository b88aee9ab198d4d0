"""Tickets of browsers: a script that takes many of them, and pupils who come after it."""

from __future__ import annotations

import pytest

from tests.rooms.pupils import HOME, SCHOOL
from tests.roomtools import Clock, school
from ui.rooms.limits import Limits
from ui.rooms.member import Visitor
from ui.rooms.seal import Seal
from ui.rooms.tickets import Tickets


def test_script_gets_no_hundreds_of_tickets_at_once_and_a_pupil_after_it_waits_a_moment() -> None:
    clock = Clock()
    tickets = Tickets(Seal(b"key"), Limits(), clock)
    turns = [tickets.turn_s(SCHOOL) for _ in range(600)]
    assert turns[:120] == [0] * 120
    assert turns[120] == pytest.approx(0.2)
    assert turns.count(None) >= 460
    assert tickets.turn_s(HOME) == 0
    clock.now += 0.25
    assert tickets.turn_s(SCHOOL) is not None


def test_tickets_are_known_and_no_two_are_alike() -> None:
    seal = Seal(b"key")
    tickets = Tickets(seal, Limits(), Clock())
    issued = [tickets.issue(SCHOOL) for _ in range(1_000)]
    assert len(set(issued)) == 1_000
    assert all(map(seal.knows_ticket, issued))


def test_pupil_who_comes_after_a_script_took_all_tickets_gets_one_a_moment_later() -> None:
    with school(tickets_burst=3) as server:
        assert len({server.new_ticket() for _ in range(5)}) == 5


def test_school_of_600_has_all_its_tickets_in_two_minutes() -> None:
    clock = Clock()
    tickets = Tickets(Seal(b"key"), Limits(), clock)
    without = 600
    while without and clock.now < 120:
        without -= sum(tickets.turn_s(SCHOOL) is not None for _ in range(without))
        clock.now += 1
    assert without == 0


def test_tickets_issued_at_once_to_one_address_are_a_cohort_and_tell_no_address() -> None:
    clock = Clock()
    tickets = Tickets(Seal(b"key"), Limits(), clock)

    def cohort(address: str) -> str:
        return Visitor(address, tickets.issue(address)).cohort

    first = cohort(SCHOOL)
    assert cohort(SCHOOL) == first
    other_tickets = Tickets(Seal(b"other key"), Limits(), clock)
    seen = [first, cohort(HOME), Visitor(SCHOOL, other_tickets.issue(SCHOOL)).cohort]
    clock.now += 60
    assert len({*seen, cohort(SCHOOL)}) == 4
