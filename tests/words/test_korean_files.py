"""Files and cards in Korean: what they say is Korean, what programs read stays."""

from __future__ import annotations

import io
import re
from html import unescape
from urllib.parse import quote

import pytest
from matplotlib.ft2font import FT2Font
from pypdf import PdfReader

from geo.files.datafiles import DATA_DIR
from geo.letters import font_path
from geo.words.language import language_facts
from tests.support import ask
from tests.words.koreantexts import (
    HANGUL,
    VIEWS,
    english_in,
)
from ui.server.socialcards import card_tags


def test_exports_tell_programs_in_english_whatever_the_language() -> None:
    answer = ask("/export/rings.geojson?ring=atlantis~1&lang=ko")
    assert answer.status == 400
    assert not HANGUL.search(answer.text)
    english, korean = (ask(f"/export/rings.geojson?ring=sohae~8000&lang={x}") for x in ("en", "ko"))
    assert english.body == korean.body


def test_table_has_the_same_columns_and_rows_with_korean_names() -> None:
    english, korean = (
        ask(f"/export/reach.csv?lang={lang}").text.splitlines() for lang in ("en", "ko")
    )
    assert english[0] == korean[0]
    assert len(english) == len(korean)
    seoul = next(line.split(",") for line in korean if ",seoul," in line)
    assert seoul[2:6] == ["seoul", "서울", "한국", "capital"]


@pytest.mark.parametrize("view", VIEWS)
def test_kml_is_korean(view: str) -> None:
    kml = ask(f"/export/map.kml?{quote(VIEWS[view], safe='=&,~')}&lang=ko").text
    told = unescape(unescape(re.sub(r"<[^>]*>", "\n", kml)))
    assert english_in(told) == []
    assert "사거리 원" in told.splitlines()


def test_handout_is_korean() -> None:
    answer = ask(f"/export/handout.pdf?{quote(VIEWS['several'], safe='=&,~')}&lang=ko")
    page = PdfReader(io.BytesIO(answer.body))
    text = page.pages[0].extract_text()
    assert english_in(text) == []
    for words in ("이름:", "누가 무엇을 주장하는가", "사거리는 가정이며"):
        assert words in text
    assert page.metadata is not None
    assert "북한: 누가 사거리 안에 있는가?" in str(page.metadata.title)


def test_saved_page_is_korean() -> None:
    page = ask("/export/map.html?ring=sohae~10000~Korea%20Times&lang=ko").text
    assert '<html lang="ko" data-alone data-saved>' in page
    outside = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert english_in(re.sub(r"<[^>]*>", "\n", outside)) == []
    assert (
        "<title>북한: 서해위성발사장에서 10,000 km 안에 누가 있는가? | Reachmap</title>" in outside
    )
    assert 'aria-label="사거리 원 지도.' in outside


def test_card_is_korean() -> None:
    tags = card_tags("ring=sohae~8000&lang=ko", "http://map.example/")
    assert '<meta property="og:locale" content="ko_KR" />' in tags
    assert "<title>북한: 서해위성발사장에서 8,000 km 안에 누가 있는가? | Reachmap</title>" in tags
    assert "8,000 km 이내: 이 지도의 도시 178곳 중" in tags
    assert english_in(re.sub(r"[<>\"=]", "\n", tags)) == []
    assert 'content="en_US"' in card_tags("ring=sohae~8000", "http://map.example/")


def test_fonts_have_every_sign_of_the_korean_texts() -> None:
    files = [*DATA_DIR.joinpath("rows/ko").glob("*.csv"), *DATA_DIR.joinpath("words/ko").glob("*")]
    signs = {ord(sign) for file in files for sign in file.read_text("utf-8") if HANGUL.match(sign)}
    (font,) = language_facts("ko").picture_fonts
    for file in (font.usual, font.bold):
        assert signs <= set(FT2Font(str(font_path(font.package, file))).get_charmap())
