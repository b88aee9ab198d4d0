"""All test flights as JSON for the browser, sent once; it finds itself which ones a scene shows."""

from __future__ import annotations

from geo.jsonobject import Json
from geo.reach import flight_label, type_doubt
from geo.records import Catalog, Flight, drawn_report, extent_km, is_floor, look_of, reports_differ


def flights_json(catalog: Catalog) -> Json:
    """Return flights by date, with missiles and sources apart, as most stand in several rows."""
    sources = list(
        dict.fromkeys(report.source for flight in catalog.flights for report in flight.reports)
    )
    flown = {flight.missile_id for flight in catalog.flights}
    numbers = {source: index for index, source in enumerate(sources)}
    return {
        "missiles": {each.id: each.name for each in catalog.missiles if each.id in flown},
        "sources": [{"name": source.name, "url": source.url} for source in sources],
        "flights": [
            {
                **_flight(flight, catalog),
                "reports": [
                    {
                        "apogee": report.apogee_km,
                        "floor": report.apogee_is_floor,
                        "km": report.range_flown_km,
                        "min": report.flight_time_min,
                        "by": report.reported_by,
                        "notes": report.notes,
                        "source": numbers[report.source],
                    }
                    for report in flight.reports
                ],
            }
            for flight in catalog.flights
        ],
    }


def _flight(flight: Flight, catalog: Catalog) -> Json:
    report = drawn_report(flight)
    return {
        "id": flight.id,
        "date": flight.date,
        "missile": flight.missile_id,
        "site": flight.site_id,
        "look": look_of(flight),
        "floor": is_floor(flight),
        "way": [flight.azimuth_deg, report.range_flown_km] if report else None,
        "label": flight_label(flight, catalog),
        "extent": extent_km(flight),
        "path": flight.trajectory_words,
        "outcome": flight.outcome_words,
        "doubt": type_doubt(flight, catalog.lang),
        "differ": reports_differ(flight),
    }
