"""Particles that fit a computed word before them, by a rule that a language.json chooses by name.

Of Korean ones a text writes both forms, `{km:sohae>seoul}(은/는)`; which one is right depends on
whether the word ends in a consonant as it is read aloud: 8,000 km is read "kilometeo", 4,971 mi
"mail".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

# With a consonant before it, without one.
PAIRS: Final = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("이라", "라"))
_READ: Final = {"km": "터", "nmi": "리", "mi": "일", "\u00b0": "도"}  # last syllables, read aloud
_DIGITS: Final = "영일이삼사오육칠팔구"
_FIRST_SYLLABLE: Final = ord("가")
_ENDINGS: Final = 28  # syllables per vowel, the first of them without a consonant at its end


def particle(word: str, with_consonant: str, without: str) -> str:
    """Return the particle that fits, or both where nobody can tell how the word is read."""
    syllable = next((read for end, read in _READ.items() if word.endswith(end)), word[-1:])
    if syllable.isascii() and syllable.isdigit():
        syllable = _DIGITS[int(syllable)]
    if not "가" <= syllable <= "힣":
        return f"{with_consonant}({without})"
    ends_open = (ord(syllable) - _FIRST_SYLLABLE) % _ENDINGS == 0
    return without if ends_open else with_consonant


@dataclass(frozen=True, slots=True)
class Rule:
    """The pairs of particles that a text may write, and which of the two fits a word."""

    pairs: tuple[tuple[str, str], ...]
    fit: Callable[[str, str, str], str]


RULES: Final[Mapping[str, Rule]] = {"korean": Rule(PAIRS, particle)}
