"""Origin check: whether a request comes from a page of ours; browsers send cookies unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from ui.visitor import host_of, own_hosts

if TYPE_CHECKING:
    from starlette.types import Scope


def is_own_page(scope: Scope) -> bool:
    """Return whether a browser says that one of our own pages asks."""
    return host_of(Headers(scope=scope).get("origin", "")) in own_hosts(scope)


def is_foreign_page(scope: Scope) -> bool:
    """Return whether a page of another site asks; a program says nothing of a page."""
    return "origin" in Headers(scope=scope) and not is_own_page(scope)
