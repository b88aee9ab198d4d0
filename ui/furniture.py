"""What the pages beside the map share."""

from __future__ import annotations

from typing import Final

import streamlit as st

from geo.language import Say, say
from ui.address import page_language
from ui.components import page_furniture

PAGES: Final = {
    "stories": "Stories",
    "lesson": "Lesson",
    "quiz": "Quiz",
    "sources": "Sources",
    "methods": "Methods",
    "about": "About",
}


def reading_page(title: str) -> Say:
    """Start a page: style sheet, links to the map and the other pages, title.

    Returns what says a message in the page's language.
    """
    tell = say(page_language())
    page_furniture("read")
    with st.container(horizontal=True, key="pages"):
        _link("map", f"\u2190 {tell('Back to the map')}")
        for page, name in PAGES.items():
            _link(page, tell(name))
    st.title(tell(title))
    return tell


def _link(page: str, label: str) -> None:
    """Link to a page with the same Scenario: changing pages would drop the query string."""
    values = {key: st.query_params.get_all(key) for key in st.query_params}
    pairs = [(key, each) for key, all_values in values.items() for each in all_values]
    st.page_link(f"../pages/{page}.py", label=label, query_params=pairs)
