"""Parameters of an export request: the view in its query, and the address of this server."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from starlette.requests import Request

from geo.catalog import read_link
from geo.link import Pairs, Problem, Scenario, parse_pairs
from ui.http.answers import BadQueryError
from ui.visitor import (
    Asker,
    asked_host,
    asker,
    host_of,
    is_private,
    loopback_host,
    prefix,
    read_settings,
)

MAX_QUERY_BYTES: Final = 8_000


def query_text(request: Request) -> str:
    """Return the query string, or raise BadQueryError if it is too long."""
    query: str = request.scope["query_string"].decode("utf-8", "replace")
    if len(query) > MAX_QUERY_BYTES:
        problem = f"the query string is longer than {MAX_QUERY_BYTES:,} characters"
        raise BadQueryError([Problem("query", f"{query[:100]}...", problem)])
    return query


def read_pairs(request: Request) -> Pairs:
    """Return keys and values of the query."""
    return parse_pairs(query_text(request))


def read_scenario(request: Request, problems: Iterable[Problem] = ()) -> Scenario:
    """Return the view a query asks for; an export forgives no bad value.

    `problems` are those of keys beside the view: all are told together.
    """
    view, more = read_link(read_pairs(request))
    if found := [*problems, *more]:
        raise BadQueryError(found)
    return view.scenario


def root_url(request: Request, unknown: str | None = None) -> str:
    """Return the address of the app as its visitors write it, with a slash at the end.

    Parameters
    ----------
    request
        Who asks, and which host.
    unknown
        What to return where the host that was asked is not believed, and the operator has named
        none; without it, the address at which this computer reaches itself.
    """
    scope, asked = request.scope, asked_host(request.scope)
    public = read_settings().public_urls
    if public:
        return next((url for url in public if host_of(url) == asked), public[0])
    is_believed = asked and (is_private(asked) or asker(scope) is Asker.OWN_PAGE)
    if not is_believed and unknown is not None:
        return unknown
    path = f"{scope.get('root_path', '')}{prefix()}".strip("/")
    host = asked if is_believed else loopback_host(scope)
    return f"{scope['scheme']}://{host}/{f'{path}/' if path else ''}"
