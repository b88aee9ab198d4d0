"""The lesson about maps as people use it: slider, keys, globe, links, words, colours and phone."""

from __future__ import annotations

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.oracle import WGS84
from tests.browser.pages.lesson import HOOK, open_lesson, set_range, shown, state
from tests.browser.screen import Screen, pairs_of
from tests.browser.visitors.test_accessibility import grave_violations, use_theme
from tests.messages import said as messages_of
from tests.support import site_point

# How far from a circle the middle of the blue line lies, at each degree; null where it is covered.
RING_STRAYS = """([x, y, radius]) => {
    const canvas = document.querySelector("[data-testid=lesson-azimuthal]");
    const { width, data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const isRing = (at) => Math.abs(data[at]) < 40 && Math.abs(data[at + 1] - 114) < 30
        && Math.abs(data[at + 2] - 178) < 30;
    return Array.from({ length: 360 }, (_, deg) => {
        const [right, up] = [Math.sin(deg * Math.PI / 180), Math.cos(deg * Math.PI / 180)];
        const hits = [];
        for (let off = -4; off <= 4; off += 0.25) {
            const [px, py] = [x + right * (radius + off), y - up * (radius + off)].map(Math.floor);
            if (isRing(4 * (py * width + px))) hits.push(off);
        }
        return hits.length ? (hits[0] + hits[hits.length - 1]) / 2 : NaN;
    });
}"""


def test_slider_redraws_and_the_state_goes_into_the_links(bare_page: Screen) -> None:
    screen = bare_page
    open_lesson(screen, "ring=sohae~8000~experts%20via%20Yonhap&ring=tonghae~500&lang=en")
    slider = screen.page.get_by_test_id("lesson-range")
    assert pairs_of(screen.page.url)[0] == ("ring", "sohae~8000~experts via Yonhap")
    before = shown(screen)
    for key, km in (("ArrowRight", 8010), ("Shift+ArrowLeft", 8009), ("PageDown", 7509)):
        slider.press(key)
        screen.eventually(lambda km=km: state(screen)["range_km"] == km, f"{km} km")  # type: ignore[misc]
    screen.frames(2)
    assert [name for name, now in shown(screen).items() if now == before[name]] == []
    expect(slider).to_have_attribute("aria-valuetext", "7,509 km")
    screen.eventually(
        lambda: pairs_of(screen.page.url)[:2] == [("ring", "sohae~7509"), ("ring", "tonghae~500")],
        "the address",
    )
    drag_slider(screen)
    screen.page.get_by_test_id("lesson-site").select_option("tonghae")
    km = state(screen)["range_km"]
    ring = f"tonghae~{km}"
    screen.eventually(lambda: pairs_of(screen.page.url)[0] == ("ring", ring), "the address")
    screen.page.reload()
    screen.until(f"() => {HOOK}?.wrong", "the lesson again")
    assert (state(screen)["site"], state(screen)["range_km"]) == ("tonghae", km)
    set_range(screen, 6000)
    screen.eventually(lambda: ("ring", "tonghae~6000") in pairs_of(screen.page.url), "the address")
    screen.page.get_by_role("link", name="Back to the map").click()
    assert screen.ready().rings_in_address() == ["tonghae~6000", "tonghae~500"]
    open_lesson(screen, "")
    screen.page.get_by_test_id("lesson-units").select_option("mi")
    screen.wait_for_key("units", "mi")
    assert screen.rings_in_address() == [], "nobody moved a ring"
    screen.page.get_by_role("link", name="Back to the map").click()
    expect(screen.ready().page.get_by_label("Units")).to_have_value("mi")


def drag_slider(screen: Screen) -> None:
    """Drag the thumb: the pictures follow before it is let go, in steps of 10 km."""
    box = screen.page.get_by_test_id("lesson-range").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    screen.page.mouse.move(box["x"] + box["width"] * 0.4, y)
    screen.page.mouse.down()
    seen = set()
    for part in (0.45, 0.5, 0.55):
        screen.page.mouse.move(box["x"] + box["width"] * part, y)
        screen.frames(2)
        seen.add(state(screen)["range_km"])
    screen.page.mouse.up()
    assert len(seen) == 3
    assert all(km % 10 == 0 for km in seen)


def test_azimuthal_ring_is_a_circle_and_keys_turn_the_globe(bare_page: Screen) -> None:
    screen = bare_page
    open_lesson(screen, "ring=sohae~13000")
    screen.frames(3)
    disc = state(screen)["azimuthal"]
    half_way_km = 2 * WGS84.Inverse(0, 0, 90, 0)["s12"] / 1000
    assert disc["radius_px"] == pytest.approx(disc["edge_px"] * 13_000 / half_way_km, rel=1e-6)
    strays = np.array(screen.page.evaluate(RING_STRAYS, [*disc["center_px"], disc["radius_px"]]))
    seen = strays[~np.isnan(strays.astype(float))]
    assert len(seen) > 250, "cities, lines and names may cover some of the ring"
    assert np.quantile(np.abs(seen), 0.9) < 1
    globe = screen.page.get_by_test_id("lesson-turn")
    before, [lat, lon] = shown(screen), state(screen)["facing"]
    globe.press("ArrowRight")
    globe.press("Shift+ArrowUp")
    assert state(screen)["facing"] == pytest.approx([lat + 1, lon + 5])
    screen.frames(2)
    after = shown(screen)
    assert [name for name in after if after[name] != before[name]] == ["lesson-globe"]
    box = globe.bounding_box()
    assert box is not None
    screen.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    screen.page.mouse.down()
    screen.page.mouse.move(box["x"] + box["width"] / 2 - 60, box["y"] + box["height"] / 2)
    screen.page.mouse.up()
    assert 10 < (state(screen)["facing"][1] - lon) % 360 < 60
    screen.page.get_by_role("button", name="Turn to the launch site").click()
    site = site_point("sohae")
    screen.eventually(lambda: state(screen)["facing"] == pytest.approx(site), "the launch site")
    expect(screen.page.get_by_test_id("lesson-globe")).to_have_attribute(
        "aria-label", re.compile("Seen from above 40\u00b0 north, 125\u00b0 east")
    )


def test_lesson_for_everyone(bare_page: Screen, visit_bare: Open) -> None:
    screen = bare_page
    open_lesson(screen, "ring=39.9,125.3~8000&ring=nowhere~1")
    expect(screen.page.get_by_role("alert")).to_contain_text("ring=nowhere~1")
    assert state(screen)["site"] == "39.9,125.3"
    for theme in ("light", "dark"):
        use_theme(screen, theme)
        assert grave_violations(screen.page) == []
    phone = visit_bare(viewport={"width": 390, "height": 844}, has_touch=True)
    open_lesson(phone, "ring=sohae~8000&lang=ko")
    phone.until(
        """() => {
            const slider = document.querySelector("[data-testid=lesson-range]");
            const box = slider.getBoundingClientRect();
            const widths = [...document.querySelectorAll("html, .stMain")];
            return widths.every((node) => node.scrollWidth === 390)
                && box.bottom <= 844 && box.height >= 40;
        }""",
        "a page as wide as the phone, the slider at the thumb",
    )
    lesson = phone.page.locator(".rm-lesson")
    said = lesson.evaluate(
        """(root) => root.innerText + [...root.querySelectorAll("[aria-label]")]
            .map((node) => node.ariaLabel).join()"""
    )
    lesson_words = messages_of(".js")
    assert [english for english in lesson_words if english in said and len(english) > 2] == []
    assert grave_violations(phone.page) == []
