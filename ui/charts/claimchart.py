"""All claims about one missile: a line each, by day, on one axis of range.

Above each drawing stands who says so, beside it what was said. A span is a bar, a class a bar with
a broken outline, a value a dot, one that is about so much a ring, a distance flown a diamond; a
floor is a stop with an arrow to the right, a ceiling one with an arrow to the left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from geo.evidence import Band, ClaimLine
from geo.words import Say, format_date
from ui.charts.look import SMALL_PX, Look, Manner, finished

ROW_PX: Final = 44
_HEAD_PX: Final = 20  # above the first row: the names of classes
_NAMED: Final = 0.055  # of the axis: a narrower class has no room for its name
_NAME_DY: Final = -10
_DRAWN_DY: Final = 8
_ARROW_PX: Final = 26
# Outlines about a point, a unit being half of the square root of the mark's size.
_SIZE: Final = 196
_SHAPES: Final = {
    "floor": "M0,-1L0,1M0,0L3.2,0M2.4,-0.6L3.2,0L2.4,0.6",
    "ceiling": "M0,-1L0,1M0,0L-3.2,0M-2.4,-0.6L-3.2,0L-2.4,0.6",
    "flown": "diamond",
    "value": "circle",
    "about": "circle",
}
_FILLED: Final = ("value", "flown")


def claim_chart(
    lines: Sequence[ClaimLine], bands: Sequence[Band], links: Sequence[str], manner: Manner
) -> Any:
    """Return the chart; `links` are the addresses of the claims' pages."""
    look, end = manner.look, bands[-1].high
    rows = [_row(at, line, end, manner.tell, links[at]) for at, line in enumerate(lines)]
    height = _HEAD_PX + ROW_PX * len(rows)
    scale = alt.Scale(domain=[0, end], nice=False)
    x = alt.X("low:Q").scale(scale).axis(format=",~f", tickCount=6).title(manner.units)
    table = alt.Chart(alt.InlineData(values=rows)).encode(
        y=_down("y", height),
        href="link:N",
        description="heard:N",
        tooltip=alt.Tooltip("heard:N", title=None),
    )
    layers = alt.layer(
        *_class_layers(bands, height, x, look),
        table.mark_rule(color=look.paper, aria=False).encode(y=_down("top", height)),
        *_drawings(table, x, look),
        *_words(table, look),
        table.mark_bar(size=ROW_PX, color="transparent", aria=False).encode(
            x=alt.X("zero:Q").scale(scale), x2="end:Q"
        ),
    )
    return finished(layers, manner, height)


def _down(field: str, height: int) -> alt.Y:
    """Return a field as the distance from the top, px of the chart as it would like to be."""
    return alt.Y(f"{field}:Q").scale(domain=[height, 0], nice=False, zero=False).axis(None)


def _row(at: int, line: ClaimLine, end: float, tell: Say, link: str) -> dict[str, Any]:
    """Return a line as a row of data: where it is drawn, and on which side there is more room."""
    day = format_date(line.day, tell.lang)
    return {
        "y": _HEAD_PX + ROW_PX * (at + 0.5),
        "top": _HEAD_PX + ROW_PX * at,
        "low": line.first,
        "high": line.last,
        "zero": 0.0,
        "end": end,
        "kind": line.claim.statement,
        "who": line.who,
        "day": day,
        "named": f"{line.who}, {day}",
        "said": line.said,
        "side": "right" if end - line.last >= line.first else "left",
        "heard": tell("{who}, {date}: {range}", who=line.who, date=day, range=line.said),
        "link": link,
    }


def _class_layers(bands: Sequence[Band], height: int, x: alt.X, look: Look) -> list[Any]:
    """Return the classes of range behind everything, named at their top."""
    end = bands[-1].high
    rows = [
        {"low": band.low, "high": band.high, "id": band.id, "nth": at % 2,
         "mid": (band.low + band.high) / 2, "top": 0, "bottom": height}
        for at, band in enumerate(bands)
    ]  # fmt: skip
    chart, top = alt.Chart(alt.InlineData(values=rows)), _down("top", height)
    color = alt.Color("nth:O").scale(domain=[0, 1], range=list(look.bands)).legend(None)
    wide = [
        row for row, band in zip(rows, bands, strict=True) if band.high - band.low > _NAMED * end
    ]
    named = alt.Chart(alt.InlineData(values=wide))
    return [
        chart.mark_rect(aria=False).encode(x=x, x2="high:Q", y=top, y2="bottom:Q", color=color),
        named.mark_text(
            fontSize=SMALL_PX, fontWeight=600, color=look.faint, baseline="top", dy=4, aria=False
        ).encode(x=alt.X("mid:Q"), y=top, text="id:N"),
    ]


def _drawings(table: Any, x: alt.X, look: Look) -> list[Any]:
    """Return the drawings of all kinds of statement."""
    color = look.accent
    bar = {"height": 9, "yOffset": _DRAWN_DY, "cornerRadius": 2}
    kinds = list(_SHAPES)
    shape = alt.Shape("kind:N").scale(domain=kinds, range=list(_SHAPES.values())).legend(None)
    point = {"yOffset": _DRAWN_DY, "size": _SIZE, "strokeWidth": 2.2, "stroke": color, "opacity": 1}
    return [
        table.transform_filter("datum.kind == 'span'").mark_bar(color=color, **bar).encode(
            x=x, x2="high:Q"
        ),
        table.transform_filter("datum.kind == 'class'")
        .mark_bar(color=look.paper, stroke=color, strokeWidth=2, strokeDash=[4, 3], **bar)
        .encode(x=x, x2="high:Q"),
        table.transform_filter(alt.FieldOneOfPredicate("kind", list(_FILLED)))
        .mark_point(filled=True, color=color, **{**point, "size": 110})
        .encode(x=x, shape=shape),
        table.transform_filter("datum.kind == 'about'")
        .mark_point(filled=True, color=look.paper, **{**point, "size": 110})
        .encode(x=x, shape=shape),
        table.transform_filter(alt.FieldOneOfPredicate("kind", ["floor", "ceiling"]))
        .mark_point(filled=False, **point)
        .encode(x=x, shape=shape),
    ]  # fmt: skip


def _words(table: Any, look: Look) -> list[Any]:
    """Return who says so above the drawing, and what was said beside it."""
    said = {"yOffset": _DRAWN_DY, "baseline": "middle", "color": look.ink, "aria": False}
    layers = [
        table.mark_text(
            align="left", dx=6, dy=_NAME_DY, baseline="middle", color=look.faint, aria=False
        ).encode(x=alt.value(0), text="named:N")
    ]
    for side, align, field, sign in (("right", "left", "high", 1), ("left", "right", "low", -1)):
        arrow = "floor" if side == "right" else "ceiling"
        for is_arrow, gap in ((True, _ARROW_PX + 4), (False, 11)):
            test = f"datum.side == '{side}' && (datum.kind == '{arrow}') == {str(is_arrow).lower()}"
            layers.append(
                table.transform_filter(test)
                .mark_text(align=align, dx=sign * gap, **said)
                .encode(x=alt.X(f"{field}:Q"), text="said:N")
            )
    return layers
