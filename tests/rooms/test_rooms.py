"""Class rooms over their sockets: who gets in, and what followers are told."""

from __future__ import annotations

import pytest

from geo.errors import DataError
from tests.roomtools import UNKNOWN, VIEW, School, let_in, school
from tests.support import scenario_of


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


def test_page_of_another_origin_may_follow(server: School) -> None:
    code, secret = server.new_room()
    elsewhere = {"origin": "https://blog.example"}
    with server.lead(code, secret, **elsewhere), server.join(code, **elsewhere) as follower:
        assert let_in(follower, code) == [{"leader": True}]
