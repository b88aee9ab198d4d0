"""Tests on the map: where they are drawn, when, what they say to pointer, finger and keyboard."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from geographiclib.geodesic import Geodesic
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.map.mercator import MapView
from tests.browser.map.test_map_labels import labelled
from tests.browser.screen import MAP, Screen
from tests.support import site_point, table

ROWS = list(table("tests").values())
FLIGHTS = {row["flight"]: row for row in reversed(ROWS)}
JULY = "2017-07-04-hwasong-14"
PHONE = {"width": 390, "height": 844}
# How often a paper of the tests was handed over to the screen.
COUNT = f"""() => {{
    const inner = document.querySelector("iframe[data-testid=map]").contentWindow;
    const canvas = {MAP}.map.getPane("rmTests").querySelector("canvas");
    inner.handed = 0;
    const before = inner.ImageBitmapRenderingContext.prototype.transferFromImageBitmap;
    inner.ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (...given) {{
        if (this.canvas === canvas) inner.handed += 1;
        return before.apply(this, given);
    }};
}}"""


def flights(screen: Screen) -> dict[str, Any]:
    screen.until(f"() => {MAP}.state().flights.length > 0", "tests on the map")
    return {flight["id"]: flight for flight in screen.state()["flights"]}


def end_of(id_: str) -> tuple[float, float]:
    """Return where a flight came down by the first report that says how far it flew."""
    row = FLIGHTS[id_]
    reports = [each for each in ROWS if each["flight"] == id_]
    km = next(float(each["range_flown_km"]) for each in reports if each["range_flown_km"])
    start, azimuth = site_point(row["launch_site_id"]), float(row["azimuth_deg"])
    end = Geodesic.WGS84.Direct(*start, azimuth, 1000 * km)
    return end["lat2"], end["lon2"]


def labels_of(screen: Screen, lang: str) -> dict[str, str]:
    """Return what the flights are called that the map names; no word on it lies on another."""
    found = labelled(screen, lang)
    assert found.faults() == []
    labels = found.state["labels"]
    return {label["id"]: label["text"] for label in labels if label["kind"] == "flight"}


def flight_boxes(screen: Screen) -> dict[str, Any]:
    labels = screen.state()["labels"]
    return {label["id"]: label["boxes"] for label in labels if label["kind"] == "flight"}


def test_switched_on_they_are_drawn_where_geographiclib_says(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=cities")
    assert screen.state()["flights"] == []
    screen.page.get_by_label("Tests", exact=True).click()
    screen.wait_for_key("show", "cities,tests")
    shown = flights(screen)
    assert set(shown) == {id_ for id_, row in FLIGHTS.items() if row["launch_site_id"]}
    for id_, flight in shown.items():
        if "line" in flight:
            lat, lon = flight["line"][-1]
            assert Geodesic.WGS84.Inverse(*end_of(id_), lat, lon)["s12"] < 1
        else:
            assert tuple(flight["mark"]) == site_point(FLIGHTS[id_]["launch_site_id"])
    legend = screen.map.get_by_test_id("legend")
    for words in ("Lofted test flight", "Failed test flight", "Tests from here"):
        expect(legend).to_contain_text(words)


def test_a_day_shows_no_later_flight_on_the_map_and_in_the_table(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=tests&date=2017-07-04")
    shown = flights(screen)
    assert JULY in shown
    assert all(FLIGHTS[id_]["date"] <= "2017-07-04" for id_ in shown)
    rows = screen.page.get_by_test_id("tests-table").locator("tbody tr")
    expect(rows).to_have_count(sum(row["date"] <= "2017-07-04" for row in FLIGHTS.values()))


def test_by_keyboard_a_row_of_the_table_opens_what_was_reported(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&show=tests&tests=hwasong-14")
    assert set(flights(screen)) == {
        id_ for id_, row in FLIGHTS.items() if row["missile_id"] == "hwasong-14"
    }
    button = screen.page.get_by_test_id("tests-table").get_by_role("button", name="2017-07-04")
    button.focus()
    screen.page.keyboard.press("Enter")
    popup = screen.popup
    for words in ("2017-07-04 Hwasong-14", "2,802 km", "933 km", "39 min", "535 km", "differ"):
        expect(popup).to_contain_text(words)
    reports = [row for row in ROWS if row["flight"] == JULY]
    for row in reports:
        link = popup.locator(".rm-reports").get_by_text(row["source_name"], exact=True).first
        expect(link).to_have_attribute("href", row["source_url"])
    lab = popup.get_by_role("link", name="Open in the lab")
    expect(lab).to_have_attribute("href", re.compile(rf"/lab\?test={JULY}&lang=en$"))


def test_hover_tells_a_flight_and_a_click_on_a_tag_lists_several(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=tests&tests=hwasong-14&at=39,132,6")
    flights(screen)
    screen.page.mouse.move(*screen.point_of(*end_of(JULY)))
    tip = screen.map.locator(".rm-tip")
    for words in ("2017-07-04 Hwasong-14", "apogee 2,802 km", "distance 933 km"):
        expect(tip).to_contain_text(words)
    # The site from which most tests have no known direction.
    sites = Counter(row["launch_site_id"] for row in FLIGHTS.values() if not row["azimuth_deg"])
    del sites[""]
    ((site, count),) = sites.most_common(1)
    lat, lon = site_point(site)
    screen = follow(f"ring=sohae~8000&show=tests&at={lat},{lon},11")
    shown = flights(screen).values()
    marks = [flight for flight in shown if "mark" in flight and flight["site"] == site]
    assert len(marks) >= count > 1
    x, y = screen.point_of(lat, lon)
    screen.page.mouse.click(x, y + 16)
    entries = screen.popup.locator("summary")
    expect(entries).to_have_count(len(marks))
    entries.first.focus()
    screen.page.keyboard.press("Enter")
    expect(screen.popup.locator("details[open] .rm-reports")).to_be_visible()


def test_a_finger_opens_it_in_korean_on_a_phone(visit: Open) -> None:
    query = "ring=sohae~8000&show=tests&tests=hwasong-14&lang=ko&at=38,133,4.5"
    screen = visit(query, viewport=PHONE, is_mobile=True, has_touch=True)
    flights(screen)
    screen.page.touchscreen.tap(*screen.point_of(*end_of(JULY)))
    expect(screen.popup).to_contain_text("화성-14")
    expect(screen.popup).to_contain_text("최고 고도")


def test_missiles_are_chosen_beside_the_layer_and_told(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=tests")
    choice = screen.page.get_by_test_id("tests-missiles")
    choice.select_option("hwasong-15")
    screen.wait_for_key("tests", "hwasong-15")
    choice.select_option("hwasong-14")
    screen.wait_for_key("tests", "hwasong-15,hwasong-14")
    chosen = {"hwasong-15", "hwasong-14"}
    screen.eventually(
        lambda: {FLIGHTS[id_]["missile_id"] for id_ in flights(screen)} == chosen, "both missiles"
    )
    screen.page.get_by_title("Leave out its tests").first.click()
    screen.wait_for_key("tests", "hwasong-14")
    screen.page.get_by_label("Tests", exact=True).click()
    expect(choice).to_be_hidden()
    screen.until(f"() => {MAP}.state().flights.length === 0", "no tests on the map")


def test_a_drag_of_a_ring_leaves_their_papers_alone(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=cities,tests")
    flights(screen)
    screen.rest()
    screen.wait_for_data()
    screen.page.evaluate(COUNT)
    x, y, left, _ = screen.grab(0)
    draws = screen.state()["draws"]
    screen.page.mouse.move((x + left) / 2, y, steps=12)
    screen.page.mouse.up()
    assert screen.state()["draws"] > draws
    handed = "() => document.querySelector('iframe[data-testid=map]').contentWindow.handed"
    assert screen.page.evaluate(handed) == 0
    screen.pan()  # it would have been counted
    screen.until(f"{handed.replace('() => ', '() => ')} > 0", "papers drawn anew")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_flights_are_named_where_they_came_down_and_on_no_other_word(
    follow: Open, lang: str
) -> None:
    screen = follow(f"ring=sohae~8000&show=cities,bases,tests&at=40,138,4&lang={lang}")
    flights(screen)
    near = labels_of(screen, lang)
    assert "Hwasong-12, 2017" in near.values() or "화성-12형, 2017년" in near.values()
    assert len(set(near.values())) == len(near)
    view = MapView(**screen.state()["view"])
    for label in screen.state()["labels"]:
        if label["kind"] != "flight":
            continue
        ((left, top, width, height),) = label["boxes"]
        x, y = view.point(*end_of(label["id"]))
        assert max(left - x, x - left - width, top - y, y - top - height) < 60  # at a line's end
    screen.follow(f"ring=sohae~8000&show=cities,bases,tests&at=40,138,2.5&lang={lang}")
    flights(screen)
    assert 0 < len(labels_of(screen, lang)) < len(near)


def test_a_drag_of_a_ring_leaves_their_names_where_they_are(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=cities,tests&at=40,138,4")
    flights(screen)
    labelled(screen)
    before = flight_boxes(screen)
    assert before
    x, y, left, _ = screen.grab(0)
    for step in range(1, 7):
        screen.page.mouse.move(x + (left - x) * step / 12, y)
        screen.frames(1)
        now = flight_boxes(screen)
        assert all(before[id_] == box for id_, box in now.items())
    screen.page.mouse.up()


@pytest.mark.parametrize("edge", [-179.9, 179.9])
def test_on_both_sides_of_180_degrees(follow: Open, edge: float) -> None:
    """A flight of 1998 or 2009 is not that far; the copy of the world to the east is asked."""
    screen = follow(f"ring=sohae~8000&show=tests&tests=hwasong-12&at=40,{edge},1.5")
    flights(screen)
    x, y = screen.point_of(*end_of("2017-09-15-hwasong-12"))
    screen.page.mouse.move(x, y)
    expect(screen.map.locator(".rm-tip")).to_contain_text("2017-09-15")
