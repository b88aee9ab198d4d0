"""`POST /room` and `WebSocket /room/CODE`: public contracts (README, "Class rooms").

No `Origin` is checked, on purpose. To lead takes the secret, which a page of another origin cannot
have: it is neither a cookie nor anything else a browser would send along by itself. To follow and
to vote needs the code alone, and whoever has that may do so from anywhere.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from ui.answers import errors
from ui.rooms.hub import Hub
from ui.rooms.quietlog import ignore_broken_text
from ui.rooms.session import serve

_BUSY_S = 5


def room_routes(hub: Hub | None = None) -> list[Route | WebSocketRoute]:
    """Return the routes of the class rooms of one hub."""
    hub = hub or Hub()
    ignore_broken_text()

    async def open_room(_: Request) -> Response:
        made = await hub.new_room()
        if made is None:
            answer = errors([("room", "", f"too many rooms; try again in {_BUSY_S} s")], status=503)
            answer.headers["Retry-After"] = str(_BUSY_S)
            return answer
        code, secret = made
        content = {"code": code, "secret": secret}
        return JSONResponse(content, status_code=201, headers={"Cache-Control": "no-store"})

    async def join(socket: WebSocket) -> None:
        await serve(socket, hub)

    return [Route("/room", open_room, methods=["POST"]), WebSocketRoute("/room/{code}", join)]
