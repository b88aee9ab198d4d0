"""Normal form of an answer: what may differ between builds that answer the same, left out.

Everything else is compared as it was sent. Nothing has to be done for ports and addresses (every
request names the same host, which the app takes for a private network's), PDF files (ReportLab
writes neither day nor random id) and KMZ files (all their entries have one time).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

# The address of scripts holds a digest of all of them: any change of a script changes it.
_ASSETS: Final = re.compile(rb"/assets/[0-9a-f]{12}/")
# Date and Server are of the moment, ETag of a drawing is a digest of all code and data, and Link
# of a page names the scripts to fetch early. These four say what the file is to whoever saves it.
KEPT_HEADERS: Final = ("content-type", "content-disposition", "cache-control", "content-language")
_SAVED_PAGE: Final = "/export/map.html"
_ELEMENT: Final = re.compile(rb"(<(style|script)([^>]*)>)(.*?)(</\2>)", re.DOTALL)
_ID: Final = re.compile(r'\b(?:id|type)="([^"]+)"')


def headers_kept(target: str, headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that are compared, by their names in small letters."""
    small = {name.lower(): value for name, value in headers.items()}
    names = [*KEPT_HEADERS, *(["link"] if "/export/reach.csv" in target else [])]
    return {name: small[name] for name in names if name in small}


def parts(target: str, content_type: str, body: bytes) -> dict[str, bytes]:
    """Return the body by its parts: one, named "", but for the saved page.

    That page holds the app's scripts and styles, which are allowed to change, beside what they
    show, which is not: each of its elements is a part by its id, and what is left is "".
    """
    if content_type.startswith("text/html"):
        body = _ASSETS.sub(b"/assets/VERSION/", body)
    if not target.startswith(_SAVED_PAGE):
        return {"": body}
    found: dict[str, bytes] = {}

    def taken_out(element: re.Match[bytes]) -> bytes:
        named = _ID.findall(element[3].decode())
        name = named[-1] if named else element[2].decode()
        found[f"{name}~{len(found)}" if name in found else name] = element[4]
        return element[1] + element[5]

    rest = _ELEMENT.sub(taken_out, body)
    return {"": rest, **found}
