"""Allow-list of addresses: of Streamlit's own those answer that our pages use, and no others.

Streamlit brings doors for what this app has not: uploads, agents, logins, files of its own. They
cost memory and are one way in more. Every address below one of its folders is closed unless it
stands here; what a new version adds is closed until somebody has decided
(tests/server/test_doors.py). Streamlit also answers every address that it does not know with its
page; here only that of a page gets one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from streamlit import config

from geo.words import LANGUAGES, say
from ui.http import turn_away
from ui.scripts import FRAME_PATH
from ui.visitor import (
    asked_host,
    host_name,
    host_of,
    is_loopback,
    own_addresses,
    own_hosts,
    path_in_app,
)

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_READ: Final = frozenset({"GET", "HEAD"})
# Folders of Streamlit's, and single addresses outside of them.
_ITS_OWN: Final = ("_stcore", "component", "media", "static", "app", "auth", "oauth2callback")
_OURS: Final = ("assets", "basemap", "export", "live", "room")  # for our routes to answer
# An address of one part: if it is no page, Streamlit says so and shows the map. What comes after a
# question mark that was encoded on its way is part of it (mendedlinks.py).
_PAGE: Final = re.compile(r"/[^/.]*(?:[?\uff1f][^/]*)?")
# What Streamlit's page names, and what browsers ask for unnamed.
_FILES: Final = ("/favicon.png", "/manifest.json", "/favicon.ico")
# Headers that a proxy adds: who sends them is not at this computer, whatever the socket says.
_OF_PROXIES: Final = (
    "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Door:
    """An address that answers; one that ends with a slash stands for all below it."""

    path: str
    methods: frozenset[str] = _READ
    is_for_this_computer: bool = False

    def leads_to(self, path: str) -> bool:
        """Return whether an address is this one, or below it."""
        return path.startswith(self.path) if self.path.endswith("/") else path == self.path


DOORS: Final = (
    Door("/_stcore/health"),
    Door("/_stcore/host-config"),
    Door("/_stcore/stream", frozenset({"websocket"})),
    Door("/_stcore/metrics", is_for_this_computer=True),
    Door(FRAME_PATH),
    Door("/media/"),  # the page's icon
    Door("/static/"),
)


class Doors:
    """ASGI middleware that closes what our pages do not use."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may go through, and say of all else that it is not here."""
        if scope["type"] == "lifespan" or is_open(scope):
            await self.app(scope, receive, send)
        else:
            await turn_away(nothing_here(), scope, receive, send)


def nothing_here() -> Response:
    """Return the answer to an address at which there is nothing."""
    said = " ".join(say(lang)("There is nothing at this address.") for lang in LANGUAGES)
    return PlainTextResponse(f"{said}\n", 404, {"Cache-Control": "no-store"})


def is_open(scope: Scope) -> bool:
    """Return whether a request may go through."""
    path = path_in_app(scope)
    first = path.lstrip("/").partition("/")[0]
    if first not in _ITS_OWN:
        return first in _OURS or path in _FILES or _PAGE.fullmatch(path) is not None
    method = "websocket" if scope["type"] == "websocket" else scope["method"]
    door = next((each for each in DOORS if each.leads_to(path)), None)
    if door is None or method not in door.methods:
        return False
    if method == "websocket":
        return _is_from_own_page(scope)
    return not door.is_for_this_computer or _is_from_this_computer(scope)


def _is_from_own_page(scope: Scope) -> bool:
    """Return whether a socket is opened by a page of this origin, or by no page at all.

    Streamlit asks the same, but for a stranger's origin it first asks a server in the internet
    for this computer's own address, and all others wait until that has answered. What it lets in
    without is left to it: what an operator has named, and this computer behind a proxy of its own.
    """
    origin = Headers(scope=scope).get("origin")
    if origin is None or not config.get_option("server.enableCORS"):
        return True
    host = host_of(origin)
    if host in own_hosts(scope) or origin in config.get_option("server.corsAllowedOrigins"):
        return True
    name = host_name(host)
    if config.is_manually_set("browser.serverAddress"):
        return name == str(config.get_option("browser.serverAddress"))
    is_handed_on = is_loopback(host_name(asked_host(scope)))
    return is_handed_on and (
        is_loopback(name) or any(each.address == name for each in own_addresses())
    )


def _is_from_this_computer(scope: Scope) -> bool:
    """Return whether a request was made on this computer, and not handed on from another."""
    headers = Headers(scope=scope)
    is_handed_on = (
        any(name in headers for name in _OF_PROXIES)
        or scope["http_version"] == "1.0"  # nginx, unless told otherwise
        or "upgrade" in headers.get("connection", "").lower()
    )
    client = (scope.get("client") or ("",))[0]
    return not is_handed_on and all(map(is_loopback, (client, host_name(asked_host(scope)))))
