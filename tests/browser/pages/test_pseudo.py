"""A third language is data alone: in one of doubled length no page overflows or speaks English."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.engines.tab import DEADLINE_S
from tests.browser.machine import Machine
from tests.browser.pages.test_korean import NAMES, PAGES, VIEW, said_by, visit_page
from tests.browser.screen import Screen
from tests.browser.server import running_app
from tests.pseudo import LANG, pseudo_app

WORD = re.compile(r"[A-Za-z]{3,}")
HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)+\b")
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
# What stands beyond the window's right edge, but for what lies in a box that scrolls or cuts.
OVERFLOWING = """() => {
    const isBoxed = (node) => node !== null
        && (getComputedStyle(node).overflowX !== "visible" || isBoxed(node.parentElement));
    const wide = [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility()
        && node.getBoundingClientRect().right > innerWidth + 1 && !isBoxed(node));
    const scrollers = [...document.querySelectorAll("html, .stMain")]
        .filter((node) => node.scrollWidth > node.clientWidth + 1);
    return [...wide, ...scrollers].map((node) => `${node.localName}.${node.className}`);
}"""


@pytest.fixture(scope="module")
def pseudo_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = pseudo_app(tmp_path_factory.mktemp("pseudo"))
    with running_app(root / "log.txt", root=root) as url:
        yield url


def english(texts: list[str]) -> list[str]:
    """Return the texts that hold an English word; what stands before `: ` is not said."""
    spoken = [(text, HOST.sub("", text.partition(": ")[2])) for text in texts]
    return [text for text, said in spoken if set(WORD.findall(said)) - NAMES]


def faults_of(screen: Screen) -> list[str]:
    """Return the English words, and what stands beyond the edge, at each size of the window."""
    found = []
    for size, (width, height) in SIZES.items():
        screen.page.set_viewport_size({"width": width, "height": height})
        screen.until("(width) => innerWidth === width", f"a window of {width} pixels", width)
        found += [f"{size}: {fault}" for fault in lasting_faults(screen)]
    return found


def lasting_faults(screen: Screen) -> list[str]:
    """Return what is still wrong when the page has had its time to take another size."""
    end = time.monotonic() + DEADLINE_S
    while True:
        screen.frames(2)
        faults = [*english(said_by(screen)), *screen.page.evaluate(OVERFLOWING)]
        if not faults or time.monotonic() > end:
            return faults


def test_no_page_overflows_or_speaks_english(chromium: Browser, pseudo_url: str) -> None:
    machine = Machine(chromium, pseudo_url)
    screen = machine.open(f"{VIEW}&lang={LANG}")
    found = {"map": faults_of(screen)}
    for page in PAGES:
        visit_page(screen, page, f"{VIEW}&lang={LANG}")
        found[page] = faults_of(screen)
    assert screen.page.evaluate("document.documentElement.lang") == LANG
    assert machine.close() == []
    assert {page: faults for page, faults in found.items() if faults} == {}
