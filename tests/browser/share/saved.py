"""A saved page in the words that tests use: a file opened on a machine without a network."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from playwright.sync_api import Locator, Page

from geo.catalog.views import view_of
from geo.reach.summary import summarize
from geo.share.links import view_link
from tests.browser.machine import Faults
from tests.browser.oracle import scenario_of, spoken_states
from tests.browser.screen import Json, Screen, pairs_of
from tests.support import view_at
from ui.map.standalone import standalone_html

APP = "https://maps.example/reach/"
STATE = "reachmap.state()"


@cache
def text_of(query: str) -> str:
    """Return the HTML that the dialog saves for a view."""
    scenario = scenario_of(query)
    return standalone_html(view_of(scenario), view_link(scenario, APP))


def counts_of(query: str) -> str:
    return summarize(view_at(query)).counts


class SavedPage(Screen):
    """A page that is its own map: no frame, no address to keep a view in."""

    def state(self) -> Json:
        return dict(self.page.evaluate(f"() => {STATE}"))

    def ranges(self) -> list[float]:
        return list(self.page.evaluate(f"() => {STATE}.rings.map((r) => r.range_km)"))

    def places(self) -> dict[str, str]:
        return dict(self.page.evaluate(f"() => {STATE}.places"))

    @property
    def frame(self) -> Locator:
        return self.page.get_by_test_id("map")

    def shared(self) -> list[tuple[str, str]]:
        """The keys and values of the link to the app."""
        return pairs_of(self.share.get_attribute("href") or "")

    def wait_for_places(self, query: str) -> None:
        expected = spoken_states(query)
        self.eventually(lambda: self.places() == expected, f"Python's places of {query}")


Save = Callable[..., SavedPage]


def open_file(page: Page, path: Path, faults: Faults) -> SavedPage:
    page.goto(path.as_uri())
    return loaded(SavedPage(page, path.as_uri(), faults))


def loaded(saved: SavedPage) -> SavedPage:
    saved.until(
        """() => document.querySelector('[data-testid=reach-summary]')?.textContent.trim()
        && document.querySelector('[data-testid=reach-table] tbody')
        && document.querySelector('.rm-panel select')?.options.length > 1
        && reachmap.state().rings.length""",
        "map, summary, table and panel",
    )
    return saved
