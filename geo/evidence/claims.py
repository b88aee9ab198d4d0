"""All claims about one missile on one axis: who, when, how far, and what was said exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.facts import RANGE_CLASSES
from geo.records import Catalog, Claim, Missile, ends_said, printed_from, worded
from geo.words import KM_PER_UNIT, say

_EN_DASH: Final = "\u2013"
_ROOM: Final = 1.12  # of the axis beyond the farthest number: the arrow of a floor needs some


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as a line of the chart, lengths in the reader's units.

    `low` and `high` are the ends; a floor has a low one alone, a ceiling a high one. `said` is the
    range as it was said, `who` the claimant without the missile's name, `day` as precise as known.
    """

    claim: Claim
    who: str
    said: str
    day: str
    low: float | None
    high: float | None

    @property
    def first(self) -> float:
        """Where its drawing begins on the axis."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def last(self) -> float:
        """Where its drawing ends."""
        return self.high if self.high is not None else self.first


@dataclass(frozen=True, slots=True)
class Band:
    """A class of ranges as far as the axis shows it, in the reader's units."""

    id: str
    low: float
    high: float


def claimed_missiles(catalog: Catalog) -> tuple[tuple[Missile, int], ...]:
    """Return the missiles of which anybody claims a range, each with the number of claims."""
    counted = [
        (missile, sum(claim.missile_id == missile.id for claim in catalog.claims))
        for missile in catalog.missiles
    ]
    return tuple((missile, count) for missile, count in counted if count)


def claim_lines(missile: Missile, catalog: Catalog, units: str) -> tuple[ClaimLine, ...]:
    """Return the claims about a missile, the earliest first; of one day as the data have them.

    One of `1998` alone stands where the map of a day has it: on the last day that it may mean.
    """
    claims = [claim for claim in catalog.claims if claim.missile_id == missile.id]
    claims.sort(key=printed_from)
    return tuple(_line(claim, missile, units, catalog.lang) for claim in claims)


def class_bands(lines: tuple[ClaimLine, ...], units: str) -> tuple[Band, ...]:
    """Return the classes behind some claims; the last one ends where the axis does."""
    end = _ROOM * max(line.last for line in lines)
    starts = [each.from_km / KM_PER_UNIT[units] for each in RANGE_CLASSES]
    ends = [*starts[1:], end]
    rows = zip(RANGE_CLASSES, starts, ends, strict=True)
    return tuple(
        Band(each.id, low, end if high > end else high) for each, low, high in rows if low < end
    )


def _line(claim: Claim, missile: Missile, units: str, lang: str) -> ClaimLine:
    per_unit = KM_PER_UNIT[units]
    low, high = (
        km if km is None else km / per_unit for km in (claim.range_km_low, claim.range_km_high)
    )
    who = claim.said_by.removeprefix(f"{missile.name}, ").removeprefix(f"{missile.name} ")
    return ClaimLine(claim, who, said_of(claim, units, lang), claim.claim_date, low, high)


def said_of(claim: Claim, units: str, lang: str) -> str:
    """Return the range of a claim as it was said, short enough for a chart."""
    tell = say(lang)
    length = f"{_EN_DASH.join(ends_said(claim, units, lang))} {units}"
    if claim.statement == "class":
        return tell("{length}, by the class", length=length)
    return worded(claim.statement, length, tell)
