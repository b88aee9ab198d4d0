"""Every text is drawn as it was typed, in any script; what no font has is a sign, and named."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from urllib.parse import quote

import numpy as np
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from geo.letters import clusters, drawn, missing_signs, needs_shaping, runs, usual_faces
from geo.picture.canvas import Canvas
from geo.picture.fonts import text_outline, text_width
from geo.share.captions import unknown_signs
from tests.pictures import open_png
from tests.support import ask, view_at

# Each typed by people who write so, with the marks and neighbours that shape its letters.
SCRIPTS = {
    "Korean": "\ud55c\uad6d \ub274\uc2a4",
    "Arabic": "\u0648\u0643\u0627\u0644\u0629 \u064a\u0648\u0646\u0647\u0627\u0628",
    "Persian": "\u067e\u0686\u06af",
    "Hebrew": "\u05e9\u05dc\u05d5\u05dd",
    "Chinese": "\u4e1c\u98ce",
    "Taiwan": "\u7f8e\u570b\u98db\u5f48",
    "Japanese": "\u65e5\u672c\u306e\u6ca2 \u30f4 \uff8a\uff9d",
    "Thai": "\u0e44\u0e17\u0e22 \u0e17\u0e35\u0e48\u0e19\u0e49\u0e33",
    "Hindi": "\u0939\u093f\u0928\u094d\u0926\u0940 \u0915\u094d\u0937",
    "Bengali": "\u09ac\u09be\u0982\u09b2\u09be",
    "Tamil": "\u0ba4\u0bae\u0bbf\u0bb4\u0bcd",
    "Khmer": "\u1781\u17d2\u1798\u17c2\u179a",
    "Burmese": "\u1019\u103c\u1014\u103a",
    "Georgian": "\u10e5\u10d0\u10e0",
    "Amharic": "\u12a0\u121b",
    "Mongolian": "\u182e\u1823\u1829",
    "Vietnamese": "t\u00ean l\u1eeda \u1ebf\u1eef",
    "Russian": "\u0420\u043e\u0441\u0441\u0438\u044f",
    "signs": "\u2460 \u2192 \u2605 \u2622 \u2713",
    "emoji": "\U0001f680 \U0001f1f0\U0001f1f5 \u2622\ufe0f",
}
HIEROGLYPH = "\U00013080"


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_a_font_has_every_sign(text: str) -> None:
    assert missing_signs(text) == ()
    assert drawn(text) == text


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_picture_has_letters_not_boxes(text: str) -> None:
    """Two words of the same length would look the same if the font had neither."""
    letters = [sign for sign in text if unicodedata.category(sign) in ("Lo", "Ll", "Lu", "So")]
    looks = [image_of(sign) for sign in dict.fromkeys(letters)][:2]
    assert all(look.getextrema()[0][0] < 90 for look in looks)
    assert ImageChops.difference(*looks).getbbox() is not None


def image_of(text: str) -> Image.Image:
    canvas = Canvas.blank(240, 60, 1.0)
    canvas.words(text, (10, 30), 30)
    return open_png(canvas.png({}, 96.0)).image


def test_letters_pasted_on_a_mac_are_composed() -> None:
    apart = unicodedata.normalize("NFD", "\ud55c\uad6d \u00e9")
    assert len(apart) > 4
    assert ImageChops.difference(image_of(apart), image_of("\ud55c\uad6d \u00e9")).getbbox() is None


def test_letters_are_shaped_by_their_neighbours() -> None:
    """Joined Arabic is narrower than its letters one by one; a conjunct is than its two."""
    arabic, hindi = SCRIPTS["Arabic"].split()[0], "\u0915\u094d\u0937"
    for text, parts in ((arabic, list(arabic)), (hindi, ["\u0915\u094d", "\u0937"])):
        alone = sum(text_width(each, False) for each in parts)
        assert text_width(text, False) < 0.93 * alone


def test_arabic_runs_from_the_right() -> None:
    """Its first letter, which has a tall stroke, stands at the right end."""
    x, y = np.asarray(text_outline("\u0644\u0633\u0633\u0633", bold=False).vertices).T
    assert x[np.argmax(y)] > 0.7 * x.max()


def test_a_word_of_chinese_has_one_face() -> None:
    """The usual face has the second character alone: two faces in a word look like a mistake."""
    word = "\u4e1c\u7f8e"
    assert len(runs(word, usual_faces()[0])) == 1


def test_letters_with_their_marks_are_never_cut() -> None:
    assert clusters("\u0e17\u0e35\u0e48\u0e19") == ("\u0e17\u0e35\u0e48", "\u0e19")
    assert clusters("\u0915\u094d\u0937\u093e!") == ("\u0915\u094d\u0937\u093e", "!")
    assert clusters("\U0001f1f0\U0001f1f5\U0001f1fa\U0001f1f8") == (
        "\U0001f1f0\U0001f1f5", "\U0001f1fa\U0001f1f8",
    )  # fmt: skip
    assert "".join(clusters("a b\u0301c")) == "a b\u0301c"
    canvas = Canvas.blank(100, 100, 1.0)
    lines = canvas.wrap("\u0e17\u0e35\u0e48" * 12, 20, 60)
    assert len(lines) > 1
    assert not any(unicodedata.combining(line[0]) for line in lines)


def test_what_no_font_has_is_a_box_and_named() -> None:
    assert drawn(f"a{HIEROGLYPH}b") == "a\u25a1b"
    assert missing_signs(f"{HIEROGLYPH}{HIEROGLYPH} \ue123") == (HIEROGLYPH, "\ue123")
    said = unknown_signs(view_at(f"ring=sohae~8000~{HIEROGLYPH}&note=\U00012000"))
    assert "U+13080" in said
    assert "U+12000" in said
    assert unknown_signs(view_at("ring=sohae~8000~\u4e1c\u98ce")) == ""
    many = "".join(chr(0x13000 + n) for n in range(12))
    assert "and 4 more" in unknown_signs(view_at(f"ring=sohae~8000~{many}"))


def test_signs_that_draw_nothing_are_not_missing() -> None:
    assert missing_signs("a\u2066b\u2069\u200e\u200d\ufe0e\U000e0101 \u3000") == ()


def test_plain_letters_need_no_shaping() -> None:
    assert not any(needs_shaping(SCRIPTS[each]) for each in ("Korean", "Chinese", "Russian"))
    assert all(needs_shaping(SCRIPTS[each]) for each in ("Arabic", "Hebrew", "Thai", "Hindi"))


def handout_text(label: str, key: str = "ring=sohae~8000~") -> str:
    body = ask(f"/export/handout.pdf?{key}{quote(label, safe='')}").body
    return " ".join(PdfReader(BytesIO(body)).pages[0].extract_text().split())


def test_text_of_a_handout_can_be_copied() -> None:
    written = " - ".join(SCRIPTS[each] for each in ("Hindi", "Thai", "Chinese", "emoji"))
    assert written in handout_text(written)


def test_arabic_of_a_handout_can_be_copied_in_its_order() -> None:
    assert SCRIPTS["Arabic"] in handout_text(SCRIPTS["Arabic"])


def test_handout_names_what_no_font_has() -> None:
    assert "U+13080" in handout_text(HIEROGLYPH)


def test_composed_letters_are_the_text_of_a_handout() -> None:
    assert "\ud55c\uad6d" in handout_text(unicodedata.normalize("NFD", "\ud55c\uad6d"))
