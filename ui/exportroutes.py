"""`/export/...`: files for other programs, a public contract (README, "Exports")."""

from __future__ import annotations

import json
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.catalog import load_catalog
from geo.exports import reach_csv, rings_geojson
from geo.query import Problem, decode, parse_pairs
from geo.scenario import Scenario
from ui.answers import BadQueryError, errors, in_thread, tagged

_MAX_QUERY_BYTES: Final = 8_000


def export_routes() -> list[Route]:
    """Return the routes below /export, the one for unknown names last."""
    return [
        Route("/export/rings.geojson", in_thread(_rings_geojson)),
        Route("/export/reach.csv", in_thread(_reach_csv)),
        Route("/export", _unknown_export),
        Route("/export/{path:path}", _unknown_export),
    ]


def _unknown_export(request: Request) -> Response:
    accepted = "accepted: /export/rings.geojson and /export/reach.csv"
    return errors([("path", request.url.path[:200], f"no such export; {accepted}")], status=404)


def _scenario(request: Request) -> Scenario:
    query = request.scope["query_string"].decode("utf-8", "replace")
    if len(query) > _MAX_QUERY_BYTES:
        problem = f"the query string is longer than {_MAX_QUERY_BYTES:,} characters"
        raise BadQueryError([Problem("query", f"{query[:100]}...", problem)])
    scenario, problems = decode(parse_pairs(query), load_catalog())
    if problems:
        raise BadQueryError(problems)
    return scenario


def _rings_geojson(request: Request) -> Response:
    body = json.dumps(rings_geojson(_scenario(request)), separators=(",", ":"), allow_nan=False)
    return tagged(request, body.encode(), "application/geo+json")


def _reach_csv(request: Request) -> Response:
    body = reach_csv(_scenario(request), load_catalog()).encode()
    response = tagged(request, body, "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="reachmap-reach.csv"'
    return response
