"""Styles and symbols of KML and KMZ: those that are used exist, in the colours of the map."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import pairwise, product
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from geo.catalog.views import view_of
from geo.facts.layers import PLACE_LAYER_IDS
from geo.facts.ringstyles import RING_STYLES, ring_style
from geo.kml.document import map_kmz
from tests.kmlfiles import (
    FOLDERS,
    FULL,
    KML,
    LAYERS,
    LINK,
    STATES,
    parsed,
    root_of,
    text_of,
)
from tests.support import scenario_of

# Of tests: flown, lofted and failed, solid or hollow for a floor, and a tag.
TEST_ICONS = [*product(("flown", "lofted", "failed"), ("in", "out")), ("tag", "in")]
# What KML's schema asks for, of the elements in use.
ORDER = ["name", "open", "author", "link", "Snippet", "description", "styleUrl", "Style",
         "ExtendedData", "MultiGeometry", "Point", "Folder", "Placemark"]  # fmt: skip


@pytest.mark.parametrize("query", ["", FULL, "ring=sohae~10&show=", "ring=0,180~19900&show=radar"])
def test_styles_that_are_used_exist_and_children_keep_the_order_of_the_schema(query: str) -> None:
    root = root_of(scenario_of(query))
    styles = [each.get("id") for each in root.iter(f"{KML}Style")]
    assert len(styles) == len(set(styles))
    used = {each.text for each in root.iter(f"{KML}styleUrl")}
    assert used
    assert used <= {f"#{style}" for style in styles}
    for tag in ("Document", "Folder", "Placemark"):
        for parent in root.iter(f"{KML}{tag}"):
            children = [each.tag.partition("}")[2] for each in parent]
            assert children == sorted(children, key=ORDER.index)
    shown = scenario_of(query).show
    found = [text_of(each, "name") for each in root.findall(f"{KML}Document/{KML}Folder")]
    layers = dict(zip([FOLDERS[2], *FOLDERS[6:]], LAYERS, strict=True))
    layers |= {"Radar sectors": "radar", "Ranges of interceptors": "thaad"}
    assert found == [name for name in FOLDERS if name not in layers or layers[name] in shown]


def test_styles_have_the_colours_of_the_map_and_faint_fills() -> None:
    many = "&".join(f"ring=sohae~{km}" for km in range(100, 1300, 100))
    root = root_of(scenario_of(many))
    styles = {each.get("id"): each for each in root.iter(f"{KML}Style")}
    for ring in range(len(RING_STYLES)):
        rgb = ring_style(ring).color[1:].lower()
        bgr = rgb[4:] + rgb[2:4] + rgb[:2]
        for style, width in ((f"ring-{ring}", "2.5"), (f"ring-{ring}-edge", "1.5")):
            assert styles[style].findtext(f"{KML}LineStyle/{KML}color") == f"ff{bgr}"
            assert styles[style].findtext(f"{KML}LineStyle/{KML}width") == width
        fill = styles[f"ring-{ring}-fill"].findtext(f"{KML}PolyStyle/{KML}color")
        assert fill[2:] == bgr
        assert 0 < int(fill[:2], 16) / 255 <= 0.12
        assert styles[f"ring-{ring}-fill"].findtext(f"{KML}PolyStyle/{KML}outline") == "0"
    places = [f"{layer}-{state}" for layer in LAYERS[1:4] for state in STATES]
    looks = {ET.tostring(styles[place].find(f"{KML}IconStyle")) for place in places}
    assert len(looks) == 9


def test_kmz_carries_the_symbols_it_names() -> None:
    view = view_of(replace(scenario_of(FULL), show=(*PLACE_LAYER_IDS, "tests")))
    with zipfile.ZipFile(io.BytesIO(map_kmz(view, LINK))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "doc.kml"
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        root = parsed(archive.read("doc.kml"))
        named = {each.text for each in root.iter(f"{KML}href")}
        assert named == set(archive.namelist()) - {"doc.kml"}
        images = {name: np.asarray(Image.open(archive.open(name))) for name in named}
    assert all(each.shape == (32, 32, 4) for each in images.values())
    assert (
        len({each.tobytes() for each in images.values()})
        == len(images)
        == 1 + 3 * len(PLACE_LAYER_IDS) + len(TEST_ICONS)
    )
    for layer in LAYERS[1:]:
        opaque = [images[f"files/{layer}-{state}.png"][..., 3].sum(dtype=int)
                  for state in STATES[::-1]]  # fmt: skip
        assert all(one < other for one, other in pairwise(opaque))
