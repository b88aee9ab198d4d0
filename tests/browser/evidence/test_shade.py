"""A ring of a report is shaded by the share of the assumptions that reach, as the table says it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import expect
from pyproj import Geod

from geo.catalog.reading import load_catalog
from geo.facts.spread import SPREAD_WASH
from geo.flight import Report, spread_of
from geo.reach.shares import share_text
from geo.words import say
from tests.browser.conftest import Open
from tests.browser.map.mercator import MapView, view_of
from tests.browser.screen import Screen

WGS84 = Geod(ellps="WGS84")
JULY = "ring=banghyon_20170704~lofted:2802,933:t39"
LINE_PX = 7  # on each side of an outline, where its line and halo are seen
NEAR = 0.06  # a step of the shade is 0.05, and a pixel holds 255 of them
# The alpha of the canvas of the ring that the view speaks of, at points of the map.
ALPHAS = """(points) => {
    const { document: page } = document.querySelector("iframe[data-testid=map]").contentWindow;
    const canvas = page.querySelector(".leaflet-rmScene-pane canvas");
    const copy = page.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const pen = copy.getContext("2d");
    pen.drawImage(canvas, 0, 0);
    const ratio = canvas.width / canvas.clientWidth;
    return points.map(([x, y]) => pen.getImageData(x * ratio, y * ratio, 1, 1).data[3]);
}"""
ROWS = """(rows) => rows.map((row) => [row.querySelector("th button").textContent,
    row.querySelector(".rm-told").textContent])"""
SHARES = {"all": 1.0, "none": 0.0, "more than 99 of 100": 1.0, "fewer than 1 of 100": 0.0}


def share_said(words: str) -> float:
    """Return the share that a cell of the table names."""
    said = re.fullmatch("in (.*) of the assumptions", words)
    assert said, words
    if said[1] in SHARES:
        return SHARES[said[1]]
    count, of = map(int, said[1].split(" of "))
    return count / of


def distance_km(ring: dict[str, Any], lat: float, lon: float) -> float:
    site = next(each for each in load_catalog().launch_sites if each.id == ring["site"])
    return float(WGS84.inv(site.lon, site.lat, lon, lat)[2]) / 1000


def is_off_lines(view: MapView, ring: dict[str, Any], lat: float, lon: float) -> bool:
    """Whether no outline of a ring is drawn at a point: by its pixels."""
    x, y = view.point(lat, lon)
    vertices = [view.point(*each) for edge in ring["edges"] for each in edge["vertices"]]
    edges_km = [edge["range_km"] for edge in ring["edges"]]
    km = distance_km(ring, lat, lon)
    px_km = 40_075 / (256 * 2**view.zoom)  # at the equator, where it is most
    is_near = any(abs(km - each) < LINE_PX * px_km for each in edges_km)
    return not is_near and all(
        abs(x - to_x) > LINE_PX or abs(y - to_y) > LINE_PX for to_x, to_y in vertices
    )


def shaded(screen: Screen, points: list[tuple[float, float]]) -> list[float]:
    """Return how dark the shade is at places, as a share of the darkest."""
    view = view_of(screen)
    alphas = screen.page.evaluate(ALPHAS, [view.point(*point) for point in points])
    return [alpha / 255 / SPREAD_WASH for alpha in alphas]


def test_shade_at_each_place_is_what_the_table_says(open_tab: Open) -> None:
    screen = open_tab(f"{JULY}&show=cities,bases&at=30,165,2")
    screen.lay_table_out()
    screen.wait_for_paint()
    view, ring = view_of(screen), screen.state()["rings"][0]
    rows = screen.table.locator("tbody tr")
    said = {name: share_said(words) for name, words in rows.evaluate_all(ROWS)}
    places = [
        place
        for place in load_catalog().places
        if place.name in said
        and view.shows(place.lat, place.lon, 12)
        and is_off_lines(view, ring, place.lat, place.lon)
    ]
    seen = shaded(screen, [(place.lat, place.lon) for place in places])
    assert len(places) > 60
    assert any(0 < said[place.name] < 1 for place in places)
    for place, share in zip(places, seen, strict=True):
        assert share == pytest.approx(said[place.name], abs=NEAR + 0.05), place.name


@pytest.mark.parametrize(
    ("query", "report"),
    [
        (f"{JULY}&at=25,170,3", Report(2802, 933, 39)),
        # A third of it has no limit.
        ("ring=sohae~lofted:5500,1000&at=25,210,1.5", Report(5500, 1000)),
        ("ring=sohae~lofted:1000,500&at=30,140,4", Report(1000, 500)),
    ],
)
def test_shade_fades_as_the_assumptions_do(open_tab: Open, query: str, report: Report) -> None:
    screen = open_tab(f"{query}&show=")
    screen.wait_for_paint()
    view, ring = view_of(screen), screen.state()["rings"][0]
    points = [
        (float(lat), float(lon))
        for lat in range(-60, 80, 2)
        for lon in range(0, 360, 2)
        if view.shows(lat, lon, 12) and is_off_lines(view, ring, lat, lon)
    ]
    expected = [spread_of(report).share_reaching(distance_km(ring, *each)) for each in points]
    assert sum(0.05 < share < 0.95 for share in expected) > 10
    for point, share, wanted in zip(points, shaded(screen, points), expected, strict=True):
        assert share == pytest.approx(wanted, abs=NEAR), point


def test_table_and_popup_say_pythons_share(open_tab: Open) -> None:
    screen = open_tab(f"{JULY}&show=cities")
    screen.lay_table_out()
    ring, spread = screen.state()["rings"][0], spread_of(Report(2802, 933, 39))
    places = {place.name: place for place in load_catalog().places}
    said = dict(screen.table.locator("tbody tr").evaluate_all(ROWS))
    for name, words in said.items():
        share = spread.share_reaching(distance_km(ring, places[name].lat, places[name].lon))
        near = {share_text(min(1, max(0, share + off)), say("en")) for off in (-0.01, 0, 0.01)}
        assert words in near, name
    screen.table.locator("tbody th button", has_text="Anchorage").click()
    expect(screen.popup).to_contain_text(said["Anchorage, Alaska"] if "Anchorage, Alaska" in said
                                         else said["Anchorage"])  # fmt: skip


def test_card_has_numbers_and_ways_on_in_place_of_a_slider(open_tab: Open) -> None:
    screen = open_tab(f"{JULY}~KCNA&ring=sohae~8000")
    face = screen.page.get_by_test_id("spread-0")
    expect(face).to_contain_text("Fits the report: apogee 2,802 km, 933 km away")
    expect(face.locator("dt")).to_have_text(["95%", "50%", "5%"])
    expect(screen.slider(0)).to_have_count(0)
    lab = screen.page.get_by_test_id("spread-lab-0")
    path, _, query = (lab.get_attribute("href") or "").partition("?")
    assert path == "/lab"
    assert dict(parse_qsl(query)) == {
        "ring": f"{JULY.removeprefix('ring=')}~KCNA",
        "lang": "en",
        "apogee_km": "2802",
        "ground_range_km": "933",
        "flight_time_min": "39",
    }
    edges = [edge["range_km"] for edge in screen.state()["rings"][0]["edges"]]
    screen.page.get_by_test_id("spread-band-0").click()
    rounded = "-".join(str(round(km / 10) * 10) for km in edges)
    screen.wait_for_address(f"banghyon_20170704~{rounded}~KCNA", "sohae~8000")
    expect(screen.slider(0, "low")).to_have_value(str(round(edges[0] / 10) * 10))
    screen.page.locator(".st-key-undo").click()
    screen.wait_for_address("banghyon_20170704~lofted:2802,933:t39~KCNA", "sohae~8000")
    expect(screen.slider(0)).to_have_count(0)


def test_ring_of_a_report_moves_with_its_site_and_others_are_dragged_beside_it(
    open_tab: Open,
) -> None:
    screen = open_tab(f"{JULY}&ring=sohae~8000")
    screen.field("site").select_option("tonghae")
    screen.wait_for_address("tonghae~lofted:2802,933:t39", "sohae~8000")
    screen.set_range(1, 9000)
    screen.wait_for_address("tonghae~lofted:2802,933:t39", "sohae~9000")
    screen.eventually(lambda: screen.state()["rings"][0]["site"] == "tonghae", "the other site")


def test_minutes_that_do_not_fit_are_said_on_the_card(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~lofted:6248.5,1090:t67.5")
    face = screen.page.get_by_test_id("spread-0")
    expect(face.get_by_role("note")).to_contain_text("The 67.5 minutes of the report do not fit it")
    expect(face.locator("dd")).to_contain_text(["km", "no limit", "no limit"])
    expect(face).to_contain_text("Computed from the report: apogee 6,248.5 km, 1,090 km away")
    band = screen.page.get_by_test_id("spread-band-0")
    expect(band).to_be_disabled()  # "no limit" is no end
    expect(band).to_have_attribute("title", re.compile("give no limit"))
    assert screen.state()["rings"][0]["edges"][-1]["range_km"] == 19_900
