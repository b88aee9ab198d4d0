"""The address of a class: a teacher's own `localhost` is no use to thirty phones."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from streamlit import config

from geo.link import Problem
from ui.http.answers import BadQueryError, tagged_json
from ui.http.viewquery import root_url
from ui.visitor import OwnAddress, is_loopback, own_addresses


def class_url(request: Request) -> str:
    """Return the app's address for others in the same network, with a slash at the end.

    It is the address asked for, unless that is this computer alone and the server listens to
    others as well: then it is that of `address`, one of this computer's own, or the likeliest.
    """
    roots = [root for root, _ in _roots(request)]
    wanted = request.query_params.get("address", "")
    chosen = next((root for root in roots if urlsplit(root).hostname == wanted), None)
    if wanted and chosen is None:
        accepted = ", ".join(str(urlsplit(root).hostname) for root in roots)
        raise BadQueryError([Problem("address", wanted[:60], f"accepted: {accepted}")])
    return chosen or roots[0]


def class_address(request: Request) -> Response:
    """Answer with that address, whether phones can be sent there, and which others there are."""
    roots = _roots(request)
    hosts = [urlsplit(root).hostname or "" for root, _ in roots]
    return tagged_json(
        request,
        {
            "root": roots[0][0],
            "is_for_others": not is_loopback(hosts[0]),
            "addresses": [
                {"root": root, "address": host, "name": name}
                for (root, name), host in zip(roots, hosts, strict=True)
            ],
        },
    )


def _roots(request: Request) -> list[tuple[str, str]]:
    """Return the addresses for a class, with the name of what has each; the likeliest first."""
    root = root_url(request)
    host = urlsplit(root).hostname or ""
    own = own_addresses() if _listens_to_others() else ()
    names = {each.address: each.name for each in own}
    if not own or not (is_loopback(host) or host in names):
        return [(root, "")]
    others = [(_at(root, each), each.name) for each in own if each.address != host]
    return others if is_loopback(host) else [(root, names[host]), *others]


def _at(root: str, own: OwnAddress) -> str:
    parts = urlsplit(root)
    host = f"[{own.address}]" if ":" in own.address else own.address
    port = f":{parts.port}" if parts.port else ""
    return parts._replace(netloc=f"{host}{port}").geturl()


def _listens_to_others() -> bool:
    """Return whether the server was started for more than this computer."""
    return not is_loopback(config.get_option("server.address") or "")
