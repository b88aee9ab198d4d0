"""The server's own routes: exports for other programs, and what the live map fetches.

`/export/` is a public contract (README, "Exports"). `/live/`, `/assets/` and
`/basemap/` belong to the map page and may change with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from geo.catalog import DATA_DIR, load_catalog
from geo.errors import DataError, ReachmapError
from geo.exports import reach_csv, rings_geojson
from geo.gazetteer import Found, find
from geo.geocode import GeocodeError, Geocoder
from geo.query import Problem, decode, parse_pairs
from geo.scenario import Scenario
from ui import scene
from ui.assetfiles import ASSETS_DIR, LEAFLET_DIR, version
from ui.settings import read_settings

_MAX_QUERY_BYTES: Final = 8_000

Handler = Callable[[Request], Response]


class BadQueryError(ReachmapError):
    """A query string with problems that an export does not forgive."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems for the answer."""
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def routes() -> list[Route | Mount]:
    """Return all routes, most specific first."""
    return [
        Route("/export/rings.geojson", _in_thread(_rings_geojson)),
        Route("/export/reach.csv", _in_thread(_reach_csv)),
        Route("/export", _unknown_export),
        Route("/export/{path:path}", _unknown_export),
        Route("/live/places.json", _in_thread(_places)),
        Route("/live/sites.json", _in_thread(_fixed(scene.sites_json))),
        Route("/live/missiles.json", _in_thread(_fixed(scene.missiles_json))),
        Route("/live/presets.json", _in_thread(_fixed(scene.presets_json))),
        Route("/live/site.json", _in_thread(_site)),
        Route("/live/find.json", _in_thread(_find)),
        Mount("/basemap", _Cached(directory=DATA_DIR / "basemap")),
        Mount("/assets/leaflet", _Kept(directory=LEAFLET_DIR)),
        Mount(f"/assets/{version()}", _Kept(directory=ASSETS_DIR)),
        Mount("/assets", _Cached(directory=ASSETS_DIR)),
    ]


class _Cached(StaticFiles):
    """Static files that a browser keeps but asks about, so that an update is seen at once."""

    cache_control = "no-cache"

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers.setdefault("Cache-Control", self.cache_control)
        return response


class _Kept(_Cached):
    """Static files whose address changes with their content."""

    cache_control = "public, max-age=31536000, immutable"


def _in_thread(handler: Handler) -> Callable[[Request], Any]:
    """Run a handler off the event loop; a bad query becomes a 400, bad data files a 503."""

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        try:
            return await run_in_threadpool(handler, request)
        except BadQueryError as error:
            return _errors([(p.key, p.value, p.problem) for p in error.problems])
        except DataError as error:  # the operator's files, not the visitor's request
            return _errors([("data", "", line) for line in str(error).splitlines()], status=503)

    return endpoint


def _errors(rows: list[tuple[str, str, str]], status: int = 400) -> Response:
    errors = [dict(zip(("key", "value", "problem"), row, strict=True)) for row in rows]
    return JSONResponse({"errors": errors}, status_code=status)


def _unknown_export(request: Request) -> Response:
    accepted = "accepted: /export/rings.geojson and /export/reach.csv"
    return _errors([("path", request.url.path[:200], f"no such export; {accepted}")], status=404)


def _scenario(request: Request) -> Scenario:
    query = request.url.query
    if len(query) > _MAX_QUERY_BYTES:
        problem = f"the query string is longer than {_MAX_QUERY_BYTES:,} characters"
        raise BadQueryError([Problem("query", f"{query[:100]}...", problem)])
    scenario, problems = decode(parse_pairs(query), load_catalog())
    if problems:
        raise BadQueryError(problems)
    return scenario


def _rings_geojson(request: Request) -> Response:
    body = json.dumps(rings_geojson(_scenario(request)), separators=(",", ":"), allow_nan=False)
    return _tagged(request, body.encode(), "application/geo+json")


def _reach_csv(request: Request) -> Response:
    body = reach_csv(_scenario(request), load_catalog()).encode()
    response = _tagged(request, body, "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="reachmap-reach.csv"'
    return response


def _places(request: Request) -> Response:
    date = request.query_params.get("date", "")
    layers = "show=cities,bases,thaad,radar"
    scenario, problems = decode(
        parse_pairs(layers + (f"&date={date}" if date else "")), load_catalog()
    )
    if problems:
        raise BadQueryError(problems)
    return _json(request, scene.places_json(scenario, load_catalog()))


def _fixed(make: Callable[..., list[scene.Json]]) -> Handler:
    """Return a handler of what never changes while the process lives."""

    @lru_cache(maxsize=1)
    def body() -> bytes:
        return json.dumps(make(load_catalog()), separators=(",", ":")).encode()

    return lambda request: _tagged(request, body(), "application/json")


def _site(request: Request) -> Response:
    site = request.query_params.get("site", "")
    try:
        return _tagged(request, scene.site_json(site), "application/json")
    except ReachmapError as error:
        raise BadQueryError([Problem("site", site[:200], str(error))]) from error


def _find(request: Request) -> Response:
    query = request.query_params.get("q", "")
    online = read_settings().uses_nominatim
    message = ""
    found: list[Found] = []
    try:
        if online and request.query_params.get("online") == "1":
            found = _geocoder().find(query)
        else:
            found = find(query, load_catalog())
    except GeocodeError as error:
        message = f"{error}."
    except ReachmapError as error:
        message = f"{query[:100]}: {error}."
    if not found and not message and query.strip():
        message = f"No place called {query[:100]!r} in the built-in list."
    results = [
        {
            "name": each.name,
            "detail": each.detail,
            "lat": each.point.lat,
            "lon": each.point.lon,
            "id": each.place_id,
        }
        for each in found
    ]
    return JSONResponse({"results": results, "message": message, "online": online})


@lru_cache(maxsize=1)
def _geocoder() -> Geocoder:
    agent = read_settings().user_agent
    if not agent:
        problem = "Online search is on, but REACHMAP_USER_AGENT does not name its operator"
        raise GeocodeError(problem)
    return Geocoder(agent)


def _json(request: Request, content: Any) -> Response:
    return _tagged(request, json.dumps(content, separators=(",", ":")).encode(), "application/json")


def _tagged(request: Request, body: bytes, media_type: str) -> Response:
    """Return bytes with an ETag, or 304 when the browser has them already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
