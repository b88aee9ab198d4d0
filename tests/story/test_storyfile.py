"""A story file by whoever: taken whole, or every fault named with step and field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geo.facts.limits import MAX_STORY_STEPS
from geo.story.file import MAX_FAULTS
from tests.story.storyfiles import FILE, STEP, check, with_step, without
from tests.support import BIDI_CONTROLS


def test_valid_file_is_taken_as_it_stands() -> None:
    story, faults = check(FILE)
    assert faults == []
    assert story is not None
    assert (story.id, story.title["en"], story.author["ko"]) == ("own", "T", "N")
    assert [step.view for step in story.steps] == ["ring=sohae~8000"] * 2


def test_what_may_be_missing_may_be_missing() -> None:
    bare = {"title": "T", "text": "A", "view": "?show="}
    story, faults = check({**without("author"), "steps": [bare]})
    assert faults == []
    assert story is not None
    assert (story.author["en"], story.steps[0].question["en"]) == ("", "")


def test_text_in_one_language_stands_for_both() -> None:
    story, faults = check(FILE | {"title": {"ko": "제목"}, "about": {"en": "A", "ko": "나"}})
    assert faults == []
    assert story is not None
    assert story.title == {"en": "제목", "ko": "제목"}
    assert story.about == {"en": "A", "ko": "나"}


def test_mark_of_some_editors_at_the_start_is_no_fault() -> None:
    assert check(b"\xef\xbb\xbf" + json.dumps(FILE).encode())[1] == []


def test_html_is_text() -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>`${`"
    story, faults = check(with_step(text=hostile, title=hostile))
    assert faults == []
    assert story is not None
    assert story.steps[1].text["en"] == hostile


WHOLE: list[tuple[bytes, str]] = [
    (b"", "file: is not JSON: line 1, character 1."),
    (b'{"reachmap_story": 1,\n oops}', "file: is not JSON: line 2, character 2."),
    (b"\xff\xfe{}", "file: line 1 is not UTF-8 text. Save the file as UTF-8."),
    (b'{\n"title": "\xe9"}', "file: line 2 is not UTF-8 text. Save the file as UTF-8."),
    (b"[" * 100_000, "file: is nested too deeply to be a story."),
    (b'{"a":' * 50_000, "file: is nested too deeply to be a story."),
    (b"[1]", "file: is not a story: expected a JSON object."),
    (b"null", "file: is not a story: expected a JSON object."),
    (b'"text"', "file: is not a story: expected a JSON object."),
    (b'{"reachmap_story": NaN}', "file: is not JSON: it holds a number that JSON does not have."),
    (b"9" * 5000, "file: is not JSON: it holds a number that JSON does not have."),
]


@pytest.mark.parametrize(("body", "said"), WHOLE, ids=range(len(WHOLE)))
def test_file_that_is_no_story_at_all(body: bytes, said: str) -> None:
    story, faults = check(body)
    assert story is None
    assert [str(fault) for fault in faults] == [said]


FAULTS: list[tuple[Any, list[str]]] = [
    (without("title"), ["title: is missing. Write a text."]),
    (without("about"), ["about: is missing. Write a text."]),
    (FILE | {"title": "  "}, ["title: is empty. Write a text."]),
    (FILE | {"title": 7}, ["title: 7: is no text."]),
    (FILE | {"title": ["T"]}, ["title: is no text."]),
    (FILE | {"title": {}}, ["title: is empty. Write a text."]),
    (FILE | {"title": {"en": "T", "fr": "T"}}, ["title: fr: is not a language; accepted: en, ko."]),
    (FILE | {"title": {"en": 1, "ko": "나"}}, ["title: en=1: is no text."]),
    (FILE | {"title": "x" * 121}, ["title: has 121 characters; at most 120 are accepted."]),
    (FILE | {"about": "x" * 401}, ["about: has 401 characters; at most 400 are accepted."]),
    (FILE | {"title": "a\nb"}, ["title: holds the control character U+000A. Remove it."]),
    (FILE | {"author": "a\x00b"}, ["author: holds the control character U+0000. Remove it."]),
    (FILE | {"onload": "alert(1)"}, [
        "onload: is not part of the format; accepted: reachmap_story, title, about, author, "]),
    (without("reachmap_story"), ['reachmap_story: expected "reachmap_story": 1.']),
    (FILE | {"reachmap_story": 2}, ['reachmap_story: 2: expected "reachmap_story": 1.']),
    (FILE | {"reachmap_story": True}, ['reachmap_story: true: expected "reachmap_story": 1.']),
    (FILE | {"reachmap_story": 1.0}, ['reachmap_story: 1.0: expected "reachmap_story": 1.']),
    (without("steps"), ["steps: expected a list of 1 to 40 steps."]),
    (FILE | {"steps": []}, ["steps: 0: expected a list of 1 to 40 steps."]),
    (FILE | {"steps": STEP}, ["steps: expected a list of 1 to 40 steps."]),
    (FILE | {"steps": [STEP] * 41}, ["steps: 41: expected a list of 1 to 40 steps."]),
    (FILE | {"steps": [STEP, "two"]}, [
        'step 2, step: "two": expected an object with title, text, question, view.']),
    (with_step(text=...), ["step 2, text: is missing. Write a text."]),
    (with_step(text=None), ["step 2, text: is missing. Write a text."]),
    (with_step(text="x" * 2001), [
        "step 2, text: has 2,001 characters; at most 2,000 are accepted."]),
    (with_step(question="x" * 301), [
        "step 2, question: has 301 characters; at most 300 are accepted."]),
    (with_step(text="a\x07"), ["step 2, text: holds the control character U+0007. Remove it."]),
    (with_step(text="\ud800"), ["step 2, text: holds the control character U+D800. Remove it."]),
    (with_step(script="alert(1)"), [
        "step 2, script: is not part of the format; accepted: title, text, question, view."]),
    (with_step(view=...), ["step 2, view: is missing. Write a text."]),
    (with_step(view={"en": "ring=sohae~8000"}), ["step 2, view: is no text."]),
    (with_step(view="ring=sohae~8000&" + "x" * 2000), [
        "step 2, view: has 2,016 characters; at most 2,000 are accepted."]),
    (with_step(view="story=five_ranges"), [
        "step 2, view: story: is not part of a view; "
        "accepted: ring, on, show, units, date, radar, at, base, to, title, note, name, legend, "
        "hide, tests."]),
    (with_step(view="https://reachmap.example/?ring=sohae~8000"), [
        "step 2, view: https://reachmap.example/?ring: is not part of a view; "
        "accepted: ring, on, show, units, date, radar, at, base, to, title, note, name, legend, "
        "hide, tests."]),
    (with_step(view="ring=sohae~5"), [
        "step 2, view: ring=sohae~5: a range must be between 10 and 19,900 km"]),
    (with_step(text="{kilometres:sohae>seoul}"), [
        "step 2, text: {kilometres:sohae>seoul}: is not a placeholder; accepted: {length:KM}, "]),
    (with_step(text="{km:sohae}"), [
        "step 2, text: {km:sohae}: is not complete; expected {km:SITE>PLACE}."]),
    (with_step(question="{km:mars>seoul}"), [
        "step 2, question: {km:mars>seoul}: 'mars' is neither the id of a launch site or place"]),
    (with_step(title="{reach:sohae~5>seoul}"), [
        "step 2, title: {reach:sohae~5>seoul}: '5' is not a range of 10 to 19900 km."]),
    (FILE | {"about": "{count:sohae~8000~people}"}, [
        "about: {count:sohae~8000~people}: 'people' cannot be counted; accepted: cities, bases."]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), FAULTS, ids=range(len(FAULTS)))
def test_fault_is_named_with_step_and_field(content: Any, said: list[str]) -> None:
    story, faults = check(content)
    assert story is None
    assert len(faults) == len(said)
    for fault, words in zip(faults, said, strict=True):
        assert str(fault).startswith(words)


@pytest.mark.parametrize("sign", BIDI_CONTROLS)
def test_sign_that_turns_text_around_is_refused(sign: str) -> None:
    (fault,) = check(with_step(text=f"a{sign}b"))[1]
    assert f"U+{ord(sign):04X}" in fault.problem


def test_key_given_twice_is_named_where_it_stands() -> None:
    text = json.dumps(FILE).replace('"text": "A text."', '"text": "A text.", "text": "B"', 1)
    (fault,) = check(text.encode())[1]
    assert (fault.step, fault.field, fault.problem) == (1, "text", "is given twice.")


def test_all_faults_of_a_file_are_named_at_once() -> None:
    bad = {"title": "", "text": "\x00", "view": "ring=sohae~5&ring=mars~8000&units=feet"}
    story, faults = check(FILE | {"title": "x" * 200, "more": 1, "steps": [bad, STEP, 3]})
    assert story is None
    assert [(fault.step, fault.field) for fault in faults] == [
        (None, "more"), (None, "title"), (1, "title"), (1, "text"), (3, "step"),
    ]  # fmt: skip
    # What views mean is looked at once the form is right: then all of it at once.
    faults = check(FILE | {"steps": [STEP | {"view": bad["view"]}, STEP | {"text": "{x}"}]})[1]
    assert [(fault.step, fault.field, fault.key) for fault in faults] == [
        (1, "view", "ring"), (1, "view", "ring"), (1, "view", "units"), (2, "text", ""),
    ]  # fmt: skip


def test_file_of_nothing_but_faults_is_told_in_a_list_that_ends() -> None:
    _, faults = check(FILE | {f"k{number}": 0 for number in range(20_000)})
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1].problem == f"{20_000 - MAX_FAULTS} more faults are not listed."


def test_file_that_would_keep_the_server_busy_is_refused() -> None:
    many = [STEP | {"text": "{sites} " * 100} for _ in range(5)]
    (fault,) = check(FILE | {"steps": many})[1]
    assert str(fault) == "file: holds 500 placeholders; at most 400 are accepted."
    around = " ".join(f"{{people:{lat},125~8000}}" for lat in range(13))
    (fault,) = check(with_step(text=around))[1]
    assert str(fault) == "file: counts people around 13 sites; at most 12 are accepted."
    assert check(with_step(text="{people:sohae~8000} {people:sohae~9000}" * 10))[1] == []


def test_long_values_are_cut_in_messages() -> None:
    _, faults = check(FILE | {"k" * 10_000: 0, "title": 10**4000, "author": [[["x"] * 99] * 99]})
    assert len(faults) == 3
    assert all(len(str(fault)) < 600 for fault in faults)


def test_faults_are_said_in_korean() -> None:
    _, faults = check(with_step(text="", script=1) | {"title": "x" * 121}, "ko")
    assert len(faults) == 3
    assert all(any("가" <= sign <= "힣" for sign in fault.problem) for fault in faults)


def test_longest_story_is_accepted() -> None:
    step = {"title": "x" * 120, "text": "나" * 2000, "question": "x" * 300, "view": "show=cities"}
    assert check(FILE | {"about": "x" * 400, "steps": [step] * MAX_STORY_STEPS})[1] == []
