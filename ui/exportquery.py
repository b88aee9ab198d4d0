"""What an export is asked for: the view in its query, and the address of this server."""

from __future__ import annotations

import re
from typing import Final

from starlette.requests import Request

from geo.catalog import load_catalog
from geo.query import Pairs, Problem, decode, parse_pairs
from geo.scenario import Scenario
from ui.answers import BadQueryError
from ui.settings import read_settings

MAX_QUERY_BYTES: Final = 8_000
_HOST: Final = re.compile(r"[A-Za-z0-9._-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?")


def query_text(request: Request) -> str:
    """Return the query string, or raise BadQueryError if it is too long."""
    query = request.scope["query_string"].decode("utf-8", "replace")
    if len(query) > MAX_QUERY_BYTES:
        problem = f"the query string is longer than {MAX_QUERY_BYTES:,} characters"
        raise BadQueryError([Problem("query", f"{query[:100]}...", problem)])
    return query


def read_pairs(request: Request) -> Pairs:
    """Return keys and values of the query."""
    return parse_pairs(query_text(request))


def read_scenario(request: Request) -> Scenario:
    """Return the view a query asks for; an export forgives no bad value."""
    scenario, problems = decode(read_pairs(request), load_catalog())
    if problems:
        raise BadQueryError(problems)
    return scenario


def root_url(request: Request) -> str:
    """Return the address of the app as its visitors write it, with a slash at the end.

    The operator's word comes first. The Host header is the visitor's: only what looks like one is
    repeated in pictures and files.
    """
    public = read_settings().public_url
    if public:
        return f"{public.rstrip('/')}/"
    host = request.headers.get("host", "")
    safe = host if _HOST.fullmatch(host) else "localhost"
    path = request.scope.get("root_path", "").strip("/")
    return f"{request.scope['scheme']}://{safe}/{f'{path}/' if path else ''}"
