"""The second part of the page: flights on record, how high against how far."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

import streamlit as st

from geo.evidence import (
    FlightPoint,
    equal_speed_line,
    flight_points,
    least_energy_line,
)
from geo.link import View
from geo.words import KM_PER_UNIT, format_date, format_length, format_number
from ui.charts import flight_chart
from ui.evidence.asked import address_of, map_of_flight, row_address
from ui.evidence.numbers import Cell, number_table, source_cell
from ui.evidence.shown import Shown, manner_of, show_chart

_SPEEDS_KM: Final = (1_000.0, 3_000.0, 5_500.0, 10_000.0)  # where classes begin, and one more


def show_flights(view: View) -> None:
    """Show the chart of flights, what its lines mean, and its table."""
    tell, units = view.tell, view.units
    points = flight_points(view.catalog, units)
    title = tell("Flights: how high, how far")
    st.header(title)
    st.write(
        tell(
            "Each sign is what somebody reported of a flight: filled where it was lofted, hollow "
            "where not, with an arrow upwards where the altitude is a floor; a thin line joins "
            "different reports of one flight. Colour and shape tell the missiles with the most "
            "reports. A choice opens the lab, which shows what range follows. Both axes are "
            "stretched near zero."
        )
    )
    most_km = max(point.distance for point in points) * 1.1 * KM_PER_UNIT[units]
    speeds = [
        (format_length(km, units, view.lang), equal_speed_line(km, units)) for km in _SPEEDS_KM
    ]
    links = [address_of("lab", test=point.flight.id) for point in points]
    description = tell.plural(
        "Chart: 1 report of a flight, altitude against distance. The table below has the same "
        "numbers.",
        "Chart: {n} reports of flights, altitude against distance. The table below has the same "
        "numbers.",
        n=len(points),
    )
    chart = flight_chart(points, least_energy_line(most_km, units), speeds, links, manner_of(view))
    credit = tell("Flights as reported by those named; list of sources on the page Sources.")
    show_chart(
        chart,
        Shown("flights", "tests", title, description, credit, address_of("evidence")),
        view.lang,
    )
    st.html(_table(title, points, links, view) + _remarks(len(points), view))


def _remarks(shown: int, view: View) -> str:
    """Return what the lines are, and what is not on the chart."""
    lines = view.tell(
        "Grey lines: lofted flights of equal speed, each with the distance that this speed carries "
        "at the best angle, for burnout at the ground, without drag and rotation. Broken line: "
        "flown at the best angle."
    )
    others = view.tell.plural(
        "1 more report gives no altitude or no distance, or is of a space launcher.",
        "{n} more reports give no altitude or no distance, or are of space launchers.",
        n=len(view.catalog.flight_reports) - shown,
    )
    return f'<p class="rm-small">{escape(lines)} {escape(others)}</p>'


def _table(title: str, points: Sequence[FlightPoint], links: Sequence[str], view: View) -> str:
    tell = view.tell
    heads = (
        *(
            tell("missile"),
            tell("date (its map)"),
            tell("altitude"),
            tell("distance"),
            tell("minutes"),
        ),
        *(tell("trajectory"), tell("outcome"), tell("reported by"), tell("source")),
    )
    rows = [_row(point, link, view) for point, link in zip(points, links, strict=True)]
    return number_table(tell("The same numbers as a table"), title, heads, rows)


def _row(point: FlightPoint, link: str, view: View) -> tuple[Cell, ...]:
    tell, lang, report = view.tell, view.lang, point.report
    height = f"{format_number(point.apogee, lang)} {view.units}"
    minutes = report.flight_time_min
    return (
        Cell(point.missile or tell("no type named"), link),
        Cell(format_date(point.flight.date, lang), map_of_flight(point.flight)),
        Cell(
            tell("at least {length}", length=height) if report.apogee_is_floor else height,
            row_address("tests", report.id),
            is_number=True,
        ),
        Cell(f"{format_number(point.distance, lang)} {view.units}", is_number=True),
        Cell("" if minutes is None else format_number(minutes, lang), is_number=True),
        Cell(point.flight.trajectory_words),
        Cell(report.outcome_words),
        Cell(report.reported_by),
        source_cell(report.source),
    )
