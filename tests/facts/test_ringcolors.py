"""Colours of rings: apart for all eyes, and readable where they are drawn.

Colour differences are CIEDE2000 (CIE 142-2001; Sharma, Wu and Dalal, Color Research and
Application 30, 2005, whose test data are below). How colours look without the cones for red or
green is the model of Machado, Oliveira and Fernandes (IEEE Transactions on Visualization and
Computer Graphics 15, 2009) at severity 1.0, their matrices for linear RGB.
"""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from geo.facts import DARK, LIGHT, RING_STYLES, Palette

Triple = tuple[float, float, float]
SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones (protanopia)": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones (deuteranopia)": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
# sRGB to CIE XYZ, D65 (IEC 61966-2-1), and its white.
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)

FIRST = 5  # as many as the first view has; beyond, dashes and numbers do more
# Of CIELAB about 2.3 is just noticed between patches side by side (Mahy and others, Color
# Research and Application 19, 1994). Six times that, for lines of 2.5 px far apart.
LEAST_DIFFERENCE = 14.0
LEAST_LIGHTNESS = 5.0  # of 100, so that a grey print keeps them apart
LINES, WORDS = 3.0, 4.5  # contrasts of WCAG 2.2, 1.4.11 and 1.4.3

DAYS = [
    pytest.param([style.color for style in RING_STYLES], LIGHT, "#ffffff", id="light"),
    pytest.param([style.bright for style in RING_STYLES], DARK, "#0c1218", id="dark"),
]


def times(matrix: tuple[Triple, ...], vector: Triple) -> Triple:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def linear(color: str) -> Triple:
    """Return red, green and blue of light, 0 to 1."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))

    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return light(red), light(green), light(blue)


def lab(rgb: Triple) -> Triple:
    def curve(t: float) -> float:
        return float(t ** (1 / 3)) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29

    x, y, z = (curve(a / white) for a, white in zip(times(XYZ, rgb), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(color: str, sight: str) -> Triple:
    red, green, blue = (min(1.0, max(0.0, each)) for each in times(SIGHTS[sight], linear(color)))
    return lab((red, green, blue))


def contrast(one: str, other: str) -> float:
    dark, light = sorted(times(XYZ, linear(color))[1] for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360


def difference(one: Triple, other: Triple) -> float:
    """Return CIEDE2000, in the steps and letters of Sharma, Wu and Dalal."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    more = 1 + 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2, h1, h2 = (
        hypot(a1 * more, b1),
        hypot(a2 * more, b2),
        hue(a1 * more, b1),
        hue(a2 * more, b2),
    )
    dh = (h2 - h1 + 180) % 360 - 180
    mean_l, mean_c, mean_h = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + dh / 2) % 360
    t = (
        1
        - 0.17 * cos(radians(mean_h - 30))
        + 0.24 * cos(radians(2 * mean_h))
        + 0.32 * cos(radians(3 * mean_h + 6))
        - 0.20 * cos(radians(4 * mean_h - 63))
    )
    turn = 60 * exp(-(((mean_h - 275) / 25) ** 2))
    rc = 2 * sqrt(mean_c**7 / (mean_c**7 + 25**7))
    sl = 1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2)
    by_lightness = (l2 - l1) / sl
    by_chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    by_hue = 2 * sqrt(c1 * c2) * sin(radians(dh / 2)) / (1 + 0.015 * mean_c * t)
    cross = -sin(radians(turn)) * rc * by_chroma * by_hue
    return sqrt(by_lightness**2 + by_chroma**2 + by_hue**2 + cross)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # rows 1, 7, 14, 17, 20, 25 and 34 of their table
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, -0.0010, 2.4900), (50.0, 0.0011, -2.4900), 4.7461),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_those_of_the_published_data(
    one: Triple, other: Triple, expected: float
) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(("colors", "palette", "halo"), DAYS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_first_rings_are_apart_for_all_eyes(
    colors: list[str], palette: Palette, halo: str, sight: str
) -> None:
    for one, other in combinations(colors[:FIRST], 2):
        found = difference(seen(one, sight), seen(other, sight))
        assert found >= LEAST_DIFFERENCE, f"{one} and {other} with {sight}: {found:.1f}"


@pytest.mark.parametrize(("colors", "palette", "halo"), DAYS)
def test_first_rings_are_apart_in_lightness_alone(
    colors: list[str], palette: Palette, halo: str
) -> None:
    for one, other in combinations(colors[:FIRST], 2):
        found = abs(seen(one, "all cones")[0] - seen(other, "all cones")[0])
        assert found >= LEAST_LIGHTNESS, f"{one} and {other}: {found:.1f}"


@pytest.mark.parametrize(("colors", "palette", "halo"), DAYS)
def test_all_lines_and_words_stand_out(colors: list[str], palette: Palette, halo: str) -> None:
    for color in colors:
        for ground in (palette.sea, palette.land, palette.focus):
            assert contrast(color, ground) >= LINES, f"line of {color} on {ground}"
        for ground in (halo, palette.paper):
            assert contrast(color, ground) >= WORDS, f"words of {color} on {ground}"


@pytest.mark.parametrize(("colors", "palette", "halo"), DAYS)
def test_sectors_of_radars_stand_out(colors: list[str], palette: Palette, halo: str) -> None:
    for ground in (palette.sea, palette.land, palette.focus):
        assert contrast(palette.radar, ground) >= LINES, f"sector on {ground}"
    for ground in (halo, palette.paper):
        assert contrast(palette.radar, ground) >= WORDS, f"words of sectors on {ground}"


def test_no_two_rings_have_the_same_dashes() -> None:
    assert len({style.dash for style in RING_STYLES}) == len(RING_STYLES)
