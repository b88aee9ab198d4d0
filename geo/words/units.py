"""Units of length as people read them. Inside geo/ everything is kilometres."""

from __future__ import annotations

from typing import Final

from geo.facts import KM_PER_MILE, KM_PER_NAUTICAL_MILE

KM_PER_UNIT: Final[dict[str, float]] = {
    "km": 1.0,
    "mi": KM_PER_MILE,
    "nmi": KM_PER_NAUTICAL_MILE,
}


def format_length(length_km: float, units: str) -> str:
    """Return a length such as `8,000 km`, `4,971 mi` or `4,320 nmi`.

    Parameters
    ----------
    length_km
        Length in kilometres, not negative.
    units
        A key of `KM_PER_UNIT`.
    """
    return f"{length_km / KM_PER_UNIT[units]:,.0f} {units}"


def format_people(people: int, lang: str = "en") -> str:
    """Return a head count in words, such as `1.4 bn`, `75 million`, `86,000` or `0`.

    In Korean the counter comes with it, and all rounding is half up: from 99,995,000 on tenths of
    100 million (`14.3억 명`, `2억 명`), from 999,500 on whole ten thousands (`2,300만 명`), from
    10,000 on tenths of ten thousand (`8.6만 명`, `2만 명`), below that each person (`9,876명`).
    """
    if lang == "ko":
        return _format_people_ko(people)
    if people >= 999_500_000:
        return f"{people / 1e9:.1f} bn"
    if people >= 999_500:
        return f"{people / 1e6:.0f} million"
    return f"{round(people, -3) if people >= 10_000 else people:,}"


def _format_people_ko(people: int) -> str:
    if people >= 99_995_000:
        return f"{_tenths((people + 5_000_000) // 10_000_000)}억 명"
    if people >= 999_500:
        return f"{(people + 5_000) // 10_000:,}만 명"
    if people >= 10_000:
        return f"{_tenths((people + 500) // 1_000)}만 명"
    return f"{people:,}명"


def _tenths(count: int) -> str:
    """Return 143 as `14.3`, and 20 as `2`."""
    whole, tenth = divmod(count, 10)
    return f"{whole:,}.{tenth}" if tenth else f"{whole:,}"
