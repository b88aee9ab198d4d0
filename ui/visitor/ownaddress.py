"""Public addresses of this server: what files and cards print, and QR codes hold.

The Host header is the asker's own word. It is repeated only where it cannot lead anybody astray:
a name that means something in the asker's own network alone, or one that the operator has named,
or the one at which the asking page itself stands.
"""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers

if TYPE_CHECKING:
    from starlette.types import Scope

_HOST: Final = re.compile(
    r"(?P<name>[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9_.])?|\[[0-9a-f:.]{2,45}\])(:(?P<port>[0-9]{1,5}))?"
)
_DEFAULT_PORTS: Final = {"http": 80, "ws": 80, "https": 443, "wss": 443}
# Names that no public name server answers (RFC 6761, 6762, 8375; ICANN for `internal`).
_LOCAL_ENDINGS: Final = (".localhost", ".local", ".internal", ".home.arpa", ".lan", ".test")
# Loopback, private, link-local; 100.64.0.0/10 is a carrier's own and Tailscale's (RFC 6598).
_PRIVATE: Final = tuple(
    map(
        ipaddress.ip_network,
        (
            "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16",
            "100.64.0.0/10", "::1/128", "fc00::/7", "fe80::/10",
        ),
    )
)  # fmt: skip
_NUMBER: Final = re.compile(r"(.*\.)?(\d+|0x[0-9a-f]*)\.?")  # browsers read it as an IPv4 address


def normal_host(host: str, scheme: str) -> str:
    """Return a host in the one spelling that can be compared, "" if it is none.

    Small letters, no port where it is the scheme's own; a port there cannot be makes it none.
    """
    found = _HOST.fullmatch(host.strip().lower())
    if found is None or not _is_name(found["name"]):
        return ""
    port = int(found["port"] or _DEFAULT_PORTS.get(scheme, 0))
    if found["port"] and not 0 < port < 65_536:
        return ""
    is_usual = port == _DEFAULT_PORTS.get(scheme, 0)
    return found["name"] if is_usual else f"{found['name']}:{port}"


def _is_name(name: str) -> bool:
    """Return whether a name is one: in brackets, or with a number at its end, only an address."""
    try:
        if name.startswith("["):
            ipaddress.IPv6Address(name[1:-1])
        elif _NUMBER.fullmatch(name):
            ipaddress.IPv4Address(name)
    except ValueError:
        return False
    return ".." not in name


def asked_host(scope: Scope) -> str:
    """Return the host that was asked, as `normal_host` writes it; "" if two or none are named."""
    named = Headers(scope=scope).getlist("host")
    return normal_host(named[0], scope["scheme"]) if len(named) == 1 else ""


def host_of(url: str) -> str:
    """Return the host of a web address, as `normal_host` writes it; "" if it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:  # such as a bracket that does not close
        return ""
    return normal_host(parts.netloc, parts.scheme)


def host_name(host: str) -> str:
    """Return a host without its port and brackets."""
    return urlsplit(f"//{host}").hostname or ""


def is_private(host: str) -> bool:
    """Return whether a host means something in the asker's own network or computer alone."""
    name = host_name(host).rstrip(".")
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name != "" and ("." not in name or name.endswith(_LOCAL_ENDINGS))
    return any(address in network for network in _PRIVATE)


def is_loopback(name: str) -> bool:
    """Return whether a name, without port and brackets, is this computer's for itself."""
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def loopback_host(scope: Scope) -> str:
    """Return the host that names this computer itself: it leads a stranger nowhere."""
    port = (scope.get("server") or ("", None))[1] or 0
    return normal_host(f"localhost:{port}", scope["scheme"]) or "localhost"
