"""The Visit, what a link is opened for: a step of a story, a class to follow, a quiz.

These keys stand beside the view in a link (geo/link/query.py) and are no part of a Scenario.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from geo.errors import RangeError
from geo.facts import MISREAD, ROOM_CHARS, ROOM_PATTERN
from geo.link.problems import Problem, attempt
from geo.records import Catalog, Story
from geo.words import message

VISIT_KEYS: Final = ("story", "step", "room", "seed")
OWN_STORY: Final = "own"  # a story that is in the reader's browser alone
MAX_STEP: Final = 200  # of an own story, whose length the server does not know

_ROOM: Final = re.compile(ROOM_PATTERN)
_MISREAD: Final = str.maketrans({**MISREAD, " ": "", "-": ""})
_SEED: Final = re.compile(r"[A-Za-z0-9-]{1,20}")


@dataclass(frozen=True, slots=True)
class Visit:
    """A step of a story, a class room and the seed of a quiz; each may be missing."""

    story: str = ""
    step: int = 1
    room: str = ""
    seed: str = ""


def read_visit(pairs: Iterable[tuple[str, str]], catalog: Catalog) -> tuple[Visit, list[Problem]]:
    """Return the story, room and seed of a link, and which of them could not be used.

    Parameters
    ----------
    pairs
        Keys and values in order, percent-decoded; of a key given twice the last counts.
    catalog
        The shipped data: which stories exist.
    """
    given = {key: value for key, value in pairs if key in VISIT_KEYS}
    problems: list[Problem] = []

    def story_id(text: str) -> str:
        return _parse_story(text, catalog)

    story = attempt("story", given["story"], story_id, problems, "") if "story" in given else ""
    last_step = _last_step(catalog.story(story))

    def step_number(text: str) -> int:
        return _parse_step(text, last_step)

    step = attempt("step", given["step"], step_number, problems, 1) if "step" in given else 1
    room = attempt("room", given["room"], parse_room, problems, "") if "room" in given else ""
    seed = attempt("seed", given["seed"], _parse_seed, problems, "") if "seed" in given else ""
    return Visit(story, step, room, seed), problems


def parse_room(text: str) -> str:
    """Return the code of a class room in its one spelling: 6 signs, no I, L, O or U.

    Raises
    ------
    RangeError
        With what a code looks like.
    """
    code = text[:40].upper().translate(_MISREAD)
    if not _ROOM.fullmatch(code):
        raise RangeError(
            message(
                "a room code has {length} letters and digits, such as 7K3-QZM (no U); "
                "blanks and hyphens do not count"
            ),
            length=ROOM_CHARS,
        )
    return code


def _parse_story(text: str, catalog: Catalog) -> str:
    if text != OWN_STORY and catalog.story(text) is None:
        accepted = ", ".join([*(story.id for story in catalog.stories), OWN_STORY])
        raise RangeError(message("there is no such story; accepted: {accepted}"), accepted=accepted)
    return text


def _last_step(story: Story | None) -> int:
    return MAX_STEP if story is None else len(story.steps)


def _parse_step(text: str, last: int) -> int:
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not 1 <= int(text) <= last:
        raise RangeError(message("accepted: a whole number from 1 to {last}"), last=last)
    return int(text)


def _parse_seed(text: str) -> str:
    if not _SEED.fullmatch(text):
        raise RangeError(message("accepted: 1 to 20 letters, digits and hyphens"))
    return text
