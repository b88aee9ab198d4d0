"""The panel of a saved page: rings, points, presets, days and places without a server."""

from __future__ import annotations

from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from tests.browser.share.saved import Save, counts_of


def test_people_are_counted_around_any_site_or_point(save: Save) -> None:
    saved = save()
    saved.field("site").select_option("sinpo")
    expect(saved.summary).to_contain_text(counts_of("ring=sinpo~8000"))
    for point, site in (
        ("39.87,125.27", "39.87,125.27"),
        ("33\u00b054'S 18\u00b024'E", "-33.9,18.4"),
        ("0,180", "0,180"),
    ):
        saved.field("point").fill(point)
        saved.field("point").press("Enter")
        expect(saved.card(0).locator(".rm-card-title")).to_have_text(site)
        for km in (137, 2500, 9999, 14_321, 19_900):
            saved.set_range(0, km)
            expect(saved.summary).to_contain_text(counts_of(f"ring={site}~{km}"))
            saved.wait_for_places(f"ring={site}~{km}")


def test_point_that_is_none_is_refused_with_a_sentence(save: Save) -> None:
    saved = save()
    for typed, answer in (
        ("125.27,39.87", "perhaps 39.87,125.27 is meant"),
        ("39.87,725", "longitude 725 is not between -180 and 180"),
        ("39.87,x", "expected LAT,LON in decimal degrees"),
        ("pyongyang", "is not a launch site"),
    ):
        saved.field("point").fill(typed)
        saved.field("point").press("Enter")
        expect(saved.message).to_contain_text(answer)
        assert saved.state()["rings"][0]["site"] == "sohae", typed


def test_rings_bands_claims_units_and_layers_work(save: Save) -> None:
    saved = save()
    saved.page.get_by_role("button", name="Add a ring").click()
    assert saved.ranges() == [8000, 9000]
    saved.field("band").check()
    assert [edge["role"] for edge in saved.state()["rings"][1]["edges"]] == ["low", "best", "high"]
    saved.card(1).get_by_role("button", name="Remove").click()
    assert saved.ranges() == [8000]
    saved.field("missile").select_option("hwasong-14")
    expect(saved.field("claim")).to_be_visible()
    expect(saved.field("label")).not_to_have_value("")
    saved.page.get_by_label("Units").select_option("mi")
    expect(saved.summary).to_contain_text(" mi ")
    for layer in ("Radars", "Distances", "Tests", "Any known site"):
        saved.page.get_by_label(layer, exact=True).check()
    expect(saved.page.locator(".rm-targets button")).to_have_count(7)
    shared = dict(saved.shared())
    assert shared["units"] == "mi"
    assert shared["show"] == "cities,bases,thaad,radar,arcs,tests,envelope"
    expect(saved.page.get_by_label("Base map")).to_be_hidden()


def test_presets_and_reset(save: Save) -> None:
    saved = save("ring=sohae~1000&units=nmi")
    presets = load_catalog().presets
    for preset in presets[1:4]:
        saved.page.get_by_label("Start from").select_option(preset.id)
        saved.wait_for_places(preset.query)
        expect(saved.page.locator(".rm-about")).to_have_text(preset.about)
    saved.page.get_by_label("Start from").select_option(label="Reset")
    saved.wait_for_places("")
    assert dict(saved.shared())["units"] == "nmi"


def test_what_stood_on_any_day(save: Save) -> None:
    saved = save("ring=sohae~8000&show=cities,bases,thaad,radar")
    for day in ("2001-01-01", "2014-01-01", "2017-05-01", "2026-03-05"):
        saved.page.get_by_label("As of this day").fill(day)
        saved.wait_for_places(f"ring=sohae~8000&show=cities,bases,thaad,radar&date={day}")


def test_timeline_of_the_file_needs_no_server(save: Save) -> None:
    later = "ring=banghyon_20170704~6200~Jang%20Young-geun%2C%20900%20kg%20warhead"
    saved = save(f"ring=sohae~8000&{later}&show=thaad&date=2017-07-11")
    assert saved.ranges() == [8000]
    slider = saved.page.get_by_test_id("timeline-day")
    slider.press("ArrowRight")
    expect(saved.page.get_by_test_id("timeline")).to_contain_text("12 July 2017 In print:")
    saved.eventually(lambda: saved.ranges() == [8000, 6200], "what was printed on the day")
    slider.press("Home")
    saved.wait_for_places("ring=sohae~8000&show=thaad&date=1984-01-01")
    assert saved.ranges() == [8000]
    saved.page.get_by_test_id("timeline-play").click()
    expect(saved.page.get_by_test_id("timeline")).to_contain_text("30 April 1984 First flight")
    saved.page.get_by_test_id("timeline-play").click()


def test_places_and_sites_of_the_file_are_found(save: Save) -> None:
    saved = save()
    for typed, name in (
        ("honolu", "Honolulu"),
        ("BRASILIA", "Bras\u00edlia"),
        ("\uc2e0\ud3ec", "Sinpo"),
        ("39.87 125.27", "39.87,125.27"),
    ):
        saved.finder.fill(typed)
        expect(saved.found.first).to_contain_text(name)
        saved.found.first.click()
        popup = saved.frame.locator(".leaflet-popup-content h3").last
        expect(popup).to_contain_text(name)
    saved.finder.fill("125.27,39.87")
    expect(saved.page.locator(".rm-find-status")).to_contain_text("perhaps 39.87,125.27 is meant")
    saved.finder.fill("atlantis <b>")
    expect(saved.page.locator(".rm-find-status")).to_contain_text("'atlantis <b>' in this file")


def test_site_on_the_map_starts_the_ring(save: Save) -> None:
    saved = save("ring=sohae~3000&at=40,128,7")
    row = next(site for site in load_catalog().launch_sites if site.id == "sinpo")
    x, y = saved.page.evaluate(
        """([lat, lon]) => {
            const box = reachmap.map.getContainer().getBoundingClientRect();
            const at = reachmap.map.latLngToContainerPoint([lat, lon]);
            return [box.x + at.x, box.y + at.y];
        }""",
        [row.lat, row.lon],
    )
    saved.page.mouse.click(x, y)
    saved.eventually(lambda: saved.state()["rings"][0]["site"] == "sinpo", "the ring at Sinpo")
