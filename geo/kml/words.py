"""What the KML says of a view, its rings, sites and places, in the units of the Scenario."""

from __future__ import annotations

from typing import Final

from geo.catalog import Catalog, Place
from geo.credits import ATTRIBUTION
from geo.kml.elements import About
from geo.picture.captions import title
from geo.quotes import quoted_claim
from geo.reach import STATES, ReachTable
from geo.scenario import Reach, Ring, Role, Scenario
from geo.summary import range_text, ring_name, site_name
from geo.units import format_length

_ROLES: Final[dict[Role, str]] = {"low": "Low", "best": "Best", "high": "High"}
_STATES: Final[dict[Reach, str]] = {"in": "Inside", "band": "In the band", "out": "Outside"}


def about_view(scenario: Scenario, catalog: Catalog, link: str) -> About:
    """Return what the whole file shows, and the link that opens it in Reachmap."""
    as_of = (
        (f"As of {scenario.date.isoformat()}: what stood on that day.",) if scenario.date else ()
    )
    return About(title(scenario, catalog), (ATTRIBUTION, *as_of, "The same view, live:"), link)


def about_ring(ring: Ring, scenario: Scenario, catalog: Catalog) -> About:
    """Return who claims a ring, when, and where that was printed."""
    within, site = range_text(ring, scenario.units), site_name(ring, catalog)
    assumed = f"An assumption, not a prediction: what lies within {within} of {site}."
    name = ring_name(ring, scenario.units)
    claim = quoted_claim(ring, catalog)
    if claim is None:
        said = f"Said by: {ring.label or 'own assumption'}"
        return About(name, (assumed, said, "Source: no published source named in this view"))
    missiles = [each.name for each in catalog.missiles if each.id == claim.missile_id]
    lines = (
        assumed,
        f"Claimed by: {claim.claimed_by}",
        f"Date: {claim.claim_date or 'not known'}",
        *(f"Missile: {missile}" for missile in missiles),
        claim.context,
        f"Source: {claim.source.name}",
    )
    return About(name, tuple(filter(None, lines)), claim.source.url or "")


def edge_name(role: Role, range_km: float, units: str, is_only: bool) -> str:
    """Return the name of one outline of a ring."""
    length = format_length(range_km, units)
    return length if is_only else f"{_ROLES[role]}: {length}"


def about_envelope(range_km: float, sites: int, units: str) -> About:
    """Return what the outline around all sites means."""
    lines = (
        f"Within {format_length(range_km, units)} of whichever of {sites} known launch sites is "
        "nearest, as a mobile launcher might be. An assumption, not a prediction.",
    )
    return About("Any known launch site", lines)


def about_site(ring: Ring, scenario: Scenario, catalog: Catalog) -> About:
    """Return what is known of the site where a ring starts, and which rings start there."""
    here = [each for each in scenario.rings if each.point == ring.point]
    starts = tuple(f"Range ring: {ring_name(each, scenario.units)}" for each in here)
    known = catalog.site(ring.site)
    if known is None:
        return About(ring.site, ("A point that someone typed.", *starts))
    lines = (
        f"Launch site ({known.kind.replace('_', ' ')})",
        known.notes,
        _position(known.lat, known.lon, known.precision_km),
        *starts,
        f"Source: {known.source.name}",
    )
    return About(known.name, tuple(filter(None, lines)), known.source.url or "")


def about_place(
    place: Place, row: int, table: ReachTable, scenario: Scenario, catalog: Catalog
) -> About:
    """Return the facts of a place, and how each ring reaches it; `row` is its row in the table."""
    state = STATES[int(table.states[:, row].min())]
    data = {"id": place.id, "country": place.country, "kind": place.kind, "reach": state}
    kind = f"{place.kind} base" if place.layer == "bases" else place.kind
    lines = (
        f"{kind[:1].upper()}{kind[1:]}, {place.country}",
        f"People: {place.population:,}" if place.population else "",
        f"Status: {place.status}" if place.status else "",
        f"Since: {place.deployed_from}" if place.deployed_from else "",
        f"Until: {place.deployed_to}" if place.deployed_to else "",
        place.notes,
        _position(place.lat, place.lon, place.precision_km),
        *_reach_lines(row, table, scenario, catalog),
        f"Source: {place.source.name}",
    )
    return About(place.name, tuple(filter(None, lines)), place.source.url or "", data)


def _position(lat: float, lon: float, precision_km: float) -> str:
    return f"Position: {lat:g}, {lon:g}, good to {precision_km:g} km"


def _reach_lines(
    row: int, table: ReachTable, scenario: Scenario, catalog: Catalog
) -> tuple[str, ...]:
    """Say how far the place is from each site, and then what that means for its rings."""
    lines = []
    first = {ring.point: index for index, ring in reversed(list(enumerate(scenario.rings)))}
    for point, index in sorted(first.items(), key=lambda each: each[1]):
        distance = format_length(float(table.distances_km[index, row]), scenario.units)
        lines.append(f"{distance} from {site_name(scenario.rings[index], catalog)}")
        for number, ring in enumerate(scenario.rings):
            if ring.point == point:
                words = _STATES[table.state(number, row)]
                lines.append(f"{words}: {ring_name(ring, scenario.units)}")
    return tuple(lines)
