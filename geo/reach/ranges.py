"""The range of a ring in words: a published number as round as it was published, others exact.

The browser says the same (ui/web/scene/ringwords.js); a browser test holds the two together.
"""

from __future__ import annotations

from geo.facts import MAX_RANGE_KM
from geo.link import Ring, View
from geo.reach.quotes import whose
from geo.reach.shares import fitting_text
from geo.records import ends_said, named, worded
from geo.words import format_length, format_published


def is_unlimited(ring: Ring) -> bool:
    """Return whether what fits the report of a ring goes beyond all places: "no limit"."""
    return ring.report is not None and ring.limit_km == MAX_RANGE_KM


def edge_text(ring: Ring, range_km: float, view: View) -> str:
    """Return the range of one edge of a ring, such as `8,000 km`.

    Where a ring stands for a published number this is as exact as that: as it was given, or as
    format_published turns it into other units. One's own number is exact; what fits a report
    is as round as such a spread deserves.
    """
    if ring.report:
        return fitting_text(range_km, view)
    units, lang, told = view.units, view.lang, whose(ring, view.catalog)
    if told.claim:
        ends = ends_said(told.claim, units, lang)
        return f"{ends[0 if range_km == ring.low_km else -1]} {units}"
    told_as = format_published if told.kind == "best" else format_length
    return told_as(range_km, units, lang)


def edge_said(ring: Ring, range_km: float, view: View) -> str:
    """Return the range of one edge, and whether it takes in the Earth's rotation."""
    return _turned(edge_text(ring, range_km, view), ring, view)


def _turned(text: str, ring: Ring, view: View) -> str:
    """Return the words of a range: that without rotation, to which the curve drawn adds it."""
    return view.tell("{range} \u00b1 Earth's rotation", range=text) if ring.rotating else text


def marked(text: str, ring: Ring) -> str:
    """Return a range where words have no room: with rotation, a sign says that it is no radius."""
    return f"{text} \u00b1" if ring.rotating else text


def range_text(ring: Ring, view: View) -> str:
    """Return such as `8,000 km`, or `3,000-5,500 km` with an en dash; with rotation, it says so."""
    return _turned(_bare_range(ring, view), ring, view)


def _bare_range(ring: Ring, view: View) -> str:
    low, high = (edge_text(ring, km, view) for km in (ring.sure_km, ring.limit_km))
    if ring.low_km is None:
        return high
    if is_unlimited(ring):
        return view.tell("{range} to no limit", range=low)
    return f"{low.removesuffix(f' {view.units}')}\u2013{high}"


def range_said(ring: Ring, view: View) -> str:
    """Return the range as whoever claims it said it, such as `up to 8,000 km`."""
    claim, text = whose(ring, view.catalog).claim, range_text(ring, view)
    return worded(claim.statement, text, view.tell) if claim else text


def range_about(ring: Ring, view: View) -> str:
    """Return the range as it stands after "within": `about 6,700 km`, but no floor or ceiling."""
    claim = whose(ring, view.catalog).claim
    is_about = claim is not None and claim.statement == "about"
    return range_said(ring, view) if is_about else range_text(ring, view)


def ring_name(ring: Ring, view: View) -> str:
    """Return such as `8,000 km (experts via Yonhap: a ceiling)` or `3,000-5,500 km`.

    It stands after "within", so a floor or a ceiling is told behind the name.
    """
    text, told = range_about(ring, view), whose(ring, view.catalog)
    if not told.claim:
        return f"{text} ({told.shown})" if told.shown else text
    return f"{text} ({named(told.claim.statement, told.shown, view.tell)})"
