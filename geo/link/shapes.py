"""What the values of a link look like, and what they looked like before they were mangled.

Only the signs are looked at: whether there is such a site or place is the parsers' to say
(geo/link/values.py). A value that looks as it should is never touched.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from geo.earth import PAIR_PATTERN
from geo.facts import LAYER_IDS
from geo.link.spelling import TILDES, opened_words, openings, plain, without_tail
from geo.link.tiles import OFFLINE, TILE_PROVIDERS
from geo.words import KM_PER_UNIT, LANGUAGES

NUMBER_PATTERN: Final = r"\d{1,6}(?:\.\d{1,6})?"
LOFTED: Final = "lofted:"  # what a range begins with that is a report of a lofted flight
LOFTED_PATTERN: Final = (
    rf"{LOFTED}{NUMBER_PATTERN},{NUMBER_PATTERN}"
    rf"(?::[te]{NUMBER_PATTERN}|:[bc]{NUMBER_PATTERN}-{NUMBER_PATTERN}){{0,4}}"
)
_HYPHENED: Final = r"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*"
ROTATING: Final = ":rotating"  # what a range ends with that takes in the Earth's rotation
_IDS: Final = r"[A-Za-z0-9_]*(?:,[A-Za-z0-9_]*)*"


def _one_of(*words: str) -> str:
    return "|".join(map(re.escape, words))


# Keys of a link, and those that pages and exports know beside them.
_SHAPES: Final = {
    name: re.compile(pattern, re.ASCII)
    for name, pattern in {
        "on": r"\d{1,6}",
        "show": rf"(?:{_one_of(*LAYER_IDS)}|,)*",
        "units": _one_of(*KM_PER_UNIT),
        "date": r"\d{4}-\d\d-\d\d",
        "radar": rf"[A-Za-z0-9_]+~{NUMBER_PATTERN}~{NUMBER_PATTERN}~{NUMBER_PATTERN}",
        "at": rf"{PAIR_PATTERN},{NUMBER_PATTERN}",
        "base": _one_of(OFFLINE, *TILE_PROVIDERS),
        "lang": _one_of(*LANGUAGES),
        "present": "1",
        "to": _IDS,
        "name": _IDS,
        "legend": "0",
        "hide": r"\d{1,6}(?:,\d{1,6})*",
        "tests": rf"{_HYPHENED}(?:,{_HYPHENED})*",
        "v": r"\d+",
        "story": r"[a-z0-9_-]+",
        "step": r"\d{1,6}",
        "room": r"[0-9A-Za-z]{3}[ -]?[0-9A-Za-z]{3}",
        "seed": r"[A-Za-z0-9-]{1,20}",
        "result": r"[\x21-\x7e]*[A-Za-z0-9]",
        "embed": "true",
    }.items()
}
_RING: Final = re.compile(rf"([^{TILDES}]+)[{TILDES}]([^{TILDES}]+)(?:[{TILDES}](.*))?", re.DOTALL)
_KM: Final = re.compile(
    rf"(?:{LOFTED_PATTERN}|{NUMBER_PATTERN}(?:-{NUMBER_PATTERN}){{0,2}})(?:{ROTATING})?", re.ASCII
)
_REPORT: Final = re.compile(LOFTED_PATTERN, re.ASCII)
# What makes another range of the number that it follows, so it is no tail: "mi", "천", "to 6000".
_MORE_OF_IT: Final = re.compile(
    r"\d|^(?:m(?![a-z])|mi|met|mei|nm|naut|stat|sea|f(?:ee)?t|k(?!m|il)|thou|hun|"
    "\u043c\u0438\u043b|마일|해리|미터|리|백|천|만|억|マイル|[海英]里|[里哩浬米百千万萬])",
    re.IGNORECASE,
)
# An id, another spelling of one, a point.
_SITE: Final = re.compile(rf"\w[\w.,'()/ -]*|{PAIR_PATTERN}")
_MOST_CHARS: Final = 400  # of a value that is looked into
OWN_WORDS: Final = ("title", "note")
NAMES: Final = ("ring", *OWN_WORDS, *_SHAPES)
_DOUBLED: Final = re.compile(rf"^(?:3D|(?:{'|'.join(NAMES)})=|[<(\[\"'])+", re.IGNORECASE)


def mended(key: str, value: str) -> str | None:
    """Return a value as it was written before it was mangled, itself if it was not.

    None where neither is certain.
    """
    if len(value) > _MOST_CHARS:
        return None
    if key in OWN_WORDS:
        return opened_words(value)
    return _mended_ring(value) if key == "ring" else _mended_word(key, value)


def _mended_word(key: str, value: str) -> str | None:
    """Return the value of a key that holds nobody's own words."""
    is_vague = key == "seed" and " " in value  # two words, or one and what follows the link
    forms = () if is_vague else (value, *chain.from_iterable(map(_forms, openings(value))))
    return next((form for form in forms if form and _SHAPES[key].fullmatch(form)), None)


def _forms(opened: str) -> tuple[str, ...]:
    """Return what a value may have been, the one nearest to it first."""
    bare = plain(opened)
    cut = without_tail(bare)
    return bare, cut, _DOUBLED.sub("", cut), plain(without_tail(opened.strip()))


def _mended_ring(value: str) -> str | None:
    for opened in openings(value):
        parts = _RING.fullmatch(opened)
        if parts:
            site, km, label = parts[1], parts[2], parts[3]
            site, km = _mended_site(site), _mended_km(km, is_last=label is None)
            if site and km:
                return "~".join((site, km) if label is None else (site, km, opened_words(label)))
    return None


def _mended_site(site: str) -> str:
    for each in (site, plain(site), _DOUBLED.sub("", plain(site))):
        if each == each.strip() and _SITE.fullmatch(each) and plain(each) == "".join(each.split()):
            return each
    return ""


def _mended_km(km: str, *, is_last: bool) -> str:
    """Return the range; what follows it is a tail only where no label does."""
    if _KM.fullmatch(km):
        return km
    bare = plain(km)
    forms = [bare]
    if is_last and not _MORE_OF_IT.search(_REPORT.sub("", bare, count=1).lstrip("0123456789.-")):
        forms += [without_tail(bare), plain(without_tail(km.strip()))]
    return next((each for each in forms if _KM.fullmatch(each)), "")
