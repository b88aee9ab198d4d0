"""What it is called to be inside, in the band or outside."""

from __future__ import annotations

from geo import facts
from geo.words import say


def state_words(lang: str) -> dict[facts.Reach, str]:
    """Return what it is called to be inside, in the band or outside."""
    tell = say(lang)
    return {state.id: tell(state.word) for state in facts.STATES}
