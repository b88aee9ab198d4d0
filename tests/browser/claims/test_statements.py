"""A floor and a ceiling on screen: worded, marked on the ring, asked in the quiz as such."""

from __future__ import annotations

import math
from itertools import product
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen
from tests.support import ask, exact, site_point, table

FLOOR = f"ring=sunan_airport~15000~{quote('Hwasong-17, Japan (Kishi)')}"
CEILING = f"ring=banghyon_20170704~8000~{quote('experts via Yonhap')}"
SCALE = 2048
MARKS = """async ([lat, lon, km, length, scale]) => {
    const module = new URL("/assets/earth/ringshapes.js", location.origin).href;
    const { ringShape, traceMarks } = await import(module);
    const marks = [];
    const pen = {
        moveTo: (x, y) => marks.push([[x, y]]),
        lineTo: (x, y) => marks[marks.length - 1].push([x, y]),
    };
    const view = { x0: 0, y0: 0, scale, width: scale, height: scale, zoom: 3 };
    traceMarks(pen, view, ringShape({ lat, lon }, km, 5), { every: 22, length });
    return marks;
}"""
ASKED = """async ([questions, answers]) => {
    const words = await import(new URL("/assets/quiz/words.js", location.origin).href);
    return questions.map((question, i) => [words.questionText(question, "km"), words.resultText(question, answers[i], "km")]);
}"""  # noqa: E501


@pytest.mark.parametrize(
    ("link", "said", "noun"),
    [(FLOOR, "at least 15,000 km", ": a floor)"), (CEILING, "up to 8,000 km", ": a ceiling)")],
)
def test_words_stand_where_the_claim_does_and_go_with_its_number(
    follow: Open, link: str, said: str, noun: str
) -> None:
    screen = follow(link)
    *lead, number, _ = said.split()
    legend = screen.map.get_by_test_id("legend").locator("li").first
    expect(legend).to_contain_text(said)
    expect(screen.card(0).locator(".rm-card-value")).to_have_text(said)
    expect(screen.summary).to_contain_text(noun)
    expect(screen.page.get_by_test_id("reach-table").locator("th", has_text=said)).to_have_count(1)
    assert legend.locator("svg path").count() == 1, "the line is marked"
    screen.slider(0).press("ArrowRight")
    expect(screen.card(0).locator(".rm-card-value")).not_to_contain_text(number)
    expect(screen.card(0).locator(".rm-card-value")).not_to_contain_text(lead[0])
    expect(legend).not_to_contain_text(lead[0])
    expect(screen.summary).not_to_contain_text(noun)
    assert legend.locator("svg path").count() == 0
    own = "own assumption"
    screen.eventually(lambda: own in screen.rings_in_address()[0], "the change in the address")
    screen.slider(0).press("ArrowLeft")
    expect(screen.card(0).locator(".rm-card-value")).to_have_text(said)
    screen.eventually(lambda: own not in screen.rings_in_address()[0], "the claim in the address")


def test_marks_stand_outside_or_inside_the_ring(bare_page: Screen) -> None:
    site = site_point("sohae")
    for range_km, (length, side) in product((1300, 5500, 8000, 15_000), ((7, 1), (-7, -1))):
        marks = bare_page.page.evaluate(MARKS, [*site, range_km, length, SCALE])
        assert len(marks) > 20, (range_km, length)
        for ends in marks:
            gaps_km = [exact(site, latlon(*end))[0] - range_km for end in ends]
            assert abs(gaps_km[0]) < abs(gaps_km[1]), (range_km, length)
            assert math.copysign(1, gaps_km[1]) == side, (range_km, length)


def latlon(x: float, y: float) -> tuple[float, float]:
    """Return the point of a pixel of a Web Mercator world of SCALE pixels."""
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / SCALE))))
    return lat, (x / SCALE * 360 + 180) % 360 - 180 - 180


def test_quiz_asks_a_floor_as_a_floor_and_a_ceiling_as_a_ceiling(bare_page: Screen) -> None:
    claims = table("claims")
    questions = [
        question
        for seed in ("KTV3", "A", "B", "C", "D", "E", "F", "G", "H")
        for question in ask(f"/live/quiz.json?seed={seed}").json()["questions"]
        if question["claim"]
    ]
    answers = [question["answer"] for question in questions]
    told = bare_page.page.evaluate(ASKED, [questions, answers])
    seen = set()
    for question, (asked, result) in zip(questions, told, strict=True):
        statement = claims[question["claim"]["id"]]["statement"]
        seen.add((statement, question["answer"]))
        assert ("at least" in asked) == (statement == "floor")
        assert ("up to" in asked) == (statement == "ceiling")
        not_out = "does not say that" in result and "out of reach" in result
        assert not_out == ((statement, question["answer"]) == ("floor", "out"))
        not_in = "does not say that" in result and "is in reach" in result
        assert not_in == ((statement, question["answer"]) == ("ceiling", "in"))
    assert seen >= {("floor", "out"), ("floor", "in"), ("ceiling", "in"), ("ceiling", "out")}
