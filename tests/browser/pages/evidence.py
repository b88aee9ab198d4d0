"""The pages of evidence in the words that tests use."""

from __future__ import annotations

from playwright.sync_api import Locator

from tests.browser.screen import STYLED, Screen

CHARTS = 3
DRAWN = f"""() => document.querySelectorAll("svg.marks").length === {CHARTS}
    && document.querySelectorAll(".rm-chart button").length === {CHARTS} && {STYLED}"""
# Words of the charts that stand beyond the chart, or beyond the window.
CUT = """() => [...document.querySelectorAll("svg.marks")].flatMap((svg) => {
    const room = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter((words) => words.textContent)
        .map((words) => [words.textContent, words.getBoundingClientRect()])
        .filter(([, box]) => box.left < room.left - 1 || box.right > room.right + 1
            || box.right > innerWidth || box.top < room.top - 1 || box.bottom > room.bottom + 1)
        .map(([text]) => text);
})"""


def open_evidence(screen: Screen, query: str = "") -> None:
    # Streamlit looks for its server below the page's own path first, in vain.
    screen.faults.expect(errors=("/_stcore/",))
    screen.page.goto(f"{screen.home}/evidence?{query}")
    screen.until(DRAWN, "the charts")


def chart(screen: Screen, name: str) -> Locator:
    return screen.page.locator(f"[class*='st-key-chart_{name}']")
