"""Who may lead: the key in a cookie, pages of other origins, two tabs with one key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from http.cookies import SimpleCookie
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests.roomtools import VIEW, Person, School, school

PAGES = ["a" * 24, "b" * 24, "c" * 24]


@pytest.fixture(scope="module")
def server() -> Iterator[School]:
    with school(prove_s=2.0, count_every_s=0.01, bars_every_s=0.01) as shared:
        yield shared


def own(server: School) -> str:
    return f"http://{server.address}"


def with_key(server: School, secret: str, origin: str | None = None) -> dict[str, Any]:
    """Return how a browser connects that keeps a key."""
    cookie = {"Cookie": f"reachmap_class={secret}"}
    return {"origin": origin or own(server), "additional_headers": cookie}


def role_of(person: Person) -> dict[str, Any]:
    return dict(person.hear_until("room"))


def claim(page: str, *, takes: bool = False, lead: str | bool = True) -> dict[str, Any]:
    return {"lead": lead, "page": page, "take": takes}


def test_key_is_kept_where_no_script_reads_it_and_goes_to_its_class_alone(server: School) -> None:
    code, secret = server.new_room()
    path = f"/room/{code}/key"
    status, _, headers = server.ask("PUT", path, Origin=own(server), X_Class_Key=secret)
    assert status == 204
    cookie = SimpleCookie(headers["Set-Cookie"])["reachmap_class"]
    assert cookie.value == secret
    assert cookie["httponly"]
    assert cookie["samesite"].lower() == "strict"
    assert cookie["path"] == "", "so the browser takes /room/CODE, below any prefix"
    assert 0 < int(cookie["max-age"]) <= 24 * 3600
    assert not cookie["secure"], "a school's server speaks http"
    _, _, headers = server.ask("DELETE", path, Origin=own(server))
    assert int(SimpleCookie(headers["Set-Cookie"])["reachmap_class"]["max-age"]) == 0


def test_behind_https_the_cookie_is_for_https_alone(server: School) -> None:
    code, secret = server.new_room()
    told = {"Origin": f"https://{server.address}", "X_Class_Key": secret}
    *_, headers = server.ask("PUT", f"/room/{code}/key", X_Forwarded_Proto="https", **told)
    assert SimpleCookie(headers["Set-Cookie"])["reachmap_class"]["secure"]


def test_no_other_page_sets_or_takes_a_key(server: School) -> None:
    code, secret = server.new_room()
    other, _ = server.new_room()
    for origin in ("https://blog.example", "http://127.0.0.1:9", "null", f"http://x@{other}", ""):
        for method in ("PUT", "DELETE"):
            given = {"Origin": origin, "X_Class_Key": secret}
            status, told, headers = server.ask(method, f"/room/{code}/key", **given)
            assert (status, "Set-Cookie" in headers) == (403, False), origin
            assert told["errors"]
    for wrong in ("", "0" * 32, server.new_ticket(), secret[::-1]):
        status, *_ = server.ask("PUT", f"/room/{code}/key", Origin=own(server), X_Class_Key=wrong)
        assert status == 403
    for path in (f"/room/{other}/key", "/room/%00/key", f"/room/{'x' * 3000}/key"):
        status, *_ = server.ask("PUT", path, Origin=own(server), X_Class_Key=secret)
        assert status == 403


def test_another_site_gets_no_cookie_with_its_room_and_burns_no_ticket(server: School) -> None:
    status, _, headers = server.ask("POST", "/room", Origin="https://blog.example")
    assert (status, headers["Set-Cookie"]) == (201, None)
    status, *_ = server.ask("POST", "/room/ticket", Origin="https://blog.example")
    assert status == 403
    for origin in ({}, {"Origin": own(server)}):
        status, told, headers = server.ask("POST", "/room/ticket", **origin)
        assert (status, headers["Set-Cookie"]) == (201, None)
        assert re.fullmatch("[A-Za-z0-9]{32}", told["ticket"])


def test_cookie_leads_only_from_a_page_of_this_server(server: School) -> None:
    code, secret = server.new_room()
    for origin in ("https://blog.example", "http://127.0.0.1:9", f"https://{server.address}.x"):
        with server.join(code, **with_key(server, secret, origin)) as stranger:
            stranger.say(claim(PAGES[0]))
            told = role_of(stranger)
            assert (told["state"], told["refused"]) == ("unknown", True)
            assert "may_lead" not in told
    with server.join(code, additional_headers={"Cookie": f"reachmap_class={secret}"}) as program:
        program.say({"lead": True})
        assert role_of(program)["state"] == "unknown"
    with server.join(code, **with_key(server, secret)) as teacher:
        teacher.say(claim(PAGES[0]))
        assert role_of(teacher)["role"] == "leader"
        with server.join(code, **with_key(server, secret)) as nameless:
            nameless.say({"lead": True})
            nameless.hear_until("refused")
        with server.join(code, **with_key(server, "0" * 32)) as thief:
            thief.say({"lead": True})
            assert "may_lead" not in role_of(thief)
            thief.hear_until("refused")


@pytest.fixture
def tabs(server: School) -> Iterator[tuple[str, Person, Person, Person]]:
    """A class that a page leads: its code, the leader's tab, a second tab, a pupil."""
    with ExitStack() as class_:
        code, secret = server.new_room()
        key = with_key(server, secret)
        first = class_.enter_context(server.join(code, **key))
        first.say(claim(PAGES[0], lead=secret))
        assert role_of(first) | {"may_lead": True} == {
            **{"code": code, "state": "open", "role": "leader"},
            **{"view": "own", "may_lead": True},
        }
        first.say({"query": VIEW})
        pupil = class_.enter_context(server.join(code))
        pupil.hear_until("query")
        second = class_.enter_context(server.join(code, **key))
        assert role_of(second)["may_lead"]
        yield code, first, second, pupil


def first_km(person: Person) -> float:
    """Return the first ring of the next whole view."""
    return float(person.hear_until("scene")["rings"][0]["best"])


def test_second_tab_follows_and_what_it_sends_changes_nothing(tabs, server: School) -> None:
    _, first, second, pupil = tabs
    second.say(claim(PAGES[1]))
    second.hear_until("elsewhere", True)
    second.say({"query": "ring=sohae~500"})
    first.say({"query": "ring=sohae~1234"})
    assert first_km(pupil) == 1234


def test_tab_that_takes_over_learns_the_view_of_the_class_and_the_other_one_follows(
    tabs, server: School
) -> None:
    _, first, second, pupil = tabs
    second.say(claim(PAGES[1], takes=True))
    assert second.hear_until("query")
    told = role_of(second)
    assert (told["role"], told["view"]) == ("leader", "class")
    assert role_of(first)["role"] == "follower"
    assert "sohae~8000" in first.hear_until("query")
    first.hear_until("elsewhere", True)
    first.say({"query": "ring=sohae~500"})
    second.say({"query": "ring=sohae~1234"})
    assert first_km(first) == 1234
    assert not any('"leader":false' in text for text in pupil.heard)
    first.say(claim(PAGES[0], takes=True))
    told = role_of(first)
    assert (told["role"], told["view"]) == ("leader", "class")


def test_page_that_lost_its_connection_leads_on_and_its_dead_socket_is_let_go(
    tabs, server: School
) -> None:
    code, first, _, pupil = tabs
    key = {"origin": own(server)}
    secret = server.hub.seal.new_secret(code)
    with server.join(code, **key) as again:
        again.say(claim(PAGES[0], lead=secret))
        while (told := role_of(again))["role"] != "leader":
            pass
        assert told["view"] == "own", "what changed meanwhile is its own doing"
        again.say({"query": "ring=sohae~1234"})
        while first_km(pupil) != 1234:
            pass
        with pytest.raises(ConnectionClosed) as closed:
            first.hear_until("nothing more")
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1001


def test_tab_that_comes_when_nobody_leads_begins_with_the_view_of_the_class(
    server: School,
) -> None:
    code, secret = server.new_room()
    with server.join(code, **with_key(server, secret)) as first:
        first.say(claim(PAGES[0]))
        role_of(first)
        first.say({"query": VIEW})
        first.say({"reveal": True})  # of no poll
        with server.join(code) as pupil:
            pupil.hear_until("query")
    server.everybody_has_left()
    with server.join(code, **with_key(server, secret)) as reopened:
        assert reopened.hear_until("query")
        reopened.say(claim(PAGES[1]))
        told = role_of(reopened)
        assert (told["role"], told["view"]) == ("leader", "class")


def test_programs_lead_together_as_before(tabs, server: School) -> None:
    code, first, _, pupil = tabs
    secret = server.hub.seal.new_secret(code)
    with server.join(code) as program:
        program.say({"lead": secret})
        while role_of(program)["role"] != "leader":
            pass
        program.say({"query": "ring=sohae~777"})
        while first_km(pupil) != 777:
            pass
    first.say({"query": "ring=sohae~778"})
    while first_km(pupil) != 778:
        pass
    assert "elsewhere" not in "".join(first.heard)
