"""The legend of a picture: its words as Matplotlib draws them, at all sizes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from geo.picture.canvas import Canvas
from geo.picture.legend import Legend
from geo.picture.legend.items import ring_items
from tests.support import view_at

FLOOR = "ring=banghyon_20170704~10000~former%20JCS%20vice-chairman%20via%20Sputnik"
TWELVE = "&".join(f"ring=sohae~{km}~name {km} of somebody" for km in range(1000, 13000, 1000))
MARGIN_PX = 16.0


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("query", ["", FLOOR, TWELVE, "ring=sohae~lofted:6248.5,1090:t67.5"])
@pytest.mark.parametrize("unit", [0.5, 0.6, 0.71, 0.79, 0.87, 1.0, 1.41, 2.0])
def test_words_of_a_line_stand_apart_and_none_leaves_the_legend(
    unit: float, query: str, lang: str
) -> None:
    width = 900 * unit
    canvas = Canvas.blank(round(width), 900, unit)
    legend = Legend(canvas, view_at(f"{query}&lang={lang}".lstrip("&")), width, 900)
    legend.draw(0, 0)
    boxes: dict[float, list[tuple[float, float, str]]] = {}
    for text in canvas.axes.texts:
        box = text.get_window_extent(canvas.agg.get_renderer())
        boxes.setdefault(text.get_position()[1], []).append((box.x0, box.x1, text.get_text()))
    assert len(boxes) > 1
    for line in boxes.values():
        for (_, end, words), (start, _, others) in pairwise(sorted(line)):
            assert start - end > 0.3 * legend.size, (words, others)
        assert max(end for _, end, _ in line) < width - MARGIN_PX * unit + 2


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("width", [260, 420, 900])
def test_long_claims_have_lines_of_their_own_and_lose_no_word(width: int, lang: str) -> None:
    canvas = Canvas.blank(width, 1600, 1.0)
    view = view_at(f"{TWELVE}&show=thaad,radar&lang={lang}")
    legend = Legend(canvas, view, width, 1600)
    for line in legend.lines:
        assert len(line) == 1 or not any(item.indent_px for item in line)
    shown = " ".join(item.text for line in legend.lines for item in line)
    for item in ring_items(view, frozenset()):
        assert " ".join(item.text.split()) in shown
    starts = [item for line in legend.lines for item in line if item.bold]
    assert len(starts) == len([item for item in ring_items(view, frozenset()) if item.bold])
