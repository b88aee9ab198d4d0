"""The third part of the page: launches per year, by class and outcome."""

from __future__ import annotations

from typing import Final

import streamlit as st

from geo.evidence import launch_strips
from geo.link import View
from geo.records import LAUNCHES_END, LaunchCount
from geo.words import format_date, format_number
from ui.charts import launch_chart
from ui.evidence.asked import address_of, row_address
from ui.evidence.numbers import Cell, number_table, source_cell
from ui.evidence.shown import Shown, manner_of, show_chart

_TABLE: Final = "launches_by_year"


def show_launches(view: View) -> None:
    """Show the chart of launches per year, up to when they are counted, and its table."""
    tell, counts = view.tell, view.catalog.launches
    first, last = min(count.year for count in counts), max(count.year for count in counts)
    title = tell("Launches per year, {first} to {last}", first=str(first), last=str(last))
    day = format_date(LAUNCHES_END, view.lang)
    st.header(title)
    st.write(
        tell(
            "All launches of the list by class of missile: filled is a success, an outline a "
            "failure, a light filling an outcome that is not told, as of most launches of 2025 and "
            "2026. The last year is counted up to {day}.",
            day=day,
        )
    )
    launches = sum(count.launches for count in counts)
    description = tell.plural(
        "Chart: 1 launch by year, class and outcome. The table below has the same numbers.",
        "Chart: {n} launches by year, class and outcome. The table below has the same numbers.",
        n=launches,
    )
    chart = launch_chart(launch_strips(view.catalog), day, _link, manner_of(view))
    credit = tell("Counted from: {source}", source=counts[0].source.name)
    show_chart(
        chart,
        Shown("launches", _TABLE, title, description, credit, address_of("evidence")),
        view.lang,
    )
    st.html(_table(title, view))


def _link(count: LaunchCount) -> str:
    return row_address(_TABLE, count.id)


def _table(title: str, view: View) -> str:
    tell = view.tell
    heads = (
        *(tell("year"), tell("missile class"), tell("outcome"), tell("launches"), tell("source")),
    )
    rows = [
        (
            Cell(
                tell("{year}, counted in part", year=str(count.year))
                if count.is_partial
                else str(count.year)
            ),
            Cell(count.missile_class_words),
            Cell(count.outcome_words),
            Cell(format_number(count.launches, view.lang), _link(count), is_number=True),
            source_cell(count.source),
        )
        for count in view.catalog.launches
    ]
    return number_table(tell("The same numbers as a table"), title, heads, rows)
