"""A story as the map plays it: its texts told, its views as scenes."""

from __future__ import annotations

from dataclasses import replace

from geo.jsonobject import Json
from geo.link import View, decode, parse_pairs
from geo.records import Story, StoryStep
from geo.story import Reader, fill
from ui.scene.scenes import scene_of


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
        "scene": scene_of(View(scenario, reader.catalog)),
    }
