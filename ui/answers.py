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

_FOR_ALL: Final = {"Access-Control-Allow-Origin": "*"}  # pages of other sites may read answers

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
            return errors([(p.key, p.value, p.problem) for p in error.problems])
        except DataError as error:  # the operator's files, not the visitor's request
            return errors([("data", "", line) for line in str(error).splitlines()], status=503)

    return endpoint


def errors(rows: list[tuple[str, str, str]], status: int = 400) -> Response:
    """Return the JSON of what could not be used; each row is key, value, problem."""
    said = [dict(zip(("key", "value", "problem"), row, strict=True)) for row in rows]
    return JSONResponse({"errors": said}, status_code=status, headers=_FOR_ALL)


def _is_known(asked: str, tag: str) -> bool:
    """Return whether an If-None-Match names a tag; a proxy that packs answers makes tags weak."""
    return any(each.strip().removeprefix("W/") in (tag, "*") for each in asked.split(","))


def tagged(request: Request, body: bytes, media_type: str) -> Response:
    """Return bytes with an ETag, or 304 when the browser has them already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", **_FOR_ALL}
    if _is_known(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def tagged_json(request: Request, content: Any) -> Response:
    """Return JSON with an ETag."""
    return tagged(request, json.dumps(content, separators=(",", ":")).encode(), "application/json")
