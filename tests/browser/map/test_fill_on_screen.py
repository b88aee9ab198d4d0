"""The wash inside a ring covers what is within range and nothing else, over one pole and both."""

from __future__ import annotations

import itertools
import json
import random
from typing import Any

import numpy as np
import pytest
from pyproj import Geod

from tests.browser.screen import Screen

WGS84 = Geod(ellps="WGS84")
SITES = [(39.66, 124.706), (40.85, 129.667), (0.0, 180.0), (-60.0, -179.0), (89.0, 10.0)]
RANGES_KM = [300, 3000, 5000, 5504, 5510, 8000, 10_100, 14_300, 14_600, 19_900]
NEAR_KM = 8  # a pixel of the path asked is 0.6 km, and its edges are straight
COVERS = """async ([groups, places, rule]) => {
    const [rings, canvas] = await Promise.all(["earth/ringshapes", "earth/canvaslayer"].map(
        (name) => import(new URL(`/assets/${name}.js`, location.origin).href)));
    const world = 65536;
    const view = { width: world, height: world, scale: world, ratio: 1, x0: 0, y0: 0, zoom: 8 };
    const pen = document.createElement("canvas").getContext("2d");
    return JSON.stringify(groups.map((group) => {
        pen.beginPath();
        for (const [lat, lon, km] of group) {
            rings.traceInside(pen, view, rings.ringShape({ lat, lon }, km, rings.detailOf(view)));
        }
        return places.map(([lat, lon]) =>
            pen.isPointInPath(canvas.worldX(lon) * world, canvas.worldY(lat) * world, rule));
    }));
}"""


def places() -> np.ndarray:
    """Return points spread evenly over what Mercator shows, shape (n, 2)."""
    chance = random.Random(7)  # noqa: S311
    lats = np.degrees(np.arcsin([chance.uniform(-0.996, 0.996) for _ in range(1500)]))
    return np.stack([lats, [chance.uniform(-179.99, 179.99) for _ in lats]], -1)


def distances_km(lat: float, lon: float, points: np.ndarray) -> np.ndarray:
    start = np.full(len(points), lon), np.full(len(points), lat)
    return np.asarray(WGS84.inv(*start, points[:, 1], points[:, 0])[2]) / 1000


def covered(screen: Screen, groups: list[Any], points: np.ndarray, rule: str) -> list[np.ndarray]:
    answers = screen.page.evaluate(COVERS, [groups, points.tolist(), rule])
    return [np.array(answer) for answer in json.loads(answers)]


def test_fill_of_one_ring_is_what_is_within_range(bare_page: Screen) -> None:
    points = places()
    rings = [(*site, km) for site, km in itertools.product(SITES, RANGES_KM)]
    answers = covered(bare_page, [[ring] for ring in rings], points, "evenodd")
    for (lat, lon, km), inside in zip(rings, answers, strict=True):
        off_km = distances_km(lat, lon, points) - km
        clear = np.abs(off_km) > NEAR_KM
        assert (inside == (off_km <= 0))[clear].all(), (lat, lon, km)


@pytest.mark.parametrize("km", [1000, 5500, 5600, 14_300, 14_450, 15_000])
def test_fill_of_many_rings_is_their_union(bare_page: Screen, km: float) -> None:
    points = places()
    sites = [*SITES[:2], (39.0, 125.0), (38.0, 127.0), (41.5, 128.0)]
    (inside,) = covered(bare_page, [[(*site, km) for site in sites]], points, "nonzero")
    off_km = np.min([distances_km(*site, points) for site in sites], axis=0) - km
    clear = np.abs(off_km) > NEAR_KM
    assert (inside == (off_km <= 0))[clear].all()
