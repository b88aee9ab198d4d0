"""A view as an SVG: the picture of `draw_png` in vectors, its words as text.

Words along a line stay outlines, for no browser sets them letter by letter as they are measured
here, and the QR code is a picture within.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

import numpy as np
from matplotlib import rc_context
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from geo.letters import drawn
from geo.link import PictureOptions, View
from geo.picture.canvas import HALO_COLOR, HALO_WIDTH
from geo.picture.draw import draw_picture
from geo.picture.fonts import BOLD, POINTS, text_width
from geo.share import captions, short_link
from geo.words import attribution

# The fonts of the picture as other machines have them; the last one is on all.
_FAMILIES: Final = "'Source Sans 3', 'Source Sans Pro', 'Noto Sans KR', 'Nanum Gothic', sans-serif"
_MANY: Final = 200  # vertices of a path, from which on what is out of sight is left out
_FINE_PX: Final = 0.2  # nearer to each other vertices are one
_CURVES: Final = (Outline.CURVE3, Outline.CURVE4)
_WORD: Final = "word-"
_GROUP: Final = re.compile(rf'<g id="{_WORD}(\d+)">\s*<text style="')
_TAG: Final = re.compile(r"<[^<>]*>")  # in words these signs are escaped
_HALO: Final = f"stroke: {HALO_COLOR[:7]}; stroke-opacity: {int(HALO_COLOR[7:], 16) / 255:.2f}"
_COMMENT: Final = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_FAMILY: Final = re.compile(r"font-family: [^;\"]*")
_NO_METADATA: Final = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_LONG_NUMBER: Final = re.compile(r"-?\d+\.\d{3,}")
_SIZE: Final = re.compile(r'width="[\d.]+pt" height="[\d.]+pt"')


@dataclass(frozen=True, slots=True)
class _Word:
    """How wide a text was measured, and its halo, 0 for none; in points."""

    width_pt: float
    halo_pt: float


def draw_svg(view: View, options: PictureOptions, root_url: str) -> bytes:
    """Return the picture of a view in vectors.

    Parameters
    ----------
    view
        What it shows.
    options
        Size and projection, as of the PNG.
    root_url
        Address of the app, with its slash, for the link in the picture.

    Returns
    -------
    svg
        UTF-8, without any script or reference to another file; the same bytes for the same input.
    """
    figure = draw_picture(view, options, root_url).canvas.figure
    maps = _cut(figure)
    words, boxes = _words_of(figure), _boxes_of(figure, maps)
    out = io.StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "reachmap"}):
        canvas: Any = FigureCanvasSVG(figure)
        canvas.print_svg(out, metadata=_NO_METADATA)
    told = {
        "title": captions.title(view),
        "desc": f"{attribution(view.lang)} {short_link(view, root_url)}",
    }
    size = f'width="{options.width}" height="{options.height}" role="img"'
    return _finished(_SIZE.sub(size, out.getvalue(), count=1), words, boxes, told).encode()


def _cut(figure: Figure) -> set[int]:
    """Leave out of long outlines what lies outside of their axes, and vertices that nobody sees.

    Return the numbers of these axes.
    """
    found = set()
    for number, axes in enumerate(figure.axes, 1):
        (left, right), (low, high) = axes.get_xlim(), sorted(axes.get_ylim())
        seen = Bbox.from_extents(left, low, right, high)
        for patch in [each for each in axes.patches if isinstance(each, PathPatch)]:
            path: Any = patch.get_path()
            is_straight = path.codes is None or not np.isin(path.codes, _CURVES).any()
            if len(path.vertices) > _MANY and is_straight:
                patch.set_path(_seen_part(path, seen))
                found.add(number)
    return found


def _seen_part(path: Any, seen: Bbox) -> Outline:
    """Return those of the lines and areas of a path that a box shows, each whole."""
    vertices: Any = np.asarray(path.vertices)
    lines = np.full(len(vertices), Outline.LINETO)
    lines[0] = Outline.MOVETO
    codes = lines if path.codes is None else path.codes
    starts = np.flatnonzero(codes == Outline.MOVETO)
    parts = []
    for start, end in zip(starts, [*starts[1:], len(vertices)], strict=True):
        part = vertices[start:end]
        (left, low), (right, high) = part.min(axis=0), part.max(axis=0)
        if right < seen.x0 or left > seen.x1 or high < seen.y0 or low > seen.y1:
            continue
        kept = np.append(np.any(np.diff(np.round(part / _FINE_PX), axis=0) != 0, axis=1), True)
        kept[0] = True  # its first and its last code say where it begins, and whether it closes
        parts.append(Outline(part[kept], codes[start:end][kept]))
    return Outline.make_compound_path(*parts) if parts else Outline(np.empty((0, 2)))


def _words_of(figure: Figure) -> list[_Word]:
    """Mark all words of a picture, and take off their halos, with which they would be outlines."""
    words: list[_Word] = []
    for text in figure.findobj(Text):
        if not text.get_text():
            continue
        size_pt, is_bold = float(text.get_fontsize()), text.get_fontweight() == BOLD
        halo_pt = HALO_WIDTH * size_pt / POINTS if text.get_path_effects() else 0.0
        text.set_path_effects([])
        text.set_gid(f"{_WORD}{len(words)}")
        words.append(_Word(size_pt * text_width(text.get_text(), is_bold), halo_pt))
    return words


def _boxes_of(figure: Figure, maps: set[int]) -> dict[int, str]:
    """Return the boxes of some axes, by which Matplotlib does not cut what another outline cuts."""
    wide, high = figure.get_size_inches() * 72
    boxes = {}
    for number in sorted(maps):
        axes = figure.axes[number - 1]
        x0, y0, across, up = axes.get_position().bounds
        size = f'width="{across * wide:.2f}" height="{up * high:.2f}"'
        at = f'x="{x0 * wide:.2f}" y="{(1 - y0 - up) * high:.2f}"'
        boxes[number] = f'<clipPath id="box_{number}"><rect {at} {size}/></clipPath>'
    return boxes


def _finished(svg: str, words: list[_Word], boxes: dict[int, str], told: dict[str, str]) -> str:
    """Return what Matplotlib wrote, with words as wide as they were measured, and no long tails."""

    def as_measured(found: re.Match[str]) -> str:
        word = words[int(found[1])]
        stroke = (
            f"paint-order: stroke; {_HALO}; stroke-width: {word.halo_pt:.2f}; "
            if word.halo_pt
            else ""
        )
        length = f'textLength="{word.width_pt:.2f}" lengthAdjust="spacingAndGlyphs"'
        return f'<g><text {length} style="{stroke}'

    svg = _GROUP.sub(as_measured, _COMMENT.sub("", svg))
    svg = _TAG.sub(lambda tag: _shorter(tag[0]), svg)
    for number, box in boxes.items():
        own = f'<g id="axes_{number}"'
        svg = svg.replace(f"{own}>", f'{box}{own} clip-path="url(#box_{number})">', 1)
    said = "".join(f"<{name}>{escape(drawn(text))}</{name}>\n " for name, text in told.items())
    return svg.replace("<defs>", f"{said}<defs>", 1)


def _shorter(tag: str) -> str:
    """Return a tag with the fonts of all machines, and numbers no finer than is seen."""
    tag = _FAMILY.sub(f"font-family: {_FAMILIES}", tag)
    if tag.startswith("<image"):
        return tag.replace("<image", '<image style="image-rendering: pixelated"', 1)
    return _LONG_NUMBER.sub(lambda number: _short(float(number[0])), tag)


def _short(number: float) -> str:
    """Return a number with two decimals, of small ones, such as opacities, four."""
    return f"{number:.2f}" if abs(number) >= 0.1 else f"{number:.4f}"
