"""`/export/...`: files for other programs, a public contract (docs/exports.md)."""

from __future__ import annotations

from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ui.export.computed import COMPUTED_FILES, computed_file
from ui.export.drawn import asked, drawn_file
from ui.export.openapi import openapi
from ui.http import (
    Endpoint,
    answered,
    errors,
    in_thread,
    in_turn,
    made_answer,
    may_be_packed,
    query_text,
    root_url,
    small_work,
)
from ui.visitor import prefix
from ui.work import (
    EXPORT_FILES,
    PLAIN_FILES,
    SMALL_MS,
    ExportFile,
    Job,
    Made,
    PlainFile,
    done_for,
    make,
    run_job,
    worker_pool,
)

_FEW: Final = 4  # small requests at once; beyond, a flood of small files would hold up the others

EXPORT_NAMES: Final = (*EXPORT_FILES, *COMPUTED_FILES, *PLAIN_FILES, "openapi.json")


def export_routes() -> list[Route]:
    """Return the routes below /export, the one for unknown names last."""
    return [
        *(Route(f"/export/{name}", _file(name, file)) for name, file in EXPORT_FILES.items()),
        *(Route(f"/export/{name}", computed_file(file)) for name, file in COMPUTED_FILES.items()),
        *(Route(f"/export/{name}", _plain(name, file)) for name, file in PLAIN_FILES.items()),
        Route("/export/openapi.json", in_thread(openapi)),
        Route("/export", _unknown_export),
        Route("/export/{path:path}", _unknown_export),
    ]


def _unknown_export(request: Request) -> Response:
    accepted = f"accepted: {', '.join(f'{prefix()}/export/{name}' for name in EXPORT_NAMES)}"
    return errors([("path", request.url.path[:200], f"no such export; {accepted}")], status=404)


def _file(name: str, file: ExportFile) -> Endpoint:
    """Return the route of a file: made here when that takes a moment, else by a process."""
    if file.drawn:
        return drawn_file(name, file)

    @answered
    async def handler(request: Request) -> Response:
        scenario, options = await in_turn(request.scope, partial(asked, request, file))
        if name == "qr.svg":  # who opens the share dialog will want a picture next
            worker_pool().warm_up()
        job = {"kind": "file", "name": name, "options": options, "query": query_text(request)}
        made = await _made(request, {**job, "root_url": root_url(request)}, file.cost.of(scenario))
        response = made_answer(request, made, file.media_type)
        response.headers.update(file.headers(scenario, options))
        return response

    return handler


def _plain(name: str, file: PlainFile) -> Endpoint:
    """Return the route of a file that shows no view."""

    @answered
    async def handler(request: Request) -> Response:
        job: Job = {"kind": "plain", "name": name}
        response = made_answer(request, await _made(request, job, file.cost_ms), file.media_type)
        response.headers.update(file.headers)
        return response

    return handler


async def _made(request: Request, job: Job, cost_ms: float) -> Made:
    """Make a file here when that takes a moment, else have a process make it."""
    job = may_be_packed(request, job)
    if cost_ms <= SMALL_MS and small_work().pending < _FEW:
        here: Made = await done_for(request, small_work(), partial(make, job | {"packed": False}))
        return here
    return await run_job(request, job, cost_ms)
