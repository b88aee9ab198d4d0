"""Radar sectors, circles of interceptors and centres in pictures, against GeographicLib."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic

from geo.earth.sectors import sector_line
from geo.facts.palette import LIGHT
from geo.facts.ringstyles import ring_style
from geo.link.picturesize import PROJECTIONS, PictureOptions
from geo.picture.draw import Drawing, draw_picture
from geo.reach.sectors import radar_sectors
from geo.share import captions, radarcaptions
from tests.oracle import turn_deg
from tests.pictures import ROOT_URL, Colour, near, picture, rgb, washed
from tests.support import exact, place_point, view_at

TEAL = rgb(LIGHT.radar)
FILL = 0.08  # as it was agreed for the map, too
BARE = [rgb(each) for each in (LIGHT.sea, LIGHT.land, LIGHT.focus)]
FILLED = [washed(base, TEAL, FILL) for base in BARE]
TWICE = [washed(base, TEAL, FILL) for base in FILLED]
ALONE = "ring=sohae~8000&hide=1&show="
EDGE_PX = 6.0  # the outline with its halo, and where a corner of the grid is cut
CASES = {
    "plain": ("tpy2_seongju", 2000, 347, 120),
    "over the antimeridian": ("cobra_dane", 3000, 100, 160),
    "the north pole inside": ("lrdr_clear", 5000, 0, 90),
    "all around": ("tpy2_guam", 3000, 0, 360),
    "more than half way round": ("tpy2_shariki", 1500, 90, 300),
}


def query_of(*sectors: tuple[str, float, float, float], show: str = "") -> str:
    told = "&".join("radar=" + "~".join(map(str, each)) for each in sectors)
    return f"{ALONE}{show}&{told}"


def drawn(query: str, projection: str = "mercator") -> Drawing:
    return draw_picture(view_at(query), PictureOptions(1600, 900, projection), ROOT_URL)


def times_filled(colour: Colour) -> int | None:
    """Return how many fills lie on a pixel, None where a line or a word covers it."""
    for times, colours in enumerate((BARE, FILLED, TWICE)):
        if any(near(colour, each, 1) for each in colours):
            return times
    return None


def around(sector: tuple[str, float, float, float], count: int) -> list[tuple[float, float]]:
    """Return ways from a radar, azimuth and km."""
    rng = np.random.default_rng(3)
    ways = np.stack([rng.uniform(0, 360, count), rng.uniform(0, 1.3, count) * sector[1]], axis=-1)
    return [tuple(way) for way in ways.tolist()]


def ends_of(radar: str, ways: list[tuple[float, float]]) -> list[tuple[float, float]]:
    start = place_point(radar)
    solved = [Geodesic.WGS84.Direct(*start, azimuth, km * 1000) for azimuth, km in ways]
    return [(each["lat2"], each["lon2"]) for each in solved]


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("case", CASES)
def test_pixels_are_filled_exactly_where_distance_and_azimuth_are(
    case: str, projection: str
) -> None:
    sector = CASES[case]
    radar, range_km, azimuth_deg, width_deg = sector
    shown = picture(query_of(sector), projection)
    km_per_px = float(shown._facts()["m/px"]) / 1000
    ways = around(sector, 1500)
    compared = {0: 0, 1: 0}
    points = ends_of(radar, ways)
    for (azimuth, km), point, pixel in zip(ways, points, shown.pixels_of(points), strict=True):
        if not shown.on_map(pixel) or abs(point[0]) > 84:
            continue
        off_deg = turn_deg(azimuth - azimuth_deg) - width_deg / 2
        beside_km = abs(km * np.sin(np.radians(min(90, abs(off_deg))))) if width_deg < 360 else 1e9
        told = times_filled(shown.colour(pixel))
        if told is None or min(beside_km, abs(km - range_km)) < EDGE_PX * km_per_px:
            continue
        assert told == (km <= range_km and off_deg <= 0), (azimuth, km)
        compared[told] += 1
    assert compared[1] > 60
    assert compared[0] > 20


def test_nested_sectors_add_up() -> None:
    shown = picture(query_of(CASES["plain"], ("tpy2_seongju", 1000, 347, 120)))
    points = ends_of("tpy2_seongju", [(20.0, 500.0), (20.0, 1500.0), (10.0, 2150.0)])
    found = [times_filled(shown.colour(pixel)) for pixel in shown.pixels_of(points)]
    assert found == [2, 1, 0]


def test_a_sector_on_the_far_side_of_a_globe_is_not_drawn() -> None:
    query = f"{query_of(('tpy2_kurecik', 1000, 100, 120))}&at=-10,-140,2"
    shown = picture(query, "globe")
    left, top, right, bottom = shown.box
    colours = {each for _, each in shown.image.crop((left, top, right, bottom)).getcolors(100_000)}
    assert not any(near(each, TEAL, 8) for each in colours)
    assert not any(near(each, filled, 0) for each in colours for filled in FILLED)


@pytest.mark.parametrize("projection", ["mercator", "azimuthal"])
@pytest.mark.parametrize("ring", ["ring=sohae~500", "ring=sohae~500&hide=1"])
@pytest.mark.parametrize("case", ["plain", "over the antimeridian", "all around"])
def test_a_picture_holds_all_that_a_link_assumes(case: str, ring: str, projection: str) -> None:
    told = "~".join(map(str, CASES[case]))
    query = f"{ring}&show=&radar={told}"
    drawing = drawn(query, projection)
    (sector,) = radar_sectors(view_at(query))
    pixels = drawing.frame.to_pixels(sector_line(sector.sector))
    assert (pixels >= 0).all()
    assert (pixels <= (drawing.frame.width, drawing.frame.height)).all()


def test_with_all_rings_hidden_only_the_sector_is_framed() -> None:
    alone = drawn(query_of(CASES["plain"])).frame
    whole = drawn(query_of(CASES["plain"]).replace("&hide=1", "")).frame
    assert alone.km_per_px < whole.km_per_px / 3


def test_places_seen_have_a_ring_in_teal_and_others_have_none() -> None:
    """By GeographicLib Dandong lies 564 km from the radar, Beijing 1,123."""
    at = place_point("tpy2_seongju")
    assert exact(at, place_point("dandong"))[0] == pytest.approx(564, abs=1)
    assert exact(at, place_point("beijing"))[0] == pytest.approx(1123, abs=1)
    query = query_of(("tpy2_seongju", 600, 347, 120), show="cities")
    shown = picture(f"{query}&at=39,122,5.5", size=(1600, 900))
    for place, is_seen in (("dandong", True), ("beijing", False)):
        (pixel,) = shown.pixels_of([place_point(place)])
        turns = np.radians(np.arange(0, 360, 5))
        best = max(
            sum(
                near(shown.colour(pixel + radius * np.array([np.cos(a), np.sin(a)])), TEAL, 40)
                for a in turns
            )
            for radius in np.arange(4.0, 20.0, 0.5)
        )
        assert (best > 0.6 * len(turns)) == is_seen, (place, best)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("projection", PROJECTIONS)
def test_words_on_sectors_say_whose_they_are_and_meet_no_others(projection: str, lang: str) -> None:
    query = f"ring=sohae~3000&show=cities,bases,thaad,radar&lang={lang}"
    labels = drawn(query, projection).labels
    said = {label.text.partition(" \u00b7 ")[0] for label in labels if label.kind == "sector"}
    assert said
    for one, other in combinations(labels, 2):
        assert not any(a.meets(b) for a in one.boxes for b in other.boxes), (one.text, other.text)


def test_a_sector_bears_its_range_and_claimant() -> None:
    labels = drawn(query_of(CASES["plain"])).labels
    (label,) = [each for each in labels if each.kind == "sector"]
    assert label.id == "tpy2_seongju"
    assert label.text.startswith("2,000 km \u00b7 ")
    own = drawn(query_of(("tpy2_seongju", 1234, 347, 120))).labels
    assert "1,234 km \u00b7 own assumption" in {each.text for each in own}


def test_legend_names_claimants_and_what_is_our_direction() -> None:
    rows = radarcaptions.sector_rows(view_at("ring=sohae~8000&show=radar&date=2018-01-01"))
    seongju = [row for row in rows if "Seongju" in row.claim]
    assert {row.range for row in seongju} >= {"600 km", "2,000 km"}
    assert all(row.is_guessed for row in seongju)
    solid = radarcaptions.sector_rows(view_at(query_of(CASES["plain"])))
    assert not [row for row in solid if row.is_guessed]
    assert "north-north-west (347\u00b0)" in radarcaptions.direction_text(
        view_at(query_of(CASES["plain"]))
    )


@pytest.mark.parametrize(
    ("ring", "show", "expected"),
    [
        ("sohae~8000", "", [("", "Launch site")]),
        ("36.049,128.226~200", "", [("thaad", "THAAD, interceptors")]),
        ("36.049,128.226~200", "thaad", []),  # its layer has the row
        ("12.5,-170.25~4000", "", [("", "Point that someone chose")]),
    ],
)
def test_legend_says_launch_site_only_where_there_is_one(
    ring: str, show: str, expected: list[tuple[str, str]]
) -> None:
    assert captions.center_rows(view_at(f"ring={ring}&show={show}")) == expected


def test_a_battery_with_a_ring_has_its_symbol_in_the_rings_colour_and_its_name_once() -> None:
    query = "ring=36.049,128.226~200&show=thaad"
    shown, drawing = picture(query), drawn(query)
    (pixel,) = shown.pixels_of([(36.049, 128.226)])
    assert near(shown.colour(pixel), rgb(ring_style(0).color), 8)
    names = [
        each for each in drawing.labels if each.id == "thaad_seongju" and each.kind != "circle"
    ]
    assert [(each.text, each.kind) for each in names] == [("THAAD battery Seongju", "site")]


@pytest.mark.parametrize(("zoom", "least"), [(2, 0), (5, 1), (7, 2)])
def test_circles_of_interceptors_are_drawn_where_they_are_large_enough(
    zoom: int, least: int
) -> None:
    """200 km are less than 10 px, 31 px and 125 px on such maps, at 36 degrees north."""
    query = f"{ALONE}thaad&at=36.049,128.226,{zoom}&date=2017-07-04"
    drawing = drawn(query)
    texts = [each.text for each in drawing.labels if each.kind == "circle"]
    is_told = "Range of interceptors as published, not a defended area" in {
        text.get_text() for axes in drawing.canvas.figure.axes for text in axes.texts
    }
    assert is_told == (least > 0)
    assert ("200 km \u00b7 interceptors, as published" in texts) == (least > 1)


def test_what_says_a_picture_in_words_names_the_sectors() -> None:
    assert captions.picture_text(view_at("ring=sohae~8000&show=")).endswith("?")
    said = captions.picture_text(view_at(query_of(("tpy2_seongju", 1234, 347, 120))))
    assert said.endswith("Radar sectors: 1,234 km \u00b7 own assumption, AN/TPY-2 radar Seongju")
