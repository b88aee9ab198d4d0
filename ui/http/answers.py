"""Responses of the server's own routes: tags, errors, and work off the event loop."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache, partial, wraps
from typing import TYPE_CHECKING, Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from geo.errors import DataError, ReachmapError
from geo.link import Problem
from ui.visitor import client_address
from ui.work import Bounds, FairPool, HungUpError, Job, Made, UnmadeError, done_for, tag_of

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

# Pages of other sites may read answers, and the headers that matter.
_FOR_ALL: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition, Retry-After, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

# More threads would not make anything faster, as they share the interpreter with those who drag.
_SMALL: Final = Bounds(threads=2, waiting=2000, waiting_each=1000)

Handler = Callable[[Request], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


class BadQueryError(ReachmapError):
    """A query string with problems that an export does not forgive."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems for the answer."""
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


@lru_cache(maxsize=1)
def small_work() -> FairPool:
    """Return the threads for what takes a moment; nothing dear ever runs in them."""
    return FairPool("small", _SMALL)


async def in_turn(scope: Mapping[str, Any], work: Callable[[], Any]) -> Any:
    """Do a moment's work off the event loop, when it is the client's turn."""
    return await asyncio.wrap_future(small_work().submit(client_address(scope), work).future)


def in_thread(handler: Handler) -> Endpoint:
    """Run a handler that takes a moment off the event loop; what goes wrong becomes an answer."""

    @answered
    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        response: Response = await done_for(request, small_work(), partial(handler, request))
        return response

    return endpoint


def answered(endpoint: Endpoint) -> Endpoint:
    """Turn what may go wrong into answers: 400 for a bad query, 503 for bad data or too much."""

    @wraps(endpoint)
    async def answering(request: Request) -> Response:
        try:
            return await endpoint(request)
        except BadQueryError as error:
            return bad_query(error)
        except DataError as error:
            return bad_data(error)
        except UnmadeError as error:
            return unmade(error, ("request", request.url.path))
        except HungUpError:
            return Response(status_code=499)  # nobody reads it; the log does

    return answering


async def turn_away(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Send an answer instead of what was asked for; a socket is closed, for it hears no words."""
    if scope["type"] == "websocket":
        await receive()  # the handshake
        await send({"type": "websocket.close", "code": 1008})
    else:
        await answer(scope, receive, send)


def unmade(error: UnmadeError, where: tuple[str, str], lang: str = "en") -> Response:
    """Return why something was not made, and when to come back."""
    answer = errors([(*where, error.said(lang))], status=error.status)
    if error.retry_after_s is not None:
        answer.headers["Retry-After"] = str(error.retry_after_s)
    return answer


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
    return made_answer(request, Made(body, tag_of(body)), media_type)


def may_be_packed(request: Request, job: Job) -> Job:
    """Return a job with the word whether the browser unpacks gzip: the worker then packs the file.

    Else Streamlit would, in the server: 60 ms for a large file.
    """
    return {**job, "packed": "gzip" in request.headers.get("accept-encoding", "")}


def made_answer(request: Request, made: Made, media_type: str) -> Response:
    """Return a file with its ETag, or 304 when the browser has it already."""
    headers = tag_headers(made.tag)
    if known_already(request, made.tag):
        return Response(status_code=304, headers=headers)
    if made.is_packed:
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(made.content, media_type=media_type, headers=headers)


def tagged_json(request: Request, content: Any) -> Response:
    """Return JSON with an ETag."""
    return tagged(request, json.dumps(content, separators=(",", ":")).encode(), "application/json")
