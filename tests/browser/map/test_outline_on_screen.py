"""The line on the screen is the ring to a pixel at every zoom."""

from __future__ import annotations

import itertools
import json
from functools import cache

import numpy as np
import pytest

from tests.browser.oracle import WGS84
from tests.browser.screen import Screen

SITES = [(39.66, 124.706), (40.03, 126.09), (0.0, 180.0), (-60.0, -179.0), (89.0, 10.0)]
RANGES_KM = [10, 500, 3000, 5000, 5500, 5504, 5610, 8000, 14_000, 14_394, 15_000, 19_900]


def on_mercator(lat_deg: np.ndarray, lon_deg: np.ndarray) -> np.ndarray:
    """Return Web Mercator x and y in worlds, shape (n, 2)."""
    sine = np.sin(np.radians(lat_deg))
    return np.stack([lon_deg / 360 + 0.5, 0.5 - np.arctanh(sine) / (2 * np.pi)], -1)


@cache
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
    lines = bare_page.page.evaluate(
        """async ({ cases, zoom }) => {
            const url = new URL("/assets/earth/ringshapes.js", location.origin).href;
            const { detailOf, ringShape } = await import(url);
            return JSON.stringify(cases.map(([[lat, lon], km]) => {
                const { xs, ys } = ringShape({ lat, lon }, km, detailOf({ zoom }));
                return [Array.from(xs), Array.from(ys)];
            }));
        }""",
        {"cases": cases, "zoom": zoom},
    )
    for ((lat, lon), km), line in zip(cases, json.loads(lines), strict=True):
        points = exact_ring(lat, lon, km)
        if len(points):
            worlds = gaps(on_mercator(points[:, 0], points[:, 1]), np.transpose(line)).max()
            assert worlds * 256 * 2**zoom < 1, (lat, lon, km)
