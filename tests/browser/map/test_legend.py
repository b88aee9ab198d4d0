"""The legend: small, in the emptiest corner, a list of rings only where no cards tell it."""

from __future__ import annotations

from math import asinh, pi, radians, tan
from typing import Any

import pytest
from playwright.sync_api import expect

from geo.catalog import load_catalog
from geo.facts import MUST_NAMES
from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen

MOST_SHARE = 0.15
SIZES = [
    *((1280, 800), (1366, 768), (1024, 768), (1920, 1080)),
    *((820, 1180), (390, 844), (320, 640), (667, 375), (640, 360)),
]
TWELVE = "&".join(
    f"ring=sohae~{km}~{'Somebody who says so' if km % 2 else ''}"
    for km in range(1000, 13_000, 1000)
)
QUERIES = {
    "the first view": "",
    "one ring": "ring=sohae~8000",
    "a short ring": "ring=sohae~300",
    "a band": "ring=sohae~8500-10400-14000",
    "twelve rings": TWELVE,
    "all layers and a day": (
        "ring=sohae~8000&show=cities,bases,thaad,radar,arcs,envelope&date=2017-07-04"
    ),
}
# Boxes in pixels of the map: of the legend, and of all else that stands over it.
BOXES = f"""() => {{
    const {{ map }} = {MAP}, container = map.getContainer();
    const box = (node) => {{
        const {{ left, top, right, bottom }} = node.getBoundingClientRect();
        return [left, top, right, bottom];
    }};
    const legend = container.querySelector(".rm-legend");
    const others = [...container.querySelectorAll(".leaflet-control")]
        .filter((node) => node !== legend && node.getBoundingClientRect().width);
    const {{ lat, lng }} = map.getCenter(), {{ x, y }} = map.getSize();
    return {{ legend: box(legend), others: others.map(box), size: [x, y],
        view: [lat, lng, map.getZoom()] }};
}}"""
# Whether nothing lies over the legend: looked for at its corners and middle.
ON_TOP = f"""() => {{
    const legend = {MAP}.map.getContainer().querySelector(".rm-legend");
    const {{ left, top, right, bottom }} = legend.getBoundingClientRect();
    const at = [[left + 6, top + 6], [right - 6, top + 6], [left + 6, bottom - 6],
        [right - 6, bottom - 6], [(left + right) / 2, (top + bottom) / 2]];
    return at.every(([x, y]) => legend.contains(legend.ownerDocument.elementFromPoint(x, y)));
}}"""
Box = tuple[float, float, float, float]


def boxes(screen: Screen) -> dict[str, Any]:
    screen.wait_for_data()
    screen.wait_for_size()
    screen.rest()
    screen.frames(3)
    return dict(screen.page.evaluate(BOXES))


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]


def point(found: dict[str, Any], lat: float, lon: float) -> tuple[float, float]:
    """Return where a place is in the map, by the formulas of Web Mercator."""
    (width, height), (mid_lat, mid_lon, zoom) = found["size"], found["view"]
    world = 256 * 2**zoom

    def north(degrees: float) -> float:
        return asinh(tan(radians(degrees))) / (2 * pi)

    turns = (lon - mid_lon) / 360
    x = width / 2 + (turns - round(turns)) * world
    return x, height / 2 - (north(lat) - north(mid_lat)) * world


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_legend_is_small_and_lies_on_nothing(visit: Open, size: tuple[int, int]) -> None:
    screen = visit("ring=sohae~8000", viewport={"width": size[0], "height": size[1]})
    screen.leave_table_out()
    for name, query in QUERIES.items():
        for language in ("", "&lang=ko"):
            screen.follow(query + language)
            found = boxes(screen)
            left, top, right, bottom = found["legend"]
            width, height = found["size"]
            told = f"{name}{language}: {found}"
            assert right > left and bottom > top, told
            assert (right - left) * (bottom - top) <= MOST_SHARE * width * height, told
            assert min(left, top) >= 0 and right <= width and bottom <= height, told
            assert not any(overlap(found["legend"], other) for other in found["others"]), told
            assert names_below(found) == [], told


def test_legend_makes_way_for_a_popup_on_a_phone(visit: Open) -> None:
    """The popup is what was asked for, and a legend over it hides its words."""
    seongju = next(place for place in load_catalog().places if place.id == "thaad_seongju")
    screen = visit(
        "ring=sohae~8000&show=cities,thaad,radar&date=2026-03-31&at=36.5,128,7",
        viewport={"width": 390, "height": 844},
    )
    boxes(screen)
    screen.click_map(seongju.lat, seongju.lon)
    expect(screen.popup).to_be_visible()
    found = boxes(screen)
    left, top, right, bottom = found["legend"]
    assert right > left and bottom > top, "it is there all the same"
    popup = screen.popup.evaluate(
        "(node) => { const { left, top, right, bottom } = node.getBoundingClientRect();"
        " return [left, top, right, bottom]; }"
    )
    assert not overlap(found["legend"], tuple(popup)), (found, popup)


def names_below(found: dict[str, Any]) -> list[str]:
    """Return the names under the legend that nobody may miss."""
    places = {place.id: place for place in load_catalog().places}
    ids = [next((each for each in row.ids if each in places), None) for row in MUST_NAMES]
    below = []
    for each in filter(None, ids):
        x, y = point(found, places[each].lat, places[each].lon)
        if overlap(found["legend"], (x - 4, y - 4, x + 4, y + 4)):
            below.append(each)
    return below


def test_legend_leaves_a_corner_that_a_place_needs(follow: Open) -> None:
    screen = follow("ring=sohae~300&at=40,120,6")
    found = boxes(screen)
    left, top, right, bottom = found["legend"]
    assert (left, bottom) == pytest.approx((10, found["size"][1] - 10), abs=1), "the usual corner"
    # Seoul where the legend was: as far from the middle of the map.
    seoul = next(place for place in load_catalog().places if place.id == "seoul")
    dx = (left + right) / 2 - found["size"][0] / 2
    dy = (top + bottom) / 2 - found["size"][1] / 2
    screen.page.evaluate(
        f"""([lat, lon, dx, dy]) => {{
            const {{ map }} = {MAP}, at = map.project([lat, lon]);
            map.setView(map.unproject([at.x - dx, at.y - dy]), map.getZoom(), {{ animate: false }});
        }}""",
        [seoul.lat, seoul.lon, dx, dy],
    )
    found = boxes(screen)
    x, y = point(found, seoul.lat, seoul.lon)
    assert not overlap(found["legend"], (x - 8, y - 8, x + 8, y + 8))


def test_legend_stands_still_while_a_thumb_moves(follow: Open) -> None:
    screen = follow("ring=sohae~1000&at=38,127,5")
    before = boxes(screen)["legend"]
    x, y, left, _right = screen.grab(0)
    for share in (0.1, 0.3, 0.5, 0.7):
        screen.page.mouse.move(x + share * 150, y)
        screen.frames(2)
        assert screen.page.evaluate(BOXES)["legend"] == before
    assert left < x
    screen.page.mouse.up()


def test_legend_says_shapes_fills_and_the_ring_meant(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=cities,thaad")
    legend = screen.map.get_by_test_id("legend")
    expect(legend.locator(".rm-legend-kind")).to_have_text(
        ["Launch site", "City, by population", "THAAD, interceptors"]
    )
    expect(legend.locator(".rm-legend-state")).to_have_text(["inside", "outside"])
    expect(legend.locator(".rm-legend-which")).to_have_count(0)
    screen.follow("ring=sohae~3000-5500&ring=sohae~8000&on=1&show=cities")
    expect(legend.locator(".rm-legend-state")).to_have_text(["inside", "in the band", "outside"])
    expect(legend.locator(".rm-legend-which")).to_have_text(["(the ring chosen)"])
    screen.activate(1)
    expect(legend.locator(".rm-legend-state")).to_have_text(["inside", "outside"])


def test_corner_of_a_link_does_not_hang_on_what_was_shown_before(open_tab: Open) -> None:
    query = "ring=sohae~8000&at=10,140,3"
    usual = boxes(open_tab(query))["legend"]
    screen = open_tab("ring=sohae~8000&at=30,120,3")
    assert boxes(screen)["legend"] != usual
    assert boxes(screen.follow(query))["legend"] == usual


def test_claimants_are_cut_only_where_a_column_is_too_narrow(visit: Open) -> None:
    screen = visit("present=1", viewport={"width": 1024, "height": 768})
    boxes(screen)
    cut = screen.map.locator(".rm-legend-rings li > span").evaluate_all(
        "all => all.map((one) => one.scrollWidth > one.clientWidth)"
    )
    assert cut == [True, False, False, False, False]  # 46 letters; two columns would cut all


def test_sources_and_credits_unfold_and_fold(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    legend = screen.map.get_by_test_id("legend")
    more = legend.get_by_role("button")
    credit = legend.get_by_text("GeoNames")
    expect(credit).to_be_hidden()
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(credit).to_be_visible()
    expect(legend.get_by_role("link", name="All sources")).to_have_attribute("target", "_blank")
    more.click()
    expect(credit).to_be_hidden()


def test_unfolded_legend_is_whole_and_above_all_else(visit: Open) -> None:
    """On a small map, and when a window becomes one."""
    screen = visit(TWELVE, viewport={"width": 1280, "height": 800})
    boxes(screen)
    more = screen.map.get_by_test_id("legend").get_by_role("button")
    for width, height in ((1280, 800), (390, 844), (667, 375)):
        screen.page.set_viewport_size({"width": width, "height": height})
        found = boxes(screen)
        if width == 1280:
            more.click()
        left, top, right, bottom = boxes(screen)["legend"]
        assert min(left, top) >= 0, found
        assert right <= found["size"][0] and bottom <= found["size"][1], found
        assert screen.page.evaluate(ON_TOP), found
    more.click()
    expect(more).to_have_attribute("aria-expanded", "false")


def test_list_of_rings_is_shown_only_where_no_cards_are(visit: Open) -> None:
    rings = "ring=sohae~8000~experts via Yonhap&ring=sohae~10000~Korea Times"
    screen = visit(rings, viewport={"width": 1280, "height": 800})
    listed = screen.map.locator(".rm-legend-rings")
    boxes(screen)
    expect(listed).to_be_hidden()
    screen.page.goto(f"{screen.home}/?{rings}&present=1")
    screen.ready()
    expect(listed).to_be_visible()
    expect(listed.locator("li").first).to_contain_text("8,000 km experts via Yonhap")
    screen.page.goto(f"{screen.home}/?{rings}&embed=true")
    screen.ready()
    expect(listed).to_be_visible()
    screen.page.goto(f"{screen.home}/?{rings}&embed=true&legend=0")
    screen.ready()
    boxes(screen)
    expect(listed).to_be_hidden()
    expect(screen.map.get_by_test_id("legend")).to_contain_text("not predictions")
