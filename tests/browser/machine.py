"""A browser context: a machine of its own, with its own cache and its own faults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError

from tests.browser.screen import DEADLINE_S, Screen

PROBE = Path(__file__).with_name("probe.js")
DESKTOP = {"width": 1280, "height": 800}


class Faults:
    """What must not happen in any tab: errors, and requests to other hosts."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self._home = home
        self._expected_hosts: tuple[str, ...] = ()
        self._expected_errors: tuple[str, ...] = ()
        self.outside: list[str] = []
        self.errors: list[str] = []
        context.on("request", self._see_request)
        context.on("console", self._see_console)
        context.on("weberror", self._see_error)

    def expect(self, *, hosts: tuple[str, ...] = (), errors: tuple[str, ...] = ()) -> None:
        """Let requests to these hosts and errors with these words pass in this test."""
        self._expected_hosts += hosts
        self._expected_errors += errors

    def take(self) -> list[str]:
        """Return what was not expected, and forget everything."""
        outside = [url for url in self.outside if not any(h in url for h in self._expected_hosts)]
        errors = [text for text in self.errors if not any(w in text for w in self._expected_errors)]
        self._expected_hosts = self._expected_errors = ()
        self.outside.clear()
        self.errors.clear()
        return [*(f"request to {url}" for url in outside), *errors]

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith((self._home, "data:", "blob:", "about:")):
            self.outside.append(request.url)

    def _see_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _see_error(self, error: WebError) -> None:
        self.errors.append(f"page: {error.error.message}")


class Machine:
    """Opens tabs of the app in one context; `options` are those of a browser context."""

    def __init__(self, browser: Browser, home: str, **options: Any) -> None:
        self._options = {"viewport": DESKTOP} | options
        self.context = browser.new_context(**self._options)
        self.context.set_default_timeout(DEADLINE_S * 1000)
        self.context.add_init_script(path=PROBE)
        self.faults = Faults(self.context, home)
        self._home = home
        self._spare: list[Page] = []
        self._reader: Screen | None = None

    def open(self, query: str = "") -> Screen:
        """Open a link in a tab of its own.

        The tab may be one that an earlier test left: all of it is loaded anew, but by a process
        that has read the scripts before, which takes 1.0 instead of 1.75 seconds.
        """
        return Screen(self._tab(), self._home, self.faults).open(query)

    def follow(self, query: str = "") -> Screen:
        """Show a link in the tab kept for it, as a link within the page does."""
        if self._reader:
            return self._reader.follow(query)
        self._reader = Screen(self.context.new_page(), self._home, self.faults).open(query)
        return self._reader

    def leave(self) -> None:
        """Close the tab kept for links that are followed."""
        if self._reader:
            self._reader.page.close()
            self._reader = None

    def open_bare(self) -> Screen:
        """Open a page of the app's origin without the app: enough to call its modules."""
        page = self._tab()
        page.goto(f"{self._home}/_stcore/health")
        return Screen(page, self._home, self.faults)

    def _tab(self) -> Page:
        return self._spare.pop() if self._spare else self.context.new_page()

    def close_tabs(self) -> list[str]:
        """Close all tabs but one, which is emptied; return their faults."""
        kept = [*self._spare, *([self._reader.page] if self._reader else [])]
        used = [page for page in self.context.pages if page not in kept]
        for page in used[1:]:
            page.close()
        if used and not self._spare:
            self._empty(used[0])
        return self.faults.take()

    def _empty(self, page: Page) -> None:
        """Bring a tab back to how a new one is."""
        page.unroute_all(behavior="ignoreErrors")
        page.emulate_media(color_scheme="null", reduced_motion="null", media="null")
        page.set_viewport_size(self._options["viewport"])
        page.goto("about:blank")
        self._spare.append(page)

    def close(self) -> list[str]:
        """Close the context; return its faults."""
        self.context.close()
        return self.faults.take()
