"""The page on radars: sliders, claims and days change lists and map in the frame; its address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import MAP, STYLED, Json, Screen, pairs_of
from tests.browser.visitors.test_accessibility import grave_violations, use_theme
from tests.support import exact, place_point

HOOK = "window.reachmapRadar?.state()"
SEONGJU = "tpy2_seongju"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
CITIES = ("dandong", "weihai", "yantai", "dalian", "shenyang", "beijing")
SIDEWAYS = """() => [document.documentElement, document.querySelector(".st-key-panel")]
    .map((node) => node.scrollWidth - node.clientWidth).filter((wide) => wide > 0)"""


def open_page(screen: Screen, query: str = "lang=en") -> None:
    screen.faults.expect(errors=("/_stcore/",))  # Streamlit looks for its server below the path
    screen.page.goto(f"{screen.home}/radar?{query}")
    screen.until(f"() => {HOOK}?.range_km && {STYLED}", "the page")
    screen.until(f"() => {MAP}?.state().sectors.length", "the sectors on the map")


def state(screen: Screen) -> Json:
    return dict(screen.page.evaluate(HOOK))


def drawn_km(screen: Screen) -> list[float]:
    sectors = screen.page.evaluate(f"() => {MAP}.state().sectors")
    return [sector["range_km"] for sector in sectors if sector["id"] == SEONGJU]


def cities(screen: Screen, name: str) -> list[str]:
    return [id_ for id_ in state(screen)[name] if id_ in CITIES]


def radars_in_address(screen: Screen) -> list[str]:
    return [value for key, value in pairs_of(screen.page.url) if key == "radar"]


def test_at_600_km_dandong_and_weihai_are_in_range_and_direction_decides(
    bare_page: Screen,
) -> None:
    screen = bare_page
    open_page(screen)
    assert state(screen)["range_km"] == [600]
    assert (state(screen)["azimuth_deg"], state(screen)["width_deg"]) == (347, 120)
    assert cities(screen, "inside") == ["dandong", "weihai"]
    inside = screen.page.get_by_test_id("radar-inside")
    for name in ("dandong", "weihai"):
        km = exact(place_point(SEONGJU), place_point(name))[0]
        expect(inside).to_contain_text(f"{name.title()} {km:.0f} km")
    screen.page.get_by_test_id(f"radar-way-{SEONGJU}-0").click()
    expect(screen.page.get_by_test_id("radar-elsewhere")).to_contain_text("Weihai 569 km")
    assert (cities(screen, "inside"), cities(screen, "elsewhere")) == (["dandong"], ["weihai"])
    screen.eventually(lambda: radars_in_address(screen) == [f"{SEONGJU}~600~0~120"], "the address")


def test_dragged_range_changes_list_and_map_in_every_frame(bare_page: Screen) -> None:
    screen = bare_page
    open_page(screen)
    box = screen.page.get_by_test_id("radar-range").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    screen.page.mouse.move(box["x"] + 8 + (box["width"] - 16) * 300 / 2200, y)
    screen.page.mouse.down()
    seen: dict[float, list[str]] = {}
    for part in (0.2, 0.25, 0.4, 0.75):
        screen.page.mouse.move(box["x"] + box["width"] * part, y)
        screen.frames(2)
        (km,) = state(screen)["range_km"]
        assert drawn_km(screen) == [km]
        seen[km] = cities(screen, "inside")
        for name in CITIES:
            is_near = exact(place_point(SEONGJU), place_point(name))[0] <= km
            told = screen.page.get_by_test_id("radar-inside-cities").inner_text()
            listed = {*cities(screen, "inside"), *cities(screen, "elsewhere")}
            assert (name in listed) == is_near, (name, km)
            assert (name.title() in told) == (name in seen[km])
    screen.page.mouse.up()
    assert len(seen) == 4
    assert [len(names) for _, names in sorted(seen.items())] == sorted(map(len, seen.values()))
    last = state(screen)["range_km"][0]
    screen.eventually(
        lambda: radars_in_address(screen) == [f"{SEONGJU}~{last:g}~347~120"], "the address"
    )
    expect(screen.page.locator(".rm-radarpage > .rm-heard")).to_contain_text("Chinese cities")
    screen.page.reload()
    screen.until(f"() => {HOOK}?.range_km", "the page again")
    assert state(screen)["range_km"] == [last]


def test_claims_are_drawn_as_they_were_said(bare_page: Screen) -> None:
    screen = bare_page
    open_page(screen)
    for claim, ranges in (
        ("han-2017", [800, 600]),
        ("uscc-2016-terminal", [2000, 600]),
        ("hua-2017", [2000]),
        ("nas-2012", [1500]),
    ):
        button = screen.page.get_by_test_id(f"radar-claim-{claim}")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert state(screen)["range_km"] == ranges
        screen.eventually(lambda ranges=ranges: drawn_km(screen) == ranges, "its sectors")
    told = screen.page.get_by_test_id("radar-claims").locator("li")
    dates = told.locator(".rm-radarpage-side").all_inner_texts()
    days = [match[0] for text in dates if (match := re.search(r"\d{4}(-\d\d){0,2}", text))]
    assert days == sorted(days), "all sides in one row, by date"
    for each in told.all():
        expect(each.locator("a.rm-cited")).to_have_attribute("href", re.compile("^http"))


def test_day_of_an_event_is_the_maps_and_marks_later_claims(bare_page: Screen) -> None:
    screen = bare_page
    open_page(screen)
    screen.page.get_by_test_id("radar-event-2017-03-06-first-launchers").locator("time").click()
    standing = screen.page.get_by_test_id("radar-standing")
    expect(standing).to_contain_text("not there on this day; it is drawn as an assumption")
    screen.wait_for_key("date", "2017-03-06")
    assert state(screen)["event"] == "2017-03-06-first-launchers"
    later = screen.page.locator(".rm-radarpage-claim.rm-later", has_text="Seoul")
    expect(later.first).to_contain_text("said after the day shown")
    slider = screen.page.get_by_test_id("radar-date")
    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    screen.wait_for_key("date", "2017-04-26")
    expect(standing).to_contain_text("is there")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("Seongju"))
    assert screen.page.evaluate("() => window.reachmapBus.scene.date") == "2017-04-26"


def test_two_lists_look_two_ways_with_a_radar_in_japan(bare_page: Screen) -> None:
    screen = bare_page
    open_page(screen)
    for azimuth in (269, 290):
        screen.page.get_by_test_id(f"radar-way-tpy2_shariki-{azimuth}").click()
        screen.eventually(
            lambda azimuth=azimuth: (
                {
                    (each["id"], each["azimuth_deg"])
                    for each in screen.page.evaluate(f"() => {MAP}.state().sectors")
                }
                == {("tpy2_shariki", azimuth)}
            ),
            "the other radar",
        )
    expect(screen.page.locator("h2").first).to_contain_text("Shariki")


def test_battery_of_guam_and_of_seongju_against_the_ways_to_their_targets(
    bare_page: Screen,
) -> None:
    screen = bare_page
    open_page(screen)
    told = screen.page.get_by_test_id("radar-between")
    km = exact(place_point("guam_nb"), (40.85, 129.66))[0]  # of Musudan-ri, by GeoNames
    assert state(screen)["between"]["km"] == pytest.approx(km, abs=10)
    expect(told).to_contain_text("before the target. It ends inside.")
    screen.page.get_by_test_id("radar-case-seoul").click()
    expect(told).to_contain_text("outside its circle of 200 km")
    assert state(screen)["between"]["enter_km"] is None
    screen.wait_for_key("target", "seoul")
    screen.page.get_by_test_id("radar-target").select_option("busan")
    expect(told).to_contain_text("It ends inside.")
    screen.page.get_by_test_id("radar-between-map").click()
    screen.ready()
    assert screen.query()[0][1].startswith("sunan_airport~")
    assert "thaad" in dict(screen.query())["show"]


def test_main_map_opens_with_the_same_sectors_and_no_ring(bare_page: Screen) -> None:
    screen = bare_page
    open_page(screen, f"lang=en&radar={SEONGJU}~800~350~90&date=2017-05-16")
    screen.page.get_by_test_id("radar-open").click()
    screen.until(
        f"() => {MAP}?.state().sectors?.length && location.pathname === '/'", "the main map"
    )
    query = dict(screen.query())
    assert (query["radar"], query["date"]) == (f"{SEONGJU}~800~350~90", "2017-05-16")
    assert query["hide"] == "1"
    assert drawn_km(screen) == [800]


def test_what_of_the_address_cannot_be_used_is_named(bare_page: Screen) -> None:
    open_page(bare_page, f"lang=en&radar={SEONGJU}~600~400~120&launch=nowhere&battery=%3Cb%3E")
    message = bare_page.page.locator(".rm-radarpage > .rm-message")
    for named in ("~400~120 was not used", "launch=nowhere was not used", "battery=<b> was not"):
        expect(message).to_contain_text(named)
    assert state(bare_page)["range_km"] == [600]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_page_is_readable_and_has_no_grave_faults(bare_page: Screen, dark: bool) -> None:
    open_page(bare_page)
    use_theme(bare_page, "dark" if dark else "light")
    assert grave_violations(bare_page.page) == []


def test_korean_page_on_a_phone_is_as_wide_as_the_phone(visit_bare: Open) -> None:
    screen = visit_bare(**PHONE)
    open_page(screen, "lang=ko")
    expect(screen.page.get_by_test_id("radar-inside")).to_contain_text("\ub2e8\ub465")
    assert screen.page.evaluate(SIDEWAYS) == []
