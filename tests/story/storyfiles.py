"""A small story file, and faulty ones made of it."""

from __future__ import annotations

import json
from typing import Any

from geo.catalog.reading import load_catalog
from geo.records.kinds import Story
from geo.story.faults import StoryFault
from geo.story.telling import check_story

STEP = {"title": "One", "text": "A text.", "question": "Why?", "view": "ring=sohae~8000"}
FILE = {"reachmap_story": 1, "title": "T", "about": "A", "author": "N", "steps": [STEP, STEP]}


def check(content: Any, lang: str = "en") -> tuple[Story | None, list[StoryFault]]:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return check_story(body, load_catalog(), lang)


def with_step(**fields: Any) -> dict[str, Any]:
    step = {key: value for key, value in (STEP | fields).items() if value is not ...}
    return FILE | {"steps": [STEP, step]}


def without(*fields: str) -> dict[str, Any]:
    return {key: value for key, value in FILE.items() if key not in fields}
