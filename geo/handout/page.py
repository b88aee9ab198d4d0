"""A handout as one page of PDF, A4 or Letter: map, distances, claims, questions, QR code."""

from __future__ import annotations

import io
from html import escape
from typing import Any, Final

from reportlab.lib import colors, pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, HRFlowable, Image, KeepInFrame, Paragraph, Spacer

from geo.facts import LIGHT, ring_style
from geo.handout.content import ClaimRow, HandoutText, SectorRow, handout_text
from geo.handout.faces import first_font, marked, symbol
from geo.handout.parts import grid, qr_image
from geo.handout.shaped import ShapedText
from geo.letters import drawn, needs_shaping
from geo.link import View
from geo.picture import draw_bare_png
from geo.reach import STATES, state_words
from geo.share import PRINTED_BYTES, captions, qr_link, short_link
from geo.words import caveat, say, sources

PAPERS: Final = {"a4": pagesizes.A4, "letter": pagesizes.LETTER}
_MARGIN: Final = 13 * mm
_MAP_WIDTH_PX: Final = 2000
_MAP_UNIT: Final = 1.9  # so that its words print at about 6.5 points
_MAP_HEIGHTS: Final = (0.34, 0.56)  # least and most, in widths
_SCALES: Final = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62)  # of the words, until all fits
_ANSWER_LINES: Final = 2
_ANSWER_MM: Final = 7.5
_SIGNS: Final = {"in": "\u25cf", "band": "\u25d0", "out": "\u25cb"}


def draw_handout(view: View, paper: str, root_url: str) -> bytes:
    """Return the handout of a view; the same bytes for the same input.

    Parameters
    ----------
    paper
        A key of `PAPERS`.
    root_url
        Address of the app, with its slash, for the link and its QR code.
    """
    width, height = PAPERS[paper]
    room, high = width - 2 * _MARGIN, height - 2 * _MARGIN
    out = io.BytesIO()
    page = Canvas(out, pagesize=(width, height), invariant=1)
    page.setTitle(captions.title(view))
    page.setAuthor("Reachmap")
    page.setSubject(f"{caveat(view.lang)} {sources(view.lang)}")
    for scale in _SCALES:
        words = _Words(scale, room, view.lang)
        above, below = words.parts(view, root_url)
        left = high - _height([*above, *below], room, high)
        if left >= _MAP_HEIGHTS[0] * room:
            break
    map_height = min(max(left, _MAP_HEIGHTS[0] * room), _MAP_HEIGHTS[1] * room)
    content = [*above, _map(view, (room, map_height)), *below]
    frame = Frame(_MARGIN, _MARGIN, room, high, 0, 0, 0, 0)
    frame.addFromList([KeepInFrame(room, high, content, mode="shrink")], page)
    page.showPage()
    page.save()
    return out.getvalue()


def _height(parts: list[Flowable], room: float, high: float) -> float:
    return float(sum(part.wrap(room, high)[1] + part.getSpaceBefore() for part in parts)) + 2.0


def _map(view: View, size: tuple[float, float]) -> Flowable:
    pixels = (_MAP_WIDTH_PX, round(_MAP_WIDTH_PX * size[1] / size[0]))
    png = draw_bare_png(view, pixels, _MAP_UNIT)
    return Image(io.BytesIO(png), width=size[0], height=size[1], hAlign="LEFT")


class _Words:
    """The words of a page, at one size, in one language."""

    def __init__(self, scale: float, room: float, lang: str) -> None:
        self.scale, self.room, self.lang = scale, room, lang
        self.tell = say(lang)

    def parts(self, view: View, root_url: str) -> tuple[list[Flowable], list[Flowable]]:
        """Return what stands above the map and what below it."""
        text = handout_text(view)
        gap = Spacer(0, 2.2 * mm)
        above = [self._head(view, root_url), gap]
        unknown = captions.unknown_signs(view)
        foot = [
            *([self._said(unknown, 6.3, color=LIGHT.faint)] if unknown else []),
            self._said(f"{caveat(self.lang)} {sources(self.lang)}", 6.3, color=LIGHT.faint),
            self._said(short_link(view, root_url), 6.3),
        ]
        below = [gap, self._tables(text), gap, *self._questions(text), *foot]
        return above, below

    def _said(
        self, text: str, size: float = 8.0, *, bold: bool = False, color: str = LIGHT.ink
    ) -> Flowable:
        style = self._style(size, bold=bold, color=color)
        if needs_shaping(drawn(text)):
            return ShapedText(text, style.fontSize, style.leading, color, bold=bold)
        return Paragraph(marked(text, bold), style)

    def _style(self, size: float, *, bold: bool = False, color: str = LIGHT.ink) -> ParagraphStyle:
        points = size * self.scale
        return ParagraphStyle(
            "said", fontName=first_font(bold), fontSize=points, leading=points * 1.28,
            textColor=colors.HexColor(color), splitLongWords=True,
        )  # fmt: skip

    def _head(self, view: View, root_url: str) -> Flowable:
        code = qr_image(qr_link(view, root_url, PRINTED_BYTES))
        side = code.drawWidth + 3 * mm
        words = [
            self._said(captions.title(view), 15, bold=True),
            Spacer(0, 1 * mm),
            self._said(captions.subtitle(view), 8.5, color=LIGHT.faint),
            Spacer(0, 3 * mm),
            self._said(self._name_line(), 8),
        ]
        return grid([[words, code]], [self.room - side, side], ruled=False)

    def _name_line(self) -> str:
        blanks = {"name": "_" * 32, "school_class": "_" * 12, "date": "_" * 14}
        return self.tell("Name: {name}   Class: {school_class}   Date: {date}", **blanks)

    def _tables(self, text: HandoutText) -> Flowable:
        """Return distances on the left, claims on the right."""
        left, gap = self.room * 0.48, 4 * mm
        distances = [self._distances(text, left)]
        claims = self._claims(text, self.room - left - gap)
        widths = [left + gap, self.room - left - gap]
        return grid([[distances, claims]], widths, ruled=False)

    def _distances(self, text: HandoutText, room: float) -> Flowable:
        claims = text.claims
        head = [self._said(each, bold=True) for each in (self.tell("Place"), self.tell("Distance"))]
        head += [self._letter(row) for row in claims]
        body = [
            [
                self._said(row.place),
                self._said(row.distance),
                *(Paragraph(symbol(_SIGNS[state]), self._style(8.0)) for state in row.reach),
            ]
            for row in text.distances
        ]
        column = min(8 * mm, room * 0.42 / max(len(claims), 1))
        distance = 18 * mm
        widths = [room - distance - column * len(claims), distance, *([column] * len(claims))]
        words = state_words(self.lang)
        style = self._style(6.6, color=LIGHT.faint)
        said = (f"{symbol(_SIGNS[state])} {marked(words[state], bold=False)}" for state in STATES)
        key = [Paragraph(", ".join(said), style), *([""] * (len(claims) + 1))]
        table = grid([head, *body, key], widths, ruled=True)
        table.setStyle([("SPAN", (0, -1), (-1, -1)), ("LINEBELOW", (0, -1), (-1, -1), 0, "white")])
        return table

    def _letter(self, row: ClaimRow) -> Flowable:
        return self._said(row.letter, bold=True, color=ring_style(row.index).color)

    def _claims(self, text: HandoutText, room: float) -> Flowable:
        rows: list[list[Any]] = [["", self._said(self.tell("Who claims what"), bold=True)]]
        for row in text.claims:
            words = [self._said(f"{row.range}: {row.who}"), self._source(row)]
            rows.append([self._letter(row), words])
        if text.common_site:
            site = self.tell("All from {site}", site=text.common_site)
            rows.append(["", self._said(site, 7.2, color=LIGHT.faint)])
        for sector in text.sectors:
            mark = self._said("\u2014", bold=True, color=LIGHT.radar)
            rows.append([mark, [self._said(sector.said), self._source(sector)]])
        return grid(rows, [5 * mm, room - 5 * mm], ruled=True)

    def _source(self, row: ClaimRow | SectorRow) -> Flowable:
        said = self.tell("Source: {source}", source=row.source)
        style = self._style(6.6, color=LIGHT.faint)
        if not row.url:
            return self._said(said, 6.6, color=LIGHT.faint)
        link = f'<link href="{escape(row.url)}">{marked(row.url, bold=False)}</link>'
        return Paragraph(f"{marked(f'{said}, ', bold=False)}{link}", style)

    def _questions(self, text: HandoutText) -> list[Flowable]:
        """Return the questions, each with ruled lines for an answer."""
        parts: list[Flowable] = []
        line = colors.HexColor("#9aa5ad")
        for number, question in enumerate(text.questions, 1):
            parts.append(self._said(f"{number}.  {question}", 8.8, bold=True))
            for _ in range(_ANSWER_LINES):
                parts.append(Spacer(self.room, _ANSWER_MM * mm))
                parts.append(HRFlowable("100%", 0.5, color=line, spaceBefore=0, spaceAfter=0))
            parts.append(Spacer(self.room, 2 * mm))
        return parts
