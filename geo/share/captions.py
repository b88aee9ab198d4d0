"""Captions of a picture: title, date, who claims what, sources and caveat."""

from __future__ import annotations

from dataclasses import dataclass

from geo.link import Reach, Scenario
from geo.reach import (
    quoted_claim,
    range_said,
    range_text,
    short_name,
    site_name,
    state_words,
    statement_of,
    who_says,
)
from geo.records import Catalog
from geo.words import format_date, say


@dataclass(frozen=True, slots=True)
class RingRow:
    """A line of the legend: which ring, its range, who says so."""

    index: int
    range: str
    claim: str
    statement: str = ""


def title(scenario: Scenario, catalog: Catalog) -> str:
    """Return what a picture shows, in one line."""
    rings, tell = scenario.rings, say(scenario.lang)
    sites = {ring.site: short_name(site_name(ring, catalog)) for ring in rings}
    site = next(iter(sites.values()))
    if len(rings) == 1:
        within = range_text(rings[0], scenario.units)
        return tell("Within {range} of {site}", range=within, site=site)
    if len(sites) > 1:
        return tell("{count} range assumptions", count=len(rings))
    return tell("{count} range assumptions from {site}", count=len(rings), site=site)


def subtitle(scenario: Scenario, catalog: Catalog) -> str:
    """Return which missiles the claims are about, and of which day the map is."""
    names = {missile.id: missile.name for missile in catalog.missiles}
    claims = [quoted_claim(ring, catalog) for ring in scenario.rings]
    missiles = list(dict.fromkeys(names[claim.missile_id] for claim in claims if claim))
    said = f"{', '.join(missiles[:3])}. " if missiles else ""
    tell = say(scenario.lang)
    day = tell("All dates")
    if scenario.date:
        date = format_date(scenario.date.isoformat(), scenario.lang)
        day = tell("As of {date}", date=date)
    return said + tell("Who would be inside, if the claim were true. {day}.", day=day)


def ring_rows(scenario: Scenario, catalog: Catalog) -> list[RingRow]:
    """Return one line per ring; the site in it only where rings start at several."""
    several = len({ring.site for ring in scenario.rings}) > 1
    rows = []
    for index, ring in enumerate(scenario.rings):
        claim = who_says(ring, catalog)
        if several:
            site = short_name(site_name(ring, catalog))
            claim = say(scenario.lang)("{said}, from {site}", said=claim, site=site)
        said = range_said(ring, scenario.units, catalog)
        rows.append(RingRow(index, said, claim, statement_of(ring, catalog)))
    return rows


def common_site(scenario: Scenario, catalog: Catalog) -> str:
    """Return `from SITE` when all rings start at one, else nothing."""
    names = {site_name(ring, catalog) for ring in scenario.rings}
    if len(names) > 1:
        return ""
    return say(scenario.lang)("from {site}", site=next(iter(names)))


def symbol_rows(scenario: Scenario) -> list[tuple[str, Reach, str]]:
    """Return what the symbols on the map mean: layer, state, words."""
    tell = say(scenario.lang)
    names = {
        "cities": tell("City, by population"),
        "bases": tell("Base"),
        "thaad": tell("THAAD, interceptors"),
        "radar": tell("Radar"),
    }
    shown = [layer for layer in names if layer in scenario.show]
    rows: list[tuple[str, Reach, str]] = [("site", "in", tell("Launch site"))]
    rows += [(layer, "in", names[layer]) for layer in shown]
    if shown:
        banded = any(ring.low_km is not None for ring in scenario.rings)
        states = state_words(scenario.lang)
        rows += [(shown[0], state, states[state]) for state in states if state != "band" or banded]
    return rows
