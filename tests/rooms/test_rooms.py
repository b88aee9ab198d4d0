"""Class rooms over their sockets: who is told what, and what leaders and followers may do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest
from websockets.exceptions import ConnectionClosed

from geo.errors import DataError
from tests.roomtools import VIEW, Person, School, school
from tests.support import place_point, scenario_of, table

UNKNOWN, ENDED, FULL = 4404, 4410, 4429
WRONG = "0" * 32
PLACE = "guam_nb"
POLL = {"poll": {"kind": "in_out", "place": PLACE, "ring": 0}}


@pytest.fixture(scope="module")
def server() -> Iterator[School]:
    with school(prove_s=2.5, count_every_s=0.01, bars_every_s=0.01) as shared:
        yield shared


def let_in(follower: Person, code: str) -> list[object]:
    """Return all that a latecomer is told at first."""
    told = [follower.hear()]
    assert told[0] == {"room": {"code": code, "state": "open", "role": "follower"}}
    while "leader" not in told[-1]:
        told.append(follower.hear())
    return told[1:]


def test_room_that_nobody_opened_is_unknown(server: School) -> None:
    code, _ = server.new_room()
    for unopened in (code, "ABC", "UUUUUU", "%00", "a" * 3000):
        with server.join(unopened) as follower:
            assert follower.hear()["room"]["state"] == "unknown"
            assert follower.close_code() == UNKNOWN


def test_pupil_who_came_a_moment_before_the_leader_follows(server: School) -> None:
    code, secret = server.new_room()
    with server.join(code) as early, server.lead(code, secret) as leader:
        leader.say({"query": VIEW})
        assert early.hear()["room"]["state"] == "open"
        early.hear_until("query")


@pytest.mark.parametrize("spelling", [str.lower, lambda code: f" {code[:3]}-{code[3:]} "])
def test_code_is_read_as_people_type_it(spelling, server: School) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret), server.join(spelling(code)) as follower:
        assert let_in(follower, code) == [{"leader": True}]


def test_follower_sees_what_the_leader_does_and_a_latecomer_the_present_view(
    server: School,
) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as early:
        let_in(early, code)
        leader.say({"query": f"{VIEW}&on=2", "words": {"title": "우리 반", "text": "<b>"}})
        whole = early.hear()
        assert scenario_of(whole["query"]) == scenario_of(f"{VIEW}&on=2")
        assert [ring["site"] for ring in whole["scene"]["rings"]] == ["sohae", "39.87,125.27"]
        assert whole["scene"]["rings"][1]["label"] == "a friend"
        assert (whole["scene"]["at"], whole["scene"]["active"]) == ([40, 150, 3], 1)
        assert whole["words"] == {"title": "우리 반", "text": "<b>", "question": ""}
        leader.say({"scene": {"query": "ring=sohae~8123&at=41,151,4"}})
        moved = early.hear()
        assert list(moved) == ["scene"]
        assert moved["scene"]["rings"][0]["best"] == 8123
        assert moved["scene"]["at"] == [41, 151, 4]
        with server.join(code) as late:
            assert let_in(late, code) == [whole, moved, {"leader": True}]
        leader.say({"query": "ring=sohae~9000"})
        rest = early.hear()
        with server.join(code) as late:
            assert let_in(late, code) == [rest, {"leader": True}]


def test_language_and_presentation_stay_with_each_browser(server: School) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        let_in(follower, code)
        leader.say({"query": f"{VIEW}&lang=ko&present=1&room=ZZZZZZ&seed=3&unknown=<script>"})
        told = follower.hear()
        assert told["query"] == VIEW
        assert not {"lang", "present"} & told["scene"].keys()


def test_step_of_a_story_comes_through(server: School) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        let_in(follower, code)
        leader.say({"query": "story=own&step=3&ring=sohae~8000"})
        told = follower.hear()
        assert (told["scene"]["story"], told["scene"]["step"]) == ("own", 3)
        assert told["query"].endswith("&story=own&step=3")
        leader.say({"scene": {"query": "story=nonsense&ring=sohae~8000"}})
        scene = follower.hear()["scene"]
        assert (scene["story"], scene["step"]) == (None, None)


def test_size_of_the_leaders_map_goes_with_the_view_and_a_fit_only_to_those_present(
    server: School,
) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        let_in(follower, code)
        leader.say({"query": VIEW, "map": [1280, 800], "fit": True})
        told = follower.hear()
        assert (told["map"], told["fit"]) == ([1280, 800], True)
        with server.join(code) as late:
            assert let_in(late, code)[0] == {k: told[k] for k in told if k != "fit"}
        for bad in ([1, 1], [1e9, 800], [True, 800], "1280x800", [800], None):
            leader.say({"scene": {"query": VIEW, "map": bad}})
            assert "map" not in follower.hear()["scene"]


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


def test_poll_counts_taps_and_names_nobody(server: School) -> None:
    with ExitStack() as class_:
        code, secret = server.new_room()
        leader = class_.enter_context(server.lead(code, secret))
        pupils = [class_.enter_context(server.join(code)) for _ in range(3)]
        leader.say({"query": VIEW})
        leader.say(POLL)
        poll = leader.hear_until("poll")
        assert (poll["kind"], poll["place"], poll["ring"]["best"]) == ("in_out", PLACE, 8000)
        assert poll["choices"] == [{"kind": "in"}, {"kind": "out"}]
        for number, pupil in enumerate(pupils):
            assert pupil.hear_until("poll") == poll
            pupil.say({"answer": {"poll": poll["id"], "choice": 0}, "voter": f"voter{number}xyz"})
        while leader.hear_until("bars")["counts"] != [3, 0]:
            pass
        pupils[0].say({"answer": {"poll": poll["id"], "choice": 1}, "voter": "voter0xyz"})
        while leader.hear_until("bars")["counts"] != [2, 1]:
            pass
        leader.say({"reveal": True})
        for pupil in pupils:
            assert pupil.hear() == {"bars": {"poll": poll["id"], "counts": [2, 1], "open": True}}
        with server.join(code) as late:
            let_in(late, code)
            assert late.hear_until("poll") == poll
            assert late.hear_until("bars")["counts"] == [2, 1]
        leader.say({"reveal": False})
        leader.say({"poll": None})
        for pupil in pupils:
            assert pupil.hear() == {"bars": {"poll": poll["id"], "counts": [], "open": False}}
            assert pupil.hear() == {"poll": None}
        assert not any("voter" in text for person in (leader, *pupils) for text in person.heard)


def test_belief_is_asked_about_the_rings_of_the_last_view(server: School) -> None:
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        let_in(follower, code)
        leader.say({"poll": {"kind": "believe"}})  # nothing is shown yet: no poll
        leader.say({"query": VIEW})
        leader.say({"poll": {"kind": "believe"}})
        assert "query" in follower.hear()
        poll = follower.hear()["poll"]
        assert (poll["place"], poll["ring"]) == (None, None)
        assert [(each["best"], each["low"], each["high"]) for each in poll["choices"]] == [
            (8000, None, None),
            (None, 3000, 5500),
        ]
        assert poll["choices"][0]["name"] == table("launch_sites")["sohae"]["name"]


def test_poll_tells_whose_word_a_label_is_as_the_scene_does(server: School) -> None:
    rings = (
        "ring=sohae~15000~US+Forces+Korea+via+Korea+Times",  # a made-up number in a source's name
        "ring=banghyon_20170704~8000~experts+via+Yonhap",
        "ring=sohae~9000~own+assumption",
        "ring=sohae~7000",
    )
    code, secret = server.new_room()
    with server.lead(code, secret) as leader, server.join(code) as follower:
        leader.say({"query": "&".join(rings)})
        scene = follower.hear_until("scene")
        leader.say({"poll": {"kind": "believe"}})
        choices = follower.hear_until("poll")["choices"]
        leader.say(POLL)
        asked = follower.hear_until("poll")["ring"]
        told = [(each["label"], each["kind"], each["said"]) for each in scene["rings"]]
        assert [(each["label"], each["kind"], each["said"]) for each in choices] == told
        assert (asked["kind"], asked["said"]) == told[0][1:]
        assert choices[0]["kind"] == "words"
        assert choices[0]["said"] != choices[0]["label"], "in quotation marks"


def test_broken_data_is_said_in_words_and_is_one_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(**_: object) -> None:
        raise DataError("launch_sites.csv, row 1: no column 'lat'.\ncities.csv: cannot be read.")

    monkeypatch.setattr("ui.rooms.hub.load_catalog", broken)
    with school() as server:
        code, secret = server.new_room()
        for _ in range(3):
            with server.join(code) as leader:
                leader.say({"lead": secret})
                told = leader.hear()["room"]
                assert told["state"] == "data"
                assert told["problem"] == "launch_sites.csv, row 1: no column 'lat'."
                assert leader.close_code() == 4500
    assert [each.levelname for each in caplog.records if "launch_sites" in each.message] == [
        "WARNING"
    ]
    assert not any(each.exc_info for each in caplog.records)


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
    with school(leader_per_s=20.0, leader_burst=3) as server:
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


def test_page_of_another_origin_may_follow(server: School) -> None:
    code, secret = server.new_room()
    elsewhere = {"origin": "https://blog.example"}
    with server.lead(code, secret, **elsewhere), server.join(code, **elsewhere) as follower:
        assert let_in(follower, code) == [{"leader": True}]
