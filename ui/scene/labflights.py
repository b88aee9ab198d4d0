"""Flights and what was reported of them as JSON for the browser, newest first."""

from __future__ import annotations

from geo.jsonobject import Json
from geo.records import NO_RANGE, Catalog, Flight, FlightReport
from geo.words import say


def lab_flights_json(catalog: Catalog) -> list[Json]:
    """Return all flights; names and notes are in the catalog's language."""
    return [_flight(flight, catalog) for flight in reversed(catalog.flights)]


def _flight(flight: Flight, catalog: Catalog) -> Json:
    site = catalog.site(flight.site_id) if flight.site_id else None
    return {
        "id": flight.id,
        "date": flight.date,
        "missile": flight.missile_id,
        "missile_name": _missile_name(flight.missile_id, catalog),
        "site": flight.site_id,
        "site_name": site.short_name if site else "",
        "lat": site.lat if site else None,
        "reports": [_report(report, catalog) for report in flight.reports],
    }


def _missile_name(missile_id: str, catalog: Catalog) -> str:
    missile = catalog.missile(missile_id)
    return missile.name if missile else ""


def _report(report: FlightReport, catalog: Catalog) -> Json:
    because = report.no_range_because
    return {
        "id": report.id,
        "apogee": report.apogee_km,
        "apogee_text": report.apogee_text,
        "is_floor": report.apogee_is_floor,
        "distance": report.range_flown_km,
        "minutes": report.flight_time_min,
        "said_by": report.reported_by,
        "no_range": because,
        "no_range_words": say(catalog.lang)(NO_RANGE[because]) if because else "",
        "notes": report.notes,
        "source": {"name": report.source.name, "url": report.source.url},
    }
