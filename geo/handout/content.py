"""Content of a handout for a class: distances, claims, and three questions from the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.earth import Floats, distances_and_azimuths, lats_and_lons
from geo.facts import Reach, place_layer
from geo.link import View
from geo.reach import (
    STATES,
    RadarSector,
    ReachTable,
    direction_said,
    radar_name,
    radar_sectors,
    range_said,
    reach_table,
    records_text,
    report_text,
    sector_name,
    whose,
)
from geo.records import Place
from geo.words import format_date, format_length

MAX_PLACES: Final = 12
_MOST_SECTORS: Final = 5  # the map's own legend has all


@dataclass(frozen=True, slots=True)
class DistanceRow:
    """One place: its distance from the active ring's site, and how each ring reaches it."""

    place: str
    distance: str
    reach: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One ring: its index, its range, who says so, and where that was printed."""

    index: int
    range: str
    who: str
    source: str
    url: str | None

    @property
    def letter(self) -> str:
        """The letter that stands for the ring."""
        return ring_letter(self.index)


@dataclass(frozen=True, slots=True)
class SectorRow:
    """One radar sector: whose claim it is, of which radar, and where that was printed."""

    said: str
    source: str
    url: str | None


@dataclass(frozen=True, slots=True)
class HandoutText:
    """All that a handout says of a view."""

    distances: tuple[DistanceRow, ...]
    claims: tuple[ClaimRow, ...]
    sectors: tuple[SectorRow, ...]
    common_site: str
    questions: tuple[str, str, str]


def ring_letter(index: int) -> str:
    """Return the letter that stands for a ring, A to L."""
    return chr(ord("A") + index)


def handout_text(view: View) -> HandoutText:
    """Return distances, claims and questions of a view."""
    places = _told_places(view)
    rings = view.shown_rings
    table = reach_table([ring for _, ring in rings], *lats_and_lons(places))
    distances_km = _from_speaking_km(view, places)
    order = np.argsort(distances_km, kind="stable")
    rows = tuple(
        DistanceRow(
            places[row].name,
            format_length(float(distances_km[row]), view.units, view.lang),
            tuple(STATES[int(state)] for state in table.states[:, row]),
        )
        for row in order.tolist()
    )
    sites = {view.site_name(ring) for _, ring in rings}
    several = len(sites) > 1
    claims = tuple(_claim_row(index, view, several) for index, _ in rings)
    common = "" if several else next(iter(sites), "")
    sectors = tuple(_sector_row(each, view) for each in radar_sectors(view)[:_MOST_SECTORS])
    return HandoutText(rows, claims, sectors, common, _questions(view, places, table))


def _from_speaking_km(view: View, places: list[Place]) -> Floats:
    """Return how far places are from the site that the view speaks of, or from its radar."""
    sectors = _sectors_alone(view)
    point = sectors[0].radar.point if sectors else (view.speaking_ring or view.active_ring).point
    return distances_and_azimuths(point, *lats_and_lons(places))[0]


def _sectors_alone(view: View) -> list[RadarSector]:
    """Return the sectors of a view without any ring; none where one is shown."""
    return [] if view.shown_rings else radar_sectors(view)


def _told_places(view: View) -> list[Place]:
    """Return the places people ask about, then capitals and large cities shown.

    Of sectors alone it is the cities nearest to the radar.
    """
    asked = view.targets
    shown = [place for place in view.places if place_layer(place.layer).is_peopled]
    if _sectors_alone(view):
        kms = dict(zip(shown, _from_speaking_km(view, shown).tolist(), strict=True))
        return sorted(shown, key=kms.__getitem__)[:MAX_PLACES]
    shown.sort(key=lambda place: ("capital" not in place.kind, -(place.population or 0)))
    rest = [place for place in shown if place not in asked]
    return [*asked, *rest][:MAX_PLACES]


def _claim_row(index: int, view: View, with_site: bool) -> ClaimRow:
    ring, tell = view.rings[index], view.tell
    told = whose(ring, view.catalog)
    claim, who = told.claim, told.shown or tell("own assumption")
    source, url = tell("no published source named in this view"), None
    if known := records_text(ring, view):
        source = f"{source}. {known}"
    if claim:
        who = f"{claim.claimed_by}, {format_date(claim.claim_date, view.lang)}"
    if told.source:
        source, url = told.source.name, told.source.url
    if report := report_text(ring, view):
        who = f"{who}; {report}"
    if with_site:
        site = view.site_name(ring)
        around = tell("{who}; around {site}", who=who, site=site)
        who = around if view.center(ring) else tell("{who}; from {site}", who=who, site=site)
    return ClaimRow(index, range_said(ring, view), who, source, url)


def _sector_row(shown: RadarSector, view: View) -> SectorRow:
    """Return whose claim a sector is; the first of several stands for them, as on the map."""
    source = shown.claims[0].source if shown.claims else None
    named = f"{sector_name(shown, view)}: {radar_name(shown)}"
    said = f"{named}. {direction_said(shown, view)}"
    unnamed = view.tell("no published source named in this view")
    return SectorRow(said, source.name if source else unnamed, source.url if source else None)


def _questions(view: View, places: list[Place], table: ReachTable) -> tuple[str, str, str]:
    if _sectors_alone(view):
        return _of_sectors(view)
    return (
        _who_to_believe(view, places, table),
        _near_the_edge(view, places, table),
        view.tell(
            "A ring is an assumption, not a prediction. Choose one claim: who made it, when, from "
            "what evidence? Write one headline that is fair to it."
        ),
    )


def _of_sectors(view: View) -> tuple[str, str, str]:
    """Ask about radars: how far, which way, who says so."""
    tell = view.tell
    return (
        tell(
            "How far a radar sees hangs on what it looks at. Choose two figures for it: what may "
            "each of their authors have meant?"
        ),
        tell(
            "Which way the radar looks is not published. Turn the sector by 60 degrees to either "
            "side: which places of the table come in, which go?"
        ),
        tell(
            "A sector is a claim or an assumption, not a measurement. Choose one claim: who made "
            "it, when, from what evidence? Write one headline that is fair to it."
        ),
    )


def _who_to_believe(view: View, places: list[Place], table: ReachTable) -> str:
    """Ask about a place that some claims put inside and others outside, US soil first."""
    tell = view.tell
    split = [row for row in range(len(places)) if len(set(table.states[:, row].tolist())) > 1]
    if not split:
        return tell(
            "All rings of this map agree about the places in the table. What would have to be "
            "different (range, launch site, date) for one of them to change sides?"
        )
    from_km = _from_speaking_km(view, places)
    row = min(split, key=lambda each: (not places[each].us_soil, from_km[each]))
    inside = [
        index
        for (index, _), state in zip(view.shown_rings, table.states[:, row], strict=True)
        if STATES[int(state)] == "in"
    ]
    return tell(
        "{place} is inside by some claims (ring {rings}) and not by others. Whom would you "
        "believe, and what would you want to know first?",
        place=places[row].name,
        rings=", ".join(map(ring_letter, inside)) or tell("none of them for certain"),
    )


def _near_the_edge(view: View, places: list[Place], table: ReachTable) -> str:
    """Ask about the place nearest to the edge of a ring."""
    tell = view.tell
    rings = view.shown_rings
    if not places or not rings:
        return tell("Find a place close to the edge of a ring. What could move it in or out?")
    gaps_km = np.abs(table.beyond_km)
    ring, row = np.unravel_index(int(np.argmin(gaps_km)), gaps_km.shape)
    values = {
        "place": places[int(row)].name,
        "gap": format_length(float(gaps_km[ring, row]), view.units, view.lang),
        "ring": ring_letter(rings[int(ring)][0]),
    }
    if table.beyond_km[ring, row] <= 0:
        return tell(
            "{place} lies {gap} inside the edge of ring {ring}. Name two things that nobody "
            "outside knows and that could move it to the other side.",
            **values,
        )
    return tell(
        "{place} lies {gap} outside the edge of ring {ring}. Name two things that nobody outside "
        "knows and that could move it to the other side.",
        **values,
    )
