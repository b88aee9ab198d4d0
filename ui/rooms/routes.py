"""`POST /room` and `WebSocket /room/CODE`: public contracts (docs/exports.md).

Programs of any origin may follow, vote and, with the secret, lead. A page of ours has its secret
kept in a cookie that no script can read. Browsers send cookies unasked, so what rests on one
counts only for pages of this server (origin.py).
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from geo.errors import LinkError
from geo.link import parse_room
from ui.http import errors
from ui.rooms.hub import Hub
from ui.rooms.key import server_key
from ui.rooms.origin import is_foreign_page, is_own_page
from ui.rooms.seal import Seal
from ui.rooms.session import KEY_COOKIE, serve
from ui.visitor import client_address

_BUSY_S = 5
_KEY_S = 24 * 3600  # a class has ended long before
_NOT_KEPT = {"Cache-Control": "no-store"}


def room_routes(hub: Hub | None = None) -> list[Route | WebSocketRoute]:
    """Return the routes of the class rooms of one hub."""
    hub = hub or Hub(seal=Seal(server_key()))
    desk = _Desk(hub)

    async def join(socket: WebSocket) -> None:
        await serve(socket, hub)

    return [
        Route("/room", desk.open_room, methods=["POST"]),
        Route("/room/ticket", desk.issue_ticket, methods=["POST"]),
        Route("/room/{code}/key", desk.keep_key, methods=["PUT"]),
        Route("/room/{code}/key", desk.drop_key, methods=["DELETE"]),
        WebSocketRoute("/room/{code}", join),
    ]


class _Desk:
    """What is asked for outside the sockets."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def open_room(self, _: Request) -> Response:
        made = self._hub.new_room()
        if made is None:
            return _later(503, f"too many rooms; try again in {_BUSY_S} s")
        code, secret = made
        return JSONResponse({"code": code, "secret": secret}, status_code=201, headers=_NOT_KEPT)

    async def issue_ticket(self, request: Request) -> Response:
        if is_foreign_page(request.scope):  # it would use up those of its visitors
            return errors([("room", "", "only pages of this server get tickets")], status=403)
        tickets, address = self._hub.tickets, client_address(request.scope)
        turn_s = tickets.turn_s(address)
        if turn_s is None:
            return _later(429, f"too many at once from this address; try again in {_BUSY_S} s")
        if turn_s:
            await asyncio.sleep(turn_s)
        return JSONResponse({"ticket": tickets.issue(address)}, status_code=201, headers=_NOT_KEPT)

    async def keep_key(self, request: Request) -> Response:
        """Put a secret where no script can read it.

        Without `Path` a cookie belongs to `/room/CODE`, below whatever prefix the browser sees: it
        goes to that class alone, and classes of days past make no header longer.
        """
        secret = request.headers.get("x-class-key", "")
        try:
            code = parse_room(request.path_params["code"])
        except LinkError:
            code = ""
        if not is_own_page(request.scope) or not self._hub.seal.leads(code, secret):
            return errors([("room", code, "no key of this class")], status=403)
        return _with_key(request, secret, _KEY_S)

    async def drop_key(self, request: Request) -> Response:
        if not is_own_page(request.scope):
            return errors([("room", "", "not a page of this server")], status=403)
        return _with_key(request, "", 0)


def _with_key(request: Request, secret: str, seconds: int) -> Response:
    answer = Response(status_code=204, headers=_NOT_KEPT)
    answer.set_cookie(
        KEY_COOKIE,
        secret,
        max_age=seconds,
        path=None,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return answer


def _later(status: int, problem: str) -> Response:
    answer = errors([("room", "", problem)], status=status)
    answer.headers["Retry-After"] = str(_BUSY_S)
    return answer
