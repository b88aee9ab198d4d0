"""What a language.json may hold; data/README.md says the same in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from babel import Locale, UnknownLocaleError

from geo.files import shown
from geo.words.particles import RULES

_KINDS: Final[Mapping[str, type]] = {
    "name": str,
    "locale": str,
    "has_long_dates": bool,
    "sign_width": float,
    "rounds_half_up": bool,
    "people": list,
}


def _are_fonts(fonts: Any) -> bool:
    """Return whether these are files within packages, as package, usual and bold."""
    return isinstance(fonts, list) and all(
        isinstance(font, list)
        and len(font) == len(("package", "usual", "bold"))
        and all(isinstance(part, str) and _PATH.fullmatch(part) for part in font)
        for font in fonts
    )


def _are_faces(faces: Any) -> bool:
    return isinstance(faces, list) and all(
        isinstance(face, str) and _FACE.fullmatch(face) for face in faces
    )


_PATH: Final = re.compile(r"[A-Za-z0-9_-]+(?:[/.][A-Za-z0-9_-]+)*")
_FACE: Final = re.compile(r"[A-Za-z0-9 -]+")
_MAY_HAVE: Final[Mapping[str, Callable[[Any], bool]]] = {
    "picture_fonts": _are_fonts,
    "screen_fonts": _are_faces,
    "keeps_words": lambda keeps: isinstance(keeps, bool),
    "letters": lambda ends: isinstance(ends, str) and len(ends) == len("az") and ends.isalpha(),
    "particles": lambda rule: rule in tuple(RULES),
}


def language_problem(content: Mapping[str, Any]) -> str:
    """Return what is wrong with the description of a language."""
    if not set(_KINDS) <= set(content) <= {*_KINDS, *_MAY_HAVE}:
        accepted = f"{', '.join(_KINDS)}; besides, if need be, {', '.join(_MAY_HAVE)}"
        return f"expected the members {accepted}. Write each once."
    for member, kind in _KINDS.items():
        if type(content[member]) is not kind or not str(content[member]).isprintable():
            return f"{member}: {shown(str(content[member]))} is not what data/README.md says."
    for member, is_right in _MAY_HAVE.items():
        if member in content and not is_right(content[member]):
            return f"{member}: {shown(str(content[member]))} is not what data/README.md says."
    if not _is_known(content["locale"]):
        return f"locale: {shown(content['locale'])} is none of CLDR's, such as de_DE."
    steps = content["people"]
    if not steps or not all(map(_is_step, steps)) or steps[-1][0] != 0:
        return "people: expected steps of [from, unit, pattern, text], the last from 0."
    return ""


def _is_known(locale: str) -> bool:
    try:
        Locale.parse(locale)
    except (ValueError, UnknownLocaleError):
        return False
    return True


def _is_step(step: Any) -> bool:
    return (
        isinstance(step, list)
        and [type(part) for part in step] == [int, int, str, str]
        and step[1] > 0
        and "{n}" in step[3]
    )
