"""A page whose link was mangled on its way is asked for again, by the link that was meant.

So whatever reads the address, here and in the browser, reads the same one, and what is copied from
it is whole again. Files are answered at once: they read links as pages do (geo/link/repair.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from starlette.responses import Response

from geo.link import holds_keys, repaired
from ui.http import MAX_QUERY_BYTES
from ui.visitor import path_in_app

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_PAGE: Final = re.compile(r"(?:[^.]*/)?[a-z]*")
_FILES: Final = ("/export/", "/live/", "/room", "/_stcore/", "/component/")
# A question mark that was encoded, or in full width, is part of the path.
_IN_PATH: Final = re.compile(r"(?:.*/)?([a-z]*)(?:%3F|%EF%BC%9F)([^/]*)", re.IGNORECASE)


class MendedLinks:
    """ASGI middleware that leads from a mangled link to a page to the one that was meant."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the right address, or pass the request on."""
        meant = _meant(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        answer = self.app if meant is None else Response(status_code=307, headers=_to(meant))
        await answer(scope, receive, send)


def _to(address: str) -> dict[str, str]:
    return {"Location": address, "Cache-Control": "no-store"}


def _meant(scope: Scope) -> str | None:
    """Return the address that was meant, seen from the one asked for; None if that is whole."""
    query = scope["query_string"].decode("utf-8", "replace")
    path = scope.get("raw_path", b"").decode("latin-1").partition("?")[0]
    if len(query) + len(path) > MAX_QUERY_BYTES or path_in_app(scope).startswith(_FILES):
        return None
    parts = _IN_PATH.fullmatch(path)
    if parts and holds_keys(parts[2]):
        more = f"&{query}" if query else ""
        return f"./{parts[1]}?{_ascii(repaired(parts[2] + more))}"
    meant = repaired(query) if _PAGE.fullmatch(path) else query
    return None if meant in (query, "") else f"?{_ascii(meant)}"


def _ascii(query: str) -> str:
    """Return a query as a header can hold it; what is encoded stays so."""
    return quote(query, safe="%~,:()=&+;?/@!$'*._-")
