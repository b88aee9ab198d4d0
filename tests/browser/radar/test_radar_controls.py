"""The section "Radars": what its sliders, keys and buttons do to sectors, and who is in them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.classes import expect_followers, start_class
from tests.browser.conftest import Open
from tests.browser.oracle import places_of
from tests.browser.screen import Json, Screen
from tests.support import exact, place_point

SEONGJU = "ring=sohae~8000&radar=tpy2_seongju~800~347~120"
EDGE_DEG = 0.01  # so close to an edge either answer may be right
SEEN_NOW = """() => {
    window.seenNow = [];
    window.reachmapBus.on("scene", () => {
        const text = document.querySelector("[data-testid=radar-seen]").textContent;
        if (window.seenNow.at(-1) !== text) window.seenNow.push(text);
    });
}"""


def slider(screen: Screen, name: str) -> Locator:
    return screen.page.get_by_test_id(f"radar-{name}")


def sectors(screen: Screen) -> list[Json]:
    return list(screen.state()["sectors"])


def wait_for_sectors(screen: Screen, *wanted: tuple[float, float, float]) -> list[Json]:
    """Wait for the sectors of the map, as range, azimuth and width; return them."""

    def drawn() -> bool:
        keys = ("range_km", "azimuth_deg", "width_deg")
        return [tuple(each[key] for key in keys) for each in sectors(screen)] == list(wanted)

    screen.eventually(drawn, f"the sectors {wanted}")
    return sectors(screen)


def radars_in_address(screen: Screen) -> list[str]:
    return [value for key, value in screen.query() if key == "radar"]


def wait_for_radars(screen: Screen, *radars: str) -> None:
    screen.eventually(lambda: radars_in_address(screen) == list(radars), f"radar={radars}")


def seen_by_geodesic(sector: Json, query: str) -> set[str]:
    """Return the ids of the places that a sector sees by GeographicLib."""
    seen = set()
    for place in places_of(query):
        km, azimuth = exact(place_point(sector["id"]), (place.lat, place.lon))
        away = abs((azimuth - sector["azimuth_deg"] + 180) % 360 - 180)
        assert abs(km - sector["range_km"]) > EDGE_DEG, "a place on the edge proves nothing"
        if km <= sector["range_km"] and (km < 0.001 or away <= sector["width_deg"] / 2):
            seen.add(place.id)
    return seen


def drag(screen: Screen, name: str, by_px: int, steps: int) -> None:
    """Drag a thumb with the mouse, some pixels a frame, and let go."""
    handle = slider(screen, name)
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    value, low, high = handle.evaluate("(s) => [s.value, s.min, s.max].map(Number)")
    x = box["x"] + 8 + (box["width"] - 16) * (value - low) / (high - low)
    y = box["y"] + box["height"] / 2
    screen.page.mouse.move(x, y)
    screen.page.mouse.down()
    for step in range(1, steps + 1):
        screen.page.mouse.move(x + by_px * step, y)
        screen.frames(2)
    screen.page.mouse.up()


def test_a_link_brings_sliders_that_keys_move(open_tab: Open) -> None:
    screen = open_tab(SEONGJU)
    azimuth = slider(screen, "azimuth")
    expect(azimuth).to_be_visible()
    for name, value in {"range": "800", "azimuth": "347", "width": "120"}.items():
        expect(slider(screen, name)).to_have_value(value)
    expect(azimuth).to_have_attribute("aria-valuetext", "347 degrees, north-north-west")
    wait_for_sectors(screen, (800, 347, 120))
    azimuth.press("ArrowRight")
    (sector,) = wait_for_sectors(screen, (800, 348, 120))
    assert sector["id"] == "tpy2_seongju"
    wait_for_radars(screen, "tpy2_seongju~800~348~120")
    slider(screen, "width").press("ArrowLeft")
    wait_for_radars(screen, "tpy2_seongju~800~348~119")
    slider(screen, "range").press("ArrowRight")
    wait_for_radars(screen, "tpy2_seongju~810~348~119")


def test_a_boresight_goes_on_over_north(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&radar=tpy2_seongju~800~360~120")
    azimuth = slider(screen, "azimuth")
    azimuth.press("ArrowRight")
    wait_for_radars(screen, "tpy2_seongju~800~1~120")
    azimuth.press("ArrowLeft")
    azimuth.press("ArrowLeft")
    wait_for_radars(screen, "tpy2_seongju~800~359~120")


def test_decimals_of_a_link_stay_until_a_thumb_moves(open_tab: Open) -> None:
    link = "tpy2_seongju~812.5~346.25~118.5"
    screen = open_tab(f"ring=sohae~8000&radar={link}")
    wait_for_sectors(screen, (812.5, 346.25, 118.5))
    screen.set_range(0, 6000)
    screen.wait_for_address("sohae~6000")
    assert radars_in_address(screen) == [link]


@pytest.mark.parametrize(("name", "by_px"), [("azimuth", -9), ("range", 9)])
def test_cities_change_in_every_frame_of_a_drag(open_tab: Open, name: str, by_px: int) -> None:
    query = "ring=sohae~8000&show=cities,bases&radar=tpy2_seongju~803.3~347~120"
    screen = open_tab(query)
    wait_for_sectors(screen, (803.3, 347, 120))
    before = sectors(screen)[0]["sees"]
    screen.page.evaluate(SEEN_NOW)
    drag(screen, name, by_px, steps=8)
    assert len(screen.page.evaluate("() => window.seenNow")) >= 5
    screen.eventually(lambda: radars_in_address(screen) != ["tpy2_seongju~803.3~347~120"], "a link")
    (sector,) = sectors(screen)
    assert sector["sees"] != before
    assert set(sector["sees"]) == seen_by_geodesic(sector, query)
    said = f"sees {len(sector['sees'])} of {len(places_of(query))} places shown"
    expect(screen.page.get_by_test_id("radar-seen")).to_contain_text(said)


def test_a_claim_is_added_turned_with_the_others_and_taken_away(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&radar=tpy2_seongju~600~347~120")
    claim = screen.page.locator(".rm-radar-claims button", has_text="2,000 km")
    expect(claim).to_have_attribute("aria-pressed", "false")
    claim.click()
    expect(claim).to_have_attribute("aria-pressed", "true")
    wait_for_sectors(screen, (2000, 347, 120), (600, 347, 120))
    slider(screen, "azimuth").press("ArrowRight")
    wait_for_sectors(screen, (2000, 348, 120), (600, 348, 120))
    claim.click()
    wait_for_sectors(screen, (600, 348, 120))
    wait_for_radars(screen, "tpy2_seongju~600~348~120")


def test_the_first_move_assumes_what_is_published(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&show=cities,radar")
    expect(screen.page.get_by_test_id("radar-choice")).to_have_value("tpy2_seongju")

    def of_seongju() -> list[tuple[float, float]]:
        return [
            (each["range_km"], each["azimuth_deg"])
            for each in sectors(screen)
            if each["id"] == "tpy2_seongju"
        ]

    published = screen.eventually(of_seongju, "what is published of Seongju")
    assert len(published) > 1
    slider(screen, "azimuth").press("ArrowLeft")
    turned = [(km, azimuth - 1) for km, azimuth in published]
    screen.eventually(lambda: of_seongju() == turned, "all of its sectors turned")
    screen.eventually(lambda: len(radars_in_address(screen)) == len(turned), "all in the link")
    screen.page.get_by_test_id("radar-published").click()
    screen.eventually(lambda: of_seongju() == published, "what is published")
    wait_for_radars(screen)


def test_another_lists_direction_is_one_press_away(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&radar=tpy2_kyogamisaki~1000~306~120")
    screen.page.locator(".rm-radar-ways button", has_text="KeepTrack").click()
    wait_for_radars(screen, "tpy2_kyogamisaki~1000~270~120")
    expect(screen.page.get_by_test_id("radar-direction")).to_contain_text("Direction not published")
    expect(screen.page.get_by_test_id("radar-direction")).to_contain_text("KeepTrack")


def test_the_layer_takes_assumptions_along_and_undo_brings_them_back(open_tab: Open) -> None:
    screen = open_tab(f"{SEONGJU}&show=cities,radar")
    expect(slider(screen, "azimuth")).to_be_visible()
    screen.page.get_by_label("Radars", exact=True).uncheck()
    wait_for_sectors(screen)
    wait_for_radars(screen)
    expect(slider(screen, "azimuth")).to_be_hidden()
    screen.page.get_by_role("button", name="Undo").click()
    wait_for_radars(screen, "tpy2_seongju~800~347~120")
    expect(slider(screen, "azimuth")).to_be_visible()


def test_the_table_says_which_radar_sees_a_place(open_tab: Open) -> None:
    query = "ring=sohae~8000&radar=tpy2_seongju~600~347~120&radar=tpy2_seongju~2000~347~120"
    screen = open_tab(query)
    heads = screen.table.locator("thead th")
    seen = [text.startswith("Seen by radars") for text in heads.all_text_contents()].index(True)

    def cell(place: str) -> Locator:
        row = screen.table.locator("tbody tr").filter(
            has=screen.page.get_by_text(place, exact=True)
        )
        return row.locator("> *").nth(seen)

    expect(cell("Dandong")).to_have_text("AN/TPY-2 radar Seongju 600 km")
    expect(cell("Beijing")).to_have_text("AN/TPY-2 radar Seongju 2,000 km")
    expect(cell("Tokyo")).to_have_text("")
    heads.nth(seen).locator("button").click()
    expect(screen.table.locator("tbody tr").first.locator("> *").nth(seen)).to_contain_text(
        "600 km"
    )
    near = [text.startswith("THAAD battery within") for text in heads.all_text_contents()].index(
        True
    )
    row = screen.table.locator("tbody tr", has=screen.page.get_by_text("Busan", exact=True))
    expect(row.locator("> *").nth(near)).to_contain_text("km")


def test_a_turned_radar_is_announced_when_it_rests(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&radar=tpy2_seongju~600~346~120")
    wait_for_sectors(screen, (600, 346, 120))
    slider(screen, "azimuth").press("ArrowRight")
    said = screen.page.get_by_test_id("live-region")
    expect(said).to_contain_text("AN/TPY-2 radar Seongju, 600 km to 347 degrees, 120 wide: sees ")
    expect(said).to_contain_text("Dandong")


def test_followers_see_a_boresight_turn(open_tab: Open, visit: Open) -> None:
    leader = open_tab(f"{SEONGJU}&show=cities")
    code = start_class(leader)
    follower = visit(f"room={code}&lang=ko")
    expect_followers(leader, 1)
    wait_for_sectors(follower, (800, 347, 120))
    leader.page.locator(".st-key-close-board").click()
    for _ in range(3):
        slider(leader, "azimuth").press("ArrowRight")
    wait_for_sectors(follower, (800, 350, 120))
    assert radars_in_address(follower) == []
    leader.card(0).get_by_role("button", name="Hide ring 1").click()
    expect(follower.page).to_have_title("성주 AN/TPY-2 레이더: 누가 부채꼴 안에 있는가? | Reachmap")
