"""The exports that are drawn in a process of their own: pictures and handouts."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import lru_cache, wraps
from importlib.metadata import version
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from geo.basemap import need_basemap
from geo.catalog import DATA_DIR
from geo.errors import DataError
from geo.picture.options import read_options
from geo.query import Problem, encode
from geo.scenario import Scenario
from ui.answers import BadQueryError, bad_data, bad_query, errors, known_already, tag_headers
from ui.drawers import BusyError, HungUpError, drawn
from ui.exportfiles import PAPERS, disposition
from ui.exportquery import read_pairs, read_scenario, root_url

_DRAWN_WITH = ("matplotlib", "cartopy", "reportlab", "pillow")

Endpoint = Callable[[Request], Awaitable[Response]]


def _answered(endpoint: Endpoint) -> Endpoint:
    """Turn what may go wrong into answers."""

    @wraps(endpoint)
    async def answered(request: Request) -> Response:
        try:
            return await endpoint(request)
        except BadQueryError as error:
            return bad_query(error)
        except DataError as error:
            return bad_data(error)
        except BusyError as error:
            busy = errors([("request", request.url.path, str(error))], status=503)
            busy.headers["Retry-After"] = "5"
            return busy
        except HungUpError:
            return Response(status_code=499)  # nobody reads it; the log does

    return answered


@_answered
async def picture(request: Request) -> Response:
    """Answer /export/map.png."""
    options, problems = read_options(read_pairs(request))
    scenario = _scenario_unless(request, problems)
    job = {
        "kind": "picture",
        "width": options.width,
        "height": options.height,
        "projection": options.projection,
    }
    return await _send(request, scenario, job, ("image/png", "png"))


@_answered
async def handout(request: Request) -> Response:
    """Answer /export/handout.pdf."""
    paper = dict(read_pairs(request)).get("paper", PAPERS[0])
    problems = []
    if paper not in PAPERS:
        problems = [Problem("paper", paper[:100], f"accepted: {', '.join(PAPERS)}")]
    scenario = _scenario_unless(request, problems)
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
    tag = hashlib.sha256(repr((sorted(job.items()), edition())).encode()).hexdigest()[:20]
    headers = {
        **tag_headers(tag),
        "Content-Disposition": disposition(scenario, ending, saved=False),
    }
    if known_already(request, tag):
        return Response(status_code=304, headers=headers)
    content = await drawn(request, job)
    return Response(content, media_type=media_type, headers=headers)


@lru_cache(maxsize=1)
def edition() -> str:
    """Return a digest of the code and the data that pictures are drawn from."""
    digest = hashlib.sha256(" ".join(map(version, _DRAWN_WITH)).encode())
    for folder, endings in ((Path(__file__).parent.parent / "geo", "*.py"), (DATA_DIR, "*.*")):
        for file in sorted(folder.rglob(endings)):
            digest.update(file.name.encode())
            with suppress(OSError):  # a folder, or a file with a fault: not drawn from
                digest.update(file.read_bytes())
    return digest.hexdigest()
