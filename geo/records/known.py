"""What was known on a day: the one rule for all that the map of a day shows of sayings and flights.

A date that is known as a month or a year alone counts from its last day on: on any day before it
nobody can say that it had come. What has no date is on no map of a day. A claim about a launch is
not older than that launch, whose day is Korea's; printed in America it may bear the day before.
Batteries and radars have a rule of their own (geo/records/standing.py).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.records.kinds import Claim, Missile

NEVER: Final = dt.date.max  # of what has no day


@dataclass(frozen=True, slots=True)
class Known:
    """The range of a missile as known on a day.

    `claim` is the first one that gave it; None where nothing was printed by then, and the figure
    of today, the missile's own, stands in.
    """

    missile: Missile
    km: float
    claim: Claim | None


@lru_cache(maxsize=1024)  # of the dates of data/, which a timeline asks for again each day
def known_from(date_text: str | None) -> dt.date:
    """Return the first day on which something of this date is known to have been: its last one."""
    if not date_text:
        return NEVER
    year, month, day = (*(int(part) for part in date_text.split("-")), 0, 0)[:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def is_known_on(date_text: str | None, day: dt.date) -> bool:
    """Return whether what is dated `YYYY`, `YYYY-MM` or `YYYY-MM-DD` had been by the end of a day.

    Without a date nobody knows, and it had not.
    """
    return known_from(date_text) <= day


def printed_from(claim: Claim) -> dt.date:
    """Return the first day on which a claim is known to have been printed."""
    launched = claim.record.launch_date
    return max(known_from(claim.claim_date), known_from(launched) if launched else dt.date.min)


def is_printed_on(claim: Claim, day: dt.date | None) -> bool:
    """Return whether a claim had been printed by a day; without a day, all have been."""
    return day is None or printed_from(claim) <= day


def figure_km(claim: Claim) -> float:
    """Return the farthest range that a claim names, km: the high end, of a floor the low one."""
    value = claim.range_km_high if claim.range_km_high is not None else claim.range_km_low
    assert value is not None  # noqa: S101  # the reader of claims.csv guarantees it
    return value


def known_by(missile: Missile, claims: Iterable[Claim], day: dt.date) -> Known | None:
    """Return the best known range of a missile as of a day, None where none was known.

    It is the figure that most claims printed by then share, of several such figures the farthest;
    a class names no figure. `claims` are all claims of the data: what flew before the first of
    them has today's figure until one of its own was printed.
    """
    every = list(claims)
    mine = sorted(
        (
            claim
            for claim in every
            if claim.missile_id == missile.id
            and claim.statement != "class"
            and is_printed_on(claim, day)
        ),
        key=printed_from,
    )
    if mine:
        counted = Counter(map(figure_km, mine))
        km = max(counted, key=lambda each: (counted[each], each))
        return Known(missile, km, next(claim for claim in mine if figure_km(claim) == km))
    km_today = missile.range_km_best
    if km_today is None or not _flew_before_claims(missile, every):
        return None
    return Known(missile, km_today, None) if is_known_on(missile.first_flight, day) else None


def best_known_from(missile: Missile, best_km: float, claims: Iterable[Claim]) -> dt.date:
    """Return the first day on which a missile's figure of today, km, had been published.

    That is when the first claim with this number was printed; `NEVER` where none has it.
    """
    every = list(claims)
    mine = [claim for claim in every if claim.missile_id == missile.id]
    ends = [(claim, (claim.range_km_low, claim.range_km_high)) for claim in mine]
    first = min((printed_from(claim) for claim, kms in ends if best_km in kms), default=NEVER)
    if _flew_before_claims(missile, every) and best_km == missile.range_km_best:
        return min(first, known_from(missile.first_flight))
    return first


def _flew_before_claims(missile: Missile, claims: list[Claim]) -> bool:
    flown = known_from(missile.first_flight)
    return flown != NEVER and flown < min(map(printed_from, claims), default=dt.date.min)
