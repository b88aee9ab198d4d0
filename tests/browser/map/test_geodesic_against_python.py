"""The browser's geodesics are Python's within a millimetre; tests/web has the published rows."""

from __future__ import annotations

import base64
import itertools
import json
import random
from typing import Any

import numpy as np
import pytest

from geo.catalog.reading import load_catalog
from geo.earth.geodesic import distances_and_azimuths
from geo.earth.points import LatLon
from geo.earth.rings import range_rings
from tests.browser.conftest import Open
from tests.browser.screen import Screen

ONE_MM_KM = 1e-6
MODULE = "new URL('/assets/earth/geodesic.js', location.origin).href"
RANGES_KM = (10, 50, 300, 1000, 3000, 4376, 5000, 5500, 5504.6, 5610, 6700, 8000, 10_000,
             10_002, 13_000, 14_394, 15_000, 18_000, 19_500, 19_900)  # fmt: skip
ODD_SITES = [
    (0, 0),
    (0, 180),
    (0, -180),
    (90, 0),
    (-90, 0),
    (89.999, 30),
    (-45, 179.999),
    (66, -180),
]
Points = list[tuple[float, float]]


def known_sites() -> Points:
    return [(site.lat, site.lon) for site in load_catalog().launch_sites]


def rings_in_browser(screen: Screen, cases: list[tuple[float, float, float]]) -> np.ndarray:
    """Return shape (cases, 361, 2); sent as bytes: as text it takes ten times longer."""
    sent = screen.page.evaluate(
        f"""async (cases) => {{
            const {{ rangeRing }} = await import({MODULE});
            const rings = cases.flatMap(([lat, lon, km]) => rangeRing(lat, lon, km).flat());
            const bytes = new Uint8Array(new Float64Array(rings).buffer);
            let text = "";
            for (let i = 0; i < bytes.length; i += 8192) {{
                text += String.fromCharCode(...bytes.subarray(i, i + 8192));
            }}
            return btoa(text);
        }}""",
        cases,
    )
    return np.frombuffer(base64.b64decode(sent), dtype="<f8").reshape(len(cases), -1, 2)


def gaps_km(found: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Return how far apart two arrays of (lat, lon) are, by the chord of a sphere."""

    def vectors(points: np.ndarray) -> np.ndarray:
        lat, lon = np.radians(points[..., 0]), np.radians(points[..., 1])
        return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], -1)

    return 6378.137 * np.linalg.norm(vectors(found) - vectors(expected), axis=-1)


@pytest.mark.parametrize("sites", [known_sites(), ODD_SITES], ids=["known sites", "odd sites"])
def test_vertices_are_pythons_within_a_millimetre(bare_page: Screen, sites: Points) -> None:
    cases = [(*site, km) for site, km in itertools.product(sites, RANGES_KM)]
    found = rings_in_browser(bare_page, cases)
    expected = range_rings(*zip(*cases, strict=True))
    assert found.shape == expected.shape
    assert gaps_km(found, expected).max() < ONE_MM_KM


def test_vertices_from_anywhere_are_pythons_within_a_millimetre(bare_page: Screen) -> None:
    chance = random.Random(2017)  # noqa: S311
    cases = [
        (chance.uniform(-90, 90), chance.uniform(-180, 180), chance.uniform(10, 19_900))
        for _ in range(1000)
    ]
    found = rings_in_browser(bare_page, cases)
    assert gaps_km(found, range_rings(*zip(*cases, strict=True))).max() < ONE_MM_KM


def test_vertices_on_the_map_are_pythons_within_a_millimetre(follow: Open) -> None:
    query = "ring=sohae~5610&ring=mupyong_ni~3000-5500-8123.4&ring=-16.5,180~15000"
    rings = follow(query).state()["rings"]
    points = [(39.66, 124.706), point_of("mupyong_ni"), (-16.5, 180.0)]
    for ring, (lat, lon) in zip(rings, points, strict=True):
        for edge in ring["edges"]:
            expected = range_rings([lat], [lon], [edge["range_km"]])[0]
            assert gaps_km(np.asarray(edge["vertices"]), expected).max() < ONE_MM_KM


def test_distance_and_azimuth_of_any_point_are_pythons(bare_page: Screen) -> None:
    chance = random.Random(4)  # noqa: S311
    ends = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(2000)]
    for reach_deg in (1e-5, 0.001, 0.1, 1):  # a metre to a hundred kilometres away
        ends += [
            (39.66 + chance.uniform(-1, 1) * reach_deg, 124.706 + chance.uniform(-1, 1) * reach_deg)
            for _ in range(100)
        ]
        ends += [(-lat, lon - 180) for lat, lon in ends[-100:]]  # and as near to the antipode
    ends.append((-39.66, 124.706 - 180))
    told = bare_page.page.evaluate(
        f"""async (ends) => {{
            const {{ inverse }} = await import({MODULE});
            return JSON.stringify(
                ends.map(([lat, lon]) => inverse(39.66, 124.706, lat, lon)));
        }}""",
        ends,
    )
    found: list[dict[str, Any]] = json.loads(told)
    lats, lons = zip(*ends, strict=True)
    distances_km, azimuths_deg = distances_and_azimuths(LatLon(39.66, 124.706), lats, lons)
    for answer, km, azimuth_deg in zip(found, distances_km, azimuths_deg, strict=True):
        assert answer["km"] == pytest.approx(km, abs=ONE_MM_KM)
        turn = abs((answer["azimuth"] - azimuth_deg + 180) % 360 - 180)
        assert turn < 1e-6, (km, azimuth_deg)


def point_of(site: str) -> tuple[float, float]:
    known = load_catalog().site(site)
    assert known is not None
    return known.lat, known.lon
