"""What Python says in Korean: sentences, files, answers and what cannot be used."""

from __future__ import annotations

import io
import re
from functools import cache
from html import unescape
from urllib.parse import quote

import pytest
from matplotlib.ft2font import FT2Font
from pypdf import PdfReader

from geo.catalog.reading import load_catalog
from geo.files.datafiles import DATA_DIR
from geo.handout.content import handout_text
from geo.link.view import View
from geo.picture.canvas import font_path
from geo.reach.quotes import who_says, whose
from geo.reach.summary import summarize
from geo.share import captions
from geo.words.dates import format_date
from geo.words.language import language_facts
from geo.words.units import format_people
from tests.messages import said
from tests.support import BAD_VALUES, ask, read_link, scenario_of, table, view_at
from ui.scene.claims import missiles_json
from ui.scene.scenes import presets_json, scene_of
from ui.server.socialcards import card_tags

HANGUL = re.compile(r"[\uac00-\ud7a3]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
PARTS = re.compile(r"\{\w+\}")
VIEWS = {
    "july": "units=km",
    "band": "ring=sohae~3000-5500~US Pacific Command&ring=sohae~2000&units=mi",
    "several": "ring=sohae~8000~own assumption&ring=tonghae~10400-12000-14000&date=2017-07-04",
    "envelope": "ring=kusong_north~4500~Hwasong-12, best published&show=cities,radar,arcs,envelope",
    "bare": "ring=0,0~50&to=&show=",
}


def korean_view(name: str) -> View:
    return view_at(f"{VIEWS[name]}&lang=ko")


@cache
def english_phrases() -> frozenset[str]:
    """Return the words of our messages between their values, as far as they are sentences."""
    parts = (part.strip(" .,:;()") for text in said(".py") for part in PARTS.split(text))
    return frozenset(part for part in parts if len(LATIN_WORD.findall(part)) >= 2)


def english_in(text: str) -> list[str]:
    """Return what of our English stands in a text."""
    plain = " ".join(text.split())
    return [part for part in english_phrases() if re.search(rf"\b{re.escape(part)}\b", plain)]


def test_english_would_be_noticed() -> None:
    told = summarize(view_at(f"{VIEWS['july']}&on=2"))
    assert {"people in towns over 15,000", "Nearest US soil"} <= set(
        english_in(told.counts + told.rest)
    )


@pytest.mark.parametrize(
    ("people", "text"),
    [
        (0, "0명"),
        (9_876, "9,876명"),
        (10_000, "1만 명"),
        (85_500, "8.6만 명"),
        (999_499, "99.9만 명"),
        (999_500, "100만 명"),
        (23_004_999, "2,300만 명"),
        (99_994_999, "9,999만 명"),
        (99_995_000, "1억 명"),
        (1_432_000_000, "14.3억 명"),
        (7_950_000_000, "79.5억 명"),
    ],
)
def test_people_are_counted_in_ten_thousands(people: int, text: str) -> None:
    assert format_people(people, "ko") == text


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2017-07-04", "2017년 7월 4일"),
        ("2013-10", "2013년 10월"),
        ("1980", "1980년"),
        ("", ""),
    ],
)
def test_dates_are_as_precise_as_they_are_known(date: str, text: str) -> None:
    assert format_date(date, "ko") == text
    assert format_date(date, "en") == date


@pytest.mark.parametrize(
    ("km", "label", "shown", "date"),
    [
        (8000, "experts via Yonhap", "전문가들(연합뉴스 보도)", ", 2017년 7월 4일"),
        (10000, "Hwasong-14, Jane's", "화성-14형, 제인스", ", 2017년 8월 1일"),
        (8000, "own assumption", "직접 정한 가정", ""),
        (4500, "Hwasong-12, best published", "화성-12형, 공개된 대표 추정치", ""),
        (8000, "Korea Times", "“Korea Times”, 직접 붙인 이름", ""),
        (8000, "Hwasong-12, best published", "“Hwasong-12, best published”, 직접 붙인 이름", ""),
        (8000, "our class 3b", "“our class 3b”, 직접 붙인 이름", ""),
        (8000, "3반의 가정", "“3반의 가정”, 직접 붙인 이름", ""),
        (8000, "", "", ""),
    ],
)
def test_label_is_shown_in_korean_and_stays_in_the_link(
    km: int, label: str, shown: str, date: str
) -> None:
    query = f"ring=sohae~{km}~{quote(label)}&lang=ko"
    (ring,) = scenario_of(query).rings
    korean = load_catalog(lang="ko")
    assert whose(ring, korean).shown == shown
    assert whose(ring, load_catalog()).shown.removesuffix(", own label").strip("“”") == label
    sent = scene_of(view_at(query))["rings"][0]
    assert (sent["label"], sent["said"]) == (label, shown)
    assert who_says(ring, korean) == (shown or "직접 정한 가정") + date


def test_claims_and_presets_go_to_the_browser_with_label_and_korean() -> None:
    said = {row["id"]: row["label"] for row in table("claims").values()}
    for missile in missiles_json(load_catalog(lang="ko")):
        assert missile["names"][0] == table("missiles")[missile["id"]]["name"]
        for claim in missile["claims"]:
            assert claim["label"] == said[claim["id"]]
            assert HANGUL.search(claim["said_by"]) or claim["said_by"].startswith("KN-")
    for preset in presets_json(load_catalog(lang="ko")):
        assert HANGUL.search(preset["title"])
        assert preset["scene"]["lang"] == "ko"
        assert all(HANGUL.search(ring["name"]) for ring in preset["scene"]["rings"])


@pytest.mark.parametrize("view", VIEWS)
def test_sentences_are_korean_and_count_what_the_english_count(view: str) -> None:
    korean = korean_view(view)
    told = summarize(korean)
    english = summarize(view_at(VIEWS[view]))
    for one, other in (
        (english.nearest_us, told.nearest_us),
        (english.newly_inside, told.newly_inside),
        (english.envelope, told.envelope),
    ):
        assert bool(one) == bool(other)
        assert not other or HANGUL.search(other)
        numbers = [sorted(re.findall(r"\d[\d,]*", text)) for text in (one, other)]
        # Names of places may hold digits, so only the values of the sentence are compared.
        assert set(numbers[0]) >= {each for each in numbers[1] if "," in each}
    texts = handout_text(korean)
    everything = [
        told.counts, told.rest, captions.title(korean),
        captions.subtitle(korean), captions.common_site(korean),
        *(words for _, _, words in captions.symbol_rows(korean)),
        *(row.claim for row in captions.ring_rows(korean)),
        *texts.questions, *(row.who for row in texts.claims),
        *(row.place for row in texts.distances),
    ]  # fmt: skip
    assert english_in("\n".join(everything)) == []


@pytest.mark.parametrize("key", BAD_VALUES)
def test_page_says_in_korean_what_it_cannot_use(key: str) -> None:
    _, (problem,) = read_link(f"{key}={quote(BAD_VALUES[key])}")
    assert HANGUL.search(problem.said("ko"))
    assert english_in(problem.said("ko")) == []
    assert problem.said("en") == problem.problem
    assert not HANGUL.search(problem.problem)


@pytest.mark.parametrize(
    "ring",
    ["sohae", "atlantis~8000", "sohae~a", "sohae~9-5", "sohae~1-2-3-4", "99,200~800", "95,20~800",
     "39,999~800", "1~2", f"sohae~8000~{'x' * 61}", "sohae~{ring}", "{0}{value}~8000"],
)  # fmt: skip
def test_bad_ring_is_explained_in_korean_with_its_value(ring: str) -> None:
    _, (problem,) = read_link(f"ring={quote(ring)}")
    said = problem.said("ko")
    assert HANGUL.search(said)
    assert english_in(said) == []
    assert set(re.findall(r"\d{2,}", problem.problem)) == set(re.findall(r"\d{2,}", said))


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
    assert "사거리 가정 2건" in str(page.metadata.title)


def test_saved_page_is_korean() -> None:
    page = ask("/export/map.html?ring=sohae~10000~Korea%20Times&lang=ko").text
    assert '<html lang="ko" data-saved>' in page
    outside = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert english_in(re.sub(r"<[^>]*>", "\n", outside)) == []
    assert "서해위성발사장 (동창리)에서 10,000 km (코리아타임스, 상한)" in outside
    assert 'aria-label="사거리 원 지도.' in outside


def test_card_is_korean() -> None:
    tags = card_tags("ring=sohae~8000&lang=ko", "http://map.example/")
    assert '<meta property="og:locale" content="ko_KR" />' in tags
    assert "<title>서해위성발사장에서 8,000 km 이내 | Reachmap</title>" in tags
    assert "8,000 km 이내: 도시 159곳 중" in tags
    assert english_in(re.sub(r"[<>\"=]", "\n", tags)) == []
    assert 'content="en_US"' in card_tags("ring=sohae~8000", "http://map.example/")


@pytest.mark.parametrize(
    ("typed", "name", "detail"),
    [
        ("seoul", "서울", "수도, 한국"),
        ("서울", "서울", "수도, 한국"),
        ("andersen", "앤더슨 공군기지", "공군기지, 괌(미국)"),
        ("sohae", "서해위성발사장 (동창리)", "발사 장소"),
        ("부르사", "부르사", "튀르키예, 인구 "),
        ("이스탄불", "이스탄불", "도시, 튀르키예"),
        ("kuwait city", "Kuwait City", "쿠웨이트, 인구 "),
        ("39.87,125.27", "39.87,125.27", "좌표(위도 먼저)"),
    ],
)
def test_find_answers_in_korean_to_names_in_both_languages(
    typed: str, name: str, detail: str
) -> None:
    answer = ask(f"/live/find.json?q={quote(typed)}&lang=ko").json()
    first = answer["results"][0]
    assert first["name"] == name
    assert first["detail"].startswith(detail)


@pytest.mark.parametrize("typed", ["아틀란티스", "125.27,39.87", "<img>"])
def test_find_says_in_korean_why_there_is_nothing(typed: str) -> None:
    answer = ask(f"/live/find.json?q={quote(typed)}&lang=ko").json()
    assert answer["results"] == []
    assert typed in answer["message"]
    assert HANGUL.search(answer["message"].replace(typed, ""))
    assert english_in(answer["message"]) == []


@pytest.mark.parametrize("path", ["places", "sites", "missiles", "presets", "site", "find"])
def test_live_answers_in_the_language_asked_for(path: str) -> None:
    query = "q=seoul&site=sohae"
    english, korean = (ask(f"/live/{path}.json?{query}&lang={lang}").text for lang in ("en", "ko"))
    assert english == ask(f"/live/{path}.json?{query}").text
    assert korean != english
    bad = ask(f"/live/{path}.json?{query}&lang=fr")
    assert bad.status == 400
    assert [error["key"] for error in bad.json()["errors"]] == ["lang"]


def test_fonts_have_every_sign_of_the_korean_texts() -> None:
    files = [*DATA_DIR.joinpath("rows/ko").glob("*.csv"), *DATA_DIR.joinpath("words/ko").glob("*")]
    signs = {ord(sign) for file in files for sign in file.read_text("utf-8") if HANGUL.match(sign)}
    (font,) = language_facts("ko").picture_fonts
    for file in (font.usual, font.bold):
        assert signs <= set(FT2Font(str(font_path(font.package, file))).get_charmap())
