"""A page asked for by a mangled link leads to the one that was meant; files answer at once."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from ui.server.mendedlinks import MendedLinks

HOME = "http://map.test"
APP = Starlette(
    routes=[Route("/{path:path}", lambda _: PlainTextResponse("page"))],
    middleware=[Middleware(MendedLinks)],
)


def get(target: str, *, follows: bool = True) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=APP)
        async with httpx.AsyncClient(transport=transport, follow_redirects=follows) as http:
            return await http.get(f"{HOME}{target}")

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/?ring=sohae~8000&amp;units=mi", "/?ring=sohae~8000&units=mi"),
        ("/?room=K7M2QX%EC%9E%85%EB%8B%88%EB%8B%A4", "/?room=K7M2QX"),
        ("/quiz?seed=abc&amp;result=v1.0123", "/quiz?seed=abc&result=v1.0123"),
        ("/lesson?ring=sohae~8000.", "/lesson?ring=sohae~8000"),
        ("/lesson/?ring=sohae~8000.", "/lesson/?ring=sohae~8000"),
        ("/reach/lesson?ring=sohae~8000.", "/reach/lesson?ring=sohae~8000"),
        ("/%EF%BC%9Fring=sohae~8000&units=mi", "/?ring=sohae~8000&units=mi"),
        (
            "/reach/lesson%3Fring%3Dsohae~8000%26units%3Dmi",
            "/reach/lesson?ring=sohae~8000&units=mi",
        ),
        ("/?ring=sohae~8000~%25ED%2599%2594", "/?ring=sohae~8000~%ED%99%94"),
    ],
)
def test_mangled_link_to_a_page_leads_to_the_one_that_was_meant(asked: str, meant: str) -> None:
    answer = get(asked)
    assert (answer.status_code, [each.status_code for each in answer.history]) == (200, [307])
    assert str(answer.url) == f"{HOME}{meant}"
    assert answer.history[0].headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "asked",
    [
        "/",
        "/?ring=sohae~8000~A%26amp%3Bunits%3Dmi&units=mi&v=1",
        "/?utm_source=mail&ring=mars~1&units=furlong",
        "/lesson%3Fabout",
        "/export/reach.csv?ring=sohae~8000&amp;units=mi",
        "/live/find.json?q=a&amp;lang=ko",
        "/assets/map.js?ring=sohae~8000.",
        "/?ring=" + "sohae~8000." * 800,
    ],
)
def test_whole_link_and_files_are_answered_at_once(asked: str) -> None:
    assert get(asked, follows=False).status_code == 200
