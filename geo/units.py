"""Units of length as people read them. Inside geo/ everything is kilometres."""

from __future__ import annotations

from typing import Final

from geo.constants import KM_PER_MILE, KM_PER_NAUTICAL_MILE

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


def format_people(people: int) -> str:
    """Return a head count in words, such as `1.4 bn`, `75 million`, `86,000` or `0`."""
    if people >= 999_500_000:
        return f"{people / 1e9:.1f} bn"
    if people >= 999_500:
        return f"{people / 1e6:.0f} million"
    return f"{round(people, -3) if people >= 10_000 else people:,}"
