"""Any text is a story file or refused, and any story file is read as written."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.story.storyfiles import FILE, STEP, check

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*FILE, *STEP, "en", "ko"]) | st.text(max_size=5), inner, max_size=6
        )
    ),
    max_leaves=25,
)


@settings(max_examples=150)
@given(JSON)
def test_no_json_makes_the_check_fail(value: Any) -> None:
    story, faults = check(value)
    assert (story is None) == bool(faults)


@settings(max_examples=100)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_make_the_check_fail(body: bytes) -> None:
    story, faults = check(body)
    assert story is None
    assert faults


@settings(max_examples=100)
@given(
    st.dictionaries(st.sampled_from([*FILE, "x"]), JSON),
    st.dictionaries(st.sampled_from([*STEP, "x"]), JSON),
)
def test_no_near_story_makes_the_check_fail(top: dict[str, Any], step: dict[str, Any]) -> None:
    story, faults = check(FILE | top | {"steps": [STEP | step]})
    assert (story is None) == bool(faults)


LINES = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="{}"),
    min_size=1,
    max_size=100,
)
TEXTS = LINES.map(str.strip).filter(bool)
WORDS = TEXTS | st.fixed_dictionaries({"en": TEXTS, "ko": TEXTS})
VIEWS = st.sampled_from(["ring=sohae~8000", "?ring=39,125~3000-5500~a&show=arcs&to=seoul", "show="])
STEPS = st.fixed_dictionaries(
    {"title": WORDS, "text": WORDS, "view": VIEWS}, optional={"question": WORDS}
)
FILES = st.fixed_dictionaries(
    {"reachmap_story": st.just(1), "title": WORDS, "about": WORDS,
     "steps": st.lists(STEPS, min_size=1, max_size=3)},
    optional={"author": WORDS},
)  # fmt: skip


@settings(max_examples=60)
@given(FILES)
def test_valid_story_is_read_as_written(content: dict[str, Any]) -> None:
    story, faults = check(content)
    assert faults == []
    assert story is not None
    for step, written in zip(story.steps, content["steps"], strict=True):
        text = written["text"]
        expected = text if isinstance(text, dict) else {"en": text, "ko": text}
        assert step.text == expected
        assert step.view == written["view"]
