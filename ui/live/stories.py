"""`/live/stories.json` and `/live/story.json`: stories as the map plays them, and their check."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from geo.catalog import load_catalog, read_link
from geo.errors import DataError
from geo.facts import MAX_STORY_BYTES
from geo.files import DATA_DIR, Fault, read_text
from geo.link import Problem, shown
from geo.records import Story
from geo.story import Reader
from geo.words import language_of, say
from ui.http import (
    BadQueryError,
    answered,
    errors,
    in_thread,
    in_turn,
    may_be_packed,
    tagged,
    tagged_json,
    unmade,
)
from ui.live.storypage import list_json
from ui.scene import story_json
from ui.work import HungUpError, UnmadeError, run_job, story_cost_ms

_KEYS: Final = ("lang", "units")


def story_routes() -> list[Route]:
    """Return the routes of stories."""
    return [
        Route("/live/stories.json", in_thread(_stories)),
        Route("/live/story.json", in_thread(_story), methods=["GET"]),
        Route("/live/story.json", _own_story, methods=["POST"]),
        Route("/live/storyfile.json", in_thread(_story_file)),
    ]


def _stories(request: Request) -> Response:
    reader, _ = _asked(request)
    return tagged_json(request, list_json(reader))


def _story(request: Request) -> Response:
    reader, units = _asked(request)
    told = _told(_asked_story(request).id, reader.lang, units)
    return tagged(request, told, "application/json")


def _story_file(request: Request) -> Response:
    """Answer a shipped story as its file holds it, for a teacher to begin with."""
    path = DATA_DIR / "stories" / f"{_asked_story(request).id}.json"
    text = read_text(path)
    if isinstance(text, Fault):  # gone since the server started
        raise DataError(str(text))
    return tagged(request, text.encode(), "application/json")


def _asked_story(request: Request) -> Story:
    asked, lang = request.query_params.get("id", ""), request.query_params.get("lang", "")
    catalog = load_catalog()
    story = catalog.story(asked)
    if story is None:
        accepted = ", ".join(story.id for story in catalog.stories)
        tell = say(language_of(lang))
        problem = tell("there is no such story; accepted: {accepted}", accepted=accepted)
        raise BadQueryError([Problem("id", shown(asked), problem)])
    return story


def _asked(request: Request) -> tuple[Reader, str]:
    """Return for whom a request asks, and the units in its query; empty if it names none."""
    given = [(key, request.query_params[key]) for key in _KEYS if request.query_params.get(key)]
    view, problems = read_link(given)
    if problems:
        raise BadQueryError(problems)
    return Reader(view.catalog, view.units), request.query_params.get("units", "")


@lru_cache(maxsize=64)
def _told(story_id: str, lang: str, units: str) -> bytes:
    catalog = load_catalog(lang=lang)
    story = catalog.story(story_id)
    assert story is not None  # noqa: S101  # _asked_story found it
    content = story_json(story, Reader(catalog, units or "km"), units)
    return json.dumps(content, separators=(",", ":")).encode()


@answered
async def _own_story(request: Request) -> Response:
    """Answer a teacher's file as a story, or with every fault in it; nothing of it is kept."""
    file = bytearray()
    try:
        async for part in request.stream():
            file += part
            if len(file) > MAX_STORY_BYTES:
                return _too_large(request)
    except ClientDisconnect as error:
        raise HungUpError from error
    reader, units = await in_turn(request.scope, partial(_asked, request))
    job = {"kind": "story", "file": file.decode("latin-1"), "lang": reader.lang, "units": units}
    try:
        made = await run_job(request, may_be_packed(request, job), story_cost_ms(file))
    except UnmadeError as error:
        return unmade(error, ("file", ""), reader.lang)
    packed = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"} if made.is_packed else {}
    return Response(made.content, made.status, packed, "application/json")


def _too_large(request: Request) -> Response:
    tell = say(language_of(request.query_params.get("lang")))
    kb = MAX_STORY_BYTES // 1024
    problem = tell("the file is larger than {n} kB, more than a story needs.", n=kb)
    return errors([("file", "", problem)], status=413)
