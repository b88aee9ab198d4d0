"""Sources, Methods and About: one click away, with the view kept for the way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from tests.browser.conftest import Open
from tests.browser.screen import Screen, pairs_of

VIEW = "ring=sohae~3000-5500~my%20class&ring=39.87,125.27~8123.4&show=cities,radar&units=mi"
PAGES = ("Sources", "Methods")
ALL_PAGES = ("Stories", "Lesson", "Lab", "Radar", "Quiz", "Evidence", *PAGES, "About")


def follow(screen: Screen, page: str) -> None:
    """Click the link in the panel, and wait for the page of that name."""
    # Streamlit looks for its server below the page's own path first, in vain.
    screen.faults.expect(errors=("/_stcore/",))
    link = screen.page.get_by_role("link", name=page, exact=True)
    if not link.is_visible():
        screen.teach()
    link.click()
    expect(screen.page.get_by_role("heading", name=page, exact=True)).to_be_visible()


def test_page_opens_from_the_panel_and_the_way_back_keeps_the_view(open_tab: Open) -> None:
    screen = open_tab(f"{VIEW}&at=30,170,4&date=2017-07-04")
    rings, view = screen.state()["rings"], screen.view()
    asked = {*screen.query(), ("v", "1")}
    for page in PAGES:
        follow(screen, page)
        assert set(screen.query()) == asked, page
        if page == "Methods":
            say_what_a_ring_is(screen)
        screen.page.get_by_role("link", name="Back to the map").click()
        screen.ready()
        assert screen.state()["rings"] == rings, page
        assert screen.view() == pytest.approx(view, abs=0.05), page
        assert set(screen.query()) == asked, page
        assert screen.rings_in_address() == ["sohae~3000-5500~my class", "39.87,125.27~8123.4"]
        expect(screen.page.get_by_label("Units")).to_have_value("mi")
        expect(screen.page.get_by_label("As of this day")).to_have_value("2017-07-04")
        expect(screen.message).to_be_empty()


def say_what_a_ring_is(screen: Screen) -> None:
    words = screen.page.get_by_test_id("stMainBlockContainer")
    for said in ("WGS84", "19,900 km", "never a prediction", "no payload"):
        expect(words).to_contain_text(said)


def test_change_made_by_hand_is_in_the_links_and_survives_the_visit(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    links_follow_the_view(screen)
    screen.set_range(0, 6543.2)
    screen.wait_for_address("sohae~6543.2")
    screen.page.get_by_label("Units").select_option("nmi")
    screen.wait_for_key("units", "nmi")
    follow(screen, "Methods")
    screen.page.go_back()
    screen.ready()
    assert screen.ranges() == [6543.2]
    follow(screen, "Sources")
    screen.page.get_by_role("link", name="Back to the map").click()
    assert screen.ready().ranges() == [6543.2]
    screen.set_range(0, 7000)
    screen.wait_for_address("sohae~7000")
    expect(screen.summary).to_contain_text("nmi")


def links_follow_the_view(screen: Screen) -> None:
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    screen.teach()
    for page in ALL_PAGES:
        link = screen.page.get_by_role("link", name=page, exact=True)
        screen.eventually(
            lambda link=link: ("ring", "sohae~5000") in pairs_of(link.get_attribute("href") or ""),
            f"the change in the link to {page}",
        )
        href = link.get_attribute("href") or ""
        assert href.split("?")[0] == f"/{page.lower()}"
        assert pairs_of(href) == [("ring", "sohae~5000"), ("v", "1")]


def test_browser_keeps_what_about_says_it_keeps(visit: Open) -> None:
    screen = visit("ring=sohae~8000")
    for page in ("Quiz", "Lesson", "About"):
        screen.faults.expect(errors=("/_stcore/",))
        screen.page.goto(f"{screen.home}/{page.lower()}")
        expect(screen.page.get_by_role("heading", level=1)).to_be_visible()
    names = [cookie["name"] for cookie in screen.page.context.cookies()]
    stored = screen.page.evaluate("[localStorage.length, sessionStorage.length]")
    assert (names, stored) == (["_streamlit_xsrf"], [0, 0])
    assert screen.page.context.cookies()[0]["expires"] == -1, "gone with the browser"
    expect(screen.page.get_by_test_id("stMainBlockContainer")).to_contain_text(names[0])


def test_page_with_a_broken_link_opens_and_names_nothing_of_it(bare_page: Screen) -> None:
    screen = bare_page
    screen.faults.expect(errors=("/_stcore/",))
    screen.page.goto(f"{screen.home}/sources?ring=nowhere~1&units=%3Cimg%20src=x%3E&x=%FF")
    expect(screen.page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()
    expect(screen.page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(screen.page.locator(".stException")).to_have_count(0)
    screen.page.get_by_role("link", name="Back to the map").click()
    expect(screen.ready().message).to_contain_text("ring=nowhere~1")
    presets = load_catalog().presets
    assert len(screen.ranges()) == presets[0].query.count("ring=")


def test_links_lead_where_they_say_in_a_new_tab_too(bare_page: Screen) -> None:
    """There nobody hears of a click: the address of the link is all that counts."""
    screen = bare_page
    screen.faults.expect(errors=("/_stcore/", "favicon.ico"))
    for page in ALL_PAGES:
        path = f"/{page.lower()}"
        screen.page.goto(f"{screen.home}{path}?ring=sohae~8000")
        map_link = screen.page.get_by_role("link", name="Back to the map")
        language = screen.page.get_by_role("link", name="한국어")
        expect(map_link).to_have_js_property("pathname", "/")
        expect(map_link).to_have_js_property("search", "?ring=sohae~8000")
        expect(language).to_have_js_property("pathname", path)
