"""Online base maps: chosen by hand, credited, and missed with a notice when they do not come."""

from __future__ import annotations

import base64
import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Route, expect

from geo.link.tiles import OFFLINE, TILE_PROVIDERS
from tests.browser.conftest import Open
from tests.browser.screen import Screen

ONE_RING = "ring=sohae~8000"
OSM = TILE_PROVIDERS["OpenStreetMap.Mapnik"]
HOSTS = tuple(
    (urlsplit(provider.url).hostname or "").replace("{s}.", "")
    for provider in TILE_PROVIDERS.values()
)
BLUE_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg=="
)


def notice(screen: Screen) -> Locator:
    return screen.map.locator(".rm-notice")


def tiles(screen: Screen) -> Locator:
    return screen.map.locator("img.leaflet-tile")


def base_map(screen: Screen) -> Locator:
    return screen.page.get_by_label("Base map")


def expect_no_network(screen: Screen) -> None:
    screen.faults.expect(hosts=HOSTS, errors=("ERR_NAME_NOT_RESOLVED",))


def answer_tiles(screen: Screen) -> list[tuple[str, str]]:
    """Answer requests for tiles; return the list of (host, Referer), which grows."""
    screen.faults.expect(hosts=HOSTS)
    seen: list[tuple[str, str]] = []

    def answer(route: Route) -> None:
        host = urlsplit(route.request.url).hostname or ""
        seen.append((host, route.request.all_headers().get("referer", "")))
        route.fulfill(body=BLUE_PIXEL, content_type="image/png")

    screen.page.route(re.compile("https://"), answer)
    return seen


def assert_order_of_panes(screen: Screen) -> None:
    """The offline map, tiles, rings: each above the one before."""
    heights = screen.page.evaluate(
        """() => ["rmBase", "rmTiles", "rmScene"].map((pane) => Number(getComputedStyle(
            document.querySelector("[data-testid=map]").contentDocument
                .querySelector(`.leaflet-${pane}-pane`)).zIndex))"""
    )
    assert heights == sorted(set(heights))


def test_provider_that_cannot_be_reached_leaves_the_offline_map_and_a_notice(
    open_tab: Open,
) -> None:
    screen = open_tab(ONE_RING)
    expect_no_network(screen)
    base_map(screen).select_option(OSM.id)
    expect(notice(screen)).to_contain_text(f"{OSM.title} cannot be reached")
    expect(notice(screen)).to_contain_text("offline map is shown")
    screen.wait_for_key("base", OSM.id)
    screen.wait_for_paint()
    hidden = "(all) => all.every((each) => !each.checkVisibility())"
    screen.eventually(lambda: tiles(screen).evaluate_all(hidden), "no broken image in sight")
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    screen.wait_for_key("base", OSM.id)
    base_map(screen).select_option(OFFLINE)
    expect(notice(screen)).to_be_hidden()
    screen.wait_for_key("base", None)
    expect(tiles(screen)).to_have_count(0)
    screen.wait_for_paint()


def test_every_provider_is_credited_told_who_asks_and_lies_below_the_rings(open_tab: Open) -> None:
    screen = open_tab(f"{ONE_RING}&at=30,160,4")
    before = screen.view()
    seen = answer_tiles(screen)
    credit_line = screen.map.locator(".leaflet-control-attribution")
    options = base_map(screen).locator("option").all_text_contents()
    assert options == ["Offline", *(provider.title for provider in TILE_PROVIDERS.values())]
    for provider, host in zip(TILE_PROVIDERS.values(), HOSTS, strict=True):
        base_map(screen).select_option(provider.id)
        expect(credit_line).to_contain_text(provider.attribution)
        expect(credit_line).to_contain_text("Natural Earth")
        screen.eventually(lambda host=host: any(host in at for at, _ in seen), f"tiles of {host}")
        policies = tiles(screen).evaluate_all("(all) => all.map((each) => each.referrerPolicy)")
        assert set(policies) == {"strict-origin-when-cross-origin"}
        expect(screen.map.locator("img.leaflet-tile-loaded").first).to_be_visible()
        assert_order_of_panes(screen)
        assert screen.view() == before
    assert {referer for _, referer in seen} == {f"{screen.home}/"}
    expect(notice(screen)).to_be_hidden()
    base_map(screen).select_option(OFFLINE)
    expect(credit_line).not_to_contain_text(OSM.attribution)


def test_link_with_a_provider_opens_with_it_and_its_notice_can_be_closed(open_tab: Open) -> None:
    screen = open_tab(f"{ONE_RING}&base={OSM.id}")
    expect_no_network(screen)
    expect(base_map(screen)).to_have_value(OSM.id)
    expect(notice(screen)).to_contain_text(OSM.title)
    screen.wait_for_paint()
    notice(screen).get_by_role("button", name="Close").click()
    expect(notice(screen)).to_be_hidden()


def test_unknown_provider_in_a_link_is_named_and_the_map_is_offline(follow: Open) -> None:
    screen = follow(f"{ONE_RING}&base=Mapbox.Streets")
    for words in ("base=Mapbox.Streets", OFFLINE, *TILE_PROVIDERS):
        expect(screen.message).to_contain_text(words)
    expect(base_map(screen)).to_have_value(OFFLINE)
    screen.wait_for_paint()
    assert screen.faults.outside == []
