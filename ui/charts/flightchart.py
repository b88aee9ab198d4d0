"""Flights on record: how high against how far, both axes stretched near zero.

Hue and shape tell the missile, of those with the most reports: in grey the shape is enough. What
is left is many types with a report or two each, whose names stand beside them. The class needs no
hue: it is where a flight stands among the lines. A filled sign is a lofted flight, an arrow
upwards an altitude that is a floor. Thin lines join flights of equal speed, each with the distance
that it carries at the best angle; a broken one is that of the best angle itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from unicodedata import east_asian_width

import altair as alt

from geo.evidence import FlightPoint, Line, most_reported
from geo.words import format_date, format_number
from ui.charts.look import SMALL_PX, Manner, finished, halo_of

_HEIGHT_PX: Final = 480
# The signs of missiles, the one with the most reports first, each a shape and the place of its hue.
# Five hues differ for all eyes; they come again with other shapes, for other classes today.
_SIGNS: Final = (
    *(("circle", 0), ("square", 1), ("triangle-up", 2), ("triangle-down", 3), ("diamond", 4)),
    *(("triangle-right", 1), ("M-1,-1L1,-1L-1,1L1,1Z", 2), ("triangle-left", 0)),
)
_OTHERS: Final = "cross"
_FLOOR: Final = "M0,-1.2L0,-3.4M-0.6,-2.7L0,-3.4L0.6,-2.7"
_SIZE: Final = 90
# Parts of an axis, on which a number stands at its root: what a letter, a name, half a sign take.
_LETTER_WIDE: Final = 0.022  # on a phone; a Korean one takes two
_NAME_HIGH: Final = 0.034
_SIGN_WIDE: Final = 0.008
_WORDS_AT: Final = 0.6  # of the line of least energy: where there are few flights


def flight_chart(
    points: Sequence[FlightPoint],
    least: Line,
    speeds: Sequence[tuple[str, Line]],
    links: Sequence[str],
    manner: Manner,
) -> Any:
    """Return the chart; `links` are the addresses of the lab, one for each point.

    `speeds` are the lines of equal speed by the distance that each stands for.
    """
    wide, high = max(p.distance for p in points), max(p.apogee for p in points)
    x = _root_axis("distance", 1.1 * wide, manner.tell("distance over ground, {u}", u=manner.units))
    y = _root_axis("apogee", 1.06 * high, manner.tell("highest altitude, {u}", u=manner.units))
    across, up = alt.X(**x), alt.Y(**y)
    told = most_reported(points, len(_SIGNS))
    rows = [_row(point, link, told, manner) for point, link in zip(points, links, strict=True)]
    _name_some(rows, 1.1 * wide, 1.06 * high)
    layers = alt.layer(
        *_lines(least, speeds, (1.1 * wide, 1.06 * high), (across, up), manner),
        *_signs(rows, told, (across, up), manner),
    )
    return finished(layers, manner, _HEIGHT_PX)


def _root_axis(field: str, end: float, title: str) -> dict[str, Any]:
    """Return an axis on which a number stands at its square root."""
    ticks = [0, 100, 500, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000]
    return {
        "shorthand": f"{field}:Q",
        "scale": alt.Scale(type="sqrt", domain=[0, end], nice=False),
        "axis": alt.Axis(values=[each for each in ticks if each <= end], format=",~f", title=title),
    }


def _row(point: FlightPoint, link: str, told: Sequence[str], manner: Manner) -> dict[str, Any]:
    tell, lang = manner.tell, manner.tell.lang
    date = format_date(point.flight.date, lang)
    height = f"{format_number(point.apogee, lang)} {manner.units}"
    heard = tell(
        "{missile}, {date}: {height} high, {distance} far ({who})",
        missile=point.missile or tell("no type named"),
        date=date,
        height=tell("at least {length}", length=height) if point.report.apogee_is_floor else height,
        distance=f"{format_number(point.distance, lang)} {manner.units}",
        who=point.report.reported_by,
    )
    return {
        "distance": point.distance,
        "apogee": point.apogee,
        "missile": point.missile,
        "sign": point.missile if point.missile in told else tell("others"),
        "lofted": point.is_lofted,
        "floor": point.report.apogee_is_floor,
        "flight": point.flight.id,
        "heard": heard,
        "link": link,
        "name": "",
        "side": "",
    }


def _name_some(rows: list[dict[str, Any]], wide: float, high: float) -> None:
    """Give names to the highest flight of each missile, where no other sign or name is near."""
    spots = [((row["distance"] / wide) ** 0.5, (row["apogee"] / high) ** 0.5) for row in rows]
    taken, done = list(spots), {""}
    for at in sorted(range(len(rows)), key=lambda at: -rows[at]["apogee"]):
        row, (x, y) = rows[at], spots[at]
        if row["missile"] in done:
            continue
        wide_part = _wide(row["missile"])
        for side, sign in (("right", 1), ("left", -1)):
            if 0 < x + sign * wide_part < 1 and not _are_met(taken, (x, y), sign * wide_part):
                row.update(name=row["missile"], side=side)
                done.add(row["missile"])
                taken += [(x + sign * wide_part * share, y) for share in (0.5, 0.95)]
                break


def _wide(name: str) -> float:
    """Return about how much of the axis a name takes."""
    doubled = sum(east_asian_width(letter) == "W" for letter in name)
    return _LETTER_WIDE * (len(name) + doubled)


def _are_met(taken: Sequence[tuple[float, float]], spot: tuple[float, float], reach: float) -> bool:
    """Return whether a name from a spot to one side would lie over what is taken."""
    (x, y), sign = spot, 1 if reach > 0 else -1
    return any(
        _SIGN_WIDE < sign * (each_x - x) < abs(reach) and abs(each_y - y) < _NAME_HIGH
        for each_x, each_y in taken
    )


def _lines(
    least: Line,
    speeds: Sequence[tuple[str, Line]],
    ends: tuple[float, float],
    axes: tuple[alt.X, alt.Y],
    manner: Manner,
) -> list[Any]:
    """Return the lines behind the flights, those of equal speed with their distance."""
    look, (wide, high) = manner.look, ends
    rows = [
        {"distance": x, "apogee": y, "speed": speed, "nth": nth}
        for speed, line in speeds
        for nth, (x, y) in enumerate(line)
        if x <= wide and y <= high
    ]
    best = [
        {"distance": x, "apogee": y, "nth": nth}
        for nth, (x, y) in enumerate(least)
        if x <= wide and y <= high
    ]
    across, up = axes
    thin = alt.Chart(alt.InlineData(values=rows)).encode(x=across, y=up, detail="speed:N")
    flat = alt.Chart(alt.InlineData(values=best)).encode(x=across, y=up)
    heads = [row for row in rows if row["nth"] == 0]
    words: dict[str, Any] = {"color": look.faint, "fontSize": SMALL_PX, "aria": False}
    best_words = manner.tell("the best angle for range")
    return [
        thin.mark_line(color=look.line, strokeWidth=1.3, aria=False).encode(order="nth:Q"),
        flat.mark_line(
            color=look.faint, strokeWidth=1.6, strokeDash=[6, 4], aria=False
        ).encode(order="nth:Q"),
        alt.Chart(alt.InlineData(values=heads))
        .mark_text(align="left", baseline="bottom", dx=5, dy=-2, **words)
        .encode(x=across, y=up, text="speed:N"),
        alt.Chart(alt.InlineData(values=[best[round(_WORDS_AT * len(best))]]))
        .mark_text(align="left", baseline="top", dx=6, dy=6, **words)
        .encode(x=across, y=up, text=alt.value(best_words)),
    ]  # fmt: skip


def _signs(
    rows: list[dict[str, Any]], told: Sequence[str], axes: tuple[alt.X, alt.Y], manner: Manner
) -> list[Any]:
    """Return the flights: what links several reports of one, their signs, arrows and names."""
    look, (across, up) = manner.look, axes
    signs = _SIGNS[: len(told)]
    hues = [*(look.hues[hue] for _, hue in signs), look.faint]
    shapes = [*(outline for outline, _ in signs), _OTHERS]
    names = [*told, manner.tell("others")]
    color = alt.Color("sign:N").scale(domain=names, range=hues).legend(columns=3, title=None)
    shape = alt.Shape("sign:N").scale(domain=names, range=shapes).legend(columns=3, title=None)
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=across, y=up)
    clicked = base.encode(
        href="link:N", description="heard:N", tooltip=alt.Tooltip("heard:N", title=None)
    )
    sign: dict[str, Any] = {"size": _SIZE, "opacity": 1, "strokeWidth": 1.8}
    words: dict[str, Any] = {"fontSize": SMALL_PX, "aria": False, "baseline": "middle"}
    return [
        base.mark_line(color=look.faint, strokeWidth=1, opacity=0.6, aria=False).encode(
            detail="flight:N"
        ),
        clicked.transform_filter("!datum.lofted")
        .mark_point(filled=False, fill=look.paper, **sign)
        .encode(color=color, shape=shape),
        clicked.transform_filter("datum.lofted")
        .mark_point(filled=True, **sign)
        .encode(color=color, shape=shape),
        base.transform_filter("datum.floor")
        .mark_point(shape=_FLOOR, size=_SIZE, filled=False, strokeWidth=1.8, opacity=1, aria=False)
        .encode(color=color),
        *(
            base.transform_filter(f"datum.name != '' && datum.side == '{side}'")
            .mark_text(**{**words, **paint, "align": align, "dx": dx})
            .encode(text="name:N")
            for side, align, dx in (("right", "left", 9), ("left", "right", -9))
            for paint in (halo_of(look), {"color": look.ink})
        ),
    ]
