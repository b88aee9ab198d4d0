"""Seats and votes of a full class: who gives way to whom, and that a script outvotes nobody."""

from __future__ import annotations

from contextlib import ExitStack

from tests.rooms.pupils import HOME, SCHOOL, members, pupil, script
from tests.roomtools import FULL, VIEW, school
from ui.rooms.limits import Limits
from ui.rooms.member import Member, Visitor
from ui.rooms.seats import find_seat


def test_browser_takes_the_newest_seat_without_a_ticket_in_a_full_class() -> None:
    limits = Limits(room_followers=4)
    full = members(pupil(1), Visitor(SCHOOL), Visitor(HOME), pupil(2))
    seat = find_seat(full, Member(pupil(3)), limits)
    assert seat
    assert seat.gives_way is list(full)[2]
    assert find_seat(full, Member(Visitor(HOME)), limits) is None


def test_second_socket_of_one_browser_gives_way_to_another_browser() -> None:
    limits = Limits(room_followers=3)
    full = members(pupil(1), pupil(2), pupil(1))
    seat = find_seat(full, Member(pupil(3)), limits)
    assert seat
    assert seat.gives_way is list(full)[2]
    assert find_seat(members(pupil(1), pupil(2), pupil(4)), Member(pupil(3)), limits) is None


def test_fourth_socket_of_a_browser_takes_the_place_of_its_first() -> None:
    seated = members(pupil(1), pupil(2), pupil(1), pupil(1))
    seat = find_seat(seated, Member(pupil(1)), Limits())
    assert seat
    assert seat.gives_way is next(iter(seated))


def test_browser_takes_a_seat_of_tickets_that_were_issued_at_once() -> None:
    limits = Limits(room_followers=500)
    crowd = members(*map(pupil, range(100)), *map(script, range(400)))
    seat = find_seat(crowd, Member(pupil(999)), limits)
    assert seat
    assert seat.gives_way is list(crowd)[-1]
    assert find_seat(crowd, Member(script(999)), limits) is None, "its own crowd is the largest"
    assert find_seat(crowd, Member(Visitor(SCHOOL)), limits) is None


def test_script_whose_tickets_are_of_many_hours_takes_no_seat_of_a_class() -> None:
    class_ = members(*map(script, range(25)), *map(pupil, range(475)))
    assert find_seat(class_, Member(pupil(999)), Limits()) is None


def test_class_that_is_really_full_comes_to_rest() -> None:
    limits = Limits(room_followers=60, room_cohort=5)
    cohorts = [40, 30, 10]  # 80 people for 60 seats, who all try again whenever they are sent away
    people = [
        Visitor(SCHOOL, f"{c:06d}{n:026d}") for c, size in enumerate(cohorts) for n in range(size)
    ]
    seated = members(*people[:60])
    waiting = [Member(each) for each in people[60:]]
    moves = 0
    for _ in range(100):
        newcomer = waiting.pop(0)
        seat = find_seat(seated, newcomer, limits)
        if seat and seat.gives_way:
            moves += 1
            del seated[seat.gives_way]
            seated[newcomer] = None
        waiting.append(seat.gives_way if seat and seat.gives_way else newcomer)
    assert 0 < moves < 40
    assert all(find_seat(seated, each, limits) is None for each in waiting)


def test_pupils_get_into_a_class_that_a_script_filled_with_tickets() -> None:
    with school(room_followers=30, room_cohort=5) as server, ExitStack() as class_:
        code, secret = server.new_room()
        class_.enter_context(server.lead(code, secret))
        held = [server.new_ticket() for _ in range(30)]
        script = [class_.enter_context(server.join(code, ticket)) for ticket in held]
        for each in script:
            each.hear_until("room")
        for number in range(20):
            own = server.hub.seal.new_ticket(f"another minute {number}")
            pupil_ = class_.enter_context(server.join(code, own))
            assert pupil_.hear_until("room")["state"] == "open"


def test_pupils_get_into_a_class_that_a_script_filled_and_are_not_outvoted() -> None:
    limits = {"room_followers": 30, "count_every_s": 0.01, "bars_every_s": 0.01}
    with school(**limits) as server, ExitStack() as class_:
        code, secret = server.new_room()
        leader = class_.enter_context(server.lead(code, secret))
        leader.say({"query": VIEW})
        script = [class_.enter_context(server.join(code)) for _ in range(30)]
        for each in script:
            each.hear_until("query")
        leader.hear_until("followers", 30)
        pupils = [class_.enter_context(server.join(code, server.new_ticket())) for _ in range(7)]
        for each in pupils:
            assert each.hear_until("room")["state"] == "open"
        for each in script[-7:]:
            assert each.hear_until("room")["state"] == "full"
            assert each.close_code() == FULL
        leader.say({"poll": {"kind": "believe"}})
        poll = leader.hear_until("poll")["id"]
        for number, each in enumerate(script[:23]):
            each.say({"answer": {"poll": poll, "choice": 0}, "voter": f"voter{number:06d}"})
        for number, each in enumerate(pupils):
            each.say({"answer": {"poll": poll, "choice": 1}, "voter": f"pupil{number:06d}"})
        while leader.hear_until("bars")["counts"] != [5, 7]:
            pass
        for each in script[:23]:
            each.say({"lead": "nonsense"})
            each.hear_until("refused")  # so its vote was taken in before
        assert server.hub.room(code)._poll.counts() == [5, 7]
