"""Where a system has colours of its own, dark or light, what only a colour told is still told."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.classes import close_board, expect_followers, start_class
from tests.browser.conftest import Open
from tests.browser.screen import STYLED

Colour = tuple[int, ...]
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
FAR = 60  # of 255, in one of red, green, blue: no shade of the same colour


def picture_of(node: Locator) -> Image.Image:
    return Image.open(io.BytesIO(node.screenshot())).convert("RGB")


def middle_of(node: Locator) -> Colour:
    picture = picture_of(node)
    return colour_at(picture, picture.width // 2, picture.height // 2)


def colour_at(picture: Image.Image, x: int, y: int) -> Colour:
    found = picture.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def are_apart(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) >= FAR


def has_marks(node: Locator) -> bool:
    """Whether anything can be told from the ground that a node stands on."""
    picture = picture_of(node)
    ground = colour_at(picture, 0, 0)
    counted = picture.getcolors(1 << 24) or []
    return sum(count for count, colour in counted if are_apart(colour, ground)) >= 8


@SCHEMES
def test_full_bar_of_a_poll_is_no_empty_one(visit: Open, open_tab: Open, scheme: str) -> None:
    """Both were the same black."""
    leader = visit(
        "ring=sohae~7000", forced_colors="active", color_scheme=scheme, reduced_motion="reduce"
    )
    pupil = open_tab(f"room={start_class(leader)}")
    expect_followers(leader, 1)
    close_board(leader)
    leader.page.locator(".st-key-class-poll").click()
    place = leader.page.get_by_label("Place", exact=True)
    expect(place.locator("option:checked")).not_to_be_empty()
    leader.page.locator(".st-key-ask-in-out").click()
    pupil.page.get_by_test_id("poll-choice-0").click()
    bars = leader.page.get_by_test_id("poll-bars")
    expect(bars).to_contain_text("1 (100%)")
    full, empty = (bars.locator(".rm-bars-track").nth(index) for index in (0, 1))
    assert are_apart(middle_of(full), middle_of(empty))
    assert has_marks(bars.locator(".rm-bars-track").nth(1)), "an outline says how long it may get"


@SCHEMES
def test_lines_of_rings_stand_in_heads_of_the_table(visit: Open, scheme: str) -> None:
    query = "ring=sohae~8000&ring=sohae~5000"
    screen = visit(query, forced_colors="active", color_scheme=scheme)
    lines = screen.table.locator("thead .rm-swatch")
    expect(lines).to_have_count(2)
    assert all(has_marks(lines.nth(index)) for index in (0, 1))
    first, second = (middle_of(lines.nth(index)) for index in (0, 1))
    assert first != second, "each as on the map"


@SCHEMES
def test_dot_of_the_step_is_another_than_the_others(visit: Open, scheme: str) -> None:
    screen = visit("story=five_ranges&step=2", forced_colors="active", color_scheme=scheme)
    dots = screen.page.locator(".rm-story-dots a")
    expect(dots.nth(1)).to_have_attribute("aria-current", "step")
    assert are_apart(middle_of(dots.nth(1)), middle_of(dots.nth(2)))
    assert has_marks(dots.nth(2)), "the others are circles"


@SCHEMES
def test_right_answer_of_a_quiz_has_another_edge_than_a_wrong_one(
    visit_bare: Open, scheme: str
) -> None:
    screen = visit_bare(forced_colors="active", color_scheme=scheme)
    screen.faults.expect(errors=("/_stcore/",))  # Streamlit looks for its server below the path
    assert screen.page.evaluate("() => matchMedia('(forced-colors: active)').matches")
    edges: dict[bool, str] = {}
    for seed in range(1, 9):
        screen.page.goto(f"{screen.home}/quiz?seed={seed}")
        screen.page.get_by_test_id("quiz-in").or_(screen.page.get_by_test_id("quiz-answer")).click()
        result = screen.page.get_by_test_id("quiz-result")
        expect(result).to_be_visible()
        screen.until(f"() => {STYLED}", "the style")
        won = "rm-won" in (result.get_attribute("class") or "")
        edges[won] = result.evaluate("(node) => getComputedStyle(node).borderLeftStyle")
        if len(edges) == 2:
            break
    assert edges == {True: "solid", False: "double"}


@SCHEMES
def test_lines_of_the_lesson_are_seen(visit_bare: Open, scheme: str) -> None:
    screen = visit_bare(forced_colors="active", color_scheme=scheme)
    screen.faults.expect(errors=("/_stcore/",))
    screen.page.goto(f"{screen.home}/lesson")
    screen.page.locator(".rm-lesson-table td").last.wait_for(state="attached")
    screen.until(f"() => {STYLED}", "the style")
    lines = screen.page.locator(".rm-lesson svg.rm-swatch:visible")
    assert lines.count() >= 2
    assert all(has_marks(lines.nth(index)) for index in range(lines.count()))


@SCHEMES
def test_empty_day_says_all_dates_alone_and_lists_have_arrows(visit: Open, scheme: str) -> None:
    screen = visit("ring=sohae~8000", forced_colors="active", color_scheme=scheme)
    ink = "(day) => getComputedStyle(day).color"
    assert screen.page.get_by_test_id("date").evaluate(ink) == "rgba(0, 0, 0, 0)"
    expect(screen.page.locator(".rm-day span")).to_be_visible()
    look = "(lists) => lists.map((list) => getComputedStyle(list).appearance)"
    assert set(screen.page.locator(".rm-looks select").evaluate_all(look)) == {"auto"}
