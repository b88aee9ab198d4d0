"""What a tab can do in every engine."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from typing import Any

from tests.browser.about import ABOUT

# A page that comes at once comes within this on a slow machine with five processes beside it.
DEADLINE_S = 40.0
LOOK_EVERY_S = 0.05
# Where an element is, in pixels of the window, once it stands still.
BOX = """
    const element = document.querySelector(args[0]);
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const look = () => element?.getBoundingClientRect();
    const before = look();
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const box = look();
    if (!box?.width || JSON.stringify(box) !== JSON.stringify(before)) return null;
"""
MIDDLE = f"{BOX} return {{ x: box.x + box.width / 2, y: box.y + box.height / 2 }};"
# Where a thumb is on its track, and where it is at another value.
THUMB = """
    const radius = Math.min(box.height, 16) / 2;
    const share = (km) => (km - element.min) / (element.max - element.min);
    const x = (km) => box.x + radius + (box.width - 2 * radius) * share(km);
    return { from: x(element.value), to: x(args[1]), y: box.y + box.height / 2 };
"""
EMPTY_STORES = """
    if (!location.protocol.startsWith("http")) return;
    for (const kept of [localStorage, sessionStorage]) kept.clear();
"""


class EngineError(AssertionError):
    """A wait ran out, the page threw, or the browser did not do as it was told."""


class LeftError(EngineError):
    """The page was left for another one while it was asked."""


class Tab(ABC):
    """A tab. Scripts are bodies of async functions, with what was handed over in `args`.

    Points are in CSS pixels of the window, from its upper left corner.
    """

    kind: str

    @property
    @abstractmethod
    def errors(self) -> list[str]:
        """What the console and the page reported as errors so far."""

    @property
    @abstractmethod
    def url(self) -> str:
        """The address."""

    @abstractmethod
    def go(self, url: str) -> None:
        """Begin to load an address."""

    @abstractmethod
    def js(self, body: str, *args: Any) -> Any:
        """Run a script in the page and return what it returns, as JSON can say it."""

    @abstractmethod
    def move(self, x: float, y: float, steps: int = 1) -> None:
        """Move the mouse to a point."""

    @abstractmethod
    def down(self) -> None:
        """Press the mouse's first button."""

    @abstractmethod
    def up(self) -> None:
        """Let go of it."""

    @abstractmethod
    def key(self, name: str) -> None:
        """Press and release a key by its name, such as `ArrowRight`."""

    @abstractmethod
    def shot(self, path: str) -> None:
        """Save what is seen as a PNG file."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page another size."""

    @abstractmethod
    def close(self) -> None:
        """Close the tab and what was opened for it alone."""

    @abstractmethod
    def forget(self) -> None:
        """Leave the page, and keep nothing of it but what the browser has in its cache."""

    def until(self, body: str, what: str, *args: Any, seconds: float = DEADLINE_S) -> Any:
        """Ask a script until its answer is true, and return that answer."""
        end = time.monotonic() + seconds
        while not (found := self._answer(body, *args)):
            if time.monotonic() > end:
                about = self.js(ABOUT)
                raise EngineError(f"{self.kind}: waited {seconds} s for {what} in {about}")
            time.sleep(LOOK_EVERY_S)
        return found

    def _answer(self, body: str, *args: Any) -> Any:
        """Return a script's answer, None where the page is just being left."""
        try:
            return self.js(body, *args)
        except LeftError:
            return None

    def text(self, selector: str) -> str:
        """Return the text of the first element of a selector, "" if there is none."""
        return str(self.js("return document.querySelector(args[0])?.textContent ?? '';", selector))

    def click(self, selector: str) -> None:
        """Click the middle of the first element of a selector."""
        middle = self.until(MIDDLE, f"{selector} to be seen", selector)
        self.move(middle["x"], middle["y"])
        self.down()
        self.up()

    def type(self, text: str) -> None:
        """Press the keys of a text, one by one."""
        for sign in text:
            self.key(sign)

    def drag_to(self, selector: str, km: float, *, release: bool = True) -> None:
        """Drag the thumb of a slider to about a value; `release` lets go of it there."""
        where = self.until(f"{BOX} {THUMB}", f"{selector} to be seen", selector, km)
        self.move(where["from"], where["y"])
        self.down()
        self.move((where["from"] + where["to"]) / 2, where["y"], steps=5)
        self.move(where["to"], where["y"], steps=5)
        if release:
            self.up()

    def drag_on(self, selector: str, km: float) -> None:
        """Move the thumb that is held to about another value."""
        where = self.until(f"{BOX} {THUMB}", f"{selector} to be seen", selector, km)
        self.move(where["to"], where["y"])
