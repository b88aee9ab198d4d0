"""Class rooms under load: too many rooms, sockets and messages, and frames that are none."""

from __future__ import annotations

import json
from contextlib import ExitStack, suppress

from websockets.exceptions import ConnectionClosed

from tests.roomtools import FULL, PLACE, VIEW, School, let_in, school
from tests.support import place_point


def test_rooms_and_sockets_are_bounded() -> None:
    with school(rooms=1, room_followers=2, sockets=4, prove_s=30.0) as server, ExitStack() as all_:
        code, secret = server.new_room()
        with server.lead(code, secret):
            assert server.ask_for_room()[0] == 503
            for _ in range(2):
                let_in(all_.enter_context(server.join(code)), code)
            with server.join(code) as third:
                third.say({"lead": "0" * 32})  # else it has half a minute to prove that it leads
                assert third.hear()["room"]["state"] == "full"
                assert third.close_code() == FULL
            with server.join(code) as also_leader:  # who leads gets in, however many follow
                also_leader.say({"lead": secret})
                assert also_leader.hear()["room"]["role"] == "leader"
                with server.join(code) as fifth_socket:
                    assert fifth_socket.hear()["room"]["state"] == "full"
    assert server.hub.sockets == 0


def test_room_that_all_have_left_gives_way_to_a_new_one() -> None:
    with school(rooms=1) as server:
        first, second = server.new_room(), server.new_room()
        for room in (first, second):
            with server.lead(*room):
                pass
            server.everybody_has_left()
        with server.lead(*first):  # and comes back as after a restart
            assert server.hub.room(second[0]) is None


def test_leader_who_floods_loses_scenes_but_no_whole_view() -> None:
    with school(leader_per_s=0.5, leader_burst=3) as server:
        code, secret = server.new_room()
        with server.lead(code, secret) as leader, server.join(code) as follower:
            let_in(follower, code)
            for km in range(1000, 1030):
                leader.say({"scene": {"query": f"ring=sohae~{km}"}})
            for km in range(2000, 2010):
                leader.say({"query": f"ring=sohae~{km}"})
            drags, views = [], []
            while 2009 not in views:
                told = follower.hear()
                (views if "query" in told else drags).append(told["scene"]["rings"][0]["best"])
            assert views == list(range(2000, 2010))
            assert len(drags) < 30


def test_follower_who_floods_is_read_in_portions_and_then_hung_up_on() -> None:
    with school(ignored_in_a_row=10, pause_s=0.001, pauses=3, count_every_s=0.0) as server:
        code, secret = server.new_room()
        with server.lead(code, secret) as leader, server.join(code) as follower:
            let_in(follower, code)
            leader.hear_until("followers", 1)
            with suppress(ConnectionClosed):
                for _ in range(1000):
                    follower.say("{}")
            leader.hear_until("followers", 0)


def test_frames_that_are_no_messages_change_nothing(server: School) -> None:
    assert place_point(PLACE)
    hostile = [
        "", "{", "null", "[]", "0", '"query"', "[" * 8000, '{"a":' * 1000, "1" * 8000, "NaN",
        '{"query": NaN}', '{"query": 1e999}', '{"query": ["ring=sohae~5000"]}', '{"query": null}',
        '{"scene": "ring=sohae~5000"}', '{"scene": {"query": 5000}}',
        '{"query": "ring=sohae~5000", "scene": {}}', '{"query": "ring=sohae~5000", "x": 1}',
        '{"query": true}', '{"end": 1}', '{"poll": {"kind": "x"}}',
        json.dumps({"query": "ring=sohae~5000&" + "x" * 8192}), '{"query": "' + "가" * 3000 + '"}',
        json.dumps({"query": "ring=sohae~5000", "words": {"title": "x" * 201}}),
        json.dumps({"poll": {"kind": "in_out", "place": "atlantis", "ring": 0}}),
        json.dumps({"poll": {"kind": "in_out", "place": PLACE, "ring": 7}}), "x" * 1_000_000,
    ]  # fmt: skip
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        let_in(follower, code)
        leader.say({"query": VIEW})
        whole = follower.hear()
        for frame in hostile:
            leader.say(frame)
            follower.say(frame)
        leader.say(json.dumps({"query": "ring=sohae~5000"}).encode())
        leader.say({"reveal": True})  # of no poll
        leader.say({"query": "\ud800ring=sohae~1&ring=sohae~2345~half\ud83d&on=9"})
        told = follower.hear()
        assert told["scene"]["rings"][0]["best"] == 2345
        assert told["scene"]["rings"][0]["label"] == "half?"
        assert told["scene"]["active"] == 0
        assert whole != told


def test_broken_frames_and_vanishing_sockets_harm_nobody_and_leave_no_line_in_the_log() -> None:
    broken = [
        b"\x81\x82\0\0\0\0\xff\xfe",  # text that is not UTF-8
        b"\x83\x81\0\0\0\0x",  # an opcode that does not exist
        b"\x81\x02{}",  # not masked
        b"\x80\x82\0\0\0\0{}",  # a continuation of nothing
        b"\xf1\x82\0\0\0\0{}",  # reserved bits
        b"\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0",  # eight exabytes
        b"\x81\x85\0\0\0\0",  # stops in the middle
    ]
    with school(prove_s=5.0) as server:
        code, secret = server.new_room()
        with server.lead(code, secret) as leader, server.join(code) as follower:
            let_in(follower, code)
            sockets = [server.shake_hands(where) for where in (code, "0" * 6) for _ in broken]
            for number, (raw, frame) in enumerate(zip(sockets, broken * 2, strict=True)):
                raw.sendall(frame)
                leader.say({"query": f"ring=sohae~{1000 + number}"})
                assert follower.hear()["scene"]["rings"][0]["best"] == 1000 + number
                raw.close()
            follower.hear_nothing_new()
