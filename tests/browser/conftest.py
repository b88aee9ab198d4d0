"""One server and one browser of each kind for the session; tabs, some of them kept for it, too."""

from __future__ import annotations

import os
import shutil
import urllib.request
from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.engines import Tab
from tests.browser.engines.played import DESKTOP, OTHER_NAME, PlayedTab, launch_firefox
from tests.browser.engines.tab import DEADLINE_S
from tests.browser.engines.webdriver import WebKitDriver
from tests.browser.engines.webkit import WebKitTab
from tests.browser.machine import Machine, Others
from tests.browser.screen import Screen
from tests.browser.server import START_S, running_app

MAX_MACHINES = 3  # at work at once: more starve a machine with two cores
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Tabs of a machine share a process that has read the scripts: 1.0 instead of 1.4 s a tab.
    "--process-per-site",
    f"--host-resolver-rules=MAP {OTHER_NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, "
    "EXCLUDE localhost",  # all else fails
]

FAILED = pytest.StashKey[bool]()

Open = Callable[..., Screen]
OpenEngine = Callable[[str], Tab]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let fixtures know whether their test failed."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_app(tmp_path_factory.mktemp("server") / "log.txt") as url:
        # Any point is dear work: the first question starts the process that answers it.
        urllib.request.urlopen(f"{url}/live/site.json?site=39,125", timeout=START_S).close()  # noqa: S310
        yield url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=DEADLINE_S * 1000)
    with sync_playwright() as started:  # a process has one: it brings a loop of its own
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    found = os.environ.get("REACHMAP_CHROMIUM") or shutil.which("chromium")
    assert found, "no Chromium: install it, or name it in REACHMAP_CHROMIUM"
    browser = playwright.chromium.launch(executable_path=found, args=CHROMIUM_ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def chromium_tab(chromium: Browser) -> Iterator[Tab]:
    tab = PlayedTab("chromium", chromium)
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def firefox_tab(playwright: Playwright) -> Iterator[Tab]:
    browser = launch_firefox(playwright)
    yield PlayedTab("firefox", browser)
    browser.close()


@pytest.fixture(scope="session")
def webkit_tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    driver = WebKitDriver(tmp_path_factory.mktemp("webkit"))
    tab = WebKitTab(driver, DESKTOP)
    yield tab
    tab.close()
    driver.close()


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[OpenEngine]:
    """Return the tab of "chromium", "firefox" or "webkit", as new but for a filled cache.

    An engine is started for the first test that asks for it. Faults are for the test to look at.
    """
    used: dict[str, Tab] = {}

    def tab_of(kind: str) -> Tab:
        used[kind] = request.getfixturevalue(f"{kind}_tab")
        return used[kind]

    yield tab_of
    for tab in used.values():
        tab.forget()  # at once: what moves there would take time from all tests that follow


@pytest.fixture(scope="session")
def home_machine(chromium: Browser, app_url: str) -> Iterator[Machine]:
    """A context kept for the session, because a filled cache saves two seconds a test."""
    machine = Machine(chromium, app_url)
    yield machine
    machine.close()


@pytest.fixture
def open_tab(home_machine: Machine) -> Iterator[Open]:
    """Open links in tabs of one machine; when the test ends, none may have had a fault."""
    yield home_machine.open
    assert home_machine.close_tabs() == []


@pytest.fixture
def follow(home_machine: Machine, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Show links one after the other in one tab, without a load: a sixth of the time of `open_tab`.

    For tests that look at what a link shows and leave no more behind than a popup or another link.
    The table holds what it should and is not laid out: who looks at it opens a tab.
    """
    yield home_machine.follow
    faults = home_machine.faults.take()
    if faults or request.node.stash.get(FAILED, False):
        home_machine.leave()  # whatever it shows is not the next test's
    assert faults == []


@pytest.fixture
def screen(open_tab: Open) -> Screen:
    """The app as a bare link shows it."""
    return open_tab()


@pytest.fixture
def bare_page(home_machine: Machine) -> Iterator[Screen]:
    """A page without the app, for tests that only call its modules."""
    yield home_machine.open_bare()
    assert home_machine.close_tabs() == []


@pytest.fixture(scope="session")
def others(chromium: Browser, app_url: str) -> Iterator[Others]:
    """Machines beside that of `home_machine`, kept with their caches for the session."""
    kept = Others(chromium, app_url, MAX_MACHINES - 1)
    yield kept
    kept.close()


@pytest.fixture
def visit(others: Others) -> Iterator[Open]:
    """Open links on other machines; `options` are those of a browser context."""

    def open_elsewhere(query: str = "", **options: Any) -> Screen:
        return others.take(**options).open(query)

    yield open_elsewhere
    assert others.put_back() == []


@pytest.fixture
def visit_bare(others: Others) -> Iterator[Open]:
    """As `visit`, but for pages beside the map: on a page of the app's origin without the app."""
    yield lambda **options: others.take(**options).open_bare()
    assert others.put_back() == []
