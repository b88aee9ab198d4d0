"""Client addresses: who asks, as far as the network tells; limits count by them.

Streamlit's server (uvicorn) believes `X-Forwarded-For` of whoever connects from 127.0.0.1. That is
right behind a proxy on this machine; without one, any program here could be a new stranger with
each request. So the header counts only if the operator says that there is a proxy.
"""

from __future__ import annotations

import ipaddress
import os
from typing import Any, Final

_HEADER: Final = b"x-forwarded-for"
_SOMEONE_FORWARDED: Final = "forwarded"  # all who come with such a header that nobody vouches for
_HOME_V6_BITS: Final = 64  # what a provider gives a household, and one machine can use up


def client_address(scope: Any) -> str:
    """Return the address that an ASGI request or socket comes from, as a key for limits.

    With `REACHMAP_PROXY=1` it is the one that the proxy in front names. IPv6 addresses of one
    network are the same, for a machine may take as many as it likes.
    """
    host = str((scope.get("client") or ("", 0))[0])
    if os.environ.get("REACHMAP_PROXY") != "1" and _is_from_header(host, scope):
        return _SOMEONE_FORWARDED
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host[:64]  # a Unix socket has none
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        network = ipaddress.ip_network((address, _HOME_V6_BITS), strict=False)
        return str(mapped or network)
    return str(address)


def _is_from_header(host: str, scope: Any) -> bool:
    """Return whether an address is one that a header names, not the connection's own."""
    named = b",".join(value for name, value in scope.get("headers", ()) if name == _HEADER)
    return bool(named) and (not host or host in named.decode("latin-1"))
