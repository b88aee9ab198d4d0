"""Missiles and their claims as JSON for the browser, and what the data hold of a label's names."""

from __future__ import annotations

from geo.jsonobject import Json
from geo.link import Ring, View, best_km, may_start
from geo.reach import on_record
from geo.records import (
    Catalog,
    Claim,
    Missile,
    best_known_from,
    original,
    printed_from,
    record_text,
    second_text,
)


def missiles_json(catalog: Catalog) -> list[Json]:
    """Return missiles with a published range, their claims and the sites they may start from."""
    missiles = [_missile(missile, catalog) for missile in catalog.missiles]
    return [each for each in missiles if each["claims"] or each["best"] or each["high"]]


def _missile(missile: Missile, catalog: Catalog) -> Json:
    best = best_km(missile)
    best_known = best_known_from(missile, best, catalog.claims) if best is not None else None
    return {
        "id": missile.id,
        "name": missile.name,
        "names": list(missile.names),
        "missile_class": missile.missile_class_words,
        "low": missile.range_km_low,
        "best": missile.range_km_best,
        "high": missile.range_km_high,
        "best_known": best_known.isoformat() if best_known else "",
        "sites": [site.id for site in catalog.launch_sites if may_start(missile, site)],
        "source": {"name": missile.source.name, "url": missile.source.url},
        "claims": [
            _claim(claim, catalog.lang)
            for claim in catalog.claims
            if claim.missile_id == missile.id
        ],
    }


def _claim(claim: Claim, lang: str) -> Json:
    return {
        "id": claim.id,
        "low": claim.range_km_low,
        "high": claim.range_km_high,
        "label": claim.label,
        "said_by": claim.said_by,
        "claimed_by": claim.claimed_by,
        "date": claim.claim_date,
        "printed": printed_from(claim).isoformat(),
        "launched": claim.record.launch_date or "",
        "context": claim.context,
        "statement": claim.statement,
        "original": original(claim, lang),
        "record": record_text(claim, lang),
        "second": _second(claim, lang),
        "source": {"name": claim.source.name, "url": claim.source.url},
    }


def _second(claim: Claim, lang: str) -> Json | None:
    """Return what a second source adds, and where; None where there is none."""
    source = claim.record.second
    if source is None:
        return None
    return {"adds": second_text(claim, lang), "source": {"name": source.name, "url": source.url}}


def records_json(ring: Ring, view: View) -> list[Json]:
    """Return what those whom the label of a ring names are on record with, and where."""
    return [
        {
            "text": each.sentence,
            "source": {"name": each.source.name, "url": each.source.url},
            "printed": each.printed.isoformat(),
        }
        for each in on_record(ring, view)
    ]
