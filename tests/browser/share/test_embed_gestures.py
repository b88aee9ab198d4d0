"""Finger and wheel over a map in an article: the article scrolls, unless the map is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, expect

from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.browser.screen import MAP, Screen

PHONE = {"width": 390, "height": 800}
DESKTOP = {"width": 900, "height": 700}
ARTICLE = """<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Article</title><style>body {{ margin: 0 }} iframe {{ display: block; border: 0 }}</style>
<p style="height: 100px; margin: 0">Before</p>
<iframe src="{source}" width="100%" height="{height}" allowfullscreen></iframe>
<p style="height: 3000px">After</p>"""
VIEW = f"() => {{ const {{ lat, lon, zoom }} = {MAP}.state().view; return [lat, lon, zoom]; }}"
WITHIN = "() => document.querySelector('[data-testid=stMain]').scrollTop"
FINGERS, KEY = "Use two fingers to move the map", "Press Ctrl and scroll to zoom the map"
Touch = Callable[..., None]


@pytest.fixture(scope="module")
def phone(chromium: Browser, app_url: str) -> Iterator[Machine]:
    """A phone whose tests take it from each other."""
    machine = Machine(chromium, app_url, viewport=PHONE, has_touch=True, is_mobile=True)
    yield machine
    machine.close()


def article(
    screen: Screen, site: tuple[Path, str], path: str = "?ring=sohae~8000", height: int = 420
) -> Frame:
    """Show an article of another site with an embed in it, and return the embed."""
    folder, address = site
    join = "&" if "?" in path else "?"
    source = f"{screen.home}/{path}{join}embed=true"
    folder.joinpath("index.html").write_text(ARTICLE.format(source=source, height=height), "utf-8")
    host = address.replace("127.0.0.1", "localhost")  # a site of its own, not only an origin
    screen.faults.expect(hosts=(host,), errors=("favicon.ico", "/_stcore/", "status of 400"))
    screen.page.goto(f"http://{host}/")
    embed = screen.page.frames[1]
    expect(embed.locator("[type=range], .rm-quiz-choice").first).to_be_visible()
    if "lesson" not in path:
        expect(hint(embed)).to_be_attached()
        screen.eventually(lambda: embed.evaluate(f"() => {MAP}.state().rings.length > 0"), "rings")
        screen.eventually(lambda: embed.evaluate(f"() => {MAP}.map.getSize().y > 150"), "its size")
    return embed


def toucher(screen: Screen) -> Touch:
    """Return what sends raw touches to a page, whatever frames they fall into."""
    session = screen.page.context.new_cdp_session(screen.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
        screen.frames(1)

    return touch


def middle(screen: Screen, embed: Frame) -> tuple[float, float]:
    box = embed.get_by_test_id("map").bounding_box()
    assert box is not None
    return box["x"] + box["width"] * 0.4, box["y"] + box["height"] / 2


def hint(embed: Frame) -> Any:
    return embed.frame_locator("[data-testid=map]").get_by_test_id("gesture-hint")


def swipe(touch: Touch, x: float, y: float, fingers: int = 1, by: float = -12) -> None:
    def points(step: int) -> list[tuple[float, float]]:
        return [(x + 60 * finger, y + by * step) for finger in range(fingers)]

    touch("touchStart", *points(0))
    for step in range(1, 12):
        touch("touchMove", *points(step))
    touch("touchEnd")


def scrolled(screen: Screen) -> float:
    return float(screen.page.evaluate("() => scrollY"))


@pytest.mark.parametrize(("path", "height"), [("?ring=sohae~8000", 420), ("quiz?seed=ABCDE", 680)])
def test_one_finger_scrolls_the_article_and_two_move_the_map(
    phone: Machine, foreign_site: tuple[Path, str], path: str, height: int
) -> None:
    screen = phone.open_bare()
    embed = article(screen, foreign_site, path, height)
    touch, before = toucher(screen), embed.evaluate(VIEW)
    swipe(touch, *middle(screen, embed))
    expect(hint(embed)).to_have_text(FINGERS)
    expect(hint(embed)).to_be_visible()
    screen.eventually(lambda: scrolled(screen) > 60, "the article to scroll")
    assert embed.evaluate(VIEW) == before
    expect(hint(embed)).to_be_hidden()
    was = scrolled(screen)
    swipe(touch, *middle(screen, embed), fingers=2, by=6)
    screen.eventually(
        lambda: embed.evaluate(VIEW)[0] != pytest.approx(before[0], abs=0.5), "the map to move"
    )
    assert scrolled(screen) == was
    assert phone.close_tabs() == []


def test_wheel_scrolls_the_article_and_zooms_with_a_key(
    visit_bare: Open, foreign_site: tuple[Path, str]
) -> None:
    screen = visit_bare(viewport=DESKTOP)
    embed = article(screen, foreign_site)
    before = embed.evaluate(VIEW)
    screen.page.mouse.move(*middle(screen, embed))
    screen.page.mouse.wheel(0, 120)
    screen.eventually(lambda: scrolled(screen) > 60, "the article to scroll")
    expect(hint(embed)).to_have_text(KEY)
    expect(hint(embed)).to_be_visible()
    assert hint(embed).get_attribute("aria-hidden") == "true"
    expect(hint(embed)).to_be_hidden()
    assert embed.evaluate(VIEW) == before
    screen.page.mouse.move(*middle(screen, embed))
    was = scrolled(screen)
    screen.page.keyboard.down("Control")
    screen.page.mouse.wheel(0, -200)
    screen.page.keyboard.up("Control")
    screen.eventually(lambda: embed.evaluate(VIEW)[2] > before[2], "a larger map")
    assert scrolled(screen) == was
    assert screen.page.evaluate("() => visualViewport.scale") == 1


def test_mouse_drags_the_map_in_an_article(
    visit_bare: Open, foreign_site: tuple[Path, str]
) -> None:
    screen = visit_bare(viewport=DESKTOP)
    embed = article(screen, foreign_site)
    before = embed.evaluate(VIEW)
    x, y = middle(screen, embed)
    screen.page.mouse.move(x, y)
    screen.page.mouse.down()
    screen.page.mouse.move(x + 90, y + 20, steps=5)
    screen.page.mouse.up()
    screen.eventually(lambda: embed.evaluate(VIEW) != before, "the map to follow the mouse")
    assert scrolled(screen) == 0


def test_in_a_presentation_and_outside_embeds_all_gestures_are_the_maps(
    phone: Machine, foreign_site: tuple[Path, str]
) -> None:
    screen = phone.open_bare()
    embed = article(screen, foreign_site, "?ring=sohae~8000&present=1")
    touch, before = toucher(screen), embed.evaluate(VIEW)
    swipe(touch, *middle(screen, embed), by=6)
    screen.eventually(lambda: embed.evaluate(VIEW) != before, "the map to follow the finger")
    assert scrolled(screen) == 0
    expect(hint(embed)).to_be_hidden()
    alone = phone.open("ring=sohae~8000")
    expect(alone.map.get_by_test_id("gesture-hint")).to_have_count(0)
    touch, seen = toucher(alone), alone.view()
    swipe(touch, 150, 300, by=6)
    alone.eventually(lambda: alone.view() != seen, "the map to follow the finger")
    assert phone.close_tabs() == []


@pytest.mark.parametrize("end", ["touchEnd", "touchCancel"])
@pytest.mark.parametrize("path", ["?ring=sohae~8000", "lesson?ring=sohae~8000"])
def test_swipe_begun_on_a_slider_scrolls_and_changes_nothing(
    phone: Machine, foreign_site: tuple[Path, str], path: str, end: str
) -> None:
    screen = phone.open_bare()
    embed = article(screen, foreign_site, path)
    slider = embed.locator("[type=range]").first
    box = slider.bounding_box()
    assert box is not None
    value, address, touch = (
        slider.input_value(),
        embed.evaluate("() => location.href"),
        toucher(screen),
    )
    x = box["x"] + 8 + (box["width"] - 16) * (float(value) - 10) / 19_890  # on the thumb
    y = box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for step in range(1, 12):
        touch("touchMove", (x + step % 3, y - 12 * step))
    touch(end)
    screen.eventually(
        lambda: scrolled(screen) + embed.evaluate(WITHIN) > 40, "the article, or the page in it"
    )
    assert slider.input_value() == value
    assert embed.evaluate("() => location.href") == address
    assert phone.close_tabs() == []
