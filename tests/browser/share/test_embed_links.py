"""Links of pages that stand in a page of someone else: none may leave the frame empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen

PAGES = ("", "stories", "lesson", "lab", "radar", "quiz", "about", "methods", "sources")
QUERY = "embed=true&ring=sohae~8000"
LINKS = """() => [...document.querySelectorAll("a")]
    .map((a) => [a.getAttribute("href"), a.target, a.rel])"""
# Links that would be followed within the frame, but for places on the same page.
WITHIN = """() => [...document.querySelectorAll("a")].filter((a) => !a.target && a.href
    && !a.getAttribute("href").startsWith("#")).map((a) => a.href)"""


def show(screen: Screen, path: str) -> Page:
    """Go to an embedded page, and wait until its own modules have mounted."""
    screen.faults.expect(errors=("/_stcore/", "status of 400"))
    screen.page.goto(f"{screen.home}/{path}?{QUERY}")
    expect(screen.page.locator("a[hreflang=ko]").first).to_be_attached()
    return screen.page


def dead(page: Page, frame: Frame) -> list[str]:
    """Return the links of a frame that end in a page which nobody else may hold."""

    def may_be_held(url: str) -> bool:
        if urlsplit(url).netloc != urlsplit(page.url).netloc:
            return False  # somebody else's, such as a map's credits before they are seen to
        answer = page.request.get(url)
        return "frame-ancestors *" in answer.headers["content-security-policy"]

    return [url for url in frame.evaluate(WITHIN) if not may_be_held(url)]


@pytest.mark.parametrize("path", PAGES)
def test_no_link_of_an_embedded_page_ends_in_an_empty_frame(visit_bare: Open, path: str) -> None:
    screen = visit_bare()
    page = show(screen, path)
    screen.eventually(lambda: not dead(page, page.main_frame), "links that lead out of the frame")
    links = page.evaluate(LINKS)
    beside = [rel for _, target, rel in links if target == "_blank"]
    assert len(beside) >= 1
    assert all("noopener" in rel or "noreferrer" in rel for rel in beside)
    assert [href for href, target, _ in links if target and "embed=true" in (href or "")] == []
    for frame in page.frames[1:]:
        screen.eventually(
            lambda frame=frame: not dead(page, frame), "links of the map that lead out"
        )


def test_links_in_popup_sentence_and_dialog_lead_out_too(visit: Open) -> None:
    screen = visit(QUERY, viewport={"width": 1000, "height": 650})
    page = screen.page
    page.evaluate("() => document.querySelector('.st-key-share').click()")
    expect(page.get_by_test_id("dialog-link")).to_be_visible()
    assert dead(page, page.main_frame) == []
    page.evaluate("() => document.querySelector('dialog').close()")
    screen.until(f"() => {MAP}.ready.then(() => true)", "the base map")
    screen.click_map(37.57, 126.98)
    expect(screen.popup.locator("a.rm-cited")).to_be_attached()
    assert [link for frame in page.frames for link in dead(page, frame)] == []


def framed(screen: Screen, folder: Path, host: str, path: str) -> Any:
    """Show an embedded page in a page of another site, and return the frame's contents."""
    source = f"{screen.home}/{path}?{QUERY}"
    holder = (
        f'<!DOCTYPE html><title>Lesson</title><iframe src="{source}" width="1000" height="650">'
    )
    folder.joinpath("index.html").write_text(holder, "utf-8")
    screen.faults.expect(hosts=(host,), errors=("favicon.ico", "/_stcore/"))
    screen.page.goto(f"http://{host}/")
    return screen.page.frame_locator("iframe").first


@pytest.mark.parametrize("path", ["stories", "lesson"])
def test_link_to_another_page_opens_beside_the_page_that_holds_it(
    visit_bare: Open, foreign_site: tuple[Path, str], path: str
) -> None:
    screen = visit_bare()
    folder, address = foreign_site
    inside = framed(screen, folder, address, path)
    link = inside.get_by_role("link", name="Methods", exact=True)
    expect(link).to_have_attribute("target", "_blank")
    with screen.page.expect_popup() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", name="Methods", exact=True)).to_be_visible()
    assert opened.value.url == f"{screen.home}/methods?ring=sohae~8000"
    expect(link).to_be_visible()


def test_language_of_an_embedded_page_changes_within_the_frame(
    visit_bare: Open, foreign_site: tuple[Path, str]
) -> None:
    screen = visit_bare()
    inside = framed(screen, *foreign_site, "about")
    inside.locator("a[hreflang=ko][href*='embed=true']").click()
    expect(inside.locator("a[hreflang=en]")).to_be_visible()
    expect(inside.locator("html")).to_have_attribute("lang", "ko")
