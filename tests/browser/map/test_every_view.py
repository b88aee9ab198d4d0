"""A map shows its ring wherever that lies, and whatever the size of the window."""

from __future__ import annotations

from math import isfinite

import pytest

from tests.browser.conftest import Open
from tests.browser.map.mercator import view_of
from tests.browser.screen import Screen

MAP_EDGE = 85.05  # degrees: what Web Mercator shows
NEAR_POLES = (
    "-90,0~3000",
    "-75,0~1000",
    "-57,0~100",
    "83,-30~100",
    "88,0~300",
    "90,0~10",
    "sohae~15500",
    "0,0~19900",
    "-90,0~12000-16000",
)
SIZES = ((1280, 800), (320, 480), (320, 256), (3440, 1440), (3840, 2160))
WALLS = ((3840, 2160), (3440, 1440), (5120, 1440))


def share_of_what_can_be_shown(screen: Screen, ring: int = 0) -> float:
    """Return how much of an outline is in view, of what lies on the map at all."""
    view = view_of(screen)
    vertices = screen.state()["rings"][ring]["vertices"]
    shown = [(lat, lon) for lat, lon in vertices if abs(lat) < MAP_EDGE]
    return sum(view.shows(*vertex) for vertex in shown) / len(shown) if shown else 1


def assert_shown(screen: Screen, told: object) -> None:
    view = screen.state()["view"]
    numbers = [view[key] for key in ("lat", "lon", "zoom", "width", "height")]
    assert all(number is not None and isfinite(number) for number in numbers), (told, view)
    for ring in range(len(screen.state()["rings"])):
        assert share_of_what_can_be_shown(screen, ring) >= 0.5, (told, ring, view)
    assert "NaN" not in screen.page.url, told


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_ring_near_a_pole_is_in_view(visit: Open, size: tuple[int, int]) -> None:
    screen = visit("ring=sohae~8000", viewport={"width": size[0], "height": size[1]})
    screen.leave_table_out()
    for ring in NEAR_POLES:
        screen.follow(f"ring={ring}")
        screen.wait_for_size()
        assert_shown(screen, ring)
        assert "at" not in dict(screen.query())


def test_rings_at_both_ends_of_the_earth_are_in_view_together(follow: Open) -> None:
    for rings in (
        ("sohae~1000", "-75,0~1000"),
        ("90,0~500", "-90,0~500"),
        ("83,-30~100", "-57,0~100", "0,179~500"),
    ):
        screen = follow("&".join(f"ring={ring}" for ring in rings))
        assert_shown(screen, rings)


def test_ring_of_the_south_follows_its_slider_and_the_button(open_tab: Open) -> None:
    """Where the view was no number neither showed anything again."""
    screen = open_tab("ring=-75,0~1000")
    screen.set_range(0, 3000)
    screen.wait_for_address("-75,0~3000")
    screen.eventually(lambda: share_of_what_can_be_shown(screen) >= 0.5, "the longer ring")
    screen.pan()
    screen.eventually(lambda: "at" in dict(screen.query()), "the view in the address")
    assert "NaN" not in screen.page.url
    screen.map.get_by_test_id("fit").click()
    screen.wait_for_key("at", None)
    assert_shown(screen, "fitted")


@pytest.mark.parametrize("size", WALLS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_wall_and_very_wide_screen_show_nearly_all_of_a_long_ring(
    visit: Open, size: tuple[int, int]
) -> None:
    screen = visit("ring=sohae~8000", viewport={"width": size[0], "height": size[1]})
    screen.leave_table_out()
    for ring in ("sohae~8000", "sohae~5000", "sohae~3000"):
        screen.follow(f"ring={ring}")
        screen.wait_for_size()
        assert share_of_what_can_be_shown(screen) >= 300 / 361, ring
