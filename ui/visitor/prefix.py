"""The app's prefix: the folder of its address below which visitors reach it, such as `/reach`.

Streamlit's `server.baseUrlPath` names it where a proxy hands on addresses as they are, and then
nothing answers outside. REACHMAP_PREFIX names it where a proxy may take it away; then an address
is the same with it and without. What pages load they name from where they stand, so that the prefix
is only needed for addresses written in full.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from streamlit import config

from geo.facts import ALL_PAGES
from ui.visitor.settings import read_settings

if TYPE_CHECKING:
    from starlette.types import Scope

_PART: Final = r"[A-Za-z0-9~_-][A-Za-z0-9._~-]*"
_FOLDER: Final = re.compile(rf"{_PART}(/{_PART})*")
_ACCEPTED: Final = (
    "accepted: a folder such as /reach or /tools/reach, of the letters A to Z, digits and -._~"
)
_SETTINGS: Final = ("REACHMAP_PREFIX", "server.baseUrlPath")
# First parts of the app's own addresses: below a folder of such a name nobody could tell which of
# the two is meant, once a proxy has taken one away.
OWN_NAMES: Final = frozenset(
    {
        *("assets", "basemap", "export", "favicon.ico", "live", "map", "room"),
        *("_stcore", "auth", "component", "media", "oauth2callback", "static"),
        *ALL_PAGES,
    }
)


def prefix() -> str:
    """Return the folder as an address begins with it, "" at the root of the host."""
    folder = next(filter(None, _told()), "")
    return f"/{folder}" if folder else ""


def may_be_stripped() -> bool:
    """Return whether a proxy may take the prefix away, so that addresses answer without it."""
    return read_settings().prefix != ""


def path_in_app(scope: Scope) -> str:
    """Return the path that is asked for, without the folders in which the app may live."""
    path: str = scope["path"]
    for folder in (scope.get("root_path", "").rstrip("/"), prefix()):
        if folder and path.startswith(f"{folder}/"):
            path = path.removeprefix(folder)
    return path


def prefix_faults() -> Iterator[str]:
    """Yield a sentence for each setting with which no address could be right."""
    named = dict(zip(_SETTINGS, _told(), strict=True))
    for setting, folder in named.items():
        if folder and not _FOLDER.fullmatch(folder):
            yield f"{setting}: {folder!r} is no folder of a web address; {_ACCEPTED}."
        elif folder.partition("/")[0] in OWN_NAMES:
            own = folder.partition("/")[0]
            yield f"{setting}: /{own} is an address of the app's own; name another folder."
    if all(named.values()) and len({*named.values()}) > 1:
        told = " and ".join(f"{setting}=/{folder}" for setting, folder in named.items())
        yield f"{told} disagree: set one of them, or both alike."
    public = read_settings().public_urls
    if any(named.values()) and public and not any(map(_is_below_prefix, public)):
        meant = urlsplit(public[0])._replace(path=f"{prefix()}/").geturl()
        yield f"REACHMAP_PUBLIC_URL: {public[0]} is not below {prefix()}; write {meant}."


def settle_prefix() -> None:
    """Have Streamlit serve below the prefix too; end the start in words if that cannot work."""
    faults = [*prefix_faults()]
    if faults:
        sys.exit("\n".join(["The server does not start:", *faults]))
    config.set_option("server.baseUrlPath", prefix().strip("/"))


def _told() -> tuple[str, str]:
    """Return the folders that the two settings name, without slashes at their ends."""
    kept = str(config.get_option("server.baseUrlPath") or "")
    return read_settings().prefix, kept.strip().strip("/")


def _is_below_prefix(url: str) -> bool:
    return urlsplit(url).path.rstrip("/") == prefix()
