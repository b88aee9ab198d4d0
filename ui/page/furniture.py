"""The frame of a reading page: style sheet, links to the other pages, title, language."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from geo.facts import PAGES
from geo.share import ROW_KEY
from geo.words import LANGUAGES, Say, language_facts, say
from ui.page.address import page_language
from ui.page.components import page_furniture

# Keys that say what one page shows; no other page knows them.
_OF_ONE_PAGE: Final = (ROW_KEY, "id", "missile")


def reading_page(title: str) -> Say:
    """Start a page: style sheet, links to the map and the other pages, title.

    Returns what says a message in the page's language.
    """
    tell = page_frame()
    st.title(tell(title))
    return tell


def page_frame() -> Say:
    """Start a page whose title is none of the messages, as far as that."""
    tell = say(page_language())
    page_furniture("read")
    with st.container(horizontal=True, key="pages"):
        _link("map", f"\u2190 {tell('Back to the map')}")
        for page, name in PAGES.items():
            _link(page, tell(name))
        _language_links()
    return tell


def _link(page: str, label: str) -> None:
    """Link to a page with the same Scenario: changing pages would drop the query string."""
    kept = [(key, value) for key, value in _address_pairs() if key not in _OF_ONE_PAGE]
    st.page_link(f"../pages/{page}.py", label=label, query_params=kept)


def _address_pairs() -> list[tuple[str, str]]:
    return [(key, each) for key in st.query_params for each in st.query_params.get_all(key)]


def _language_links() -> None:
    """Link to the page in the other languages; a page loads anew for it (page.js, links.js)."""
    kept = [(key, value) for key, value in _address_pairs() if key != "lang"]
    for lang in LANGUAGES:
        if lang != page_language():
            query = escape(urlencode([*kept, ("lang", lang)]), quote=True)
            name = escape(language_facts(lang).name)
            st.html(
                f'<a class="rm-language" lang="{lang}" hreflang="{lang}" href="?{query}">{name}</a>'
            )
