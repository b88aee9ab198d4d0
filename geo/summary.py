"""The sentence of result: what one ring of a Scenario means, computed from the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.catalog import Catalog, Place
from geo.envelope import nearest_site_km
from geo.places import is_us_soil, known_sites, shown_places
from geo.points import LatLon
from geo.population import people_within
from geo.reach import classify, reach_table
from geo.scenario import Ring, Scenario
from geo.units import format_length, format_people

_NAMED: Final = 4  # places named in a sentence; the rest are counted
_WORDS: Final = {"in": "inside", "band": "in the band", "out": "outside"}


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences about one ring: how much is inside, and `rest`, what that means."""

    counts: str
    nearest_us: str
    newly_inside: str
    envelope: str

    @property
    def rest(self) -> str:
        """All sentences after the counts, in one line."""
        parts = (self.nearest_us, self.newly_inside, self.envelope)
        return " ".join(part for part in parts if part)


def summarize(scenario: Scenario, catalog: Catalog, active: int) -> Summary:
    """Return what the ring with index `active` means for the places shown."""
    ring = scenario.rings[active]
    places = shown_places(scenario, catalog)
    points = [place.lat for place in places], [place.lon for place in places]
    below = _next_lower(scenario, active)
    table = reach_table([ring] if below is None else [ring, below], *points)
    inside = table.states[0] == 0
    return Summary(
        counts=_counts(ring, scenario.units, places, inside, table.states[0] == 1),
        nearest_us=_nearest_us(ring, scenario.units, places, table.distances_km[0]),
        newly_inside=(
            "" if below is None else _newly(below, scenario.units, places, inside, table.states[1])
        ),
        envelope=_envelope(ring, scenario, catalog, places, table.distances_km[0]),
    )


def range_text(ring: Ring, units: str) -> str:
    """Return such as `8,000 km`, or `3,000-5,500 km` with an en dash."""
    low, high = format_length(ring.sure_km, units), format_length(ring.limit_km, units)
    return high if ring.low_km is None else f"{low.removesuffix(f' {units}')}\u2013{high}"


def ring_name(ring: Ring, units: str) -> str:
    """Return such as `8,000 km (experts via Yonhap)` or `3,000-5,500 km`."""
    text = range_text(ring, units)
    return f"{text} ({ring.label})" if ring.label else text


def site_name(ring: Ring, catalog: Catalog) -> str:
    """Return the name of a ring's launch site, or its coordinates."""
    known = catalog.site(ring.site)
    return known.name if known else ring.site


def short_name(name: str) -> str:
    """Return a name as it fits on a map: without what stands in brackets."""
    return name.split(" (", maxsplit=1)[0]


def _counts(
    ring: Ring, units: str, places: tuple[Place, ...], inside: np.ndarray, band: np.ndarray
) -> str:
    counted = [
        f"{int(inside[rows].sum())} of {len(rows)} {name}"
        for layer, name in (("cities", "cities"), ("bases", "bases"))
        if (rows := [row for row, place in enumerate(places) if place.layer == layer])
    ]
    people = format_people(people_within(ring.point, ring.sure_km))
    counted.append(f"{people} people in towns over 15,000")
    between = f" (and {int(band.sum())} more places in the band)" if band.any() else ""
    return f"Within {ring_name(ring, units)}: {', '.join(counted)}{between}."


def _nearest_us(ring: Ring, units: str, places: tuple[Place, ...], distances_km: np.ndarray) -> str:
    rows = [row for row, place in enumerate(places) if is_us_soil(place)]
    if not rows:
        return ""
    nearest = min(rows, key=lambda row: distances_km[row])
    state = ("in", "band", "out")[int(classify(distances_km[nearest], ring))]
    distance = format_length(float(distances_km[nearest]), units)
    return f"Nearest US soil: {places[nearest].name}, {distance}, {_WORDS[state]}."


def _next_lower(scenario: Scenario, active: int) -> Ring | None:
    """Return the ring with the next lower reach, from whatever site."""
    ring = scenario.rings[active]
    lower = [other for other in scenario.rings if other.sure_km < ring.sure_km]
    return max(lower, key=lambda other: other.sure_km, default=None)


def _newly(
    below: Ring, units: str, places: tuple[Place, ...], inside: np.ndarray, states: np.ndarray
) -> str:
    rows = [int(row) for row in np.flatnonzero(inside & (states != 0))]
    name = ring_name(below, units)
    if not rows:
        return f"Nothing more is inside than within {name}."
    rows.sort(key=lambda row: (not is_us_soil(places[row]), -(places[row].population or 0)))
    named = ", ".join(places[row].name for row in rows[:_NAMED])
    rest = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    return f"Newly inside against {name}: {named}{rest}."


def _envelope(
    ring: Ring,
    scenario: Scenario,
    catalog: Catalog,
    places: tuple[Place, ...],
    distances_km: np.ndarray,
) -> str:
    """Say what the outline around all sites holds that the ring's outer edge does not."""
    if "envelope" not in scenario.show or not places:
        return ""
    sites = [LatLon(site.lat, site.lon) for site in known_sites(scenario, catalog)]
    if not sites:
        return ""
    nearest = nearest_site_km(sites, [p.lat for p in places], [p.lon for p in places])
    more = int(((nearest <= ring.limit_km) & (distances_km > ring.limit_km)).sum())
    within = format_length(ring.limit_km, scenario.units)
    return (
        f"From the nearest of {len(sites)} known launch sites, {more} more "
        f"{'place is' if more == 1 else 'places are'} within {within}."
    )
