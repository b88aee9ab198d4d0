"""The faces of geo.letters as ReportLab has them: read where a text needs them."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import Final

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from geo.letters import Face, drawn, runs, usual_faces
from geo.reach import without_isolates

_LONG_CODE: Final = re.compile(r"<([0-9A-F]{5,6})>$", re.MULTILINE)
_FIRST: Final = usual_faces()[0]  # of all words of a handout that it has signs for


_codes_as_they_were = ttfonts.makeToUnicodeCMap


def _codes(font: str, subset: list[int]) -> str:
    """Return which codes of a font are which signs; those above U+FFFF as PDF has them, in two.

    ReportLab writes their number, and no reader finds or copies them.
    """
    found = _codes_as_they_were(font, subset)
    return _LONG_CODE.sub(lambda code: f"<{_in_two(int(code[1], 16))}>", found)


def _in_two(number: int) -> str:
    return chr(number).encode("utf-16-be").hex().upper()


ttfonts.makeToUnicodeCMap = _codes


@lru_cache(maxsize=64)
def font_name(face: Face, bold: bool) -> str:
    """Register a face; return what ReportLab calls it."""
    file = face.bold if bold else face.usual
    name = file.stem.replace("[wght]", "")
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(file)))
    return name


def first_font(bold: bool) -> str:
    """Return the font of words in the languages of the app."""
    return font_name(_FIRST, bold)


def in_fonts(text: str, bold: bool) -> list[tuple[str, str]]:
    """Return a text as parts, each with the font that has its signs."""
    return [(font_name(face, bold), part) for face, part in runs(text, _FIRST)]


def symbol(sign: str) -> str:
    """Return a symbol as ReportLab's markup, in the face of a language: our own has small ones."""
    return f'<font face="{font_name(usual_faces()[-1], bold=False)}">{sign}</font>'


def marked(text: str, bold: bool) -> str:
    """Return text as ReportLab's markup, escaped; other scripts in a font that has them."""
    first = first_font(bold)
    parts = []
    for font, part in in_fonts(without_isolates(drawn(text)), bold):
        safe = escape(part)
        parts.append(safe if font == first else f'<font face="{font}">{safe}</font>')
    return "".join(parts)
