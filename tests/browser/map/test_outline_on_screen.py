"""The line on the screen is the ring to a pixel at every zoom, and encloses the right poles."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from tests.browser.oracle import WGS84
from tests.browser.screen import Screen

SITES = [(39.66, 124.706), (40.03, 126.09), (0.0, 180.0), (-60.0, -179.0), (89.0, 10.0)]
RANGES_KM = [10, 500, 3000, 5000, 5500, 5504, 5610, 8000, 14_000, 14_394, 15_000, 19_900]
POLES = {"north": 90.0, "south": -90.0}
MODULES = """async (names) => Promise.all(names.map(
    (name) => import(new URL(`/assets/${name}.js`, location.origin).href)))"""


def in_browser(screen: Screen, body: str, argument: Any) -> Any:
    """Run `body` with the modules of ring geometry at hand."""
    return screen.page.evaluate(
        f"""async (argument) => {{
            const [rings, geodesic] = await ({MODULES})(["earth/ringshapes", "earth/geodesic"]);
            {body}
        }}""",
        argument,
    )


def on_mercator(lat_deg: np.ndarray, lon_deg: np.ndarray) -> np.ndarray:
    """Return Web Mercator x and y in worlds, shape (n, 2)."""
    sine = np.sin(np.radians(lat_deg))
    return np.stack([lon_deg / 360 + 0.5, 0.5 - np.arctanh(sine) / (2 * np.pi)], -1)


def exact_ring(lat: float, lon: float, km: float) -> np.ndarray:
    """Return points of the ring that Mercator shows, between the azimuths of any drawing."""
    ends = [WGS84.Direct(lat, lon, az, km * 1000) for az in np.arange(0.37, 360, 2.113)]
    points = np.array([(end["lat2"], end["lon2"]) for end in ends])
    return points[np.abs(points[:, 0]) < 85.05]


def gaps(points: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Return each point's distance from a line in any copy of the world."""
    start, step = line[:-1], np.diff(line, axis=0)
    length2 = np.maximum((step**2).sum(-1), 1e-30)
    least = np.full(len(points), np.inf)
    for turn in (-1.0, 0.0, 1.0):
        away = (points + np.array([turn, 0.0]))[:, None, :] - start[None]
        along = np.clip((away * step).sum(-1) / length2, 0, 1)
        off = np.linalg.norm(away - along[..., None] * step, axis=-1)
        least = np.minimum(least, off.min(axis=1))
    return least


@pytest.mark.parametrize("zoom", [2, 5, 8, 12])
def test_line_is_within_a_pixel_of_the_ring(bare_page: Screen, zoom: int) -> None:
    cases = list(itertools.product(SITES, RANGES_KM))
    lines = in_browser(
        bare_page,
        """return argument.cases.map(([[lat, lon], km]) => {
            const { xs, ys } = rings.ringShape(lat, lon, km, rings.detailOf(argument));
            return [xs, ys];
        });""",
        {"cases": cases, "zoom": zoom},
    )
    for ((lat, lon), km), line in zip(cases, lines, strict=True):
        points = exact_ring(lat, lon, km)
        if len(points):
            worlds = gaps(on_mercator(points[:, 0], points[:, 1]), np.transpose(line)).max()
            assert worlds * 256 * 2**zoom < 1, (lat, lon, km)


def pole_distances() -> list[tuple[float, float, str, float]]:
    return [
        (lat, lon, pole, WGS84.Inverse(lat, lon, pole_lat, lon)["s12"] / 1000)
        for (lat, lon), (pole, pole_lat) in itertools.product(SITES, POLES.items())
    ]


@pytest.mark.parametrize("more_km", [-0.001, 0.001, -0.05, 0.05, -1, 1])
def test_pole_is_inside_when_it_is_nearer_than_the_range(bare_page: Screen, more_km: float) -> None:
    cases = [
        (lat, lon, pole, km + more_km)
        for lat, lon, pole, km in pole_distances()
        if 10 <= km + more_km <= 19_900
    ]
    answers = in_browser(
        bare_page,
        """return argument.map(([lat, lon, , km]) => {
            const ring = geodesic.rangeRing(lat, lon, km);
            const turns = Math.round((ring[360][1] - ring[0][1]) / 360);
            return { turns, ...geodesic.polesInside(lat, km) };
        });""",
        cases,
    )
    for (_, _, pole, _), answer in zip(cases, answers, strict=True):
        assert answer[pole] == (more_km > 0)
        assert answer["turns"] == answer["south"] - answer["north"]
