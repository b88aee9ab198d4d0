"""The address of a class: a teacher's own `localhost` is no use to thirty phones."""

from __future__ import annotations

import socket
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from streamlit import config

from ui.http.answers import tagged_json
from ui.http.viewquery import root_url
from ui.visitor import is_loopback

# A documentation address (RFC 5737). To connect a UDP socket sends nothing: the system only says
# which of its own addresses it would send from.
_ELSEWHERE: Final = ("192.0.2.1", 9)


def class_url(request: Request) -> str:
    """Return the app's address for others in the same network, with a slash at the end.

    It is the address asked for, unless that is this computer alone and the server listens to
    others as well.
    """
    root = root_url(request)
    parts = urlsplit(root)
    own = own_address()
    if not is_loopback(parts.hostname or "") or not _listens_to_others() or not own:
        return root
    port = f":{parts.port}" if parts.port else ""
    return parts._replace(netloc=f"{own}{port}").geturl()


def class_address(request: Request) -> Response:
    """Answer with that address, and whether phones can be sent there."""
    address = class_url(request)
    host = urlsplit(address).hostname or ""
    return tagged_json(request, {"root": address, "is_for_others": not is_loopback(host)})


def own_address() -> str:
    """Return this computer's address in its network, or nothing if it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            found = str(probe.getsockname()[0])
        except OSError:  # no network at all
            return ""
    return "" if is_loopback(found) else found


def _listens_to_others() -> bool:
    """Return whether the server was started for more than this computer."""
    return not is_loopback(config.get_option("server.address") or "")
