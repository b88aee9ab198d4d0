"""A clean console is how the next fault is seen: no page asks for what is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from geo.facts.pages import PAGES
from tests.browser.machine import Machine
from tests.browser.screen import Screen

QUERY = "ring=sohae~8000"
SHOWN = {"": "[data-testid=reach-table] tbody tr", "lesson": ".rm-lesson-main canvas",
         "lab": ".rm-lab-flown", "quiz": "[data-testid=quiz-question]",
         "radar": "[data-testid=radar-inside]"}  # fmt: skip


@pytest.fixture
def watched(home_machine: Machine) -> Iterator[Screen]:
    """A tab in which no answer may be an error, and the console may hold none."""
    screen = home_machine.open_bare()
    failed: list[str] = []
    screen.page.on(
        "response",
        lambda said: failed.append(f"{said.status} {said.url}") if said.status >= 400 else None,
    )
    yield screen
    assert failed == []
    assert home_machine.close_tabs() == []


def arrived(page: Page, name: str) -> None:
    shown = SHOWN.get(name, "h1")
    expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")


@pytest.mark.parametrize("name", ["", *PAGES])
def test_page_opens_without_an_error(watched: Screen, name: str) -> None:
    watched.page.goto(f"{watched.home}/{name}?{QUERY}")
    arrived(watched.page, name)


def test_going_from_page_to_page_and_back_is_without_an_error(watched: Screen) -> None:
    page = watched.page
    page.goto(f"{watched.home}/about?{QUERY}")
    arrived(page, "about")
    for name in ("methods", "sources"):
        page.locator(f'.st-key-pages a[href*="{name}"]').click()
        expect(page.locator("h1", has_text=PAGES[name])).to_be_visible()
        arrived(page, name)
        expect(page).to_have_url(f"{watched.home}/{name}?{QUERY}")
    page.go_back()
    expect(page.locator("h1", has_text=PAGES["methods"])).to_be_visible()
    page.locator(".st-key-pages a").first.click()
    watched.ready()
    assert watched.ranges() == [8000]
    watched.teach()
    watched.page.get_by_role("link", name="Quiz").click()
    arrived(page, "quiz")
    page.go_back()
    watched.ready()
    assert watched.ranges() == [8000]
