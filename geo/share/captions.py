"""Captions of a picture: title, date, who claims what, sources and caveat."""

from __future__ import annotations

from dataclasses import dataclass

from geo.facts import PLACE_LAYERS, Reach
from geo.link import View
from geo.reach import (
    quoted_claim,
    range_said,
    range_text,
    state_words,
    statement_of,
    who_says,
)
from geo.words import format_date


@dataclass(frozen=True, slots=True)
class RingRow:
    """A line of the legend: which ring, its range, who says so."""

    index: int
    range: str
    claim: str
    statement: str = ""


def title(view: View) -> str:
    """Return what a picture shows, in one line."""
    rings, tell = [ring for _, ring in view.shown_rings], view.tell
    if view.scenario.title:
        return view.scenario.title
    if not rings:
        return tell("No ring is shown.")
    sites = {ring.site: view.short_site_name(ring) for ring in rings}
    site = next(iter(sites.values()))
    if len(rings) == 1:
        within = range_text(rings[0], view)
        return tell("Within {range} of {site}", range=within, site=site)
    if len(sites) > 1:
        return tell.plural("1 range assumption", "{n} range assumptions", n=len(rings))
    return tell.plural(
        "1 range assumption from {site}",
        "{n} range assumptions from {site}",
        n=len(rings),
        site=site,
    )


def subtitle(view: View) -> str:
    """Return which missiles the claims are about, and of which day the map is."""
    names = {missile.id: missile.name for missile in view.catalog.missiles}
    claims = [quoted_claim(ring, view.catalog) for _, ring in view.shown_rings]
    missiles = list(dict.fromkeys(names[claim.missile_id] for claim in claims if claim))
    said = f"{', '.join(missiles[:3])}. " if missiles else ""
    tell = view.tell
    day = tell("All dates")
    if view.scenario.date:
        date = format_date(view.scenario.date.isoformat(), view.lang)
        day = tell("As of {date}", date=date)
    return said + tell("Who would be inside, if the claim were true. {day}.", day=day)


def ring_rows(view: View) -> list[RingRow]:
    """Return one line per ring; the site in it only where rings start at several."""
    several = len({ring.site for _, ring in view.shown_rings}) > 1
    tell, rows = view.tell, []
    for index, ring in view.shown_rings:
        claim = who_says(ring, view.catalog)
        if several:
            site = view.short_site_name(ring)
            claim = tell("{said}, from {site}", said=claim, site=site)
        statement = statement_of(ring, view.catalog)
        rows.append(RingRow(index, range_said(ring, view), claim, statement))
    return rows


def common_site(view: View) -> str:
    """Return `from SITE` when all rings start at one, else nothing."""
    names = {view.site_name(ring) for _, ring in view.shown_rings}
    if len(names) != 1:
        return ""
    return view.tell("from {site}", site=next(iter(names)))


def symbol_rows(view: View) -> list[tuple[str, Reach, str]]:
    """Return what the symbols on the map mean: layer, state, words."""
    tell = view.tell
    shown = [layer for layer in PLACE_LAYERS if view.shows(layer.id)]
    rows: list[tuple[str, Reach, str]] = [("site", "in", tell("Launch site"))]
    rows += [(layer.id, "in", tell(layer.legend)) for layer in shown]
    if shown:
        banded = any(ring.low_km is not None for _, ring in view.shown_rings)
        states = state_words(view.lang)
        rows += [
            (shown[0].id, state, states[state]) for state in states if state != "band" or banded
        ]
    return rows
