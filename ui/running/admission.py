"""Admission control: newcomers are refused in words while enough is left for those inside.

A page needs some ten descriptors while it loads and one or two afterwards. Those who are inside
go on asking for places, pictures and files, and come back after a lost connection.
"""

from __future__ import annotations

import asyncio
from collections import deque
from html import escape
from typing import TYPE_CHECKING, Final

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, Response
from starlette.websockets import WebSocket, WebSocketClose

from geo.words import LANGUAGES, say
from ui.http import errors
from ui.running.farewell import RETRY_S, TRIES_AGAIN
from ui.running.tally import Tally
from ui.visitor import path_in_app

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from ui.running.connections import Connections

_SHARE_KEPT: Final = 4  # a quarter of all descriptors, but not more than _MOST_KEPT
_MOST_KEPT: Final = 512
_A_PAGE: Final = 3  # descriptors that a page takes besides its first connection ...
_LOADS_S: Final = 2.0  # ... within this time
_NO_PAGES: Final = ("/_stcore/", "/assets/", "/export/", "/live/", "/component/", "/static/")


class Door:
    """Who may come in."""

    def __init__(self) -> None:
        """Everybody, until there are connections to count."""
        self.connections: Connections | None = None
        self._came: deque[float] = deque()

    def admits_page(self) -> bool:
        """Whether one more page can be loaded; it is counted as coming."""
        if self.connections is None:
            return True
        now = asyncio.get_running_loop().time()
        while self._came and self._came[0] < now - _LOADS_S:
            self._came.popleft()
        if self._left() - len(self._came) * _A_PAGE < self._kept():
            return False
        self._came.append(now)
        return True

    def admits_socket(self, *, is_known: bool) -> bool:
        """Whether a page that was let in may open a socket; one that comes back goes first."""
        return self.connections is None or self._left() >= self._kept() // (4 if is_known else 2)

    def _left(self) -> int:
        return self.connections.can_be_left if self.connections else 0

    def _kept(self) -> int:
        limit = self.connections.limit if self.connections else 0
        return min(limit // _SHARE_KEPT, _MOST_KEPT)


DOOR: Final = Door()


class Admission:
    """ASGI middleware that refuses newcomers when the door is closed."""

    def __init__(self, app: ASGIApp, door: Door = DOOR) -> None:
        """Wrap an application."""
        self.app = app
        self.door = door
        self.refused = Tally("%d visitors were refused in the last minute: the server is full")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or say that the server is full."""
        if scope["type"] == "websocket" and not self._admits_socket(scope):
            self.refused.add()
            await _refuse_socket(scope, receive, send)
        elif scope["type"] == "http" and _opens(scope) and not self.door.admits_page():
            self.refused.add()
            await _refusal(scope)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _admits_socket(self, scope: Scope) -> bool:
        # Streamlit's page names its session in the third place when it comes back.
        offered = HTTPConnection(scope).headers.get("sec-websocket-protocol", "").split(",")
        return self.door.admits_socket(is_known=len(offered) > 2)


def _opens(scope: Scope) -> bool:
    """Whether a request begins something that stays: a page or a class."""
    path = path_in_app(scope)
    if scope["method"] == "POST":
        return path == "/room"
    is_page = "." not in path.rpartition("/")[2] and not path.startswith(_NO_PAGES)
    return is_page and scope["method"] == "GET"


def _refusal(scope: Scope) -> Response:
    asked = HTTPConnection(scope)
    lang = _language(asked)
    tell = say(lang)
    title = tell("Reachmap is full at the moment")
    text = tell.plural(*TRIES_AGAIN, n=RETRY_S)
    headers = {"Retry-After": str(RETRY_S), "Connection": "close", "Cache-Control": "no-store"}
    if scope["method"] == "POST":
        answer = errors([("room", "", f"{title}.")], status=503)
        answer.headers.update(headers)
        return answer
    page = (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="{RETRY_S}">'
        '<meta name="viewport" content="width=device-width"><title>Reachmap</title>'
        '<body style="font:18px/1.5 sans-serif;margin:15vh auto;max-width:32em;padding:0 1em">'
        f"<h1>{escape(title)}</h1><p>{escape(text)}</p></body></html>"
    )
    return HTMLResponse(page, status_code=503, headers=headers)


def _language(asked: HTTPConnection) -> str:
    named = asked.query_params.get("lang", "")
    if named in LANGUAGES:
        return named
    liked = asked.headers.get("accept-language", "").strip().lower()
    return next((each for each in LANGUAGES[1:] if liked.startswith(each)), LANGUAGES[0])


async def _refuse_socket(scope: Scope, receive: Receive, send: Send) -> None:
    if "websocket.http.response" in scope.get("extensions", {}):
        headers = {"Retry-After": str(RETRY_S)}
        answer = Response("the server is full", status_code=503, headers=headers)
        await WebSocket(scope, receive, send).send_denial_response(answer)
    else:
        await WebSocketClose(code=1013)(scope, receive, send)
