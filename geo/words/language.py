"""What is said in which language: English stands in the code, Korean in data/words/ko.

A message is its own key, as with gettext: `say("ko")("outside")` is the Korean for "outside".
Values go in by name, `{km}`, so that a translation may order them as its grammar does. A test
finds every message in the code and compares it with the tables, both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from geo.files import DATA_DIR
from geo.messages import message
from geo.words.wordfiles import read_words

__all__ = ["LANGUAGES", "WORDS_DIR", "Say", "language_of", "message", "say", "words"]

LANGUAGES: Final = ("en", "ko")
WORDS_DIR: Final = DATA_DIR / "words"

Say = Callable[..., str]


def language_of(asked: str | None) -> str:
    """Return the language that a link asks for, English if there is none of that name."""
    return asked if asked in LANGUAGES else LANGUAGES[0]


def say(lang: str) -> Say:
    """Return a function that says a message in a language, with values in its `{names}`."""
    table = words(lang)

    def said(message: str, **values: object) -> str:
        text = table.get(message, message)
        return text.format(**values) if values else text

    return said


@lru_cache(maxsize=len(LANGUAGES))
def words(lang: str) -> Mapping[str, str]:
    """Return the messages of a language by their English; English itself needs no table.

    What a broken file would say is said in English; geo/catalog/datacheck.py names its faults.
    """
    folder = WORDS_DIR / lang
    return read_words(folder)[0] if folder.is_dir() else {}
