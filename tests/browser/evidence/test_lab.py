"""The lab: the angle dragged by pointer and by keys, the ring on the map, colours, words, phone."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import MAP, STYLED, Json, Screen, pairs_of
from tests.browser.visitors.test_accessibility import grave_violations, use_theme
from tests.messages import said as messages_of

HOOK = "window.reachmapLab?.state()"
JULY = "test=2017-07-04-hwasong-14"
IMPACT = """() => {
    const dot = document.querySelector("[data-testid=lab-impact]");
    return [dot.getAttribute("cx"), dot.getAttribute("cy")].map(Number);
}"""


# Pairs of words in the picture that lie on one another; turned ones cover less than their boxes.
ON_WORDS = """() => {
    const words = [...document.querySelectorAll(".rm-lab-picture text:not([transform])")];
    const told = words.filter((node) => node.textContent)
        .map((node) => [node.textContent, node.getBoundingClientRect()]);
    return told.flatMap(([text, a], i) => told.slice(i + 1)
        .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6)
        .map(([other]) => `${text} on ${other}`));
}"""


def open_lab(screen: Screen, query: str) -> None:
    screen.faults.expect(errors=("/_stcore/",))  # Streamlit looks for its server below the path
    screen.page.goto(f"{screen.home}/lab?{query}")
    screen.until(f"() => {HOOK}?.is_computed && {STYLED}", "the lab")
    screen.until("() => document.querySelector('.rm-lab-flown')", "the picture")


def state(screen: Screen) -> Json:
    return dict(screen.page.evaluate(HOOK))


def angle(screen: Screen) -> float:
    return float(state(screen)["angle_deg"])


def test_pointer_drags_the_angle_and_the_impact_moves_in_the_frame(bare_page: Screen) -> None:
    screen = bare_page
    open_lab(screen, f"{JULY}&lang=en")
    found = state(screen)
    # physics.md, section 3 (computed apart): 6.20 km/s, 5,865 km from the ground.
    assert found["speed_km_s"] == pytest.approx(6.20, abs=0.005)
    assert found["farthest_km"] == pytest.approx(5865, abs=1)
    box = screen.page.get_by_test_id("lab-angle").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    screen.page.mouse.move(box["x"] + box["width"] * 0.5, y)
    screen.page.mouse.down()
    seen = {}
    for part in (0.55, 0.65, 0.75, 0.85):
        screen.page.mouse.move(box["x"] + box["width"] * part, y)
        screen.frames(2)
        seen[angle(screen)] = tuple(screen.page.evaluate(IMPACT))
    screen.page.mouse.up()
    assert len(seen) == len(set(seen.values())) == 4, "each angle has its place on the ground"
    across = [x for _, (x, _) in sorted(seen.items())]
    assert across == sorted(across, reverse=True), "the steeper, the nearer"
    last = angle(screen)
    screen.eventually(lambda: dict(pairs_of(screen.page.url)).get("angle") == f"{last:g}", "angle=")
    screen.page.reload()
    screen.until(f"() => {HOOK}?.is_computed", "the lab again")
    assert angle(screen) == last


def test_end_of_the_ray_is_taken_hold_of(bare_page: Screen) -> None:
    screen = bare_page
    open_lab(screen, f"{JULY}&lang=en&angle=30")
    box = screen.page.get_by_test_id("lab-handle").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    screen.page.mouse.move(x, y)
    screen.page.mouse.down()
    before = tuple(screen.page.evaluate(IMPACT))
    screen.page.mouse.move(x - 20, y - 60)
    screen.frames(2)
    assert angle(screen) > 40
    assert tuple(screen.page.evaluate(IMPACT)) != before
    screen.page.mouse.up()
    screen.wait_for_key("angle", f"{angle(screen):g}")


def test_keys_move_the_angle_and_numbers_follow(bare_page: Screen) -> None:
    screen = bare_page
    open_lab(screen, f"{JULY}&angle=45&lang=en")
    slider = screen.page.get_by_test_id("lab-angle")
    before = state(screen)
    slider.press("ArrowRight")
    screen.eventually(lambda: angle(screen) == 45.5, "half a degree more")
    now = state(screen)
    assert now["draws"] == before["draws"] + 1
    assert now["range_km"] < before["range_km"]
    assert now["apogee_km"] > before["apogee_km"]
    expect(screen.page.get_by_test_id("lab-range")).to_have_text(f"{now['range_km']:,.0f} km")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("^At 45.5\u00b0: "))
    slider.press("End")
    screen.eventually(lambda: angle(screen) == 90, "straight up")
    expect(screen.page.get_by_test_id("lab-note")).to_contain_text("Straight up")
    screen.page.get_by_test_id("lab-best").click()
    screen.eventually(lambda: angle(screen) == state(screen)["best_deg"], "the best angle")


def test_ring_appears_on_the_map_with_the_computed_range(bare_page: Screen) -> None:
    screen = bare_page
    open_lab(screen, f"{JULY}&lang=en&angle=60")
    shown = round(state(screen)["range_km"])
    screen.page.get_by_test_id("lab-show").click()
    screen.ready()
    assert screen.rings_in_address() == [f"banghyon_20170704~{shown}~from apogee 2,802 km"]
    assert screen.ranges() == [shown]
    open_lab(screen, f"{JULY}&lang=en")
    screen.eventually(lambda: state(screen)["spread"], "the spread")
    spread = state(screen)["spread"]
    screen.page.get_by_test_id("lab-ring").select_option("band")
    screen.page.get_by_test_id("lab-show").click()
    screen.ready()
    band = "-".join(f"{spread[key]:.0f}" for key in ("p05_km", "p50_km", "p95_km"))
    assert screen.rings_in_address() == [f"banghyon_20170704~{band}~from apogee 2,802 km"]


def test_a_flight_stands_beside_its_range_on_the_map_of_its_day(bare_page: Screen) -> None:
    screen = bare_page
    open_lab(screen, f"{JULY}&lang=en&date=2020-01-01")
    today = screen.page.get_by_test_id("lab-show")
    expect(today).to_have_attribute("href", re.compile("^(?!.*date=)"))
    dated = screen.page.get_by_test_id("lab-show-day")
    expect(dated).to_have_text("Show with the flight on the map of 2017-07-04")
    dated.click()
    screen.ready()
    assert dict(screen.query())["date"] == "2017-07-04"
    screen.until(f"() => {MAP}.state().flights.length === 1", "the flight of that day")
    assert screen.state()["flights"][0]["id"] == "2017-07-04-hwasong-14"
    assert [ring["site"] for ring in screen.state()["rings"]] == ["banghyon_20170704"]
    open_lab(screen, "apogee_km=2802&ground_range_km=933&lang=en")
    expect(screen.page.get_by_test_id("lab-show-day")).to_be_hidden()


def test_published_ranges_stand_beside_what_is_computed(bare_page: Screen) -> None:
    screen = bare_page
    open_lab(screen, f"{JULY}&lang=en")
    rows = screen.page.get_by_test_id("lab-bars").locator("tbody tr")
    for who, words, takes in (
        ("US Pacific Command", "3,000\u20135,500 km", "definition of a class"),
        ("David Wright (UCS)", "about 6,700 km", "+0.26 km/s"),
        ("experts via Yonhap", "up to 8,000 km", "+0.60 km/s"),
        ("Four times the highest point", "11,208 km", "+1.18 km/s"),
    ):
        row = rows.filter(has_text=who)
        expect(row).to_contain_text(words)
        expect(row).to_contain_text(takes)
    before = screen.page.get_by_test_id("lab-spread").text_content()
    assert re.fullmatch(
        r"In 9 of 10 of the assumptions the range is between [\d,]+ km and [\d,]+ km, in half of "
        r"them above [\d,]+ km\.",
        before or "",
    )
    screen.page.get_by_test_id("lab-speed_credit_km_s").select_option("0-0")
    expect(screen.page.get_by_test_id("lab-spread")).not_to_have_text(before or "")
    screen.wait_for_key("speed_credit_km_s", "0-0")


def test_other_flights_floors_and_numbers_of_ones_own(bare_page: Screen) -> None:
    screen = bare_page
    open_lab(screen, "test=2022-03-24-hwasong-17&lang=en")
    expect(screen.page.get_by_test_id("lab-time")).to_contain_text("do not fit")
    screen.page.get_by_role("radio", name=re.compile("Joint Chiefs")).check()
    expect(screen.page.get_by_test_id("lab-why")).to_contain_text("floor")
    expect(screen.page.get_by_test_id("lab-farthest")).to_contain_text("at least")
    expect(screen.page.get_by_test_id("lab-show-floor")).to_contain_text("at least so far")
    label = quote_plus("from an apogee over 6,200 km (a floor)", safe=",()")
    href = re.compile(re.escape(label))
    expect(screen.page.get_by_test_id("lab-show")).to_have_attribute("href", href)
    select = screen.page.get_by_test_id("lab-test")
    select.select_option("2023-04-13-hwasong-18")
    expect(screen.page.get_by_test_id("lab-why")).to_contain_text("no range is computed")
    expect(screen.page.get_by_test_id("lab-picture")).not_to_be_visible()
    select.select_option("own")
    screen.page.get_by_test_id("lab-apogee").fill("4475")
    screen.page.get_by_test_id("lab-distance").fill("950")
    screen.page.get_by_test_id("lab-compute").click()
    screen.eventually(lambda: state(screen)["is_computed"], "numbers")
    assert state(screen)["farthest_km"] == pytest.approx(9983, abs=1)
    screen.wait_for_key("apogee_km", "4475")


@pytest.mark.parametrize("width", [390, 1280])
def test_words_in_the_picture_keep_off_each_other(visit_bare: Open, width: int) -> None:
    screen = visit_bare(viewport={"width": width, "height": 844})
    for query in (
        "test=2022-03-24-hwasong-17",
        "test=2024-10-31-hwasong-19",
        "apogee_km=60&ground_range_km=6000",
        "apogee_km=50000&ground_range_km=0",
    ):
        open_lab(screen, f"{query}&lang=en")
        for deg in (5, 30, 60, 85):
            screen.page.get_by_test_id("lab-angle").fill(str(deg))
            screen.eventually(lambda deg=deg: angle(screen) == deg, f"{deg} degrees")
            assert screen.page.evaluate(ON_WORDS) == [], f"{query} at {deg}"


def test_reports_are_stacked_on_a_phone(visit_bare: Open) -> None:
    phone = visit_bare(viewport={"width": 390, "height": 844}, has_touch=True)
    open_lab(phone, "test=2022-03-24-hwasong-17&lang=en")
    table = phone.page.locator(".rm-lab-reports .rm-lab-scroll")
    table.scroll_into_view_if_needed()
    assert table.evaluate("(node) => node.scrollWidth <= node.clientWidth")
    expect(table.locator("tbody tr").first).to_contain_text("6,248.5 km")


def test_lab_for_everyone(bare_page: Screen, visit_bare: Open) -> None:
    screen = bare_page
    open_lab(screen, "apogee_km=2802&ground_range_km=x&turning=1&lang=en")
    expect(screen.page.get_by_role("alert")).to_contain_text("ground_range_km=x")
    assert state(screen)["test"] == "2017-07-04-hwasong-14"
    for theme in ("light", "dark"):
        use_theme(screen, theme)
        assert grave_violations(screen.page) == []
    phone = visit_bare(viewport={"width": 390, "height": 844}, has_touch=True)
    open_lab(phone, f"{JULY}&lang=ko&turning=1")
    phone.until(
        """() => {
            const box = document.querySelector("[data-testid=lab-angle]").getBoundingClientRect();
            const widths = [...document.querySelectorAll("html, .stMain")];
            return widths.every((node) => node.scrollWidth === 390)
                && box.bottom <= 844 && box.height >= 40;
        }""",
        "a page as wide as the phone, the slider at the thumb",
    )
    phone.eventually(lambda: state(phone)["spread"], "the spread")
    said = phone.page.locator(".rm-lab").evaluate(
        """(root) => {
            const said = root.cloneNode(true);
            said.querySelectorAll(".rm-cited").forEach((name) => name.remove()); // as they are
            return said.textContent + [...said.querySelectorAll("[aria-label]")]
                .map((node) => node.getAttribute("aria-label")).join();
        }"""
    )
    left = [words for words in messages_of(".js") if words in said and len(words) > 2]
    assert left == []
    assert grave_violations(phone.page) == []
