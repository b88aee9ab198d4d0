"""The picture in vectors: words as text, sectors as paths, nothing that runs or is fetched."""

from __future__ import annotations

import re
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from matplotlib.text import Text

from geo import letters
from geo.facts import LIGHT
from geo.link import PictureOptions
from geo.picture.canvas import Canvas
from geo.picture.draw import draw_picture
from geo.picture.legend import Legend
from geo.picture.vectors import draw_svg
from geo.reach import title_of
from tests.support import view_at

SVG = "{http://www.w3.org/2000/svg}"
ROOT_URL = "http://school.example/"
SECTORS = "ring=sohae~8000&hide=1&show=cities,thaad&radar=tpy2_seongju~600~347~120&at=37,127,5"
VIEWS = ["", SECTORS, "ring=sohae~300-500-900&lang=ko", "show=tests,arcs&ring=sohae~8000&on=1"]


def drawn(query: str, projection: str = "mercator", size: tuple[int, int] = (1000, 600)) -> bytes:
    return draw_svg(view_at(query), PictureOptions(*size, projection), ROOT_URL)


def parsed(svg: bytes) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  # written by ourselves a moment ago


def texts(root: ET.Element) -> list[str]:
    return ["".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("projection", ["mercator", "azimuthal", "globe"])
@pytest.mark.parametrize("query", VIEWS)
def test_words_are_text_and_nothing_runs_or_is_fetched(query: str, projection: str) -> None:
    svg = drawn(query, projection)
    root, view = parsed(svg), view_at(query)
    assert (root.get("width"), root.get("height")) == ("1000", "600")
    assert root.findtext(f"{SVG}title") == title_of(view)
    assert title_of(view) in texts(root)
    assert ROOT_URL in (root.findtext(f"{SVG}desc") or "")
    assert not {each.tag.removeprefix(SVG) for each in root.iter()} & {"script", "foreignObject"}
    links = [value for each in root.iter() for key, value in each.items() if key.endswith("href")]
    assert all(link.startswith(("data:image/png;base64,", "#")) for link in links)
    assert not [key for each in root.iter() for key, _ in each.items() if key.startswith("on")]
    ids = [value for each in root.iter() if (value := each.get("id"))]
    assert len(ids) == len(set(ids))
    asked = set(re.findall(r"url\(#([^)]*)\)", svg.decode()))
    assert asked <= set(ids)


@pytest.mark.parametrize("query", VIEWS)
def test_legend_is_there_word_for_word(query: str) -> None:
    view = view_at(query)
    canvas = Canvas.blank(1000, 600, 1000 * 600 / (1600 * 900))
    shown = texts(parsed(drawn(query)))
    legend = Legend(canvas, view, 1000, 0.22 * 600)
    said = [words for line in legend.lines for item in line for words in (item.bold, item.text)]
    assert any(said)
    for words in filter(None, said):
        assert words in " ".join(shown), words


def test_sectors_are_paths_in_their_colour_with_whose_claim_they_are() -> None:
    root = parsed(drawn(SECTORS))
    strokes = [each.get("style", "") for each in root.iter(f"{SVG}path")]
    assert any(f"stroke: {LIGHT.radar}" in style for style in strokes)
    without = parsed(drawn(SECTORS.replace("&radar=tpy2_seongju~600~347~120", "")))
    assert not [
        each for each in without.iter(f"{SVG}path")
        if f"stroke: {LIGHT.radar}" in each.get("style", "")
    ]  # fmt: skip
    assert "600 km" in texts(root)
    assert any("AN/TPY-2 radar Seongju" in text for text in texts(root))


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>&\"'",
        '<defs><g id="axes_1"><!-- x -->]]>',
        "1.234567 and -3.14159",
        "font-family: x; y",
        "a\ufffeb\uffff",
        "\u05e9\u05dc\u05d5\u05dd 10.0.0.1234",
    ],
)
@pytest.mark.parametrize("card", [False, True])
def test_hostile_words_are_the_texts_of_the_other_picture(title: str, card: bool) -> None:
    view = view_at(
        f"ring=38.1234,127.1234~800~{quote(title)}&title={quote(title)}&note={quote(title)}"
    )
    options = PictureOptions(900, 500, "mercator", card=card)
    root_url = "http://192.168.0.101:8501/"
    svg = draw_svg(view, options, root_url)
    root = parsed(svg)
    figure = draw_picture(view, options, root_url).canvas.figure
    expected = [each.get_text() for each in figure.findobj(Text) if each.get_text().strip()]
    assert sorted(texts(root)) == sorted(each.strip() for each in expected)
    assert root.findtext(f"{SVG}title") == letters.drawn(title)
    assert b"<script" not in svg
    if not card:
        assert any("192.168.0.101:8501" in text for text in texts(root))


def test_same_view_has_the_same_bytes() -> None:
    assert drawn(SECTORS) == drawn(SECTORS)
