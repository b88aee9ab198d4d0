"""The prefix of addresses as they come in: added where a proxy took it away, else asked for.

All that answers does so below the prefix, Streamlit's routes and ours alike. So this comes before
whatever looks at an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute

from geo.facts import ALL_PAGES
from geo.words import LANGUAGES, say
from ui.http import turn_away
from ui.visitor import may_be_stripped, path_in_app, prefix

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

AnyRoute = Route | Mount | WebSocketRoute


class BelowPrefix:
    """ASGI middleware that hands on what is below the prefix."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is below the prefix, and say of all else where the app is."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        asked = with_prefix(scope) if may_be_stripped() else scope
        answer = _answer(asked)
        if answer is None:
            await self.app(asked, receive, send)
        else:
            await turn_away(answer, scope, receive, send)


def with_prefix(scope: Scope) -> Scope:
    """Return a request with the prefix in its path, whether it came with it or not."""
    folder, path = prefix(), scope["path"]
    if path == folder or path.startswith(f"{folder}/"):
        return scope
    raw = scope.get("raw_path") or b""
    return {**scope, "path": f"{folder}{path}", "raw_path": folder.encode() + raw}


def _answer(scope: Scope) -> Response | None:
    """Return the answer to an address that is none of the app's as it is written."""
    path, folder = scope["path"], prefix()
    if folder and path == folder:
        return _moved(scope, f"{folder.rpartition('/')[2]}/")
    if folder and not path.startswith(f"{folder}/"):
        said = " ".join(
            say(lang)("Reachmap is at {path} here.", path=f"{folder}/") for lang in LANGUAGES
        )
        return PlainTextResponse(f"{said}\n", 404, {"Cache-Control": "no-store"})
    page = path_in_app(scope).strip("/")
    return _moved(scope, f"../{page}") if page in ALL_PAGES and path.endswith("/") else None


def _moved(scope: Scope, path: str) -> Response:
    """Lead to a path told from where it was asked: a proxy may have taken away what is before."""
    query = scope["query_string"].decode("latin-1")
    return RedirectResponse(
        f"{path}{'?' if query else ''}{query}", 307, {"Cache-Control": "no-cache"}
    )


def below(folder: str, route: AnyRoute) -> AnyRoute:
    """Return a route as it is below a folder."""
    if isinstance(route, Mount):
        return Mount(f"{folder}{route.path}", app=route.app)
    if isinstance(route, WebSocketRoute):
        return WebSocketRoute(f"{folder}{route.path}", route.endpoint)
    return Route(f"{folder}{route.path}", route.endpoint, methods=[*(route.methods or ())])
