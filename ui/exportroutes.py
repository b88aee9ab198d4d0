"""`/export/...`: files for other programs, a public contract (README, "Exports")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.catalog import load_catalog
from ui.answers import errors, in_thread, tagged
from ui.drawers import drawers
from ui.drawnexports import handout, picture
from ui.exportfiles import EXPORT_FILES, ExportFile
from ui.exportquery import read_scenario, root_url
from ui.openapi import openapi

PATHS: Final = (*EXPORT_FILES, "map.png", "handout.pdf", "openapi.json")


def export_routes() -> list[Route]:
    """Return the routes below /export, the one for unknown names last."""
    return [
        *(Route(f"/export/{name}", _file(name, file)) for name, file in EXPORT_FILES.items()),
        Route("/export/map.png", picture),
        Route("/export/handout.pdf", handout),
        Route("/export/openapi.json", in_thread(openapi)),
        Route("/export", _unknown_export),
        Route("/export/{path:path}", _unknown_export),
    ]


def _unknown_export(request: Request) -> Response:
    accepted = f"accepted: {', '.join(f'/export/{name}' for name in PATHS)}"
    return errors([("path", request.url.path[:200], f"no such export; {accepted}")], status=404)


def _file(name: str, file: ExportFile) -> Callable[[Request], object]:
    """Return the route of a file that is quick to make."""

    def handler(request: Request) -> Response:
        scenario = read_scenario(request)
        if name == "qr.svg":  # who opens the share dialog will want a picture next
            drawers().warm_up()
        body = file.make(scenario, load_catalog(lang=scenario.lang), root_url(request))
        response = tagged(request, body, file.media_type)
        response.headers.update(file.headers(scenario))
        return response

    return in_thread(handler)
