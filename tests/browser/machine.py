"""A browser context: a machine of its own, with its own cache and its own faults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    WebError,
)

from tests.browser.engines.tab import DEADLINE_S
from tests.browser.screen import Screen

PROBE = Path(__file__).with_name("probe.js")
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
LOOKS = ("color_scheme", "contrast", "forced_colors", "reduced_motion")  # what a system asks for
LOAD_S = 60  # the first page of all: server and browser read every script for the first time


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
        url = message.location.get("url", "")
        if url == f"{self._home}/favicon.ico":
            return  # of a page without the app, which names no icon: Chromium asks when it has time
        if message.type == "error":
            self.errors.append(f"console: {message.text} ({url})")

    def _see_error(self, error: WebError) -> None:
        self.errors.append(f"page: {error.error.message}")


class Machine:
    """Opens tabs of the app in one context; `options` are those of a browser context."""

    def __init__(self, browser: Browser, home: str, **options: Any) -> None:
        self.viewport = options.pop("viewport", DESKTOP)
        self.context = browser.new_context(viewport=self.viewport, **options)
        self._looks = {name: options[name] for name in LOOKS if name in options}
        self.context.set_default_timeout(DEADLINE_S * 1000)
        self.context.set_default_navigation_timeout(LOAD_S * 1000)
        self.context.add_init_script(path=PROBE)
        self.faults = Faults(self.context, home)
        self._home = home
        self._spare: list[Page] = []
        self._kept: list[Page] = []
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
            self._reader.page.bring_to_front()  # behind another, a move of the mouse takes a second
            self._reader.leave_table_out()
            return self._reader.follow(query)
        self._reader = Screen(self.keep(), self._home, self.faults).open(query)
        self._reader.leave_table_out()
        return self._reader

    def leave(self) -> None:
        """Close the tab kept for links that are followed."""
        if self._reader:
            self.drop(self._reader.page)
            self._reader = None

    def keep(self) -> Page:
        """Return a new page that stays when the tabs of a test are closed."""
        self._kept.append(self.context.new_page())
        return self._kept[-1]

    def drop(self, page: Page) -> None:
        """Close a page that was kept."""
        self._kept.remove(page)
        page.close()

    def open_bare(self) -> Screen:
        """Open a page of the app's origin without the app: enough to call its modules."""
        page = self._tab()
        page.goto(f"{self._home}/_stcore/health")
        return Screen(page, self._home, self.faults)

    def _tab(self) -> Page:
        page = self._spare.pop() if self._spare else self.context.new_page()
        page.bring_to_front()
        if page.viewport_size != self.viewport:
            page.set_viewport_size(self.viewport)
        if self._looks:
            page.emulate_media(**self._looks)  # a tab that was emptied has none of the context's
        return page

    def close_tabs(self) -> list[str]:
        """Close all tabs but one, which is emptied; return their faults."""
        kept = [*self._spare, *self._kept]
        used = [page for page in self.context.pages if page not in kept]
        for page in used[1:]:
            page.close()
        if used and not self._spare:
            self._empty(used[0])
        return self.faults.take()

    def _empty(self, page: Page) -> None:
        """Bring a tab back to how a new one is."""
        page.unroute_all(behavior="ignoreErrors")
        page.goto("about:blank")  # first: all else would be for the app to follow
        page.emulate_media(color_scheme="null", reduced_motion="null", media="null")
        page.emulate_media(contrast="null", forced_colors="null")
        self._spare.append(page)

    def forget(self) -> list[str]:
        """Close all tabs and keep nothing but the cache; return the faults."""
        faults = self.close_tabs()
        page = self._tab()
        page.goto(f"{self._home}/_stcore/health")
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self._empty(page)
        self.context.clear_cookies()
        self.context.clear_permissions()
        return [*faults, *self.faults.take()]

    def close(self) -> list[str]:
        """Close the context; return its faults."""
        self.context.close()
        return self.faults.take()


class Others:
    """Machines that go from test to test: a filled cache saves more than a second a visit."""

    def __init__(self, browser: Browser, home: str, most: int) -> None:
        self._browser = browser
        self._home = home
        self._most = most
        self._idle: list[tuple[dict[str, Any], Machine]] = []
        self._busy: list[tuple[dict[str, Any], Machine]] = []

    def take(self, viewport: ViewportSize = DESKTOP, **options: Any) -> Machine:
        """Return a machine with these options of a context, for the rest of the test."""
        assert len(self._busy) < self._most, f"at most {self._most} other machines at once"
        like = [each for each in self._idle if each[0] == options]
        if like:
            self._idle.remove(like[0])
            like[0][1].viewport = viewport
        elif len(self._idle) + len(self._busy) == self._most:
            self._idle.pop(0)[1].close()
        self._busy += like[:1] or [
            (options, Machine(self._browser, self._home, viewport=viewport, **options))
        ]
        return self._busy[-1][1]

    def put_back(self) -> list[str]:
        """End the test's use of all machines; return what faults they had."""
        faults = [fault for _, machine in self._busy for fault in machine.forget()]
        self._idle += self._busy
        self._busy.clear()
        return faults

    def close(self) -> None:
        for _, machine in self._idle:
            machine.close()
        self._idle.clear()
