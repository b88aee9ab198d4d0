"""The quiz as pupils play it: by keyboard, by taps on the map, on a phone, in both languages."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from geo.quiz.questions import Question, claimed_km, quiz
from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen
from tests.browser.visitors.test_accessibility import grave_violations, use_theme
from tests.support import exact, place_point, site_point

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
STATE = "() => window.reachmapQuiz?.state()"
NONE_SMALL = """() => [...document.querySelectorAll(".rm-quiz :is(button, a, input, summary)")]
    .every((node) => !node.checkVisibility() || node.getBoundingClientRect().height >= 40)"""
AT_THE_THUMB = """(name) => {
    const box = document.querySelector(`[data-testid=quiz-${name}]`).getBoundingClientRect();
    return box.y >= 844 / 2 && box.bottom <= 844;
}"""
Json = dict[str, Any]
OpenQuiz = Callable[..., Screen]


@pytest.fixture
def open_quiz(visit_bare: Open) -> OpenQuiz:
    """Open the quiz on another machine, and wait for a question, or a result, and the map."""

    def opened(query: str, **options: Any) -> Screen:
        screen = visit_bare(**options)
        # Streamlit looks for its server below the page's own path first.
        screen.faults.expect(errors=("/_stcore/", "status of 400"))
        screen.page.goto(f"{screen.home}/quiz?{query}", wait_until="commit")
        return ready(screen)

    return opened


def ready(screen: Screen) -> Screen:
    screen.until(
        f"() => ['asked', 'ended'].includes(({STATE})()?.step) && {MAP}?.state().rings.length",
        "a question and the map",
    )
    screen.wait_for_styles()
    return screen


def state(screen: Screen) -> Json:
    return dict(screen.page.evaluate(STATE))


def says(screen: Screen, name: str) -> str:
    return screen.page.get_by_test_id(f"quiz-{name}").inner_text()


def true_km(question: Question) -> float:
    return exact(site_point(question.way.site.id), place_point(question.way.place.id))[0]


def points(question: Question, answer: str | int) -> int:
    """The rule as docs/teach.md tells it: 100 points, less two for each percent of error."""
    if question.claim:
        return 100 * (
            answer == ("in" if true_km(question) <= claimed_km(question.claim) else "out")
        )
    percent = 100 * abs(int(answer) - true_km(question)) / true_km(question)
    return max(0, math.floor(100 - 2 * percent + 0.5))


def give_answer(screen: Screen, question: Question) -> str | int:
    """Answer by keys alone: always `in`, or a guess that is about right."""
    if question.claim:
        screen.page.keyboard.press("i")
        return "in"
    pages = round((true_km(question) - 5000) / 1980)
    for _ in range(abs(pages)):
        screen.page.keyboard.press("PageUp" if pages > 0 else "PageDown")
    screen.page.keyboard.press("ArrowRight")
    km = state(screen)["guess_km"]
    screen.eventually(lambda: screen.ranges() == [km], "the guess as a ring")
    screen.page.keyboard.press("Enter")
    return int(km)


def check_told(screen: Screen, question: Question, answer: str | int) -> None:
    """The result in words, and the truth on the map: ring, place and shortest way."""
    km, told = true_km(question), says(screen, "result")
    assert f"{km:,.0f} km" in told
    assert re.search(rf"\b{points(question, answer)} points?", told)
    if question.claim:
        rings_km = [claimed_km(question.claim)]
        assert f"{abs(km - rings_km[0]):,.0f} km" in told
    else:
        rings_km = [km, float(answer)]
        assert f"{100 * abs(float(answer) - km) / km:.0f} %" in told
    screen.eventually(lambda: screen.ranges() == pytest.approx(rings_km, abs=0.01), "true ring")
    assert screen.page.evaluate("() => window.reachmapBus.scene.targets") == [question.way.place.id]
    assert "arcs" in screen.page.evaluate("() => window.reachmapBus.scene.show")
    expect(screen.page.get_by_test_id("quiz-heard")).to_contain_text(told.splitlines()[0])


def test_quiz_is_played_by_keyboard_and_its_result_opens_from_the_link(
    open_quiz: OpenQuiz,
) -> None:
    screen = open_quiz("seed=KTV3")
    questions = quiz("KTV3", load_catalog())
    answers: list[str | int] = []
    for number, question in enumerate(questions, start=1):
        assert question.way.place.name in says(screen, "question")
        assert f"Question {number} of 10" in says(screen, "score")
        expect(screen.page.get_by_test_id("quiz-heard")).to_contain_text(f"Question {number} of 10")
        if number == 3:
            assert grave_violations(screen.page) == []
        answers.append(give_answer(screen, question))
        check_told(screen, question, answers[-1])
        screen.page.keyboard.press("Enter")
    score = sum(map(points, questions, answers))
    assert 100 < score < 1000
    assert says(screen, "total") == f"{score:,} of 1,000 points"
    assert state(screen)["score"] == score
    assert state(screen)["answers"] == answers
    assert grave_violations(screen.page) == []
    told = says(screen, "list")

    screen.page.get_by_role("button", name="Show the result").press("Enter")
    link = screen.page.get_by_test_id("quiz-link")
    expect(link).to_have_attribute("href", re.compile(r"/quiz\?seed=KTV3&result=1[0-9A-Z]{20}$"))
    picture = screen.page.get_by_test_id("quiz-qr")
    screen.eventually(lambda: picture.evaluate("(image) => image.naturalWidth > 0"), "a QR code")
    assert grave_violations(screen.page) == []
    screen.page.goto(link.get_attribute("href") or "")
    ready(screen)
    assert says(screen, "total") == f"{score:,} of 1,000 points"
    assert says(screen, "list") == told
    assert screen.page.evaluate("() => [localStorage.length, document.cookie]")[0] == 0
    screen.page.get_by_test_id("quiz-again").click()
    screen.eventually(lambda: screen.query() == [("seed", "KTV3")], "an address without a result")
    assert state(screen)["answers"] == []


def test_korean_quiz_on_a_phone_is_answered_by_a_tap_on_the_map(open_quiz: OpenQuiz) -> None:
    screen = open_quiz("seed=KTV3&lang=ko", **PHONE)
    use_theme(screen, "dark")
    questions = quiz("KTV3", load_catalog())
    guess = questions[0]
    assert guess.claim is None
    assert not re.search(r"[a-z]{3}", screen.page.locator(".rm-quiz-stage").inner_text())
    screen.until(NONE_SMALL, "controls as large as a finger")
    home = site_point(guess.way.site.id)
    spot = (-20.0, 120.0)
    x, y = screen.point_of(*spot)
    screen.page.touchscreen.tap(x, y)
    screen.until(f"() => ({STATE})().guess_km !== 5000", "the tap to be the guess")
    km = state(screen)["guess_km"]
    pixel_km = 40_075 / (256 * 2 ** screen.view()[2])
    assert km == pytest.approx(exact(home, spot)[0], abs=pixel_km)
    expect(screen.popup).to_have_count(0)
    screen.eventually(lambda: screen.ranges() == [km], "the guess as a ring")
    screen.page.keyboard.press("Enter")  # the tap left the keys with the panel
    assert f"{km:,} km" in says(screen, "result")
    assert grave_violations(screen.page) == []
    for name in ("next", "question"):
        screen.until(AT_THE_THUMB, "the quiz at the thumb, the map above", name)
    screen.page.get_by_test_id("quiz-next").tap()
    expect(screen.page.get_by_test_id("quiz-score")).to_contain_text("2")


def test_bad_seed_and_bad_result_are_named_and_a_quiz_starts(open_quiz: OpenQuiz) -> None:
    evil = "<img src=x onerror=alert(1)>"
    screen = open_quiz(f"seed={evil}&result=1&units=mi")
    expect(screen.message).to_contain_text(f"seed={evil} was not used")
    expect(screen.message).to_contain_text("1 to 20 letters, digits or hyphens")
    seed = state(screen)["seed"]
    assert re.fullmatch(r"[A-Z0-9]{5}", seed)
    screen.eventually(
        lambda: screen.query() == [("seed", seed), ("units", "mi")], "the new seed in the address"
    )
    screen.page.goto(f"{screen.home}/quiz?seed=KTV3&result={evil}")
    ready(screen)
    expect(screen.message).to_contain_text(f"result={evil} was not used")
    assert state(screen)["answers"] == []
    screen.eventually(lambda: screen.query() == [("seed", "KTV3")], "the seed alone")
    screen.page.get_by_role("button", name="In", exact=True).or_(
        screen.page.get_by_test_id("quiz-answer")
    ).first.click()
    expect(screen.message).to_be_empty()
    screen.page.locator("summary", has_text="For the class").click()
    screen.page.get_by_test_id("quiz-class-link").click()
    expect(screen.page.get_by_test_id("quiz-link")).to_have_text(f"{screen.home}/quiz?seed=KTV3")
