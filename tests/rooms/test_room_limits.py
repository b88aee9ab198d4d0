"""One script against a class: codes guessed, seats taken, votes cast, sockets held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Any

import pytest

from tests.roomtools import VIEW, Clock, School, school
from ui.rooms.giveway import giving_way
from ui.rooms.hub import Hub
from ui.rooms.limits import Limits
from ui.rooms.member import Member, Visitor
from ui.rooms.misses import Misses
from ui.rooms.room import Room
from ui.rooms.seal import Seal, new_code
from ui.rooms.seats import find_seat
from ui.rooms.tickets import Tickets
from ui.visitor.clientaddress import client_address

LATER, FULL = 4503, 4429
SCHOOL, HOME = "192.0.2.1", "198.51.100.2"


def codes(count: int) -> list[str]:
    return [new_code() for _ in range(count)]


def pupil(number: int = 0, address: str = SCHOOL) -> Visitor:
    """A browser whose ticket was issued when no other one was."""
    return Visitor(address, f"{number:06d}{0:026d}")


# Wrong codes


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


@pytest.fixture
def server() -> Iterator[School]:
    line = {"turns_per_s": 0.01, "turns_wait_s": 0.0}  # for one
    paces = {"prove_s": 0.3, "count_every_s": 0.01, "bars_every_s": 0.01, "bare_misses": 3}
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
    other, secret = server.new_room()
    with server.lead(other, secret):  # who proves to lead is not guessing
        pass


def test_pupil_without_a_ticket_gets_in_after_a_script_at_the_address_guessed() -> None:
    with school(prove_s=0.1, bare_misses=3, turns_per_s=20.0) as server:
        code, secret = server.new_room()
        with server.lead(code, secret):
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


# Seats and votes


def members(*visitors: Visitor) -> dict[Member, None]:
    return dict.fromkeys(Member(each) for each in visitors)


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


def script(number: int) -> Visitor:
    return Visitor(SCHOOL, f"c0ffee{number:026d}")


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


# Sockets and rooms


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


# Addresses


def scope(host: str | None, port: int = 4321, forwarded: str = "") -> dict[str, Any]:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return {"client": host and (host, port), "headers": headers}


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:a:b:c:d", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        (None, ""),
        ("x" * 1000, "x" * 64),
    ],
)
def test_address_is_one_key_for_one_network(host: str | None, address: str) -> None:
    assert client_address(scope(host)) == address


def test_header_counts_only_if_the_operator_says_that_there_is_a_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("REACHMAP_PROXY", raising=False)
    spoofed = {client_address(scope(f"203.0.113.{n}", 0, f"203.0.113.{n}")) for n in range(99)}
    spoofed |= {client_address(scope("203.0.113.9", 80, "203.0.113.9:80, 127.0.0.1"))}
    assert len(spoofed) == 1
    assert client_address(scope("192.0.2.7", 4321, "203.0.113.9")) == "192.0.2.7"
    monkeypatch.setenv("REACHMAP_PROXY", "1")
    assert client_address(scope("203.0.113.9", 0, "203.0.113.9")) == "203.0.113.9"
