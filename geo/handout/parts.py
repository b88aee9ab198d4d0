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

from geo.picture import font_path
from geo.reach import without_isolates
from geo.share import qr_modules

QR_MM: Final = 24


@lru_cache(maxsize=1)
def _fonts() -> frozenset[int]:
    """Register the fonts; return which characters the usual one has."""
    usual = TTFont("Nanum", str(font_path("NanumGothic.ttf")))
    pdfmetrics.registerFont(usual)
    pdfmetrics.registerFont(TTFont("NanumBold", str(font_path("NanumGothicBold.ttf"))))
    pdfmetrics.registerFontFamily("Nanum", normal="Nanum", bold="NanumBold")
    rest = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    pdfmetrics.registerFont(TTFont("Rest", str(rest)))
    return frozenset(usual.face.charToGlyph)


def marked(text: str) -> str:
    """Return text as ReportLab's markup, escaped; other scripts in a font that has them.

    ReportLab sets signs in the order of the text, from the left: it needs no signs to say so.
    """
    known = _fonts()
    parts = []
    for sign in without_isolates(text):
        safe = escape(sign)
        parts.append(safe if ord(sign) in known else f'<font face="Rest">{safe}</font>')
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
