"""The quiz over HTTP: questions in both languages, links with a seed or a result, hostile input."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.openedpages import component, opened
from tests.support import ask, errors_of, exact, place_point, site_point, table

Json = dict[str, Any]
WORDS = {"name", "country", "said", "source"}  # what a language may change


def questions_of(seed: str, lang: str = "en") -> list[Json]:
    answer = ask(f"/live/quiz.json?seed={seed}&lang={lang}")
    assert answer.status == 200
    assert list(answer.json()) == ["seed", "questions", "answers"]
    assert answer.json()["seed"] == seed
    assert answer.json()["answers"] is None
    return answer.json()["questions"]


def right_answers(questions: list[Json]) -> list[str]:
    return [each["answer"] or f"{each['distance_km']:.0f}" for each in questions]


def link_of(query: str) -> str:
    answer = ask(f"/live/quizlink.json?{query}")
    assert answer.status == 200
    return answer.json()["link"]


def without_words(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_words(each) for key, each in value.items() if key not in WORDS}
    return [without_words(each) for each in value] if isinstance(value, list) else value


def test_questions_say_what_the_tables_say() -> None:
    questions = questions_of("KTV3")
    assert len(questions) == 10
    for each in questions:
        site, place = each["site"], each["place"]
        km, azimuth_deg = exact(site_point(site["id"]), place_point(place["id"]))
        assert each["distance_km"] == pytest.approx(km, abs=0.001)
        assert each["azimuth_deg"] == pytest.approx(azimuth_deg, abs=0.01)
        assert (site["lat"], site["lon"]) == site_point(site["id"])
        assert (place["lat"], place["lon"]) == place_point(place["id"])
        assert site["name"] == table("launch_sites")[site["id"]]["name"]
        if each["kind"] == "distance":
            assert each["claim"] is each["answer"] is None
            continue
        row = table("claims")[each["claim"]["id"]]
        (range_km,) = {float(km) for km in (row["range_km_low"], row["range_km_high"]) if km}
        assert each["claim"]["range_km"] == range_km
        assert each["claim"]["statement"] == row["statement"]
        assert each["claim"]["label"] == row["label"]
        assert each["claim"]["source"] == {
            "name": row["source_name"], "url": row["source_url"] or None,
        }  # fmt: skip
        assert each["answer"] == ("in" if km <= range_km else "out")


@pytest.mark.parametrize("seed", ["KTV3", "a", "class-7b"])
def test_both_languages_ask_the_same(seed: str) -> None:
    english, korean = questions_of(seed), questions_of(seed, "ko")
    assert without_words(english) == without_words(korean)
    for one, other in zip(english, korean, strict=True):
        assert one["place"]["name"] != other["place"]["name"]
        assert one["site"]["name"] != other["site"]["name"]


def test_unknown_language_is_english() -> None:
    assert questions_of("KTV3", "xx") == questions_of("KTV3")


@pytest.mark.parametrize("seed", ["", "a b", "<img src=x>", "x" * 21, "\uc11c\uc6b8", "a\0"])
@pytest.mark.parametrize(("lang", "said"), [("en", "20 letters"), ("ko", "\uc601\ubb38\uc790")])
def test_bad_seed_is_named_in_the_language_of_the_page(seed: str, lang: str, said: str) -> None:
    for path in ("/live/quiz.json", "/live/quizlink.json", "/live/quizlink.svg"):
        answer = ask(f"{path}?seed={quote(seed)}&lang={lang}")
        assert answer.status == 400
        (error,) = errors_of(answer)
        assert (error["key"], error["value"]) == ("seed", seed)
        assert said in error["problem"]
    assert errors_of(ask("/live/quiz.json"))[0]["key"] == "seed"


def test_link_for_the_class_holds_the_seed_and_the_units_alone() -> None:
    link = urlsplit(link_of("seed=KTV3&units=mi&lang=ko&at=1,2,3"))
    assert link.path == "/quiz"
    assert parse_qsl(link.query) == [("seed", "KTV3"), ("units", "mi")]
    assert urlsplit(link_of("seed=KTV3&units=furlong")).query == "seed=KTV3"


def test_link_of_a_result_gives_the_answers_back_and_needs_nothing_else() -> None:
    answers = right_answers(questions_of("KTV3"))
    link = dict(parse_qsl(urlsplit(link_of(f"seed=KTV3&answers={','.join(answers)}")).query))
    assert sorted(link) == ["result", "seed"]
    said = ask(f"/live/quiz.json?seed={link['seed']}&result={link['result']}").json()
    assert [str(each) for each in said["answers"]] == answers
    assert said["questions"] == questions_of("KTV3")


def test_qr_code_is_a_picture_of_the_link() -> None:
    answer = ask("/live/quizlink.svg?seed=KTV3")
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.body.startswith(b"<?xml")
    answers = ",".join(right_answers(questions_of("KTV3")))
    other = ask(f"/live/quizlink.svg?seed=KTV3&answers={answers}")
    assert other.body != answer.body


@pytest.mark.parametrize(
    "answers",
    ["", "in", ",,,,,,,,,", "in," * 9 + "in", "5," * 9 + "5", "1e3," * 9 + "-1", "in," * 5000],
)
def test_answers_that_no_pupil_can_give_are_refused(answers: str) -> None:
    answer = ask(f"/live/quizlink.json?seed=KTV3&answers={answers}")
    assert answer.status == 400
    assert errors_of(answer)[0]["key"] in ("answers", "query")


@settings(max_examples=100)
@given(code=st.text(max_size=60), lang=st.sampled_from(("en", "ko", "<b>")))
def test_hostile_result_is_named_and_not_used(code: str, lang: str) -> None:
    escaped = quote(code, safe="", errors="replace")
    answer = ask(f"/live/quiz.json?seed=KTV3&lang={quote(lang)}&result={escaped}")
    (error,) = errors_of(answer)
    assert answer.status == 400
    assert error["key"] == "result"


def test_question_is_kept_by_a_browser_until_the_data_change() -> None:
    first = ask("/live/quiz.json?seed=KTV3")
    tag = first.headers["etag"]
    assert ask("/live/quiz.json?seed=KTV3", headers={"if-none-match": tag}).status == 304


def test_page_gives_the_browser_units_and_language_of_the_link() -> None:
    app = opened("quiz", seed="KTV3", units="mi", lang="ko")
    assert not app.exception
    scene = component(app, "quiz")["scene"]
    assert (scene["units"], scene["lang"]) == ("mi", "ko")
    assert [element.type for element in app.main].count("component_instance") == 1
