"""The picture of exactly what one sees: the map's own pixels, framed by words that all fit."""

from __future__ import annotations

import io
import re
from itertools import combinations
from typing import Any

import numpy as np
from PIL import Image, ImageColor
from playwright.sync_api import Route, expect

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.facts.ringstyles import ring_style
from geo.link.tiles import TILE_PROVIDERS
from geo.share import captions
from geo.words.credits import CAVEAT, SOURCES
from tests.browser.conftest import Open
from tests.browser.map.test_tiles import HOSTS, OSM
from tests.browser.oracle import scenario_of
from tests.browser.safety.test_hostile_text import LABELS, assert_harmless, ring_of
from tests.browser.screen import Screen
from tests.browser.share.dialog import (
    allow_clipboard,
    button,
    close_share,
    copied_picture,
    open_share,
    said,
    saved_picture,
    watch,
)
from tests.browser.visitors.test_accessibility import use_theme
from ui.scene.scenes import scene_of

TWO = "ring=sohae~3000-5500~US%20Pacific%20Command&ring=sohae~8000~%ED%99%94%EC%84%B1"
FRAME = "document.querySelector('[data-testid=map]').contentWindow"
# Write down all words that a canvas of the page itself gets: the map's own are painted apart.
LISTEN = f"""() => {{
    const {{ CanvasRenderingContext2D: Pen, HTMLCanvasElement: Page }} = {FRAME};
    const write = Pen.prototype.fillText;
    window.written = [];
    Pen.prototype.fillText = function (text, x, y) {{
        const {{ a, e, f }} = this.getTransform();
        const {{ width }} = this.measureText(text);
        const left = this.textAlign === "right" ? x - width : x;
        const size = parseFloat(this.font.match(/([\\d.]+)px/)[1]);
        const box = [left * a + e, (y - size / 2) * a + f,
            (left + width) * a + e, (y + size / 2) * a + f];
        const of = [this.canvas.width, this.canvas.height];
        if (this.canvas instanceof Page) written.push({{ text, box, of }});
        return write.call(this, text, x, y);
    }};
}}"""
CAPTIONS = """async (scenes) => {
    const made = await import(new URL("/assets/share/captions.js", location.origin).href);
    const { CAVEAT, SOURCES, title, subtitle, commonSite, claim } = made;
    return scenes.map((scene) => [title(scene), subtitle(scene), commonSite(scene),
        scene.rings.map((ring) => claim(ring, scene)), CAVEAT, SOURCES]);
}"""
RED = (200, 30, 40)
PHONE = {"width": 390, "height": 844}
SIZES = ((390, 844), (600, 400), (1280, 800), (1920, 1080))


def take(screen: Screen) -> Image.Image:
    """Save the picture by the dialog's button."""
    dialog = open_share(screen)
    with screen.page.expect_download() as download:
        button(dialog, "Download what I see").click()
    close_share(screen)
    return saved_picture(download.value.path()).convert("RGB")


def map_size(screen: Screen) -> tuple[int, int]:
    width, height = screen.page.evaluate(f"() => {FRAME}.reachmap.map.getSize()").values()
    return int(width), int(height)


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


def settled(screen: Screen) -> Screen:
    """Wait until the fine base map is drawn."""
    screen.until(f"() => {FRAME}.reachmap.ready.then(() => true)", "the base map")
    screen.until("() => Promise.all(window.reachmapBus.kept.values()).then(() => true)", "all data")
    screen.frames(2)
    return screen


def test_map_of_the_picture_is_the_map_on_the_screen(open_tab: Open) -> None:
    screen = open_tab(TWO)
    for query in (TWO, "ring=sohae~8000&at=38,128,5&units=mi", ""):
        if query != TWO:
            screen.follow(query)
        compare(settled(screen), query)


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


def test_colours_of_all_rings_are_in_map_and_legend(open_tab: Open) -> None:
    screen = settled(open_tab(""))
    for theme in ("light", "dark"):
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


def words_of(screen: Screen) -> list[dict[str, Any]]:
    """Take a picture; return the words written into it, in a tab that listens."""
    screen.page.evaluate("() => { written.length = 0; }")
    take(screen)
    return list(screen.page.evaluate("() => written"))


def all_fit(words: list[dict[str, Any]]) -> None:
    assert words
    for each in words:
        left, top, right, bottom = each["box"]
        width, height = each["of"]
        assert left >= 0 and top >= 0 and right <= width and bottom <= height, each
    for one, other in combinations(words, 2):
        (x0, y0, x1, y1), (u0, v0, u1, v1) = one["box"], other["box"]
        assert x1 <= u0 or u1 <= x0 or y1 <= v0 + 0.5 or v1 <= y0 + 0.5, (one, other)


def test_words_of_the_picture(open_tab: Open) -> None:
    screen = open_tab(f"{TWO}&date=2017-07-04&units=mi")
    screen.page.evaluate(LISTEN)
    words = words_of(screen)
    all_fit(words)
    text = " ".join(each["text"] for each in words)
    for expected in (
        "2 range assumptions from Sohae Satellite Launching Station",
        "As of 2017-07-04.", CAVEAT, SOURCES, "1,864\u20133,418 mi", "4,971 mi",
        "US Pacific Command: class only, Pentagon's km, 2017-07-04", "\ud654\uc131",
        "from Sohae Satellite Launching Station (Tongchang-ri)",
        "City, by population", "mi at ", f"{screen.home}/?ring=sohae~3000-5500",
    ):  # fmt: skip
        assert expected in text.replace(" &", "&")

    screen.follow(f"ring=sohae~8000~{'n' * 60}&ring=sohae~9000~{'m' * 60}&units=mi")
    links = [each["text"] for each in words_of(screen) if "/?ring=" in each["text"]]
    without_names = f"{screen.home}/?ring=sohae~8000&ring=sohae~9000&units=mi&v=1"
    assert links == [without_names], "a long link"


def resize(screen: Screen, width: int, height: int) -> None:
    """Make the window another size, with all of the panel in sight, and wait for the map."""
    screen.page.set_viewport_size({"width": width, "height": height})
    same = f"() => {{ const {{ x, y }} = {FRAME}.reachmap.map.getSize(), {{ offsetWidth: w, "
    same += f"offsetHeight: h }} = {FRAME}.frameElement; return w === x && h === y; }}"
    screen.until(same, f"a map for {width} by {height}")
    more = screen.page.get_by_role("button", name="More", exact=True)
    if more.is_visible():
        more.click()


def test_words_fit_and_labels_are_text_at_every_size(visit: Open) -> None:
    query = "&".join(ring_of(text, 1000 + 500 * i) for i, text in enumerate(LABELS))
    screen = visit(query, viewport=PHONE, device_scale_factor=2)
    watch(screen)
    screen.page.evaluate(LISTEN)
    for size in SIZES:
        resize(screen, *size)
        words = words_of(screen)
        all_fit(words)
        text = "".join(each["text"] for each in words).replace(" ", "")
        for label in LABELS:
            assert label.replace(" ", "") in text, size
        assert words[0]["of"][0] == 2 * map_size(screen)[0], f"device pixels at {size}"
    assert_harmless(screen)


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


def test_captions_are_those_of_the_pictures_of_the_server(bare_page: Screen) -> None:
    catalog = load_catalog()
    queries = ["ring=sohae~8000", "ring=39.87,125.27~8500-10400-14000~own&units=nmi", TWO]
    queries += ["ring=sohae~8000~x&ring=39,125~9000&date=2017-07-04", ""]
    queries += [preset.query for preset in catalog.presets]
    views = [view_of(scenario_of(query)) for query in queries]
    scenes = [scene_of(view) for view in views]
    for ring in (ring for scene in scenes for ring in scene["rings"]):
        known = catalog.claim(ring["label"])
        ring["claimed"] = known.claim_date if known else ""  # as the panel recognises it
    made = bare_page.page.evaluate(CAPTIONS, scenes)
    for view, (title, subtitle, site, claims, *told) in zip(views, made, strict=True):
        assert title == captions.title(view)
        assert captions.subtitle(view).endswith(subtitle)
        assert site == captions.common_site(view)
        assert claims == [row.claim for row in captions.ring_rows(view)]
        assert told == [CAVEAT, SOURCES]


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
    screen.page.wait_for_load_state("networkidle")


def share_of_red(picture: Image.Image) -> float:
    near = np.abs(np.asarray(picture).astype(int) - np.array(RED)).max(axis=2) <= 12
    return float(near.mean())


def test_online_map_that_may_be_read_is_in_the_picture_with_its_credit(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~1000")
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
