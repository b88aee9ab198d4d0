"""A label is not a claim: who may be shown as having said a number, in every output.

Claims are read from data/claims.csv as text, not through the app; what a label must look like is
written out here.
"""

from __future__ import annotations

import io
import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from pypdf import PdfReader

from geo.catalog import load_catalog
from geo.handout import handout_text
from geo.onrecord import on_record, records_text
from geo.picture import captions
from geo.picture.canvas import Canvas, Labels
from geo.picture.draw import draw_png
from geo.picture.options import PROJECTIONS, PictureOptions
from geo.quotes import own_words, whose
from geo.scenario import Ring, Scenario
from geo.summary import summarize
from tests.kmlfiles import folder_of, root_of, words_of
from tests.support import ask, scenario_of, table
from ui.rooms.views import read_view
from ui.scene import scene_of
from ui.socialcards import card_tags

SITE = "banghyon_20170704"  # where the Hwasong-14 of 4 July 2017 was launched, and nothing else
USFK = "US Forces Korea via Korea Times"  # said 5,000 km on 5 July 2017
SHOWN_KO = "주한미군(코리아타임스 보도)"
DESCRIPTION = '<meta property="og:(?:title|description)" content="(.*?)" />'  # links are no words
# Labels that are not the claim's own, with the claim's own number: close is not it.
NEARLY = [
    "us forces korea via korea times",
    "US Forces Korea  via Korea Times",
    "US Forces Korea\u00a0via Korea Times",
    "US Forces K\u043erea via Korea Times",  # a Cyrillic o
    "\uff35\uff33 Forces Korea via Korea Times",
    "US Forces Ko\u200brea via Korea Times",
    "US Forces Korea via Kore\u0301a Times",
    "US Forces Korea via Korea Times.",
    "US Forces Korea",
    "US Forces Korea, quoted by the Korea Times",
    SHOWN_KO,
    "USFK",
]
# Labels that look like our own marks, or like a sourced claim with its date and source.
HOSTILE = [
    USFK,
    f"{USFK}, 2017-07-05",
    "US Forces Korea (Korea Times, 5 July 2017)",
    f"\u201c{USFK}\u201d, own label",
    f"x\u201d, own label. {USFK}",
    f"x\u201d {USFK}, 2017-07-05 \u201cx",
    f"x\u2019\u2019 {USFK} \u2018\u2018x",
    f"x\u2033 {USFK} \u301dx",
    f"x\u2019\u200b\u2019 {USFK}",
    f"{USFK}. Source: https://usfk.kr",
    "according to Yonhap",
    "own assumption\u200b",
    "Own assumption",
    "직접 정한 가정",
    "Hwasong-14, best published",  # 10,000 km in missiles.csv
    "Hwasong-15, CSIS",
    SHOWN_KO,
]


def ring_of(label: str, km: str = "15000", site: str = SITE) -> Ring:
    return scenario_of(f"ring={site}~{km}~{quote(label)}").rings[0]


def km_of(claim: dict[str, str]) -> str:
    low, high = claim["range_km_low"], claim["range_km_high"]
    return f"{low}-{high}" if low and high and low != high else high or low


def marks(label: str) -> str:
    """Return own words as they must be shown; what could close the marks is a plain one."""
    inner = re.sub("[\u201c\u201d\u2033\u301d]|[\u2018\u2019]\u200b?[\u2018\u2019]", '"', label)
    return f"\u201c{inner}\u201d, own label"


@pytest.mark.parametrize("claim", table("claims"))
def test_claim_is_sourced_only_with_its_number(claim: str) -> None:
    row, catalog = table("claims")[claim], load_catalog()
    told = whose(ring_of(row["label"], km_of(row), "39,125"), catalog)
    assert (told.kind, told.shown, told.claim and told.claim.id) == ("claim", row["label"], claim)
    for km in ("19000", "9000-9999", "8000-9000-10000"):
        told = whose(ring_of(row["label"], km, "39,125"), catalog)
        assert (told.kind, told.claim) == ("words", None)
        assert (told.shown, told.short) == (marks(row["label"]), f"\u201c{row['label']}\u201d")


@pytest.mark.parametrize("claim", table("claims"))
def test_claim_is_sourced_at_its_missiles_own_site_and_at_no_others(claim: str) -> None:
    row = table("claims")[claim]
    sites = {key: site["missile_id"] for key, site in table("launch_sites").items()}
    assert sites[SITE] == "hwasong-14"
    for site, missile in sites.items():
        told = whose(ring_of(row["label"], km_of(row), site), load_catalog())
        is_sourced = missile in {"", row["missile_id"]}
        assert told.kind == ("claim" if is_sourced else "words"), site


def test_missile_of_a_site_is_named_in_its_notes() -> None:
    own = {key: row for key, row in table("launch_sites").items() if row["missile_id"]}
    assert len(own) >= 20
    for row in own.values():
        missile = table("missiles")[row["missile_id"]]
        names = [missile["name"], *missile["other_names"].split("; "), "Scud-C", "Musudan"]
        assert any(name and name in row["notes"] for name in names), row["id"]


@pytest.mark.parametrize("label", NEARLY)
def test_what_is_nearly_a_claim_is_own_words_and_answered(label: str) -> None:
    ring = ring_of(label, "5000")
    told = whose(ring, load_catalog())
    assert (told.kind, told.shown) == ("words", f"\u201c{ring.label}\u201d, own label")
    assert "US Forces Korea is on record with 5,000 km" in records_text(ring, load_catalog(), "km")


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


# Every output of one view: the false ring, and beside it the true one.
def view_of(label: str, more: str = "") -> Scenario:
    return scenario_of(f"ring={SITE}~15000~{quote(label)}&ring={SITE}~5000~{quote(USFK)}{more}")


def kml_text(scenario: Scenario) -> str:
    name = f"15,000 km ({captions.ring_rows(scenario, load_catalog())[0].claim})"
    return words_of(folder_of(root_of(scenario), name)).text


def outputs(scenario: Scenario, query: str) -> dict[str, str]:
    """Return what is said of the first ring in each output that is text."""
    catalog = load_catalog()
    (claim, _) = handout_text(scenario, catalog).claims
    summary = summarize(scenario, catalog, 0)
    page = ask(f"/export/map.html?{query}").text
    (title,) = re.findall("<title>(.*?)</title>", page)
    return {
        "page": summary.counts,
        "card": unescape("".join(re.findall(DESCRIPTION, card_tags(query, "http://x/")))),
        "kml": kml_text(scenario),
        "handout": f"{claim.range}: {claim.who}",
        "legend": captions.ring_rows(scenario, catalog)[0].claim,
        "saved page": unescape(title),
        "scene": scene_of(scenario, catalog)["rings"][0]["said"],
        "class": read_view(query, 0, catalog)[1]["rings"][0]["said"],
    }


@pytest.mark.parametrize("label", HOSTILE)
def test_own_words_are_marked_in_every_output(label: str) -> None:
    scenario = view_of(label)
    query = f"ring={SITE}~15000~{quote(label)}&ring={SITE}~5000~{quote(USFK)}"
    own = marks(scenario.rings[0].label)
    for output, text in outputs(scenario, query).items():
        assert own in text, output
        rest = text.replace(own, "").replace(
            records_text(scenario.rings[0], load_catalog(), "km"), ""
        )
        assert "2017-07-05" not in rest, f"{output}: no date of a claim stands with it"
        for name in ("Korea Times", "Yonhap", SHOWN_KO, "own assumption", "best published"):
            assert name not in rest.replace(f"Range ring: 5,000 km ({USFK})", ""), output
    assert captions.ring_rows(scenario, load_catalog())[1].claim == f"{USFK}, 2017-07-05"


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_words_of_pictures_carry_the_marks(
    monkeypatch: pytest.MonkeyPatch, projection: Any, lang: str
) -> None:
    said: list[str] = []

    def listen(owner: type, name: str) -> None:
        real = getattr(owner, name)

        def heard(self: Any, text: str, *more: Any, **named: Any) -> Any:
            said.append(text)
            return real(self, text, *more, **named)

        monkeypatch.setattr(owner, name, heard)

    listen(Canvas, "words")
    listen(Labels, "place")
    scenario = view_of(USFK, f"&lang={lang}&show=")
    catalog = load_catalog(lang=lang)
    draw_png(scenario, catalog, PictureOptions(1600, 900, projection), "http://x/")
    own = {"en": "own label", "ko": "직접 붙인 이름"}[lang]
    true = {"en": f"{USFK}, 2017-07-05", "ko": f"{SHOWN_KO}, 2017년 7월 5일"}[lang]
    assert f"15,000 km, \u201c{USFK}\u201d" in said, "on the ring"
    assert f"\u201c{USFK}\u201d, {own}" in said, "in the legend"
    assert true in said
    false = [text for text in said if "15,000 km" in text]
    assert all(f"\u201c{USFK}\u201d" in text or text.strip() == "15,000 km" for text in false)


def test_printed_handout_carries_the_marks_in_both_languages() -> None:
    query = f"ring={SITE}~15000~{quote(USFK)}"
    for lang, own in (("en", "own label"), ("ko", "직접 붙인 이름")):
        pages = PdfReader(io.BytesIO(ask(f"/export/handout.pdf?{query}&lang={lang}").body)).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert f"15,000 km: \u201c{USFK}\u201d, {own}" in text
        assert "5,000 km (" in text or "5,000 km입니다" in text, "what they really said"


def test_geojson_keeps_the_label_as_typed() -> None:
    label = f"x\u201d {USFK}, 2017-07-05 \u201cx"
    answer = ask(f"/export/rings.geojson?ring={SITE}~15000~{quote(label)}").json()
    assert {each["properties"]["label"] for each in answer["features"]} == {label}


def said_of(label: str, km: str = "15000", site: str = SITE, lang: str = "en") -> list[str]:
    records = on_record(ring_of(label, km, site), load_catalog(lang=lang), "km")
    return [record.sentence for record in records]


@pytest.mark.parametrize(
    ("label", "who", "said"),
    [
        (USFK, "US Forces Korea is", "5,000 km (via Korea Times, Hwasong-14, 2017-07-05)"),
        ("Korea Times", "Korea Times is", "10,000 km (Hwasong-14, 2017-07-05)"),
        ("according to Yonhap", "experts via Yonhap are", "8,000 km (Hwasong-14, 2017-07-04)"),
        ("연합뉴스에 따르면", "experts via Yonhap are", "8,000 km (Hwasong-14, 2017-07-04)"),
        ("PACOM", "US Pacific Command is", "3,000\u20135,500 km (Hwasong-14, 2017-07-04)"),
        ("Japan", "Japan (Suga) is", "at least 5,500 km (Hwasong-14, 2017-07-05)"),
        ("CSIS, 2017", "CSIS Missile Threat is", "up to 7,000 km (Hwasong-14, 2017-07-05)"),
        (
            "Hwasong-15, US Forces Korea",
            "US Forces Korea is",
            "12,874 km (Hwasong-15, 2019-07-11)",
        ),
    ],
)
def test_whom_a_label_names_is_quoted_with_what_they_said(label: str, who: str, said: str) -> None:
    assert said_of(label) == [f"{who} on record with {said}."]


@pytest.mark.parametrize("label", ["our class 3b", "reaches Japan", "half of it", "1998", "\u200b"])
def test_label_that_names_nobody_has_no_answer(label: str) -> None:
    assert said_of(label) == []


def test_records_of_a_name_with_several_claims_are_of_the_missile_launched_there() -> None:
    assert [each.partition("(")[0] for each in said_of("USFK says")] == [
        "US Forces Korea is on record with 5,000 km ",
        "US Forces Korea is on record with 10,000 km ",
    ]
    assert "Hwasong-15" in said_of("US Forces Korea", site="pyongsong")[0]


def test_claim_from_a_site_of_another_missile_is_answered_with_the_reason() -> None:
    (answer,) = said_of(USFK, "5000", "pyongsong")
    assert answer.startswith("US Forces Korea is on record with 5,000 km")
    assert answer.endswith("Of this launch site only Hwasong-15 is known.")


def test_answer_stands_on_the_page_in_both_languages_and_units() -> None:
    query = f"ring={SITE}~15000~{quote(USFK)}"
    for lang, units, words in (
        ("en", "km", "US Forces Korea is on record with 5,000 km"),
        ("en", "mi", "US Forces Korea is on record with 3,107 mi"),
        ("ko", "km", f"공개 기록에 따르면 {SHOWN_KO}의 수치는 5,000 km입니다"),
    ):
        scenario = scenario_of(f"{query}&units={units}&lang={lang}")
        assert words in summarize(scenario, load_catalog(lang=lang), 0).rest
        ring = quote(f"{SITE}~15000~{USFK}")
        (told,) = ask(f"/live/onrecord.json?ring={ring}&units={units}&lang={lang}").json()
        assert words in told["text"]
        assert told["source"]["name"]
    assert ask(f"/live/onrecord.json?ring={SITE}~5000~{quote(USFK)}").json() == []


@pytest.mark.parametrize("query", ["", "ring=", "ring=x", "ring=sohae~1", "ring=sohae~900&units=x"])
def test_question_that_is_none_is_refused(query: str) -> None:
    answer = ask(f"/live/onrecord.json?{query}")
    assert (answer.status, bool(answer.json()["errors"])) == (400, True)


def test_own_words_are_marked_by_one_function() -> None:
    assert own_words("a \u201cb\u201d", "en") == '\u201ca "b"\u201d, own label'
