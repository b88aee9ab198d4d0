"""The page Sources in a browser: whole links, by keyboard too, files, rows with an address."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from geo.files.datafiles import DATA_DIR
from tests.browser.conftest import Open
from tests.browser.screen import Screen
from ui.page.sourcetables import SOURCE_TABLES

SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
# Whether the words of a link are all there and can be seen, where it has been scrolled to.
IS_WHOLE = """(link) => {
    const frame = link.closest(".rm-data").getBoundingClientRect();
    const head = link.closest("tr").cells[0].getBoundingClientRect();
    const bar = link.closest("table").tHead.getBoundingClientRect();
    const whole = (box) => box.left >= head.right - 1 && box.right <= frame.right + 1
        && box.top >= bar.bottom - 1 && box.bottom <= frame.bottom + 1;
    const parts = [...link.getClientRects()];
    return link.textContent === link.getAttribute("href") && parts.every(whole);
}"""


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


@pytest.mark.parametrize("size", SIZES)
def test_links_are_seen_whole_when_they_are_reached(visit_bare: Open, size: str) -> None:
    screen = sources(visit_bare(viewport=SIZES[size]))
    for title in ("Range claims", "Missile defence"):
        links = table(screen, title).locator(".rm-data-url a")
        longest = max(range(links.count()), key=lambda at: len(links.nth(at).inner_text()))
        for at in (0, longest):
            link = links.nth(at)
            link.focus()  # as the Tab key does, which scrolls to it
            assert link.evaluate(IS_WHOLE), link.inner_text()
            expect(link).to_have_attribute("target", "_blank")
    wide = screen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= SIZES[size]["width"], "the page itself does not scroll sideways"


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
    link = row.get_by_role("link", name="https://pacificsentinel")
    expect(link).to_have_text(csv_cell("claims.csv", "hwasong-14-pacom", "source_url"))
    expect(table(screen, "Range claims").locator("[aria-current]")).to_have_count(1)
    row.get_by_role("link", name="Hwasong-14", exact=True).click()
    expect(row).to_contain_text("hwasong-14")
    heading = screen.page.get_by_role("heading", level=2).first
    expect(heading).to_have_text("Missiles: Hwasong-14")
    assert set(screen.query()) == {("ring", "sohae~8000"), ("row", "missiles/hwasong-14")}


def csv_cell(name: str, row_id: str, column: str) -> Any:
    with (DATA_DIR / name).open(encoding="utf-8", newline="") as file:
        return next(row[column] for row in csv.DictReader(file) if row["id"] == row_id)
