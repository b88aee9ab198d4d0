"""A server that answers everywhere behind our doors, and visitors who ask it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from ui.server.doors import Doors

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


def everything() -> Starlette:
    """A server that answers everywhere, behind our doors."""

    async def answer(_: Request) -> Response:
        return PlainTextResponse("in")

    async def socket(ws: WebSocket) -> None:
        await ws.accept()
        await ws.close()

    return Starlette(
        routes=[
            WebSocketRoute("/{path:path}", socket),
            Route("/{path:path}", answer, methods=list(METHODS)),
        ],
        middleware=[Middleware(Doors)],
    )


class Visitor:
    """Somebody who asks from an address; the answer is the whole of what is said."""

    def __init__(self, client: str, home: str, app: Starlette | None = None) -> None:
        self.client, self.home, self.app = client, home, app or everything()

    def ask(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, client=(self.client, 50000))
            async with httpx.AsyncClient(transport=transport, base_url=self.home) as http:
                return await http.request(method, path, headers=dict(headers or {}))

        return asyncio.run(send())
