"""Names of what the tables write as ids, and who is cited, in the language of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from geo.catalog import REFERENCES, load_catalog
from geo.facts import PLACE_LAYERS
from geo.records import Catalog
from geo.words import LANGUAGES

_LOG: Final = "revisions.csv"  # its rows name rows of all tables


@dataclass(frozen=True, slots=True)
class Names:
    """The names of rows by file and id; those of tables stand under the blank file."""

    by_file: Mapping[str, Mapping[str, str]]

    def of(self, file: str, row_id: str) -> str:
        """Return what a row is called, its id where it is not known."""
        return self.by_file.get(file, {}).get(row_id, row_id)

    def has(self, file: str, row_id: str) -> bool:
        """Return whether there is such a row with a name."""
        return row_id in self.by_file.get(file, {})


def names_in(catalog: Catalog, titles: Mapping[str, str]) -> Names:
    """Return the names of rows, and the given ones of tables."""
    tables = {layer.id: layer.table for layer in PLACE_LAYERS}
    names: dict[str, dict[str, str]] = {
        "": dict(titles),
        "launch_sites.csv": {site.id: site.name for site in catalog.launch_sites},
        "missiles.csv": {missile.id: missile.name for missile in catalog.missiles},
        "claims.csv": {claim.id: claim.said_by for claim in catalog.claims},
        "launch_site_aliases.csv": {alias: alias for alias in catalog.aliases},
        "radar_claims.csv": {claim.id: claim.said_by for claim in catalog.radar_claims},
        "thaad_timeline.csv": {event.id: event.event for event in catalog.defence_events},
    }
    for place in catalog.places:
        names.setdefault(tables[place.layer], {})[place.id] = place.name
    return Names(names)


def target_of(file: str, column: str, row: Mapping[str, Any]) -> str:
    """Return the table whose ids a cell holds, nothing if it holds none."""
    if (file, column) == (_LOG, "row_id"):
        return f"{row['table']}.csv"
    return next((to for source, name, to in REFERENCES if (source, name) == (file, column)), "")


@lru_cache(maxsize=4)
def citations(lang: str) -> Mapping[str, str]:
    """Return how sources are cited in a language, by how the tables cite them."""
    english, said = load_catalog(lang=LANGUAGES[0]), load_catalog(lang=lang)
    return {
        one.source.name: other.source.name
        for records in ("launch_sites", "missiles", "claims", "places", "revisions")
        for one, other in zip(getattr(english, records), getattr(said, records), strict=True)
    }
