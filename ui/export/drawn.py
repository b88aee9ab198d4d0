"""The exports that are drawn in a process of their own: pictures and handouts."""

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
from geo.link import Problem, Scenario, encode, read_options
from ui.http import (
    BadQueryError,
    answered,
    in_turn,
    known_already,
    read_pairs,
    read_scenario,
    root_url,
    tag_headers,
)
from ui.work import PAPERS, disposition, run_job, tag_of

_DRAWN_WITH = ("matplotlib", "cartopy", "reportlab", "pillow")


@answered
async def picture(request: Request) -> Response:
    """Answer /export/map.png."""
    options, problems = read_options(read_pairs(request))
    scenario = await in_turn(request.scope, partial(_scenario_unless, request, problems))
    job = {
        "kind": "picture",
        "width": options.width,
        "height": options.height,
        "projection": options.projection,
    }
    return await _send(request, scenario, job, ("image/png", "png"))


@answered
async def handout(request: Request) -> Response:
    """Answer /export/handout.pdf."""
    paper = dict(read_pairs(request)).get("paper", PAPERS[0])
    problems = []
    if paper not in PAPERS:
        problems = [Problem("paper", paper[:100], f"accepted: {', '.join(PAPERS)}")]
    scenario = await in_turn(request.scope, partial(_scenario_unless, request, problems))
    job = {"kind": "handout", "paper": paper}
    return await _send(request, scenario, job, ("application/pdf", f"{paper}.pdf"))


def _scenario_unless(request: Request, problems: list[Problem]) -> Scenario:
    """Return the view; raise all problems together, those of the view included."""
    try:
        scenario = read_scenario(request)
    except BadQueryError as error:
        raise BadQueryError([*problems, *error.problems]) from error
    if problems:
        raise BadQueryError(problems)
    need_basemap()
    return scenario


async def _send(
    request: Request, scenario: Scenario, job: dict[str, Any], kind: tuple[str, str]
) -> Response:
    """Draw and send a file; its tag is known before it is drawn, for it depends on nothing else."""
    media_type, ending = kind
    job |= {"query": encode(scenario), "root_url": root_url(request)}
    tag = await in_turn(request.scope, partial(_tag, job))
    headers = {
        **tag_headers(tag),
        "Content-Disposition": disposition(scenario, ending, saved=False),
    }
    if known_already(request, tag):
        return Response(status_code=304, headers=headers)
    made = await run_job(request, job)
    return Response(made.content, media_type=media_type, headers=headers)


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
