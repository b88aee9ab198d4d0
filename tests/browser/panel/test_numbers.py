"""The box beside each thumb: what it says is what the ring is, and a number can be typed there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

TYPED = {  # what is in the address then, and in the box
    "8000": ("8000", "8,000"),
    "8,000": ("8000", "8,000"),
    " 8 000 ": ("8000", "8,000"),
    "8000 km": ("8000", "8,000"),
    "\uff18\uff10\uff10\uff10": ("8000", "8,000"),
    "4970 mi": ("7998.43968", "7,998"),
    "6789.125": ("6789.125", "6,789.125"),
}


def test_number_is_typed_as_people_write_it(follow: Open) -> None:
    screen = follow("ring=sohae~5000")
    for text, (km, shown) in TYPED.items():
        screen.number(0).fill(text)
        screen.number(0).press("Enter")
        screen.wait_for_address(f"sohae~{km}")
        assert screen.ranges() == [float(km)]
        expect(screen.slider(0)).to_have_js_property("value", km)
        expect(screen.number(0)).to_have_value(shown)
        screen.set_range(0, 5000)
        expect(screen.number(0)).to_have_value("5,000")


def test_box_left_by_mouse_is_taken_too_and_in_the_units_of_the_page(follow: Open) -> None:
    screen = follow("ring=sohae~8000&units=mi")
    expect(screen.number(0)).to_have_value("4,971")
    screen.number(0).fill("3500")
    screen.map.locator(".leaflet-container").click(position={"x": 500, "y": 100})
    screen.wait_for_address("sohae~5632.704")
    expect(screen.number(0)).to_have_value("3,500")


@pytest.mark.parametrize("typed", ["5", "8.000", "20000", "-1", "", "far"])
def test_number_that_cannot_be_used_stays_until_it_is_mended(follow: Open, typed: str) -> None:
    screen = follow("ring=sohae~8000")
    address = screen.page.url
    box, problem = screen.number(0), screen.card(0).get_by_role("alert")
    box.fill(typed)
    box.press("Enter")
    expect(problem).to_contain_text(typed or "nothing")
    expect(problem).to_contain_text("10 to 19,900 km are accepted")
    expect(box).to_have_attribute("aria-invalid", "true")
    screen.slider(0).focus()
    expect(box).to_have_value(typed)
    assert (screen.ranges(), screen.page.url) == ([8000], address)
    box.fill("9000")
    box.press("Enter")
    screen.wait_for_address("sohae~9000")
    expect(problem).to_be_empty()
    expect(box).to_have_attribute("aria-invalid", "false")


def test_escape_takes_back_what_was_typed(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    address = screen.page.url
    for typed in ("9000", "nonsense"):
        screen.number(0).fill(typed)
        if typed == "nonsense":
            screen.number(0).press("Enter")
        screen.number(0).press("Escape")
        expect(screen.number(0)).to_have_value("8,000")
        expect(screen.card(0).get_by_role("alert")).to_be_empty()
    screen.slider(0).focus()
    assert (screen.ranges(), screen.page.url) == ([8000], address)


def test_number_refused_gives_way_to_a_thumb(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.number(0).fill("99")
    screen.number(0).fill("99 apples")
    screen.number(0).press("Enter")
    expect(screen.card(0).get_by_role("alert")).to_contain_text("99 apples")
    screen.slider(0).press("ArrowRight")
    expect(screen.number(0)).to_have_value("8,010")
    expect(screen.card(0).get_by_role("alert")).to_be_empty()


def test_arrows_step_the_number(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    for key, km in {"ArrowUp": 8010, "Shift+ArrowDown": 8009, "PageUp": 8509}.items():
        screen.number(0).press(key)
        assert screen.ranges() == [km], key
        expect(screen.number(0)).to_have_value(f"{km:,}")
    screen.wait_for_address("sohae~8509")
    screen.follow("ring=sohae~8000&units=nmi").number(0).press("ArrowUp")
    screen.wait_for_address("sohae~8018.52")  # 10 nautical miles of 1,852 m


def test_number_of_another_ring_is_typed_at_once(follow: Open) -> None:
    screen = follow("ring=sohae~8000&ring=sohae~3000-5500&ring=sohae~1000")
    screen.number(2).click()
    screen.page.keyboard.type("1,250")
    screen.page.keyboard.press("Enter")
    screen.wait_for_address("sohae~8000", "sohae~3000-5500", "sohae~1250")
    expect(screen.card(2)).to_have_class("rm-card rm-active")
    assert dict(screen.query())["on"] == "3"


def test_each_edge_of_a_band_has_a_box(follow: Open) -> None:
    screen = follow("ring=sohae~8500-10400-14000")
    shown = [screen.number(0, role).input_value() for role in ("low", "", "high")]
    assert shown == ["8,500", "10,400", "14,000"]
    expect(screen.card(0)).to_contain_text("Low")
    screen.number(0, "low").fill("10399")
    screen.number(0, "low").press("Enter")
    screen.wait_for_address("sohae~10399-10400-14000")
    screen.number(0, "low").fill("10400")
    screen.number(0, "low").press("Enter")
    expect(screen.card(0).get_by_role("alert")).to_contain_text(["must grow"])
    assert screen.rings_in_address() == ["sohae~10399-10400-14000"]
    screen.number(0).fill("11000")  # for whose sake it was refused
    screen.number(0).press("Enter")
    screen.wait_for_address("sohae~10399-11000-14000")
    expect(screen.number(0, "low")).to_have_value("10,399")
    expect(screen.number(0, "low")).to_have_attribute("aria-invalid", "false")
