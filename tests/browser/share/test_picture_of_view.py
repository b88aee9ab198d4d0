"""The picture of exactly what one sees: words that frame it all fit, and are the right ones."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.share import captions
from geo.words.credits import CAVEAT, SOURCES
from tests.browser.conftest import Open
from tests.browser.oracle import scenario_of
from tests.browser.safety.test_hostile_text import LABELS, assert_harmless, ring_of
from tests.browser.screen import Screen
from tests.browser.share.dialog import (
    watch,
)
from tests.browser.share.ownpicture import FRAME, LISTEN, TWO, map_size, take
from ui.scene.scenes import scene_of

CAPTIONS = """async (scenes) => {
    const made = await import(new URL("/assets/share/captions.js", location.origin).href);
    const { CAVEAT, SOURCES, subtitle, commonSite, claim } = made;
    const { titleOf } = await import(new URL("/assets/scene/titles.js", location.origin).href);
    return scenes.map((scene) => [titleOf(scene), subtitle(scene, null), commonSite(scene),
        scene.rings.map((ring) => claim(ring, scene)), CAVEAT, SOURCES]);
}"""
PHONE = {"width": 390, "height": 844}
SIZES = ((390, 844), (600, 400), (1280, 800), (1920, 1080))


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
        if len(one["text"]) == len(other["text"]) == 1:
            continue  # letters along a curve: turned, two neighbours share corners of their boxes
        (x0, y0, x1, y1), (u0, v0, u1, v1) = one["box"], other["box"]
        assert x1 <= u0 or u1 <= x0 or y1 <= v0 + 0.5 or v1 <= y0 + 0.5, (one, other)


def test_words_of_the_picture(open_tab: Open) -> None:
    screen = open_tab(f"{TWO}&date=2017-07-04&units=mi&note=Counted%20from%20Sohae")
    screen.page.evaluate(LISTEN)
    words = words_of(screen)
    all_fit(words)
    text = " ".join(each["text"] for each in words)
    for expected in (
        "North Korea: who is within reach of Sohae?", "4,971 mi adds Anchorage (Alaska)",
        "Counted from Sohae", "As of 2017-07-04.", CAVEAT, SOURCES,
        "1,864\u20133,418 mi", "4,971 mi",
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
    more = screen.page.locator(".rm-fold")
    if more.is_visible() and more.get_attribute("aria-expanded") != "true":
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


def test_captions_are_those_of_the_pictures_of_the_server(bare_page: Screen) -> None:
    catalog = load_catalog()
    queries = ["ring=sohae~8000", "ring=39.87,125.27~8500-10400-14000~own&units=nmi", TWO]
    queries += ["ring=sohae~8000~x&ring=39,125~9000&date=2017-07-04", ""]
    queries += ["ring=sohae~lofted:2802,933~KCNA&ring=tonghae~lofted:6248,1090&units=mi"]
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
        shown = [claims[index] for index, _ in view.shown_rings]
        assert shown == [row.claim for row in captions.ring_rows(view)]
        assert told == [CAVEAT, SOURCES]
