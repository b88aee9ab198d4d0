"""What a picture says in words: title, date, who claims what, sources and caveat."""

from __future__ import annotations

from dataclasses import dataclass

from geo.catalog import Catalog
from geo.quotes import quoted_claim, who_says
from geo.scenario import Reach, Scenario
from geo.summary import range_text, short_name, site_name

_LAYER_NAMES = {
    "cities": "City, by population",
    "bases": "Base",
    "thaad": "THAAD, interceptors",
    "radar": "Radar",
}
_STATES: tuple[tuple[Reach, str], ...] = (
    ("in", "inside"),
    ("band", "in the band"),
    ("out", "outside"),
)


@dataclass(frozen=True, slots=True)
class RingRow:
    """A line of the legend: which ring, its range, who says so."""

    index: int
    range: str
    claim: str


def title(scenario: Scenario, catalog: Catalog) -> str:
    """Return what a picture shows, in one line."""
    rings = scenario.rings
    sites = {ring.site: short_name(site_name(ring, catalog)) for ring in rings}
    place = f" from {next(iter(sites.values()))}" if len(sites) == 1 else ""
    if len(rings) == 1:
        return f"Within {range_text(rings[0], scenario.units)} of {next(iter(sites.values()))}"
    return f"{len(rings)} range assumptions{place}"


def subtitle(scenario: Scenario, catalog: Catalog) -> str:
    """Return which missiles the claims are about, and of which day the map is."""
    names = {missile.id: missile.name for missile in catalog.missiles}
    claims = [quoted_claim(ring, catalog) for ring in scenario.rings]
    missiles = list(dict.fromkeys(names[claim.missile_id] for claim in claims if claim))
    said = f"{', '.join(missiles[:3])}. " if missiles else ""
    as_of = f"As of {scenario.date.isoformat()}" if scenario.date else "All dates"
    return f"{said}Who would be inside, if the claim were true. {as_of}."


def ring_rows(scenario: Scenario, catalog: Catalog) -> list[RingRow]:
    """Return one line per ring; the site in it only where rings start at several."""
    several = len({ring.site for ring in scenario.rings}) > 1
    rows = []
    for index, ring in enumerate(scenario.rings):
        where = f", from {short_name(site_name(ring, catalog))}" if several else ""
        claim = f"{who_says(ring, catalog)}{where}"
        rows.append(RingRow(index, range_text(ring, scenario.units), claim))
    return rows


def common_site(scenario: Scenario, catalog: Catalog) -> str:
    """Return `from SITE` when all rings start at one, else nothing."""
    names = {site_name(ring, catalog) for ring in scenario.rings}
    return f"from {next(iter(names))}" if len(names) == 1 else ""


def symbol_rows(scenario: Scenario) -> list[tuple[str, Reach, str]]:
    """Return what the symbols on the map mean: layer, state, words."""
    shown = [layer for layer in _LAYER_NAMES if layer in scenario.show]
    rows: list[tuple[str, Reach, str]] = [("site", "in", "Launch site")]
    rows += [(layer, "in", _LAYER_NAMES[layer]) for layer in shown]
    if shown:
        banded = any(ring.low_km is not None for ring in scenario.rings)
        rows += [(shown[0], state, words) for state, words in _STATES if state != "band" or banded]
    return rows
