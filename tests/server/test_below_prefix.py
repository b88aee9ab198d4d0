"""Requests below a folder and beside it, by a server whose settings name one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, MutableMapping
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket
from streamlit import config

from tests.server.streamlitdoors import Visitor
from tests.support import ask
from ui.server.belowprefix import BelowPrefix, below
from ui.server.doors import Doors
from ui.server.headers import SecurityHeaders
from ui.server.socialcards import SocialCards

FOLDER = "/tools/reach"


def server() -> Starlette:
    """An app with routes of each kind below the folder, behind what stands before ours."""

    def page(_: Request) -> Response:
        return HTMLResponse("<title>Streamlit</title>")

    async def path(request: Request) -> Response:
        return PlainTextResponse(request.url.path)

    async def socket(ws: WebSocket) -> None:
        await ws.accept()
        await ws.send_text(ws.url.path)
        await ws.close()

    inside = [
        Route("/export/{name}", path),
        Mount("/live", Starlette(routes=[Route("/x", path)])),
        WebSocketRoute("/room/{code}", socket),
        Route("/", page),
        Route("/lesson", page),
    ]
    middleware = (SecurityHeaders, BelowPrefix, Doors, SocialCards)
    return Starlette(
        routes=[below(FOLDER, route) for route in inside],
        middleware=[Middleware(each) for each in middleware],
    )


def get(path: str, home: str = "http://localhost") -> httpx.Response:
    return Visitor("127.0.0.1", home, server()).ask(path)


def told_over_socket(path: str) -> list[str]:
    """Open a socket; return the kinds of what the server sends, and its texts."""
    told: list[str] = []

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        told.append(message.get("text") or message["type"])

    scope = {"type": "websocket", "path": path, "headers": [], "query_string": b"", "scheme": "ws"}
    asyncio.run(server()({**scope, "server": ("localhost", 80)}, receive, send))
    return told


@pytest.fixture(params=["kept", "taken away"])
def is_taken_away(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[bool]:
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", FOLDER)
    if request.param == "taken away":
        monkeypatch.setenv("REACHMAP_PREFIX", FOLDER)
    yield request.param == "taken away"
    config.set_option("server.baseUrlPath", before)


@pytest.mark.parametrize("path", ["/export/a", "/live/x"])
def test_below_the_folder_all_answers(is_taken_away: bool, path: str) -> None:
    assert get(f"{FOLDER}{path}").text == f"{FOLDER}{path}"
    beside = get(path)
    assert beside.status_code == (200 if is_taken_away else 404)
    assert beside.text.startswith(f"{FOLDER}{path}" if is_taken_away else "Reachmap is at")
    assert "content-security-policy" in beside.headers


def test_socket_answers_below_the_folder_alone(is_taken_away: bool) -> None:
    opened = ["websocket.accept", f"{FOLDER}/room/ABC", "websocket.close"]
    assert told_over_socket(f"{FOLDER}/room/ABC") == opened
    assert told_over_socket("/room/ABC") == (opened if is_taken_away else ["websocket.close"])


@pytest.mark.usefixtures("is_taken_away")
@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        (FOLDER, f"{FOLDER}/"),
        (f"{FOLDER}?ring=sohae~8000", f"{FOLDER}/?ring=sohae~8000"),
        (f"{FOLDER}/lesson/?units=mi", f"{FOLDER}/lesson?units=mi"),
    ],
)
def test_slash_that_is_missing_or_too_much_leads_on(asked: str, leads_to: str) -> None:
    answer = get(asked)
    assert answer.status_code == 307
    assert not answer.headers["location"].startswith("/")  # a proxy may have another folder
    assert str(answer.url.join(answer.headers["location"])) == f"http://localhost{leads_to}"


@pytest.mark.usefixtures("is_taken_away")
@pytest.mark.parametrize("path", ["/a/b", "/x.png", "/_stcore/upload_file/a/b", "/live/none"])
def test_nothing_is_there_below_the_folder_either(path: str) -> None:
    answer = get(f"{FOLDER}{path}")
    assert answer.status_code == 404
    assert "text/html" not in answer.headers["content-type"]


@pytest.mark.usefixtures("is_taken_away")
def test_card_names_addresses_below_the_folder() -> None:
    for page in ("/", "/lesson"):
        head = get(f"{FOLDER}{page}?ring=sohae~8000").text
        assert f'<meta property="og:url" content="http://localhost{FOLDER}/?ring=sohae~8000' in head
        assert f'<meta property="og:image" content="http://localhost{FOLDER}/export/map.png' in head
    stranger = get(f"{FOLDER}/?ring=sohae~8000", "http://evil.example").text
    assert f'<meta property="og:url" content="{FOLDER}/?ring=' in stranger


def test_description_of_exports_names_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs put the paths in it behind its server."""
    monkeypatch.delenv("REACHMAP_PREFIX", raising=False)
    assert ask("/export/openapi.json").json()["servers"] == [{"url": "/"}]
    monkeypatch.setenv("REACHMAP_PREFIX", FOLDER)
    assert ask("/export/openapi.json").json()["servers"] == [{"url": FOLDER}]
