"""What the map fetches of stories, and what a teacher's file is answered."""

from __future__ import annotations

import json

import pytest

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.files.datafiles import DATA_DIR
from geo.link.query import decode, parse_pairs
from tests.story.storyfiles import FILE, STEP, with_step
from tests.support import Answer, ask, errors_of
from ui.scene.scenes import scene_of

STORIES = [story.id for story in load_catalog().stories]


def post(body: bytes, query: str = "") -> Answer:
    return ask(f"/live/story.json{query}", "POST", {"content-type": "application/json"}, body)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_list_names_every_story_and_step(lang: str) -> None:
    listed = ask(f"/live/stories.json?lang={lang}").json()
    assert [story["id"] for story in listed] == STORIES
    for told, story in zip(listed, load_catalog().stories, strict=True):
        assert list(told) == ["id", "title", "about", "steps"]
        assert told["title"] == story.title[lang]
        assert len(told["steps"]) == len(story.steps)
        assert not any("{" in step["title"] for step in told["steps"])


@pytest.mark.parametrize("story_id", STORIES)
def test_story_comes_with_its_scenes_and_its_numbers_in_place(story_id: str) -> None:
    told = ask(f"/live/story.json?id={story_id}&lang=en&units=km").json()
    story = load_catalog().story(story_id)
    assert story is not None
    assert list(told) == ["id", "title", "about", "steps"]
    for step, written in zip(told["steps"], story.steps, strict=True):
        assert list(step) == ["title", "text", "question", "query", "scene"]
        assert step["query"] == written.view
        scenario, _ = decode(parse_pairs(written.view), load_catalog())
        assert step["scene"] == scene_of(view_of(scenario))
        assert not any("{" in step[field] for field in ("title", "text", "question"))


def test_story_in_the_reader_s_language_and_units() -> None:
    told = ask("/live/story.json?id=near_and_far&lang=ko&units=mi").json()
    assert told["title"].startswith("가깝고 먼 곳")
    assert told["steps"][0]["title"].startswith("서울: 133 ")  # 214 km
    assert {step["scene"]["units"] for step in told["steps"]} == {"mi"}
    assert {step["scene"]["lang"] for step in told["steps"]} == {"ko"}


def test_languages_and_units_that_do_not_exist_are_named() -> None:
    for target in ("stories.json?", "story.json?id=near_and_far&"):
        answer = ask(f"/live/{target}lang=xx&units=feet")
        assert answer.status == 400
        assert {error["key"] for error in errors_of(answer)} == {"lang", "units"}
    assert post(json.dumps(FILE).encode(), "?lang=xx").status == 400


@pytest.mark.parametrize("path", ["story.json", "storyfile.json"])
@pytest.mark.parametrize("asked", ["", "own", "atlantis", "..%2Ffive_ranges", "%00", "x" * 900])
def test_unknown_story_is_named_with_those_there_are(path: str, asked: str) -> None:
    answer = ask(f"/live/{path}?id={asked}")
    assert answer.status == 400
    (error,) = errors_of(answer)
    assert error["key"] == "id"
    assert all(story in error["problem"] for story in STORIES)


@pytest.mark.parametrize("path", ["stories.json", "story.json?id=five_ranges"])
def test_browser_asks_again_and_is_told_that_nothing_changed(path: str) -> None:
    tag = ask(f"/live/{path}").headers["etag"]
    assert ask(f"/live/{path}", headers={"if-none-match": tag}).status == 304


def test_file_of_a_shipped_story_is_answered_as_it_ships() -> None:
    for story in STORIES:
        body = (DATA_DIR / "stories" / f"{story}.json").read_bytes()
        assert ask(f"/live/storyfile.json?id={story}").body == body
        assert post(body).status == 200


def test_own_file_is_answered_like_a_shipped_story() -> None:
    answer = post(json.dumps(with_step(text="{km:sohae>seoul} {reach:sohae~8000>seoul}")).encode())
    assert answer.status == 200
    told = answer.json()
    assert (told["id"], told["title"]) == ("own", "T")
    assert told["steps"][1]["text"] == "305 km inside"
    assert told["steps"][1]["scene"]["rings"][0]["site"] == "sohae"


def test_faults_of_an_own_file_are_all_told_and_nothing_else() -> None:
    answer = post(json.dumps(with_step(view="ring=sohae~5&units=feet", more=1)).encode())
    assert answer.status == 400
    assert list(answer.json()) == ["errors"]
    (first,) = answer.json()["errors"]
    assert first == {
        "key": "more", "value": "", "step": 2, "field": "more",
        "problem": "is not part of the format; accepted: title, text, question, view.",
    }  # fmt: skip
    answer = post(json.dumps(with_step(view="ring=sohae~5&units=feet")).encode())
    told = [(each["key"], each["value"], each["field"]) for each in answer.json()["errors"]]
    assert told == [("ring", "sohae~5", "view"), ("units", "feet", "view")]


def test_file_that_is_too_large_is_refused_unread() -> None:
    answer = post(json.dumps(FILE | {"about": "x" * 300_000}).encode())
    assert answer.status == 413
    (error,) = errors_of(answer)
    assert "256 kB" in error["problem"]
    assert post(json.dumps(FILE | {"steps": [STEP]}).encode() + b" " * 200_000).status == 200


def test_other_methods_are_refused() -> None:
    assert ask("/live/story.json", "DELETE").status == 405
    assert ask("/live/stories.json", "POST").status == 405
