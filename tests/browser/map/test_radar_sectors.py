"""Radar sectors on the map: drawn as links say, what they see, their words, turned by the mouse."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from tests.browser.conftest import Open
from tests.browser.oracle import WGS84
from tests.browser.screen import MAP, Screen

PLACES = {place.id: place for place in load_catalog().places}
SEONGJU = PLACES["tpy2_seongju"]
NESTED = (
    "show=cities,bases,thaad&radar=tpy2_seongju~600~347~120&radar=tpy2_seongju~2000~347~120"
    "&at=37,128,4"
)
CLEAR = "show=cities&radar=uewr_clear~5556~304~240&at=70,-150,1.5"  # the pole is 2,869 km away
SHEMYA = "show=cities&radar=cobra_dane~3200~60~120&at=50,178,2"
ALPHA = f"""([lat, lon]) => {{
    const canvas = {MAP}.map.getPane("rmSectors").lastElementChild;
    const {{ map }} = {MAP};
    const near = lon + 360 * Math.round((map.getCenter().lng - lon) / 360);
    const {{ x, y }} = map.latLngToContainerPoint([lat, near]);
    const ratio = canvas.width / map.getSize().x;
    const at = [x * ratio, y * ratio].map(Math.round);
    return canvas.getContext("2d").getImageData(...at, 1, 1).data[3];
}}"""
WATCH = f"""() => {{
    const frames = [];
    window.watched = {{ going: true, frames }};
    const look = () => {{
        const {{ draws, sectors }} = {MAP}.state();
        const ways = sectors.map(({{ vertices, sees, ...way }}) => Object.values(way).join("~"));
        const sees = sectors.map((sector) => sector.sees.length);
        frames.push({{ draws, ways: ways.join(), sees: sees.join() }});
        if (window.watched.going) requestAnimationFrame(look);
    }};
    requestAnimationFrame(look);
}}"""


def sectors(screen: Screen) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = screen.state()["sectors"]
    return found


def show(follow: Open, query: str) -> Screen:
    screen = follow(query)
    screen.until(f"() => {MAP}.state().sectors.length > 0", "sectors")
    screen.rest()
    return screen


def is_seen(sector: dict[str, Any], place_id: str) -> bool:
    """Return by GeographicLib alone whether a sector has a place in it."""
    radar, place = PLACES[sector["id"]], PLACES[place_id]
    way = WGS84.Inverse(radar.point.lat, radar.point.lon, place.point.lat, place.point.lon)
    off_deg = abs((way["azi1"] - sector["azimuth_deg"] + 180) % 360 - 180)
    is_near = way["s12"] / 1000 <= sector["range_km"]
    return is_near and (off_deg <= sector["width_deg"] / 2 or way["s12"] == 0)


def test_a_link_draws_its_sectors_and_they_see_what_geographiclib_says(follow: Open) -> None:
    screen = show(follow, NESTED)
    found = sectors(screen)
    told = [
        tuple(each[key] for key in ("id", "range_km", "azimuth_deg", "width_deg")) for each in found
    ]
    assert told == [("tpy2_seongju", 2000, 347, 120), ("tpy2_seongju", 600, 347, 120)]
    for sector in found:
        expected = [id_ for id_ in screen.places() if is_seen(sector, id_)]
        assert sector["sees"] == expected
        far_km = [
            WGS84.Inverse(SEONGJU.point.lat, SEONGJU.point.lon, lat, lon)["s12"] / 1000
            for lat, lon in sector["vertices"]
        ]
        assert max(far_km) == pytest.approx(sector["range_km"], abs=1e-6)
        assert far_km[0] == pytest.approx(0, abs=1e-6)
    assert {"dandong", "weihai"} <= set(found[1]["sees"])
    assert "beijing" in found[0]["sees"]
    assert "beijing" not in found[1]["sees"]


def test_fills_add_up_where_sectors_lie_in_each_other(follow: Open) -> None:
    screen = show(follow, NESTED)
    inner, outer, beside = ([38.5, 127.2], [44.5, 122.5], [30.0, 135.0])
    alphas = [screen.page.evaluate(ALPHA, point) for point in (beside, outer, inner)]
    assert alphas[0] == 0
    assert alphas[0] < alphas[1] < alphas[2]


def test_a_sector_around_the_pole_fills_to_the_edge_of_the_map(follow: Open) -> None:
    screen = show(follow, CLEAR)
    top = [screen.page.evaluate(ALPHA, [84.5, lon]) for lon in range(-175, 185, 30)]
    assert min(top) > 0
    assert screen.page.evaluate(ALPHA, [40, -110]) == 0, "behind it"


def test_over_the_antimeridian_a_sector_goes_on(follow: Open) -> None:
    screen = show(follow, SHEMYA)
    for lat, lon in ([54, 178], [54, -178], [52, -160]):
        assert screen.page.evaluate(ALPHA, [lat, lon]) > 0
    assert screen.page.evaluate(ALPHA, [52, 165]) == 0


def test_without_layer_and_link_there_is_no_paper(follow: Open) -> None:
    screen = follow("show=cities&at=37,128,4")
    assert sectors(screen) == []
    screen.until(f"() => !{MAP}.map.getPane('rmSectors').childElementCount", "no canvas")
    assert screen.map.locator(".rm-grip").count() == 0


def test_words_stand_at_their_arcs_apart_from_all_others(follow: Open) -> None:
    screen = show(follow, "show=cities,bases,thaad,radar&at=37,128,5")
    screen.until(f"() => {MAP}.state().labels.some(({{ kind }}) => kind === 'sector')", "words")
    screen.frames(30)
    state = screen.state()
    width, height = state["view"]["width"], state["view"]["height"]
    words = [each for each in state["labels"] if each["kind"] == "sector"]
    assert len(words) >= 5
    assert any(each["text"].startswith("600 km \u00b7 US Congress report 2016") for each in words)
    assert any(each["text"].startswith("more than ") for each in words)
    for label in words:
        others = [each for each in state["labels"] if each is not label]
        boxes = [*state["covered"], *(box for each in others for box in each["boxes"])]
        for x, y, wide, high in label["boxes"]:
            assert 0 <= x <= x + wide <= width
            assert 0 <= y <= y + high <= height
            for left, top, across, down in boxes:
                apart = x + wide <= left or left + across <= x or y + high <= top or top + down <= y
                assert apart, label["text"]


def drag(screen: Screen, grip: str, moves: int = 100) -> list[dict[str, Any]]:
    """Drag a handle to and fro and let go of it; return what each frame showed."""
    box = screen.map.locator(f".rm-grip-{grip}").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = screen.page.mouse
    mouse.move(x, y)
    mouse.down()
    screen.page.evaluate(WATCH)
    for move in range(moves):
        mouse.move(x + 120 * math.sin(move / 12), y + 20 * math.sin(move / 9))
    screen.frames(2)
    frames: list[dict[str, Any]] = screen.page.evaluate(
        "() => { watched.going = false; return watched.frames; }"
    )
    mouse.up()
    return frames


@pytest.mark.parametrize("grip", ["middle", "end"])
def test_a_handle_turns_the_sector_in_every_frame(open_tab: Open, grip: str) -> None:
    screen = open_tab(NESTED)
    screen.until(f"() => {MAP}.state().sectors.length > 0", "sectors")
    expect(screen.map.locator(f".rm-grip-{grip}")).to_have_attribute("aria-hidden", "true")
    screen.rest()
    frames = drag(screen, grip)
    changed = sum(one["ways"] != other["ways"] for one, other in pairwise(frames))
    draws = frames[-1]["draws"] - frames[0]["draws"]
    assert changed >= 30
    assert 0.9 * changed <= draws <= 1.1 * changed + 3
    assert len({each["sees"] for each in frames}) >= 3, "places come and go"
    end = sectors(screen)
    told = [f"{each['range_km']:g}~{each['azimuth_deg']:g}~{each['width_deg']:g}" for each in end]
    screen.eventually(
        lambda: (
            sorted(value for key, value in screen.query() if key == "radar")
            == sorted(f"tpy2_seongju~{each}" for each in told)
        ),
        f"a link with {told}",
    )


def test_a_page_of_someone_else_has_no_handles(open_tab: Open) -> None:
    screen = open_tab(f"{NESTED}&embed=true")
    screen.until(f"() => {MAP}.state().sectors.length > 0", "sectors")
    screen.rest()
    assert screen.map.locator(".rm-grip").count() == 0


def test_popups_tell_whose_claims_they_are(follow: Open) -> None:
    place = PLACES["tpy2_kyogamisaki"].point
    screen = show(follow, f"show=radar&at={place.lat},{place.lon},7")
    screen.click_map(place.lat, place.lon)
    expect(screen.popup.locator(".rm-claims").first).to_contain_text("US Congress report 2016")
    expect(screen.popup).to_contain_text("Direction not published; drawn at 306\u00b0, our bearing")
    expect(screen.popup).to_contain_text("KeepTrack list: 270\u00b0")
    links = screen.popup.locator(".rm-claims tbody tr td:last-child a")
    assert links.count() == screen.popup.locator(".rm-claims tbody tr").count()


def test_popup_on_the_map_of_a_day_tells_what_had_happened_by_then(follow: Open) -> None:
    place = PLACES["tpy2_seongju"].point
    screen = show(follow, f"show=thaad,radar&at={place.lat},{place.lon},9&date=2026-03-05")
    screen.click_map(place.lat, place.lon)
    expect(screen.popup.locator("h3").first).to_have_text("AN/TPY-2 radar Seongju")
    expect(screen.popup).to_contain_text("2026-03-03: All six launchers leave Seongju for Osan")
    assert "2026-03-12" not in screen.popup.inner_text(), "a week later"
    assert "THAAD battery Seongju" not in screen.popup.inner_text(), "its launchers are away"


def test_popup_that_is_open_goes_with_the_day(follow: Open) -> None:
    place = PLACES["tpy2_seongju"].point
    screen = show(follow, f"show=radar&at={place.lat},{place.lon},9&date=2026-03-04")
    screen.click_map(place.lat, place.lon)
    day, launchers = screen.page.get_by_label("As of this day"), "All six launchers leave Seongju"
    expect(screen.popup).to_contain_text(launchers)
    day.fill("2026-03-02")
    expect(screen.popup).not_to_contain_text(launchers)
    expect(screen.popup).to_contain_text("The battery has an initial capability")
    day.fill("2026-03-03")
    expect(screen.popup).to_contain_text(launchers)


def test_popups_tell_of_batteries_and_radars_near_a_place(follow: Open) -> None:
    place = PLACES["busan"].point
    screen = show(follow, f"show=cities,radar,thaad&at={place.lat},{place.lon},7")
    screen.click_map(place.lat, place.lon)
    km = WGS84.Inverse(
        place.lat, place.lon, PLACES["thaad_seongju"].point.lat, PLACES["thaad_seongju"].point.lon
    )["s12"]
    expect(screen.popup).to_contain_text("THAAD battery within 200 km: THAAD battery Seongju")
    expect(screen.popup).to_contain_text(f"{km / 1000:.0f} km")
    expect(screen.popup).to_contain_text("Seen by, if the claim holds: AN/TPY-2 radar")
