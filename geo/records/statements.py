"""Kinds of statement about a range: a value, a floor, a ceiling, the name of a class and so on.

A claim is stored as what it is: a floor has a low end alone, a ceiling a high end alone. Its ring
is drawn at the number that was given; the words here, and short marks on the ring (a floor has
them outside, a ceiling inside), say what that number is. The browser has the same words
(ui/web/scene/ringwords.js); a browser test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from geo.records.kinds import Claim
from geo.words import Say, format_number, format_published

Ends = tuple[float | None, float | None]

_EN_DASH: Final = "\u2013"


def _has_one_value(ends: Ends) -> bool:
    return ends[0] is not None and ends[0] == ends[1]


def _has_two_ends(ends: Ends) -> bool:
    return ends[0] is not None and ends[1] is not None and ends[0] < ends[1]


def _is_floor(ends: Ends) -> bool:
    return ends[0] is not None and ends[1] is None


def _is_ceiling(ends: Ends) -> bool:
    return ends[0] is None and ends[1] is not None


# By statement: whether a low and a high end can be that, and the ends it takes, in words.
SHAPES: Final[dict[str, tuple[Callable[[Ends], bool], str]]] = {
    "value": (_has_one_value, "the same number at both ends"),
    "about": (_has_one_value, "the same number at both ends"),
    "span": (_has_two_ends, "a low end and a higher one"),
    "class": (_has_two_ends, "a low end and a higher one"),
    "floor": (_is_floor, "a low end alone"),
    "ceiling": (_is_ceiling, "a high end alone"),
    "flown": (lambda ends: _has_one_value(ends) or _has_two_ends(ends), "both ends"),
}
# Likewise of a radar, of which something may be said without any range.
RADAR_SHAPES: Final = {
    **{name: SHAPES[name] for name in ("value", "span", "floor", "ceiling")},
    "none": (lambda ends: ends == (None, None), "no ends"),
}


def worded(statement: str, length: str, tell: Say) -> str:
    """Return a length as it was said: `at least 5,500 km`, `up to 8,000 km`, `about 6,700 km`."""
    if statement == "floor":
        return tell("at least {length}", length=length)
    if statement == "ceiling":
        return tell("up to {length}", length=length)
    if statement == "about":
        return tell("about {length}", length=length)
    return tell("{length} flown", length=length) if statement == "flown" else length


def named(statement: str, who: str, tell: Say) -> str:
    """Return who says so with what it is that they say: `experts via Yonhap: a ceiling`."""
    if statement == "floor":
        return tell("{who}: a floor", who=who)
    if statement == "ceiling":
        return tell("{who}: a ceiling", who=who)
    return tell("{who}: distance flown", who=who) if statement == "flown" else who


def original(claim: Claim, lang: str) -> str:
    """Return the number as it was given, such as `3,500 mi`; "" where that is in kilometres."""
    ends = dict.fromkeys(format_number(end, lang) for end in claim.record.stated if end is not None)
    return f"{_EN_DASH.join(ends)} {claim.record.unit}" if ends else ""


def ends_said(claim: Claim, units: str, lang: str) -> list[str]:
    """Return the numbers of a claim in `units`, without them, the low one first.

    They are as they were given if that was in `units`, else as round as that (format_published).
    """
    record = claim.record
    if record.unit == units and any(end is not None for end in record.stated):
        ends = [format_number(end, lang) for end in record.stated if end is not None]
    else:
        kms = (claim.range_km_low, claim.range_km_high)
        told = [format_published(km, units, lang) for km in kms if km is not None]
        ends = [length.removesuffix(f" {units}") for length in told]
    return list(dict.fromkeys(ends))


def claimed_text(claim: Claim, units: str, tell: Say) -> str:
    """Return the range of a claim as it was said, in `units`, for a sentence of its own."""
    length = f"{_EN_DASH.join(ends_said(claim, units, tell.lang))} {units}"
    if claim.statement == "class":
        return tell("a class that the Pentagon defines as {length}", length=length)
    return worded(claim.statement, length, tell)
