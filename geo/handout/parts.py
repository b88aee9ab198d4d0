"""Parts of a handout: the QR code, tables."""

from __future__ import annotations

import io
from typing import Any, Final

import numpy as np
from PIL import Image as PixelImage
from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image
from reportlab.platypus import Table as Grid

from geo.share import qr_modules

_LEAST_MM, _MOST_MM = 24.0, 36.0  # of a code's side
_MODULE_MM: Final = 0.45  # is still read from a blurred photo of 150 dots per inch
_QUIET: Final = 2  # modules around; the page beyond is as white


def qr_image(link: str) -> Image:
    """Return a link as a QR code, as large as its modules need."""
    most = int(_MOST_MM / _MODULE_MM) - 2 * _QUIET
    modules = np.pad(qr_modules(link, most=most), _QUIET)
    side = min(max(_LEAST_MM, len(modules) * _MODULE_MM), _MOST_MM) * mm
    pixels = np.where(np.repeat(np.repeat(modules, 8, axis=0), 8, axis=1), 0, 255)
    out = io.BytesIO()
    PixelImage.fromarray(pixels.astype(np.uint8)).save(out, "PNG")
    return Image(out, width=side, height=side)


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
