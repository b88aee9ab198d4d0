"""The head of the page as it is sent: social cards for where a link is posted, and its viewport.

Streamlit serves one page for all addresses. Sites that show a card for a link do not run its
scripts, so the tags have to be in the page as it is sent. The viewport is there to cover a phone's
whole screen: else the style sheets' env(safe-area-inset-*) are 0, and bars lie over buttons.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from starlette.requests import Request

from geo.catalog import read_link
from geo.errors import DataError
from geo.evidence import view_of_claim, with_id
from geo.link import encode, parse_pairs
from geo.reach import finding_of, summarize, title_of
from geo.share import captions, view_link
from geo.words import LANGUAGES, language_facts
from ui.http import MAX_QUERY_BYTES, in_turn, root_url
from ui.scripts import first_script_tag
from ui.server.pageonway import PageOnWay, is_page_path, unpacked
from ui.visitor import path_in_app, prefix
from ui.work import UnmadeError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PLACE: Final = "<title>Streamlit</title>"
_FIRST_MODULE: Final = '<script type="module"'
_NARROW: Final = 'content="width=device-width, initial-scale=1, shrink-to-fit=no"'
_WHOLE_SCREEN: Final = 'content="width=device-width, initial-scale=1, viewport-fit=cover"'
_ENGLISH: Final = '<html lang="en"'
_CLAIM: Final = "claim"
_CARD_SIZE: Final = (1200, 630)


def card_tags(query: str, root: str, page: str = "") -> str:
    """Return the tags of one view as HTML; a value that cannot be used has its default here.

    The page of a claim has the map of that claim.
    """
    pairs = parse_pairs(query[:MAX_QUERY_BYTES])
    view, _ = read_link(pairs)
    address = view_link(view.scenario, root)
    claim = with_id(dict(pairs).get("id", ""), view.catalog) if page == _CLAIM else None
    if claim:
        view = view_of_claim(claim, view)
        address = f"{root}{_CLAIM}?{urlencode({'id': claim.id, 'lang': view.lang})}"
    width, height = _CARD_SIZE
    picture = f"{root}export/map.png?{encode(view.scenario)}&width={width}&height={height}&card=1"
    shown = title_of(view)
    heading = f"{shown} | Reachmap"
    tags = {
        "og:type": "website",
        "og:site_name": "Reachmap",
        "og:locale": language_facts(view.lang).locale,
        "og:title": heading,
        "og:description": f"{finding_of(view)} {summarize(view).counts}",
        "og:url": address,
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": captions.picture_text(view),
        "twitter:card": "summary_large_image",
    }
    lines = [f"<title>{escape(heading)}</title>"]
    lines += [
        f'<meta {"name" if name.startswith("twitter") else "property"}="{name}" '
        f'content="{escape(content, quote=True)}" />'
        for name, content in tags.items()
    ]
    summary = escape(tags["og:description"], quote=True)
    return "\n    ".join([*lines, f'<meta name="description" content="{summary}" />'])


class SocialCards:
    """ASGI middleware that puts the tags of its address into Streamlit's page."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, the page with its tags."""
        is_read = scope["type"] == "http" and scope["method"] == "GET"
        if not (is_read and is_page_path(path_in_app(scope))):
            await self.app(scope, receive, send)
            return
        await self.app(unpacked(scope), receive, _Page(scope, send).send)


class _Page(PageOnWay):
    """A page of ours on its way."""

    def is_wanted(self, start: Message) -> bool:
        return start["status"] == 200 and super().is_wanted(start)

    async def finish(self, start: Message) -> None:
        try:
            body = await in_turn(self.scope, self._with_tags)
        except UnmadeError:  # too many ask: a page without a card is better than none
            body = self.body
        await self.send_page(start, body)

    def _with_tags(self) -> bytes:
        query = self.scope["query_string"].decode("utf-8", "replace")
        try:
            root = root_url(Request(self.scope), unknown=f"{prefix()}/")
            tags = card_tags(query, root, path_in_app(self.scope).strip("/"))
        except DataError:  # the page itself says what is wrong with the data
            tags = _PLACE
        page = self.body.decode().replace(_PLACE, tags, 1)
        page = page.replace(_NARROW, _WHOLE_SCREEN, 1)
        page = page.replace(_FIRST_MODULE, f"{first_script_tag()}{_FIRST_MODULE}", 1)
        asked = dict(parse_pairs(query)).get("lang")
        if asked in LANGUAGES:
            page = page.replace(_ENGLISH, f'<html lang="{asked}"', 1)
        return page.encode()
