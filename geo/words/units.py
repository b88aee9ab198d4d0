"""Lengths, people and numbers as people read them. Inside geo/ everything is kilometres.

Babel writes numbers here and Intl in the browser (ui/web/base/words.js), both by CLDR.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.numbers import NumberPattern, format_decimal, parse_pattern

from geo.facts import KM_PER_MILE, KM_PER_NAUTICAL_MILE
from geo.words.language import language_facts

KM_PER_UNIT: Final[dict[str, float]] = {
    "km": 1.0,
    "mi": KM_PER_MILE,
    "nmi": KM_PER_NAUTICAL_MILE,
}


_REPORTED_DECIMALS: Final = 3
_KEPT_NUMBERS: Final = 20_000  # as many as there are whole kilometres to a place on the Earth


def format_number(value: float, lang: str, decimals: int = 0) -> str:
    """Return a number as a language writes it: `8,000`, in German `8.000`; half goes to even."""
    return _written(round(value, decimals or None), language_facts(lang).locale, decimals)


@lru_cache(maxsize=_KEPT_NUMBERS)  # Babel takes 8 us for a number, and a map says hundreds
def _written(rounded: float, locale_name: str, decimals: int) -> str:
    pattern, locale = _pattern(locale_name, decimals)
    return str(pattern.apply(rounded, locale))


@lru_cache(maxsize=64)
def _pattern(locale_name: str, decimals: int) -> tuple[NumberPattern, Locale]:
    locale = Locale.parse(locale_name)
    pattern = parse_pattern(locale.decimal_formats[None].pattern)
    pattern.frac_prec = (decimals, decimals)
    return pattern, locale


def format_length(length_km: float, units: str, lang: str) -> str:
    """Return a length such as `8,000 km`, `4,971 mi` or `4,320 nmi`.

    Parameters
    ----------
    length_km
        Length in kilometres, not negative.
    units
        A key of `KM_PER_UNIT`.
    """
    return f"{format_number(length_km / KM_PER_UNIT[units], lang)} {units}"


def format_reported(length_km: float, units: str, lang: str) -> str:
    """Return a length as a report gives it, with the digits that were printed: `6,248.5 km`.

    In other units it is whole. The browser has the same rule (ui/web/scene/lengths.js).
    """
    if units != "km":
        return format_length(length_km, units, lang)
    rounded = round(length_km, _REPORTED_DECIMALS)
    decimals = len(f"{rounded:.{_REPORTED_DECIMALS}f}".rstrip("0").partition(".")[2])
    return f"{format_number(rounded, lang, decimals)} km"


def format_published(length_km: float, units: str, lang: str) -> str:
    """Return a length that somebody published, no more exact than it was given.

    Kilometres stay as they were published. In other units two significant digits are kept, three
    where the kilometres have more than two: 5,000 km (3,106.86 mi) are `3,100 mi`, 10,400 km
    (6,462.26 mi) `6,460 mi`. The browser has the same rule (ui/web/scene/ringwords.js).
    """
    if units == "km":
        return format_length(length_km, units, lang)
    digits = 2 if float(f"{length_km:.2g}") == length_km else 3
    told = float(f"{length_km / KM_PER_UNIT[units]:.{digits}g}")
    return f"{format_number(told, lang)} {units}"


def format_about(length_km: float, units: str, lang: str) -> str:
    """Return a length that was computed of what nobody knows exactly, with three digits at most.

    Half goes up, as it does in the browser (ui/web/scene/spreadwords.js).
    """
    value = length_km / KM_PER_UNIT[units]
    step = 10.0 ** max(0, len(str(int(value))) - 3)
    return f"{format_number(math.floor(value / step + 0.5) * step, lang)} {units}"


def format_people(people: int, lang: str = "en") -> str:
    """Return a head count in words, such as `1.4 bn`, `75 million`, `86,000` or `0`.

    In Korean the counter comes with it, and all rounding is half up: from 99,995,000 on tenths of
    100 million (`14.3억 명`, `2억 명`), from 999,500 on whole ten thousands (`2,300만 명`), from
    10,000 on tenths of ten thousand (`8.6만 명`, `2만 명`), below that each person (`9,876명`).
    """
    how = language_facts(lang)
    step = next(step for step in how.people if people >= step.least)
    with localcontext() as context:
        context.rounding = ROUND_HALF_UP if how.rounds_half_up else ROUND_HALF_EVEN
        count = format_decimal(Decimal(people) / step.unit, step.pattern, locale=how.locale)
    return step.text.format(n=count)
