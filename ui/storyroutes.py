"""`/live/stories.json` and `/live/story.json`: stories as the map plays them, and their check."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from geo.catalog import DATA_DIR, load_catalog
from geo.errors import DataError
from geo.language import LANGUAGES, say
from geo.problems import Problem, shown
from geo.query import decode, parse_pairs
from geo.records import Story, StoryStep
from geo.stories import check_story
from geo.storyfile import StoryFault
from geo.storytext import Reader, fill
from geo.units import KM_PER_UNIT
from ui.answers import BadQueryError, bad_data, errors, in_thread, tagged, tagged_json
from ui.scene import scene_of
from ui.storypage import list_json

Json = dict[str, Any]

MAX_FILE_BYTES: Final = 256 * 1024


def story_routes() -> list[Route]:
    """Return the routes of stories."""
    return [
        Route("/live/stories.json", in_thread(_stories)),
        Route("/live/story.json", in_thread(_story), methods=["GET"]),
        Route("/live/story.json", _own_story, methods=["POST"]),
        Route("/live/storyfile.json", in_thread(_story_file)),
    ]


def _stories(request: Request) -> Response:
    lang, units = _lang(request), _units(request) or "km"
    return tagged_json(request, list_json(load_catalog(), lang, units))


def _story(request: Request) -> Response:
    story = _asked_story(request)
    reader = _reader(request)
    return tagged(request, _told(story.id, reader.lang, _units(request)), "application/json")


def _story_file(request: Request) -> Response:
    """Answer a shipped story as its file holds it, for a teacher to begin with."""
    path = DATA_DIR / "stories" / f"{_asked_story(request).id}.json"
    return tagged(request, path.read_bytes(), "application/json")


def _asked_story(request: Request) -> Story:
    asked = request.query_params.get("id", "")
    catalog = load_catalog()
    story = catalog.story(asked)
    if story is None:
        accepted = ", ".join(story.id for story in catalog.stories)
        problem = f"there is no such story; accepted: {accepted}"
        raise BadQueryError([Problem("id", shown(asked), problem)])
    return story


@lru_cache(maxsize=64)
def _told(story_id: str, lang: str, units: str) -> bytes:
    catalog = load_catalog()
    story = catalog.story(story_id)
    assert story is not None  # noqa: S101  # _asked_story found it
    content = story_json(story, Reader(catalog, lang, units or "km"), units)
    return json.dumps(content, separators=(",", ":")).encode()


def story_json(story: Story, reader: Reader, units: str) -> Json:
    """Return a story with its texts told and its views as scenes.

    Parameters
    ----------
    story
        A story without faults.
    reader
        For whom it is told.
    units
        Units asked for; empty: each step in those of its view.
    """
    return {
        "id": story.id,
        "title": fill(story.title[reader.lang], reader),
        "about": fill(story.about[reader.lang], reader),
        "steps": [_step_json(step, reader, units) for step in story.steps],
    }


def _step_json(step: StoryStep, reader: Reader, units: str) -> Json:
    scenario, _ = decode(parse_pairs(step.view), reader.catalog)
    scenario = replace(scenario, lang=reader.lang, units=units or scenario.units)
    told = replace(reader, units=scenario.units)
    return {
        "title": fill(step.title[reader.lang], told),
        "text": fill(step.text[reader.lang], told),
        "question": fill(step.question[reader.lang], told),
        "query": step.view,
        "scene": scene_of(scenario, reader.catalog),
    }


def _reader(request: Request) -> Reader:
    """Return for whom a request asks; `lang` and `units` that are not known fall back."""
    lang = _lang(request)
    return Reader(load_catalog(), lang, _units(request) or "km")


def _lang(request: Request) -> str:
    lang = request.query_params.get("lang", "")
    return lang if lang in LANGUAGES else LANGUAGES[0]


def _units(request: Request) -> str:
    units = request.query_params.get("units", "")
    return units if units in KM_PER_UNIT else ""


async def _own_story(request: Request) -> Response:
    """Answer a teacher's file as a story, or with every fault in it; nothing of it is kept."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_FILE_BYTES:
            tell = say(_lang(request))
            problem = tell("the file is larger than {n} kB, more than a story needs.", n=256)
            return errors([("file", "", problem)], status=413)
    return await run_in_threadpool(_checked, request, body)


def _checked(request: Request, body: bytes) -> Response:
    try:
        reader = _reader(request)
    except DataError as error:
        return bad_data(error)
    story, faults = check_story(body, reader.catalog, reader.tell)
    if story is None:
        return JSONResponse({"errors": list(map(_fault_json, faults))}, status_code=400)
    return JSONResponse(story_json(story, reader, _units(request)))


def _fault_json(fault: StoryFault) -> Json:
    return {
        "key": fault.key or fault.field,
        "value": fault.value,
        "problem": fault.problem,
        "step": fault.step,
        "field": fault.field,
    }
