"""Sectors of radars in Firefox and in WebKit: the page Radar, and a boresight turned on the map."""

from __future__ import annotations

from tests.browser.engines import Tab
from tests.browser.screen import MAP
from tests.support import exact, place_point

PAGE = "window.reachmapRadar?.state()"
RANGE = '[data-testid="radar-range"]'
SEONGJU = "tpy2_seongju"
HANDLE = ".rm-grip-middle"
SECTORS = f"return ({MAP}?.state().sectors ?? []).map((each) => each.range_km).join() === args[0];"
# The middle of a handle in the window.
GRIP = f"""
    const node = {MAP}?.map.getContainer().querySelector(args[0]);
    const {{ x, y, width, height }} = node?.getBoundingClientRect() ?? {{}};
    const frame = document.querySelector("[data-testid=map]").getBoundingClientRect();
    return width && {{ x: frame.x + x + width / 2, y: frame.y + y + height / 2 }};
"""


def test_page_of_the_row_follows_slider_and_claim(tab: Tab, app_url: str) -> None:
    tab.go(f"{app_url}/radar?lang=en")
    tab.until(f"return {PAGE}?.range_km;", "the page")
    tab.until(SECTORS, "the sector on the map", "600")
    assert tab.js(f"return {PAGE}.inside.includes('dandong');")
    tab.drag_to(RANGE, 1200)
    told = tab.until(
        f"const told = {PAGE}; return told.range_km[0] > 700 && told;", "the range to follow"
    )
    (km,) = told["range_km"]
    tab.until(SECTORS, "the map to follow", f"{km:g}")
    listed = {*told["inside"], *told["elsewhere"]}
    for city in ("dandong", "yantai", "shenyang", "beijing", "shanghai"):
        assert (city in listed) == (exact(place_point(SEONGJU), place_point(city))[0] <= km), city
    tab.until(
        "return location.search.includes(args[0]);", "the address", f"{SEONGJU}~{km:g}~347~120"
    )
    tab.click('[data-testid="radar-claim-han-2017"]')
    tab.until(SECTORS, "the sectors of a claim", "800,600")
    assert tab.errors == []


def over_grip(tab: Tab, tries: int = 50) -> dict[str, float]:
    """Lay the pointer on the handle of the boresight, which moves until the map is at rest."""
    for _ in range(tries):
        at: dict[str, float] = tab.until(GRIP, "the handle of the boresight", HANDLE)
        tab.move(at["x"], at["y"])
        if tab.js(
            f"return {MAP}.map.getContainer().querySelector(args[0]).matches(':hover');", HANDLE
        ):
            return at
    raise AssertionError("the handle never came to rest")


def test_boresight_is_turned_on_the_map(tab: Tab, app_url: str) -> None:
    tab.go(f"{app_url}/?ring=sohae~8000&radar={SEONGJU}~2000~347~120&at=40,128,4")
    tab.until(SECTORS, "the sector", "2000")
    start = over_grip(tab)
    tab.down()
    tab.move(start["x"] + 120, start["y"] + 10, steps=4)
    azimuth = tab.until(
        f"const {{ azimuth_deg: now }} = {MAP}.state().sectors[0]; return now !== 347 && [now];",
        "the sector to turn under the finger",
    )[0]
    tab.up()
    assert 0 < azimuth < 60
    tab.until(
        "return new URLSearchParams(location.search).get('radar')?.split('~')[2] === args[0];",
        "the address to follow",
        f"{azimuth:g}",
    )
    assert tab.errors == []
