"""A claim is sourced only where its missile may start; anywhere else its label is own words."""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import quote

import pytest

from geo.catalog import load_catalog, view_of
from geo.handout.content import handout_text
from geo.link.scenario import Scenario
from geo.reach.onrecord import records_text
from geo.reach.quotes import whose
from tests.labels import USFK, km_of, kml_of, marks, ring_of
from tests.support import scenario_of, table, view_at

# Names in the notes of sites that are no names in missiles.csv.
IN_NOTES = defaultdict[str, tuple[str, ...]](
    tuple,
    {
        **{f"hwasong-{number}": ("Scud",) for number in ("5", "6", "9")},
        "hwasong-11s": ("KN-23-type",),
        "hwasong-12a": ("manoeuvring-RV",),
        "hwasong-16b": ("16B",),
        "hwasong-11c": ("KN-23 variant",),
        "hwasong-11e": ("Hwasong-11",),
        "new-irbm-2022": ("IRBM over Japan",),
    },
)


@pytest.mark.parametrize("claim", table("claims"))
def test_claim_is_sourced_where_its_missile_may_start_and_nowhere_else(claim: str) -> None:
    row = table("claims")[claim]
    kind = table("missiles")[row["missile_id"]]["missile_class"]
    for site, known in table("launch_sites").items():
        told = whose(ring_of(row["label"], km_of(row), site), load_catalog())
        missiles, kinds = known["missile_id"].split("|"), known["missile_classes"].split("|")
        is_open = (missiles, kinds) == ([""], [""])
        is_sourced = is_open or row["missile_id"] in missiles or kind in kinds
        assert told.kind == ("claim" if is_sourced else "words"), site


POINTS = ["-33.9,151.2", "39.872,125.269", "39.66,124.706", "90,0"]  # two of them on known sites


@pytest.mark.parametrize(
    ("ring", "why"),
    [
        *((f"{point}~5000~{USFK}", "at no known launch site") for point in POINTS),
        *((f"{point}~10000~Hwasong-14, best published", "") for point in POINTS),
        ("hodo~15000~Hwasong-17, Japan (Hamada)", "no Hwasong-17 is known"),  # short ranges only
        ("kaesong~15000~Hwasong-17, Japan (Hamada)", "only Hwasong-6 is known"),
        ("sinpo~14000~Hwasong-15, Japan (Hamada)", "no Hwasong-15 is known"),
        ("mupyong_ni~15000~Hwasong-18, Japan (Miyake)", "no Hwasong-18 is known"),
        ("hwangju~4500~Hwasong-12, David Wright (UCS)", "no Hwasong-12 is known"),
        ("tonghae~5000~US Forces Korea via Korea Times", "no Hwasong-14 is known"),
        ("pyongsong~10000~Hwasong-14, best published", ""),
        ("hodo~15000~Hwasong-17, best published", ""),
    ],
)
def test_right_label_and_number_at_a_wrong_site_are_own_words(ring: str, why: str) -> None:
    (said,) = scenario_of(f"ring={quote(ring)}").rings
    catalog = load_catalog()
    told = whose(said, catalog)
    assert (told.kind, told.claim, told.source) == ("words", None, None)
    assert told.shown == marks(said.label)
    assert why in records_text(said, view_of(Scenario((said,))))
    for lang, marked in (("en", "own label"), ("ko", "직접 붙인 이름")):
        text = kml_of(view_at(f"ring={quote(ring)}&lang={lang}"))
        assert f"\u201c{said.label}\u201d, {marked}" in text
        assert not re.search("Claimed by|주장한 쪽", text)


@pytest.mark.parametrize(
    "ring",
    [
        "hodo~600~KN-23, SBS",  # what flies a few hundred kilometres, where such were launched
        "mupyong_ni~10000~Hwasong-14, Jane's",
        "mupyong_ni~4500-5000~Hwasong-12, South Korean Joint Chiefs",
        "sunan_town~1500~Hwasal-1, KCNA",
        "sohae~15000~Hwasong-17, Japan (Hamada)",  # named for nothing: any may be meant
        "sunan_airport~10000~Hwasong-14, best published",
        "pyongsong~13000~Hwasong-15, best published",
    ],
)
def test_claim_where_its_missile_may_start_names_its_source(ring: str) -> None:
    view = view_at(f"ring={quote(ring)}")
    told = whose(view.rings[0], view.catalog)
    assert told.kind in ("claim", "best") and told.source
    assert f"Source: {told.source.name}" in kml_of(view)
    (row,) = handout_text(view).claims
    assert (row.source, row.url) == (told.source.name, told.source.url)


def test_missile_of_a_site_is_named_in_its_notes() -> None:
    own = {key: row for key, row in table("launch_sites").items() if row["missile_id"]}
    assert len(own) >= 30
    for row in own.values():
        for missile_id in row["missile_id"].split("|"):
            missile = table("missiles")[missile_id]
            names = [missile["name"], *missile["other_names"].split("; "), *IN_NOTES[missile_id]]
            assert any(name and name in row["notes"] for name in names), (row["id"], missile_id)


def test_site_of_a_class_has_notes_that_speak_of_it() -> None:
    rows = [row for row in table("launch_sites").values() if row["missile_classes"]]
    assert len(rows) >= 15
    for row in rows:
        assert re.search("[Ss]hort-range|Scud|Hwasong-11|KN-2|firings", row["notes"]), row["id"]
        assert set(row["missile_classes"].split("|")) <= {"CRBM", "SRBM", "cruise"}
        assert ("cruise" in row["missile_classes"]) == ("cruise" in row["notes"])
