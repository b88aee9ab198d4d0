"""What Python says in Korean: sentences, answers and what cannot be used."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from geo.catalog.reading import load_catalog
from geo.handout.content import handout_text
from geo.reach.quotes import who_says, whose
from geo.reach.summary import summarize
from geo.share import captions
from geo.words.dates import format_date
from geo.words.units import format_people
from tests.support import BAD_VALUES, ask, read_link, scenario_of, table, view_at
from tests.words.koreantexts import (
    HANGUL,
    VIEWS,
    english_in,
    korean_view,
)
from ui.scene.claims import missiles_json
from ui.scene.scenes import presets_json, scene_of


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
