"""Admission to a class: pupils' browsers before sockets of which one script can open many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from ui.rooms.limits import Limits
from ui.rooms.member import Member


class Seat(NamedTuple):
    """A seat that may be taken, and who has to leave it."""

    gives_way: Member | None = None


def find_seat(followers: Collection[Member], newcomer: Member, limits: Limits) -> Seat | None:
    """Return a seat for a newcomer, None if the class is full; `followers`: the oldest first.

    A browser's oldest socket gives way to its fourth: most often it is a dead one. In a full class
    whoever has a ticket takes the newest seat without one, then the second of another ticket, then
    one of tickets that were all issued at once, as a script gets them. Each such move makes the
    largest cohort smaller, so people in a class that is really full do not play musical chairs.
    """
    ticket = newcomer.visitor.ticket
    if ticket:
        own = [each for each in followers if each.visitor.ticket == ticket]
        if len(own) >= limits.room_ticket_sockets:
            return Seat(own[0])
    if len(followers) < limits.room_followers:
        return Seat()
    given_way = _dispensable(list(followers), newcomer, limits) if ticket else None
    return Seat(given_way) if given_way else None


def _dispensable(followers: list[Member], newcomer: Member, limits: Limits) -> Member | None:
    newest_first = followers[::-1]
    bare = (each for each in newest_first if not each.visitor.ticket)
    sockets = Counter(each.visitor.ticket for each in followers)
    doubled = (each for each in newest_first if sockets[each.visitor.ticket] > 1)
    cohorts = Counter(each.visitor.cohort for each in followers)
    largest = max(cohorts, key=cohorts.__getitem__, default="")
    is_crowd = cohorts[largest] > max(limits.room_cohort, cohorts[newcomer.visitor.cohort] + 1)
    crowd = (each for each in newest_first if is_crowd and each.visitor.cohort == largest)
    return next(bare, None) or next(doubled, None) or next(crowd, None)
