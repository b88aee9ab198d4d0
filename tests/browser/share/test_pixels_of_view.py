"""The picture of exactly what one sees: its map is the map on the screen, pixel by pixel."""

from __future__ import annotations

import io
import re

import numpy as np
from PIL import Image, ImageColor
from playwright.sync_api import Route, expect

from geo.facts.ringstyles import ring_style
from geo.link.tiles import TILE_PROVIDERS
from tests.browser.conftest import Open
from tests.browser.map.test_tiles import HOSTS, OSM
from tests.browser.screen import Screen
from tests.browser.share.dialog import (
    allow_clipboard,
    button,
    copied_picture,
    open_share,
    said,
)
from tests.browser.share.ownpicture import LISTEN, TWO, map_size, take
from tests.browser.visitors.test_accessibility import use_theme

RED = (200, 30, 40)


def map_part(picture: Image.Image, seen: np.ndarray) -> np.ndarray:
    """Return the map in a picture: below the head, where most pixels are those of the screen."""
    pixels = np.asarray(picture).astype(int)
    height = seen.shape[0]
    thin = (slice(None, None, 7), slice(None, None, 17))
    misses = [
        np.abs(pixels[top : top + height][thin] - seen[thin]).sum()
        for top in range(pixels.shape[0] - height)
    ]
    top = int(np.argmin(misses))
    assert top > 40
    return pixels[top : top + height]


def on_screen(screen: Screen) -> np.ndarray:
    shot = screen.page.get_by_test_id("map").screenshot()
    return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).astype(int)


def test_map_of_the_picture_is_the_map_on_the_screen_in_the_colours_of_all_rings(
    open_tab: Open,
) -> None:
    screen = open_tab(TWO)
    for query in (TWO, "ring=sohae~8000&at=38,128,5&units=mi", ""):
        if query != TWO:
            screen.follow(query)
        screen.wait_for_data()
        compare(screen, query)
    for theme in ("light", "dark"):
        find_colours(screen, theme)


def compare(screen: Screen, query: str) -> None:
    seen = on_screen(screen)
    picture = take(screen)
    width, height = map_size(screen)
    assert picture.width == width, query
    same = np.abs(map_part(picture, seen) - seen).max(axis=2) <= 2
    controls = screen.map.locator(".leaflet-control").evaluate_all(
        "(all) => all.map((each) => each.getBoundingClientRect())"
        ".map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round))"
    )
    for left, top, right, bottom in controls:
        same[max(0, top - 6) : bottom + 6, max(0, left - 6) : right + 6] = True
    assert same.mean() > 0.9999, query
    assert picture.height > height + 120, f"head and foot of {query}"


def find_colours(screen: Screen, theme: str) -> None:
    """See that the colours of all five rings are in map and legend."""
    use_theme(screen, theme)
    screen.frames(2)
    seen = on_screen(screen)
    picture = take(screen)
    foot = np.asarray(picture)[-(picture.height - seen.shape[0] - 50) :]
    lines = screen.page.locator(".rm-card line").evaluate_all(
        "(all) => all.map((each) => each.getAttribute('stroke').toLowerCase())"
    )
    assert len(lines) == 5
    if theme == "light":
        assert lines == [ring_style(i).color.lower() for i in range(5)]
    for part in (map_part(picture, seen), foot):
        for line in lines:
            exact = (part == np.array(ImageColor.getrgb(line))).all(axis=2)
            assert exact.sum() > 20, f"{line} in {theme}"


def test_picture_is_copied_and_a_map_that_is_not_there_is_told(open_tab: Open) -> None:
    screen = open_tab(TWO)
    allow_clipboard(screen)
    dialog = open_share(screen)
    button(dialog, "Copy what I see").click()
    expect(said(dialog)).to_have_text("The picture is in the clipboard.")
    picture = copied_picture(screen)
    assert picture.width == map_size(screen)[0]
    expect(button(dialog, "Copy what I see")).to_be_visible()
    screen.page.evaluate("() => { reachmapBus.send = () => {}; }")
    button(dialog, "Download what I see").click()
    expect(said(dialog)).to_have_text("The map is not ready yet.")


def answer_tiles(screen: Screen, *, may_be_read: bool) -> None:
    """Answer requests for tiles; Playwright lets pages read what it answers, unless it does not."""
    screen.faults.expect(hosts=HOSTS, errors=("CORS policy", "ERR_FAILED"))
    tile = io.BytesIO()
    Image.new("RGB", (256, 256), RED).save(tile, "PNG")

    def answer(route: Route) -> None:
        if "origin" in route.request.headers and not may_be_read:
            route.abort()
        else:
            route.fulfill(body=tile.getvalue(), content_type="image/png")

    screen.page.route(re.compile("https://"), answer)
    screen.page.get_by_label("Base map").select_option(OSM.id)
    expect(screen.map.locator("img.leaflet-tile-loaded").first).to_be_visible()
    expect(screen.map.locator("img.leaflet-tile:not(.leaflet-tile-loaded)")).to_have_count(0)


def share_of_red(picture: Image.Image) -> float:
    near = np.abs(np.asarray(picture).astype(int) - np.array(RED)).max(axis=2) <= 12
    return float(near.mean())


def test_online_map_that_may_be_read_is_in_the_picture_with_its_credit(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~300")  # most of the map lies outside, where no wash is
    answer_tiles(screen, may_be_read=True)
    screen.page.evaluate(LISTEN)
    assert share_of_red(take(screen)) > 0.4
    text = " ".join(screen.page.evaluate("() => written.map(({ text }) => text)"))
    assert re.sub("<[^>]*>", "", TILE_PROVIDERS[OSM.id].attribution) in text
    expect(said(open_share(screen))).to_be_empty()


def test_online_map_that_may_not_be_read_gives_way_to_the_built_in_one(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~1000")
    answer_tiles(screen, may_be_read=False)
    assert share_of_red(take(screen)) == 0
    expect(said(open_share(screen))).to_contain_text("the picture shows the built-in map")
