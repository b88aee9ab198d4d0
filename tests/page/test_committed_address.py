"""Which query a page shows: that of the last commit, before the first that of its address."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

READING_COMMIT = """
import streamlit as st
from ui.page import committed_pairs
st.json(committed_pairs(st.session_state["commit"]))
"""


def committed(commit: object) -> AppTest:
    """Return a page that was opened with `?units=nmi` and says which query it is to show."""
    app = AppTest.from_string(READING_COMMIT, default_timeout=60)
    app.session_state["commit"] = commit
    app.query_params["units"] = "nmi"
    return app.run()


def test_commit_holds_over_the_address_that_the_page_was_opened_with() -> None:
    app = committed({"seq": 1, "query": "ring=sohae~8000~a%20b&ring=tonghae~500&show=&x=1"})
    assert json.loads(app.json[0].value) == [
        ["ring", "sohae~8000~a b"],
        ["ring", "tonghae~500"],
        ["show", ""],
        ["x", "1"],
    ]
    assert dict(app.query_params) == {"units": "nmi"}, "the browser alone writes the address"


def test_address_holds_before_the_first_commit() -> None:
    assert json.loads(committed(None).json[0].value) == [["units", "nmi"]]


@pytest.mark.parametrize(
    "query", [None, 7, "", "&&&", "%ff%zz", "a" * 100_000, "ring=sohae~500~\ud800"], ids=range(7)
)
def test_commit_that_no_panel_sends_does_not_break_the_page(query: object) -> None:
    assert not committed({"seq": 1, "query": query}).exception
