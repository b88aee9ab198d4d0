"""How claims stand to one another: by id, and those on the same launch."""

from __future__ import annotations

from geo.records import Catalog, Claim, Flight, printed_from


def with_id(claim_id: str, catalog: Catalog) -> Claim | None:
    """Return the claim with this id, or None."""
    return next((claim for claim in catalog.claims if claim.id == claim_id), None)


def flight_of(claim: Claim, catalog: Catalog) -> Flight | None:
    """Return the flight that a claim speaks of, by missile and day in Korea, or None."""
    day, missile = claim.record.launch_date, claim.missile_id
    found = (each for each in catalog.flights if each.date == day and each.missile_id == missile)
    return next(found, None) if day else None


def of_same_launch(claim: Claim, catalog: Catalog) -> tuple[Claim, ...]:
    """Return the other claims on the same missile's launch of the same day, the earliest first.

    Of a claim that speaks of no launch these are the others on its missile that speak of none.
    """
    others = [
        other
        for other in catalog.claims
        if other is not claim
        and other.missile_id == claim.missile_id
        and other.record.launch_date == claim.record.launch_date
    ]
    return tuple(sorted(others, key=printed_from))
