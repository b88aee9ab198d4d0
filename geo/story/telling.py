"""Stories as the map plays them: check a file whole, and tell its texts with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from geo.link import OWN_STORY, VIEW_KEYS, decode, pairs_as_written, shown
from geo.records import Catalog, Story, StoryStep, Words
from geo.story.faults import StoryFault
from geo.story.file import parse_story
from geo.story.text import placeholders, text_faults
from geo.words import LANGUAGES, Say, say

# A file must not keep the server busy: people around a site take a tenth of a second to count.
MAX_PLACEHOLDERS: Final = 400
MAX_PEOPLE_SITES: Final = 12


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
        faults = _cost_faults(story, say(lang)) or sorted(
            meaning_faults(story, catalog, lang), key=lambda fault: fault.step or 0
        )
    return (None if faults else story), faults


def meaning_faults(story: Story, catalog: Catalog, lang: str) -> Iterator[StoryFault]:
    """Yield the views that cannot be shown and the placeholders that cannot be computed."""
    for number, field, words in _texts(story):
        yield from _words_faults(number, field, words, catalog, say(lang))
    for number, step in enumerate(story.steps, start=1):
        yield from _view_faults(number, step, catalog, lang)


def _texts(story: Story) -> Iterator[tuple[int | None, str, Words]]:
    """Yield the texts that are told, each with its step and field."""
    yield None, "title", story.title
    yield None, "about", story.about
    for number, step in enumerate(story.steps, start=1):
        yield number, "title", step.title
        yield number, "text", step.text
        yield number, "question", step.question


def _cost_faults(story: Story, tell: Say) -> list[StoryFault]:
    asked = [
        each
        for _, _, words in _texts(story)
        for text in set(words.values())
        for each in placeholders(text)
    ]
    sites = {each.partition("~")[0] for each in asked if each.startswith("people:")}
    problems = []
    if len(asked) > MAX_PLACEHOLDERS:
        problem = tell.plural(
            "holds 1 placeholder; at most {most} are accepted.",
            "holds {n} placeholders; at most {most} are accepted.",
            n=len(asked),
            most=MAX_PLACEHOLDERS,
        )
        problems.append(problem)
    if len(sites) > MAX_PEOPLE_SITES:
        problem = tell.plural(
            "counts people around 1 site; at most {most} are accepted.",
            "counts people around {n} sites; at most {most} are accepted.",
            n=len(sites),
            most=MAX_PEOPLE_SITES,
        )
        problems.append(problem)
    return [StoryFault(None, "file", problem) for problem in problems]


def _words_faults(
    step: int | None, field: str, words: Words, catalog: Catalog, tell: Say
) -> Iterator[StoryFault]:
    found = dict.fromkeys(
        fault for lang in LANGUAGES for fault in text_faults(words[lang], catalog, tell)
    )
    for value, problem in found:
        yield StoryFault(step, field, problem, value=value)


def _view_faults(number: int, step: StoryStep, catalog: Catalog, lang: str) -> Iterator[StoryFault]:
    pairs = pairs_as_written(step.view)  # browsers read it, too
    for key, _ in pairs:
        if key not in VIEW_KEYS:
            accepted = ", ".join(VIEW_KEYS)
            problem = say(lang)("is not part of a view; accepted: {keys}.", keys=accepted)
            yield StoryFault(number, "view", problem, value=shown(key))
    for each in decode([pair for pair in pairs if pair[0] in VIEW_KEYS], catalog)[1]:
        yield StoryFault(number, "view", each.said(lang), each.key, each.value)
