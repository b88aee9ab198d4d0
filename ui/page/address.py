"""The address of the page: read a Scenario from it, write a change to it.

The browser owns the scene while someone plays; on rest it hands over one
commit, whose query string becomes the address. Panning writes only `at`, in
the browser, and reaches Python with the next commit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from geo.link import Pairs, Problem, View, Visit, decode, parse_pairs, read_visit
from geo.records import Catalog
from geo.words import LANGUAGES, spoken
from ui.visitor import dropped, read_commit

_FRESH = "commit_is_fresh"
_STREAMLIT_KEYS = frozenset(("embed", "embed_options"))  # not ours to write


def address_pairs() -> Pairs:
    """Return the keys and values of the address, but for those that Streamlit keeps to itself."""
    return [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]


def read_address(catalog: Catalog) -> tuple[View, Visit, list[Problem]]:
    """Return the view of the address, what the visit is for, and what could not be used.

    Its language is that of the page, which the catalog is in.
    """
    pairs = address_pairs()
    scenario, problems = decode(pairs, catalog)
    visit, _ = read_visit(pairs, catalog)  # its problems are among those of decode()
    return View(replace(scenario, lang=catalog.lang), catalog), visit, problems


def problem_rows(problems: Iterable[Problem], lang: str) -> list[dict[str, str]]:
    """Return what of an address could not be used as a page shows it: in its own language."""
    return [{"key": each.key, "value": each.value, "problem": each.said(lang)} for each in problems]


def write_address(raw: object) -> None:
    """Make the query string of a commit the address; one step in the browser's history.

    What is no commit changes nothing.
    """
    commit = read_commit(raw)
    if commit is None:
        dropped.warn("a commit of a visitor was dropped: not what a panel sends")
        return
    values: dict[str, list[str]] = {}
    for key, value in parse_pairs(commit.query):
        values.setdefault(key, []).append(value)
    st.query_params.from_dict(
        {key: each for key, each in values.items() if key not in _STREAMLIT_KEYS}
    )
    st.session_state[_FRESH] = address_pairs()


def take_freshness() -> bool:
    """Return whether this run answers a commit; the next run does not, unless told again.

    A run that a step back in the browser's history cut short leaves its freshness to the next one,
    which has another address.
    """
    return bool(st.session_state.pop(_FRESH, None) == address_pairs())


def page_language() -> str:
    """Return the language of the page: what its link says, else the browser's (words.js too)."""
    asked = st.query_params.get("lang", "")
    return asked if asked in LANGUAGES else spoken(st.context.locale)
