"""The address of the page: read a Scenario from it.

The browser alone writes the address of the map, at once, as a step of its history. On rest, and
after a step back, it hands over the query in a commit, which holds from then on: what Streamlit
knows of the address is what the page was opened with. Panning writes only `at`, and reaches Python
with the next commit.
"""

from __future__ import annotations

import streamlit as st

from geo.link import Pairs, parse_pairs
from geo.words import chosen
from ui.visitor import dropped, read_commit


def address_pairs() -> Pairs:
    """Return the keys and values of the address, but for those that Streamlit keeps to itself."""
    return [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]


def committed_pairs(raw: object) -> Pairs:
    """Return the keys and values of a commit, those of the address if it is none."""
    commit = read_commit(raw)
    if commit is not None:
        return parse_pairs(commit.query)
    if raw is not None:
        dropped.warn("a commit of a visitor was dropped: not what a panel sends")
    return address_pairs()


def page_language() -> str:
    """Return the language of the page: what its link says, else the browser's (words.js too)."""
    return chosen(st.query_params.get("lang"), st.context.locale)
