"""Settings of the operator, read from the environment.

REACHMAP_NOMINATIM=1 lets visitors search OpenStreetMap's Nominatim by hand;
REACHMAP_USER_AGENT then has to name the operator, as Nominatim's policy asks.
REACHMAP_FRAME_ANCESTORS says who may embed the app, such as `https://school.example`.
REACHMAP_PUBLIC_URL is the address that pictures, files and social cards print; with several, the
one that was asked, else the first.
REACHMAP_PREFIX is the folder of that address, where a proxy takes it away (ui/visitor/prefix.py).
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

_SEPARATORS: Final = re.compile(r"[\s;,]+")
# What has no meaning in an address before its query, or could end the text it is printed in.
_NOT_IN_ADDRESS: Final = re.compile(r"[?#\"'<>\\^`{|}@\x00-\x20\x7f-\uffff]")


@dataclass(frozen=True, slots=True)
class Settings:
    """An operator's choices."""

    uses_nominatim: bool
    user_agent: str
    frame_ancestors: str
    public_urls: tuple[str, ...]
    prefix: str


def read_settings() -> Settings:
    """Return the settings of this process."""
    ancestors = os.environ.get("REACHMAP_FRAME_ANCESTORS", "")
    public = _SEPARATORS.split(os.environ.get("REACHMAP_PUBLIC_URL", ""))
    return Settings(
        uses_nominatim=os.environ.get("REACHMAP_NOMINATIM") == "1",
        user_agent=os.environ.get("REACHMAP_USER_AGENT", "").strip(),
        # One directive, whatever is given. A header is ASCII: other names are written as xn--...
        frame_ancestors=" ".join(filter(str.isascii, _SEPARATORS.split(ancestors))).strip(),
        public_urls=tuple(f"{url.rstrip('/')}/" for url in public if is_address(url)),
        prefix=os.environ.get("REACHMAP_PREFIX", "").strip().strip("/"),
    )


def is_address(url: str) -> bool:
    """Return whether a text is the address of a web server, with or without a folder."""
    try:
        parts = urlsplit(url)
        is_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and is_port
        and not _NOT_IN_ADDRESS.search(url)
    )
