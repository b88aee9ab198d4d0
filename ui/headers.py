"""Security headers for every answer.

Streamlit sends none itself. Its page has one inline script, allowed by hash;
st_folium's frame needs inline script and eval, so that frame alone gets them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import MutableHeaders

from geo.query import parse_pairs
from geo.tiles import TILE_PROVIDERS
from ui.assetfiles import FRAME_PATH, KEPT, early_links
from ui.settings import read_settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FRAME_SCRIPTS = f"{FRAME_PATH}static/"


@lru_cache(maxsize=1)
def _inline_script_hashes() -> str:
    """Return CSP hashes of the inline scripts in the installed Streamlit's page."""
    page = Path(streamlit.__file__).parent.joinpath("static", "index.html").read_text("utf-8")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@lru_cache(maxsize=4)
def content_security_policy(*, for_map_frame: bool, is_embedded: bool = False) -> str:
    """Return the policy of the page, or of the map's frame.

    A page with `embed=true` is made to stand in pages of others: all may hold it unless the
    operator names who may. There is nothing in it that a borrowed click could harm.
    """
    scripts = "'unsafe-inline' 'unsafe-eval'" if for_map_frame else _inline_script_hashes()
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
        f"frame-ancestors {_ancestors(is_open=for_map_frame or is_embedded)}",
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
        in_frame = scope["path"].startswith(FRAME_PATH)
        policy = content_security_policy(for_map_frame=in_frame, is_embedded=_is_embedded(scope))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("Content-Type", "").startswith("text/html"):
                    headers["Link"] = early_links(for_map_frame=in_frame)
                elif scope["path"].startswith(_FRAME_SCRIPTS) and message["status"] == 200:
                    headers["Cache-Control"] = KEPT  # their names hold a digest
                headers["Content-Security-Policy"] = policy
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin"  # tiles ask for it
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
            await send(message)

        await self.app(scope, receive, send_with_headers)
