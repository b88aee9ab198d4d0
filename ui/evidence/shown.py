"""A chart in the page: drawn, with what saves it as a picture and what leads to its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from geo.link import View
from geo.words import caveat, say
from ui.charts import Manner, look_of
from ui.evidence.asked import csv_address
from ui.page import component


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart with the words of its picture: `credit` names its sources.

    `name` is that of the file and of the element, `table` that of its numbers in data/, `address`
    that of the page.
    """

    name: str
    table: str
    title: str
    description: str
    credit: str
    address: str


def manner_of(view: View) -> Manner:
    """Return how a chart speaks and looks to this visitor."""
    return Manner(view.tell, view.units, look_of(st.context.theme.type))


def show_chart(chart: Any, shown: Shown, lang: str) -> None:
    """Show a chart, and below it what makes a picture of it."""
    tell = say(lang)
    with st.container(key=f"chart_{shown.name.replace('-', '_')}"):
        st.altair_chart(chart, theme=None, width="stretch", alt=shown.description)
        component("chart", "evidence")(
            data={
                "name": shown.name,
                "title": shown.title,
                "notes": [shown.credit, caveat(lang), "Reachmap"],
                "save": tell("Save as a picture (PNG)"),
                "address": shown.address,
                "csv": {
                    "href": csv_address(shown.table),
                    "words": tell("All numbers of the table (CSV)"),
                },
            },
            key=f"tools_{shown.name.replace('-', '_')}",
        )
