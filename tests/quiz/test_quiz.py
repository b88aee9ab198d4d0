"""The quiz: any seed gives ten fair questions, the same for everybody, with right answers."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.quiz.answercode import Answer, decode_answers, encode_answers
from geo.quiz.questions import Question, is_seed, places_asked, quiz, shuffled, sites_asked
from tests.support import exact, place_point, site_point, table

SEEDS = st.from_regex(r"[A-Za-z0-9-]{1,20}", fullmatch=True)
ONE_METRE_KM = 0.001
GUESSES = st.integers(10, 19_900)


@cache
def ktv3() -> tuple[Question, ...]:
    return quiz("KTV3", load_catalog())


def point_pairs(question: Question) -> tuple[tuple[float, float], tuple[float, float]]:
    return site_point(question.way.site.id), place_point(question.way.place.id)


def right_answers(questions: tuple[Question, ...]) -> list[Answer]:
    return [
        round(q.way.distance_km) if q.claim is None else "in" if q.is_inside else "out"
        for q in questions
    ]


@settings(max_examples=15)
@given(seed=SEEDS)
def test_any_seed_gives_ten_fair_questions(seed: str) -> None:
    questions = quiz(seed, load_catalog())
    kinds = Counter(question.kind for question in questions)
    assert kinds == {"reach": 5, "distance": 5}
    places = [question.way.place.id for question in questions]
    assert len(set(places)) == 10, "no place is asked about twice"
    assert len({question.way.site.id for question in questions}) == 10
    inside = sum(question.is_inside for question in questions if question.kind == "reach")
    assert inside in (2, 3)
    for question in questions:
        km, azimuth_deg = exact(*point_pairs(question))
        assert question.way.distance_km == pytest.approx(km, abs=ONE_METRE_KM)
        assert question.way.azimuth_deg == pytest.approx(azimuth_deg, abs=1e-6)
        if question.claim:
            check_margin(question, km)
        else:
            assert 700 <= km < 15_000


def check_margin(question: Question, km: float) -> None:
    """The claim is one number of the table, and the place neither too near its edge nor too far."""
    assert question.claim is not None
    row = table("claims")[question.claim.id]
    (range_km,) = {float(km) for km in (row["range_km_low"], row["range_km_high"]) if km}
    assert question.is_inside is (km <= range_km)
    gap_km = abs(km - range_km)
    assert 0.03 * range_km <= gap_km <= 0.25 * range_km
    site = table("launch_sites")[question.way.site.id]
    place = next(t for t in map(table, ("cities", "bases")) if question.way.place.id in t)
    place_km = float(place[question.way.place.id]["precision_km"])
    assert gap_km >= float(site["precision_km"]) + place_km


@settings(max_examples=8)
@given(seed=SEEDS)
def test_what_is_told_of_a_way_holds(seed: str) -> None:
    for question in quiz(seed, load_catalog()):
        way = question.way
        start, end = point_pairs(question)
        line = Geodesic.WGS84.InverseLine(*start, *end)
        highest = max(line.Position(line.s13 * i / 400)["lat2"] for i in range(401))
        assert way.northmost_deg == pytest.approx(highest, abs=0.02)
        if way.alike is None:
            assert way.alike_km is None
            continue
        km, azimuth_deg = exact(start, place_point(way.alike.id))
        assert way.alike_km == pytest.approx(km, abs=ONE_METRE_KM)
        assert abs(km - way.distance_km) <= 0.03 * way.distance_km
        turn_deg = abs((azimuth_deg - way.azimuth_deg + 180) % 360 - 180)
        assert turn_deg >= 60, "in quite another direction"


def test_same_seed_means_the_same_questions_whatever_the_order_of_the_rows() -> None:
    catalog = load_catalog()
    mixed = random.Random(5)  # noqa: S311
    turned = replace(
        catalog,
        places=tuple(mixed.sample(catalog.places, len(catalog.places))),
        claims=tuple(mixed.sample(catalog.claims, len(catalog.claims))),
        launch_sites=tuple(mixed.sample(catalog.launch_sites, len(catalog.launch_sites))),
    )
    assert ids(quiz("KTV3", catalog)) == ids(quiz("ktv3", turned))
    assert ids(quiz("KTV3", catalog)) != ids(quiz("KTV4", catalog))


def ids(questions: tuple[Question, ...]) -> list[tuple[str, str, str]]:
    return [(q.way.site.id, q.way.place.id, q.claim.id if q.claim else "") for q in questions]


def test_deck_is_in_the_order_that_the_documented_digest_gives() -> None:
    # printf 'reachmap-quiz-1:KTV3:sites:sohae' | sha256sum, and so on
    assert shuffled("ktv3", "sites", ["sohae", "hodo", "sinpo"]) == ORDER_BY_SHA256SUM


ORDER_BY_SHA256SUM = ["sinpo", "hodo", "sohae"]


def test_every_launch_site_has_a_place_in_each_span_of_distances() -> None:
    """Without one, a quiz could not be made."""
    places = [place_point(place.id) for place in places_asked(load_catalog())]
    spans_km = ((700, 2000), (2000, 5000), (5000, 8000), (8000, 10_500), (10_500, 15_000))
    for site in sites_asked(load_catalog()):
        kms = [exact(site_point(site.id), place)[0] for place in places]
        for low, high in spans_km:
            assert sum(low <= km < high for km in kms) >= 5, (site.id, low)


def test_places_are_such_that_pupils_can_know() -> None:
    asked = {place.id for place in places_asked(load_catalog())}
    assert {"seoul", "tokyo", "guam", "honolulu", "washington_dc", "andersen_afb"} & asked
    assert not {"pyongyang", "hilo", "majuro", "tinian_apt", "thaad_guam"} & asked


@pytest.mark.parametrize("text", ["K", "KTV3", "a-b-9", "-", "0" * 20])
def test_seed_is_letters_digits_and_hyphens(text: str) -> None:
    assert is_seed(text)


@pytest.mark.parametrize(
    "text", ["", "0" * 21, "a b", "a_b", "<b>", "\u0661", "caf\u00e9", "\uc11c\uc6b8", "a\n", "a\0"]
)
def test_anything_else_is_no_seed(text: str) -> None:
    assert not is_seed(text)


@st.composite
def played(draw: st.DrawFn) -> tuple[str, list[Answer]]:
    seed = draw(SEEDS)
    answers = [
        draw(st.sampled_from(("in", "out")) if question.kind == "reach" else GUESSES)
        for question in quiz(seed, load_catalog())
    ]
    return seed, answers


@settings(max_examples=20)
@given(game=played(), lowered=st.booleans())
def test_code_gives_the_answers_back(game: tuple[str, list[Answer]], lowered: bool) -> None:
    seed, answers = game
    questions = quiz(seed, load_catalog())
    code = encode_answers(seed, questions, answers)
    assert len(code) == 21
    assert code.isalnum()
    given_code = code.lower() if lowered else code
    assert decode_answers(seed, questions, given_code) == answers


@settings(max_examples=200)
@given(code=st.text(max_size=40) | st.from_regex(r"1[0-9A-HJKMNP-TV-Z]{20}", fullmatch=True))
def test_code_that_nobody_made_is_refused(code: str) -> None:
    answers = decode_answers("KTV3", ktv3(), code)
    # One in a million passes the check by chance: then it is the code of those answers.
    assert answers is None or encode_answers("KTV3", ktv3(), answers) == code.upper()


def test_code_with_one_sign_changed_or_of_other_questions_is_refused() -> None:
    questions = ktv3()
    code = encode_answers("KTV3", questions, right_answers(questions))
    for place, sign in enumerate(code):
        for other in {"0", "7", "Z"} - {sign}:
            assert (
                decode_answers("KTV3", questions, code[:place] + other + code[place + 1 :]) is None
            )
    assert decode_answers("KTV4", quiz("KTV4", load_catalog()), code) is None
    moved = (replace(questions[0], way=replace(questions[0].way, distance_km=9.0)), *questions[1:])
    assert decode_answers("KTV3", moved, code) is None, "the data changed since"


def test_guess_beyond_the_slider_has_no_code() -> None:
    questions = ktv3()
    answers = right_answers(questions)
    guess = next(n for n, q in enumerate(questions) if q.kind == "distance")
    for km in (0, 9, 19_901, 32_767):
        answers[guess] = km
        code = encode_answers("KTV3", questions, answers)
        assert decode_answers("KTV3", questions, code) is None
