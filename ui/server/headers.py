"""Security headers for every answer.

Streamlit sends none itself. Its page has one inline script, allowed by hash;
st_folium's frame needs inline script and eval, so the page in that frame alone gets them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit
from starlette.datastructures import MutableHeaders

from geo.link import TILE_PROVIDERS, parse_pairs
from ui.scripts import FRAME_PATH, KEPT, early_links
from ui.server.framepages import Frame, frame_for
from ui.server.pageonway import is_page, is_page_path
from ui.visitor import path_in_app, read_settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FRAME_SCRIPTS: Final = f"{FRAME_PATH}static/"
# What only our own pages load. Exports are for everybody, and say so themselves.
_FOR_OWN_PAGES: Final = (
    "/assets/", "/basemap/", "/live/", "/component/", "/media/", "/static/", "/_stcore/",
)  # fmt: skip


@lru_cache(maxsize=1)
def _inline_script_hashes() -> str:
    """Return CSP hashes of the inline scripts in the installed Streamlit's page."""
    page = Path(streamlit.__file__).parent.joinpath("static", "index.html").read_text("utf-8")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@lru_cache(maxsize=4)
def content_security_policy(*, for_map_frame: bool, is_open: bool = False) -> str:
    """Return the policy of a page, or of the page in the map's frame.

    A page with `embed=true` is made to stand in pages of others: all may hold it unless the
    operator names who may. There is nothing in it that a borrowed click could harm. The map in it
    has to be as open, for a browser asks who holds it all the way up; who may have it at all is
    decided before (ui/server/framepages.py).
    """
    # Streamlit's protobuf compiles a module of WebAssembly: no script can be made of a text by it.
    for_page = f"'wasm-unsafe-eval' {_inline_script_hashes()}"
    scripts = "'unsafe-inline' 'unsafe-eval'" if for_map_frame else for_page
    tiles = " ".join(sorted({provider.host_pattern for provider in TILE_PROVIDERS.values()}))
    directives = (
        "default-src 'self'",
        f"script-src 'self' blob: {scripts}",
        "style-src 'self' 'unsafe-inline'",
        f"img-src 'self' data: blob: {tiles}",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        f"frame-ancestors {_ancestors(is_open=is_open)}",
    )
    return "; ".join(directives)


def _ancestors(*, is_open: bool) -> str:
    named = read_settings().frame_ancestors
    return "*" if is_open and not named else f"'self' {named}".strip()


def _is_embedded(scope: Scope) -> bool:
    return ("embed", "true") in parse_pairs(scope["query_string"].decode("utf-8", "replace"))


class SecurityHeaders:
    """ASGI middleware that adds the headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, with headers added to the start of an HTTP answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = path_in_app(scope)  # now, for a mount writes its own folder into the scope

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(scope, path, message)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _add_headers(scope: Scope, path: str, message: Message) -> None:
    headers = MutableHeaders(scope=message)
    in_frame = path.startswith(FRAME_PATH) and is_page(message) and message["status"] == 200
    is_open = frame_for(scope) is Frame.OPEN if in_frame else _is_embedded(scope)
    policy = content_security_policy(for_map_frame=in_frame, is_open=is_open)
    if is_page(message):
        if in_frame or is_page_path(path):  # told from where pages stand
            headers.setdefault("Link", early_links(for_map_frame=in_frame))
        headers["Cross-Origin-Opener-Policy"] = "same-origin"  # no hold on us for who opened us
        if policy.endswith("frame-ancestors 'self'"):
            headers["X-Frame-Options"] = "SAMEORIGIN"  # the same, for who does not read policies
    elif path.startswith(_FRAME_SCRIPTS) and message["status"] == 200:
        headers["Cache-Control"] = KEPT  # their names hold a digest
    if path.startswith(_FOR_OWN_PAGES):
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers["Content-Security-Policy"] = policy
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "strict-origin-when-cross-origin"  # tiles ask for it
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
