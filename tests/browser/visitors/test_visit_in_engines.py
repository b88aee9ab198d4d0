"""What a visitor does, in Firefox and in WebKit, which is Safari's; all else is tried in Chromium.

A visit is one test: to load the map takes longer than to use it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import OpenEngine
from tests.browser.engines import Tab
from tests.browser.screen import MAP
from tests.browser.share.saved import counts_of, text_of

SLIDER = '[data-testid="range-0"]'
LESSON_SLIDER = '[data-testid="lesson-range"]'
RINGS = f"return ({MAP}?.state().rings ?? []).map((ring) => ring.range_km).join() === args[0];"
# Where a point is in the window, on whichever side of 180 degrees it is in view.
POINT = f"""
    const {{ map }} = {MAP}, frame = document.querySelector("[data-testid=map]");
    const box = frame.getBoundingClientRect(), size = map.getSize();
    const points = [0, 360, -360]
        .map((turn) => map.latLngToContainerPoint([args[0], args[1] + turn]));
    const seen = points.find(({{ x, y }}) => x > 0 && y > 0 && x < size.x && y < size.y);
    return seen && {{ x: box.x + seen.x, y: box.y + seen.y }};
"""
POPUP = f"{MAP}?.map.getContainer().querySelector('.leaflet-popup h3')?.textContent"
GUAM = (13.47, 144.75)


def opened(tab: Tab, url: str, rings: str) -> None:
    tab.go(url)
    tab.until(RINGS, f"rings of {rings} km", rings)
    tab.until("return document.querySelector('.rm-start select').options.length > 1;", "the panel")


def choose(tab: Tab, selector: str, value: str) -> None:
    """Choose from a list, whose menu belongs to the system and takes no clicks of tests."""
    script = """const list = document.querySelector(args[0]);
        list.value = args[1];
        list.dispatchEvent(new Event("change", { bubbles: true }));"""
    tab.js(script, selector, value)


def test_visit_of_the_map(tab: Tab, app_url: str) -> None:
    opened(tab, f"{app_url}/?ring=sohae~8000&ring=sohae~3000-5500&units=mi", "8000,5500")
    tab.until(
        "return document.querySelector('[data-testid=headline]').textContent.includes(' mi');",
        "the headline in the units of the link",
    )
    place_is_told_by_a_click(tab)
    town_is_found(tab)
    view_is_shared(tab)
    table_shows_every_place(tab)
    preset_is_shown_and_undone(tab)
    assert tab.errors == []


def place_is_told_by_a_click(tab: Tab) -> None:
    point = tab.until(POINT, "Guam in view", *GUAM)
    tab.move(point["x"], point["y"])
    tab.down()
    tab.up()
    tab.until(f"return {POPUP}?.includes('Guam');", "a popup of Guam")


def town_is_found(tab: Tab) -> None:
    tab.click(".rm-find")
    tab.type("honolulu")
    tab.until("return document.querySelector('.rm-found li');", "places found")
    tab.key("Enter")
    tab.until(f"return {POPUP} === 'Honolulu';", "a popup of Honolulu")


def view_is_shared(tab: Tab) -> None:
    tab.click(".st-key-share")
    tab.until(
        "return document.querySelector('[data-testid=dialog-link]')?.checkVisibility();",
        "the dialog",
    )
    link = tab.js("return document.querySelector('[data-testid=dialog-link]').href;")
    assert "ring=sohae~8000" in link
    assert "units=mi" in link
    tab.until(
        "return [...document.querySelectorAll('dialog[open] img')].some((each) =>"
        " each.naturalWidth > 100);",
        "a picture in the dialog",
    )
    tab.key("Escape")
    tab.until("return !document.querySelector('dialog[open]');", "the dialog to close")


def table_shows_every_place(tab: Tab) -> None:
    tab.click(".rm-to-table")
    tab.until(
        "return document.querySelectorAll('[data-testid=reach-table] tbody tr').length > 200;",
        "all places in the table",
    )
    tab.until(
        "const box = document.querySelector('[data-testid=reach-table]').getBoundingClientRect();"
        "return box.top < innerHeight - 100;",
        "the table in view",
    )
    tab.js("document.querySelector('.stMain, [data-testid=stMain]').scrollTo(0, 0);")


def preset_is_shown_and_undone(tab: Tab) -> None:
    before = tab.js("return location.search;")
    option = "document.querySelector('.rm-start option:nth-of-type(3)')"
    choose(tab, ".rm-start select", str(tab.js(f"return {option}.value;")))
    tab.until("return location.search !== args[0];", "the preset in the address", before)
    tab.js("history.back();")
    tab.until(RINGS, "the rings from before", "8000,5500")


def test_story_is_read_to_its_third_step_and_in_korean(
    tab: Tab, app_url: str, tmp_path: Path
) -> None:
    tab.go(f"{app_url}/?story=five_ranges")
    for step in (1, 2, 3):
        tab.until(
            "return document.querySelector('[data-testid=story-progress]')?.textContent"
            ".startsWith(args[0]);",
            f"step {step}",
            str(step),
        )
        if step < 3:
            tab.key("ArrowRight")
    assert is_painted(tab, "[data-testid=story]", tmp_path / "story.png")
    tab.click("a.rm-language")
    tab.until("return document.documentElement.lang === 'ko';", "the page in Korean")
    tab.until(
        "return /[가-힣]{2}/.test(document.querySelector(args[0])?.textContent);",
        "the step in Korean",
        "[data-testid=story-step]",
    )
    assert "step=3" in tab.url
    assert tab.errors == []


def is_painted(tab: Tab, selector: str, path: Path) -> bool:
    """Whether a box is on the screen as dark words on light paper, not only in the document."""
    box = tab.until(
        "const box = document.querySelector(args[0]).getBoundingClientRect();"
        "return box.width > 0 && { x: box.x, y: box.y, width: box.width, height: box.height,"
        " ratio: devicePixelRatio };",
        selector,
        selector,
    )
    tab.shot(str(path))
    with Image.open(path) as picture:
        scale = picture.width / tab.js("return innerWidth;")
        edges = (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])
        part = np.asarray(picture.convert("L").crop(tuple(round(edge * scale) for edge in edges)))
    return bool((part > 235).mean() > 0.5 and (part < 110).mean() > 0.01)


def test_lesson_is_dragged(tab: Tab, app_url: str) -> None:
    tab.go(f"{app_url}/lesson?ring=sohae~5500")
    tab.until(f"return document.querySelector('{LESSON_SLIDER}');", "the slider")
    tab.until("return document.querySelector('[data-testid=lesson-count]').textContent;", "words")
    before = tab.text("[data-testid=lesson-count]")
    tab.drag_to(LESSON_SLIDER, 9000)
    tab.until(
        "return document.querySelector('[data-testid=lesson-count]').textContent !== args[0]"
        " && location.search.includes(`~${document.querySelector(args[1]).value}`);",
        "sentence and address to follow",
        before,
        LESSON_SLIDER,
    )
    assert tab.errors == []


def test_quiz_is_begun(tab: Tab, app_url: str) -> None:
    tab.go(f"{app_url}/quiz?seed=7")
    answer = "[data-testid=quiz-in], [data-testid=quiz-answer]"
    tab.until("return document.querySelector(args[0]);", "a question", answer)
    tab.until(f"return {MAP}?.state().rings.length;", "its map")
    tab.click(answer)
    tab.until("return document.querySelector('[data-testid=quiz-result]');", "what was right")
    tab.click("[data-testid=quiz-next]")
    tab.until("return document.querySelector(args[0]);", "the next question", answer)
    assert tab.errors == []


def test_phone_has_the_map_and_one_slider(phone: Tab, app_url: str) -> None:
    opened(phone, f"{app_url}/?ring=sohae~8000", "8000")
    phone.until(
        "const map = document.querySelector('[data-testid=map]').getBoundingClientRect();"
        "return map.height >= 0.45 * innerHeight"
        " && document.documentElement.scrollWidth <= innerWidth;",
        "a map of half the screen, and nothing beside the screen",
    )
    phone.drag_to(SLIDER, 11_000)
    phone.until("return !location.search.includes('~8000');", "the address to follow")
    phone.click(".rm-fold")
    phone.until("return document.documentElement.hasAttribute('data-open');", "all controls")
    assert phone.errors == []


def test_saved_map_opens_from_a_file(tab: Tab, tmp_path: Path) -> None:
    query = "ring=sohae~8000"
    file = tmp_path / "map.html"
    file.write_text(text_of(query), "utf-8")
    tab.go(file.as_uri())
    tab.until("return window.reachmap?.state().rings[0]?.range_km === 8000;", "the ring")
    tab.until(
        "return document.querySelector('[data-testid=reach-summary]').textContent"
        ".includes(args[0]);",
        "the counts of Python",
        counts_of(query),
    )
    tab.drag_to(SLIDER, 5000)
    tab.until(
        "const km = document.querySelector(args[0]).value;"
        "return km < 6000 && window.reachmap.state().rings[0].range_km === Number(km)"
        " && document.querySelector('[data-testid=share-link]').href.includes(`~${km}`);",
        "ring and link to follow",
        SLIDER,
    )
    assert tab.errors == []


@pytest.mark.parametrize(("leads", "follows"), [("firefox", "webkit"), ("webkit", "firefox")])
def test_one_engine_leads_and_another_follows(
    engine: OpenEngine, app_url: str, leads: str, follows: str
) -> None:
    leader, follower = engine(leads), engine(follows)
    opened(leader, f"{app_url}/?ring=sohae~9000", "9000")
    leader.js("document.querySelector('.st-key-start-class').click();")
    link = leader.until(
        "return document.querySelector('[data-testid=room-link]')?.href;", "the class's link"
    )
    leader.click(".st-key-close-board")
    opened(follower, f"{app_url}/?room={link.partition('room=')[2]}", "9000")
    leader.drag_to(SLIDER, 5000)
    km = leader.until(f"return {MAP}.state().rings[0].range_km;", "the ring")
    follower.until(RINGS, "the leader's ring", f"{km:g}")
    assert follower.errors == []
