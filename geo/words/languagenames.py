"""The languages of the app by their names in one of them, as CLDR has these."""

from __future__ import annotations

from babel import Locale
from babel.lists import format_list

from geo.words.language import LANGUAGES, language_facts, say


def languages_told(lang: str) -> str:
    """Return such as `English (en) and Korean (ko)`; one that CLDR does not know names itself."""
    tell, locale = say(lang), Locale.parse(language_facts(lang).locale)
    named = [
        tell(
            "{language} ({code})",
            language=locale.languages.get(code, language_facts(code).name),
            code=code,
        )
        for code in LANGUAGES
    ]
    return str(format_list(named, locale=locale))
