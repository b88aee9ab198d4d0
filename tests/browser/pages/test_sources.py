"""The page Sources in a browser: tables that fit, links, by keyboard too, files, rows."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from geo.files.datafiles import DATA_DIR
from tests.browser.conftest import Open
from tests.browser.screen import Screen
from ui.page.sourcetables import SOURCE_TABLES

SIZES = {
    "desktop": {"width": 1280, "height": 800},
    "tablet": {"width": 1024, "height": 768},
    "phone": {"width": 390, "height": 844},
}
# Whether a link can be seen and pressed, where it has been scrolled to.
IS_WHOLE = """(link) => {
    const frame = link.closest(".rm-data").getBoundingClientRect();
    const isSeen = (box) => box.left >= frame.left && box.right <= frame.right + 1
        && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === link;
    return [...link.getClientRects()].every(isSeen);
}"""
TOO_WIDE = """(frames) => frames.flatMap((frame) => [frame, ...frame.querySelectorAll("th, td")])
    .filter((node) => node.scrollWidth > node.clientWidth + 1)
    .map((node) => `${node.className} ${node.textContent.slice(0, 40)}`)"""


def sources(screen: Screen, query: str = "") -> Screen:
    """Open the page, and wait until its last table stands."""
    screen.faults.expect(errors=("/_stcore/",))
    screen.page.goto(f"{screen.home}/sources{query}")
    expect(tables(screen)).to_have_count(len(SOURCE_TABLES) + 1)
    return screen


def tables(screen: Screen) -> Locator:
    return screen.page.locator(".rm-data")


def table(screen: Screen, title: str) -> Locator:
    return screen.page.get_by_role("region", name=title, exact=True)


def test_every_table_is_there_with_its_sources(bare_page: Screen) -> None:
    screen = sources(bare_page)
    headings = screen.page.get_by_role("heading", level=2)
    expect(headings).to_have_text([*(each.title for each in SOURCE_TABLES), "Base map"])
    for each in SOURCE_TABLES:
        with (DATA_DIR / each.file).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        body = table(screen, each.title).locator("tbody tr")
        expect(body).to_have_count(len(rows))
        for row in rows[:3]:
            expect(body.get_by_text(row["source_name"], exact=True).first).to_be_attached()


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
def test_names_of_sources_are_links_that_are_seen_whole(
    visit_bare: Open, size: str, lang: str
) -> None:
    screen = sources(visit_bare(viewport=SIZES[size]), f"?lang={lang}")
    assert tables(screen).evaluate_all(TOO_WIDE) == [], "nothing is cut, no table scrolls sideways"
    for nth in (0, len(SOURCE_TABLES) - 2):
        links = tables(screen).nth(nth).locator(".rm-data-source")
        names = links.all_text_contents()
        for at in (0, max(range(len(names)), key=lambda each: len(names[each]))):
            link = links.nth(at)
            link.focus()  # as the Tab key does, which scrolls to it
            assert link.evaluate(IS_WHOLE), link.inner_text()
            expect(link).to_have_attribute("target", "_blank")
            expect(link).to_have_attribute("href", re.compile("^https?://"))
    wide = screen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= SIZES[size]["width"], "the page itself does not scroll sideways"


def test_cards_of_a_phone_name_what_they_say(visit_bare: Open) -> None:
    screen = sources(visit_bare(viewport=SIZES["phone"]))
    row = table(screen, "Range claims").locator("[data-row='hwasong-14-pacom']")
    said = "(cell) => getComputedStyle(cell, '::before').content"
    high = row.locator("[data-column=range_km_high]")
    assert high.evaluate(said).startswith('"range high, km')
    head = row.locator("th").bounding_box()
    cell = high.bounding_box()
    assert head is not None
    assert cell is not None
    assert cell["y"] >= head["y"] + head["height"] - 1, "below, not beside"


def test_claim_leads_to_its_page_and_report_to_the_lab_with_the_language(
    bare_page: Screen,
) -> None:
    screen = sources(bare_page, "?lang=ko&ring=sohae~8000")
    claims = tables(screen).first
    claims.locator("[data-row='hwasong-14-pacom'] th a:not(.rm-data-link)").click()
    screen.page.wait_for_url("**/claim?*")
    assert set(screen.query()) == {("lang", "ko"), ("id", "hwasong-14-pacom")}
    expect(screen.page.locator(".rm-claim-facts")).to_be_visible()
    sources(screen, "?lang=ko")
    report = "2017-07-28-hwasong-14-south-korea-us-japan"
    screen.page.locator(f"[data-row='{report}'] th a:not(.rm-data-link)").click()
    given = "window.reachmapLab?.state().given?.apogeeKm"
    screen.until(f"() => {given} === 3700", "the lab, with that report's height")
    assert ("lang", "ko") in screen.query()


def test_tables_scroll_and_sort_by_keyboard(bare_page: Screen) -> None:
    screen = sources(bare_page)
    claims = table(screen, "Range claims")
    claims.focus()
    screen.page.keyboard.press("End")
    screen.eventually(lambda: claims.evaluate("(frame) => frame.scrollTop > 0"), "it scrolls")
    head = claims.get_by_role("columnheader", name="range high, km")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    column = head.evaluate("(cell) => cell.cellIndex")
    cells = claims.locator(f"tbody tr > :nth-child({column + 1})")
    shown = [text.replace(",", "") for text in cells.all_text_contents()]
    with (DATA_DIR / "claims.csv").open(encoding="utf-8", newline="") as file:
        kms = [row["range_km_high"] for row in csv.DictReader(file)]
    assert shown == [*sorted(filter(None, kms), key=float), *(km for km in kms if not km)]


def test_contents_lead_past_the_links_of_the_tables_before(bare_page: Screen) -> None:
    screen = sources(bare_page)
    contents = screen.page.get_by_role("navigation", name="Tables")
    expect(contents.get_by_role("link")).to_have_text([each.title for each in SOURCE_TABLES])
    contents.get_by_role("link", name="What changed").press("Enter")
    expect(table(screen, "What changed")).to_be_in_viewport()
    screen.page.keyboard.press("Tab")
    csv_link = screen.page.get_by_role("link", name="This table as CSV").last
    expect(csv_link).to_be_focused()


@pytest.mark.parametrize("title", ["Range claims", "What changed"])
def test_table_is_saved_byte_for_byte(bare_page: Screen, tmp_path: Path, title: str) -> None:
    screen = sources(bare_page)
    file = next(each.file for each in SOURCE_TABLES if each.title == title)
    at = [each.title for each in SOURCE_TABLES].index(title)
    with screen.page.expect_download() as saved:
        screen.page.get_by_role("link", name="This table as CSV").nth(at).click()
    assert saved.value.suggested_filename == file
    saved.value.save_as(tmp_path / file)
    assert (tmp_path / file).read_bytes() == (DATA_DIR / file).read_bytes()


def test_row_of_a_link_is_read_first_and_leads_on_with_the_view(bare_page: Screen) -> None:
    screen = sources(bare_page, "?ring=sohae~8000&row=claims/hwasong-14-pacom")
    row = screen.page.locator(".rm-data-row")
    expect(row).to_be_in_viewport()
    link = row.get_by_role("link", name="Yonhap via Pacific Sentinel")
    address = csv_cell("claims.csv", "hwasong-14-pacom", "source_url")
    expect(link).to_have_attribute("href", address)
    expect(table(screen, "Range claims").locator("[aria-current]")).to_have_count(1)
    row.get_by_role("link", name="Hwasong-14", exact=True).click()
    expect(row).to_contain_text("hwasong-14")
    heading = screen.page.get_by_role("heading", level=2).first
    expect(heading).to_have_text("Missiles: Hwasong-14")
    assert set(screen.query()) == {("ring", "sohae~8000"), ("row", "missiles/hwasong-14")}


def csv_cell(name: str, row_id: str, column: str) -> Any:
    with (DATA_DIR / name).open(encoding="utf-8", newline="") as file:
        return next(row[column] for row in csv.DictReader(file) if row["id"] == row_id)
