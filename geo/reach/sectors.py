"""Radar sectors of a view: which are drawn, whose claims they are, which places they see.

A radar has the sectors that a link assumes of it, else, where the layer is shown, one for each
range that is claimed of it. The browser says the same while one is turned (ui/web/sectors/); a test
holds the two together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from geo.earth import WHOLE_TURN_DEG, Sector, distances_and_azimuths, is_within, lats_and_lons
from geo.facts import PLACE_LAYERS, place_layer
from geo.link import RadarAssumption, View
from geo.records import Catalog, Place, RadarClaim, is_known_on

# Where it comes from which way a sector looks: from a link, a bearing of our own, another list
# (a claim that names a direction), or nowhere; then it is drawn all around.
Direction = Literal["link", "ours", "list", "none"]

_MOVES: Final = "mobile"


@dataclass(frozen=True, slots=True)
class RadarSector:
    """A sector that a view shows; `claims` name its range, none where somebody assumes it."""

    radar: Place
    sector: Sector
    claims: tuple[RadarClaim, ...]
    direction: Direction


def radar_sectors(view: View) -> list[RadarSector]:
    """Return the sectors of a view, those of a radar together, the widest first.

    What a link assumes is drawn on any day: somebody put it there. By itself a radar is drawn
    where it stood on the view's day, with the claims that were printed by then; one that moves
    about, and one whose range nobody published, has none.
    """
    assumed = {each.radar for each in view.scenario.radars}
    standing = {place.id for place in view.places} - assumed
    found: list[RadarSector] = []
    for radar in radars_of(view.catalog.places):
        claims = claims_about(radar, view.catalog, view.day)
        if radar.id in assumed:
            mine = [each for each in view.scenario.radars if each.radar == radar.id]
            found += _sectors(radar, mine, claims, "link")
        elif radar.id in standing and radar.status != _MOVES:
            azimuth_deg, width_deg, direction = usual_way(radar, view.catalog)
            drawn = {km for claim in claims if claim.is_drawn for km in claim.ends_km}
            mine = [RadarAssumption(radar.id, km, azimuth_deg, width_deg) for km in drawn]
            found += _sectors(radar, mine, claims, direction)
    return found


def shows_radars(view: View) -> bool:
    """Return whether a view may show a sector: one is assumed, or a layer of radars is shown."""
    return bool(view.scenario.radars) or shows_layer_of_radars(view)


def shows_layer_of_radars(view: View) -> bool:
    """Return whether a layer of radars is shown."""
    return any(layer.has_sectors and view.shows(layer.id) for layer in PLACE_LAYERS)


def radars_of(places: Iterable[Place]) -> list[Place]:
    """Return those of some places of which a sector may be assumed."""
    return [place for place in places if place_layer(place.layer).has_sectors]


def claims_about(radar: Place, catalog: Catalog, day: dt.date | None = None) -> list[RadarClaim]:
    """Return what was said of a radar, by a day if there is one, in the order of the data."""
    return [
        claim
        for claim in catalog.radar_claims
        if radar.id in claim.radars and (day is None or is_known_on(claim.claim_date, day))
    ]


def usual_way(radar: Place, catalog: Catalog) -> tuple[float, float, Direction]:
    """Return azimuth and width of a radar's sectors, degrees, and where the azimuth comes from.

    It is the same on the map of any day: nobody published it on one, it is assumed.
    """
    equipment = radar.equipment
    width_deg = equipment.width_deg if equipment else None
    if equipment and equipment.azimuth_deg is not None:
        return equipment.azimuth_deg, width_deg or WHOLE_TURN_DEG, "ours"
    for claim in claims_about(radar, catalog):
        if claim.azimuth_deg is not None:
            return claim.azimuth_deg, width_deg or claim.width_deg or WHOLE_TURN_DEG, "list"
    return 0.0, WHOLE_TURN_DEG, "none"


def seen_by(sector: Sector, places: Sequence[Place]) -> list[bool]:
    """Return for each place whether it lies in a sector: by distance and azimuth alone."""
    ways = distances_and_azimuths(sector.center, *lats_and_lons(places))
    seen: list[bool] = is_within(sector, *ways).tolist()
    return seen


def _sectors(
    radar: Place,
    assumed: Iterable[RadarAssumption],
    claims: Sequence[RadarClaim],
    direction: Direction,
) -> list[RadarSector]:
    return [
        RadarSector(
            radar,
            Sector(radar.point, each.range_km, each.azimuth_deg, each.width_deg),
            tuple(
                sorted(
                    (claim for claim in claims if each.range_km in claim.ends_km),
                    key=lambda claim: not claim.is_drawn,  # those that a map names first
                )
            ),
            direction,
        )
        for each in sorted(assumed, key=lambda each: -each.range_km)
    ]
