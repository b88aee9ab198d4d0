"""The map as one file, opened from a disk on a machine without a network."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import expect

from geo.reach import title_of
from geo.reach.summary import summarize
from geo.words.credits import ATTRIBUTION
from tests.browser.oracle import spoken_states
from tests.browser.safety.test_hostile_text import own
from tests.browser.share.saved import APP, Save, SavedPage, counts_of, loaded
from tests.support import view_at

HOSTILE = "</script><img src=x onerror=alert(1)><!--<script>"
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
# Note in each frame where the thumb is, and how far the ring reaches.
WATCH = """() => {
    window.seen = [];
    const slider = document.querySelector("[data-testid=range-0]");
    const look = () => {
        seen.push([Number(slider.value), reachmap.state().rings[0].range_km]);
        requestAnimationFrame(look);
    };
    look();
}"""


def test_file_shows_what_the_app_shows(save: Save) -> None:
    query = "ring=sohae~8000~experts&ring=39.87,125.27~3000-5500&show=cities,radar&units=mi"
    saved = save(query)
    saved.wait_for_places(query)
    assert saved.ranges() == [8000, 5500]
    assert saved.page.title() == f"{title_of(view_at(query))} | Reachmap"
    expect(saved.summary).to_contain_text(counts_of(query))
    expect(saved.summary).to_contain_text(summarize(view_at(query)).nearest_us)
    expect(saved.table.locator("tbody tr")).to_have_count(len(spoken_states(query)))
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
    saved.wait_for_places(f"ring=sohae~{km}")  # while the thumb is held
    assert saved.summary.text_content() != before
    saved.page.mouse.up()
    saved.eventually(lambda: saved.shared()[0] == ("ring", f"sohae~{km:g}"), "the link")
    expect(saved.summary).to_contain_text(counts_of(f"ring=sohae~{km}"))
    expect(saved.table.locator("thead")).to_contain_text(f"{km:,.0f} km")
    assert saved.page.title() == f"North Korea: who is within {km:,.0f} km of Sohae? | Reachmap"


def test_keys_move_the_ring_which_is_the_thumbs_in_every_frame(save: Save) -> None:
    saved = save()
    saved.slider(0).focus()
    for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowRight", "PageDown"):
        saved.page.keyboard.press(key)
    assert saved.ranges() == [7481]
    saved.wait_for_places("ring=sohae~7481")
    saved.eventually(lambda: saved.shared()[0] == ("ring", "sohae~7481"), "the link")
    expect(saved.slider(0)).to_be_focused()
    saved.page.evaluate(WATCH)
    for _ in range(10):
        saved.page.keyboard.press("ArrowRight")
    saved.until("() => seen.at(-1)[1] === 7581", "a frame after the last key")
    assert all(value == km for value, km in saved.page.evaluate("() => seen"))


def test_base_map_is_drawn(save: Save) -> None:
    saved = save("ring=sohae~8000&at=40,140,3")
    places = {"Siberia": (60, 110), "Gobi": (43, 105), "Pacific": (30, 160), "Korea": (40.3, 127)}
    sea = [0xDC, 0xE6, 0xEC]
    saved.until(f"() => String(({COLOUR})([40.3, 127])) === '239,226,200'", "North Korea's colour")
    seen = {name: saved.page.evaluate(COLOUR, place) for name, place in places.items()}
    assert seen["Pacific"] == sea
    assert seen["Siberia"] == seen["Gobi"] == [0xF8, 0xF6, 0xF0]
    saved.until(f"() => String(({COLOUR})([53.5, 108])) === '{','.join(map(str, sea))}'", "Baikal")


def test_hostile_label_is_text(save: Save) -> None:
    saved = save(f"ring=sohae~8000~{quote(HOSTILE)}")
    expect(saved.card(0).locator(".rm-card-title")).to_have_text(own(HOSTILE))
    expect(saved.summary).to_contain_text(f"({own(HOSTILE)})")
    expect(saved.table.locator("thead")).to_contain_text(HOSTILE)
    expect(saved.frame.get_by_test_id("legend")).to_contain_text(HOSTILE)
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
    share = """() => [frames[0], frames[1]].every(({ document }) => document.querySelector(
        "[data-testid=share-link]")?.target === "_blank" && document.querySelector(".rm-shared"))"""
    saved.until(share, "a link that leads out of the frame, and a map that shares its gestures")
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


def test_colours_are_those_of_the_system(save: Save) -> None:
    saved = save()
    switch(saved, "light", "dark")
    switch(saved, "dark", "light")


def switch(saved: SavedPage, scheme: str, other: str) -> None:
    """Open the file in one scheme of colours, then have the system change to the other."""
    saved.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    saved.page.reload()
    loaded(saved)
    is_dark = scheme == "dark"
    assert saved.page.evaluate("() => document.documentElement.dataset.theme") == scheme
    assert saved.frame.evaluate("(node) => node.classList.contains('rm-dark')") == is_dark
    saved.page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
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
    units = saved.page.get_by_label("Units")
    expect(units).to_be_hidden()
    saved.page.get_by_role("button", name="More", exact=True).tap()
    units.scroll_into_view_if_needed()
    on_top = units.evaluate(
        """(node) => {
            const { x, y, width, height } = node.getBoundingClientRect();
            return node === document.elementFromPoint(x + width / 2, y + height / 2);
        }"""
    )
    assert on_top, "the panel lies over the map"
    assert saved.page.evaluate(sideways) == 390
