"""On paper the map is whole, on the first sheet, with what it means and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright

from tests.browser.conftest import Open
from tests.browser.engines.played import PlayedTab, launch_firefox
from tests.browser.print.paper import Paper, colours, printed
from tests.browser.screen import MAP, STYLED, Screen
from tests.support import table as rows_of

HEADLINE = "North Korea: who is within 8,000 km of Sohae?"
WORDS = (  # of a sheet with a map: headline, legend, caveat, sources, link
    HEADLINE,
    "own assumption",
    "Launch site",
    "Ranges are assumptions, not predictions",
    "Natural Earth",
    "ring=sohae~8000",
)
VIEW = f"() => JSON.stringify({MAP}.state().view)"
LAST = """() => [...document.querySelectorAll("[data-testid=reach-table] tbody tr")].at(-1)
    .querySelector("th").textContent.trim()"""


def assert_has_a_map_and_its_words(paper: Paper, *words: str) -> None:
    first = paper.texts[0]
    for word in words or WORDS:
        assert word in first, word
    (picture, *_) = paper.maps()
    filled = colours(picture)
    assert len(filled) >= 2, "sea and land"
    assert all(min(colour) > 150 for colour in filled), "light, whatever the screen is"
    assert all(text.strip() for text in paper.texts), "no sheet is blank"


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])
def test_map_is_whole_on_the_first_sheet_and_stays_as_it_is_on_the_screen(
    open_tab: Open, size: str, across: bool
) -> None:
    screen = open_tab("ring=sohae~8000")
    before = screen.page.evaluate(VIEW)
    paper = printed(screen.page, size=size, across=across)
    assert_has_a_map_and_its_words(paper)
    assert "Who is inside" not in paper.texts[0], "the table begins a sheet of its own"
    assert "Who is inside" in paper.texts[1]
    last = screen.page.evaluate(LAST)
    assert last.split("(")[0].strip() in paper.texts[-1], "all rows of the table"
    screen.eventually(lambda: screen.page.evaluate(VIEW) == before, "the view as it was")
    assert "at" not in dict(screen.query())


@pytest.mark.parametrize("width", [390, 3840])
def test_map_is_whole_from_a_phone_and_from_a_wall(visit: Open, width: int) -> None:
    height = {390: 844, 3840: 2160}[width]
    screen = visit("ring=sohae~8000", viewport={"width": width, "height": height})
    assert_has_a_map_and_its_words(printed(screen.page))


def test_map_of_a_dark_page_is_light_on_paper(visit: Open) -> None:
    screen = visit("ring=sohae~8000", color_scheme="dark")
    before = screen.page.evaluate(VIEW)
    assert_has_a_map_and_its_words(printed(screen.page))
    ground = f"{MAP}.map.getContainer().classList.contains('rm-dark')"
    assert screen.page.evaluate(f"() => {ground}"), "the screen is dark again"
    screen.eventually(lambda: screen.page.evaluate(VIEW) == before, "the view as it was")


def test_chosen_view_is_printed_and_kept(follow: Open) -> None:
    screen = follow("ring=sohae~300&at=37,127,6")
    before = screen.page.evaluate(VIEW)
    paper = printed(screen.page)
    assert "300 km" in paper.texts[0]
    assert "Honolulu" not in paper.texts[0], "Korea, as on the screen"
    screen.eventually(lambda: screen.page.evaluate(VIEW) == before, "the view as it was")


def test_presentation_is_one_sheet(open_tab: Open) -> None:
    paper = printed(open_tab("ring=sohae~8000&present=1").page, across=True)
    assert len(paper.texts) == 1
    assert_has_a_map_and_its_words(paper)


def test_step_of_a_story_is_printed_with_its_words(open_tab: Open) -> None:
    screen = open_tab("story=five_ranges&step=3")
    step = screen.page.locator(".rm-story:not([hidden]) h2")
    step.wait_for()
    title = step.inner_text()
    for across in (False, True):
        paper = printed(screen.page, across=across)
        assert len(paper.texts) == 1
        assert_has_a_map_and_its_words(paper, title, "Ranges are assumptions")


def test_open_dialog_is_not_printed(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    usual = len(printed(screen.page).texts)
    screen.page.locator(".st-key-share").click()
    screen.page.locator("dialog[open]").wait_for()
    paper = printed(screen.page)
    assert_has_a_map_and_its_words(paper)
    assert len(paper.texts) == usual


@pytest.fixture
def own_firefox(playwright: Playwright) -> Iterator[PlayedTab]:
    """A Firefox for one print: it keeps a window for it afterwards that cannot be closed."""
    browser = launch_firefox(playwright)
    yield PlayedTab("firefox", browser)
    browser.close()


def test_firefox_prints_the_map_and_the_table_without_blank_sheets(
    own_firefox: PlayedTab, app_url: str
) -> None:
    """It counted 48 sheets, 45 of them blank."""
    tab = own_firefox
    tab.go(f"{app_url}/?ring=sohae~8000")
    tab.until(f"return {MAP}?.state().rings.length === 1;", "the ring of the link")
    tab.until(f"return Object.keys({MAP}.state().places).length > 0;", "places")
    tab.until(f"return {STYLED};", "the style")
    tab.until("return document.querySelector('[data-testid=reach-table] tbody tr');", "the table")
    paper = printed(tab.page, "firefox")
    assert_has_a_map_and_its_words(paper)
    assert len(paper.texts) < 20


def sheets_of(screen: Screen, path: str, ready: str, **how: bool) -> Paper:
    screen.faults.expect(errors=("/_stcore/",))  # Streamlit looks for its server below the path
    screen.page.goto(f"{screen.home}/{path}")
    screen.page.locator(ready).last.wait_for(state="attached")
    screen.until(f"() => {STYLED}", "the style")
    return printed(screen.page, **how)


def test_tables_of_sources_are_printed_with_all_rows(visit_bare: Open) -> None:
    """A canvas of the screen showed ten."""
    paper = sheets_of(visit_bare(), "sources", "text=Base map")
    text = " ".join(paper.texts)
    for name in ("Pyongyang", "Anchorage", "Tonghae", "Andersen Air Force Base", "Scud-B"):
        assert name in text, name
    assert all(sheet.strip() for sheet in paper.texts)


def test_names_of_sources_are_followed_by_their_addresses_on_paper(visit_bare: Open) -> None:
    screen = visit_bare()
    paper = sheets_of(screen, "sources", "text=Base map")
    assert "https://" in paper.texts[0]
    screen.page.emulate_media(media="print")
    behind = "(links) => links.map((link) => getComputedStyle(link, '::after').content)"
    claims = screen.page.locator(".rm-data").first
    said = claims.locator("[data-column=source_name] a").evaluate_all(behind)
    links = [row["source_url"] for row in rows_of("claims").values() if row["source_url"]]
    assert [text.split()[-1].rstrip('"') for text in said] == links


def test_question_of_a_quiz_is_printed_without_the_map_that_answers_it(visit_bare: Open) -> None:
    paper = sheets_of(visit_bare(), "quiz?seed=5", ".rm-quiz button")
    assert "Question 1 of 10" in paper.texts[0]
    assert "Ranges are assumptions" not in " ".join(paper.texts)


def test_pictures_of_the_lesson_are_light_on_paper_and_all_four_there(visit_bare: Open) -> None:
    screen = visit_bare(color_scheme="dark", viewport={"width": 390, "height": 844})
    paper = sheets_of(screen, "lesson", ".rm-lesson-table td")
    pictures = [image for sheet in range(len(paper.texts)) for image in paper.maps(sheet)]
    assert len(pictures) >= 4
    assert all(max(colours(image), key=sum)[0] > 200 for image in pictures), "a light ground"
