"""`/map` and `/live/view.json`: the map without Streamlit, and what it is told of a view."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from geo.catalog import COARSE, load_catalog, need_basemap
from geo.link import parse_pairs
from geo.words import chosen
from ui.http import in_thread, query_text, root_url, tagged_json
from ui.map import plain_page
from ui.scene import opened_map
from ui.scripts import asset_url, from_page
from ui.server.socialcards import card_tags
from ui.visitor import prefix
from ui.work import offered_files

PLAIN_PATH: Final = "/map"


def plain_routes() -> list[Route]:
    """Return both routes."""
    return [
        Route(PLAIN_PATH, in_thread(_page)),
        Route("/live/view.json", in_thread(_view)),
    ]


def _page(request: Request) -> Response:
    query = query_text(request)
    lang = _language(request)
    need_basemap(*COARSE)
    told, said = opened_map(0, parse_pairs(query), load_catalog(lang=lang))
    tags = card_tags(query, root_url(request, unknown=f"{prefix()}/"))
    page = plain_page(lang, tags, told, said, offered_files())
    early = f"<{from_page(asset_url('plain.bundle.js'))}>; rel=modulepreload"
    return HTMLResponse(page, headers={"Cache-Control": "no-cache", "Link": early})


def _view(request: Request) -> Response:
    """Answer with what follows from a view; the browser numbers its own questions."""
    catalog = load_catalog(lang=_language(request))
    told, said = opened_map(0, parse_pairs(query_text(request)), catalog)
    return tagged_json(request, {"panel": told, "summary": said})


def _language(request: Request) -> str:
    """Return the language of the page; a browser names those it prefers, the first first."""
    first = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0]
    return chosen(request.query_params.get("lang"), first.strip())
