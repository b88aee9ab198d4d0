"""The server's own routes: exports for other programs, and what the live map fetches.

`/export/` is a public contract (docs/exports.md). `/live/`, `/assets/` and
`/basemap/` belong to the map page and may change with it.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from geo.catalog import BASEMAP, need_basemap
from geo.errors import DataError
from geo.files import DATA_DIR
from ui.export import export_routes
from ui.http import bad_data
from ui.live import live_routes, quiz_routes, story_routes
from ui.rooms import room_routes
from ui.scripts import (
    ASSETS_DIR,
    BUNDLE_FILES,
    FIRST_SCRIPT,
    KEPT,
    LEAFLET_DIR,
    PLAIN_SCRIPT,
    asset_url,
    bundle_file,
    first_script,
    made_modules,
    plain_script,
    served_files,
    version,
)
from ui.server.belowprefix import AnyRoute, below
from ui.server.doors import nothing_here
from ui.server.plainmap import plain_routes
from ui.visitor import path_in_app, prefix


def routes() -> list[AnyRoute]:
    """Return all routes, most specific first."""
    ours: list[AnyRoute] = [
        *export_routes(),
        *live_routes(),
        *quiz_routes(),
        *room_routes(),
        *story_routes(),
        *plain_routes(),
        Mount("/basemap", _BaseMap(directory=DATA_DIR / "basemap", check_dir=False)),
        Mount("/assets/leaflet", _Kept(directory=LEAFLET_DIR)),
        *(Route(asset_url(name), _bundle) for name in BUNDLE_FILES),
        Route(asset_url(FIRST_SCRIPT), _script(first_script)),
        Route(asset_url(PLAIN_SCRIPT), _script(plain_script)),
        *(Route(f"/assets/{name}.js", _made_module) for name in made_modules()),
        Mount(f"/assets/{version()}", _OwnKept(directory=ASSETS_DIR)),
        Mount("/assets", _Own(directory=ASSETS_DIR)),
        Route("/favicon.ico", _icon),
        *(Route(path, _nothing) for path in ("/live", "/live/{path:path}", "/room/{path:path}")),
    ]
    return [below(prefix(), route) for route in ours] if prefix() else ours


async def _nothing(_: Request) -> Response:
    return nothing_here()


async def _icon(_: Request) -> Response:
    """Answer a browser that looks for an icon before it has read which one the page has."""
    return FileResponse(ASSETS_DIR / "page" / "icon.svg", media_type="image/svg+xml")


async def _bundle(request: Request) -> Response:
    try:
        text = bundle_file(request.url.path.rpartition("/")[2])
    except DataError as error:
        return bad_data(error)
    return Response(text, media_type="text/javascript", headers={"Cache-Control": KEPT})


def _script(text: Callable[[], str]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(_: Request) -> Response:
        headers = {"Cache-Control": KEPT}
        return Response(text(), media_type="text/javascript", headers=headers)

    return answer


async def _made_module(request: Request) -> Response:
    """Serve what our modules import and no file holds, for those who load them one by one."""
    name = path_in_app(request.scope).removeprefix("/assets/").removesuffix(".js")
    headers = {"Cache-Control": "no-cache"}
    return Response(made_modules()[name], media_type="text/javascript", headers=headers)


class _Cached(StaticFiles):
    """Static files that a browser keeps but asks about, so that an update is seen at once."""

    cache_control = "no-cache"

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers.setdefault("Cache-Control", self.cache_control)
        return response


class _BaseMap(_Cached):
    """The base map; a file that cannot be drawn is not handed out, and the answer says why."""

    async def check_config(self) -> None:
        """Take a folder that is not there for one without files."""

    async def get_response(self, path: str, scope: Any) -> Response:
        name = path.removesuffix(".geojson")
        try:
            if name in BASEMAP:
                need_basemap(name)
            return await super().get_response(path, scope)
        except DataError as error:
            return bad_data(error)


class _Kept(_Cached):
    """Static files whose address changes with their content."""

    cache_control = KEPT


class _Own(_Cached):
    """Our scripts and styles, by the names of a list: nothing else in their folders is served."""

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        return super().lookup_path(path) if Path(path).as_posix() in served_files() else ("", None)


class _OwnKept(_Own):
    """The same at addresses that change with their content."""

    cache_control = KEPT
