"""The lesson about maps: its numbers against GeographicLib, its pictures, keys, words and phone."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.oracle import WGS84
from tests.browser.screen import Json, Screen, pairs_of
from tests.browser.visitors.test_accessibility import grave_violations, use_theme
from tests.messages import said as messages_of
from tests.support import exact, place_point, site_point, table

HOOK = "window.reachmapLesson?.state()"
SHEET_WEST_DEG = -30.0  # where the printed map is cut
MODULE = "new URL('/assets/lesson/lines.js', location.origin).href"
Point = tuple[float, float]


def parallel_km(lat: float) -> float:
    """Return the length of a parallel: a thousandth of a degree by GeographicLib, 360,000 times."""
    return float(WGS84.Inverse(lat, 0, lat, 0.001)["s12"]) * 360.0


def on_paper(point: Point) -> Point:
    """Return where a point lies on a Mercator sheet that is one wide, right and up."""
    lat, lon = point
    right = ((lon - SHEET_WEST_DEG) % 360) / 360
    return right, math.log(math.tan(math.radians(45 + lat / 2))) / (2 * math.pi)


def compass_km(start: Point, end: Point, scale_lat: float) -> float:
    return math.dist(on_paper(start), on_paper(end)) * parallel_km(scale_lat)


def wrong_cities(start: Point, km: float, scale_lat: float) -> list[str]:
    """Return the cities that a flat circle puts on the wrong side, the largest first."""
    cities = sorted(table("cities"), key=lambda city: -int(table("cities")[city]["population"]))
    ends = {city: place_point(city) for city in cities}
    return [
        city
        for city, end in ends.items()
        if (exact(start, end)[0] <= km) != (compass_km(start, end, scale_lat) <= km)
    ]


def open_lesson(screen: Screen, query: str) -> None:
    screen.faults.expect(errors=("/_stcore/",))
    screen.page.goto(f"{screen.home}/lesson?{query}")
    screen.until(f"() => {HOOK}?.wrong", "the lesson")


def state(screen: Screen) -> Json:
    return dict(screen.page.evaluate(HOOK))


def set_range(screen: Screen, km: float) -> None:
    screen.page.get_by_test_id("lesson-range").evaluate(
        """(input, km) => {
            input.value = km;
            input.dispatchEvent(new Event("input", { bubbles: true }));
            input.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        km,
    )
    screen.eventually(lambda: state(screen)["range_km"] == km, f"{km} km")
    screen.frames(2)


def check_table(screen: Screen, start: Point, km: float, scale_lat: float) -> None:
    """See that the table says what GeographicLib and a Mercator map in Python say."""
    wrong = wrong_cities(start, km, scale_lat)
    assert state(screen)["wrong"] == wrong
    rows = screen.page.get_by_test_id("lesson-wrong").locator("tbody tr")
    assert rows.count() == len(wrong)
    for city, row in zip(wrong, rows.all(), strict=True):
        true_km, flat_km = (
            exact(start, place_point(city))[0],
            compass_km(start, place_point(city), scale_lat),
        )
        says = ["\u25cf inside", "\u25cb outside"]
        assert row.locator("td").all_text_contents()[1:] == [
            f"{true_km:,.0f} km",
            f"{flat_km:,.0f} km",
            *(says if flat_km <= km else says[::-1]),
        ]
    said = (
        f"At {km:,.0f} km the flat circle gets {len(wrong)} of {len(table('cities'))} cities wrong."
    )
    expect(screen.page.get_by_test_id("lesson-count")).to_have_text(said)
    expect(screen.page.locator(".rm-lesson-said")).to_have_text(said)


def test_flat_circle_is_wrong_about_the_cities_that_python_finds(screen: Screen) -> None:
    start = site_point("sohae")
    open_lesson(screen, "ring=sohae~5500")
    for km in (5500, 8000, 13_000):
        set_range(screen, km)
        check_table(screen, start, km, start[0])
        flat = state(screen)["flat"]
        assert flat["radius_px"] / flat["sheet_px"] == pytest.approx(
            km / parallel_km(start[0]), rel=1e-6
        )
    screen.page.get_by_test_id("lesson-scale").select_option("equator")
    screen.eventually(lambda: state(screen)["scale"] == "equator", "the other scale")
    check_table(screen, start, 13_000, 0.0)
    screen.page.get_by_test_id("lesson-scale").select_option("site")
    screen.page.get_by_test_id("lesson-site").select_option("tonghae")
    screen.eventually(lambda: state(screen)["site"] == "tonghae", "the other site")
    check_table(screen, site_point("tonghae"), 13_000, site_point("tonghae")[0])
    set_range(screen, 8000)
    check_table(screen, site_point("tonghae"), 8000, site_point("tonghae")[0])
    check_area(screen, site_point("tonghae"), 8000)


def check_area(screen: Screen, start: Point, km: float) -> None:
    """Throw 4,000 points on the Earth and count those on the wrong side."""
    chance = np.random.default_rng(2003)
    lats = np.degrees(np.arcsin(chance.uniform(-1, 1, 4000)))
    ends = zip(lats.tolist(), chance.uniform(-180, 180, 4000).tolist(), strict=True)
    wrong = [
        (exact(start, end)[0] <= km) != (compass_km(start, end, start[0]) <= km) for end in ends
    ]
    said = screen.page.locator(".rm-lesson-area").text_content() or ""
    assert float(re.findall(r"[\d.]+", said)[0]) == pytest.approx(100 * np.mean(wrong), abs=2)


def test_slider_redraws_and_the_state_goes_into_the_links(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000~experts%20via%20Yonhap&ring=tonghae~500&lang=en")
    open_lesson(screen, screen.page.url.partition("?")[2])
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


def shown(screen: Screen) -> dict[str, str]:
    """Return the four pictures as they are now."""
    return dict(
        screen.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("canvas[data-testid]")]
                .map((canvas) => [canvas.dataset.testid, canvas.toDataURL()]))"""
        )
    )


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


def test_azimuthal_ring_is_a_circle_and_keys_turn_the_globe(screen: Screen) -> None:
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


def integrated_rhumb_km(start: Point, end: Point) -> float:
    """Return the length of a rhumb line by summing small steps on the ellipsoid."""
    a_km, e2 = WGS84.a / 1000, WGS84.f * (2 - WGS84.f)
    lat = np.radians(np.linspace(start[0], end[0], 200_001))
    root = np.sqrt(1 - e2 * np.sin(lat) ** 2)
    meridian, parallel = a_km * (1 - e2) / root**3, a_km * np.cos(lat) / root
    rise = float(np.trapezoid(meridian / parallel, lat))
    east = math.radians((end[1] - start[1] + 180) % 360 - 180)
    north_km = float(np.trapezoid(meridian, lat))
    return math.hypot(north_km, north_km * east / rise)


def test_straight_line_and_great_circle_have_their_true_lengths(screen: Screen) -> None:
    open_lesson(screen, "ring=sohae~8000")
    # Published: examples of GeographicLib's RhumbSolve, JFK to Singapore, and of its tests.
    jfk, singapore = (
        (40 + 38 / 60 + 23 / 3600, -73 - 46 / 60 - 44 / 3600),
        (1.359166667, 103.989444444),
    )
    published = {
        (*jfk, *singapore): (18_523.56304, 103.5828330034),
        (33.3, 44.4, 12.34, 56.78): (2641.839724, 151.4831743754),
    }
    rhumb = f"async (ends) => (await import({MODULE})).rhumb(...ends)"
    for ends, (km, azimuth_deg) in published.items():
        found: dict[str, Any] = screen.page.evaluate(rhumb, list(ends))
        assert found["km"] == pytest.approx(km, abs=1e-3)
        assert found["azimuth"] == pytest.approx(azimuth_deg, abs=1e-6)
    level = screen.page.evaluate(rhumb, [40, 120, 40, -120])
    assert level["km"] == pytest.approx(parallel_km(40) / 3, rel=1e-9)
    start = site_point("sohae")
    for goal in ("new_york", "anchorage", "sydney", "guam_nb"):
        screen.page.get_by_test_id("lesson-goal").select_option(goal)
        screen.eventually(lambda goal=goal: state(screen)["line"]["destination"] == goal, goal)  # type: ignore[misc]
        screen.frames(2)
        line, end = state(screen)["line"], place_point(goal)
        assert line["geodesic_km"] == pytest.approx(exact(start, end)[0], abs=1e-3)
        assert line["rhumb_km"] == pytest.approx(integrated_rhumb_km(start, end), abs=1e-3)
        ways = screen.page.get_by_test_id("lesson-ways")
        for km in (line["rhumb_km"], line["geodesic_km"], line["rhumb_km"] - line["geodesic_km"]):
            expect(ways).to_contain_text(f"{km:,.0f} km")
    check_top(screen, start)


def check_top(screen: Screen, start: Point) -> None:
    """The northernmost point on the way to New York, by walking it with GeographicLib."""
    screen.page.get_by_test_id("lesson-goal").select_option("new_york")
    way = WGS84.InverseLine(*start, *place_point("new_york"))
    top = max(way.Position(way.s13 * i / 5000)["lat2"] for i in range(5001))
    pole_km = WGS84.Inverse(top, 0, 90, 0)["s12"] / 1000
    expect(screen.page.get_by_test_id("lesson-ways")).to_contain_text(
        f"climbs to {top:.1f}\u00b0 north and passes {pole_km:,.0f} km"
    )


def test_lesson_for_everyone(screen: Screen, visit: Callable[..., Screen]) -> None:
    open_lesson(screen, "ring=39.9,125.3~8000&ring=nowhere~1")
    expect(screen.page.get_by_role("alert")).to_contain_text("ring=nowhere~1")
    assert state(screen)["site"] == "39.9,125.3"
    for theme in ("light", "dark"):
        use_theme(screen, theme)
        assert grave_violations(screen.page) == []
    phone = visit("lang=ko", viewport={"width": 390, "height": 844}, has_touch=True)
    open_lesson(phone, "ring=sohae~8000&lang=ko")
    widths = "(all) => all.map((node) => node.scrollWidth)"
    assert phone.page.locator("html, .stMain").evaluate_all(widths) == [390, 390]
    box = phone.page.get_by_test_id("lesson-range").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 844, "the slider is at the thumb"
    assert box["height"] >= 40
    lesson = phone.page.locator(".rm-lesson")
    said = lesson.evaluate(
        """(root) => root.innerText + [...root.querySelectorAll("[aria-label]")]
            .map((node) => node.ariaLabel).join()"""
    )
    lesson_words = messages_of(".js")
    assert [english for english in lesson_words if english in said and len(english) > 2] == []
    assert grave_violations(phone.page) == []
