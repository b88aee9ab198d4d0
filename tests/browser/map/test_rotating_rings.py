"""A ring over a turning Earth: drawn where Python has it, told everywhere, switched by its card."""

from __future__ import annotations

import re

import numpy as np
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.oracle import WGS84, scenario_of, spoken_states, states_by_ring
from tests.browser.panel.atrest import wait_for_places
from tests.browser.screen import MAP, Screen

QUERY = "ring=sohae~8000:rotating"
SAID = "8,000 km \u00b1 Earth's rotation"


def test_link_is_drawn_counted_and_told_as_python_has_it(open_tab: Open) -> None:
    screen = open_tab(QUERY)
    wait_for_places(screen, QUERY)
    ring = scenario_of(QUERY).rings[0]
    reach = ring.reach(8000)
    assert callable(reach)
    drawn = screen.page.evaluate(f"() => {MAP}.state().rings[0]")
    assert drawn["rotating"]
    for lat, lon in drawn["vertices"]:
        way = WGS84.Inverse(ring.point.lat, ring.point.lon, lat, lon)
        assert abs(way["s12"] / 1000 - float(reach(np.array(way["azi1"])))) < 0.05
    ends_km = [WGS84.Inverse(39.66, 124.706, *at)["s12"] / 1000 for at in drawn["vertices"]]
    assert max(ends_km) - min(ends_km) > 1000
    assert spoken_states(QUERY) == states_by_ring(QUERY)[0]
    assert spoken_states(QUERY) != spoken_states("ring=sohae~8000")
    for place in (screen.card(0), screen.summary, screen.table.locator("thead")):
        expect(place).to_contain_text(SAID)
    screen.until(
        f"(said) => {MAP}.state().labels.some(({{ kind, text }}) => kind + text === 'ring' + said)",
        "the words on the ring",
        SAID,
    )
    expect(screen.page.get_by_test_id("headline")).to_contain_text("with Earth's rotation")


def test_places_follow_while_a_ring_is_changed(open_tab: Open) -> None:
    screen = open_tab(QUERY)
    screen.set_range(0, 7000)
    wait_for_places(screen, "ring=sohae~7000:rotating")
    screen.wait_for_address("sohae~7000:rotating")


def test_switch_turns_the_ring_and_back_and_is_undone(open_tab: Open) -> None:
    claimed = "ring=banghyon_20170704~8000~experts via Yonhap"
    turned = claimed.replace("8000", "8000:rotating")
    screen = open_tab(claimed)
    card = screen.card(0)
    card.locator(".rm-editor summary").click()
    switch = screen.page.get_by_test_id("rotating-0")
    switch.focus()
    screen.page.keyboard.press("Space")
    wait_for_places(screen, turned)
    expect(switch).to_be_checked()
    expect(card).to_contain_text("experts via Yonhap without rotation, with it computed here")
    screen.page.get_by_role("button", name="Undo").click()
    wait_for_places(screen, claimed)
    expect(card).not_to_contain_text("rotation, with it")
    expect(card).to_contain_text("experts via Yonhap")


def test_lab_with_its_rotation_on_leads_to_such_a_ring(bare_page: Screen) -> None:
    bare_page.faults.expect(errors=("/_stcore/",))  # Streamlit looks for its server below the path
    query = "apogee_km=2802&ground_range_km=933&turning=1&lang=en"
    bare_page.page.goto(f"{bare_page.home}/lab?{query}")
    link = bare_page.page.get_by_test_id("lab-show")
    expect(link).to_have_attribute("href", re.compile("5865(:|%3A)rotating"))
