"""Panning over the top of the map and the seam at 30 W in one move: held, and never without end."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.screen import Screen

EDGE_DEG = 85.06
# Moves of all kinds, the same in every run; each must end at once and inside.
WANDER = """async () => {
    const home = document.querySelector("iframe[data-testid=map]").contentWindow;
    const { map } = home.reachmap, size = map.getSize(), atOnce = { animate: false };
    let seed = 30;
    const chance = () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; };
    const some = (most) => most * (chance() - 0.5);
    const edge = (lat) => map.project([lat, 0], map.getZoom()).y;
    const moves = [
        () => map.setView([some(170), 150 + some(800)], 1 + Math.round(20 * chance()) / 4, atOnce),
        () => map.panBy([some(4000), some(4000)], atOnce),
        () => map.setView([some(170), (i % 8 < 4 ? -30 : 330) + some(1)], map.getZoom(), atOnce),
        () => { // as a finger does, which Leaflet does not hold back
            map._rawPanBy(new home.L.Point(some(6000), -6000 * chance()));
            map.fire("moveend");
        },
    ];
    const bad = [];
    let i = 0, ends = 0;
    map.on("moveend", () => { ends += 1; });
    for (; i < 80; i += 1) {
        ends = 0;
        moves[i % moves.length]();
        const center = map.getCenter(), y = map.project(center).y, half = size.y / 2;
        const isInside = y - half >= edge(85.05) - 2 && y + half <= edge(-85.05) + 2;
        if (!isInside || Math.abs(center.lng - 150) > 181 || ends > 4)
            bad.push([i, center.lat, center.lng, map.getZoom(), ends]);
    }
    return bad;
}"""


def test_many_moves_end_inside_and_none_goes_on_for_ever(screen: Screen) -> None:
    assert screen.page.evaluate(WANDER) == []


@pytest.mark.parametrize(("dx", "lon"), [(-900, 329), (900, -29)])
def test_pan_over_top_and_seam_in_one_move_is_kept(follow: Open, dx: int, lon: int) -> None:
    screen = follow(f"ring=sohae~8000&at=60,{(lon + 180) % 360 - 180},4")
    box = screen.page.get_by_test_id("map").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
    screen.page.mouse.move(x - dx / 4, y)
    screen.page.mouse.down()
    screen.page.mouse.move(x + dx / 4, y + 400, steps=8)
    screen.page.mouse.up()
    at = screen.eventually(
        lambda: (found := dict(screen.query()).get("at")) and not found.startswith("60,") and found,
        "the view in the address",
    )
    lat, west, zoom = map(float, at.split(","))
    assert abs(lat) < EDGE_DEG
    here = screen.view()
    assert [here[0], (here[1] + 180) % 360 - 180, here[2]] == pytest.approx(
        [lat, west, zoom], abs=0.01
    )
    assert abs(here[1] - 150) <= 180.1
    screen.page.reload()
    screen.ready()
    assert screen.view() == pytest.approx(here, abs=0.01)
