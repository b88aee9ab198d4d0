"""A label is not a claim: who is shown as having said a number.

Claims are read from data/claims.csv as text, not through the app; what a label must look like is
written out in tests/labels.py.
"""

from __future__ import annotations

import re

import pytest

from geo.catalog import load_catalog, view_of
from geo.link.scenario import Scenario
from geo.reach.onrecord import records_text
from geo.reach.quotes import own_words, whose
from tests.labels import (
    HOSTILE,
    NEARLY,
    km_of,
    marks,
    ring_of,
)
from tests.support import scenario_of, table


@pytest.mark.parametrize("claim", table("claims"))
def test_claim_is_sourced_only_with_its_number(claim: str) -> None:
    row, catalog = table("claims")[claim], load_catalog()
    told = whose(ring_of(row["label"], km_of(row), "sohae"), catalog)
    shown = row["said_by"] or row["label"]
    assert (told.kind, told.shown, told.claim and told.claim.id) == ("claim", shown, claim)
    for km in ("19000", "9000-9999", "8000-9000-10000"):
        told = whose(ring_of(row["label"], km, "sohae"), catalog)
        assert (told.kind, told.claim) == ("words", None)
        assert (told.shown, told.short) == (marks(row["label"]), f"\u201c{row['label']}\u201d")


def test_source_of_a_best_figure_is_that_of_the_missiles_row() -> None:
    for row in table("missiles").values():
        km = row["range_km_best"] or row["range_km_high"] or row["range_km_low"]
        if km:
            told = whose(
                ring_of(f"{row['name']}, best published"[:60], km, "sohae"), load_catalog()
            )
            assert (told.kind, told.source and told.source.name) == ("best", row["source_name"])


@pytest.mark.parametrize("label", NEARLY)
def test_what_is_nearly_a_claim_is_own_words_and_answered(label: str) -> None:
    ring = ring_of(label, "5000")
    told = whose(ring, load_catalog())
    assert (told.kind, told.shown) == ("words", f"\u201c{ring.label}\u201d, own label")
    assert "US Forces Korea is on record with 5,000 km" in records_text(
        ring, view_of(Scenario((ring,)))
    )


@pytest.mark.parametrize("label", HOSTILE)
def test_nothing_in_a_label_closes_its_marks(label: str) -> None:
    ring = ring_of(label)
    for lang, own in (("en", ", own label"), ("ko", ", 직접 붙인 이름")):
        told = whose(ring, load_catalog(lang=lang))
        assert told.kind == "words"
        assert told.shown == marks(ring.label).removesuffix(", own label") + own
        assert re.findall("[\u201c\u201d]", told.shown) == ["\u201c", "\u201d"]
        assert told.shown.endswith(f"\u201d{own}")
    assert ring.label == label.strip(), "as typed in links and GeoJSON"


@pytest.mark.parametrize(
    ("label", "km", "kind"),
    [
        ("", "15000", ""),
        ("own assumption", "15000", "ours"),
        ("Hwasong-14, best published", "10000", "best"),
        ("Hwasong-14, best published", "10400", "words"),
        ("Hwasong-14, best published", "6700-10000-10400", "words"),
        ("KN-14, best published", "10000", "best"),  # no best one: the high one, as the panel does
        ("Hwasong-99, best published", "10000", "words"),
        ("Hwasong-20, best published", "15000", "words"),  # no published range at all
    ],
)
def test_what_the_app_writes_itself_is_known_again(label: str, km: str, kind: str) -> None:
    assert whose(ring_of(label, km, "sohae"), load_catalog()).kind == kind


def test_all_that_ships_is_sourced() -> None:
    catalog = load_catalog()
    views = [preset.query for preset in catalog.presets]
    views += [step.view for story in catalog.stories for step in story.steps]
    rings = [ring for view in views for ring in scenario_of(view).rings]
    assert len(rings) > 90
    assert {whose(ring, catalog).kind for ring in rings} <= {"claim", "best", "ours", ""}


def test_own_words_are_marked_by_one_function() -> None:
    assert own_words("a \u201cb\u201d", "en") == '\u201ca "b"\u201d, own label'
