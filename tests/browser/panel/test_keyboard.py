"""Everything can be done with the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen

ONE_RING = "ring=sohae~8000"
FOCUSED_ON = "() => document.activeElement?.dataset.testid ?? document.activeElement?.name ?? ''"
CONTROLS = """() => [...document.querySelectorAll(
    ".rm-panel :is(a[href], button, input, select, summary),"
    + ".rm-table :is(a[href], button, input, select), [data-testid=map]")]
    .filter((node) => !node.disabled && node.checkVisibility())
    .map((node, index) => {
        node.dataset.stop ??= String(index);
        return node.dataset.stop;
    })"""
STOP = "() => document.activeElement?.dataset.stop ?? null"


KEYS = {  # no two of the same effect in a row
    "ArrowRight": 8010,
    "ArrowLeft": 7990,
    "ArrowUp": 8010,
    "ArrowDown": 7990,
    "Shift+ArrowRight": 8001,
    "Shift+ArrowLeft": 7999,
    "PageUp": 8500,
    "PageDown": 7500,
    "Home": 10,
    "End": 19_900,
}


def test_key_moves_the_ring_at_once_and_the_address_after(follow: Open) -> None:
    screen = follow(ONE_RING)
    for key, km in KEYS.items():
        screen.set_range(0, 8000)
        screen.slider(0).focus()
        screen.page.keyboard.press(key)
        assert screen.ranges() == [km], key
        screen.wait_for_address(f"sohae~{km}")
        expect(screen.summary).to_contain_text(f"Within {km:,} km")
        assert screen.page.evaluate(FOCUSED_ON) == "range-0"


def test_keys_stop_at_the_ends(follow: Open) -> None:
    screen = follow("ring=sohae~19895&ring=sohae~15")
    for index, key in ((0, "ArrowRight"), (1, "ArrowLeft"), (0, "PageUp"), (1, "PageDown")):
        screen.slider(index).focus()
        screen.page.keyboard.press(key)
    screen.wait_for_address("sohae~19900", "sohae~10")


def test_arrow_held_down_moves_the_ring_each_time_and_keeps_the_focus(follow: Open) -> None:
    screen = follow(ONE_RING)
    screen.page.evaluate("() => probe.mark()")
    screen.slider(0).focus()
    for _ in range(40):
        screen.page.keyboard.press("ArrowRight")
    assert screen.ranges() == [8400]
    screen.wait_for_address("sohae~8400")
    expect(screen.summary).to_contain_text("Nearest US soil")
    assert screen.page.evaluate(FOCUSED_ON) == "range-0"
    assert screen.page.evaluate("() => probe.marked()")


def test_slider_says_its_value_in_the_units_chosen(follow: Open) -> None:
    screen = follow(f"{ONE_RING}&units=mi")
    expect(screen.slider(0)).to_have_attribute("aria-valuetext", "4,971 mi")
    screen.slider(0).press("PageUp")
    expect(screen.slider(0)).to_have_attribute("aria-valuetext", "5,282 mi")
    assert screen.slider(0).get_attribute("aria-label")
    screen.wait_for_address("sohae~8500")


def test_tab_reaches_every_control(screen: Screen) -> None:
    screen.page.get_by_label("Search the table").fill("guam")
    expect(screen.table.locator("tbody tr")).not_to_have_count(0)
    screen.field("label").wait_for()
    stops = set(screen.page.evaluate(CONTROLS))
    assert len(stops) > 40
    screen.page.locator(".rm-panel a").first.focus()
    reached: set[str] = set()
    for _ in range(3 * len(stops)):
        reached.add(screen.page.evaluate(STOP))
        if stops <= reached:
            break
        screen.page.keyboard.press("Tab")
    assert stops <= reached


def test_claim_is_chosen_by_keyboard_and_the_focus_stays(screen: Screen) -> None:
    summary = screen.page.locator(".rm-card.rm-active .rm-editor summary")
    summary.focus()
    screen.page.keyboard.press("Enter")
    claim = screen.field("claim")
    claim.focus()
    before = claim.input_value()
    screen.page.keyboard.press("ArrowDown")
    screen.eventually(lambda: claim.input_value() != before, "another claim")
    screen.eventually(lambda: screen.ranges()[0] != 5500, "another range")
    assert screen.page.evaluate(FOCUSED_ON) == "claim"


def test_ring_is_activated_by_keyboard(follow: Open) -> None:
    screen = follow()
    screen.card(2).locator(".rm-card-head").focus()
    screen.page.keyboard.press("Enter")
    expect(screen.card(2)).to_have_class("rm-card rm-active")
    expect(screen.summary).to_contain_text("Within about 6,700 km (David Wright (UCS))")


def test_map_pans_and_zooms_by_keyboard(follow: Open) -> None:
    screen = follow()
    screen.map.locator(".leaflet-container").focus()
    zoom = screen.view()[2]
    screen.page.keyboard.press("Equal")
    screen.eventually(lambda: screen.view()[2] > zoom, "a larger zoom")
    screen.eventually(lambda: "at" in dict(screen.query()), "the view in the address")
    lon = screen.view()[1]
    screen.page.keyboard.press("ArrowRight")
    screen.eventually(lambda: screen.view()[1] > lon, "a pan to the east")
