"""Where a class reaches this server: a teacher's own `localhost` is no use to thirty phones."""

from __future__ import annotations

import ipaddress
import socket
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from streamlit import config

from ui.answers import tagged_json
from ui.exportquery import root_url

# A documentation address (RFC 5737). To connect a UDP socket sends nothing: the system only says
# which of its own addresses it would send from.
_ELSEWHERE: Final = ("192.0.2.1", 9)


def class_url(request: Request) -> str:
    """Return the app's address for others in the same network, with a slash at the end.

    It is the address asked for, unless that is this computer alone and the server listens to
    others as well.
    """
    root = root_url(request)
    host = request.url.hostname or ""
    own = own_address()
    if not _is_loopback(host) or not _listens_to_others() or not own:
        return root
    return root.replace(f"//{request.headers.get('host', '')}/", f"//{own}{_port(request)}/", 1)


def class_address(request: Request) -> Response:
    """Answer with that address, and whether phones can be sent there."""
    address = class_url(request)
    host = urlsplit(address).hostname or ""
    return tagged_json(request, {"root": address, "is_for_others": not _is_loopback(host)})


def own_address() -> str:
    """Return this computer's address in its network, or nothing if it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            found = str(probe.getsockname()[0])
        except OSError:  # no network at all
            return ""
    return "" if _is_loopback(found) else found


def _is_loopback(host: str) -> bool:
    name = host.strip("[]/").lower()
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _listens_to_others() -> bool:
    """Return whether the server was started for more than this computer."""
    return not _is_loopback(config.get_option("server.address") or "")


def _port(request: Request) -> str:
    return f":{request.url.port}" if request.url.port else ""
