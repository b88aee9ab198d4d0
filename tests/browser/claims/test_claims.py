"""Who says so: choosing a claim sets the range and the name; another number drops the name."""

from __future__ import annotations

from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from geo.records.kinds import Claim
from tests.browser.conftest import Open
from tests.browser.screen import Screen

YONHAP = "banghyon_20170704~8000~experts via Yonhap"


def expected_km(claim: Claim) -> str:
    low, high = claim.range_km_low, claim.range_km_high
    if low is not None and high is not None and low != high:
        return f"{low:g}-{high:g}"
    single = high if high is not None else low
    assert single is not None
    return f"{single:g}"


def claims_of(missile: str) -> list[Claim]:
    return [claim for claim in load_catalog().claims if claim.missile_id == missile]


def test_ring_of_the_default_view_names_its_claim_and_its_source(screen: Screen) -> None:
    screen.activate(3)
    expect(screen.field("missile")).to_have_value("hwasong-14")
    expect(screen.field("claim")).to_have_value("hwasong-14-yonhap-experts")
    expect(screen.card(3).locator(".rm-claim")).to_contain_text("experts quoted by Yonhap")
    expect(screen.card(3).locator(".rm-claim")).to_contain_text("2017-07-04")
    expect(screen.card(3).locator(".rm-claim")).to_contain_text("Source: ")


def test_every_claim_of_a_missile_sets_range_and_name(follow: Open) -> None:
    screen = follow("ring=sohae~1000")
    for missile in ("hwasong-14", "hwasong-15", "hwasong-7"):
        screen.field("missile").select_option(missile)
        for claim in claims_of(missile):
            screen.field("claim").select_option(claim.id)
            screen.wait_for_address(f"sohae~{expected_km(claim)}~{claim.label}")
            expect(screen.card(0).locator(".rm-claim")).to_contain_text(claim.claimed_by)
            expect(screen.summary).to_contain_text(f"({claim.said_by}")
            noun = {"floor": ": a floor)", "ceiling": ": a ceiling)"}.get(claim.statement, "")
            expect(screen.summary).to_contain_text(noun)
            expect(screen.card(0).locator(".rm-claim")).to_contain_text("Read by us: ")


def test_missile_starts_with_one_of_its_claims(follow: Open) -> None:
    screen = follow("ring=sohae~1000")
    screen.field("missile").select_option("hwasong-15")
    ids = [claim.id for claim in claims_of("hwasong-15")]
    screen.eventually(lambda: screen.field("claim").input_value() in ids, "a claim of it")
    screen.eventually(lambda: screen.rings_in_address() != ["sohae~1000"], "its range told")


def test_missile_without_claims_takes_its_best_published_range(follow: Open) -> None:
    screen = follow("ring=sohae~1000")
    claimed = {claim.missile_id for claim in load_catalog().claims}
    missile = next(
        each
        for each in load_catalog().missiles
        if each.id not in claimed and each.range_km_best is not None
    )
    screen.field("missile").select_option(missile.id)
    label = f"{missile.name}, best published"
    screen.wait_for_address(f"sohae~{missile.range_km_best:g}~{label}")


def test_dragging_away_drops_the_name_and_coming_back_restores_it(follow: Open) -> None:
    screen = follow("ring=banghyon_20170704~8000~experts%20via%20Yonhap")
    screen.set_range(0, 8500)
    screen.wait_for_address("banghyon_20170704~8500~own assumption")
    expect(screen.field("claim")).to_have_value("")
    expect(screen.card(0)).to_contain_text("own assumption")
    expect(screen.map.get_by_test_id("legend")).not_to_contain_text("Yonhap")
    screen.set_range(0, 8000)
    screen.wait_for_address(YONHAP)
    expect(screen.field("claim")).to_have_value("hwasong-14-yonhap-experts")


def test_key_press_drops_the_name_too(follow: Open) -> None:
    screen = follow("ring=banghyon_20170704~8000~experts%20via%20Yonhap")
    screen.slider(0).press("Shift+ArrowRight")
    screen.wait_for_address("banghyon_20170704~8001~own assumption")


def test_own_assumption_can_be_chosen(follow: Open) -> None:
    screen = follow("ring=banghyon_20170704~8000~experts%20via%20Yonhap")
    screen.field("claim").select_option("")
    screen.wait_for_address("banghyon_20170704~8000~own assumption")
    expect(screen.card(0).locator(".rm-claim")).to_have_count(0)


def test_own_label_is_kept_over_changes_of_the_range(follow: Open) -> None:
    screen = follow("ring=sohae~8000~my%20class")
    screen.set_range(0, 7000)
    screen.wait_for_address("sohae~7000~my class")


def test_false_name_in_a_link_is_not_dressed_up_as_a_claim(follow: Open) -> None:
    screen = follow("ring=banghyon_20170704~12000~experts%20via%20Yonhap")
    expect(screen.field("missile")).to_have_value("")
    expect(screen.card(0).locator(".rm-claim")).to_have_count(0)
    assert screen.map.get_by_test_id("legend").locator("time").count() == 0


def test_preset_keeps_the_units_of_the_person(follow: Open) -> None:
    screen = follow()
    screen.page.get_by_label("Units").select_option("mi")
    screen.wait_for_key("units", "mi")
    screen.page.get_by_label("Start from").select_option("icbm")
    screen.eventually(lambda: len(screen.ranges()) == 7, "the rings of the preset")
    screen.wait_for_key("units", "mi")
