"""Polls of a class over its sockets: what is asked, what is counted, and who is told."""

from __future__ import annotations

from contextlib import ExitStack

from tests.roomtools import PLACE, POLL, VIEW, School, let_in
from tests.support import table


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
