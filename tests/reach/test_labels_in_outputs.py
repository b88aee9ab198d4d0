"""Own words are marked in every output: texts, pictures, handouts, GeoJSON."""

from __future__ import annotations

import io
import re
from html import unescape
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from geo.handout.content import handout_text
from geo.link.picturesize import PROJECTIONS, PictureOptions
from geo.link.view import View
from geo.picture.canvas import Canvas
from geo.picture.draw import draw_picture
from geo.reach.headline import finding_of
from geo.reach.onrecord import records_text
from geo.reach.quotes import own_words
from geo.reach.summary import summarize
from geo.reach.titles import title_of
from geo.share import captions
from tests.kmlfiles import folder_of, root_of, words_of
from tests.labels import HOSTILE, SHOWN_KO, SITE, USFK, marks
from tests.support import ask, table, view_at
from ui.rooms.views import read_view
from ui.scene.scenes import scene_of
from ui.server.socialcards import card_tags

DESCRIPTION = '<meta property="og:(?:title|description)" content="(.*?)" />'  # links are no words


# Every output of one view: the false ring, and beside it the true one.
def two_of(label: str, more: str = "") -> View:
    return view_at(f"ring={SITE}~15000~{quote(label)}&ring={SITE}~5000~{quote(USFK)}{more}")


def kml_text(view: View) -> str:
    name = f"15,000 km ({captions.ring_rows(view)[0].claim})"
    return words_of(folder_of(root_of(view.scenario), name)).text


def outputs(view: View, query: str) -> dict[str, str]:
    """Return what is said of the first ring in each output that is text."""
    (claim, _) = handout_text(view).claims
    summary = summarize(view)
    return {
        "page": summary.counts,
        "card": unescape("".join(re.findall(DESCRIPTION, card_tags(query, "http://x/")))),
        "kml": kml_text(view),
        "handout": f"{claim.range}: {claim.who}",
        "legend": captions.ring_rows(view)[0].claim,
        "scene": scene_of(view)["rings"][0]["said"],
        "class": read_view(query, view.catalog)[1]["rings"][0]["said"],
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
    view = two_of(USFK, f"&lang={lang}&show=")
    drawing = draw_picture(view, PictureOptions(1600, 900, projection), "http://x/")
    said += [label.text for label in drawing.labels]
    own = {"en": "own label", "ko": "직접 붙인 이름"}[lang]
    true = {"en": f"{USFK}, 2017-07", "ko": f"{SHOWN_KO}, 2017년 7월"}[lang]
    if projection != "globe":  # which has too little of this ring in view for more than its number
        assert f"15,000 km, \u201c{USFK}\u201d" in said, "on the ring"
    beside = "" if projection == "mercator" else "15,000 km, "  # among the distances
    assert f"{beside}\u201c{USFK}\u201d, {own}" in said, "in the legend"
    assert any(text.endswith(true) for text in said)
    false = [text for text in said if "15,000 km" in text]
    marked = f"\u201c{USFK}\u201d"
    nobodys = ("15,000 km", finding_of(view))  # what a range means, not whose it is
    assert all(marked in text or text.strip() in nobodys for text in false)
    assert USFK not in title_of(view) + finding_of(view)


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
