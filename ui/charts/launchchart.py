"""Launches per year: a strip of columns for each class, all on one scale.

Success is filled, failure an outline, what is not known a light filling without one: it must not
read as a failure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import altair as alt

from geo.evidence import OUTCOMES_SHOWN, Piece, Strip
from geo.records import LaunchCount
from geo.words import format_number
from ui.charts.look import SMALL_PX, Look, Manner, finished, halo_of

_LAUNCH_PX: Final = 3.4
_HEAD_PX: Final = 22  # above the columns of a strip: the name of its class
_NUMBER_PX: Final = 12
_COLUMN: Final = 0.8  # of a year
_COUNTED: Final = 5  # columns of as many have their number above them


def launch_chart(
    strips: Sequence[Strip], partial: str, link: Callable[[LaunchCount], str], manner: Manner
) -> Any:
    """Return the chart; `partial` says up to which day the last year is counted."""
    look, tell = manner.look, manner.tell
    rows, heads, numbers = [], [], []
    floor_px = 0.0
    for strip in strips:
        heads.append({"y": floor_px + 6, "words": strip.words})
        floor_px += _HEAD_PX + _NUMBER_PX + strip.most * _LAUNCH_PX
        rows += [_row(piece, strip, floor_px, link(piece.count), manner) for piece in strip.pieces]
        numbers += _numbers(strip, floor_px, manner)
        heads[-1]["floor"] = floor_px
    height, years = round(floor_px), sorted({row["year"] for row in rows})
    domain = [years[0] - 1, years[-1] + 1]
    last = [{"from": years[-1] - 0.5, "to": years[-1] + 0.5, "y": 0, "end": height}]
    across = alt.X("from:Q").scale(domain=domain, nice=False).axis(
        format="d", title=None, values=[*range(years[0] - years[0] % 5 + 5, years[-1], 5)]
    )  # fmt: skip
    layers = alt.layer(
        _data(last).mark_rect(color=look.bands[1], aria=False).encode(
            x=across, x2="to:Q", y=_down("y", height), y2="end:Q"
        ),
        _data(heads).mark_rule(color=look.line, aria=False).encode(y=_down("floor", height)),
        _columns(rows, across, height, manner),
        *_words(heads, numbers, (across, height), look),
        _data(last).mark_text(
            align="right", baseline="top", dx=-4, dy=4, fontSize=SMALL_PX, color=look.faint,
            aria=False,
        ).encode(
            x=across, y=_down("y", height),
            text=alt.value(tell("{year}: to {day}", year=str(years[-1]), day=partial)),
        ),
    )  # fmt: skip
    return finished(layers, manner, height)


def _data(rows: Sequence[dict[str, Any]]) -> Any:
    return alt.Chart(alt.InlineData(values=rows))


def _down(field: str, height: int) -> alt.Y:
    """Return a field as the distance from the top, px of the chart as it would like to be."""
    return alt.Y(f"{field}:Q").scale(domain=[height, 0], nice=False, zero=False).axis(None)


def _row(piece: Piece, strip: Strip, floor_px: float, link: str, manner: Manner) -> dict[str, Any]:
    count, tell = piece.count, manner.tell
    heard = tell(
        "{year}, {missile_class}, {outcome}: {n}",
        year=str(count.year),
        missile_class=strip.words,
        outcome=count.outcome_words,
        n=format_number(count.launches, tell.lang),
    )
    return {
        "year": count.year,
        "from": count.year - _COLUMN / 2,
        "to": count.year + _COLUMN / 2,
        "y": floor_px - (piece.below + count.launches) * _LAUNCH_PX,
        "end": floor_px - piece.below * _LAUNCH_PX,
        "outcome": count.outcome_words,
        "code": count.outcome,
        "heard": heard,
        "link": link,
    }


def _numbers(strip: Strip, floor_px: float, manner: Manner) -> list[dict[str, Any]]:
    """Return the numbers above the high columns of a strip."""
    tops: dict[int, int] = {}
    for piece in strip.pieces:
        year = piece.count.year
        tops[year] = max(tops.get(year, 0), piece.below + piece.count.launches)
    return [
        {"from": year, "y": floor_px - top * _LAUNCH_PX, "n": format_number(top, manner.tell.lang)}
        for year, top in tops.items()
        if top >= _COUNTED
    ]


def _columns(rows: Sequence[dict[str, Any]], across: alt.X, height: int, manner: Manner) -> Any:
    look = manner.look
    words = {row["code"]: row["outcome"] for row in rows}
    fills = {"success": look.accent, "unknown": look.grey, "failure": look.paper}
    lines = {"success": look.accent, "unknown": look.grey, "failure": look.accent}
    domain = [words[code] for code in OUTCOMES_SHOWN]
    return (
        _data(rows)
        .mark_rect(strokeWidth=1.1)
        .encode(
            x=across,
            x2="to:Q",
            y=_down("y", height),
            y2="end:Q",
            fill=alt.Fill("outcome:N")
            .scale(domain=domain, range=[fills[code] for code in OUTCOMES_SHOWN])
            .title(None),
            stroke=alt.Stroke("outcome:N")
            .scale(domain=domain, range=[lines[code] for code in OUTCOMES_SHOWN])
            .title(None),
            href="link:N",
            description="heard:N",
            tooltip=alt.Tooltip("heard:N", title=None),
        )
    )


def _words(
    heads: Sequence[dict[str, Any]],
    numbers: Sequence[dict[str, Any]],
    place: tuple[alt.X, int],
    look: Look,
) -> list[Any]:
    across, height = place
    return [
        _data(heads).mark_text(
            align="left", baseline="top", dx=2, fontSize=SMALL_PX, fontWeight=600,
            color=look.faint, aria=False,
        ).encode(x=alt.value(0), y=_down("y", height), text="words:N"),
        *(
            _data(numbers).mark_text(baseline="bottom", dy=-2, fontSize=10, aria=False, **paint)
            .encode(x=across, y=_down("y", height), text="n:N")
            for paint in (halo_of(look), {"color": look.ink})
        ),
    ]  # fmt: skip
