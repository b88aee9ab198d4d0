"""A ring as JSON for the browser, with the ranges that fit where it stands for a report."""

from __future__ import annotations

from geo.flight import Report
from geo.jsonobject import Json
from geo.link import Ring, View, fitting_ranges, lofted_text, missile_of, printed_day
from geo.reach import unfitting_minutes, whose
from geo.records import Place, original


def ring_json(ring: Ring, view: View) -> Json:
    """Return what the browser needs of a ring."""
    told = whose(ring, view.catalog)
    printed = printed_day(ring, view.catalog)
    return {
        "site": ring.site,
        "name": view.site_name(ring),
        "short": view.short_site_name(ring),
        "lat": ring.point.lat,
        "lon": ring.point.lon,
        "center": center_json(view.center(ring)),
        "low": ring.low_km,
        "best": ring.best_km,
        "high": ring.high_km,
        "spread": _spread(ring.report) if ring.report else None,
        "rotating": ring.rotating,
        "label": ring.label,
        "kind": told.kind,
        "printed": printed.isoformat() if printed else "",
        "said": told.shown,
        "statement": told.claim.statement if told.claim else "",
        "original": original(told.claim, view.lang) if told.claim else "",
        "missileName": missile_of(told.claim, view.catalog).name if told.claim else "",
        "launched": (told.claim.record.launch_date or "") if told.claim else "",
    }


def center_json(center: Place | None) -> Json | None:
    """Return what place a ring is around, with the range of its interceptors; None of a site."""
    if center is None:
        return None
    return {
        "id": center.id,
        "layer": center.layer,
        "kind": center.kind_words,
        "interceptor": center.equipment.interceptor_range_km if center.equipment else None,
        "source": {"name": center.source.name, "url": center.source.url},
    }


def _spread(report: Report) -> Json:
    """Return a report with the ranges that fit it, as ui/web/scene/spread.js reads them."""
    ranges = fitting_ranges(report)
    return {
        "text": lofted_text(report),
        "apogee": report.apogee_km,
        "distance": report.ground_range_km,
        "minutes": report.flight_time_min,
        "unfitting": unfitting_minutes(report),
        "km": ranges.km,
        "limited": ranges.limited_percent,
    }
