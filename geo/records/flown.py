"""What the reports of a test flight say together: how it is drawn, and whether they agree."""

from __future__ import annotations

from typing import Final

from geo.records.flights import Flight, FlightReport

_FAILURE: Final = "failure"
_APART: Final = 1.1  # values a tenth apart are no roundings of one another


def look_of(flight: Flight) -> str:
    """Return the id of how a flight is drawn (geo/facts/flights.py)."""
    if flight.outcome == _FAILURE:
        return "failed"
    return "lofted" if flight.trajectory == "lofted" else "flown"


def drawn_report(flight: Flight) -> FlightReport | None:
    """Return the report by which a flight is drawn as a line: the first that says how far it flew.

    None where nobody says so, or which way: then it is a mark at its site.
    """
    if flight.azimuth_deg is None or not flight.site_id:
        return None
    return next((report for report in flight.reports if report.range_flown_km), None)


def is_floor(flight: Flight) -> bool:
    """Return whether all that is known of the apogee is what it was above."""
    said = [report.apogee_is_floor for report in flight.reports if report.apogee_km is not None]
    return bool(said) and all(said)


def extent_km(flight: Flight) -> float:
    """Return how high or how far a flight went, whichever is more, by the report that says most.

    0 where no report has a number. By it a map chooses which flights to name, nothing else.
    """
    said = [(report.apogee_km, report.range_flown_km) for report in flight.reports]
    return max((km for pair in said for km in pair if km is not None), default=0.0)


def reports_differ(flight: Flight) -> bool:
    """Return whether what was printed of apogee or distance is more than rounding apart.

    A floor agrees with whatever is above it.
    """
    apogees = [
        report.apogee_km
        for report in flight.reports
        if report.apogee_km and not report.apogee_is_floor
    ]
    ranges = [report.range_flown_km for report in flight.reports if report.range_flown_km]
    return any(max(each) > _APART * min(each) for each in (apogees, ranges) if each)
