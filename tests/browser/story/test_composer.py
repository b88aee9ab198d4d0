"""The page on which teachers write stories: by keyboard, with every fault of a file named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.screen import STYLED, Screen
from tests.browser.visitors.test_accessibility import grave_violations

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
# The server's answer to a faulty file, and Streamlit looking for its server below the page's path.
EXPECTED = ("/live/story.json", "/_stcore/")
STEP = {"title": "One", "text": "A text.", "view": "ring=sohae~8000"}
FILE = {"reachmap_story": 1, "title": "Mine", "about": "Of it", "steps": [STEP]}
HOSTILE = "<img src=x onerror='window.hit=1'><script>window.hit=1</script>"


@pytest.fixture
def composer(visit_bare: Open) -> Page:
    return open_composer(visit_bare())


def open_composer(screen: Screen, lang: str = "en") -> Page:
    """Go to the page, in a browser that has kept nothing."""
    screen.faults.expect(errors=EXPECTED)
    screen.page.goto(f"{screen.home}/stories?lang={lang}")
    expect(screen.page.locator(".rm-story-step")).to_have_count(1)
    screen.until(f"() => {STYLED}", "the style")
    return screen.page


def said(page: Page) -> Locator:
    return page.get_by_test_id("story-said")


def faults(page: Page) -> Locator:
    return page.get_by_test_id("story-faults").locator("li")


def press(page: Page, name: str) -> None:
    """Press a button as the keyboard does."""
    page.get_by_role("button", name=name, exact=True).press("Enter")


def load(page: Page, name: str, content: Any) -> None:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    chosen = {"name": name, "mimeType": "application/json", "buffer": body}
    page.get_by_label("Load file").set_input_files(chosen)


def write(page: Page, *texts: str) -> None:
    """Type into one field after the other, going on with Tab."""
    for text in texts:
        page.keyboard.type(text)
        page.keyboard.press("Tab")


def field(page: Page, step: int, name: str) -> Locator:
    return page.locator(f"#rm-story-{step}-{name}")


def test_story_is_written_checked_saved_loaded_and_shown_by_keyboard(
    composer: Page, tmp_path: Path
) -> None:
    page = composer
    page.get_by_label("Title of the story").press("Control+a")
    write(page, "Near & far", "Two cities.", "Class 9b")
    page.keyboard.press("Tab")  # past "Duplicate": the other buttons of the only step are off
    write(page, "Seoul", "Seoul is {km:sohae>seoul} away.", "How far is that?", "ring=sohae~5")
    page.keyboard.press("Tab")  # past "Open on the map"
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Step 2 added.")
    expect(field(page, 2, "title")).to_be_focused()
    link = f"{page.url.split('/stories')[0]}/?ring=sohae~8000&show=arcs&to=tokyo&lang=en&v=1"
    write(page, "Tokyo", "Tokyo is {reach:sohae~8000>tokyo}.", "", link)
    expect(field(page, 2, "view")).to_have_value("ring=sohae~8000&show=arcs&to=tokyo")

    press(page, "Check")
    expect(said(page)).to_have_text("One fault, listed below.")
    expect(faults(page)).to_have_count(1)
    expect(faults(page)).to_contain_text("step 1, view: ring=sohae~5: a range must be between 10")
    faults(page).get_by_role("link").press("Enter")
    expect(field(page, 1, "view")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("ring=sohae~1500")
    with page.expect_download() as download:
        press(page, "Save file")
    expect(said(page)).to_have_text("Saved as near-far.json.")
    expect(faults(page)).to_have_count(0)
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    saved = json.loads(path.read_text("utf-8"))
    assert (path.name, saved["author"], len(saved["steps"])) == ("near-far.json", "Class 9b", 2)
    assert "question" not in saved["steps"][1]

    page.reload()  # the draft is kept
    expect(said(page)).to_have_text("The draft you left here is back.")
    press(page, "New story")
    expect(field(page, 0, "title")).to_have_value("")
    load(page, "near-far.json", path.read_bytes())
    expect(said(page)).to_have_text("near-far.json is loaded.")
    expect(field(page, 2, "text")).to_have_value("Tokyo is {reach:sohae~8000>tokyo}.")

    press(page, "Move step 2 up")
    expect(said(page)).to_have_text("Step 2 is now step 1.")
    expect(field(page, 1, "title")).to_have_value("Tokyo")
    expect(page.get_by_role("button", name="Move step 1 down")).to_be_focused()
    press(page, "Remove step 1")
    expect(page.locator(".rm-story-step")).to_have_count(1)
    press(page, "Undo")
    press(page, "Undo")
    expect(field(page, 1, "title")).to_have_value("Seoul")

    press(page, "Preview on the map")
    page.wait_for_url("**/?story=own&step=1*")
    expect(page.get_by_test_id("story-step")).to_contain_text("Seoul is 305 km away.")
    assert json.loads(page.evaluate("localStorage['reachmap-story']")) == saved


def test_hostile_file_has_each_fault_named_and_nothing_of_it_done(composer: Page) -> None:
    page = composer
    field(page, 0, "title").fill("My own words")
    bad = STEP | {"onload": "window.hit=1", "text": 7, HOSTILE: 1}
    load(page, "bad.json", FILE | {"title": "x" * 121, "steps": [STEP, bad]})
    expect(said(page)).to_have_text("bad.json was not loaded. 4 faults, listed below.")
    told = faults(page).all_inner_texts()
    for words in (
        "title: has 121 characters; at most 120 are accepted.",
        "step 2, onload: is not part of the format",
        "step 2, text: 7: is no text.",
        f"step 2, {HOSTILE}: is not part of the format",
    ):
        assert any(text.startswith(words) for text in told), words
    for name, content, words in (
        ("huge.json", FILE | {"about": "x" * 300_000}, "huge.json was not loaded: it is larger"),
        ("deep.json", b"[" * 90_000, "deep.json was not loaded. One fault"),
        ("view.json", FILE | {"steps": [STEP | {"view": "story=own&ring=x"}]}, "2 faults"),
    ):
        load(page, name, content)
        expect(said(page)).to_contain_text(words)
    expect(faults(page).first).to_contain_text("step 1, view: story: is not part of a view")
    expect(field(page, 0, "title")).to_have_value("My own words")
    expect(page.locator(".rm-story-step")).to_have_count(1)
    load(page, f"{HOSTILE}.json", FILE | {"title": HOSTILE, "steps": [STEP | {"text": HOSTILE}]})
    expect(said(page)).to_contain_text("is loaded.")  # HTML is text
    expect(field(page, 1, "text")).to_have_value(HOSTILE)
    press(page, "Check")
    expect(said(page)).to_have_text("The story is without fault: one step.")
    assert page.locator(".rm-composer :is(img, script)").count() == 0
    press(page, "Preview on the map")
    expect(page.get_by_test_id("story-step")).to_contain_text(HOSTILE)
    assert page.evaluate("window.hit") is None


def test_korean_page_on_a_phone_begins_with_a_shipped_story(visit_bare: Open) -> None:
    page = open_composer(visit_bare(**PHONE), "ko")
    cards = page.locator(".rm-story-card")
    expect(cards).to_have_count(6)
    href = cards.first.get_by_role("link").nth(3).get_attribute("href") or ""
    assert "story=five_ranges&step=2&lang=ko" in href
    page.get_by_label("바탕으로 쓸 이야기").select_option("near_and_far")
    press(page, "이 이야기 쓰기")
    expect(page.locator(".rm-story-step")).to_have_count(6)
    assert field(page, 1, "text").input_value().startswith("이 이야기의 거리는")
    field(page, 1, "text").fill("짧게.")
    press(page, "점검")
    expect(said(page)).to_have_text("잘못된 곳이 없습니다. 모두 6단계입니다.")
    kept = json.loads(page.evaluate("localStorage['reachmap-story-draft']"))
    assert kept["steps"][0]["text"]["ko"] == "짧게."
    assert kept["steps"][0]["text"]["en"].startswith("All distances")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = """() => [...document.querySelectorAll(
            ".rm-composer :is(button, .rm-button, input, select):not(.rm-heard)")]
        .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 40)
        .map((node) => node.outerHTML)"""
    assert page.evaluate(small) == []
    assert grave_violations(page) == []
