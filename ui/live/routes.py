"""`/live/...`: what the map page fetches; it may change with the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache, partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from geo.catalog import load_catalog, read_link
from geo.errors import DataError, ReachmapError
from geo.facts import PLACE_LAYER_IDS
from geo.find import Found, GeocodeError, Geocoder, find
from geo.jsonobject import Json
from geo.link import Pairs, Problem, View, choice, parse_site, refused
from geo.words import LANGUAGES, message, say
from ui.http import (
    BadQueryError,
    Handler,
    answered,
    class_address,
    in_thread,
    in_turn,
    made_answer,
    may_be_packed,
    tagged,
    tagged_json,
)
from ui.live.roomqr import room_qr
from ui.scene import (
    defence_json,
    flights_json,
    lab_flights_json,
    missiles_json,
    places_json,
    presets_json,
    radars_json,
    records_json,
    regions_json,
    site_json,
    sites_json,
    timeline_json,
)
from ui.visitor import read_settings
from ui.work import SITE_MS, run_job


def live_routes() -> list[Route]:
    """Return the routes below /live."""
    return [
        Route("/live/places.json", in_thread(_places)),
        Route("/live/sites.json", in_thread(_fixed(sites_json))),
        Route("/live/missiles.json", in_thread(_fixed(missiles_json))),
        Route("/live/flights.json", in_thread(_fixed(lab_flights_json))),
        Route("/live/presets.json", in_thread(_fixed(presets_json))),
        Route("/live/timeline.json", in_thread(_fixed(timeline_json))),
        Route("/live/regions.json", in_thread(_fixed(regions_json))),
        Route("/live/tests.json", in_thread(_fixed(flights_json))),
        Route("/live/radars.json", in_thread(_fixed(radars_json))),
        Route("/live/defence.json", in_thread(_fixed(defence_json))),
        Route("/live/site.json", _site),
        Route("/live/find.json", _find),
        Route("/live/onrecord.json", in_thread(_on_record)),
        Route("/live/class.json", in_thread(class_address)),
        Route("/live/room-qr.svg", in_thread(room_qr)),
    ]


def _language(request: Request) -> str:
    """Return the language asked for, English if none is; any other word is refused."""
    asked = request.query_params.get("lang", LANGUAGES[0])
    try:
        return choice(LANGUAGES)(asked)
    except ReachmapError as error:
        raise BadQueryError([refused("lang", asked, error)]) from error


def _view(request: Request, pairs: Pairs) -> View:
    """Return the view of some pairs, in the language asked for."""
    view, problems = read_link([*pairs, ("lang", _language(request))])
    if problems:
        raise BadQueryError(problems)
    return view


def _places(request: Request) -> Response:
    date = request.query_params.get("date", "")
    pairs = [("show", ",".join(PLACE_LAYER_IDS)), *([("date", date)] if date else [])]
    return tagged_json(request, places_json(_view(request, pairs)))


def _fixed(make: Callable[..., list[Json] | Json]) -> Handler:
    """Return a handler of what never changes while the process lives, but with the language."""

    @lru_cache(maxsize=len(LANGUAGES))
    def body(lang: str) -> bytes:
        return json.dumps(make(load_catalog(lang=lang)), separators=(",", ":")).encode()

    return lambda request: tagged(request, body(_language(request)), "application/json")


@answered
async def _site(request: Request) -> Response:
    """Answer how far all is from a site; only what is counted around coordinates is dear."""
    known, job = await in_turn(request.scope, partial(_asked_site, request))
    if known:
        content = await in_turn(request.scope, partial(site_json, known, job["lang"]))
        return tagged(request, content, "application/json")
    made = await run_job(request, may_be_packed(request, job), SITE_MS)
    return made_answer(request, made, "application/json")


def _asked_site(request: Request) -> tuple[str, dict[str, str]]:
    """Return the id of a known site, empty for coordinates, and what a worker would be told."""
    site, lang = request.query_params.get("site", ""), _language(request)
    catalog = load_catalog(lang=lang)  # faults of the data are not the visitor's
    try:
        name, _ = parse_site(site, catalog)
    except ReachmapError as error:
        raise BadQueryError([Problem("site", site[:200], error.said(lang))]) from error
    known = catalog.site(name)
    return known.id if known else "", {"kind": "site", "site": site, "lang": lang}


def _on_record(request: Request) -> Response:
    """Return what those whom a ring's label names really said, with their sources."""
    asked = request.query_params
    view = _view(request, [("ring", asked.get("ring", "")), ("units", asked.get("units", "km"))])
    return tagged_json(request, records_json(view.rings[0], view))


async def _find(request: Request) -> Response:
    """Answer a search; one that asks another server keeps none of those waiting that ask us."""
    if read_settings().uses_nominatim and request.query_params.get("online") == "1":
        return await _found_online(request)
    return await in_thread(_found)(request)


@answered
async def _found_online(request: Request) -> Response:
    return await run_in_threadpool(_found, request)


def _found(request: Request) -> Response:
    query, lang = request.query_params.get("q", ""), _language(request)
    online = read_settings().uses_nominatim
    said = ""
    found: list[Found] = []
    try:
        if online and request.query_params.get("online") == "1":
            found = _geocoder().find(query)
        else:
            found = find(query, load_catalog(lang=lang))
    except DataError:
        raise  # no fault of the visitor's
    except GeocodeError as error:
        said = f"{error.said(lang)}."
    except ReachmapError as error:
        said = f"{query[:100]}: {error.said(lang)}."
    if not found and not said and query.strip():
        tell = say(lang)
        said = tell("No place called '{query}' in the built-in list.", query=query[:100])
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
    return JSONResponse({"results": results, "message": said, "online": online})


@lru_cache(maxsize=1)
def _geocoder() -> Geocoder:
    agent = read_settings().user_agent
    if not agent:
        raise GeocodeError(
            message("Online search is on, but REACHMAP_USER_AGENT does not name its operator")
        )
    return Geocoder(agent)
