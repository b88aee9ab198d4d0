"""What is said in which language: English stands in the code, the others in data/words.

A message is its own key, as with gettext: `say("ko")("outside")` is the Korean for "outside".
Values go in by name, `{km}`, so that a translation may order them as its grammar does. What depends
on a number is said by `plural`; what one English word means in two ways, by `in_context`.
`python -m geo.words` finds every message in the code and brings the catalogues in step with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from geo.messages import message, plural
from geo.words.languages import ENGLISH, WORDS_DIR, Language, read_languages
from geo.words.particles import RULES
from geo.words.pofile import IN_CONTEXT, Messages, read_words

__all__ = [
    "LANGUAGES",
    "PARTICLE_RULES",
    "Say",
    "chosen",
    "language_facts",
    "language_of",
    "message",
    "plural",
    "say",
    "spoken",
    "words",
]

# What a broken file would say is said in English; geo/catalog/datacheck.py names its faults.
_LANGUAGES: Final = read_languages(WORDS_DIR)[0]
LANGUAGES: Final = tuple(_LANGUAGES)
# The rules of all languages: a story's text may be in another language than its reader's.
PARTICLE_RULES: Final = tuple(
    RULES[name] for name in dict.fromkeys(how.particles for how in _LANGUAGES.values()) if name
)


def language_facts(lang: str) -> Language:
    """Return the language of a code, English if there is none."""
    return _LANGUAGES.get(lang, ENGLISH)


def language_of(asked: str | None) -> str:
    """Return the language that a link asks for, English if there is none of that name."""
    return asked if asked in LANGUAGES else LANGUAGES[0]


def spoken(locale: str | None) -> str:
    """Return the language of a browser's locale, such as `ko-KR`, English if it is none of ours."""
    return language_of((locale or "").lower().replace("_", "-").partition("-")[0])


def chosen(asked: str | None, locale: str | None) -> str:
    """Return the language of a page: what its link asks for, else the browser's (words.js too)."""
    return asked if asked in LANGUAGES else spoken(locale)


class Say:
    """Says messages in one language, with values in their `{names}`."""

    def __init__(self, lang: str) -> None:
        """Take the messages of a language; English itself needs none."""
        self.lang = lang
        messages = words(lang)
        self._forms, self._form_of = messages.forms, messages.form_of()

    def __call__(self, message: str, /, **values: object) -> str:
        """Say a message."""
        text = self._forms.get(message, (message,))[0]
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, /, *, n: int, **values: object) -> str:
        """Say a message as it is for a number, which is its `{n}`; English has two forms."""
        forms = self._forms.get(one)
        text = forms[self._form_of(n)] if forms else (one if n == 1 else many)
        return text.format(n=n, **values)

    def in_context(self, context: str, message: str, /, **values: object) -> str:
        """Say a message that means something else than the same words elsewhere."""
        key = f"{context}{IN_CONTEXT}{message}"
        return self(key if key in self._forms else message, **values)


@lru_cache(maxsize=32)
def say(lang: str) -> Say:
    """Return what says messages in a language; one that is not there says English."""
    return Say(lang)


@lru_cache(maxsize=32)
def words(lang: str) -> Messages:
    """Return the messages of a language by their English; English itself has none."""
    return read_words(WORDS_DIR / lang)[0] if lang in LANGUAGES[1:] else Messages()
