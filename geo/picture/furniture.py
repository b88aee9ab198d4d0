"""Furniture of a picture: the title, the scale, and the foot with sources and link."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.earth import Floats
from geo.facts import LIGHT
from geo.link import View
from geo.picture.canvas import Canvas
from geo.picture.frame import Box, Frame
from geo.picture.labels import boxes_array, gaps_to
from geo.share import captions, qr_modules
from geo.words import KM_PER_UNIT, caveat, format_number, language_facts, sources

_TEXT_PX: Final = 13.0
_LINE: Final = 1.36  # heights of a line of text
_LEAST_PX: Final = 6.0
_MOST_LINES: Final = 2  # of the title, of what follows from it, and of a note
_LEAST_FOOT_PX: Final = 92.0  # so that the code can be read
_CARD_FOOT_PX: Final = 68.0
_NAME: Final = "Reachmap"
A4_PX: Final = {3508, 2480}  # at 300 dots per inch
_PRINTED_MODULE_PX: Final = 5  # 0.42 mm of such a page


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights of lines in a picture's head, in pixels of a screen."""

    title: float
    finding: float
    note: float


_USUAL_SIZES: Final = Sizes(27.0, 16.5, 14.0)
_CARD_SIZES: Final = Sizes(44.0, 26.0, 20.0)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size_px: float
    color: str
    bold: bool = False


class Head:
    """What a picture says first: its title, what follows from it, and a note of one's own."""

    def __init__(self, canvas: Canvas, view: View, *, is_card: bool) -> None:
        """Break the words into lines, smaller where they are long."""
        self.canvas, self.is_card = canvas, is_card
        sizes = _CARD_SIZES if is_card else _USUAL_SIZES
        unit = canvas.width / 1200.0 if is_card else canvas.unit
        self.margin = 16.0 * canvas.unit
        self.room = canvas.width - 2 * self.margin
        self.lines = [
            *self._broken(captions.title(view), sizes.title * unit, LIGHT.ink, bold=True),
            *self._broken(captions.subtitle(view), sizes.finding * unit, LIGHT.ink),
            *self._broken(view.scenario.note, sizes.note * unit, LIGHT.faint),
        ]

    def _broken(self, text: str, size: float, color: str, *, bold: bool = False) -> list[_Line]:
        """Return a text in two lines at most, smaller if need be."""
        while True:
            lines = self.canvas.wrap(text, size, self.room, bold=bold)
            if len(lines) <= _MOST_LINES or size < _LEAST_PX:
                return [_Line(line, size, color, bold) for line in lines[: 2 * _MOST_LINES]]
            size *= 0.93

    @property
    def height_px(self) -> int:
        """What it takes, in pixels."""
        return round(sum(line.size_px * _LINE for line in self.lines) + self.margin)

    def draw(self, canvas: Canvas) -> None:
        """Write it, the name of the app in its corner where that is free."""
        y = self.margin / 2
        for line in self.lines:
            middle = y + line.size_px * _LINE / 2
            canvas.words(
                line.text, (self.margin, middle), line.size_px, color=line.color, bold=line.bold
            )
            y += line.size_px * _LINE
        first, size = self.lines[0], 15.0 * canvas.unit
        if self.is_card:  # whose foot names it
            return
        taken = canvas.measure(first.text, first.size_px, bold=True)
        if taken + canvas.measure(_NAME, size, bold=True) < self.room - 2 * self.margin:
            at = (canvas.width - self.margin, self.margin / 2 + first.size_px * _LINE / 2)
            canvas.words(_NAME, at, size, color=LIGHT.faint, bold=True, align="right")


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below a picture: its link, the language of the rest, and what fonts lack."""

    link: str
    lang: str
    unknown: str = ""

    @property
    def sources(self) -> str:
        """The sources, after what has to be known of this picture alone."""
        return f"{self.unknown} {sources(self.lang)}" if self.unknown else sources(self.lang)


def foot_px(size: tuple[int, int], unit: float, foot: Foot) -> int:
    """Return the height of the foot: more where it is narrow or the link long."""
    width, height = size
    per_line = max(
        20.0, (width - 150.0 * unit) / (_TEXT_PX * unit * language_facts(foot.lang).sign_width)
    )
    texts = (caveat(foot.lang), foot.sources, foot.link)
    rows = sum(math.ceil(len(text) / per_line) for text in texts)
    high = max(_LEAST_FOOT_PX, 16.0 + rows * _TEXT_PX * _LINE) * unit
    if set(size) == A4_PX:  # what is printed is read from paper
        high = max(high, (len(qr_modules(foot.link)) + 4.0) * _PRINTED_MODULE_PX)
    return round(min(high, 0.3 * height))


def card_foot_px(size: tuple[int, int]) -> int:
    """Return the height of the foot of a card: two short lines."""
    return round(_CARD_FOOT_PX * size[0] / 1200.0)


def draw_card_foot(canvas: Canvas, foot: Foot) -> None:
    """Write caveat and sources, large enough for a feed; a link is what the card hangs on."""
    unit = canvas.width / 1200.0
    margin = 16.0 * canvas.unit
    name = 24.0 * unit
    at = (canvas.width - margin, canvas.height / 2)
    canvas.words(_NAME, at, name, color=LIGHT.ink, bold=True, align="right")
    room = canvas.width - 3 * margin - canvas.measure(_NAME, name, bold=True)
    rows = [
        (caveat(foot.lang), 21.0, LIGHT.ink, 0.33),
        (sources(foot.lang), 14.0, LIGHT.faint, 0.74),
    ]
    if foot.unknown:
        rows = [
            (caveat(foot.lang), 19.0, LIGHT.ink, 0.24),
            (foot.unknown, 15.0, LIGHT.ink, 0.56),
            (sources(foot.lang), 13.0, LIGHT.faint, 0.84),
        ]
    for text, size, color, part in rows:
        taken = canvas.measure(text, size * unit)
        fit = min(1.0, room / max(taken, 1.0))
        canvas.words(text, (margin, part * canvas.height), size * unit * fit, color=color)


def draw_foot(canvas: Canvas, foot: Foot) -> None:
    """Write caveat, sources and link, with a QR code of the link."""
    unit = canvas.unit
    side = _draw_qr(canvas, foot.link)
    room = canvas.width - side - 36 * unit
    size = _TEXT_PX * unit
    while True:  # words that do not fit get smaller: nothing may be cut off
        lines = [
            (each, LIGHT.ink, True)
            for each in canvas.wrap(caveat(foot.lang), size, room, bold=True)
        ]
        lines += [(each, LIGHT.faint, False) for each in canvas.wrap(foot.sources, size, room)]
        lines += [(each, LIGHT.ink, False) for each in canvas.wrap(foot.link, size, room)]
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
    if module_px:
        modules = qr_modules(link, most=int(canvas.height // module_px) - 4)
        side = len(modules) + 4
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


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the scale stands, the length of its bar in pixels, and its words."""

    box: Box
    bar_px: float
    text: str


def find_scale(canvas: Canvas, frame: Frame, view: View, places: Floats) -> Scale:
    """Return the scale, in the lower corner that hides the fewer of these places."""
    unit, units = canvas.unit, view.units
    km_per_unit = KM_PER_UNIT[units]
    longest = min(180.0 * unit, 0.3 * frame.width) * frame.km_per_px / km_per_unit
    power = 10.0 ** math.floor(math.log10(longest))
    length = max(step * power for step in (1, 2, 5) if step * power <= longest)
    pixels = length * km_per_unit / frame.km_per_px
    number = format_number(length, view.lang, decimals=0 if length >= 1 else 1)
    text = view.tell("{length} at the centre", length=f"{number} {units}")
    width = max(pixels, canvas.measure(text, _TEXT_PX * unit)) + 16 * unit
    bottom, gap = frame.height - 6 * unit, 6 * unit
    lefts = (frame.width - gap - width, gap)
    boxes = [Box(left, bottom - 34 * unit, left + width, bottom) for left in lefts]
    hidden = [int((gaps_to(boxes_array([box]), places) < 8 * unit).sum()) for box in boxes]
    return Scale(boxes[int(np.argmin(hidden))], pixels, text)


def draw_scale(canvas: Canvas, scale: Scale) -> None:
    """Draw the scale: a flat map has one length per kilometre only in places."""
    unit, box = canvas.unit, scale.box
    canvas.rectangle(box, LIGHT.paper, alpha=0.8)
    left, y = box.left + 8 * unit, box.bottom - 7 * unit
    bar = np.array([(0, -5), (0, 0), (scale.bar_px, 0), (scale.bar_px, -5)]) * np.array([1, unit])
    canvas.line(bar + np.array([left, y]), LIGHT.ink, 1.6, None)
    canvas.words(scale.text, (left, box.top + 12 * unit), _TEXT_PX * unit)
