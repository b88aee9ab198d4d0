"""One way to start the browser, and to keep it away from the network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def executable() -> str | None:
    """REACHMAP_CHROMIUM, or a Chromium of the system, or None for Playwright's own."""
    named = os.environ.get("REACHMAP_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """A headless Chromium for the length of a measurement; `more` arguments are its own."""
    with sync_playwright() as playwright:
        arguments = [*ARGUMENTS, *more]
        browser = playwright.chromium.launch(executable_path=executable(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()
