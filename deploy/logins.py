"""Redaction of names and passwords in addresses of proxies and indexes: nobody is shown them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

PROXIES: Final = (
    "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "PIP_PROXY",
)  # fmt: skip
INDEXES: Final = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS")
_SHORTEST: Final = 3  # what is shorter stands in too many words to be looked for by itself
_HIDDEN: Final = "****"


def without_secrets(text: str, environ: Mapping[str, str]) -> str:
    """Return a text without the logins of addresses, however the text spells them."""
    for secret in sorted(_secrets(environ), key=len, reverse=True):
        text = text.replace(secret, _HIDDEN)
    return re.sub(r"(?<=://)[^\s/'\"<>]+@", f"{_HIDDEN}@", text)


def _secrets(environ: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    for name in (*PROXIES, *INDEXES):
        for address in environ.get(name, "").split():
            login = address.partition("://")[2].rpartition("@")[0]
            parts = (login, login.partition(":")[2])  # a name alone may be any word
            if ":" not in login:
                parts = (login, login)
            found |= {spelled for part in parts for spelled in (part, unquote(part))}
    return {each for each in found if len(each) >= _SHORTEST}
