"""Parts of a handout: text in fonts that have its signs, the QR code, tables."""

from __future__ import annotations

import io
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
import numpy as np
from PIL import Image as PixelImage
from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Image
from reportlab.platypus import Table as Grid

from geo.picture import FONTS, font_path
from geo.reach import without_isolates
from geo.share import qr_modules

QR_MM: Final = 24


USUAL: Final = "Said0"
BOLD: Final = "Said0Bold"


@lru_cache(maxsize=1)
def _fonts() -> dict[str, frozenset[int]]:
    """Register the fonts; return which characters each has that comes before the last."""
    known = {}
    for place, font in enumerate(FONTS):
        usual, bold = f"Said{place}", f"Said{place}Bold"
        for name, file in ((usual, font.usual), (bold, font.bold)):
            pdfmetrics.registerFont(TTFont(name, str(font_path(font.package, file))))
        pdfmetrics.registerFontFamily(usual, normal=usual, bold=bold)
        known[usual] = frozenset(pdfmetrics.getFont(usual).face.charToGlyph)
    rest = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    pdfmetrics.registerFont(TTFont("Rest", str(rest)))
    return known


def marked(text: str) -> str:
    """Return text as ReportLab's markup, escaped; other scripts in a font that has them.

    ReportLab sets signs in the order of the text, from the left: it needs no signs to say so.
    """
    known = _fonts()
    parts = []
    for sign in without_isolates(text):
        safe = escape(sign)
        face = next((name for name, signs in known.items() if ord(sign) in signs), "Rest")
        parts.append(safe if face == USUAL else f'<font face="{face}">{safe}</font>')
    return "".join(parts)


def qr_image(link: str) -> Flowable:
    """Return a link as a QR code."""
    modules = np.pad(qr_modules(link), 2)
    pixels = np.where(np.repeat(np.repeat(modules, 8, axis=0), 8, axis=1), 0, 255)
    out = io.BytesIO()
    PixelImage.fromarray(pixels.astype(np.uint8)).save(out, "PNG")
    return Image(out, width=QR_MM * mm, height=QR_MM * mm)


def grid(rows: list[list[Any]], widths: list[float], *, ruled: bool) -> Flowable:
    """Return a table, with or without lines between its rows."""
    table = Grid(rows, colWidths=widths, hAlign="LEFT")
    line = colors.HexColor("#c9d0d5")
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    everywhere = ((0, 0), (-1, -1))
    style: list[Any] = [("VALIGN", *everywhere, "MIDDLE" if ruled else "TOP")]
    style += [(side, *everywhere, 1.0 if ruled else 0.0) for side in sides]
    table.setStyle([*style, ("LINEBELOW", *everywhere, 0.4, line)] if ruled else style)
    return table
