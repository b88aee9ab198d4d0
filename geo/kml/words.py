"""Names and descriptions in the KML: of a view, its rings, sites and places, in its
language and units.
"""

from __future__ import annotations

from geo import facts
from geo.kml.elements import About
from geo.kml.placewords import position_text
from geo.link import Ring, Role, View, missile_of
from geo.reach import (
    edge_said,
    finding_of,
    flight_lines,
    flight_name,
    range_text,
    records_text,
    ring_name,
    spread_sentences,
    title_of,
    turning_sentence,
    whose,
)
from geo.records import Flight, whole_record
from geo.words import attribution, format_date, format_length, say


def folder_names(lang: str) -> dict[str, str]:
    """Return the names of the folders; those of places by their layer."""
    tell = say(lang)
    return {
        "rings": tell("Range rings"),
        "fill": tell("Fill"),
        "sites": tell("Launch sites"),
        "centers": tell("Centres of rings"),
        "sectors": tell("Radar sectors"),
        "circles": tell("Ranges of interceptors"),
        "tests": tell("Tests"),
        **{layer.id: tell(layer.folder or layer.name) for layer in facts.PLACE_LAYERS},
    }


def about_view(view: View, link: str) -> About:
    """Return what the whole file shows, and the link that opens it in Reachmap."""
    tell = view.tell
    lines = [attribution(view.lang)]
    if view.scenario.date:
        date = format_date(view.scenario.date.isoformat(), view.lang)
        lines.append(tell("As of {date}: what stood on that day.", date=date))
    return About(title_of(view), (finding_of(view), *lines, tell("The same view, live:")), link)


def about_ring(ring: Ring, view: View) -> About:
    """Return who claims a ring, when, and where that was printed."""
    tell = view.tell
    assumed = tell(
        "An assumption, not a prediction: what lies within {range} of {site}.",
        range=range_text(ring, view),
        site=view.site_name(ring),
    )
    name = ring_name(ring, view)
    fits = " ".join(filter(None, (turning_sentence(ring, view), spread_sentences(ring, view))))
    told = whose(ring, view.catalog)
    claim = told.claim
    if claim is None:
        who = told.shown or tell("own assumption")
        said = tell("Said by: {who}", who=who)
        if told.kind == "words":
            said = tell("Label: {who}", who=who)
        source = tell("Source: no published source named in this view")
        if told.source:
            source = tell("Source: {source}", source=told.source.name)
        known = records_text(ring, view)
        url = told.source.url if told.source else None
        return About(name, tuple(filter(None, (assumed, fits, said, source, known))), url or "")
    date = format_date(claim.claim_date, view.lang) or tell("not known")
    missile = missile_of(claim, view.catalog).name
    lines = (
        assumed,
        tell("Claimed by: {who}", who=claim.claimed_by),
        tell("Date: {date}", date=date),
        tell("Missile: {missile}", missile=missile),
        claim.context,
        tell("Source: {source}", source=claim.source.name),
        whole_record(claim, view.lang),
    )
    return About(name, tuple(filter(None, lines)), claim.source.url or "")


def edge_name(role: Role, range_km: float, ring: Ring, view: View) -> str:
    """Return the name of one outline of a ring."""
    length, tell = format_length(range_km, view.units, view.lang), view.tell
    if ring.report or ring.rotating:
        length = edge_said(ring, range_km, view)
    roles = {"low": tell("Low"), "best": tell("Best"), "high": tell("High")}
    return length if len(ring.edges) == 1 else f"{roles[role]}: {length}"


def about_envelope(ring: Ring, sites: int, view: View) -> About:
    """Return what the outline around all sites means."""
    tell = view.tell
    line = tell.plural(
        "Within {range} of the one known launch site. An assumption, not a prediction.",
        "Within {range} of whichever of {n} known launch sites is nearest, as a mobile launcher "
        "might be. An assumption, not a prediction.",
        range=format_length(ring.limit_km, view.units, view.lang),
        n=sites,
    )
    turned = tell("This outline leaves the Earth's rotation out.") if ring.rotating else ""
    return About(tell("Any known launch site"), tuple(filter(None, (line, turned))))


def about_site(ring: Ring, view: View) -> About:
    """Return what is known of the site where a ring starts, and which rings start there."""
    tell = view.tell
    starts = rings_here(ring, view)
    known = view.catalog.site(ring.site)
    if known is None:
        return About(ring.site, (tell("A point that someone typed."), *starts))
    used = format_date(known.first_used or "", view.lang)
    unused = tell("First launch on record from here: {date}, after this day.", date=used)
    lines = (
        tell("Launch site ({kind})", kind=known.kind_words),
        unused if view.is_unused(known) else "",
        "" if view.day else known.notes,
        position_text(known.lat, known.lon, known.precision_km, view.lang),
        *starts,
        tell("Source: {source}", source=known.source.name),
    )
    return About(known.name, tuple(filter(None, lines)), known.source.url or "")


def rings_here(ring: Ring, view: View) -> list[str]:
    """Return the rings that start where a ring does, a line each."""
    here = [each for _, each in view.shown_rings if each.point == ring.point]
    return [view.tell("Range ring: {ring}", ring=ring_name(each, view)) for each in here]


def about_flight(flight: Flight, view: View, lab_link: str) -> About:
    """Return what was reported of a flight, and the address that opens it in the lab."""
    urls = dict.fromkeys(report.source.url or "" for report in flight.reports)
    lines = (*flight_lines(flight, view), *filter(None, urls), view.tell("Open in the lab:"))
    data = {"id": flight.id, "date": flight.date, "missile": flight.missile_id}
    return About(flight_name(flight, view), lines, lab_link, data)
