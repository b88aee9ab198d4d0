"""How far a place is in reach: inside, in the band between two ends of a range, or outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from geo.messages import message

Reach = Literal["in", "band", "out"]


@dataclass(frozen=True, slots=True)
class State:
    """A state: `word` within a sentence, `title` at its start; `short` ones stand in tables."""

    id: Reach
    word: str
    title: str
    short: str
    short_title: str


STATES: Final = (
    State("in", message("inside"), message("Inside"), message("in"), message("In")),
    State("band", message("in the band"), message("In the band"), message("band"), message("Band")),
    State("out", message("outside"), message("Outside"), message("out"), message("Out")),
)
