"""A story on the map: step by step by keyboard, button and finger, each step a link."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect

from tests.browser.atonce import click_and_choose_miles
from tests.browser.conftest import Open
from tests.browser.screen import Screen
from tests.support import ROOT

FILES = sorted((ROOT / "data" / "stories").glob("*.json"))
STORIES = [file.stem for file in FILES]


@cache
def told(story: str) -> dict[str, Any]:
    text = (ROOT / "data" / "stories" / f"{story}.json").read_text("utf-8")
    return dict(json.loads(text))


def steps_of(story: str) -> list[dict[str, Any]]:
    return list(told(story)["steps"])


def main_ranges(step: dict[str, Any]) -> list[float]:
    """Return the range of each ring shown of a step, as its file writes them: best, else high."""
    pairs = parse_qsl(step["view"])
    hidden = {int(number) for key, value in pairs if key == "hide" for number in value.split(",")}
    every = [value for key, value in pairs if key == "ring"]
    rings = [ring for number, ring in enumerate(every, start=1) if number not in hidden]
    ranges = [ring.split("~")[1].split("-") for ring in rings]
    return [float(each[1] if len(each) == 3 else each[-1]) for each in ranges]


def wait_for_step(screen: Screen, story: str, number: int) -> None:
    """Wait until map, box and address are at a step."""
    steps = steps_of(story)
    expect(screen.page.get_by_test_id("story-progress")).to_have_text(f"{number} of {len(steps)}")
    screen.eventually(lambda: screen.ranges() == main_ranges(steps[number - 1]), f"step {number}")
    screen.eventually(
        lambda: (
            {"story": story, "step": str(number)}.items() <= dict(screen.query()).items()
            and not screen.rings_in_address()
        ),
        f"the address of step {number}",
    )


def test_at_least_four_stories_are_shipped() -> None:
    assert len(STORIES) >= 4


@pytest.mark.parametrize("story", STORIES)
def test_story_is_told_from_start_to_end_by_keyboard(follow: Open, story: str) -> None:
    screen = follow(f"story={story}")
    expect(screen.page.locator(".rm-story-name")).to_have_text(told(story)["title"]["en"])
    expect(screen.page.get_by_test_id("story-progress")).to_contain_text("1 of ")
    last = len(steps_of(story))
    seen = []
    for number in range(1, last + 1):
        if number > 1:
            wait_for_step(screen, story, number)
        expect(screen.page.get_by_test_id("story")).to_be_visible()
        seen.append(screen.page.get_by_test_id("story-step").inner_text())
        screen.page.keyboard.press("ArrowRight" if number % 2 else "Space")
    assert len(set(seen)) == last, "each step has words of its own"
    assert not [text for text in seen if "{" in text], "a number was not put in"
    expect(screen.page.locator(".st-key-story-next")).to_be_disabled()
    screen.page.keyboard.press("ArrowLeft")
    wait_for_step(screen, story, last - 1)


def test_step_is_a_link_whose_other_keys_come_first(open_tab: Open) -> None:
    story = STORIES[0]
    screen = open_tab(f"story={story}&step=2&ring=sohae~4321&show=cities")
    expect(screen.page.get_by_test_id("story-progress")).to_contain_text("2 of ")
    assert screen.ranges() == [4321]
    screen.slider(0).press("ArrowRight")
    screen.wait_for_address("sohae~4331")
    assert dict(screen.query())["step"] == "2", "what was changed is told beside the step"
    screen.page.locator(".st-key-story-next").click()
    wait_for_step(screen, story, 3)
    screen.page.go_back()
    screen.eventually(lambda: screen.ranges() == [4331], "the step before, as it was left")
    expect(screen.page.get_by_test_id("story-progress")).to_contain_text("2 of ")
    screen.page.locator(".st-key-story-close").click()
    expect(screen.page.get_by_test_id("story")).to_be_hidden()
    screen.eventually(lambda: "story" not in dict(screen.query()), "a link without the story")
    assert screen.rings_in_address() == ["sohae~4331"]


def test_change_made_while_the_rings_still_move_is_kept(follow: Open) -> None:
    screen = follow(f"story={STORIES[0]}&step=3")
    click_and_choose_miles(screen, ".st-key-story-next")
    wait_for_step(screen, STORIES[0], 4)
    screen.wait_for_key("units", "mi")
    expect(screen.page.get_by_label("Units")).to_have_value("mi")
    expect(screen.page.get_by_test_id("story-progress")).to_contain_text("4 of ")


def test_bad_step_is_named_and_the_story_begins(follow: Open) -> None:
    screen = follow(f"story={STORIES[0]}&step=99")
    expect(screen.message).to_contain_text("step=99 was not used")
    expect(screen.page.get_by_test_id("story-progress")).to_contain_text("1 of ")


def test_finger_turns_a_story_on_a_phone_and_the_map_stays_in_sight(visit: Open) -> None:
    story = STORIES[0]
    size = {"width": 390, "height": 844}
    screen = visit(f"story={story}", viewport=size, is_mobile=True, has_touch=True)
    words = screen.page.get_by_test_id("story-step")
    swipe = """(node, [from, to]) => [["pointerdown", from], ["pointerup", to]].forEach(
        ([kind, x]) => node.dispatchEvent(new PointerEvent(kind,
            { bubbles: true, pointerType: "touch", clientX: x, clientY: 700 })))"""
    words.evaluate(swipe, [300, 120])
    wait_for_step(screen, story, 2)
    words.evaluate(swipe, [120, 300])
    wait_for_step(screen, story, 1)
    words.evaluate(swipe, [120, 130])
    screen.frames(3)
    wait_for_step(screen, story, 1)
    top = "() => document.querySelector('[data-testid=story]').getBoundingClientRect().y"
    screen.until(f"{top} > {size['height']} * 0.45", "the story to leave the map its half")
    screen.page.get_by_label("Text of the story").click()
    expect(words).to_be_hidden()
    expect(screen.slider(0)).to_be_in_viewport()
