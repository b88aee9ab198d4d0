"""One script against all classes: sockets held, rooms opened in masses."""

from __future__ import annotations

from contextlib import ExitStack

from tests.rooms.pupils import HOME, SCHOOL, pupil, script
from tests.roomtools import VIEW, Clock, school
from ui.rooms.giveway import giving_way
from ui.rooms.hub import Hub
from ui.rooms.limits import Limits
from ui.rooms.member import Member, Visitor
from ui.rooms.room import Room
from ui.rooms.seal import new_code


def test_one_address_cannot_hold_all_sockets_against_others() -> None:
    hub = Hub(Limits(sockets=10, bare_sockets=8, bare_sockets_of_address=5))
    entered = [hub.enter(Visitor(SCHOOL)) for _ in range(20)]
    assert entered == [Visitor(SCHOOL)] * 5 + [None] * 15
    assert [hub.enter(Visitor(HOME)) for _ in range(4)] == [Visitor(HOME)] * 3 + [None]
    assert [hub.enter(pupil(number)) for number in range(3)] == [pupil(0), pupil(1), None]
    hub.leave(Visitor(SCHOOL))
    assert hub.enter(Visitor(SCHOOL))
    for visitor in [Visitor(SCHOOL)] * 5 + [Visitor(HOME)] * 3 + [pupil(0), pupil(1)]:
        hub.leave(visitor)
    assert hub.sockets == hub._bare == 0
    assert not hub._held


def test_ticket_counts_for_a_few_sockets_and_the_others_have_none() -> None:
    hub = Hub(Limits())
    entered = [hub.enter(pupil()) for _ in range(10)]
    assert entered == [pupil()] * 4 + [Visitor(SCHOOL)] * 6


def test_sockets_that_prove_nothing_or_the_wrong_thing_do_not_keep_a_leader_waiting() -> None:
    with school(prove_s=20.0) as server, ExitStack() as sockets:
        code, secret = server.new_room()
        for number in range(60):
            liar = sockets.enter_context(server.join(code))
            if number % 2:
                liar.say({"lead": f"{number:032x}"})
        with server.lead(code, secret) as leader, server.join(code) as follower:
            leader.say({"query": VIEW})
            follower.hear_until("query")


def test_rooms_that_one_address_opened_in_masses_give_way() -> None:
    limits = {"rooms": 4, "rooms_of_address": 2, "prove_s": 5.0}
    with school(**limits) as server, ExitStack() as rooms:
        made = [server.new_room() for _ in range(4)]
        leaders = [rooms.enter_context(server.lead(*each)) for each in made]
        taught = rooms.enter_context(server.join(made[3][0], server.new_ticket()))
        assert taught.hear_until("room")["state"] == "open"
        with server.lead(*server.new_room()):
            assert leaders[2].hear_until("room")["state"] == "full", "the newest without pupils"
            taught.say({"lead": "nonsense"})
            assert taught.hear_until("refused")


def test_one_script_does_not_close_class_opening_whatever_follows_in_its_rooms() -> None:
    limits = {"rooms": 12, "rooms_of_address": 4, "prove_s": 5.0}
    with school(**limits) as server, ExitStack() as rooms:
        taught, secret = server.new_room()
        teacher = rooms.enter_context(server.lead(taught, secret))
        for _ in range(5):
            pupil_ = rooms.enter_context(server.join(taught, server.new_ticket()))
            assert pupil_.hear_until("room")["state"] == "open"
        ticket = server.new_ticket()
        for _ in range(11):
            code, secret = server.new_room()
            rooms.enter_context(server.lead(code, secret))
            rooms.enter_context(server.join(code, ticket)).hear_until("room")
        for _ in range(5):
            assert server.ask_for_room()[0] == 201
        more = [rooms.enter_context(server.lead(*server.new_room())) for _ in range(5)]
        for each in (teacher, more[-1]):
            each.say({"query": VIEW})
            each.say({"poll": {"kind": "believe"}})
            assert each.hear_until("poll")
        assert server.hub.room(taught)


def room_of(opener: Visitor, pupils: list[Visitor]) -> Room:
    room = Room(new_code(), Limits(), Clock().later, lambda _: None, opener=opener)
    room.lead(Member(opener))
    for each in pupils:
        room.follow(Member(each))
    return room


def test_school_with_thirty_classes_stays_while_a_script_at_its_address_loses_rooms() -> None:
    classes = [
        room_of(pupil(9_000 + n), [pupil(30 * n + each) for each in range(30)]) for n in range(30)
    ]
    begun = room_of(pupil(9_999), [])  # a moment ago; nobody follows yet
    bare = [room_of(Visitor(SCHOOL), [script(n)]) for n in range(100)]
    drawn = [room_of(script(n // 3), [script(n)]) for n in range(69)]
    rooms = [*classes, *bare, *drawn, begun]
    for _ in range(140):
        gone = giving_way(rooms, Limits())
        assert gone
        assert gone in bare or gone in drawn
        rooms.remove(gone)
    assert giving_way([*classes, begun, *bare[:9]], Limits()) is None, "a school may have as many"
