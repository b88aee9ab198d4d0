"""How the server's own routes answer: tags, errors, and work off the event loop."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from geo.errors import DataError, ReachmapError
from geo.query import Problem

# Pages of other sites may read answers, and the headers that matter.
_FOR_ALL: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition, Retry-After, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

Handler = Callable[[Request], Response]


class BadQueryError(ReachmapError):
    """A query string with problems that an export does not forgive."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems for the answer."""
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


def in_thread(handler: Handler) -> Callable[[Request], Any]:
    """Run a handler off the event loop; a bad query becomes a 400, bad data files a 503."""

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        try:
            return await run_in_threadpool(handler, request)
        except BadQueryError as error:
            return bad_query(error)
        except DataError as error:
            return bad_data(error)

    return endpoint


def bad_query(error: BadQueryError) -> Response:
    """Return a 400 that names each value that could not be used."""
    return errors([(p.key, p.value, p.problem) for p in error.problems])


def bad_data(error: DataError) -> Response:
    """Return a 503: the operator's files are at fault, not the visitor's request."""
    return errors([("data", "", line) for line in str(error).splitlines()], status=503)


def errors(rows: list[tuple[str, str, str]], status: int = 400) -> Response:
    """Return the JSON of what could not be used; each row is key, value, problem."""
    said = [dict(zip(("key", "value", "problem"), row, strict=True)) for row in rows]
    return JSONResponse({"errors": said}, status_code=status, headers=_FOR_ALL)


def known_already(request: Request, tag: str) -> bool:
    """Return whether an If-None-Match names a tag; a proxy that packs answers makes tags weak."""
    asked = request.headers.get("if-none-match", "")
    return any(each.strip().removeprefix("W/") in (f'"{tag}"', "*") for each in asked.split(","))


def tag_headers(tag: str) -> dict[str, str]:
    """Return the headers of an answer that a browser may keep but has to ask about."""
    return {"ETag": f'"{tag}"', "Cache-Control": "no-cache", **_FOR_ALL}


def tagged(request: Request, body: bytes, media_type: str) -> Response:
    """Return bytes with an ETag, or 304 when the browser has them already."""
    tag = hashlib.sha256(body).hexdigest()[:20]
    if known_already(request, tag):
        return Response(status_code=304, headers=tag_headers(tag))
    return Response(body, media_type=media_type, headers=tag_headers(tag))


def tagged_json(request: Request, content: Any) -> Response:
    """Return JSON with an ETag."""
    return tagged(request, json.dumps(content, separators=(",", ":")).encode(), "application/json")
