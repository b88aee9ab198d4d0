"""Our own files are lost on their way, as on a school's network: asked for again, then said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.browser.screen import MAP, Screen

BUNDLES = ["page", "map"]
FAILED = {
    "en": "A part of this page could not be loaded.",
    "ko": "이 페이지의 일부를 불러오지 못했습니다.",
}


SEA, LAND, FOCUS = (38.5, 132.0), (36.5, 128.0), (40.0, 127.0)  # the last is North Korea
PAINTED = f"""([points]) => points.map(([lat, lon]) => {{
    const {{ map }} = {MAP};
    const canvas = map.getPane('rmBase').querySelector('canvas');
    const at = map.latLngToContainerPoint([lat, lon]);
    const frame = map.getContainer().getBoundingClientRect(), own = canvas.getBoundingClientRect();
    const scale = canvas.width / own.width;
    const [x, y] = [(at.x + frame.x - own.x) * scale, (at.y + frame.y - own.y) * scale];
    const pixel = new OffscreenCanvas(1, 1).getContext('2d');
    pixel.drawImage(canvas, -Math.round(x), -Math.round(y));
    return pixel.getImageData(0, 0, 1, 1).data.join();
}})"""


def lose(page: Page, file: str, count: int) -> list[str]:
    """Have the first `count` requests for a file fail; return the list of all that come."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) <= count:
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(rf"/{re.escape(file)}"), answer)
    return asked


@pytest.fixture
def screen(home_machine: Machine, open_tab: Open) -> Iterator[Screen]:
    """A tab whose requests can be watched before the app is opened in it.

    It is closed, not used again: what was set for all that it loads stays with it.
    """
    screen = home_machine.open_bare()
    screen.page.add_init_script("window.reachmapPausesMs = [50, 50, 50];")  # in its frames too
    screen.page.route(
        re.compile(r"\.css$"), lambda route: route.continue_()
    )  # nothing is preloaded
    home_machine.faults.expect(
        errors=("ERR_FAILED", "dynamically imported module", "page: Event")  # st_folium's own
    )
    yield screen
    screen.page.close()


@pytest.mark.parametrize("counts", [(1, 2), (2, 1)], ids=str)
def test_modules_that_are_lost_at_first_come_later(screen: Screen, counts: tuple[int, ...]) -> None:
    asked = [
        lose(screen.page, f"{bundle}.bundle.js", count)
        for bundle, count in zip(BUNDLES, counts, strict=True)
    ]
    screen.open("ring=sohae~8000")
    assert all(len(each) > count for each, count in zip(asked, counts, strict=True))
    assert screen.ranges() == [8000]
    expect(screen.page.get_by_test_id("range-0")).to_have_count(1)
    expect(screen.page.locator("[role=alert]", has_text="TypeError")).to_have_count(0)


@pytest.mark.parametrize("lang", FAILED)
def test_map_that_cannot_come_is_said_and_comes_by_the_button(screen: Screen, lang: str) -> None:
    asked = lose(screen.page, "map.bundle.js", 1_000)
    screen.page.goto(f"{screen.home}/?ring=sohae~8000&lang={lang}")
    said = screen.map.locator(".rm-not-loaded")
    expect(said).to_contain_text(FAILED[lang], timeout=60_000)
    expect(screen.page.locator("[role=alert]", has_text="TypeError")).to_have_count(0)
    asked.clear()
    screen.page.unroute_all(behavior="wait")
    said.locator("button").click()
    screen.ready()
    expect(said).to_have_count(0)
    assert screen.ranges() == [8000]


@pytest.mark.parametrize("script", [r"/leaflet\.js", r"/component/.*/static/js/main\..*\.js"])
def test_script_of_others_that_is_lost_is_said_and_comes_by_the_button(
    screen: Screen, script: str
) -> None:
    screen.page.add_init_script("window.reachmapLateMs = 4000;")  # else 20 s
    screen.page.route(re.compile(script), lambda route: route.abort())
    screen.page.goto(f"{screen.home}/?ring=sohae~8000")
    said = screen.page.locator(".st-key-map .rm-not-loaded")
    expect(said).to_contain_text(FAILED["en"], timeout=60_000)
    screen.page.unroute_all(behavior="wait")
    said.locator("button").click()
    screen.ready()
    expect(said).to_have_count(0)


@pytest.mark.parametrize(
    ("script", "lang", "parts"),
    [("ComponentInstance", "ko", 1), ("BidiComponent", "en", 4)],  # of the map, of all that is ours
)
def test_script_of_streamlit_that_is_lost_is_said_in_the_language_of_the_page(
    screen: Screen, script: str, lang: str, parts: int
) -> None:
    page = screen.page
    page.route(re.compile(rf"/static/js/{script}\."), lambda route: route.abort())
    page.goto(f"{screen.home}/?ring=sohae~8000&lang={lang}")
    said = page.locator(".rm-not-loaded")
    expect(said).to_contain_text(FAILED[lang])  # and not one for each part
    expect(page.locator("[role=alert][hidden]", has_text="TypeError")).to_have_count(parts)
    expect(page.locator("[role=alert]:visible", has_text="TypeError")).to_have_count(0)
    expect(said).to_be_in_viewport(ratio=1)
    page.unroute_all(behavior="wait")
    said.locator("button").click()
    screen.ready()
    expect(said).to_have_count(0)


def test_base_map_that_is_lost_at_first_comes_later(screen: Screen) -> None:
    files = ("land_110m", "land_50m", "north_korea")
    asked = {file: lose(screen.page, f"{file}.geojson", 2) for file in files}
    screen.open("ring=sohae~8000&at=38,129,5")
    screen.eventually(
        lambda: len({*screen.page.evaluate(PAINTED, [[SEA, LAND, FOCUS]])}) == 3,
        "sea, land and North Korea in colours of their own",
    )
    screen.eventually(
        lambda: {file: len(each) for file, each in asked.items()} == dict.fromkeys(files, 3),
        "each file at the third try",
    )
