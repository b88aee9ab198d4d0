"""Korean pages hold no English, English ones no Korean, and one link leads to the other."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import expect

from geo.facts.pages import PAGES
from geo.link.query import encode
from geo.words.dates import format_date
from geo.words.language import say
from geo.words.units import format_people
from tests.browser.conftest import Open
from tests.browser.oracle import scenario_of
from tests.browser.safety.test_clean_console import SHOWN
from tests.browser.screen import STYLED, Screen, pairs_of

READ = Path(__file__).parents[1].joinpath("words.js").read_text("utf-8")
VIEW = (
    "ring=sohae~8000&ring=banghyon_20170704~3000-5500~US%20Pacific%20Command&ring=39.87,125.27~900"
)
EVERYTHING = f"{VIEW}&show=cities,bases,thaad,radar,arcs,envelope&date=2017-07-04"

# Links and file names, code, cited sources, the other language, and tables with links and ids.
SKIPPED = (
    ".rm-cited, .rm-share, .rm-name, code, textarea, a[hreflang], [lang=ko], "
    ".rm-data, [data-testid=stIconMaterial]"
)
# English has small letters; what has none is an abbreviation, the same in all languages.
WORD = re.compile(r"[A-Za-z]*[a-z][A-Za-z]+|[A-Za-z]+[a-z][A-Za-z]*")
HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)+\b")
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
NAMES = set(
    re.findall(
        r"\w+",
        "Reachmap km mi nmi kg dpi https Ctrl Shift Excel GeoJSON Streamlit Leaflet GeoNames Esri "
        "Natural Earth, Google Earth, OpenStreetMap, OpenTopoMap, "
        "CNS North Korea Missile Test Database Page Up Down SRBM MRBM IRBM ICBM SLBM "
        "Bate, Mueller, White, Fundamentals of Astrodynamics, "
        "Contemporary Security Policy, China US Focus, KeepTrack",
    )
)


def said_by(screen: Screen) -> list[str]:
    """Return all that the page and its frames say."""
    return [text for frame in screen.page.frames for text in frame.evaluate(READ, SKIPPED)]


def english_in(texts: list[str]) -> list[str]:
    """Return the texts that hold a word that is no name; what stands before `: ` is not said."""
    spoken = [(text, HOST.sub("", text.partition(": ")[2])) for text in texts]
    return [text for text, said in spoken if set(WORD.findall(said)) - NAMES]


def unfold_all(screen: Screen) -> None:
    """Open what can be opened beside the map: a form, found places, a popup."""
    expect(screen.field("claim")).to_be_visible()
    screen.finder.fill("\uc11c\uc6b8")
    expect(screen.found.first).to_be_visible()
    screen.click_map(20, -160)
    expect(screen.popup).to_have_count(1)


def visit_page(screen: Screen, path: str, query: str) -> None:
    screen.faults.expect(errors=("/_stcore/",))  # Streamlit looks for its server below the path
    screen.page.goto(f"{screen.home}/{path}?{query}")
    expect(screen.page.locator(SHOWN.get(path, "h1")).first).to_be_visible()
    screen.until(
        f"""() => document.querySelector('.stApp').dataset.testScriptState === 'notRunning'
        && document.documentElement.dataset.theme && {STYLED}""",
        "the whole page",
    )


def test_english_is_found_and_names_are_not() -> None:
    found = ["p: 8,000 km, \uc11c\uc6b8", "p: Show \ud45c\uc2dc", "b title: Close", "p: ICBM"]
    assert english_in(found) == ["p: Show \ud45c\uc2dc", "b title: Close"]


def test_the_map_speaks_korean(open_tab: Open) -> None:
    screen = open_tab(f"{EVERYTHING}&lang=ko")
    screen.activate(1)
    unfold_all(screen)
    said = said_by(screen)
    screen.click_map(39.66, 124.706)
    expect(screen.popup.get_by_text(say("ko")("Launches in the data"))).to_be_visible()
    said += said_by(screen)
    screen.page.locator(".rm-table tbody button").first.click()
    expect(screen.popup.locator(".rm-source")).to_have_count(1)
    said += said_by(screen)
    screen.page.locator(".st-key-share").click()
    expect(screen.page.locator(".rm-dialog")).to_be_visible()
    said += said_by(screen)
    assert english_in(said) == []
    languages = [frame.evaluate("document.documentElement.lang") for frame in screen.page.frames]
    assert languages == ["ko", "ko"]


def test_what_is_exported_and_counted_on_a_korean_page_is_korean(open_tab: Open) -> None:
    screen = open_tab(f"{VIEW}&lang=ko")
    screen.page.locator(".st-key-share").click()
    dialog = screen.page.locator(".rm-dialog")
    expect(dialog).to_be_visible()
    links = dialog.locator("a").evaluate_all("(all) => all.map((each) => each.href)")
    assert links and all(("lang", "ko") in pairs_of(link) for link in links)
    code = dialog.locator(".rm-qr img").get_attribute("src") or ""
    asked = replace(scenario_of(VIEW), lang="ko")
    assert code.partition("?")[2] == encode(asked)
    people_and_days(screen)


def people_and_days(screen: Screen) -> None:
    """See that people and days are written as Python writes them."""
    edges = (9_999, 10_000, 10_499, 999_499, 999_500, 99_994_999, 99_995_000, 1_432_000_000)
    counts = [0, 950, *edges, *(3**power for power in range(1, 21))]
    days = ["2017-07-04", "2013-04", "1984", "", "late 2016"]
    said = screen.page.evaluate(
        """async ([counts, days]) => {
            const from = (name) => import(new URL(`/assets/${name}.js`, location.origin).href);
            const { people, dateText } = await from("base/words");
            return [counts.map(people), days.map(dateText)];
        }""",
        [counts, days],
    )
    written = [format_date(day, "ko") for day in days[:-1]]
    assert said == [[format_people(count, "ko") for count in counts], [*written, days[-1]]]


def test_pages_speak_the_language_of_the_browser(visit: Open) -> None:
    screen = visit(VIEW, locale="ko-KR")
    assert english_in(said_by(screen)) == []
    for page in PAGES:
        visit_page(screen, page, VIEW)
        assert (page, english_in(said_by(screen))) == (page, [])
        assert screen.page.evaluate("document.documentElement.lang") == "ko"


def test_what_of_a_link_is_not_used_is_said_in_korean(open_tab: Open) -> None:
    screen = open_tab(f"{VIEW}&lang=ko&units=9")
    start = say("ko")("was not used: {problem}.").partition("{")[0]
    for path, query in (("", "units=9"), ("lesson", "units=9"), ("quiz", "result=9")):
        if path:
            screen.faults.expect(errors=("quiz.json",))  # which refuses the result
            visit_page(screen, path, f"{VIEW}&lang=ko&seed=KTV3&{query}")
        expect(screen.message).to_contain_text(f"{query} {start}")
        said = screen.message.inner_text().partition(start)[2]
        assert HANGUL.search(said) and english_in([f": {said}"]) == [], path


def test_english_pages_hold_no_korean(open_tab: Open) -> None:
    screen = open_tab(EVERYTHING)
    screen.click_map(20, -160)
    expect(screen.popup).to_have_count(1)
    said = said_by(screen)
    for page in PAGES:
        visit_page(screen, page, VIEW)
        said += said_by(screen)
    assert [text for text in said if HANGUL.search(text)] == []


def test_the_other_language_is_one_link_away(open_tab: Open) -> None:
    screen = open_tab(f"{VIEW}&units=mi&room=ABC&seed=7")
    to_korean_and_back(screen)
    assert screen.ready().ranges() == [8000, 5500, 900]
    visit_page(screen, "methods", f"{VIEW}&units=mi&room=ABC&seed=7")
    to_korean_and_back(screen)


def to_korean_and_back(screen: Screen) -> None:
    for lang, name in (("ko", "\ud55c\uad6d\uc5b4"), ("en", "English")):
        kept = [(key, value) for key, value in screen.query() if key != "lang"]
        screen.page.get_by_role("link", name=name, exact=True).click()
        screen.wait_for_key("lang", lang)
        screen.until("(lang) => document.documentElement?.lang === lang", f"a page in {lang}", lang)
        assert [(key, value) for key, value in screen.query() if key != "lang"] == kept
