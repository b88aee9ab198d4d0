"""One server and one browser of each kind for the session; each test opens tabs of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.engines import Tab
from tests.browser.engines.played import DESKTOP, PlayedTab, launch_firefox
from tests.browser.engines.webdriver import WebKitDriver
from tests.browser.engines.webkit import WebKitTab
from tests.browser.machine import Machine
from tests.browser.screen import DEADLINE_S, Screen
from tests.browser.server import running_app

MAX_MACHINES = 3  # more contexts starve a machine with two cores; one is always open
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Tabs of a machine share a process that has read the scripts: 1.0 instead of 1.4 s a tab.
    "--process-per-site",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",  # all else fails
]

Open = Callable[..., Screen]
OpenEngine = Callable[..., Tab]


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_app(tmp_path_factory.mktemp("server") / "log.txt") as url:
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
def firefox(playwright: Playwright) -> Iterator[Browser]:
    browser = launch_firefox(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitDriver]:
    driver = WebKitDriver(tmp_path_factory.mktemp("webkit"))
    yield driver
    driver.close()


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[OpenEngine]:
    """Open tabs in "chromium", "firefox" or "webkit", each as on a machine of its own.

    An engine is started for the first test that asks for it. Faults are for the test to look at.
    """
    tabs: list[Tab] = []

    def open_in(kind: str, viewport: dict[str, int] = DESKTOP, **options: Any) -> Tab:
        assert len(tabs) < MAX_MACHINES, f"at most {MAX_MACHINES} contexts at once"
        started = request.getfixturevalue(kind)
        if kind == "webkit":
            tabs.append(WebKitTab(started, viewport))
        else:
            tabs.append(PlayedTab(kind, started, viewport=viewport, **options))
        return tabs[-1]

    yield open_in
    for tab in tabs:
        tab.close()


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
def screen(open_tab: Open) -> Screen:
    """The app as a bare link shows it."""
    return open_tab()


@pytest.fixture
def bare_page(home_machine: Machine) -> Iterator[Screen]:
    """A page without the app, for tests that only call its modules."""
    yield home_machine.open_bare()
    assert home_machine.close_tabs() == []


@pytest.fixture
def visit(chromium: Browser, app_url: str) -> Iterator[Open]:
    """Open links on other machines; `options` are those of a browser context."""
    machines: list[Machine] = []

    def open_elsewhere(query: str = "", **options: Any) -> Screen:
        assert len(machines) + 1 < MAX_MACHINES, f"at most {MAX_MACHINES} contexts at once"
        machines.append(Machine(chromium, app_url, **options))
        return machines[-1].open(query)

    yield open_elsewhere
    assert [fault for machine in machines for fault in machine.close()] == []
