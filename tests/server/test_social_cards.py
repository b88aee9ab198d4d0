"""The page's head tells where a link is posted what it shows, and nothing in it can run."""

from __future__ import annotations

import asyncio
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from geo.link.query import parse_pairs
from tests.support import ask, scenario_of
from ui.server.socialcards import SocialCards, card_tags
from ui.work.threads import BusyError

PAGE = (
    "<!DOCTYPE html><html><head><title>Streamlit</title></head><body>"
    + "x" * 3000
    + "</body></html>"
)


class Client:
    """A visitor of an application in this process."""

    def __init__(self, app: Starlette, home: str = "https://map.test") -> None:
        self.app, self.home = app, home

    def get(self, target: str) -> httpx.Response:
        return asyncio.run(self._get(target))

    async def _get(self, target: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url=self.home) as http:
            return await http.get(target)


class Head(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        if tag == "meta":
            name = given.get("property") or given.get("name")
            self.meta[str(name)] = str(given.get("content", ""))


@pytest.fixture(scope="module")
def site() -> Client:
    def page(_: Request) -> Response:
        return HTMLResponse(PAGE, headers={"ETag": '"streamlit"'})

    def other(_: Request) -> Response:
        return PlainTextResponse("<title>Streamlit</title>")

    return Client(
        Starlette(
            routes=[
                *(Route(f"/{name}", page) for name in ("", "sources", "claim")),
                Route("/robots.txt", other),
            ],
            middleware=[Middleware(SocialCards), Middleware(GZipMiddleware)],
        )
    )


def test_card_shows_the_view_of_the_link(site: Client) -> None:
    answer = site.get("/?ring=sohae~8000~experts%20via%20Yonhap&units=mi")
    head = Head(answer.text)
    assert head.meta["og:title"] == "North Korea: who is within 5,000 mi of Sohae? | Reachmap"
    finding, counts = re.split(r"(?<=\.) (?=Within)", head.meta["og:description"])
    assert finding == (
        "5,000 mi: Guam, Anchorage (Alaska) and Honolulu (Hawaii) inside; Seattle 183 mi outside."
    )
    assert counts.startswith("Within 5,000 mi (experts via Yonhap: a ceiling): ")
    assert head.meta["twitter:card"] == "summary_large_image"
    picture = urlsplit(head.meta["og:image"])
    assert (picture.scheme, picture.netloc, picture.path) == (
        "https",
        "map.test",
        "/export/map.png",
    )
    assert picture.query.endswith("&width=1200&height=630&card=1")
    link = urlsplit(head.meta["og:url"])
    assert scenario_of(link.query) == scenario_of("ring=sohae~8000~experts via Yonhap&units=mi")
    assert "x" * 3000 in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "etag" not in answer.headers  # it was that of the page without the view


def test_card_of_a_claim_has_its_map_and_its_own_address(site: Client) -> None:
    head = Head(site.get("/claim?id=hwasong-14-wright-4-july&units=mi").text)
    title = "David Wright (UCS): about 4,200 mi"
    assert head.meta["og:title"] == f"{title} | Reachmap"
    link = urlsplit(head.meta["og:url"])
    assert link.path.endswith("/claim")
    assert link.query == "id=hwasong-14-wright-4-july&lang=en"
    drawn = dict(parse_pairs(urlsplit(head.meta["og:image"]).query))
    assert drawn["ring"] == "banghyon_20170704~6700~David Wright (UCS)"
    assert drawn["title"] == title


@pytest.mark.parametrize("asked", ["claim", "claim?id=atlantis", "claim?id=%22%3E%3Cscript%3E"])
def test_card_of_no_claim_is_that_of_the_map(site: Client, asked: str) -> None:
    head = Head(site.get(f"/{asked}").text)
    assert "North Korea" in head.meta["og:title"]
    assert "script" not in head.tags


def test_picture_of_a_card_can_be_fetched() -> None:
    tags = Head(card_tags("ring=sohae~8000", "http://testserver/"))
    picture = urlsplit(tags.meta["og:image"])
    answer = ask(f"{picture.path}?{picture.query}")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")


@pytest.mark.parametrize(
    "query",
    [
        "ring=sohae~8000~%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "ring=sohae~8000~%27%20onload=alert(1)%20x=%27",
        "ring=%22%3E%3Cscript%3E~1",
        "%22%3E%3Cscript%3E=1&x=</title><script>",
    ],
)
def test_hostile_link_is_text(site: Client, query: str) -> None:
    head = Head(site.get(f"/?{query}").text)
    assert "script" not in head.tags
    assert set(head.tags) == {"html", "head", "title", "meta", "body"}


@pytest.mark.parametrize("query", ["ring=x", "v=9", "%ff%fe=%00", "a" * 9000, "ring=sohae~1"])
def test_bad_link_has_the_card_of_the_defaults(site: Client, query: str) -> None:
    head = Head(site.get(f"/?{query}").text)
    assert "North Korea" in head.meta["og:title"]


def test_what_is_no_page_stays_as_it_is(site: Client) -> None:
    assert site.get("/robots.txt").text == "<title>Streamlit</title>"


def test_page_without_its_place_for_tags_is_sent_as_it_is() -> None:
    app = Starlette(
        routes=[Route("/", lambda _: HTMLResponse("<p>other</p>"))],
        middleware=[Middleware(SocialCards)],
    )
    assert Client(app).get("/").text == "<p>other</p>"


def test_installed_streamlit_has_the_place_for_tags() -> None:
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    assert page.read_text("utf-8").count("<title>Streamlit</title>") == 1


def test_page_covers_the_screen_of_a_phone() -> None:
    """On the page of the Streamlit that is installed: it may change with any version."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    app = Starlette(
        routes=[Route("/", lambda _: HTMLResponse(page))], middleware=[Middleware(SocialCards)]
    )
    viewport = Head(Client(app).get("/").text).meta["viewport"]
    assert viewport == "width=device-width, initial-scale=1, viewport-fit=cover"


def test_websockets_pass() -> None:
    heard: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        heard.append(scope["type"])

    asyncio.run(SocialCards(app)({"type": "websocket", "path": "/"}, None, None))  # type: ignore[arg-type]
    assert heard == ["websocket"]


def test_page_comes_without_a_card_when_too_many_ask(
    site: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> bytes:
        raise BusyError("busy")

    monkeypatch.setattr("ui.server.socialcards.in_turn", busy)
    answer = site.get("/?ring=sohae~8000")
    assert (answer.status_code, answer.text) == (200, PAGE)
