"""What is said in which language: messages, units, dates, particles, credits."""

from geo.words.credits import ATTRIBUTION, CAVEAT, attribution, caveat, sources
from geo.words.dates import format_date, long_date
from geo.words.language import (
    LANGUAGES,
    PARTICLE_RULES,
    Say,
    chosen,
    language_facts,
    language_of,
    message,
    plural,
    say,
    spoken,
    words,
)
from geo.words.languagenames import languages_told
from geo.words.languages import WORDS_DIR, Language, PictureFont, read_languages
from geo.words.lookalikes import names, skeleton
from geo.words.pofile import Messages, read_words
from geo.words.units import (
    KM_PER_UNIT,
    format_about,
    format_length,
    format_number,
    format_people,
    format_published,
    format_reported,
)

__all__ = [
    "ATTRIBUTION",
    "CAVEAT",
    "KM_PER_UNIT",
    "LANGUAGES",
    "PARTICLE_RULES",
    "WORDS_DIR",
    "Language",
    "Messages",
    "PictureFont",
    "Say",
    "attribution",
    "caveat",
    "chosen",
    "format_about",
    "format_date",
    "format_length",
    "format_number",
    "format_people",
    "format_published",
    "format_reported",
    "language_facts",
    "language_of",
    "languages_told",
    "long_date",
    "message",
    "names",
    "plural",
    "read_languages",
    "read_words",
    "say",
    "skeleton",
    "sources",
    "spoken",
    "words",
]
