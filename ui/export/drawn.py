"""The exports that are drawn in a process of their own; the tag is known before the drawing."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from geo.catalog import need_basemap
from geo.files import DATA_DIR
from geo.jsonobject import Json
from geo.link import Scenario, encode
from ui.http import (
    Endpoint,
    answered,
    in_turn,
    known_already,
    read_pairs,
    read_scenario,
    root_url,
    tag_headers,
)
from ui.work import ExportFile, run_job, tag_of

_DRAWN_WITH = ("matplotlib", "cartopy", "reportlab", "pillow")


def drawn_file(name: str, file: ExportFile) -> Endpoint:
    """Return the route of a file that is drawn."""

    @answered
    async def handler(request: Request) -> Response:
        scenario, options = await in_turn(request.scope, partial(_asked_drawn, request, file))
        job = {"kind": "file", "name": name, "options": options}
        job |= {"query": encode(scenario), "root_url": root_url(request)}
        tag = await in_turn(request.scope, partial(_tag, job))
        headers = {**tag_headers(tag), **file.headers(scenario, options)}
        if known_already(request, tag):
            return Response(status_code=304, headers=headers)
        made = await run_job(request, job, file.cost.of(scenario))
        return Response(made.content, media_type=file.media_type, headers=headers)

    return handler


def asked(request: Request, file: ExportFile) -> tuple[Scenario, Json]:
    """Return the view, and what the file's own keys say; raise the problems of both together."""
    options, problems = file.read(read_pairs(request))
    return read_scenario(request, problems), options


def _asked_drawn(request: Request, file: ExportFile) -> tuple[Scenario, Json]:
    """Return the same; a drawing has no use for a view without its base map."""
    found = asked(request, file)
    need_basemap()
    return found


def _tag(job: dict[str, Any]) -> str:
    return tag_of(repr((sorted(job.items()), edition())).encode())


@lru_cache(maxsize=1)
def edition() -> str:
    """Return a digest of the code and the data that pictures are drawn from."""
    digest = hashlib.sha256(" ".join(map(version, _DRAWN_WITH)).encode())
    for folder, endings in ((Path(__file__).parents[2] / "geo", "*.py"), (DATA_DIR, "*.*")):
        for file in sorted(folder.rglob(endings)):
            digest.update(file.name.encode())
            with suppress(OSError):  # a folder, or a file with a fault: not drawn from
                digest.update(file.read_bytes())
    return digest.hexdigest()
