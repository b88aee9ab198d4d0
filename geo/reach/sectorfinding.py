"""The finding of a view that shows a radar's sectors and no ring: which cities lie in them.

The browser says the same while one is turned (ui/web/scene/sectorfinding.js); a test holds the two
together. Of all radars it speaks of the one that a link assumes something of, else of Seongju's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from geo.earth import distances_and_azimuths, lats_and_lons
from geo.facts import place_layer
from geo.link import View
from geo.reach.sectors import RadarSector, claims_about, radar_sectors, seen_by, usual_way
from geo.records import Place, short_name
from geo.words import Say, format_length, format_number

_STORY: Final = "tpy2_seongju"  # the radar that the row is about
_ARGUED: Final = "beijing"  # its country's cities are what the row over radars in these is about
_HOSTS: Final = ("seoul", "tokyo")
_NAMED: Final = 3  # cities of one sector
_FEW: Final = 2  # of each of several
_STEPS: Final = 4  # ranges of several, the farthest


def sector_finding(view: View) -> str:
    """Return which cities the sectors of a radar see, "" where none is shown."""
    drawn = radar_sectors(view)
    sectors = _spoken(drawn, view)
    if not sectors:
        return ""
    cities = _cities(sectors[0].radar, view)
    seen = [_seen(each, cities) for each in sectors]
    if len(sectors) == 1:
        # Outside is what no sector sees that is drawn, whichever radar is spoken of.
        known = {city.id for each in drawn for city in _seen(each, cities)}
        others = [city for city in cities if city.id not in known]
        parts = _of_one(sectors[0], others, seen[0], view)
    else:
        parts = _of_several(sectors, seen, view)
    head = _head(sectors, view)
    if len(sectors) < len(drawn):
        radar = short_name(sectors[0].radar.name)
        head = view.tell("{claim}, {radar}", radar=radar, claim=head)
    return f"{head}: {'; '.join(parts)}."


def _seen(shown: RadarSector, cities: Sequence[Place]) -> list[Place]:
    are_in = seen_by(shown.sector, cities)
    return [city for city, is_in in zip(cities, are_in, strict=True) if is_in]


def listed(names: Sequence[str], tell: Say) -> str:
    """Return `Guam, Anchorage (Alaska) and Honolulu (Hawaii)`."""
    *others, last = names
    return tell("{names} and {last}", names=", ".join(others), last=last) if others else last


def _spoken(drawn: Sequence[RadarSector], view: View) -> list[RadarSector]:
    """Return the sectors of the radar that is spoken of, the nearest edge first."""
    shown = [each.radar.id for each in drawn]
    wanted = [*(each.radar for each in view.scenario.radars[:1]), _STORY, *shown[:1]]
    radar = next((each for each in wanted if each in shown), "")
    mine = [each for each in drawn if each.radar.id == radar]
    return sorted(mine, key=lambda each: each.sector.range_km)


def _cities(radar: Place, view: View) -> list[Place]:
    """Return the cities of the day as they are named: argued about first, then abroad, large."""
    places = view.standing
    group = _group(radar, {place.id: place.country for place in places})
    cities = [place for place in places if place_layer(place.layer).is_peopled]
    return sorted(cities, key=lambda city: (group(city), -(city.population or 0)))


def _group(radar: Place, countries: dict[str, str]) -> Callable[[Place], int]:
    own = countries.get(radar.id)
    hosts = [countries.get(host) for host in _HOSTS]
    argued = countries.get(_ARGUED) if own in hosts else None
    return lambda place: 2 if place.country == own else int(place.country != argued)


def _head(sectors: Sequence[RadarSector], view: View) -> str:
    tell, is_claimed = view.tell, all(_is_claimed(each, view) for each in sectors)
    if len(sectors) > 1:
        return tell("By these claims") if is_claimed else tell("By these assumptions")
    sector = _sector_said(sectors[0], view)
    if is_claimed:
        return tell("By this claim, {sector}", sector=sector)
    return tell("By this assumption, {sector}", sector=sector)


def _is_claimed(shown: RadarSector, view: View) -> bool:
    """Return whether somebody claims the range, and we or a list assume how it looks."""
    claims = claims_about(shown.radar, view.catalog)  # a direction is drawn on any day
    azimuth_deg, width_deg, direction = usual_way(shown.radar, view.catalog)
    known = {each.azimuth_deg for each in claims}
    if direction == "ours":
        known.add(azimuth_deg)
    is_way = shown.sector.is_round or shown.sector.azimuth_deg in known
    return bool(shown.claims) and is_way and shown.sector.width_deg == width_deg


def _way(shown: RadarSector) -> tuple[float, float]:
    return shown.sector.azimuth_deg, shown.sector.width_deg


def _range_said(shown: RadarSector, view: View) -> str:
    return format_length(shown.sector.range_km, view.units, view.lang)


def _sector_said(shown: RadarSector, view: View) -> str:
    sector, range_said = shown.sector, _range_said(shown, view)
    if sector.is_round:
        return view.tell("{range} all around", range=range_said)
    azimuth = f"{format_number(sector.azimuth_deg, view.lang)}\u00b0"
    return view.tell("{range} to {azimuth}", range=range_said, azimuth=azimuth)


def _of_one(
    shown: RadarSector, unseen: Sequence[Place], seen: Sequence[Place], view: View
) -> list[str]:
    """Say which cities are in a sector, and which is the nearest of the same kind that is not."""
    tell = view.tell
    if not seen:
        return [_none(tell)]
    names = [short_name(city.name) for city in seen[:_NAMED]]
    group = _group(shown.radar, {place.id: place.country for place in view.standing})
    outside = [city for city in unseen if group(city) == group(seen[0])]
    parts = [tell("{places} in the sector", places=listed(names, tell))]
    if outside:
        distances_km, _ = distances_and_azimuths(shown.radar.point, *lats_and_lons(outside))
        nearest = outside[int(distances_km.argmin())]
        parts.append(tell("{place} outside", place=short_name(nearest.name)))
    return parts


def _of_several(
    sectors: Sequence[RadarSector], seen: Sequence[Sequence[Place]], view: View
) -> list[str]:
    """Say `600 km to 347° reaches Dandong`, `2,000 km adds Beijing and Shenyang`."""
    tell, known, steps = view.tell, set[str](), list[tuple[str, str]]()
    for shown, cities in zip(sectors, seen, strict=True):
        new = [city for city in cities if city.id not in known]
        known |= {city.id for city in new}
        if new:
            names = [short_name(city.name) for city in new[:_FEW]]
            is_new_way = not steps or _way(shown) != _way(sectors[0])
            range_said = _sector_said(shown, view) if is_new_way else _range_said(shown, view)
            steps.append((range_said, listed(names, tell)))
    said = []
    for nth, (range_said, places) in enumerate(steps[-_STEPS:]):
        words = {"range": range_said, "places": places}
        is_first = nth == 0 and len(steps) <= _STEPS
        said.append(
            tell("{range} reaches {places}", **words)
            if is_first
            else tell("{range} adds {places}", **words)
        )
    return said or [_none(tell)]


def _none(tell: Say) -> str:
    return tell("none of the cities on this map in the sector")
