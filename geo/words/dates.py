"""Dates as people read them; in the data they are text, as precise as their source."""

from __future__ import annotations

from datetime import date as day
from typing import Final

from babel.dates import format_date as format_day
from babel.dates import format_skeleton

from geo.words.language import language_facts

_ENGLISH_DAY: Final = "d MMMM y"  # as the newspapers of the story write it
_SKELETONS: Final = ("y", "yMMMM", "yMMMMd")  # a year, a month, a day, as CLDR asks for them


def format_date(date: str, lang: str) -> str:
    """Return `2017-07-04` as it is in English, and as `2017년 7월 4일` in Korean.

    Parameters
    ----------
    date
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing stays nothing.
    """
    how = language_facts(lang)
    if not how.has_long_dates or not date:
        return date
    known = date.count("-")
    whole = day.fromisoformat(date + "-01" * (2 - known))
    return format_skeleton(_SKELETONS[known], whole, locale=how.locale)


def long_date(date: str, lang: str) -> str:
    """Return a whole day as a sentence has it: `4 July 2017`; "" for what is less than a day."""
    if date.count("-") != 2:
        return ""
    if language_facts(lang).has_long_dates:
        return format_date(date, lang)
    locale = language_facts(lang).locale
    return format_day(day.fromisoformat(date), _ENGLISH_DAY, locale=locale)
