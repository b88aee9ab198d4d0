"""What a browser may say to its class: read as agreed, and any other text is no message."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rooms.plainroom import VOTER
from ui.rooms.messages import (
    Answer,
    Ask,
    Drag,
    End,
    Lead,
    Reveal,
    StopAsking,
    WholeView,
    read_message,
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"lead": "x"}', Lead("x")),
        ('{"scene": {"query": "a=1", "active": 2}}', Drag("a=1")),
        ('{"scene": {"query": "", "map": [800, 600], "later": 1}}', Drag("", (800, 600))),
        ('{"query": "a=1"}', WholeView("a=1", None)),
        ('{"query": "a=1", "active": 1}', WholeView("a=1", None)),
        ('{"query": "", "words": null, "fit": true}', WholeView("", None, None, True)),
        ('{"poll": null}', StopAsking()),
        ('{"poll": {"kind": "believe"}}', Ask("believe")),
        ('{"poll": {"kind": "in_out", "place": "x", "ring": 1}}', Ask("in_out", "x", 1)),
        ('{"reveal": false}', Reveal(False)),
        ('{"end": true}', End()),
        (
            '{"answer": {"poll": "x", "choice": 0}, "voter": "abcdefgh"}',
            Answer("x", 0, VOTER),
        ),
    ],
)
def test_message_as_agreed_is_read(text: str, message: object) -> None:
    assert read_message(text) == message


@pytest.mark.parametrize("voter", ["abcdefg", "a" * 33, "abcdefg-", "abcdefgé", 12345678, None])
def test_voter_that_no_browser_draws_has_no_vote(voter: object) -> None:
    assert read_message(json.dumps({"answer": {"poll": "x", "choice": 0}, "voter": voter})) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(
            ["lead", "scene", "query", "active", "words", "title", "poll", "kind", "place", "ring",
             "reveal", "end", "answer", "choice", "voter", "map", "fit"]
        ) | st.text(max_size=5),
        inner,
        max_size=4,
    ),
    max_leaves=10,
)  # fmt: skip


@given(JSON.map(json.dumps) | st.text())
@settings(max_examples=150)
def test_any_text_is_a_message_or_nothing(text: str) -> None:
    message = read_message(text)
    if isinstance(message, WholeView | Drag):
        message.query.encode()  # no halves of characters
