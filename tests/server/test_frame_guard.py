"""Pages for frames of ours: guarded before all their scripts, and refused to strangers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import product

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit import config

from tests.framepages import GUARDED, REFUSED, page
from ui.scripts.assetfiles import FRAME_PATH, frame_build
from ui.server.framepages import FramePages, guarded
from ui.server.headers import SecurityHeaders, content_security_policy

INDEX = f"{FRAME_PATH}index.html"
HOME = "http://127.0.0.1:8501"
OWN = {"sec-fetch-site": "same-origin", "sec-fetch-dest": "iframe"}
LAN = "http://192.168.1.5:8501"


class Scripts(HTMLParser):
    """The tags of a page up to its first script, and whether that one is the guard."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.before: list[str] = []
        self.is_guard: bool | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.is_guard is None:
            self.before.append(tag)
            if tag == "script":
                self.is_guard = dict(attrs).keys() == {"data-said"}


@pytest.mark.parametrize("text", GUARDED.values(), ids=GUARDED)
def test_guard_is_first_whatever_the_page_looks_like(text: str) -> None:
    made = guarded(page(text))
    assert made is not None
    scripts = Scripts(made.decode("utf-8-sig"))
    assert scripts.is_guard
    assert set(scripts.before[:-1]) <= {"html", "head"}
    guard = re.search(rb"<script data-said=.*?</script>", made, re.DOTALL)
    assert guard is not None
    assert made.replace(guard[0], b"", 1) == page(text), "nothing else is changed"


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_page_whose_first_script_is_uncertain_has_no_guard(text: str) -> None:
    assert guarded(page(text)) is None


def test_installed_component_is_guarded() -> None:
    made = guarded(frame_build().joinpath("index.html").read_bytes())
    assert made is not None
    assert Scripts(made.decode()).is_guard


def test_guard_is_ascii_and_ends_where_it_ends() -> None:
    made = guarded(b"<html><head>")
    assert made is not None
    assert made.isascii()
    assert made.count(b"</script") == made.count(b"<script") == 1
    assert b"<!--" not in made


class Site:
    """A server that has one component, under the middleware of the app."""

    def __init__(self, text: bytes, kind: str = "text/html", **headers: str) -> None:
        def answer(_: Request) -> Response:
            return Response(text, media_type=kind, headers={"ETag": '"x"'} | headers)

        names = ("index.html", "", "other.HTML", "picture.svg", "main.js")
        routes = [Route(f"{root}{FRAME_PATH}{n}", answer) for n in names for root in ("", "/reach")]
        self.app = Starlette(
            routes=routes, middleware=[Middleware(SecurityHeaders), Middleware(FramePages)]
        )

    def get(
        self, headers: Mapping[str, str], home: str = HOME, path: str = INDEX
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url=home) as http:
                return await http.get(path, headers=dict(headers))

        return asyncio.run(ask())


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(page(GUARDED["usual"]))


def ancestors(answer: httpx.Response) -> list[str]:
    policy = answer.headers["content-security-policy"]
    (found,) = re.findall(r"frame-ancestors ([^;]*)", policy)
    return str(found).split()


def is_refused(answer: httpx.Response) -> bool:
    policy = answer.headers["content-security-policy"]
    return (
        answer.status_code == 403
        and "only stands in its pages" in answer.text
        and "안에서만" in answer.text
        and answer.headers["content-type"].startswith("text/plain")
        and ancestors(answer) == ["'self'"]
        and "'unsafe-" not in policy.partition("script-src")[2].partition(";")[0]
    )


@pytest.mark.parametrize("path", [INDEX, FRAME_PATH, f"{FRAME_PATH}other.HTML"])
def test_own_page_has_it_in_a_frame_wherever_that_page_stands(site: Site, path: str) -> None:
    answer = site.get(OWN, path=path)
    assert answer.status_code == 200
    assert Scripts(answer.text).is_guard
    assert ancestors(answer) == ["*"]


def test_frame_below_a_folder_is_guarded_alike(site: Site) -> None:
    config.set_option("server.baseUrlPath", "reach")
    answer = site.get(OWN, path=f"/reach{INDEX}")
    stranger = site.get({"sec-fetch-site": "cross-site"}, path=f"/reach{INDEX}")
    config.set_option("server.baseUrlPath", "")
    assert Scripts(answer.text).is_guard
    assert ancestors(answer) == ["*"]
    assert is_refused(stranger)


def test_streamlit_looks_whether_it_is_there_before_it_makes_the_frame(site: Site) -> None:
    answer = site.get(OWN | {"sec-fetch-dest": "empty"})
    assert answer.status_code == 200
    assert ancestors(answer) == ["'self'"]


RELATIONS = ["same-origin", "cross-site", "same-site", "none", "", "SAME-ORIGIN", "same-origin, x"]
USES = ["iframe", "frame", "empty", "document", "object", "embed", "script", ""]


OTHERS = [*product(RELATIONS[1:], USES), *((RELATIONS[0], use) for use in USES[3:])]


@pytest.mark.parametrize(("relation", "use"), OTHERS)
def test_nobody_else_has_it(site: Site, relation: str, use: str) -> None:
    own = {"referer": f"{HOME}/?embed=true"}  # no page can send this with that; no proxy, either
    asked = {"sec-fetch-site": relation, "sec-fetch-dest": use}
    assert is_refused(site.get(asked))
    assert is_refused(site.get(asked | own))


@pytest.mark.parametrize(
    "referer",
    ["", "http://192.168.1.5:8502/", "http://192.168.1.6:8501/", "https://school.example/",
     "http://192.168.1.5:8501.evil.example/", "http://192.168.1.5:8501@evil.example/",
     "http://evil.example/?http://192.168.1.5:8501/", "null", "http://[::1", "about:srcdoc"],
)  # fmt: skip
def test_where_browsers_say_nothing_all_pages_around_it_have_to_be_ours(
    site: Site, referer: str
) -> None:
    answer = site.get({"referer": referer} if referer else {}, LAN)
    assert answer.status_code == 200
    assert Scripts(answer.text).is_guard
    assert ancestors(answer) == ["'self'"]


@pytest.mark.parametrize("referer", [f"{LAN}/", f"{LAN}/?embed=true", f"{LAN}/lesson"])
def test_where_browsers_say_nothing_the_page_before_tells_who_asks(
    site: Site, referer: str
) -> None:
    assert ancestors(site.get({"referer": referer}, LAN)) == ["*"]


def test_page_behind_a_proxy_is_known_by_the_operators_address(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"referer": "http://maps.school.example/?embed=true"}
    assert ancestors(site.get(asked)) == ["'self'"]
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", "http://maps.school.example/")
    assert ancestors(site.get(asked)) == ["*"]


def test_operator_who_names_sites_has_the_last_word(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REACHMAP_FRAME_ANCESTORS", "https://school.example")
    content_security_policy.cache_clear()
    answers = [site.get(OWN), site.get({})]
    content_security_policy.cache_clear()
    assert [ancestors(each) for each in answers] == [["'self'", "https://school.example"]] * 2


@pytest.mark.parametrize("asked", [OWN, {}, {"sec-fetch-site": "cross-site"}])
def test_no_cache_gives_one_the_answer_of_another(site: Site, asked: dict[str, str]) -> None:
    answer = site.get(asked)
    assert answer.headers["cache-control"] in ("no-cache", "no-store")
    assert "etag" not in answer.headers or answer.status_code == 403
    if answer.status_code == 200:
        assert {"Sec-Fetch-Site", "Referer"} <= {*answer.headers["vary"].split(", ")}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_page_without_a_guard_is_not_given(text: str) -> None:
    assert is_refused(Site(page(text)).get(OWN))


@pytest.mark.parametrize(
    ("kind", "headers"),
    [("application/xhtml+xml", {}), ("text/html", {"Content-Encoding": "br"})],
)
def test_page_that_cannot_be_read_is_not_given(kind: str, headers: dict[str, str]) -> None:
    text = REFUSED["xml"] if "xml" in kind else "not HTML at all"
    assert is_refused(Site(page(text), kind, **headers).get(OWN))


@pytest.mark.parametrize(
    ("name", "kind"), [("main.js", "text/javascript"), ("picture.svg", "image/svg+xml")]
)
def test_files_of_the_page_stay_as_they_are_and_may_run_nothing(name: str, kind: str) -> None:
    answer = Site(b"x", kind).get({}, path=f"{FRAME_PATH}{name}")
    assert (answer.status_code, answer.content) == (200, b"x")
    assert "'unsafe-eval'" not in answer.headers["content-security-policy"]
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
