"""Pan and zoom belong to the person: kept over changes, written to the link, restored from it."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import MAP, Screen

ONE_RING = "ring=sohae~8000"
ASK = """window.reachmapBus.send("goto", { ...window.reachmapBus.scene, at: [13.5, 144.8, 5] })"""
ASK_AT = f"(moment) => {MAP}.map.once(moment, () => {ASK})"

# Throw the map: a hand's movements, ten milliseconds apart, whatever else the machine does.
FLICK = f"""() => {{
    const {{ map }} = {MAP}, node = map.getContainer();
    const {{ MouseEvent }} = node.ownerDocument.defaultView;
    const act = (kind, x) => {{
        const end = performance.now() + 10;
        while (performance.now() < end);
        node.dispatchEvent(new MouseEvent(kind, {{
            bubbles: true, cancelable: true, button: 0, clientX: x, clientY: 200 }}));
    }};
    act("mousedown", 400);
    [420, 440, 460].forEach((x) => act("mousemove", x));
    const from = map.getCenter().lng;
    act("mouseup", 460);
    return from;
}}"""


def is_same_view(screen: Screen, expected: list[float]) -> bool:
    """Compare views to a pixel, which is what Leaflet rounds a centre to."""
    lat, lon, zoom = screen.view()
    pixel_deg = 360 / (256 * 2**zoom)
    turns = (lon - expected[1]) / 360
    east = abs(turns - round(turns)) * 360
    return zoom == expected[2] and max(east, abs(lat - expected[0])) <= 1.01 * pixel_deg


def test_change_of_a_ring_does_not_move_the_map(follow: Open) -> None:
    screen = follow()
    before = screen.view()
    screen.set_range(4, 3000)
    expect(screen.summary).to_contain_text("Within 3,000 km")
    screen.set_range(4, 19_000)
    expect(screen.summary).to_contain_text("Within 19,000 km")
    screen.eventually(lambda: "~19000" in screen.rings_in_address()[4], "it in the address")
    assert screen.view() == before


def test_pan_is_written_to_address_and_share_link_and_kept_over_changes(follow: Open) -> None:
    screen = follow(ONE_RING)
    assert "at" not in dict(screen.query())
    screen.pan()
    view = screen.view()
    at = dict(screen.query())["at"]
    expect(screen.share).to_contain_text(f"at={at}")
    lat, _, zoom = screen.view_in_address()
    assert (lat, zoom) == pytest.approx((view[0], view[2]), abs=1e-4)
    screen.set_range(0, 6000)
    screen.wait_for_address("sohae~6000")
    assert screen.view() == view
    screen.wait_for_key("at", at)


def test_zoom_and_pan_are_restored_by_reload_and_on_another_machine(
    open_tab: Open, visit: Open
) -> None:
    screen = open_tab(ONE_RING)
    zoom = screen.view()[2]
    screen.map.get_by_role("button", name="Zoom in").click()
    screen.eventually(lambda: "at" in dict(screen.query()), "at= in the address")
    assert screen.view()[2] > zoom
    screen.pan()
    view = screen.view()
    link = screen.page.url.split("?")[1]
    screen.page.reload()
    assert is_same_view(screen.ready(), view)
    assert is_same_view(visit(link), view)


def test_moves_that_overlap_are_all_written_to_the_address(follow: Open) -> None:
    """The end of a zoom was taken for the end of the pan that had begun meanwhile."""
    screen = follow(f"{ONE_RING}&at=30,150,3")
    screen.map.locator(".leaflet-container").focus()
    for zoom, pan, then in product("+-", ("ArrowUp", "ArrowLeft"), ("+", "-", "ArrowLeft")):
        for key in (zoom, pan, then):
            screen.page.keyboard.press(key)
        screen.frames(2)  # in which moves begin
        screen.rest()
        screen.eventually(
            lambda: is_same_view(screen, screen.view_in_address()),
            f"{zoom} {pan} {then} told",
        )


def test_view_asked_for_while_the_map_zooms_is_shown_after_that(follow: Open) -> None:
    """Leaflet takes no view while it zooms: after "back" the address said another than the map."""
    screen = follow(f"{ONE_RING}&at=30,150,3")
    screen.page.evaluate(ASK_AT, "zoomanim")
    screen.map.get_by_role("button", name="Zoom in").click()
    screen.eventually(lambda: is_same_view(screen, [13.5, 144.8, 5]), "the view asked for")
    screen.rest()
    assert is_same_view(screen, [13.5, 144.8, 5])
    screen.wait_for_key("at", "30,150,3")  # that zoom is gone, and was not told


def test_view_asked_for_after_two_zooms_to_the_same_view_is_shown(follow: Open) -> None:
    """Leaflet ends the second before it tells that it begins; the map took no view ever after."""
    screen = follow(f"{ONE_RING}&at=30,150,5")
    screen.page.evaluate(f"() => {{ {MAP}.map.setZoom(4); {MAP}.map.setZoom(4); }}")
    screen.eventually(lambda: screen.view()[2] == 4, "a zoom")
    screen.rest()
    screen.page.evaluate(f"() => {ASK}")
    screen.eventually(lambda: is_same_view(screen, [13.5, 144.8, 5]), "the view asked for")


def test_view_asked_for_when_a_hand_lets_go_is_not_glided_away_from(follow: Open) -> None:
    """Leaflet glides on with the next frame, from the view set meanwhile; no address told it."""
    screen = follow(f"{ONE_RING}&at=30,150,3")
    let_go = screen.page.evaluate(FLICK)
    screen.frames(3)
    screen.rest()
    assert screen.view()[1] < let_go - 1, "a throw that glides"
    screen.eventually(lambda: is_same_view(screen, screen.view_in_address()), "that throw told")
    screen.follow(f"{ONE_RING}&at=30,150,3")
    screen.page.evaluate(f"() => {{ ({FLICK})(); {ASK}; }}")
    screen.frames(3)
    screen.rest()
    assert is_same_view(screen, [13.5, 144.8, 5])
    screen.wait_for_key("at", "30,150,3")  # nor is the drag told, as it is gone


def test_drag_that_goes_on_after_a_view_asked_for_is_told(follow: Open) -> None:
    screen = follow(f"{ONE_RING}&at=30,150,3")
    screen.page.evaluate(ASK_AT, "drag")
    screen.page.evaluate(FLICK)
    screen.frames(3)
    screen.rest()
    assert not is_same_view(screen, [13.5, 144.8, 5])
    screen.eventually(
        lambda: is_same_view(screen, screen.view_in_address()), "the address to tell the view"
    )


def test_link_with_a_view_opens_there(open_tab: Open) -> None:
    assert_opens(open_tab, "-33,-170.5,4.25")


@pytest.mark.parametrize("at", ["13.5,144.8,7", "51.88,179.999,6", "38,-100,3"])
def test_link_with_a_view_that_is_followed_leads_there(follow: Open, at: str) -> None:
    assert_opens(follow, at)


def assert_opens(way: Open, at: str) -> None:
    screen = way(f"{ONE_RING}&at={at}")
    assert is_same_view(screen, [float(part) for part in at.split(",")])
    screen.wait_for_key("at", at)


def test_panning_around_the_world_keeps_the_longitude_near_the_pacific(follow: Open) -> None:
    screen = follow(f"{ONE_RING}&at=20,-40,3")
    for _ in range(3):
        screen.pan(dx=-380, dy=0)
    assert -30 <= screen.view()[1] <= 330
    assert -180 <= screen.view_in_address()[1] <= 180


def test_another_size_of_the_window_is_no_view_to_keep(open_tab: Open) -> None:
    """A higher window may need a closer view; Leaflet's zooming to it is nobody's wish."""
    screen = open_tab(ONE_RING)
    before = screen.view()[2]
    for height in (1900, 700, 1900):
        screen.page.set_viewport_size({"width": 1280, "height": height})
        screen.page.wait_for_function(
            "height => { const { map } = document.querySelector('[data-testid=map]')"
            ".contentWindow.reachmap; return Math.abs(map.getSize().y - height) < 100"
            " && map.getZoom() >= map.getMinZoom()"
            " && !map.getContainer().querySelector('.leaflet-zoom-anim'); }",
            arg=height,
        )
    assert screen.view()[2] > before
    assert "at" not in dict(screen.query())
