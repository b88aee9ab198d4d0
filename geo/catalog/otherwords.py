"""The shipped data in another language: the same records, with what data/rows says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from geo.catalog.translations import Translations
from geo.facts import LAYER_KINDS, PLACE_TABLES
from geo.records import (
    Catalog,
    Claim,
    ClaimRecord,
    DefenceEvent,
    Equipment,
    Flight,
    LaunchCount,
    LaunchSite,
    Missile,
    Place,
    RadarClaim,
    Source,
)
from geo.words import say

Named = TypeVar("Named", Place, LaunchSite, Missile, Claim)
Sourced = TypeVar("Sourced", Place, LaunchSite, Missile, Claim)
Told = TypeVar("Told", RadarClaim, DefenceEvent)


def in_words_of(catalog: Catalog, lang: str, words: Translations) -> Catalog:
    """Return the English catalog in a language; ids, labels, links and numbers stay as they are.

    What the translations do not say, because a row has a fault, stays English.
    """
    countries, kinds = words.of_words("country"), words.of_words("kind")
    kinds |= {kind: say(lang)(kind) for kind in LAYER_KINDS}
    states, classes = words.of_words("status"), words.of_words("missile_class")
    reasons, hosts = words.of_words("reason"), words.of_words("host")
    modes = words.of_words("radar_mode")
    presets: dict[str, dict[str, Any]] = dict(words.of_rows("presets.csv"))
    return replace(
        catalog,
        lang=lang,
        launch_sites=tuple(
            replace(site, kind_words=kinds.get(site.kind_words, site.kind_words))
            for site in _said(catalog.launch_sites, words, "launch_sites.csv")
        ),
        missiles=tuple(
            replace(
                missile,
                missile_class_words=classes.get(missile.missile_class, missile.missile_class),
            )
            for missile in _said(catalog.missiles, words, "missiles.csv")
        ),
        claims=tuple(
            replace(claim, record=_record(claim.record, words))
            for claim in _said(catalog.claims, words, "claims.csv")
        ),
        places=tuple(
            replace(
                place,
                country=countries.get(place.country, place.country),
                kind_words=kinds.get(place.kind_words, place.kind_words),
                status_words=states.get(place.status_words, place.status_words),
                host=hosts.get(place.host, place.host),
                equipment=_equipment(place.equipment, modes),
            )
            for place in _said(catalog.places, words, *PLACE_TABLES)
        ),
        revisions=tuple(
            replace(
                revision,
                reason=reasons.get(revision.reason, revision.reason),
                source=_cited(revision.source, words.of_sources()),
            )
            for revision in catalog.revisions
        ),
        presets=tuple(replace(preset, **presets.get(preset.id, {})) for preset in catalog.presets),
        flights=tuple(_flights(catalog, lang, words)),
        launches=tuple(_launches(catalog, lang, words)),
        radar_claims=tuple(
            replace(claim, mode_words=modes.get(claim.mode_words, claim.mode_words))
            for claim in _told(catalog.radar_claims, words, "radar_claims.csv")
        ),
        defence_events=_told(catalog.defence_events, words, "thaad_timeline.csv"),
    )


def _equipment(equipment: Equipment | None, modes: Mapping[str, str]) -> Equipment | None:
    if equipment is None:
        return None
    mode = equipment.radar_mode_words
    return replace(equipment, radar_mode_words=modes.get(mode, mode))


def _flights(catalog: Catalog, lang: str, words: Translations) -> Iterator[Flight]:
    texts: dict[str, dict[str, Any]] = dict(words.of_rows("tests.csv"))
    tell, sources = say(lang), words.of_sources()
    for flight in catalog.flights:
        reports = (
            replace(
                report,
                outcome_words=tell(report.outcome_words),
                source=_cited(report.source, sources),
                **texts.get(report.id, {}),
            )
            for report in flight.reports
        )
        yield replace(
            flight,
            trajectory_words=tell(flight.trajectory_words),
            outcome_words=tell(flight.outcome_words),
            reports=tuple(reports),
        )


def _launches(catalog: Catalog, lang: str, words: Translations) -> Iterator[LaunchCount]:
    classes, sources = words.of_words("missile_class"), words.of_sources()
    for count in catalog.launches:
        yield replace(
            count,
            missile_class_words=classes.get(count.missile_class, count.missile_class),
            outcome_words=say(lang)(count.outcome_words),
            source=_cited(count.source, sources),
        )


def _record(record: ClaimRecord, words: Translations) -> ClaimRecord:
    capacities = words.of_words("capacity")
    return replace(
        record,
        capacity_words=capacities.get(record.capacity_words, record.capacity_words),
        second=_cited(record.second, words.of_sources()) if record.second else None,
    )


def _cited(source: Source, sources: Mapping[str, str]) -> Source:
    return Source(sources.get(source.name, source.name), source.url)


def _said(records: tuple[Sourced, ...], words: Translations, *files: str) -> tuple[Sourced, ...]:
    """Return records with texts and sources in a language, and the names in both to search by."""
    texts: dict[str, dict[str, Any]] = {}
    for file in files:
        texts |= words.of_rows(file)
    sources = words.of_sources()
    said = []
    for record in records:
        changes = dict(texts.get(record.id, {}))
        changes["source"] = _cited(record.source, sources)
        changes["names"] = _names(record, changes)
        said.append(replace(record, **changes))
    return tuple(said)


def _told(records: tuple[Told, ...], words: Translations, file: str) -> tuple[Told, ...]:
    """Return records that have no names to search by, with texts and sources in a language."""
    texts: dict[str, dict[str, Any]] = dict(words.of_rows(file))
    sources = words.of_sources()
    return tuple(
        replace(record, source=_cited(record.source, sources), **texts.get(record.id, {}))
        for record in records
    )


def _names(record: Any, changes: dict[str, Any]) -> tuple[str, ...]:
    names = (changes[key] for key in ("name", "said_by", "claimed_by") if key in changes)
    return tuple(dict.fromkeys((*record.names, *names)))


def with_names(catalog: Catalog, others: Sequence[Catalog]) -> Catalog:
    """Return a catalog with the names in other languages beside its own, to search by."""
    return replace(
        catalog,
        places=_named(catalog.places, [other.places for other in others]),
        launch_sites=_named(catalog.launch_sites, [other.launch_sites for other in others]),
        missiles=_named(catalog.missiles, [other.missiles for other in others]),
        claims=_named(catalog.claims, [other.claims for other in others]),
    )


def _named(records: tuple[Named, ...], others: Sequence[tuple[Named, ...]]) -> tuple[Named, ...]:
    named = []
    for record, *told in zip(records, *others, strict=True):
        names = (name for each in (record, *told) for name in each.names)
        named.append(replace(record, names=tuple(dict.fromkeys(names))))
    return tuple(named)
