"""Who leads a class: its secret, its second tab, its return after a restart, and its end."""

from __future__ import annotations

from contextlib import ExitStack, suppress

from websockets.exceptions import ConnectionClosed

from tests.roomtools import ENDED, POLL, UNKNOWN, VIEW, School, let_in, school
from tests.support import scenario_of

WRONG = "0" * 32


def test_everyone_learns_whether_the_leader_is_there_and_the_leader_how_many_follow(
    server: School,
) -> None:
    with ExitStack() as class_:
        code, secret = server.new_room()
        with server.lead(code, secret) as leader:
            assert leader.hear() == {"followers": 0}
            followers = [class_.enter_context(server.join(code)) for _ in range(3)]
            for follower in followers:
                let_in(follower, code)
            leader.hear_until("followers", 3)
            leader.say({"query": VIEW})
        for follower in followers:
            follower.hear_until("query")
            assert follower.hear() == {"leader": False}
        with server.join(code) as back:
            assert let_in(back, code)[-1] == {"leader": False}
            back.say({"lead": secret})
            assert back.hear_until("room") == {"code": code, "state": "open", "role": "leader"}
            assert all(follower.hear() == {"leader": True} for follower in followers)
            back.hear_until("followers", 3)


def test_second_tab_of_the_leader_leads_too(server: School) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as first, server.join(code) as follower:
        let_in(follower, code)
        with server.join(code) as second:
            second.say({"lead": secret})
            while second.hear_until("room")["role"] != "leader":
                pass
            second.say({"query": VIEW})
            assert "query" in follower.hear()
        first.say({"query": "ring=sohae~500"})
        assert "query" in follower.hear()  # and never that the leader was away


def test_after_a_restart_the_leader_brings_the_room_back() -> None:
    with school() as server:
        code, secret = server.new_room()
        with server.lead(code, secret):
            pass
    with school(prove_s=2.5) as server:
        with server.join(code) as follower:
            assert follower.hear()["room"]["state"] == "unknown"
        with server.lead(code, secret) as leader, server.join(code) as follower:
            assert let_in(follower, code) == [{"leader": True}]
            leader.say({"query": VIEW})
            assert scenario_of(follower.hear()["query"]) == scenario_of(VIEW)


def test_room_ends_for_all_when_the_leader_says_so_and_for_good(server: School) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        let_in(follower, code)
        leader.say({"end": True})
        for person in (leader, follower):
            assert person.hear_until("room")["state"] == "ended"
            assert person.close_code() == ENDED
    with server.join(code) as again:
        with suppress(ConnectionClosed):
            again.say({"lead": secret})  # its leader comes too late as well
        assert again.hear()["room"]["state"] == "ended"
        assert again.close_code() == ENDED


def test_room_ends_some_time_after_its_leader_left() -> None:
    with school(room_life_s=0.2) as server:
        code, secret = server.new_room()
        with server.lead(code, secret):
            follower = server.join(code)
            person = follower.__enter__()
            let_in(person, code)
        assert person.hear() == {"leader": False}
        assert person.hear()["room"]["state"] == "ended"
        follower.__exit__(None, None, None)


def test_wrong_secret_leads_nowhere_and_says_so_five_times(server: School) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        let_in(follower, code)
        for guess in [WRONG, secret[:-1], secret.upper(), "", "é" * 32, WRONG]:
            follower.say({"lead": guess})
        follower.say({"query": VIEW})
        leader.say({"query": "ring=sohae~777"})
        told = [follower.hear() for _ in range(6)]
        assert told[:5] == [{"refused": True}] * 5
        assert told[5]["scene"]["rings"][0]["best"] == 777
        follower.say({"lead": secret})  # too late: its tries are used up
        leader.say({"query": "ring=sohae~778"})
        assert follower.hear()["scene"]["rings"][0]["best"] == 778


def test_secret_of_another_room_opens_nothing(server: School) -> None:
    (code, _), (_, other) = server.new_room(), server.new_room()
    with server.join(code) as thief:
        thief.say({"lead": other})
        assert thief.hear()["room"]["state"] == "unknown"
        assert thief.close_code() == UNKNOWN


def test_leaders_frames_replayed_by_a_follower_change_nothing(server: School) -> None:
    with ExitStack() as class_:
        code, secret = server.new_room()
        leader = class_.enter_context(server.lead(code, secret))
        thief, other = (class_.enter_context(server.join(code)) for _ in range(2))
        let_in(thief, code)
        let_in(other, code)
        for frame in ({"query": VIEW}, {"scene": {"query": VIEW}}, POLL, {"poll": None},
                      {"reveal": True}, {"end": True}):  # fmt: skip
            thief.say(frame)
        thief.hear_nothing_new()
        leader.say({"query": "ring=sohae~1234"})
        assert other.hear()["scene"]["rings"][0]["best"] == 1234


def test_secret_is_in_nothing_that_anyone_is_sent(server: School) -> None:
    with ExitStack() as class_:
        code, secret = server.new_room()
        leader = class_.enter_context(server.lead(code, secret))
        follower = class_.enter_context(server.join(code))
        let_in(follower, code)
        leader.say({"lead": secret})
        leader.say({"query": f"ring=sohae~8000&secret={secret}"})
        leader.say(POLL)
        follower.hear_until("poll")
        leader.say({"end": True})
        follower.hear_until("room")
        leader.hear_until("poll")
        assert not any(secret in text for person in (leader, follower) for text in person.heard)
