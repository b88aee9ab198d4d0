"""Ready views: each option of "Start from" is the view that its TOML file describes."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from geo.link.query import encode, parse_pairs
from geo.link.ringtext import encode_ring
from geo.link.scenario import Scenario
from geo.records.kinds import Preset
from tests.browser.conftest import Open
from tests.browser.oracle import scenario_of
from tests.browser.panel.atrest import wait_for_places, whole_summary
from tests.browser.screen import Screen

PRESETS = load_catalog().presets


def start_from(screen: Screen, preset: Preset) -> None:
    screen.page.get_by_label("Start from").select_option(preset.id)


def drawn(screen: Screen) -> list[Any]:
    """Return what the map draws: site, label and outlines of each ring."""
    return [
        (ring["site"], ring["label"], [(e["role"], e["range_km"]) for e in ring["edges"]])
        for ring in screen.state()["rings"]
    ]


def expected(scenario: Scenario) -> list[Any]:
    return [(ring.site, ring.label, list(ring.edges)) for _, ring in scenario.shown_rings]


def test_list_holds_every_preset_in_order(screen: Screen) -> None:
    options = screen.page.get_by_label("Start from").locator("option")
    titles = [preset.title for preset in PRESETS]
    assert options.all_text_contents() == ["Start from\u2026", *titles, "Reset"]
    assert [each.order for each in PRESETS] == sorted(each.order for each in PRESETS)
    assert PRESETS[0].id == "july_2017", "a bare link shows it"
    assert drawn(screen) == expected(scenario_of(PRESETS[0].query))


def test_every_preset_draws_what_its_file_says(follow: Open) -> None:
    screen = follow()
    for preset in (*PRESETS[1:], PRESETS[0]):
        scenario = scenario_of(preset.query)
        start_from(screen, preset)
        screen.wait_for_address(*map(encode_ring, scenario.rings))
        assert drawn(screen) == expected(scenario)
        assert screen.ranges() == [ring.main_km for _, ring in scenario.shown_rings]
        expect(screen.page.locator(".rm-about")).to_have_text(preset.about)
        titles = screen.page.locator(".rm-card-title").all_text_contents()
        for ring, title in zip(scenario.rings, titles, strict=True):
            claim = load_catalog().claim(ring.label)
            assert title == (claim.said_by if claim else ring.label) or not ring.label
        keys = sorted(key for key, _ in parse_pairs(encode(scenario)))
        assert sorted(key for key, _ in screen.query()) == keys, "all else is default"


def test_preset_opens_the_same_as_its_link(follow: Open, open_tab: Open) -> None:
    preset = next(each for each in PRESETS if each.id == "icbm")
    chosen, linked = follow(), open_tab(preset.query)
    start_from(chosen, preset)
    chosen.wait_for_address(*linked.rings_in_address())
    assert drawn(chosen) == drawn(linked)
    wait_for_places(chosen, preset.query)
    assert whole_summary(chosen) == whole_summary(linked)
    chosen.eventually(lambda: chosen.view() == linked.view(), "both to fit the rings")


def test_preset_keeps_the_units_and_forgets_the_rest(follow: Open) -> None:
    screen = follow(
        "ring=sohae~8000~mine&units=mi&date=2010-01-01&show=radar&at=30,170,5&to=guam_nb"
    )
    preset = next(each for each in PRESETS if each.id == "srbm")
    start_from(screen, preset)
    rings = [("ring", encode_ring(ring)) for ring in scenario_of(preset.query).rings]
    screen.eventually(
        lambda: screen.query() == [*rings, ("units", "mi"), ("v", "1")], "rings and units alone"
    )
    expect(screen.summary).to_contain_text(" mi ")
    wait_for_places(screen, preset.query)


def test_new_start_clears_what_was_said_of_the_link(follow: Open) -> None:
    screen = follow("ring=nowhere~8000&ring=sohae~1500&units=miles")
    expect(screen.message.locator("p")).to_have_count(2)
    start_from(screen, PRESETS[-1])
    screen.wait_for_address(*map(encode_ring, scenario_of(PRESETS[-1].query).rings))
    assert screen.ranges() != [1500]
    expect(screen.message).to_be_empty()


def test_reset_brings_july_2017_back_from_anything(follow: Open) -> None:
    screen = follow("ring=-33,18~500&units=nmi&date=2010-01-01&show=&at=0,0,3")
    screen.reset()
    scenario = scenario_of(PRESETS[0].query)
    screen.wait_for_address(*map(encode_ring, scenario.rings))
    assert drawn(screen) == expected(scenario)
    wait_for_places(screen, "")
    assert {"date", "show", "at"}.isdisjoint(dict(screen.query()))
    screen.wait_for_key("units", "nmi")


def test_rings_are_added_to_a_preset_up_to_twelve(follow: Open) -> None:
    screen = follow()
    add = screen.page.get_by_role("button", name="+ Add a ring")
    for count in range(len(screen.ranges()) + 1, 13):
        expect(add).to_be_enabled()
        add.click()
        screen.eventually(lambda count=count: len(screen.ranges()) == count, f"{count} rings")
    expect(add).to_be_disabled()
    screen.eventually(lambda: len(screen.rings_in_address()) == 12, "twelve in the address")
    screen.page.reload()
    assert len(screen.ready().ranges()) == 12
    expect(screen.message).to_be_empty()
    screen.reset()
    expect(add).to_be_enabled()
    screen.eventually(lambda: len(screen.rings_in_address()) < 12, "fewer in the address")


def test_back_undoes_a_preset(follow: Open) -> None:
    screen = follow("ring=sohae~8000~mine")
    start_from(screen, PRESETS[-1])
    screen.wait_for_address(*map(encode_ring, scenario_of(PRESETS[-1].query).rings))
    screen.page.go_back()
    screen.eventually(lambda: screen.ranges() == [8000], "the ring of before")
    expect(screen.card(0)).to_contain_text("mine")
