"""The signs of a text: which face has each, which belong together, and which none has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from geo.letters.faces import Face, han_faces, other_faces, usual_faces

STAND_IN: Final = "\u25a1"  # an empty box, for a sign that no font has
JOINERS: Final = "\u200c\u200d"  # they say whether the letters beside them are joined
_JOINER: Final = "\u200d"
_KANA: Final = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HAN: Final = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]")  # letters, two of which are a flag
# What choose another look of the sign before them, and draw nothing themselves.
_CHOOSES_LOOK: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Letters that are drawn by their neighbours: parts of Korean syllables, tones of skin.
_JOINS: Final = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff]")
_RIGHT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_FROM_THE_RIGHT: Final = re.compile(f"[{_RIGHT}]+(?:[^\\w]+[{_RIGHT}]+)*")
_VIRAMA: Final = 9  # the class of marks that join two letters of India into one


@lru_cache(maxsize=64)
def _signs_of(path: Path) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415  # it takes 100 MB

    return frozenset(FT2Font(str(path)).get_charmap())


def _has(face: Face, sign: str) -> bool:
    return ord(sign) in _signs_of(face.usual)


def _is_unseen(sign: str) -> bool:
    """Return whether a sign draws nothing: what sets a direction, joins, or chooses a look."""
    return unicodedata.category(sign) in ("Cf", "Cc") or bool(_CHOOSES_LOOK.match(sign))


@lru_cache(maxsize=1024)
def faces_of(text: str) -> tuple[Face, ...]:
    """Return the faces to look for the signs of a text in, in this order.

    Chinese characters that the usual faces lack are all set in one face that has them: a word of
    two faces looks like a mistake.
    """
    usual = usual_faces()
    rare = [sign for sign in dict.fromkeys(text) if not any(_has(face, sign) for face in usual)]
    if not rare:
        return usual
    han = _first_with(
        [sign for sign in rare if _HAN.match(sign)], han_faces(bool(_KANA.search(text)))
    )
    chain = (*other_faces(), *han_faces(True)) if _KANA.search(text) else other_faces()
    others = _first_with([sign for sign in rare if not _HAN.match(sign)], chain)
    return tuple(dict.fromkeys((*usual[:-1], *han, *usual[-1:], *others)))


def _first_with(signs: Iterable[str], faces: tuple[Face, ...]) -> list[Face]:
    """Return the faces that signs are found in first."""
    found = (next((face for face in faces if _has(face, sign)), None) for sign in signs)
    return list(dict.fromkeys(face for face in found if face))


def runs(text: str, first: Face) -> list[tuple[Face, str]]:
    """Return a text as parts of one face each, which is the first one wherever that has the signs.

    Only Chinese characters are left to the face that has all of the text.
    """
    faces, parts = faces_of(text), list[tuple[Face, str]]()
    goes_on = {at for words in _FROM_THE_RIGHT.finditer(text) for at in range(*words.span())}
    for at, sign in enumerate(text):
        chain = faces if _HAN.match(sign) else (first, *faces)
        if parts and {at - 1, at} <= goes_on:  # a blank between words that are read from the right
            chain = (parts[-1][0], *chain)
        face = next((face for face in chain if _has(face, sign)), first)
        before = parts.pop()[1] if parts and face == parts[-1][0] else ""
        parts.append((face, before + sign))
    return parts


@lru_cache(maxsize=4096)
def drawn(text: str) -> str:
    """Return a text as it is drawn: composed, and with a box for each sign that no font has.

    A label that was pasted on a Mac has its accents and Korean letters apart; links and files
    keep them as they came.
    """
    whole = unicodedata.normalize("NFC", text)
    missing = frozenset(_missing(whole))
    return "".join(STAND_IN if sign in missing else sign for sign in whole)


def missing_signs(text: str) -> tuple[str, ...]:
    """Return the signs of a text that no font has, each once."""
    return _missing(unicodedata.normalize("NFC", text))


@lru_cache(maxsize=1024)
def _missing(text: str) -> tuple[str, ...]:
    faces = faces_of(text)
    return tuple(
        sign
        for sign in dict.fromkeys(text)
        if not (sign.isspace() or _is_unseen(sign) or any(_has(face, sign) for face in faces))
    )


@lru_cache(maxsize=4096)
def needs_shaping(text: str) -> bool:
    """Return whether signs of a text stand otherwise than each by itself, from the left."""
    return any(
        unicodedata.category(sign)[0] == "M"
        or unicodedata.bidirectional(sign) in ("R", "AL", "AN")
        or sign == _JOINER
        or _JOINS.match(sign)
        or _FLAG.match(sign)
        for sign in text
    )


@lru_cache(maxsize=4096)
def clusters(text: str) -> tuple[str, ...]:
    """Return a text in parts that are drawn as one and never cut: a letter with its marks."""
    parts: list[str] = []
    for sign in text:
        if parts and _belongs_to(parts[-1], sign):
            parts[-1] += sign
        else:
            parts.append(sign)
    return tuple(parts)


def _belongs_to(part: str, sign: str) -> bool:
    last = part[-1]
    if unicodedata.category(sign)[0] == "M" or sign in JOINERS or _JOINS.match(sign):
        return not last.isspace()
    if _FLAG.match(sign):
        return len(part) == 1 and bool(_FLAG.match(last))
    return last == _JOINER or (unicodedata.combining(last) == _VIRAMA and sign.isalpha())
