"""Charts of the evidence in a browser: drawn, clicked, read by keys, saved; and a claim's page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.browser.pages.evidence import CHARTS, CUT, chart, open_evidence
from tests.browser.screen import MAP, Screen
from tests.browser.visitors.test_accessibility import THEMES, grave_violations, use_theme
from tests.support import table

OF_14 = [id_ for id_, row in table("claims").items() if row["missile_id"] == "hwasong-14"]
SIZE = {"width": 390, "height": 844}
LEAST_STOPS = 60  # beyond the first chart: chips, its tools, the next one
FOCUSED = """() => {
    const at = document.activeElement;
    const isUnseen = (node) => Boolean(node)
        && (getComputedStyle(node).opacity === "0" || isUnseen(node.parentElement));
    const hidden = isUnseen(at);
    return {name: at.innerText || at.ariaLabel || "", hidden};
}"""
PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(14, 17, 23)"}


@pytest.fixture
def phone(chromium: Browser, app_url: str) -> Iterator[Screen]:
    machine = Machine(chromium, app_url, viewport=SIZE, is_mobile=True, has_touch=True)
    yield machine.open_bare()
    assert machine.close() == []


def test_click_on_a_claim_of_the_chart_opens_its_page(bare_page: Screen) -> None:
    open_evidence(bare_page)
    box = chart(bare_page, "claims").locator("svg.marks").bounding_box()
    assert box
    bare_page.page.mouse.click(box["x"] + 0.8 * box["width"], box["y"] + 50)
    bare_page.page.wait_for_url("**/claim?id=hwasong-14-pacom")
    expect(bare_page.page.locator("h1")).to_contain_text("US Pacific Command")
    expect(bare_page.page).to_have_title(re.compile(r"^US Pacific Command.* - Reachmap$"))
    picture = bare_page.page.locator(".rm-claim-map img")
    bare_page.until(
        "() => document.querySelector('.rm-claim-map img')?.naturalWidth === 1000", "the map"
    )
    assert "Guam in the band" in (picture.get_attribute("alt") or "")


def test_click_on_a_flight_opens_the_lab_with_it(bare_page: Screen) -> None:
    open_evidence(bare_page, "lang=en")
    flights = chart(bare_page, "flights")
    sign = flights.locator("[aria-label^='Hwasong-19, 2024-10-31: 7,688 km high']")
    lab = re.compile(r"/lab\?")
    bare_page.page.route(lab, lambda route: route.fulfill(body="the lab", content_type="text/html"))
    sign.click()
    bare_page.page.wait_for_url("**/lab?test=2024-10-31-hwasong-19&lang=en")
    bare_page.page.unroute(lab)


def test_every_number_is_reached_by_keys_alone(bare_page: Screen) -> None:
    open_evidence(bare_page)
    page, part = bare_page.page, bare_page.page.locator(".rm-numbers-of").first
    part.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(part).to_have_attribute("open", "")
    expect(part.locator("tbody tr")).to_have_count(len(OF_14))
    page.keyboard.press("Tab")
    expect(part.locator("tbody tr").first.locator("th a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim?id=hwasong-14-pacom")
    page.get_by_role("link", name="Open on the map").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/\?ring=banghyon"))
    bare_page.ready()
    (ring,) = bare_page.state()["rings"]
    assert ring["site"] == "banghyon_20170704"
    expect(bare_page.card(0)).to_contain_text("US Pacific Command")
    expect(bare_page.card(0).get_by_role("link", name="About this claim")).to_have_attribute(
        "href", re.compile(r"/claim\?id=hwasong-14-pacom&lang=en$")
    )


def test_a_claim_s_page_leads_to_the_map_of_its_day_and_to_that_of_today(
    bare_page: Screen,
) -> None:
    row = table("claims")["hwasong-14-pacom"]
    page = bare_page.page
    page.goto(f"{bare_page.home}/claim?id=hwasong-14-pacom&lang=en&date=2016-01-01")
    today = page.get_by_role("link", name="Open on the map", exact=True)
    expect(today).to_have_attribute("href", re.compile(r"^\./\?ring=banghyon(?!.*date=).*lang=en$"))
    page.get_by_role("link", name=f"The map of {row['launch_date']}").click()
    page.wait_for_url(re.compile(rf"&date={row['launch_date']}&.*lang=en$"))
    bare_page.ready()
    (ring,) = bare_page.state()["rings"]
    assert "US Pacific Command" in ring["label"]
    assert "thaad_saudi" not in bare_page.state()["places"]


def test_a_date_in_the_table_of_flights_leads_to_its_map(bare_page: Screen) -> None:
    open_evidence(bare_page, "lang=en")
    page, part = bare_page.page, bare_page.page.locator(".rm-numbers-of").nth(1)
    part.locator("summary").click()
    part.get_by_role("link", name="2017-07-04", exact=True).first.click()
    page.wait_for_url(re.compile(r"/\?.*date=2017-07-04&tests=hwasong-14"))
    bare_page.ready()
    bare_page.until(f"() => {MAP}.state().flights.length === 1", "the flight of that day")
    assert [flight["id"] for flight in bare_page.state()["flights"]] == ["2017-07-04-hwasong-14"]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_stop_of_the_tab_key_is_seen_and_none_is_a_tool_of_streamlits(
    bare_page: Screen, lang: str
) -> None:
    open_evidence(bare_page, f"lang={lang}")
    tools = bare_page.page.locator("[class*='st-key-chart_'] button")
    expect(tools.locator("visible=true")).to_have_count(CHARTS)  # those that save a picture
    bare_page.page.locator("h1").click()
    stops = []
    for _ in range(LEAST_STOPS):
        bare_page.page.keyboard.press("Tab")
        stops.append(bare_page.page.evaluate(FOCUSED))
    assert [stop for stop in stops if stop["hidden"] or "Vega" in stop["name"]] == []
    assert {stop["name"] for stop in stops} >= set(tools.locator("visible=true").all_inner_texts())


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_charts_are_heard_as_one_thing_in_the_page_s_language(bare_page: Screen, lang: str) -> None:
    open_evidence(bare_page, f"lang={lang}")
    labels = bare_page.page.locator("[role=graphics-document]").evaluate_all(
        "(nodes) => nodes.map((node) => node.ariaLabel)"
    )
    assert len(labels) == CHARTS
    heard = bare_page.page.locator("svg.marks [aria-label]").evaluate_all(
        "(nodes) => nodes.map((node) => node.ariaLabel)"
    )
    assert len(heard) >= len(OF_14)
    for label in (*labels, *heard):
        assert re.search("[\uac00-\ud7a3]", label) is not None or lang == "en", label
        assert "axis titled" not in label


def test_axe_finds_nothing_grave_and_charts_follow_the_theme(bare_page: Screen) -> None:
    open_evidence(bare_page)
    for theme in THEMES:
        use_theme(bare_page, theme)
        bare_page.until(
            "(paper) => [...document.querySelectorAll('svg.marks')]"
            ".filter((svg) => svg.style.backgroundColor === paper).length === 3",
            f"charts of a {theme} page",
            PAPER[theme],
        )
        assert grave_violations(bare_page.page) == [], theme
    bare_page.page.goto(f"{bare_page.home}/claim?id=hwasong-14-csis")
    expect(bare_page.page.locator(".rm-claim-facts")).to_be_visible()
    for theme in THEMES:
        use_theme(bare_page, theme)
        assert grave_violations(bare_page.page) == [], theme


def test_chart_is_saved_as_a_picture_that_stands_alone(bare_page: Screen) -> None:
    open_evidence(bare_page)
    tools = chart(bare_page, "flights")
    with bare_page.page.expect_download() as saved:
        tools.get_by_role("button", name="Save as a picture (PNG)").click()
    assert saved.value.suggested_filename == "reachmap-flights.png"
    picture = Image.open(io.BytesIO(saved.value.path().read_bytes()))
    box = tools.locator("svg.marks").bounding_box()
    assert box
    assert picture.width == pytest.approx(2 * (box["width"] + 32), abs=2)
    assert picture.height > 2 * box["height"] + 100, "title above, sources below"
    assert picture.text["Title"] == "Flights: how high, how far"
    assert picture.text["Source"].endswith("/evidence")
    hues = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
    assert {(0, 119, 184), (168, 67, 0)} <= hues, "signs are drawn"
    link = tools.get_by_role("link", name="All numbers of the table (CSV)")
    expect(link).to_have_attribute("href", "export/data/tests.csv")


def test_phone_gets_a_claim_s_picture_whose_words_can_be_read(phone: Screen) -> None:
    phone.faults.expect(errors=("/_stcore/",))
    phone.page.goto(f"{phone.home}/claim?id=hwasong-14-jcs-former-vice-chairman&lang=en")
    picture = phone.page.locator(".rm-claim-map img")
    picture.scroll_into_view_if_needed()
    phone.until("() => document.querySelector('.rm-claim-map img')?.naturalWidth === 450", "it")
    box = picture.bounding_box()
    assert box
    assert box["width"] > 300
    assert box["height"] / box["width"] == pytest.approx(600 / 450, abs=0.02), "it is not squeezed"


@pytest.mark.parametrize("query", ["", "lang=ko&missile=hwasong-10&units=mi"])
def test_phone_shows_all_words_of_the_charts_and_nothing_scrolls_sideways(
    phone: Screen, query: str
) -> None:
    open_evidence(phone, query)
    assert phone.page.evaluate(CUT) == []
    assert phone.page.evaluate("document.documentElement.scrollWidth") == SIZE["width"]
    main = phone.page.get_by_test_id("stMain")
    assert main.evaluate("(node) => node.scrollWidth - node.clientWidth") == 0


def test_charts_come_only_where_charts_are(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    loaded = screen.page.evaluate(
        "() => performance.getEntriesByType('resource').map(({ name }) => name)"
    )
    assert loaded
    assert not [name for name in loaded if "Vega" in name or "/embed." in name]
