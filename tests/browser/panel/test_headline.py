"""The headline names the country and follows the thumb; whatever stands in it, the map stays."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from geo.reach.headline import finding_of
from geo.reach.titles import title_of
from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen
from tests.support import view_at

NORTH = {"en": "North Korea", "ko": "\ubd81\ud55c"}
ONE_RING = "ring=sohae~8000"
SIZES = [(1280, 800), (390, 844)]
PHONES = [(390, 844), (360, 780), (320, 800)]
IMAGE = "<img src=x onerror=top.hit=1>"
HOSTILE = [
    IMAGE,
    "</script><script>top.hit=1</script>",
    "</title><svg onload=top.hit=1>",
    "\"'><iframe src=javascript:top.hit=1>",
    "{{7*7}} ${top.hit=1} [a](javascript:top.hit=1) &lt;b&gt; %(x)s",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u05e2\u05d1\u05e8\u05d9\u05ea 8,000",
    "W" * 90,
]
DAMAGE = f"""() => [window, {MAP}.map.getContainer().ownerDocument.defaultView].map(
    ({{ hit, document: {{ body }} }}) => [hit ?? "quiet",
        body.querySelectorAll("[onerror], [onload], [src=x], [src^='javascript:']").length])"""
# Writes down, once a frame, the finding, where map and search stand, and words without room.
WATCH = f"""() => {{
    const seen = window.headlineSeen = {{ boxes: new Set(), findings: new Set(), cut: new Set() }};
    const parts = document.querySelectorAll("[data-testid=map], .rm-finder");
    const look = () => {{
        const finding = document.querySelector(".rm-finding");
        const boxes = [...parts].map((part) => part.getBoundingClientRect());
        seen.boxes.add(JSON.stringify([boxes, {MAP}.map.getSize()]));
        seen.findings.add(finding.textContent);
        if (finding.scrollHeight > finding.clientHeight + 1) seen.cut.add(finding.textContent);
        if (window.headlineSeen === seen) requestAnimationFrame(look);
    }};
    look();
}}"""
SEEN = """() => {
    const { boxes, findings, cut } = window.headlineSeen;
    window.headlineSeen = null;
    return { boxes: [...boxes], findings: [...findings], cut: [...cut] };
}"""
WRITE = """(input, part) => {
    input.value = Number(input.min) + part * (Number(input.max) - Number(input.min));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return Number(input.value);
}"""


def title(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("headline").get_by_role("heading")


def finding(screen: Screen) -> Locator:
    return screen.page.get_by_test_id("headline").locator(".rm-finding")


def note(screen: Screen) -> Locator:
    return screen.page.locator(".rm-note")


def expect_title(screen: Screen, text: str) -> None:
    expect(title(screen)).to_have_text(text)
    expect(screen.page).to_have_title(f"{text} | Reachmap")


def box(screen: Screen, name: str) -> dict[str, Any]:
    return dict(screen.page.locator(name).evaluate("(n) => n.getBoundingClientRect().toJSON()"))


@pytest.mark.parametrize("lang", NORTH)
def test_page_and_headline_name_the_country_and_the_finding(open_tab: Open, lang: str) -> None:
    for query in (f"lang={lang}", f"{ONE_RING}&lang={lang}"):
        screen, view = open_tab(query), view_at(query)
        assert NORTH[lang] in title_of(view)
        expect_title(screen, title_of(view))
        expect(finding(screen)).to_have_text(finding_of(view))
        expect(finding(screen)).to_be_in_viewport()


def test_finding_follows_a_thumb_that_is_held(open_tab: Open) -> None:
    screen = open_tab(ONE_RING)
    before = screen.page.url
    _, y, left, right = screen.grab(0)
    for part in (0.15, 0.7):
        screen.page.mouse.move(left + part * (right - left), y, steps=3)
        (km,) = screen.ranges()
        view = view_at(f"ring=sohae~{km}")
        expect(finding(screen)).to_have_text(finding_of(view))
        expect_title(screen, title_of(view))
    assert screen.page.url == before, "nothing is committed, so Python has not been asked"
    screen.page.mouse.up()


@pytest.mark.parametrize("lang", NORTH)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_map_stays_while_the_finding_changes(visit: Open, size: tuple[int, int], lang: str) -> None:
    screen = visit(f"lang={lang}", viewport={"width": size[0], "height": size[1]})
    for query, least in (("", 3), (ONE_RING, 13)):
        screen.follow(f"{query}&lang={lang}".strip("&"))
        screen.wait_for_data()
        screen.page.evaluate(WATCH)
        for step in range(13):
            said = screen.summary.text_content() or ""
            screen.slider(0).evaluate(WRITE, step / 12)
            expect(screen.summary).not_to_have_text(said)  # the same moment as the finding
        seen = screen.page.evaluate(SEEN)
        assert len(seen["findings"]) >= least, query
        assert len(seen["boxes"]) == 1, query
        assert seen["cut"] == [], query


@pytest.mark.parametrize("lang", NORTH)
def test_longest_findings_are_whole_on_a_phone(visit: Open, lang: str) -> None:
    screen = visit(f"lang={lang}", viewport={"width": 390, "height": 844})
    for query in ("", "ring=sohae~8500-10400-14000", "ring=sohae~3000-5500&note=Ours"):
        screen.follow(f"{query}&lang={lang}".strip("&"))
        for width, height in PHONES:
            screen.page.set_viewport_size({"width": width, "height": height})
            screen.frames(2)
            words = finding(screen).evaluate(
                "(n) => [n.scrollHeight - n.clientHeight, n.clientHeight]"
            )
            assert words[0] <= 1, (query, width)
            assert words[1] > 30, (query, width)
            head = box(screen, ".st-key-summary")["bottom"]
            for part in (".rm-finding", ".rm-words"):
                assert box(screen, part)["bottom"] <= head, (query, width, part)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_own_title_and_note_stand_as_text_whatever_they_hold(
    visit: Open, size: tuple[int, int]
) -> None:
    screen = visit(ONE_RING, viewport={"width": size[0], "height": size[1]})
    for number, text in enumerate(HOSTILE):
        show = screen.open if number < 2 else screen.follow  # both ways it comes into the page
        show(f"{ONE_RING}&title={quote(text)}&note={quote(text)}")
        expect_title(screen, text)
        expect(note(screen)).to_have_text(text)
        screen.frames(3)
        assert screen.page.evaluate(DAMAGE) == [["quiet", 0]] * 2, text
        is_wide = "() => document.documentElement.scrollWidth > innerWidth"
        assert not screen.page.evaluate(is_wide), text
        head, shown = box(screen, ".st-key-summary"), box(screen, "[data-testid=map]")
        assert head["bottom"] <= shown["top"] + 1, text
        assert shown["height"] >= size[1] * 0.45, text
        assert box(screen, ".rm-note")["bottom"] <= head["bottom"] + 1, text


@pytest.mark.parametrize("key", ["title", "note"])
@pytest.mark.parametrize("text", ["\u202eabc\u2066", "x" * 500], ids=["turned", "500 signs"])
def test_words_that_cannot_be_used_are_told_of_and_left_out(
    follow: Open, key: str, text: str
) -> None:
    screen = follow(f"{ONE_RING}&{key}={quote(text)}")
    expect(screen.message).to_contain_text(f"{key}=")
    expect_title(screen, "North Korea: who is within 8,000 km of Sohae?")
    expect(note(screen)).to_be_empty()
    assert screen.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_step_back_brings_title_and_finding_back(open_tab: Open) -> None:
    screen = open_tab(ONE_RING)
    first = view_at(ONE_RING)
    screen.set_range(0, 3000)
    screen.wait_for_address("sohae~3000")
    expect_title(screen, title_of(view_at("ring=sohae~3000")))
    screen.page.get_by_role("button", name="Undo").click()
    expect_title(screen, title_of(first))
    expect(finding(screen)).to_have_text(finding_of(first))


def test_own_words_stay_while_a_thumb_moves(follow: Open) -> None:
    screen = follow(f"{ONE_RING}&title=Mine&note=Ours")
    screen.set_range(0, 3000)
    expect(finding(screen)).to_have_text(finding_of(view_at("ring=sohae~3000")))
    expect_title(screen, "Mine")
    expect(note(screen)).to_have_text("Ours")
    assert dict(screen.query())["title"] == "Mine"
