"""What comes out of a printer, as far as a PDF tells it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

SIZES_IN = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
MARGIN_IN = 0.4
INCH = {"chromium": 1.0, "firefox": 2.54}  # Firefox takes inches for centimetres
LEAST_PX = 600  # of a map; swatches are smaller


@dataclass(frozen=True)
class Paper:
    """The sheets of one print."""

    reader: PdfReader

    @property
    def texts(self) -> list[str]:
        """What can be read on each sheet, with single spaces."""
        return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in self.reader.pages]

    def maps(self, sheet: int = 0) -> list[Image.Image]:
        """Return the large pictures of a sheet."""
        found: list[Any] = [each.image for each in self.reader.pages[sheet].images]
        return [image for image in found if image and image.width >= LEAST_PX]


def printed(page: Page, kind: str = "chromium", size: str = "A4", across: bool = False) -> Paper:
    """Print a page, without its backgrounds, as browsers do."""
    width, height = SIZES_IN[size][:: -1 if across else 1]
    unit = INCH[kind]
    data = page.pdf(
        width=f"{width * unit}in",
        height=f"{height * unit}in",
        margin=dict.fromkeys(("top", "right", "bottom", "left"), f"{MARGIN_IN * unit}in"),
    )
    return Paper(PdfReader(io.BytesIO(data)))


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    """Return those that fill more than a fiftieth of a picture."""
    small = image.convert("RGB").resize((260, 170), Image.Resampling.NEAREST)
    counted = small.getcolors(260 * 170) or []
    return {tuple(colour) for count, colour in counted if count > 260 * 170 / 50}
