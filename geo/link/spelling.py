"""Signs that mail, chats and keyboards put in the place of those that a link is written with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

# Soft hyphens, joiners, marks of direction and the like: they are not seen, and travel with a copy.
_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
)
_ALL_UNSEEN: Final = re.compile(f"[{_UNSEEN}]")
TILDES: Final = "~\u02dc\u2053\u223c\u301c\uff5e"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SIGNS: Final = str.maketrans({**dict.fromkeys(TILDES, "~"), **dict.fromkeys(_DASHES, "-")})
_LOOSE_SPACE: Final = re.compile(r"(?<![\d\s])\s+|\s+(?![\d\s])")
_QUOTED: Final = "'\"\u2018\u2019\u201c\u201d`*_"
# What a sentence or a chat puts behind a link; three dots are none of it: they say that it was cut.
_BEHIND: Final = f".,;:!?)]}}>|{_QUOTED}\u3001\u3002\u300d\u300f\uff61"
_NEXT_WORD: Final = re.compile(r"[^\x00-\x7f].*|[<>\"|].*|\s+[^\W\d].*|\s+$|\]\(.*", re.DOTALL)
_CUT: Final = re.compile(r"\.{2,}|\u2026")
_MOST_OPENINGS: Final = 3


def plain(text: str) -> str:
    """Return a text in the signs of a link: half-width, all seen, no blanks but between digits."""
    bare = _ALL_UNSEEN.sub("", text).translate(_SIGNS)
    return _LOOSE_SPACE.sub("", unicodedata.normalize("NFKC", bare).translate(_SIGNS))


def without_tail(text: str) -> str:
    """Return a text without what follows a link: a particle, the next word, a bracket, a full stop.

    What three dots have cut is left as it is: it says another thing than was written.
    """
    if _CUT.search(text):
        return text
    return _NEXT_WORD.sub("", text).rstrip(_BEHIND)


def openings(text: str) -> Iterator[str]:
    """Yield a text, and what it is when it was percent-encoded once more, or twice, or thrice."""
    for _ in range(_MOST_OPENINGS + 1):
        yield text
        opened = unquote(text)
        if opened == text:
            return
        text = opened


_BYTES_OF_A_SIGN: Final = re.compile(r"%[CDEF][0-9A-F]%[89AB][0-9A-F]", re.IGNORECASE)
_BLANK_IN_WORDS: Final = re.compile(r"[^\W\d]%20\w")
# What bytes become that are none of a letter, and signs that control a machine.
_NO_LETTER: Final = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-F]{2})", re.IGNORECASE)


def opened_words(text: str) -> str:
    """Return somebody's own words, decoded once more if they cannot have been written so.

    Nobody writes the bytes of a letter, or `%20` between two words. A lone `%41` may be meant, and
    so may what only looks like bytes, such as `%C0%80`, or is no letter, such as `%C2%80`.
    """
    is_sure = _BYTES_OF_A_SIGN.search(text) or _BLANK_IN_WORDS.search(text)
    if not is_sure or " " in text or _STRAY_PERCENT.search(text):
        return text
    *_, last = openings(text)
    return text if _NO_LETTER.search(last) else last
