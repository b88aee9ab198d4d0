"""Which picture is asked for: its size in pixels and its projection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from geo.query import Problem

PROJECTIONS: Final = ("mercator", "azimuthal", "globe")
MAX_PX: Final = 4000
MIN_WIDTH_PX: Final = 480  # below these the words would cover the map
MIN_HEIGHT_PX: Final = 360
_SHOWN_CHARS: Final = 100


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """Size and projection of a picture."""

    width: int = 1600
    height: int = 900
    projection: str = "mercator"


def read_options(pairs: Iterable[tuple[str, str]]) -> tuple[PictureOptions, list[Problem]]:
    """Return the options among the keys of a query, and which of them cannot be used."""
    given = dict(pairs)
    problems: list[Problem] = []
    usual = PictureOptions()
    width = _size(given, "width", (MIN_WIDTH_PX, usual.width), problems)
    height = _size(given, "height", (MIN_HEIGHT_PX, usual.height), problems)
    projection = given.get("projection", usual.projection)
    if projection not in PROJECTIONS:
        accepted = f"not a projection; accepted: {', '.join(PROJECTIONS)}"
        problems.append(Problem("projection", projection[:_SHOWN_CHARS], accepted))
    return PictureOptions(width, height, projection), problems


def _size(
    given: dict[str, str], key: str, least_and_usual: tuple[int, int], problems: list[Problem]
) -> int:
    least, usual = least_and_usual
    text = given.get(key)
    if text is None:
        return usual
    if re.fullmatch(r"\d{1,6}", text, re.ASCII) and least <= int(text) <= MAX_PX:
        return int(text)
    accepted = f"expected whole pixels, {least:,} to {MAX_PX:,}"
    problems.append(Problem(key, text[:_SHOWN_CHARS], accepted))
    return usual
