"""Sliders set by a script, as other people's tests do: value, then `input`, then `change`."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.panel.atrest import wait_for_places
from tests.browser.screen import MAP, Screen

ONE_RING = "ring=sohae~8000~experts%20via%20Yonhap"


@pytest.mark.parametrize("km", [9000, 8123.4, 10, 19_900, 5504.625])
def test_value_written_by_a_script_is_taken_as_it_is(follow: Open, km: float) -> None:
    screen = follow(ONE_RING)
    screen.set_range(0, km)
    assert screen.ranges() == [km]
    screen.wait_for_address(f"sohae~{km:.10g}~own assumption")
    wait_for_places(screen, screen.page.url.split("?")[1])
    expect(screen.slider(0)).to_have_js_property("value", f"{km:.10g}")


def test_map_follows_each_input_event_before_any_change_event(screen: Screen) -> None:
    kms, address = [6000, 7000.5, 12_345.6], screen.page.url
    seen = screen.slider(0).evaluate(
        f"""(slider, kms) => kms.map((km) => {{
            slider.value = km;
            slider.dispatchEvent(new Event("input", {{ bubbles: true }}));
            return [{MAP}.state().rings[0].range_km, location.href];
        }})""",
        kms,
    )
    assert seen == [[km, address] for km in kms]


def test_fill_of_a_test_tool_works_like_a_thumb(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.slider(0).fill("4321")
    screen.wait_for_address("sohae~4321")
    assert screen.ranges() == [4321]


def test_edges_of_a_band_give_way_to_the_one_that_is_moved(follow: Open) -> None:
    screen = follow("ring=sohae~3000-5500")
    screen.set_range(0, 6000, role="low")
    screen.wait_for_address("sohae~6000-6060")  # 1 % apart
    screen.set_range(0, 4000)
    screen.wait_for_address("sohae~3960-4000")


def test_edges_of_a_best_range_give_way_too(follow: Open) -> None:
    screen = follow("ring=sohae~8500-10400-14000")
    screen.set_range(0, 15_000)
    screen.wait_for_address("sohae~8500-15000-15150")
    screen.set_range(0, 7000, role="high")
    screen.wait_for_address("sohae~6860-6930-7000")


def test_many_quick_changes_end_with_the_last_one_everywhere(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    for km in range(5000, 15_000, 500):
        screen.set_range(0, km)
    screen.wait_for_address("sohae~14500")
    expect(screen.summary).to_contain_text("Within 14,500 km")
    expect(screen.summary).to_contain_text("Nearest US soil")
    wait_for_places(screen, "ring=sohae~14500")
