"""Pages that stand in a frame of ours: guarded, and given to our own pages alone.

A component of Streamlit runs whatever script a message holds, from whoever sends it. Hence a
guard (frameguard.js) comes before every script of such a page, and a page that cannot be given
one is not given at all. And since a stranger's page has no business with it, it gets none: the
page stands in a frame that a page of ours has made, or nowhere.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from geo.words import LANGUAGES, say
from ui.scripts import BOOT_DIR, FRAME_PATH
from ui.server.pageonway import PageOnWay, unpacked
from ui.visitor import Asker, asker, path_in_app

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_GUARD_FILE: Final = BOOT_DIR / "frameguard.js"

# The beginning of a page up to its head, so strict that browsers cannot read it in another way:
# whatever else stands there could be a script, or make a head of its own come first.
_BLANK: Final = rb"(?:[\t\n\f\r ]|<!--(?!-?>)(?:(?!--!?>).)*-->)*"
_ATTRIBUTES: Final = (
    rb"(?:[\t\n\f\r ]+[a-z][\w:-]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*"
    rb"(?:\"[^\"]*\"|'[^']*'|[^\t\n\f\r \"'=<>`/]+))?)*[\t\n\f\r ]*"
)
_UP_TO_HEAD: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?%b(?:<!doctype[\t\n\f\r ][\w\t\n\f\r \"'/.:-]*>)?%b(?:<html%b>)?%b<head%b>"
    % (_BLANK, _BLANK, _ATTRIBUTES, _BLANK, _ATTRIBUTES),
    re.IGNORECASE | re.DOTALL,
)
_IN_FRAMES: Final = ("iframe", "frame")


class Frame(Enum):
    """How a page for a frame is given."""

    OPEN = auto()  # our page asks: it may itself stand in anybody's
    OWN = auto()  # nobody can say who asks: only where all pages around it are ours
    REFUSED = auto()


def frame_for(scope: Scope) -> Frame:
    """Return how whoever asks gets a page that is made for a frame of ours."""
    who, use = asker(scope), Headers(scope=scope).get("sec-fetch-dest")
    if who is Asker.UNKNOWN:
        return Frame.OWN
    if who is Asker.OTHER:
        return Frame.REFUSED
    if use == "empty":  # a script of our page looks whether it is there, as Streamlit's does
        return Frame.OWN
    return Frame.OPEN if use is None or use in _IN_FRAMES else Frame.REFUSED


def guarded(page: bytes) -> bytes | None:
    """Return a page with the guard as the first of its scripts, None if that cannot be had."""
    start = _UP_TO_HEAD.match(page)
    if start is None or b"\0" in page:
        return None
    return page[: start.end()] + _guard() + page[start.end() :]


@lru_cache(maxsize=1)
def _guard() -> bytes:
    script = _GUARD_FILE.read_text("utf-8")
    # ASCII alone, so that no encoding the page may name reads another script.
    tag = f'<script data-said="{escape(_sentence(), quote=True)}">{script}</script>'
    return tag.encode("ascii", "xmlcharrefreplace")


def _sentence() -> str:
    return " ".join(
        say(lang)("This is a part of Reachmap, and only stands in its pages.") for lang in LANGUAGES
    )


class FramePages:
    """ASGI middleware that guards the pages of components, and refuses them to strangers."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, a page of a component with its guard."""
        if scope["type"] != "http" or not path_in_app(scope).startswith(FRAME_PATH):
            await self.app(scope, receive, send)
            return
        page = _FramePage(scope, receive, send)
        await self.app(unpacked(scope), receive, page.send)


class _FramePage(PageOnWay):
    """A page of a component on its way."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        super().__init__(scope, send)
        self.receive = receive

    async def finish(self, start: Message) -> None:
        headers = MutableHeaders(scope=start)
        is_whole = start["status"] == 200 and "content-encoding" not in headers
        page = guarded(self.body) if is_whole else None
        if page is None or frame_for(self.scope) is Frame.REFUSED:
            refused = PlainTextResponse(f"{_sentence()}\n", 403, {"Cache-Control": "no-store"})
            await refused(self.scope, self.receive, self.send_on)
            return
        # The next one who asks may be another. Not "no-store": Streamlit looks whether the page is
        # there and leaves it unread, and Chromium would hold that request open for ever.
        headers["Cache-Control"] = "no-cache"
        headers["Vary"] = "Sec-Fetch-Site, Sec-Fetch-Dest, Referer"
        await self.send_page(start, page)
