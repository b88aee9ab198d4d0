"""The map as one file, opened from a disk on a machine without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.reach.summary import summarize
from geo.share.links import view_link
from geo.words.credits import ATTRIBUTION
from tests.browser.machine import Faults, Machine
from tests.browser.oracle import best_states, scenario_of
from tests.browser.safety.test_hostile_text import own
from tests.browser.screen import Json, Screen, pairs_of
from tests.support import view_at
from ui.map.standalone import standalone_html

APP = "https://maps.example/reach/"
HOSTILE = "</script><img src=x onerror=alert(1)><!--<script>"
STATE = "reachmap.state()"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
# The colour of the base map at a point, as red, green, blue.
COLOUR = """([lat, lon]) => {
    const canvas = document.querySelector(".leaflet-rmBase-pane canvas");
    const box = canvas.getBoundingClientRect();
    const home = reachmap.map.getContainer().getBoundingClientRect();
    const at = reachmap.map.latLngToContainerPoint([lat, lon]);
    const spot = document.createElement("canvas");
    [spot.width, spot.height] = [1, 1];
    const pen = spot.getContext("2d");
    pen.drawImage(canvas, box.x - home.x - at.x, box.y - home.y - at.y, box.width, box.height);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""
FRAMES = """(count) => new Promise((resolve) => {
    const seen = [];
    const slider = document.querySelector("[data-testid=range-0]");
    const look = () => {
        seen.push([Number(slider.value), reachmap.state().rings[0].range_km]);
        if (seen.length < count) requestAnimationFrame(look);
        else resolve(seen);
    };
    look();
})"""


class SavedPage(Screen):
    """A page that is its own map: no frame, no address to keep a view in."""

    def state(self) -> Json:
        return dict(self.page.evaluate(f"() => {STATE}"))

    def ranges(self) -> list[float]:
        return list(self.page.evaluate(f"() => {STATE}.rings.map((r) => r.range_km)"))

    def places(self) -> dict[str, str]:
        return dict(self.page.evaluate(f"() => {STATE}.places"))

    @property
    def frame(self) -> Locator:
        return self.page.get_by_test_id("map")

    def shared(self) -> list[tuple[str, str]]:
        """The keys and values of the link to the app."""
        return pairs_of(self.share.get_attribute("href") or "")

    def wait_for_places(self, query: str) -> None:
        expected = best_states(query)
        self.eventually(lambda: self.places() == expected, f"Python's places of {query}")


Save = Callable[..., SavedPage]


def open_file(page: Page, path: Path, faults: Faults) -> SavedPage:
    page.goto(path.as_uri())
    saved = SavedPage(page, path.as_uri(), faults)
    saved.until(
        """() => document.querySelector('[data-testid=reach-summary]')?.textContent.trim()
        && document.querySelector('[data-testid=reach-table] tbody')
        && document.querySelector('.rm-panel select')?.options.length > 1
        && reachmap.state().rings.length""",
        "map, summary, table and panel",
    )
    return saved


@pytest.fixture
def save(chromium: Browser, tmp_path: Path) -> Iterator[Save]:
    """Save views and open them offline; when the test ends, none may have had a fault."""
    machines: list[Machine] = []

    def opened(query: str = "ring=sohae~8000", **options: Any) -> SavedPage:
        scenario = scenario_of(query)
        path = tmp_path / f"map{len(machines)}.html"
        text = standalone_html(view_of(scenario), view_link(scenario, APP))
        path.write_text(text, "utf-8")
        machines.append(Machine(chromium, path.as_uri(), **options))
        context = machines[-1].context
        context.set_offline(True)
        return open_file(context.new_page(), path, machines[-1].faults)

    yield opened
    assert [fault for machine in machines for fault in machine.close()] == []


def counts_of(query: str) -> str:
    return summarize(view_at(query)).counts


def test_file_shows_what_the_app_shows(save: Save) -> None:
    query = "ring=sohae~8000~experts&ring=39.87,125.27~3000-5500&show=cities,radar&units=mi"
    saved = save(query)
    saved.wait_for_places(query)
    assert saved.ranges() == [8000, 5500]
    assert saved.page.title().startswith("4,971 mi (\u201cexperts\u201d, own label) from Sohae")
    expect(saved.summary).to_contain_text(counts_of(query))
    expect(saved.summary).to_contain_text(summarize(view_at(query)).nearest_us)
    expect(saved.table.locator("tbody tr")).to_have_count(len(best_states(query)))
    expect(saved.frame.get_by_test_id("legend")).to_contain_text("not predictions")
    expect(saved.page.locator("footer")).to_contain_text(ATTRIBUTION)
    assert saved.share.get_attribute("href") == saved.page.locator("footer a").get_attribute("href")


def test_mouse_drags_the_slider_and_everything_follows(save: Save) -> None:
    saved = save()
    before = saved.summary.text_content()
    x, y, _, _ = saved.grab(0)
    seen = []
    for step in range(1, 9):
        saved.page.mouse.move(x - 6 * step, y)
        saved.frames(1)
        seen.append(saved.ranges()[0])
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) == 8
    km = seen[-1]
    assert saved.places() == best_states(f"ring=sohae~{km}"), "while the thumb is held"
    assert saved.summary.text_content() != before
    saved.page.mouse.up()
    saved.eventually(lambda: saved.shared()[0] == ("ring", f"sohae~{km:g}"), "the link")
    expect(saved.summary).to_contain_text(counts_of(f"ring=sohae~{km}"))
    expect(saved.table.locator("thead")).to_contain_text(f"{km:,.0f} km")
    assert saved.page.title().startswith(f"{km:,.0f} km from Sohae")


def test_ring_is_the_thumbs_in_every_frame(save: Save) -> None:
    saved = save()
    saved.slider(0).focus()
    saved.page.evaluate(f"() => {{ window.watched = ({FRAMES})(40); }}")
    for _ in range(10):
        saved.page.keyboard.press("ArrowRight")
    seen = saved.page.evaluate("() => watched")
    assert all(value == km for value, km in seen)
    assert seen[-1][1] > 8000


def test_arrow_keys_move_the_ring(save: Save) -> None:
    saved = save()
    saved.slider(0).focus()
    for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowRight", "PageDown"):
        saved.page.keyboard.press(key)
    assert saved.ranges() == [7481]
    assert saved.places() == best_states("ring=sohae~7481")
    saved.eventually(lambda: saved.shared()[0] == ("ring", "sohae~7481"), "the link")
    expect(saved.slider(0)).to_be_focused()


def test_base_map_is_drawn(save: Save) -> None:
    saved = save("ring=sohae~8000&at=40,140,3")
    places = {"Siberia": (60, 110), "Gobi": (43, 105), "Pacific": (30, 160), "Korea": (40.3, 127)}
    sea = [0xDC, 0xE6, 0xEC]
    saved.until(f"() => String(({COLOUR})([40.3, 127])) === '239,226,200'", "North Korea's colour")
    seen = {name: saved.page.evaluate(COLOUR, place) for name, place in places.items()}
    assert seen["Pacific"] == sea
    assert seen["Siberia"] == seen["Gobi"] == [0xF8, 0xF6, 0xF0]
    saved.until(f"() => String(({COLOUR})([53.5, 108])) === '{','.join(map(str, sea))}'", "Baikal")


def test_people_are_counted_around_any_site_or_point(save: Save) -> None:
    saved = save()
    saved.field("site").select_option("sinpo")
    expect(saved.summary).to_contain_text(counts_of("ring=sinpo~8000"))
    for point in ("39.87,125.27", "-33.9, 18.4", "0,180"):
        saved.field("point").fill(point)
        saved.field("point").press("Enter")
        site = point.replace(" ", "")
        expect(saved.card(0).locator(".rm-card-title")).to_have_text(site)
        for km in (137, 2500, 9999, 14_321, 19_900):
            saved.set_range(0, km)
            expect(saved.summary).to_contain_text(counts_of(f"ring={site}~{km}"))
            assert saved.places() == best_states(f"ring={site}~{km}")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("125.27,39.87", "perhaps 39.87,125.27 is meant"),
        ("39.87,725", "longitude 725 is not between -180 and 180"),
        ("39.87,x", "expected LAT,LON in decimal degrees"),
        ("pyongyang", "is not a launch site"),
    ],
)
def test_point_that_is_none_is_refused_with_a_sentence(save: Save, typed: str, answer: str) -> None:
    saved = save()
    saved.field("point").fill(typed)
    saved.field("point").press("Enter")
    expect(saved.message).to_contain_text(answer)
    assert saved.state()["rings"][0]["site"] == "sohae"


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
    for layer in ("Radars", "Distances", "Any known site"):
        saved.page.get_by_label(layer).check()
    expect(saved.page.locator(".rm-targets button")).to_have_count(7)
    shared = dict(saved.shared())
    assert shared["units"] == "mi"
    assert shared["show"] == "cities,bases,thaad,radar,arcs,envelope"
    expect(saved.page.get_by_label("Base map")).to_be_hidden()


def test_presets_and_reset(save: Save) -> None:
    saved = save("ring=sohae~1000&units=nmi")
    presets = load_catalog().presets
    for preset in presets[1:4]:
        saved.page.get_by_label("Start from").select_option(preset.id)
        saved.wait_for_places(preset.query)
        expect(saved.page.locator(".rm-about")).to_have_text(preset.about)
    saved.page.get_by_role("button", name="Reset").click()
    saved.wait_for_places("")
    assert dict(saved.shared())["units"] == "nmi"


@pytest.mark.parametrize("day", ["2001-01-01", "2014-01-01", "2017-05-01"])
def test_what_stood_on_any_day(save: Save, day: str) -> None:
    saved = save("ring=sohae~8000&show=cities,bases,thaad,radar")
    saved.page.get_by_label("As of this day").fill(day)
    saved.wait_for_places(f"ring=sohae~8000&show=cities,bases,thaad,radar&date={day}")


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


def test_hostile_label_is_text(save: Save) -> None:
    saved = save(f"ring=sohae~8000~{quote(HOSTILE)}")
    expect(saved.card(0).locator(".rm-card-title")).to_have_text(own(HOSTILE))
    expect(saved.summary).to_contain_text(f"({own(HOSTILE)})")
    expect(saved.table.locator("thead")).to_contain_text(HOSTILE)
    expect(saved.frame.get_by_test_id("legend")).to_contain_text(HOSTILE)
    assert HOSTILE in saved.page.title()
    assert saved.shared()[0] == ("ring", f"sohae~8000~{HOSTILE}")
    assert saved.page.locator("img").count() == 0


def test_link_leads_to_the_app_and_keeps_what_the_file_cannot_show(save: Save) -> None:
    saved = save("ring=sohae~8000&lang=ko")
    saved.set_range(0, 5000)
    saved.eventually(lambda: saved.shared()[0] == ("ring", "sohae~5000"), "the link")
    assert (saved.share.get_attribute("href") or "").startswith(f"{APP}?ring=")
    assert dict(saved.shared())["lang"] == "ko"
    before = saved.page.url
    saved.frame.press("ArrowRight")
    saved.eventually(lambda: "at" in dict(saved.shared()), "the view in the link")
    assert saved.page.url == before


def test_two_files_in_frames_of_one_page_stay_apart(save: Save) -> None:
    saved = save()
    text = Path(saved.home.removeprefix("file://")).read_text("utf-8")
    bodies = {"/": "<iframe src=map.html></iframe>" * 2, "/map.html": text}
    saved.faults.expect(hosts=("school.example",))
    saved.page.route(
        "http://school.example/**",
        lambda route: route.fulfill(
            body=bodies[urlsplit(route.request.url).path], content_type="text/html"
        ),
    )
    saved.page.goto("http://school.example/")
    saved.until("() => [0, 1].every((i) => frames[i]?.reachmap?.state().rings.length)", "two maps")
    said = saved.page.evaluate(
        """() => {
            const slider = frames[0].document.querySelector("[data-testid=range-0]");
            slider.value = 2000;
            slider.dispatchEvent(new frames[0].Event("input", { bubbles: true }));
            return [frames[0], frames[1]].map(({ reachmap, document }) => [
                reachmap.state().rings[0].range_km, document.querySelector(".rm-dark") === null]);
        }"""
    )
    assert said == [[2000, True], [8000, True]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_those_of_the_system(save: Save, scheme: str) -> None:
    saved = save(color_scheme=scheme)
    is_dark = scheme == "dark"
    assert saved.page.evaluate("() => document.documentElement.dataset.theme") == scheme
    assert saved.frame.evaluate("(node) => node.classList.contains('rm-dark')") == is_dark
    saved.page.emulate_media(color_scheme="light" if is_dark else "dark")
    saved.until(
        f"() => {'!' if is_dark else ''}document.querySelector('.rm-dark')", "the other colours"
    )


def test_phone_has_the_slider_below_the_map_and_nothing_scrolls_sideways(save: Save) -> None:
    saved = save(f"ring=sohae~8000~{'W' * 60}&ring=sohae~3000-5500", **PHONE)
    sideways = "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
    assert saved.page.evaluate(sideways) == 390
    frame, slider = saved.frame.bounding_box(), saved.slider(0).bounding_box()
    assert frame is not None and slider is not None
    assert (frame["x"], frame["width"]) == (0, 390)
    assert frame["height"] >= 422
    assert frame["y"] + frame["height"] <= slider["y"]
    assert slider["y"] + slider["height"] <= 844
    expect(saved.finder).to_be_hidden()
    saved.page.get_by_role("button", name="More", exact=True).tap()
    expect(saved.finder).to_be_visible()
    on_top = saved.finder.evaluate(
        """(node) => {
            const { x, y, width, height } = node.getBoundingClientRect();
            return node === document.elementFromPoint(x + width / 2, y + height / 2);
        }"""
    )
    assert on_top, "the panel lies over the map"
    assert saved.page.evaluate(sideways) == 390
