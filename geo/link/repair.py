"""Links that mail, chats and documents have mangled, read as they were written.

A link is repaired where only one thing can have been meant: `&amp;` between keys, all of it encoded
twice, full-width signs, a Korean particle or a bracket behind it. What is only likely is not done
here but said with the value (geo/link/problems.py). A link that is whole is never changed.
"""

from __future__ import annotations

import html
import re
from typing import Final
from urllib.parse import quote, quote_plus, unquote_plus

from geo.link.shapes import NAMES, mended
from geo.link.spelling import openings, plain

_DEPTH: Final = 3
_SAFE: Final = "~,:()"
_KEYS: Final = "|".join(sorted(NAMES, key=len, reverse=True))
_IS: Final = "(?:=|\uff1d|%EF%BC%9D)"
_GAP: Final = r"(?:\s|\+|%20|%0A|%0D|%C2%A0|%C2%AD|%E2%80%8B){0,8}"
_AND: Final = "(?:[;?\uff06\uff1b\uff1f]|%26|%3B|%3F|%EF%BC%86|%EF%BC%9B|%EF%BC%9F)"
# The start of an address before a "?": somebody pasted a whole link behind or into another.
_ADDRESS: Final = rf"(?:(?:(?<![^&])(?:{_KEYS})=)?https?(?::|%3A)[^&?\s]{{0,300}})?"
_FLAGS: Final = re.IGNORECASE
_JOINT: Final = re.compile(rf"{_ADDRESS}{_AND}(?={_GAP}(?:{_KEYS}){_GAP}{_IS})", _FLAGS)
_FIRST: Final = re.compile(rf"(?<![^&]){_GAP}({_KEYS}){_GAP}{_IS}", _FLAGS)
_ENTITY: Final = re.compile(r"&(?:[a-z]+|#\d+|#x[0-9a-f]+);", _FLAGS)
_HALF_ENTITY: Final = re.compile(rf"(^|&|%26)(?:amp(?:;|%3B)?)+(?=(?:{_KEYS}){_IS})", _FLAGS)
_NOTE: Final = re.compile("(?:\u00ac|%C2%AC)e=")  # what HTML makes of an `&note=` in a text
_PRINTED: Final = re.compile(rf"(?<![^&])(?:{_KEYS})=3D", _FLAGS)
_SOFT_BREAK: Final = re.compile("=(?:%0D)?(?:%0A)|=\r?\n", _FLAGS)
_PRINTED_SIGN: Final = re.compile("=([0-9A-F]{2})", _FLAGS)
_PLAIN: Final = re.compile(r"(?:[a-z]+=[\w~.,:()+-]*(?:&(?=.)|$))*", re.ASCII)
_INNER: Final = re.compile(rf"[&?;\uff06\uff1f]\s*(?=(?:{_KEYS})[=\uff1d])", _FLAGS)


def repaired(query: str) -> str:
    """Return a query string as it was written before it was mangled; one that is whole, itself."""
    return query if _is_whole(query) else "&".join(_fields(query, _DEPTH))


def holds_keys(query: str) -> bool:
    """Return whether a text says anything to us if it is read as a query string."""
    return any(field.partition("=")[0] in NAMES for field in repaired(query).split("&"))


def _is_whole(text: str) -> bool:
    """Return whether nothing at all is to be done: so it is with nearly all links."""
    if not _PLAIN.fullmatch(text):
        return False
    pairs = [field.split("=") for field in text.split("&") if field]
    return all(
        key in NAMES and mended(key, said := value.replace("+", " ")) == said
        for key, value in pairs
    )


def _fields(text: str, depth: int) -> list[str]:
    """Return the fields of a query as they were written; one may hold others, `depth` times."""
    joined = _joined(text)
    fields = [each for field in joined.split("&") for each in _mended_field(field, depth)]
    half = len(fields) // 2
    if joined != text and half and fields[:half] == fields[half:]:
        return fields[:half]  # the same link pasted twice
    return fields


def _joined(text: str) -> str:
    """Return a query with one `&` before each key and one `=` behind it."""
    if len(_PRINTED.findall(text)) == len(_FIRST.findall(text)) > 0:
        text = _PRINTED_SIGN.sub(_unprinted, _SOFT_BREAK.sub("", text))
    for _ in range(_DEPTH):
        text = _ENTITY.sub(lambda entity: _safely(html.unescape(entity[0])), text)
    text = _HALF_ENTITY.sub(r"&", _NOTE.sub("&note=", text)).lstrip("&")
    return _FIRST.sub(lambda key: f"{key[1]}=", _JOINT.sub("&", text)).lstrip("&")


def _unprinted(sign: re.Match[str]) -> str:
    """Return what `=3D` and its like stand for in a mail."""
    return "=" if sign[1].upper() == "3D" else f"%{sign[1]}"


def _safely(text: str) -> str:
    return text if text == "&" else quote(text, safe="=~")


def _mended_field(field: str, depth: int) -> list[str]:
    name, is_field, value = field.partition("=")
    key = _key(name)
    if not (is_field and key):
        return _opened_field(field, depth)
    text = unquote_plus(value, errors="replace")
    meant = mended(key, text)
    if meant is None and depth:
        inner = _inner_fields(key, text, depth)
        if inner:
            return inner
    if meant is None or meant == text:
        return [field if key == name else f"{key}={value}"]
    return [f"{key}={quote_plus(meant, safe=_SAFE)}"]


def _key(name: str) -> str:
    """Return the key that a name stands for, whatever its case and what it has unseen; or ""."""
    if name in NAMES:
        return name
    bare = re.sub(r"^[^a-z0-9]+|[^a-z0-9]+$", "", plain(unquote_plus(name)).lower())
    return bare if bare in NAMES else ""


def _opened_field(field: str, depth: int) -> list[str]:
    """Return the fields that one holds which was encoded as a whole, "=" and all; else itself."""
    for opened in openings(field):
        if depth and opened != field and _FIRST.match(_joined(_plain_start(opened))):
            return _fields(_plain_start(opened), depth - 1)
    return [field]


def _plain_start(text: str) -> str:
    """Return a text whose first key is in plain signs: full-width letters are read, too."""
    name = re.split("[=\uff1d]", text, maxsplit=1)[0]
    rest = text[len(name) :]
    return f"{plain(name)}={rest[1:]}" if rest else plain(name)


def _inner_fields(key: str, text: str, depth: int) -> list[str]:
    """Return the fields of a value that holds a whole link, or the rest of its own."""
    for opened in openings(text):
        found = _INNER.search(opened)
        if found:
            before, rest = opened[: found.start()], opened[found.end() :]
            own = [] if "://" in before else _fields(f"{key}={quote_plus(before, safe=_SAFE)}", 0)
            return [*own, *_fields(rest, depth - 1)]
    return []
