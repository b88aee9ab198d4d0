"""Make data/fonts/ from the font that the app's pages are set in, for pictures in the same letters.

Run by hand: `python data/build_fonts.py`. Streamlit brings Source Sans 3 as one variable WOFF2,
which Matplotlib can't read; two weights of it, with the signs of European languages and of maps,
are cut out. Its licence (OFL 1.1, beside the files) reserves the name for the font as it is, so
what is cut out has another.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pyarrow
import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont, woff2
from fontTools.varLib.instancer import instantiateVariableFont

OUT_DIR: Final = Path(__file__).resolve().parent / "fonts"
MEDIA: Final = Path(streamlit.__file__).parent / "static" / "static" / "media"
FAMILY: Final = "Reachmap Sans"
WEIGHTS: Final = {"Regular": 400, "Semibold": 600}
SIGNS: Final = (
    *range(0x20, 0x250),  # Latin
    *range(0x370, 0x460),  # Greek and Cyrillic
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20C0),
    *range(0x2190, 0x2200),
    *(0x2212, 0x25CB, 0x25CF, 0x25D0, 0x2605),
)
_NAMED: Final = {1: FAMILY, 4: "{family} {style}", 6: "{joined}-{style}", 16: FAMILY}


class _Brotli:
    """What fontTools asks of the package of that name, which is not installed."""

    @staticmethod
    def decompress(data: bytes) -> bytes:
        return bytes(pyarrow.CompressedInputStream(pyarrow.BufferReader(data), "brotli").read())


def cut(style: str, weight: int) -> TTFont:
    """Return one weight with the signs we need, under its own name."""
    (source,) = MEDIA.glob("SourceSansVF-Upright*.woff2")
    font = TTFont(source)
    options = subset.Options(layout_features=["kern", "mark"], notdef_outline=True, name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=SIGNS)
    cutter.subset(font)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    names: Any = font["name"]
    names.names = [name for name in names.names if name.nameID in (0, 5, 7, 8, 9, 11, 13, 14)]
    for number, text in _NAMED.items():
        said = text.format(family=FAMILY, joined=FAMILY.replace(" ", ""), style=style)
        names.setName(said, number, 3, 1, 0x409)
    names.setName(style, 2, 3, 1, 0x409)
    names.setName(style, 17, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font.flavor = None
    return font


if __name__ == "__main__":
    woff2.haveBrotli, woff2.brotli = True, _Brotli
    OUT_DIR.mkdir(exist_ok=True)
    for style, weight in WEIGHTS.items():
        cut(style, weight).save(OUT_DIR / f"{FAMILY.replace(' ', '')}-{style}.ttf")
