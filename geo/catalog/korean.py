"""The shipped data in Korean: the same records, with what data/korean says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from geo.catalog.translations import Translations
from geo.facts import LAYER_KINDS, PLACE_TABLES
from geo.records import Catalog, Claim, ClaimRecord, LaunchSite, Missile, Place, Source
from geo.words import say

Named = TypeVar("Named", Place, LaunchSite, Missile, Claim)
Sourced = TypeVar("Sourced", Place, LaunchSite, Missile, Claim)


def in_korean(catalog: Catalog, korean: Translations) -> Catalog:
    """Return the English catalog in Korean; ids, labels, links and numbers stay as they are.

    What the translations do not say, because a row has a fault, stays English.
    """
    countries, kinds = korean.of_words("country"), korean.of_words("kind")
    kinds |= {kind: say("ko")(kind) for kind in LAYER_KINDS}
    states, classes = korean.of_words("status"), korean.of_words("missile_class")
    presets: dict[str, dict[str, Any]] = dict(korean.of_rows("presets.csv"))
    return replace(
        catalog,
        lang="ko",
        launch_sites=tuple(
            replace(site, kind_words=kinds.get(site.kind_words, site.kind_words))
            for site in _said(catalog.launch_sites, korean, "launch_sites.csv")
        ),
        missiles=tuple(
            replace(
                missile,
                missile_class=classes.get(missile.missile_class, missile.missile_class),
            )
            for missile in _said(catalog.missiles, korean, "missiles.csv")
        ),
        claims=tuple(
            replace(claim, record=_record(claim.record, korean))
            for claim in _said(catalog.claims, korean, "claims.csv")
        ),
        places=tuple(
            replace(
                place,
                country=countries.get(place.country, place.country),
                kind_words=kinds.get(place.kind_words, place.kind_words),
                status_words=states.get(place.status_words, place.status_words),
            )
            for place in _said(catalog.places, korean, *PLACE_TABLES)
        ),
        presets=tuple(replace(preset, **presets.get(preset.id, {})) for preset in catalog.presets),
    )


def _record(record: ClaimRecord, korean: Translations) -> ClaimRecord:
    capacities = korean.of_words("capacity")
    return replace(
        record,
        capacity_words=capacities.get(record.capacity_words, record.capacity_words),
        second=_cited(record.second, korean.of_sources()) if record.second else None,
    )


def _cited(source: Source, sources: Mapping[str, str]) -> Source:
    return Source(sources.get(source.name, source.name), source.url)


def _said(records: tuple[Sourced, ...], korean: Translations, *files: str) -> tuple[Sourced, ...]:
    """Return records with their texts and sources in Korean, and both names to search by."""
    texts: dict[str, dict[str, Any]] = {}
    for file in files:
        texts |= korean.of_rows(file)
    sources = korean.of_sources()
    said = []
    for record in records:
        changes = dict(texts.get(record.id, {}))
        changes["source"] = _cited(record.source, sources)
        changes["names"] = _names(record, changes)
        said.append(replace(record, **changes))
    return tuple(said)


def _names(record: Any, changes: dict[str, Any]) -> tuple[str, ...]:
    names = (changes[key] for key in ("name", "said_by", "claimed_by") if key in changes)
    return tuple(dict.fromkeys((*record.names, *names)))


def with_korean_names(catalog: Catalog, korean: Catalog) -> Catalog:
    """Return the English catalog with the Korean names beside its own, to search by."""
    return replace(
        catalog,
        places=_named(catalog.places, korean.places),
        launch_sites=_named(catalog.launch_sites, korean.launch_sites),
        missiles=_named(catalog.missiles, korean.missiles),
        claims=_named(catalog.claims, korean.claims),
    )


def _named(records: tuple[Named, ...], others: tuple[Named, ...]) -> tuple[Named, ...]:
    pairs = zip(records, others, strict=True)
    return tuple(replace(record, names=other.names) for record, other in pairs)
