"""A tab of WebKitGTK's MiniBrowser."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

from PIL import ImageGrab

from tests.browser.engines.tab import DEADLINE_S, EMPTY_STORES, EngineError, Tab
from tests.browser.engines.webdriver import WebKitDriver

# The code points of keys without a sign, as the protocol has them.
KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "Shift": "\ue008",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "End": "\ue010",
    "Home": "\ue011",
}
SCRIPT = """
    const done = arguments[arguments.length - 1], args = [...arguments].slice(0, -1);
    (async () => {{ {body} }})().then(
        (value) => done({{ value: value === undefined ? null : value }}),
        (error) => done({{ error: `${{error}} ${{error.stack}}` }}));
"""


# The page's box on the screen, once what has changed is painted: bars of the window stand above it.
PAGE_ON_SCREEN = """
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return [screenX + outerWidth - innerWidth, screenY + outerHeight - innerHeight,
    innerWidth, innerHeight];"""


class WebKitTab(Tab):
    """The one tab of a browser of its own."""

    kind = "webkit"

    def __init__(self, driver: WebKitDriver, viewport: dict[str, int]) -> None:
        """Open a browser whose page has a size."""
        self._driver = driver
        self._at = (0.0, 0.0)
        self._said = driver.log.stat().st_size
        self._session = driver.begin()
        self._ask("POST", "/timeouts", script=60_000, pageLoad=60_000)
        self.go("about:blank")
        self.resize(viewport["width"], viewport["height"])

    def _ask(self, method: str, path: str, **content: Any) -> Any:
        return self._driver.ask(method, self._session + path, content)

    def resize(self, width: int, height: int) -> None:
        """Give the page its size: the window is larger, by its bars."""
        rect = {"width": width, "height": height}
        end = time.monotonic() + DEADLINE_S
        while True:
            self._ask("POST", "/window/rect", **rect)
            settled = """await new Promise((done) => setTimeout(done, 100));
                return [innerWidth, innerHeight];"""
            now = self.js(settled)
            if now == [width, height]:
                return
            if time.monotonic() > end:
                raise EngineError(f"webkit: the page is {now}, not {width} x {height}")
            told = self._ask("GET", "/window/rect")
            rect = {
                "width": int(told["width"] + width - now[0]),
                "height": int(told["height"] + height - now[1]),
            }

    @property
    def errors(self) -> list[str]:
        with Path(self._driver.log).open("rb") as log:
            log.seek(self._said)
            lines = log.read().decode("utf-8", "replace").splitlines()
        return [line for line in lines if re.search(r"CONSOLE.*ERROR", line)]

    @property
    def url(self) -> str:
        return str(self.js("return location.href;"))

    def go(self, url: str) -> None:
        self._ask("POST", "/url", url=url)

    def js(self, body: str, *args: Any) -> Any:
        script = SCRIPT.format(body=body)
        answer = self._ask("POST", "/execute/async", script=script, args=list(args))
        if "error" in answer:
            raise EngineError(f"webkit: {answer['error']}")
        return answer["value"]

    def _act(self, kind: str, *actions: dict[str, Any]) -> None:
        source: dict[str, Any] = {"type": kind, "id": kind, "actions": list(actions)}
        if kind == "pointer":
            source["parameters"] = {"pointerType": "mouse"}
        self._ask("POST", "/actions", actions=[source])

    def move(self, x: float, y: float, steps: int = 1) -> None:
        from_x, from_y = self._at
        for step in range(1, steps + 1):
            share = step / steps
            at_x, at_y = from_x + (x - from_x) * share, from_y + (y - from_y) * share
            place = {"x": round(at_x), "y": round(at_y)}
            self._act("pointer", {"type": "pointerMove", "duration": 0} | place)
        self._at = (x, y)

    def down(self) -> None:
        self._act("pointer", {"type": "pointerDown", "button": 0})

    def up(self) -> None:
        self._act("pointer", {"type": "pointerUp", "button": 0})

    def key(self, name: str) -> None:
        code = KEYS.get(name, name)
        self._act("key", {"type": "keyDown", "value": code}, {"type": "keyUp", "value": code})

    def shot(self, path: str) -> None:
        """Take what is on the display: the driver's own pictures of a page at rest never come."""
        left, top, wide, high = self.js(PAGE_ON_SCREEN)
        screen = ImageGrab.grab(xdisplay=f":{self._driver.display}")
        screen.crop((left, top, left + wide, top + high)).save(path)

    def close(self) -> None:
        self._driver.ask("DELETE", self._session)

    def forget(self) -> None:
        self.js(EMPTY_STORES)
        self._ask("DELETE", "/cookie")
        self.go("about:blank")
        self._said = self._driver.log.stat().st_size
