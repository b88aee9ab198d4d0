"""What a browser says is believed only as far as it can be read; the page goes on in any case."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.browser.server import running_app
from tests.sessions import Session
from ui.visitor.fromvisitor import (
    MAX_QUERY_CHARS,
    Commit,
    RateLimitedLog,
    is_state,
    read_commit,
    read_seq,
)
from ui.visitor.streamdoor import readable

GOOD = json.dumps({"commit": {"seq": 2, "query": "ring=sohae~6543&v=1"}})
COMMITS = (
    "5", '"x"', "[1]", "NaN", "true", "{}", '{"active": 1e308}', '{"query": "\\ud800"}',
    '{"query": {"a": 1}}', '{"query": ["ring=sohae~1"]}', '{"query": null}', '{"query": 1e400}',
    f'{{"query": "{"a" * 100_000}"}}', f'{{"query": "{"&" * 9_000}"}}',
    f'{{"active": {"9" * 5_000}}}',
    "[" * 100_000 + "]" * 100_000, '{"a":' * 900 + "1" + "}" * 900,
)  # fmt: skip
STATES = ("5", '"x"', "{", "", "[]", "null", "NaN", '{"active": 1e308}', '{"query": "\\ud800"}')
WRONG_KINDS: tuple[tuple[str, Any], ...] = (
    ("int_value", 5), ("bool_value", True), ("double_value", float("nan")), ("string_value", "{"),
    ("bytes_value", b"\xff"), ("arrow_value", None), ("double_array_value", None),
    ("string_array_value", None), ("file_uploader_state_value", None), ("chat_input_value", None),
    ("json_trigger_value", "{"), ("json_trigger_value", '[{"event": "commit", "value": 5}]'),
)  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("query"), inner),
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running app; its log must hold no traceback when it ends."""
    with running_app(tmp_path_factory.mktemp("server") / "log.txt") as url:
        yield url


def goes_on(session: Session) -> None:
    """The page shows no error, and the next commit that can be read is taken."""
    session.say("panel", "json_value", GOOD)
    assert session.exceptions == []
    assert session.shown == "ring=sohae~6543&v=1"


@pytest.mark.parametrize(
    "state", [*STATES, *(f'{{"commit": {each}}}' for each in COMMITS)], ids=lambda state: state[:40]
)
def test_state_that_no_panel_sends_changes_nothing(app: str, state: str) -> None:
    with Session(app, "ring=sohae~8000") as session:
        session.say("panel", "json_value", state)
        assert session.shown == "ring=sohae~8000"
        goes_on(session)


@pytest.mark.parametrize(("kind", "value"), WRONG_KINDS, ids=lambda part: str(part)[:30])
@pytest.mark.parametrize("component", ["panel", "summary", "page"])
def test_value_of_a_kind_that_no_component_has_is_dropped(
    app: str, component: str, kind: str, value: Any
) -> None:
    with Session(app, "ring=sohae~8000") as session:
        session.say(component, kind, value)
        goes_on(session)


@pytest.mark.parametrize(
    "query", ["&" * 5000, "ring=" + "a" * 100_000, "%", "ring=%00&lang=%ff", "a[b]=1&=3", "lang=xx"]
)
def test_query_that_no_link_holds_is_shown_as_far_as_it_can_be_used(app: str, query: str) -> None:
    with Session(app, query) as session:
        goes_on(session)


@pytest.mark.parametrize(
    "context", [{"locale": "\0"}, {"locale": "x" * 100_000}, {"url": "http://[::1"},
                {"url": "javascript:1"}, {"timezone": "Mars/X", "timezone_offset": 2**31 - 1}]
)  # fmt: skip
def test_context_that_no_browser_has_does_not_break_the_page(
    app: str, context: dict[str, Any]
) -> None:
    with Session(app, "ring=sohae~8000") as session:
        session.run(**context)
        goes_on(session)


def test_frames_that_are_no_messages_are_passed_over(app: str) -> None:
    with Session(app, "ring=sohae~8000") as session:
        for frame in ("text", b"", b"\xff\xff\xff", b"x" * 1_500_000):
            session.send(frame)
        goes_on(session)


@pytest.mark.parametrize("asked", ["clear_cache", "set_run_on_save", "debug_shutdown_runtime"])
def test_visitor_cannot_ask_for_what_touches_others(asked: str) -> None:
    message = BackMsg()
    setattr(message, asked, True)
    assert readable(message.SerializeToString()) is None


def test_frame_of_a_page_is_passed_on_byte_by_byte() -> None:
    message = BackMsg()
    state = message.rerun_script.widget_states.widgets.add(id="a")
    state.json_value = GOOD
    frame = message.SerializeToString()
    assert readable(frame) == frame


def test_only_the_state_that_cannot_be_read_is_taken_out() -> None:
    message = BackMsg()
    for id_, text in (("a", GOOD), ("b", "{"), ("c", "null"), ("d", '"text"')):
        message.rerun_script.widget_states.widgets.add(id=id_).json_value = text
    left = BackMsg.FromString(readable(message.SerializeToString()) or b"")
    assert [state.id for state in left.rerun_script.widget_states.widgets] == ["a", "c"]


@given(json_values)
def test_whatever_json_holds_a_commit_is_one_or_none(raw: object) -> None:
    commit = read_commit(raw)
    assert commit is None or len(commit.query.encode()) >= len(commit.query)
    assert 0 <= read_seq(raw) < 2**53


@given(st.text())
def test_whatever_text_comes_is_a_state_or_none(text: str) -> None:
    if is_state(text):
        assert isinstance(json.loads(text), (dict, list, type(None)))


@given(st.binary())
def test_whatever_bytes_come_are_read_or_dropped(frame: bytes) -> None:
    left = readable(frame)
    assert left is None or BackMsg.FromString(left)


@pytest.mark.parametrize(
    ("raw", "commit"),
    [({"query": "ring=sohae~1", "later": 1}, Commit("ring=sohae~1")),
     ({"query": ""}, Commit("")),
     ({"query": "a" * MAX_QUERY_CHARS}, Commit("a" * MAX_QUERY_CHARS)),
     ({"query": "a" * (MAX_QUERY_CHARS + 1)}, None),
     ({"query": "ring=sohae~8000&x=" + "y" * MAX_QUERY_CHARS}, Commit("ring=sohae~8000")),
     ({"seq": 1}, None), ([], None), (None, None), ("query", None)],
)  # fmt: skip
def test_commit_is_read_to_its_type(raw: object, commit: Commit | None) -> None:
    assert read_commit(raw) == commit


@pytest.mark.parametrize(
    ("raw", "seq"),
    [({"seq": 7}, 7), ({"seq": 2**53}, 0), ({"seq": -1}, 0), ({"seq": True}, 0), ({"seq": "7"}, 0),
     ({}, 0), (None, 0)],
)  # fmt: skip
def test_number_of_a_commit_is_read_or_none(raw: object, seq: int) -> None:
    assert read_seq(raw) == seq


def test_flood_of_what_is_dropped_writes_one_line(caplog: pytest.LogCaptureFixture) -> None:
    limited = RateLimitedLog()
    with caplog.at_level(logging.WARNING, logger="reachmap"):
        for _ in range(1_000):
            limited.warn("a frame was dropped")
    assert [record.getMessage() for record in caplog.records] == ["a frame was dropped"]
