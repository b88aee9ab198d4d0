"""A picture stands alone: words, sources, link, Korean text, sizes; the same bytes each time."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PIL import ImageChops

from geo.catalog.views import view_of
from geo.facts.ringstyles import ring_style
from geo.link.picturesize import MAX_PX, MIN_PX, PROJECTIONS, PictureOptions, read_options
from geo.picture.canvas import Canvas
from geo.picture.draw import Drawing, draw_picture, draw_png
from geo.share import captions
from geo.share.links import READABLE_CHARS, file_name, short_link
from geo.words.credits import ATTRIBUTION
from tests.pictures import ROOT_URL, near, open_png, picture, rgb
from tests.support import scenario_of, view_at


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("size", [(1600, 900), (1200, 630), (201, 399), (1999, 333)])
def test_picture_has_the_size_asked_for(projection: str, size: tuple[int, int]) -> None:
    assert picture("ring=sohae~8000", projection, size).image.size == size


def test_a4_at_300_dots_per_inch_says_so() -> None:
    shown = picture("ring=sohae~8000&show=", size=(3508, 2480))
    assert shown.image.info["dpi"] == pytest.approx((300, 300), abs=0.1)


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_same_view_is_the_same_bytes(projection: str) -> None:
    view = scenario_of("ring=sohae~8000~a&ring=tonghae~3000-5500&show=cities,arcs,envelope")
    options = PictureOptions(600, 400, projection)
    first, second = (draw_png(view_of(view), options, ROOT_URL) for _ in range(2))
    assert first == second


def test_picture_carries_title_sources_and_link() -> None:
    notes = picture("ring=sohae~8000").notes
    assert notes["Title"] == "North Korea: who is within 8,000 km of Sohae?"
    assert notes["Description"] == ATTRIBUTION
    assert notes["Source"] == f"{ROOT_URL}?ring=sohae~8000&v=1"


def test_every_ring_is_in_the_legend_in_its_colour() -> None:
    query = "&".join(f"ring=sohae~{km}" for km in range(1000, 13000, 1000))
    shown = picture(query + "&show=", size=(1600, 900))
    bottom = shown.box[3]
    below = shown.image.crop((0, bottom + 1, 1600, bottom + 100))
    found = {pixel for _, pixel in below.getcolors(100_000)}
    for index in range(12):
        colour = rgb(ring_style(index).color)
        assert any(near(colour, each) for each in found), index


def test_picture_without_a_list_of_rings_has_a_larger_map() -> None:
    query = "&".join(f"ring=sohae~{km}~name {km}" for km in range(1000, 13000, 1000))
    with_list, without = picture(query), picture(f"{query}&legend=0")
    assert without.box[3] > with_list.box[3] + 15
    below = without.image.crop((0, without.box[3] + 1, 900, without.box[3] + 30))
    assert not any(near(rgb(ring_style(5).color), each) for _, each in below.getcolors(100_000))


def test_card_is_for_a_feed() -> None:
    """Its title is large, and neither legend nor code take room from the map."""
    view = view_at("ring=sohae~8000")
    usual, card = (
        draw_picture(view, PictureOptions(1200, 630, "mercator", card), ROOT_URL)
        for card in (False, True)
    )
    title_px = max(rows_of_ink(card, 90)) - min(rows_of_ink(card, 90))
    assert title_px > 1.3 * (max(rows_of_ink(usual, 40)) - min(rows_of_ink(usual, 40)))
    share = (card.map_box.bottom - card.map_box.top) / 630
    assert share > 0.68
    assert min(label.size_px for label in card.labels if label.kind == "place") > 16


def rows_of_ink(drawing: Drawing, below: int) -> list[int]:
    """Return the rows in which the first line of a picture has dark pixels."""
    image = open_png(drawing.canvas.png({}, 96.0)).image.convert("L").crop((0, 0, 300, below))
    rows = np.flatnonzero(np.asarray(image).min(axis=1) < 90).tolist()
    gap = next((a for a, b in pairwise(rows) if b - a > 3), rows[-1])
    return [y for y in rows if y <= gap]


def differ(one: str, other: str) -> bool:
    images = [picture(query, size=(800, 500)).image for query in (one, other)]
    return ImageChops.difference(*images).getbbox() is not None


def test_korean_renders_as_letters_not_as_boxes() -> None:
    """Two names of the same length would look the same if the font had neither."""
    words = ("\uac00\uac01", "\ub098\ub108")
    canvas = Canvas.blank(400, 100, 1.0)
    for row, word in enumerate(words):
        canvas.words(word, (10, 25 + 50 * row), 30)
    image = open_png(canvas.png({}, 96.0)).image
    boxes = [image.crop((0, top, 400, top + 50)) for top in (0, 50)]
    assert all(box.getextrema()[0][0] < 80 for box in boxes)  # something dark is there
    assert ImageChops.difference(*boxes).getbbox() is not None


def test_dollars_in_a_name_are_no_mathematics() -> None:
    """Matplotlib would set what stands between two of them, and fail at this."""
    assert differ("ring=sohae~8000~$\\frac{$ and $x$", "ring=sohae~8000~x")


def test_wrapped_words_fit_and_none_is_lost() -> None:
    canvas = Canvas.blank(400, 300, 1.0)
    text = "Ranges are published assumptions " + "x" * 90 + " \ud55c\uad6d\uc5b4 end"
    lines = canvas.wrap(text, 13, 150)
    assert all(canvas.measure(line, 13) <= 150 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("key", "value", "accepted"),
    [
        ("width", str(MAX_PX + 1), "200 to 4,000"),
        ("width", str(MIN_PX - 1), "200 to 4,000"),
        ("height", "-1", "200 to 4,000"),
        ("height", "9e3", "200 to 4,000"),
        ("height", "\u0661\u0662\u0663\u0664", "200 to 4,000"),
        ("width", "", "200 to 4,000"),
        ("projection", "peters", "mercator, azimuthal, globe"),
        ("card", "yes", "expected 1"),
    ],
)
def test_bad_option_is_named_with_what_is_accepted(key: str, value: str, accepted: str) -> None:
    _, problems = read_options([(key, value)])
    assert [(each.key, each.value) for each in problems] == [(key, value)]
    assert accepted in problems[0].problem


def test_title_says_what_is_shown() -> None:
    assert captions.title(view_at("ring=sohae~3000-5500&units=mi")) == (
        "North Korea: who is within 1,864\u20133,418 mi of Sohae?"
    )
    assert captions.title(view_at("ring=39,125~500&ring=sohae~600")) == "Who is within reach?"
    assert "As of 2017-07-04" in captions.subtitle(view_at("date=2017-07-04"))


def test_file_name_says_what_it_shows() -> None:
    assert file_name(scenario_of("ring=sohae~8000"), "png") == "reachmap_sohae_8000km.png"
    four = "&".join(f"ring={ring}" for ring in ("39.87,125.27~3000-5500", *("sohae~10",) * 3))
    assert file_name(scenario_of(four), "kml") == "reachmap_39.87_125.27_3000-5500km_and_3_more.kml"


def test_short_link_is_typed_by_hand_and_opens_the_same_rings() -> None:
    assert short_link(view_at(""), ROOT_URL) == ROOT_URL
    named = view_at("&".join(f"ring=sohae~{km}~{'name ' * 10}" for km in (500, 600, 700)))
    link = short_link(named, ROOT_URL)
    assert len(link) <= READABLE_CHARS
    again = scenario_of(link.partition("?")[2])
    assert [ring.edges for ring in again.rings] == [ring.edges for ring in named.rings]
