"""KML files read again, by parsers of XML and HTML that know nothing of who wrote them."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import numpy as np
from shapely import Polygon

from geo.catalog.views import view_of
from geo.kml.document import map_kml
from geo.link.scenario import Scenario

LINK = "https://school.example/maps/?ring=sohae~8000&show=cities"
KML = "{http://www.opengis.net/kml/2.2}"
PLACEMARK = f"{KML}Placemark"
ATOM = "{http://www.w3.org/2005/Atom}"
FULL = (
    "ring=sohae~8000~experts%20via%20Yonhap&ring=tonghae~3000-5500"
    "&ring=pyongsong~8500-10400-14000~Hwasong-15&ring=12.5,-170.25~4000"
    "&show=cities,bases,thaad,radar,envelope&date=2017-07-04"
)
FOLDERS = ["Range rings", "Fill", "Any known launch site", "Launch sites", "Radar sectors",
           "Ranges of interceptors", "Cities", "Bases", "THAAD and interceptors",
           "Radars"]  # fmt: skip
LAYERS = ["envelope", "cities", "bases", "thaad", "radar"]
STATES = ["in", "band", "out"]


def parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314  # written by ourselves a moment ago


def root_of(scenario: Scenario) -> ET.Element:
    return parsed(map_kml(view_of(scenario), LINK))


def text_of(parent: ET.Element, tag: str) -> str:
    return parent.findtext(f"{KML}{tag}") or ""


def folder_of(root: ET.Element, name: str) -> ET.Element:
    return next(each for each in root.iter(f"{KML}Folder") if text_of(each, "name") == name)


def coordinates_of(parent: ET.Element, tag: str) -> list[np.ndarray]:
    """Return (lon, lat) of each geometry of a kind, as written."""
    texts = [text_of(each, "coordinates") for each in parent.iter(f"{KML}{tag}")]
    return [np.array([p.split(",") for p in text.split()], dtype=float) for text in texts]


def lines_of(root: ET.Element) -> list[np.ndarray]:
    return coordinates_of(folder_of(root, "Range rings"), "LineString")


def pieces_of(root: ET.Element) -> list[Polygon]:
    pieces = []
    for polygon in folder_of(root, "Fill").iter(f"{KML}Polygon"):
        rings = [
            [ring for part in polygon.iter(f"{KML}{tag}") for ring in coordinates_of(part, where)]
            for tag, where in (("outerBoundaryIs", "LinearRing"), ("innerBoundaryIs", "LinearRing"))
        ]
        pieces.append(Polygon(rings[0][0], rings[1]))
    return pieces


class Words(HTMLParser):
    """What a balloon shows of a description, and the tags it obeys."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def words_of(parent: ET.Element) -> Words:
    return Words(text_of(parent, "description"))
