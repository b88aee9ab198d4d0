"""Dates as people read them; in the data they are text, as precise as their source."""

from __future__ import annotations


def format_date(date: str, lang: str) -> str:
    """Return `2017-07-04` as it is in English, and as `2017년 7월 4일` in Korean.

    Parameters
    ----------
    date
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing stays nothing.
    """
    if lang != "ko" or not date:
        return date
    parts = [f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "년월일", strict=False)]
    return " ".join(parts)
