"""Tabs of Chromium and of a stock Firefox, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright

from tests.browser.engines.tab import DEADLINE_S, EMPTY_STORES, EngineError, LeftError, Tab

# What Chromium and Firefox say of a question to a page that gives way to another.
_LEFT = ("context was destroyed", "context was not found", "no such frame")
DESKTOP = {"width": 1280, "height": 800}
# This machine by another name, under which http is no secure place: so is a school's server.
OTHER_NAME = "reachmap.example"
# Nothing but this machine is reached: all else goes to a proxy that is not there.
FIREFOX_PREFERENCES: dict[str, str | float | bool] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": f"localhost, 127.0.0.1, {OTHER_NAME}",
    "network.dns.localDomains": OTHER_NAME,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "http://127.0.0.1:9/",
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.enabled": False,
    "dom.w3c_touch_events.enabled": 1,
}


def launch_firefox(playwright: Playwright) -> Browser:
    """Start Debian's Firefox; Playwright speaks BiDi with it, so its own build is not needed."""
    found = os.environ.get("REACHMAP_FIREFOX") or shutil.which("firefox-esr")
    if not found:
        raise EngineError("no Firefox: install firefox-esr, or name it in REACHMAP_FIREFOX")
    return playwright.firefox.launch(
        channel="moz-firefox", executable_path=found, firefox_user_prefs=FIREFOX_PREFERENCES
    )


class PlayedTab(Tab):
    """A tab in a context of its own; `page` is Playwright's, for what only it can do."""

    def __init__(self, kind: str, browser: Browser, **options: Any) -> None:
        """Open a context with Playwright's options, and a tab in it."""
        self.kind = kind
        self._errors: list[str] = []
        self.context = browser.new_context(**({"viewport": DESKTOP} | options))
        self.context.set_default_timeout(DEADLINE_S * 1000)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._see_console)
        self.page.on("pageerror", lambda error: self._errors.append(f"page: {error}"))

    def _see_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(f"console: {message.text}")

    @property
    def errors(self) -> list[str]:
        return self._errors

    @property
    def url(self) -> str:
        return str(self.js("return location.href;"))  # BiDi's own is late after replaceState

    def go(self, url: str) -> None:
        self.page.goto(url, wait_until="commit")

    def js(self, body: str, *args: Any) -> Any:
        try:
            return self.page.evaluate(f"(args) => (async () => {{ {body} }})()", list(args))
        except Error as error:
            if any(sign in str(error) for sign in _LEFT):
                raise LeftError(str(error)) from error
            raise

    def move(self, x: float, y: float, steps: int = 1) -> None:
        self.page.mouse.move(x, y, steps=steps)

    def down(self) -> None:
        self.page.mouse.down()

    def up(self) -> None:
        self.page.mouse.up()

    def key(self, name: str) -> None:
        self.page.keyboard.press(name)

    def shot(self, path: str) -> None:
        self.page.screenshot(path=path)

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def close(self) -> None:
        self.context.close()

    def close_others(self) -> None:
        """Close the windows that the page has opened."""
        for other in self.context.pages:
            if other != self.page:
                other.close()

    def forget(self) -> None:
        self.js(EMPTY_STORES)
        self.context.clear_cookies()
        self.close_others()
        self.page.goto("about:blank")
        self._errors.clear()
