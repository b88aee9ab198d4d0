"""A label is not a claim: who may be shown as having said a number, in every output.

Claims are read from data/claims.csv as text, not through the app; what a label must look like is
written out here.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from html import unescape
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from geo.catalog import load_catalog, view_of
from geo.handout.content import handout_text
from geo.kml.words import about_ring
from geo.link.picturesize import PROJECTIONS, PictureOptions
from geo.link.scenario import Ring, Scenario
from geo.link.view import View
from geo.picture.canvas import Canvas, Labels
from geo.picture.draw import draw_png
from geo.reach.onrecord import on_record, records_text
from geo.reach.quotes import own_words, whose
from geo.reach.summary import summarize
from geo.share import captions
from tests.kmlfiles import folder_of, root_of, words_of
from tests.support import ask, scenario_of, table, view_at
from ui.rooms.views import read_view
from ui.scene.scenes import scene_of
from ui.server.socialcards import card_tags

SITE = "banghyon_20170704"  # where the Hwasong-14 of 4 July 2017 was launched, and nothing else
USFK = "US Forces Korea via Korea Times"  # said 5,000 km on 4 or 5 July 2017
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
# Labels that look like our own marks, or like a sourced claim with its date and source.
HOSTILE = [
    USFK,
    f"{USFK}, 2017-07",
    "US Forces Korea (Korea Times, 5 July 2017)",
    f"\u201c{USFK}\u201d, own label",
    f"x\u201d, own label. {USFK}",
    f"x\u201d {USFK}, 2017-07 \u201cx",
    f"x\u2019\u2019 {USFK} \u2018\u2018x",
    f"x\u2033 {USFK} \u301dx",
    f"x\u2019\u200b\u2019 {USFK}",
    f"{USFK}. Source: https://usfk.kr",
    "according to Yonhap",
    "own assumption\u200b",
    "Own assumption",
    "직접 정한 가정",
    "Hwasong-14, best published",  # 10,000 km in missiles.csv
    "\u05d0 US Forces Korea via Korea Times",
    "\u0645 15 US Forces Korea via Korea Times \u0645",
    "\u0661\u0662 US Forces Korea via Korea Times",
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
    if re.search("[\u05d0-\u066f]", inner):
        inner = f"\u2066{inner}\u2069"  # left to right, whatever is in it
    return f"\u201c{inner}\u201d, own label"


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


def test_source_of_a_best_figure_is_that_of_the_missiles_row() -> None:
    for row in table("missiles").values():
        km = row["range_km_best"] or row["range_km_high"] or row["range_km_low"]
        if km:
            told = whose(
                ring_of(f"{row['name']}, best published"[:60], km, "sohae"), load_catalog()
            )
            assert (told.kind, told.source and told.source.name) == ("best", row["source_name"])


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


# Every output of one view: the false ring, and beside it the true one.
def two_of(label: str, more: str = "") -> View:
    return view_at(f"ring={SITE}~15000~{quote(label)}&ring={SITE}~5000~{quote(USFK)}{more}")


def kml_text(view: View) -> str:
    name = f"15,000 km ({captions.ring_rows(view)[0].claim})"
    return words_of(folder_of(root_of(view.scenario), name)).text


def kml_of(view: View) -> str:
    """Return what the KML of a view says of its one ring."""
    return " ".join((about := about_ring(view.rings[0], view)).lines) + about.name


def outputs(view: View, query: str) -> dict[str, str]:
    """Return what is said of the first ring in each output that is text."""
    (claim, _) = handout_text(view).claims
    summary = summarize(view)
    page = ask(f"/export/map.html?{query}").text
    (title,) = re.findall("<title>(.*?)</title>", page)
    return {
        "page": summary.counts,
        "card": unescape("".join(re.findall(DESCRIPTION, card_tags(query, "http://x/")))),
        "kml": kml_text(view),
        "handout": f"{claim.range}: {claim.who}",
        "legend": captions.ring_rows(view)[0].claim,
        "saved page": unescape(title),
        "scene": scene_of(view)["rings"][0]["said"],
        "class": read_view(query, 0, view.catalog)[1]["rings"][0]["said"],
    }


@pytest.mark.parametrize("label", HOSTILE)
def test_own_words_are_marked_in_every_output(label: str) -> None:
    view = two_of(label)
    query = f"ring={SITE}~15000~{quote(label)}&ring={SITE}~5000~{quote(USFK)}"
    own = marks(view.rings[0].label)
    for output, text in outputs(view, query).items():
        assert own in text, output
        rest = text.replace(own, "").replace(records_text(view.rings[0], view), "")
        assert "2017-07" not in rest, f"{output}: no date of a claim stands with it"
        for name in ("Korea Times", "Yonhap", SHOWN_KO, "own assumption", "best published"):
            assert name not in rest.replace(f"Range ring: 5,000 km ({USFK})", ""), output
    assert captions.ring_rows(view)[1].claim == f"{USFK}, 2017-07"


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
    view = two_of(USFK, f"&lang={lang}&show=")
    draw_png(view, PictureOptions(1600, 900, projection), "http://x/")
    own = {"en": "own label", "ko": "직접 붙인 이름"}[lang]
    true = {"en": f"{USFK}, 2017-07", "ko": f"{SHOWN_KO}, 2017년 7월"}[lang]
    assert f"15,000 km, \u201c{USFK}\u201d" in said, "on the ring"
    assert f"\u201c{USFK}\u201d, {own}" in said, "in the legend"
    assert true in said
    false = [text for text in said if "15,000 km" in text]
    assert all(f"\u201c{USFK}\u201d" in text or text.strip() == "15,000 km" for text in false)


def drawn(text: str) -> Any:
    """Return the pixels of a line as pictures write it."""
    canvas = Canvas.blank(900, 40, 1.0)
    canvas.words(text, (10, 20), 20)
    return np.asarray(Image.open(io.BytesIO(canvas.png({}, 100))).convert("L"))


@pytest.mark.parametrize("letter", ["\u05d0", "\u0645", "\u0661"])
@pytest.mark.parametrize("text", [f"{{}} {USFK}", f"{USFK} {{}} 15", "{}"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_line_of_a_picture_starts_with_its_mark(letter: str, text: str, lang: str) -> None:
    line = own_words(text.format(letter), lang)
    mark = 10 + int(0.8 * Canvas.blank(900, 40, 1.0).measure("\u201c", 20))
    assert (drawn(line)[:, :mark] == drawn("\u201cN")[:, :mark]).all()
    assert drawn("\u201cN")[:, :mark].min() < 200, "a mark is there"


def test_wrapped_line_goes_on_from_the_left() -> None:
    for start in ("\u05d0", "\u0645 "):
        line = drawn(f"{start} Korea Times\u2069\u201d, own label")
        width = 10 + int(0.8 * Canvas.blank(900, 40, 1.0).measure(start.strip(), 20))
        assert (line[:, :width] == drawn(start)[:, :width]).all()


def test_printed_handout_carries_the_marks_in_both_languages() -> None:
    query = f"ring={SITE}~15000~{quote(USFK)}"
    for lang, own in (("en", "own label"), ("ko", "직접 붙인 이름")):
        pages = PdfReader(io.BytesIO(ask(f"/export/handout.pdf?{query}&lang={lang}").body)).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert f"15,000 km: \u201c{USFK}\u201d, {own}" in text
        assert "5,000 km (" in text or "5,000 km입니다" in text, "what they really said"


def test_printed_handout_sets_no_sign_that_its_fonts_lack() -> None:
    label = quote(f"\u05d0 {USFK}")
    query = f"ring={SITE}~15000~{label}"
    pages = PdfReader(io.BytesIO(ask(f"/export/handout.pdf?{query}").body)).pages
    text = " ".join(page.extract_text() for page in pages)
    assert f"15,000 km: \u201c\u05d0 {USFK}\u201d, own label" in " ".join(text.split())
    assert not re.search("[\x00\u2066-\u2069]", text)


def test_geojson_keeps_the_label_as_typed_and_says_whose_it_is() -> None:
    label = f"x\u201d {USFK}, 2017-07 \u201cx"
    for lang, own in (("en", "own label"), ("ko", "직접 붙인 이름")):
        query = f"ring={SITE}~4000-15000~{quote(label)}&lang={lang}"
        for feature in ask(f"/export/rings.geojson?{query}").json()["features"]:
            said = feature["properties"]
            assert said["label"] == label
            assert said["said"] == f'\u201cx" {USFK}, 2017-07 "x\u201d, {own}'
            assert said["kind"] == "words"
            assert not {"claim_date", "source", "source_url"} & set(said)


def test_geojson_shows_date_and_source_of_a_claim_and_no_others() -> None:
    rings = [f"{SITE}~15000~{USFK}", f"{SITE}~5000~{USFK}", f"{SITE}~6000~own assumption"]
    rings += [f"{SITE}~7000", "sohae~10000~Hwasong-14, best published"]
    query = "&".join(f"ring={quote(ring)}" for ring in rings)
    features = ask(f"/export/rings.geojson?{query}").json()["features"]
    false, true, ours, bare, best = [each["properties"] for each in features]
    assert [each["kind"] for each in (false, true, ours, bare, best)] == [
        *("words", "claim", "ours", "", "best"),
    ]
    assert (false["label"], true["label"]) == (USFK, USFK)
    assert (false["said"], true["said"]) == (f"\u201c{USFK}\u201d, own label", USFK)
    row = table("claims")["hwasong-14-usfk-korea-times"]
    assert (true["claim_date"], true["source"]) == (row["claim_date"], row["source_name"])
    assert best["source"] == table("missiles")["hwasong-14"]["source_name"]
    assert "claim_date" not in best
    for other in (false, ours, bare):
        assert not {"claim_date", "source", "source_url"} & set(other)


def said_of(label: str, km: str = "15000", site: str = SITE, lang: str = "en") -> list[str]:
    ring = ring_of(label, km, site)
    records = on_record(ring, view_of(Scenario((ring,), lang=lang)))
    return [record.sentence for record in records]


SPELLINGS = [  # of one name: apart, without a letter, small capitals, Hanja, in circles
    *("U S F K", "u.s.f.k.", "US FORCE KOREA", "\u24ca\u24c8\u24bb\u24c0"),
    "\u1d1cs \ua730\u1d0f\u0280\u1d04\u1d07s \u1d0b\u1d0f\u0280\u1d07\u1d00",
    *("\u99d0\u97d3\u7c73\u8ecd", "\u99d0\u97d3\u7c73\u8ecd\u306b\u3088\u308b\u3068"),
    *("주한 미군", "U\u2009S\u2009F\u2009K says"),
]


@pytest.mark.parametrize("label", SPELLINGS)
def test_spelling_of_a_name_is_answered(label: str) -> None:
    assert said_of(label)[0].startswith("US Forces Korea is on record with 5,000 km (via Korea")


@pytest.mark.parametrize(
    ("label", "who", "said"),
    [
        (USFK, "US Forces Korea is", "5,000 km (via Korea Times, Hwasong-14, 2017-07)"),
        ("Korea Times", "Korea Times is", "up to 10,000 km (Hwasong-14, 2017-07)"),
        (
            "according to Yonhap",
            "experts via Yonhap are",
            "up to 8,000 km (Hwasong-14, 2017-07-04)",
        ),
        ("연합뉴스에 따르면", "experts via Yonhap are", "up to 8,000 km (Hwasong-14, 2017-07-04)"),
        (
            "PACOM",
            "US Pacific Command is",
            "a class that the Pentagon defines as 3,000\u20135,500 km (Hwasong-14, 2017-07-04)",
        ),
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
        "US Forces Korea is on record with 10,058 km ",
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
        view = view_at(f"{query}&units={units}&lang={lang}")
        assert words in summarize(view).rest
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
