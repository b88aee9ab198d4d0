"""What was probably meant by a value of a link that cannot be used: said, never used by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from geo.link.shapes import NAMES, mended
from geo.link.spelling import plain

_MOST_CHARS: Final = 200
_THOUSANDS: Final = re.compile(r"(?<!\d)(\d{1,2})[.,'\u2019\s](\d{3})(?![\d.,])")
_UNIT: Final = re.compile(
    r"\s*(?:km|kms|kilomet(?:er|re)s?|\ud0ac\ub85c\ubbf8\ud130)$", re.IGNORECASE
)


def likely(key: str, text: str) -> Iterator[str]:
    """Yield what may have been meant by a value, likeliest first."""
    if len(text) > _MOST_CHARS:
        return
    certain = mended(key, text) if key in NAMES else None
    if certain:
        yield certain
    yield text.lower()
    if key in ("show", "to", "name"):
        yield re.sub(r"[\s;,/|+]+", ",", text.strip().lower())
    if key == "ring":
        yield from _rings(text)


def _rings(text: str) -> Iterator[str]:
    """Yield rings with another way of writing the range, or the point the other way round."""
    site, _, rest = text.partition("~")
    km, tilde, label = rest.partition("~")
    bare = _THOUSANDS.sub(r"\1\2", _UNIT.sub("", plain(km)))
    joined = "".join(bare.split())
    for each in (bare, joined, "-".join(reversed(joined.split("-")))):
        yield f"{site}~{each}{tilde}{label}"
        yield f"{site.lower()}~{each}{tilde}{label}"
    lat, comma, lon = site.partition(",")
    if comma:
        yield f"{lon.strip()},{lat.strip()}~{joined}{tilde}{label}"
