"""Kinds of requester: a page of our own, somebody else, or nobody can say.

Browsers tell the relation in `Sec-Fetch-Site`, which no page can write. Over plain http on
another name than localhost they do not; there a page's address in `Referer` is all there is. A
page may leave it out, but cannot put another's there.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from ui.visitor.ownaddress import asked_host, host_of
from ui.visitor.settings import read_settings

if TYPE_CHECKING:
    from starlette.types import Scope


class Asker(Enum):
    """Whose wish a request is."""

    OWN_PAGE = auto()
    OTHER = auto()  # another site's page, another port's, or a person by the address bar
    UNKNOWN = auto()


def asker(scope: Scope) -> Asker:
    """Return who asks, as far as the browser says."""
    headers = Headers(scope=scope)
    relation = headers.get("sec-fetch-site")
    if relation is not None:
        return Asker.OWN_PAGE if relation == "same-origin" else Asker.OTHER
    return Asker.OWN_PAGE if _comes_from_here(scope, headers) else Asker.UNKNOWN


def _comes_from_here(scope: Scope, headers: Headers) -> bool:
    page = host_of(headers.get("referer", ""))
    return page != "" and page in own_hosts(scope)


def own_hosts(scope: Scope) -> set[str]:
    """Return the host that was asked, and those of the operator's addresses."""
    return {asked_host(scope), *map(host_of, read_settings().public_urls)} - {""}
