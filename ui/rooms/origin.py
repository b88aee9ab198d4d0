"""Whether a request comes from a page of this server: cookies are sent by browsers unasked."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers

from ui.settings import read_settings

_USUAL_PORTS = {"http": ":80", "https": ":443"}


def is_own_page(headers: Headers) -> bool:
    """Return whether a browser says that one of our own pages asks."""
    origin = headers.get("origin", "")
    scheme, _, host = origin.partition("://")
    port = _USUAL_PORTS.get(scheme)
    if not port or not host:
        return False
    ours = {_plain(headers.get("host", ""), port)}
    public = map(urlsplit, read_settings().public_urls)
    ours |= {_plain(each.netloc, port) for each in public if each.scheme == scheme}
    return _plain(host, port) in ours


def is_foreign_page(headers: Headers) -> bool:
    """Return whether a page of another site asks; a program says nothing of a page."""
    return "origin" in headers and not is_own_page(headers)


def _plain(host: str, usual_port: str) -> str:
    return host.lower().removesuffix(usual_port)
