"""Words on pictures, at all sizes, in both languages and all projections: read by PROJ."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from pyproj import Transformer

from geo.catalog.reading import load_catalog
from geo.facts.names import MUST_NAMES
from geo.facts.prominence import NAME_RANK
from geo.link.picturesize import PROJECTIONS, PictureOptions
from geo.picture.draw import Drawing, draw_picture
from geo.picture.frame import Box
from geo.picture.labels import Label
from geo.picture.symbols import name_rank, symbol_px
from geo.words.units import format_length
from tests.pictures import ROOT_URL
from tests.support import view_at

SIZES = ((640, 360), (1200, 630), (1600, 900), (1080, 1080), (1080, 1920), (2400, 1200))
PRESETS = {each.id: each.query for each in load_catalog().presets}
TWELVE = "&".join(f"ring=sohae~{km}~name {km}" for km in range(1000, 13000, 1000))
VIEWS = {
    "july": "",
    "one": "ring=sohae~8000",
    "levels": "ring=sohae~8500-10400-14000&show=cities",
    "srbm": PRESETS["srbm"],
    "arsenal": PRESETS["arsenal"],
    "icbm": PRESETS["icbm"],
    "twelve": TWELVE,
    "lines": "ring=sohae~8000&show=cities,bases,thaad,arcs&units=mi",
    "asked": "ring=sohae~8000&show=&name=seattle,guam_nb,moscow",
}
CASES = [
    (view, size, PROJECTIONS[(row + column // 2) % 3], ("en", "ko")[column // 2 % 2])
    for row, view in enumerate(VIEWS)
    for column, size in enumerate(SIZES)
    if (row + column) % 2 == 0 or view in ("july", "one")
]
LONG_ENOUGH_PX = 90.0  # of a screen: a stretch of a ring in view that has room for its number
OFF_RING_PX = 12.0


@dataclass(frozen=True)
class Shown:
    """One picture, and how PROJ sees its map."""

    drawing: Drawing
    query: str
    lang: str

    def pixels_of(self, points: list[tuple[float, float]]) -> np.ndarray:
        """Return pixels of the map, infinite where a point cannot be seen."""
        proj, *rest = self.drawing.frame.description().split("; ")
        facts = dict(each.split("=", 1) for each in rest)
        to_metres = Transformer.from_crs("EPSG:4326", proj, always_xy=True)
        lats, lons = np.array(points).T
        x, y = to_metres.transform(lons, lats)
        size = float(facts["m/px"])
        across = (np.asarray(x) - float(facts["west"])) / size
        return np.stack([across, (float(facts["north"]) - np.asarray(y)) / size], axis=-1)

    def in_view(self, pixel: np.ndarray) -> bool:
        box = self.drawing.map_box
        across, down = box.right - box.left, box.bottom - box.top
        x, y = pixel
        return bool(np.isfinite(pixel).all() and 0 <= x <= across and 0 <= y <= down)


@pytest.fixture(scope="module", params=CASES, ids=str)
def picture(request: pytest.FixtureRequest) -> Shown:
    """One picture for all tests that look at it: pytest runs these one after the other."""
    view, size, projection, lang = request.param
    query = f"{VIEWS[view]}&lang={lang}".lstrip("&")
    options = PictureOptions(*size, projection)
    return Shown(draw_picture(view_at(query), options, ROOT_URL), query, lang)


def covered(drawing: Drawing, pixel: np.ndarray) -> bool:
    x, y = pixel
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for box in drawing.covered)


def all_boxes(drawing: Drawing) -> list[tuple[Label, Box]]:
    return [(label, box) for label in drawing.labels for box in label.boxes]


def test_no_name_that_must_be_written_is_missing(picture: Shown) -> None:
    view = view_at(picture.query)
    places = {place.id: place for place in view.places}
    wanted = [next((each for each in name.ids if each in places), None) for name in MUST_NAMES]
    asked = {place.id: place for place in view.catalog.places if place.id in view.scenario.names}
    written = {label.id: label.text for label in picture.drawing.labels}
    in_view = 0
    for place in [*(places[each] for each in wanted if each), *asked.values()]:
        pixel = picture.pixels_of([(place.lat, place.lon)])[0]
        if picture.in_view(pixel) and not covered(picture.drawing, pixel):
            assert place.id in written, place.name
            in_view += 1
    assert in_view > 1
    if "guam_nb" in written and "units=mi" not in picture.query:
        assert written["guam_nb"] == {"en": "Guam", "ko": "\uad0c"}[picture.lang]


def test_no_words_meet_nor_leave_the_map_nor_lie_under_anything(picture: Shown) -> None:
    drawing = picture.drawing
    boxes = all_boxes(drawing)
    assert len(boxes) > 8
    across = drawing.map_box.right - drawing.map_box.left
    whole = Box(0, 0, across, drawing.map_box.bottom - drawing.map_box.top)
    for label, box in boxes:
        assert whole.holds(box), label.text
        assert not any(box.meets(over) for over in drawing.covered), label.text
    for (one, box), (other, beside) in combinations(boxes, 2):
        assert one is other or not box.meets(beside), (one.text, other.text)


def outline_of(picture: Shown, index: int, km: float) -> np.ndarray:
    """Return pixels of a ring as GeographicLib and PROJ have it."""
    site = view_at(picture.query).rings[index].point
    ends = [Geodesic.WGS84.Direct(site.lat, site.lon, turn, km * 1000) for turn in range(361)]
    return picture.pixels_of([(each["lat2"], each["lon2"]) for each in ends])


def stretches(picture: Shown, outline: np.ndarray) -> list[np.ndarray]:
    """Return the parts of an outline in view that are not cut where a map ends."""
    far = 0.4 * (picture.drawing.map_box.right - picture.drawing.map_box.left)
    parts, part = [], []
    for before, pixel in pairwise([outline[0], *outline]):
        if not picture.in_view(pixel) or covered(picture.drawing, pixel):
            parts, part = [*parts, part], []
        elif part and math.dist(before, pixel) > far:
            parts, part = [*parts, part], [pixel]
        else:
            part.append(pixel)
    return [np.array(each) for each in [*parts, part] if len(each) > 2]


def test_each_ring_in_view_has_its_number_on_it(picture: Shown) -> None:
    view, unit = view_at(picture.query), picture.drawing.canvas.unit
    labels = [label for label in picture.drawing.labels if label.kind == "ring"]
    looked = 0
    for index, ring in view.shown_rings:
        for _, km in ring.edges:
            parts = stretches(picture, outline_of(picture, index, km))
            lengths = [np.hypot(*np.diff(part, axis=0).T).sum() for part in parts]
            if max(lengths, default=0.0) < LONG_ENOUGH_PX * unit:
                continue
            number = format_length(km, view.units, view.lang).rpartition(" ")[0]
            mine = [each for each in labels if each.ring == index and number in each.text]
            assert len(mine) == 1, (index, km)
            points = np.concatenate(parts)
            for box in mine[0].boxes:
                middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
                assert off_by(points, middle) <= OFF_RING_PX * unit, mine[0].text
            looked += 1
    assert looked


def off_by(points: np.ndarray, middle: tuple[float, float]) -> float:
    """Return how far a point lies from a line through points in turn."""
    start, step = points[:-1], np.diff(points, axis=0)
    length = np.maximum((step**2).sum(axis=1), 1e-9)
    part = np.clip(((np.array(middle) - start) * step).sum(axis=1) / length, 0, 1)
    near = start + part[:, None] * step
    return float(np.hypot(*(near - np.array(middle)).T).min())


def test_no_word_is_nearer_to_another_symbol_than_to_its_own(picture: Shown) -> None:
    view, unit = view_at(picture.query), picture.drawing.canvas.unit
    places = {place.id: place for place in view.places}
    places |= {each.id: each for each in view.catalog.places if each.id in view.scenario.names}
    if view.shows("arcs"):
        places |= {place.id: place for place in view.targets}
    pixels = picture.pixels_of([(place.lat, place.lon) for place in places.values()])
    spots = {
        place.id: (pixel, symbol_px(place) * unit)
        for place, pixel in zip(places.values(), pixels, strict=True)
        if picture.in_view(pixel)
    }
    written = {label.id for label in picture.drawing.labels}
    named = [
        each for each in spots if each in written or name_rank(places[each]) > NAME_RANK.blocks
    ]
    looked = 0
    for label in picture.drawing.labels:
        if label.kind not in ("place", "arc") or label.line:
            continue
        own = gap(label.boxes[0], *spots[label.id])
        for other in named:
            assert other == label.id or gap(label.boxes[0], *spots[other]) > own - 0.5, (
                label.text,
                places[other].name,
            )
        looked += 1
    assert looked


def gap(box: Box, pixel: np.ndarray, radius: float) -> float:
    x, y = pixel
    return (
        math.hypot(max(box.left - x, x - box.right, 0), max(box.top - y, y - box.bottom, 0))
        - radius
    )


def test_claimant_goes_before_the_number() -> None:
    """Where there is room the ring says whose it is, in a small picture its number alone."""
    query = "ring=sohae~8000~a name of some length, of those who say it&show="
    said = []
    for size in ((1600, 900), (240, 200)):
        drawing = draw_picture(view_at(query), PictureOptions(*size), ROOT_URL)
        said += [label.text for label in drawing.labels if label.kind == "ring"]
    assert said[0].startswith("8,000 km, \u201ca name")
    assert len(said) == 2
    assert said[1] in ("8,000 km", "8,000")


def test_label_read_from_the_right_stands_in_the_legend_alone() -> None:
    view = view_at("ring=sohae~8000~\u05d0\u05d1\u05d2")
    drawing = draw_picture(view, PictureOptions(), ROOT_URL)
    assert [each.text for each in drawing.labels if each.kind == "ring"] == ["8,000 km"]


def test_hidden_rings_have_no_words() -> None:
    view = view_at("ring=sohae~8000&ring=sohae~3000&hide=2")
    drawing = draw_picture(view, PictureOptions(), ROOT_URL)
    assert {each.ring for each in drawing.labels if each.kind == "ring"} == {0}
