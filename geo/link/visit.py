"""The Visit, what a link is opened for: a step of a story, a class to follow, a quiz.

These keys stand beside the view in a link (geo/link/query.py) and are no part of a Scenario.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from geo.errors import LinkError
from geo.facts import MISREAD, ROOM_CHARS, ROOM_PATTERN
from geo.link.key import Reading
from geo.link.values import parse_whole
from geo.words import message

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


def parse_room(text: str) -> str:
    """Return the code of a class room in its one spelling: 6 signs, no I, L, O or U.

    Raises
    ------
    LinkError
        With what a code looks like.
    """
    code = text[:40].upper().translate(_MISREAD)
    if not _ROOM.fullmatch(code):
        raise LinkError(
            message(
                "a room code has {length} letters and digits, such as 7K3-QZM (no U); "
                "blanks and hyphens do not count"
            ),
            length=ROOM_CHARS,
        )
    return code


def story_parser(reading: Reading) -> Callable[[str], str]:
    """Return the parser of a story's id."""
    catalog = reading.catalog

    def parse(text: str) -> str:
        if text != OWN_STORY and catalog.story(text) is None:
            accepted = ", ".join([*(story.id for story in catalog.stories), OWN_STORY])
            problem = message("there is no such story; accepted: {accepted}")
            raise LinkError(problem, accepted=accepted)
        return text

    return parse


def step_parser(reading: Reading) -> Callable[[str], int]:
    """Return the parser of a step of the story that was found."""
    story = reading.catalog.story(reading.found["story"])
    return parse_whole(MAX_STEP if story is None else len(story.steps))


def parse_seed(text: str) -> str:
    """Return the seed of a quiz's questions."""
    if not _SEED.fullmatch(text):
        raise LinkError(message("accepted: 1 to 20 letters, digits and hyphens"))
    return text
