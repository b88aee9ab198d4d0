"""What is said in which language: messages, units, dates, particles, credits."""

from geo.words.credits import ATTRIBUTION, CAVEAT, attribution, caveat, sources
from geo.words.dates import format_date
from geo.words.language import LANGUAGES, WORDS_DIR, Say, language_of, message, say, words
from geo.words.lookalikes import names, skeleton
from geo.words.particles import PAIRS, particle
from geo.words.units import KM_PER_UNIT, format_length, format_people
from geo.words.wordfiles import read_words

__all__ = [
    "ATTRIBUTION",
    "CAVEAT",
    "KM_PER_UNIT",
    "LANGUAGES",
    "PAIRS",
    "WORDS_DIR",
    "Say",
    "attribution",
    "caveat",
    "format_date",
    "format_length",
    "format_people",
    "language_of",
    "message",
    "names",
    "particle",
    "read_words",
    "say",
    "skeleton",
    "sources",
    "words",
]
