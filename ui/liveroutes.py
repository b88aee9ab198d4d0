"""`/live/...`: what the map page fetches; it may change with the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from geo.catalog import load_catalog
from geo.errors import ReachmapError
from geo.gazetteer import Found, find
from geo.geocode import GeocodeError, Geocoder
from geo.places import PLACE_LAYERS
from geo.query import Problem, decode
from ui import scene
from ui.answers import BadQueryError, Handler, in_thread, tagged, tagged_json
from ui.roomqr import room_qr
from ui.settings import read_settings


def live_routes() -> list[Route]:
    """Return the routes below /live."""
    return [
        Route("/live/places.json", in_thread(_places)),
        Route("/live/sites.json", in_thread(_fixed(scene.sites_json))),
        Route("/live/missiles.json", in_thread(_fixed(scene.missiles_json))),
        Route("/live/presets.json", in_thread(_fixed(scene.presets_json))),
        Route("/live/site.json", in_thread(_site)),
        Route("/live/find.json", in_thread(_find)),
        Route("/live/room-qr.svg", in_thread(room_qr)),
    ]


def _places(request: Request) -> Response:
    date = request.query_params.get("date", "")
    pairs = [("show", ",".join(PLACE_LAYERS)), *([("date", date)] if date else [])]
    scenario, problems = decode(pairs, load_catalog())
    if problems:
        raise BadQueryError(problems)
    return tagged_json(request, scene.places_json(scenario, load_catalog()))


def _fixed(make: Callable[..., list[scene.Json]]) -> Handler:
    """Return a handler of what never changes while the process lives."""

    @lru_cache(maxsize=1)
    def body() -> bytes:
        return json.dumps(make(load_catalog()), separators=(",", ":")).encode()

    return lambda request: tagged(request, body(), "application/json")


def _site(request: Request) -> Response:
    site = request.query_params.get("site", "")
    try:
        return tagged(request, scene.site_json(site), "application/json")
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
            "site": each.site_id,
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
