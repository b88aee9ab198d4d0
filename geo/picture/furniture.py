"""Map furniture of a picture: the title, the scale, and the foot with sources and link."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.facts import LIGHT
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.frame import Box, Frame
from geo.share import captions, qr_modules
from geo.words import KM_PER_UNIT, caveat, format_number, language_facts, sources

_TEXT_PX: Final = 13.0
_LINE: Final = 1.36  # heights of a line of text


@dataclass(frozen=True, slots=True)
class Layout:
    """Where head and foot end; the map is between them."""

    head_px: int
    foot_px: int


def layout(size: tuple[int, int], unit: float, link: str, lang: str) -> Layout:
    """Return how much of a picture its words take: more where it is narrow or the link long."""
    width, height = size
    per_line = max(
        20.0, (width - 150.0 * unit) / (_TEXT_PX * unit * language_facts(lang).sign_width)
    )
    rows = sum(math.ceil(len(text) / per_line) for text in (caveat(lang), sources(lang), link))
    foot = max(104.0, 16.0 + rows * _TEXT_PX * _LINE) * unit
    return Layout(round(66 * unit), round(min(foot, 0.3 * height)))


def draw_head(canvas: Canvas, view: View) -> None:
    """Write what the picture shows, and of which day it is."""
    unit = canvas.unit
    text, size = captions.title(view), 25.0 * unit
    room = canvas.width - 150 * unit
    fit = min(1.0, room / max(canvas.measure(text, size, bold=True), 1.0))
    canvas.words(text, (16 * unit, 24 * unit), size * fit, bold=True)
    below = captions.subtitle(view)
    size = 14.5 * unit
    fit = min(1.0, (canvas.width - 32 * unit) / max(canvas.measure(below, size), 1.0))
    canvas.words(below, (16 * unit, 49 * unit), size * fit, color=LIGHT.faint)
    at = (canvas.width - 16 * unit, 24 * unit)
    canvas.words("Reachmap", at, 18 * unit, color=LIGHT.faint, bold=True, align="right")


def draw_foot(canvas: Canvas, link: str, lang: str) -> None:
    """Write caveat, sources and link, with a QR code of the link."""
    unit = canvas.unit
    side = _draw_qr(canvas, link)
    room = canvas.width - side - 36 * unit
    size = _TEXT_PX * unit
    while True:  # words that do not fit get smaller: nothing may be cut off
        lines = [
            (each, LIGHT.ink, True) for each in canvas.wrap(caveat(lang), size, room, bold=True)
        ]
        lines += [(each, LIGHT.faint, False) for each in canvas.wrap(sources(lang), size, room)]
        lines += [(each, LIGHT.ink, False) for each in canvas.wrap(link, size, room)]
        if len(lines) * size * _LINE <= canvas.height - 12 * unit or size < 5:
            break
        size *= 0.94
    start = (canvas.height - len(lines) * size * _LINE) / 2
    for row, (text, color, bold) in enumerate(lines):
        y = start + (row + 0.5) * size * _LINE
        canvas.words(text, (16 * unit, y), size, color=color, bold=bold)


def _draw_qr(canvas: Canvas, link: str) -> float:
    """Draw the link as a QR code in the lower right corner; return the width it takes."""
    modules = qr_modules(link)
    side = len(modules) + 4  # with half a quiet zone; the foot around it is as white
    module_px = int(canvas.height // side)
    if not module_px:  # no camera reads what is finer than a pixel
        return 0.0
    left = canvas.width - module_px * side
    top = (canvas.height - module_px * len(modules)) // 2
    picture = np.repeat(np.repeat(modules, module_px, axis=0), module_px, axis=1)
    size = module_px * len(modules)
    canvas.axes.imshow(
        ~picture, cmap="gray", vmin=0, vmax=1, interpolation="nearest", aspect="auto",
        extent=(left, left + size, top + size, top), zorder=canvas.above(),
    )  # fmt: skip
    canvas.keep_limits()  # imshow moved them
    return float(module_px * side)


def scale_box(canvas: Canvas, frame: Frame, view: View, area: Box) -> tuple[Box, float, str]:
    """Return where the scale stands, its length in pixels, and its words."""
    unit, units = canvas.unit, view.units
    km_per_unit = KM_PER_UNIT[units]
    longest = 220.0 * unit * frame.km_per_px / km_per_unit
    power = 10.0 ** math.floor(math.log10(longest))
    length = max(step * power for step in (1, 2, 5) if step * power <= longest)
    pixels = length * km_per_unit / frame.km_per_px
    number = format_number(length, view.lang, decimals=0 if length >= 1 else 1)
    text = view.tell("{length} at the centre", length=f"{number} {units}")
    width = max(pixels, canvas.measure(text, 13 * unit)) + 20 * unit
    right, bottom = area.right - 10 * unit, area.bottom - 10 * unit
    return Box(right - width, bottom - 42 * unit, right, bottom), pixels, text


def draw_scale(canvas: Canvas, box: Box, pixels: float, text: str) -> None:
    """Draw the scale: a flat map has one length per kilometre only in places."""
    unit = canvas.unit
    canvas.rectangle(box, LIGHT.paper, alpha=0.93, edge=LIGHT.coast)
    left, y = box.left + 10 * unit, box.bottom - 11 * unit
    bar = np.array([(0, -5), (0, 0), (pixels, 0), (pixels, -5)]) * np.array([1, unit])
    canvas.line(bar + np.array([left, y]), LIGHT.ink, 2.0, None)
    canvas.words(text, (left, box.top + 13 * unit), 13 * unit)
