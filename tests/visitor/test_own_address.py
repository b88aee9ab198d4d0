"""Links that leave the app lead to an address that is ours: a visitor's Host header names none."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from tests.server.test_social_cards import PAGE, Client
from tests.support import Answer, ask
from ui.rooms.origin import is_own_page
from ui.server.socialcards import SocialCards
from ui.visitor.ownaddress import is_private, normal_host
from ui.visitor.settings import read_settings

RING = "ring=sohae~8000"
FILES = ("map.kml", "map.kmz", "map.html", "reach.csv-metadata.json")
OWN_PAGE = {"sec-fetch-site": "same-origin"}
NAMED = [
    "evil.example", "8.8.8.8", "8.8.8.8:8501", "[2001:db8::1]", "[2606:4700::1111]:8501",
    "localhost.evil.example", "127.0.0.1.evil.example", "evil.local.example", "203.0.113.9",
]  # fmt: skip
IMPOSSIBLE = [
    "localhost:99999", "localhost:0", "localhost:65536", "127.0.0.1:-1", "localhost:", "",
    "localhost:80:80", "localhost:8501/x", "user@localhost", "local host", "<script>",
    "localhost\\@evil.example", "evil.example#localhost", "0x08080808", "134744072", "8.8",
    "[::1", "::1", "[localhost]", "[127.0.0.1]", "..", "a..local", "\u00e9.local", "x" * 300,
    'localhost"><script>', "localhost,evil.example", "192.168.1.999", "%6cocalhost",
]  # fmt: skip
PRIVATE = {
    "localhost:8501": "http://localhost:8501/",
    "LOCALHOST": "http://localhost/",
    "localhost:80": "http://localhost/",
    "127.0.0.1:8501": "http://127.0.0.1:8501/",
    "[::1]:8501": "http://[::1]:8501/",
    "192.168.1.5:8501": "http://192.168.1.5:8501/",
    "10.0.0.7": "http://10.0.0.7/",
    "172.31.255.254:80": "http://172.31.255.254/",
    "169.254.3.4:8501": "http://169.254.3.4:8501/",
    "100.101.102.103:8501": "http://100.101.102.103:8501/",
    "[fd12:3456::1]:8501": "http://[fd12:3456::1]:8501/",
    "[fe80::1]:8501": "http://[fe80::1]:8501/",
    "teacher.local:8501": "http://teacher.local:8501/",
    "Teacher-PC:8501": "http://teacher-pc:8501/",
    "testserver": "http://testserver/",
    "nas.home.arpa": "http://nas.home.arpa/",
}


def text_of(answer: Answer) -> str:
    if answer.headers["content-type"].endswith("kmz"):
        return zipfile.ZipFile(io.BytesIO(answer.body)).read("doc.kml").decode()
    return answer.text


def link_in_kml(headers: dict[str, str]) -> str:
    text = ask(f"/export/map.kml?{RING}", headers=headers).text
    (root,) = set(re.findall(r"(?:^|[\s<>\";])([^\s<>\";]*)\?ring=sohae~8000", text))
    return str(root)


@pytest.mark.parametrize(("host", "root"), PRIVATE.items(), ids=PRIVATE)
def test_name_of_ones_own_network_is_believed(host: str, root: str) -> None:
    assert link_in_kml({"host": host}) == root


@pytest.mark.parametrize("host", [*NAMED, *IMPOSSIBLE])
def test_other_names_lead_nobody_astray(host: str) -> None:
    assert link_in_kml({"host": host}) == "http://localhost/"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("host", ["evil.example", "localhost:99999", "evil.example:8501"])
def test_no_file_holds_a_strangers_name(name: str, host: str) -> None:
    answer = ask(f"/export/{name}?{RING}", headers={"host": host})
    assert answer.status == 200
    assert not re.search(r"evil\.|:99999", text_of(answer))


@pytest.mark.parametrize(
    "target", ["/live/class.json", "/live/room-qr.svg?code=K7M2QX", "/export/nothing", "/room/x"]
)
@pytest.mark.parametrize("host", ["evil.example", *IMPOSSIBLE[:6]])
def test_nothing_fails_for_a_name(target: str, host: str) -> None:
    answer = ask(target, headers={"host": host})
    assert answer.status in (200, 404)
    assert b"evil" not in answer.body


@pytest.mark.parametrize(
    "headers",
    [{"x-forwarded-host": "evil.example"}, {"forwarded": "host=evil.example"},
     {"x-forwarded-server": "evil.example"}, {"x-original-host": "evil.example"},
     {"origin": "http://evil.example"}, {"referer": "http://evil.example/"}],
)  # fmt: skip
def test_headers_of_proxies_name_nothing(headers: dict[str, str]) -> None:
    assert link_in_kml({"host": "localhost:8501"} | headers) == "http://localhost:8501/"
    assert link_in_kml({"host": "school.example"} | headers) == "http://localhost/"


def test_page_that_stands_at_a_name_gets_files_of_that_name() -> None:
    """A hosted app whose operator has set nothing: what visitors download leads back there."""
    hosted = {"host": "reach.streamlit.app"}
    assert link_in_kml(hosted | OWN_PAGE) == "http://reach.streamlit.app/"
    assert link_in_kml(hosted | {"sec-fetch-site": "cross-site"}) == "http://localhost/"
    assert link_in_kml(hosted | {"referer": "http://reach.streamlit.app/"}).endswith(".app/")


def card(base: str) -> str:
    app = Starlette(
        routes=[Route("/", lambda _: HTMLResponse(PAGE))], middleware=[Middleware(SocialCards)]
    )
    return Client(app, base).get(f"/?{RING}").text


def test_card_of_an_unknown_name_leads_to_where_it_stands() -> None:
    page = card("https://evil.example")
    assert "evil" not in page
    assert '<meta property="og:url" content="/?ring=sohae~8000' in page
    assert '<meta property="og:image" content="/export/map.png?' in page


def test_card_on_a_private_name_has_it() -> None:
    assert 'content="https://teacher.local/?ring=sohae~8000' in card("https://teacher.local")


ADDRESSES = "https://maps.example, http://192.168.1.5:8501/reach/  https://\ud559\uad50.example"


@pytest.mark.parametrize(
    ("host", "root"),
    [
        ("maps.example", "https://maps.example/"),
        ("MAPS.example:443", "https://maps.example/"),
        ("192.168.1.5:8501", "http://192.168.1.5:8501/reach/"),
        ("evil.example", "https://maps.example/"),
        ("localhost:8501", "https://maps.example/"),
        ("localhost:99999", "https://maps.example/"),
    ],
)
def test_of_the_operators_addresses_the_one_asked_is_used(
    monkeypatch: pytest.MonkeyPatch, host: str, root: str
) -> None:
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", ADDRESSES)
    assert link_in_kml({"host": host}) == root


@pytest.mark.parametrize(
    "value",
    ["maps.example", "javascript:alert(1)", "ftp://maps.example", "https://", "https://x:99999",
     "https://x:0", "https://user@x", 'https://x/"><script>', "https://x/?a=b", "https://[x", ";,"],
)  # fmt: skip
def test_what_is_no_address_is_not_the_operators(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", value)
    assert read_settings().public_urls == ()


@given(st.text(max_size=60) | st.from_regex(r"[a-z0-9.:\[\]-]{1,40}", fullmatch=True))
def test_any_text_is_a_host_or_none(text: str) -> None:
    host = normal_host(text, "http")
    assert re.fullmatch(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])?(:[0-9]{1,5})?", host)
    assert normal_host(host, "http") == host
    assert is_private(host) in (True, False)


@pytest.mark.parametrize("origin", ["https://maps.example", "http://192.168.1.5:8501"])
def test_classes_know_a_page_at_each_of_the_operators_addresses(
    monkeypatch: pytest.MonkeyPatch, origin: str
) -> None:
    sent = {"host": "127.0.0.1:8501", "origin": origin}  # as some proxies hand on
    asked = {"type": "http", "scheme": "http", "headers": Headers(sent).raw}
    assert not is_own_page(asked)
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", ADDRESSES)
    assert is_own_page(asked)
