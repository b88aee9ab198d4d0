"""Stories as the map plays them: check a file whole, and tell its texts with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from geo.catalog import Catalog
from geo.language import LANGUAGES, Say, say
from geo.problems import shown
from geo.query import decode, parse_pairs
from geo.records import Story, StoryStep, Words
from geo.storyfile import StoryFault, parse_story
from geo.storytext import text_faults
from geo.visit import OWN_STORY

# What a view may say: language, presentation and the story itself are the reader's business.
VIEW_KEYS: Final = ("ring", "show", "units", "date", "radar", "at", "base", "to")


def check_story(body: bytes, catalog: Catalog, lang: str) -> tuple[Story | None, list[StoryFault]]:
    """Return the story in a teacher's file, or None and every fault in it.

    Parameters
    ----------
    body
        The file.
    catalog
        The shipped data: which sites, places and radars exist.
    lang
        Language of the faults' sentences.
    """
    story, faults = parse_story(body, OWN_STORY, say(lang))
    if story is not None:
        faults = list(meaning_faults(story, catalog, lang))
    return (None if faults else story), faults


def meaning_faults(story: Story, catalog: Catalog, lang: str) -> Iterator[StoryFault]:
    """Yield the views that cannot be shown and the placeholders that cannot be computed."""
    tell = say(lang)
    for field, words in (("title", story.title), ("about", story.about)):
        yield from _words_faults(None, field, words, catalog, tell)
    for number, step in enumerate(story.steps, start=1):
        for field, words in (
            ("title", step.title),
            ("text", step.text),
            ("question", step.question),
        ):
            yield from _words_faults(number, field, words, catalog, tell)
        yield from _view_faults(number, step, catalog, lang)


def _words_faults(
    step: int | None, field: str, words: Words, catalog: Catalog, tell: Say
) -> Iterator[StoryFault]:
    found = dict.fromkeys(
        fault for lang in LANGUAGES for fault in text_faults(words[lang], catalog, tell)
    )
    for value, problem in found:
        yield StoryFault(step, field, problem, value=value)


def _view_faults(number: int, step: StoryStep, catalog: Catalog, lang: str) -> Iterator[StoryFault]:
    pairs = parse_pairs(step.view)
    for key, _ in pairs:
        if key not in VIEW_KEYS:
            accepted = ", ".join(VIEW_KEYS)
            problem = say(lang)("is not part of a view; accepted: {keys}.", keys=accepted)
            yield StoryFault(number, "view", problem, value=shown(key))
    for each in decode([pair for pair in pairs if pair[0] in VIEW_KEYS], catalog)[1]:
        yield StoryFault(number, "view", each.said(lang), each.key, each.value)
