"""Options of a picture in a query: its size in pixels and its projection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from geo.link.problems import Problem

PROJECTIONS: Final = ("mercator", "azimuthal", "globe")
MAX_PX: Final = 4000
MIN_PX: Final = 200  # below this the words would cover the map
_SHOWN_CHARS: Final = 100


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """Size and projection of a picture, and whether it is a card, for the feeds of other sites."""

    width: int = 1600
    height: int = 900
    projection: str = "mercator"
    card: bool = False


def read_options(pairs: Iterable[tuple[str, str]]) -> tuple[PictureOptions, list[Problem]]:
    """Return the options among the keys of a query, and which of them cannot be used."""
    given = dict(pairs)
    problems: list[Problem] = []
    usual = PictureOptions()
    width = _size(given, "width", usual.width, problems)
    height = _size(given, "height", usual.height, problems)
    projection = given.get("projection", usual.projection)
    if projection not in PROJECTIONS:
        accepted = f"not a projection; accepted: {', '.join(PROJECTIONS)}"
        problems.append(Problem("projection", projection[:_SHOWN_CHARS], accepted))
    card = given.get("card", "0")
    if card not in ("0", "1"):
        problems.append(Problem("card", card[:_SHOWN_CHARS], "expected 1, or leave it out"))
    return PictureOptions(width, height, projection, card == "1"), problems


def _size(given: dict[str, str], key: str, usual: int, problems: list[Problem]) -> int:
    text = given.get(key)
    if text is None:
        return usual
    if re.fullmatch(r"\d{1,6}", text, re.ASCII) and MIN_PX <= int(text) <= MAX_PX:
        return int(text)
    accepted = f"expected whole pixels, {MIN_PX:,} to {MAX_PX:,}"
    problems.append(Problem(key, text[:_SHOWN_CHARS], accepted))
    return usual
