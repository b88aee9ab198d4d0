"""`/live/stories.json` and `/live/story.json`: stories as the map plays them, and their check."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from geo.catalog import DATA_DIR, load_catalog
from geo.datafiles import Fault, read_text
from geo.errors import DataError
from geo.language import LANGUAGES, say
from geo.problems import Problem, shown
from geo.query import decode, parse_pairs
from geo.records import Story, StoryStep
from geo.stories import check_story
from geo.storyfaults import StoryFault
from geo.storynumbers import Reader
from geo.storytext import fill
from ui.answers import BadQueryError, errors, in_thread, tagged, tagged_json
from ui.scene import scene_of
from ui.storypage import list_json

Json = dict[str, Any]

MAX_FILE_BYTES: Final = 256 * 1024
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
        tell = say(lang if lang in LANGUAGES else LANGUAGES[0])
        problem = tell("there is no such story; accepted: {accepted}", accepted=accepted)
        raise BadQueryError([Problem("id", shown(asked), problem)])
    return story


def _asked(request: Request) -> tuple[Reader, str]:
    """Return for whom a request asks, and the units in its query; empty if it names none."""
    given = [(key, request.query_params[key]) for key in _KEYS if request.query_params.get(key)]
    scenario, problems = decode(given, load_catalog())
    if problems:
        raise BadQueryError(problems)
    catalog = load_catalog(lang=scenario.lang)
    return Reader(catalog, scenario.lang, scenario.units), request.query_params.get("units", "")


@lru_cache(maxsize=64)
def _told(story_id: str, lang: str, units: str) -> bytes:
    catalog = load_catalog(lang=lang)
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


async def _own_story(request: Request) -> Response:
    """Answer a teacher's file as a story, or with every fault in it; nothing of it is kept."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_FILE_BYTES:
            return _too_large(request)
    return await in_thread(lambda asked: _checked(asked, bytes(body)))(request)


def _too_large(request: Request) -> Response:
    lang = request.query_params.get("lang", "")
    tell = say(lang if lang in LANGUAGES else LANGUAGES[0])
    kb = MAX_FILE_BYTES // 1024
    problem = tell("the file is larger than {n} kB, more than a story needs.", n=kb)
    return errors([("file", "", problem)], status=413)


def _checked(request: Request, body: bytes) -> Response:
    reader, units = _asked(request)
    story, faults = check_story(body, reader.catalog, reader.lang)
    if story is None:
        return JSONResponse({"errors": list(map(_fault_json, faults))}, status_code=400)
    return JSONResponse(story_json(story, reader, units))


def _fault_json(fault: StoryFault) -> Json:
    return {
        "key": fault.key or fault.field,
        "value": fault.value,
        "problem": fault.problem,
        "step": fault.step,
        "field": fault.field,
    }
