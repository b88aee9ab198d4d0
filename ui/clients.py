"""Who asks: the address that work is shared out by, taken from one place."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import Any, Final

_NETWORK_BITS: Final = 64  # of IPv6: what one household or one computer is given


def client_of(scope: Mapping[str, Any]) -> str:
    """Return the address of a connection's client, the same for all of one IPv6 network.

    Uvicorn has put it there: the peer's own, or what a proxy on this computer (127.0.0.1, or those
    that FORWARDED_ALLOW_IPS names) says in X-Forwarded-For. Nobody else's header is believed.
    """
    host = (scope.get("client") or ("", 0))[0]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:  # a socket without an address
        return str(host)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
