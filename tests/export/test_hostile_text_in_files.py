"""Twelve texts that break out of something: in every file they are text, whole and the same.

Each file is read by a program that did not write it. What people read may stand in quotation marks
or have words beside it; what programs read is the text itself. The same texts on the page are in
`tests/browser/safety/test_hostile_text.py`; `tests/browser/share/test_standalone.py` opens a saved
page.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.browser.safety.test_hostile_text import LABELS
from tests.kmlfiles import KML, Words, parsed
from tests.page.test_standalone import Page
from tests.pictures import open_png
from tests.server.test_social_cards import Head
from tests.story.storyfiles import FILE, with_step
from tests.support import ask, errors_of, read_link
from ui.server.socialcards import card_tags

ROOT_URL = "https://map.example/"
NO_LETTERS_OF_OURS = LABELS[10:]  # emoji and Arabic, which the fonts of PDF files do not have
ACTIVE_IN_PDF = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/EmbeddedFile"}
each_text = pytest.mark.parametrize("text", LABELS, ids=range(len(LABELS)))
pytestmark = pytest.mark.filterwarnings("ignore:Glyph .* missing from font")


def query_of(*texts: str) -> str:
    return "&".join(f"ring=sohae~{1000 + km}~{quote(text)}" for km, text in enumerate(texts))


def fetch(name: str, *texts: str) -> bytes:
    answer = ask(f"/export/{name}?{query_of(*texts)}&width=240&height=200")
    assert answer.status == 200
    return answer.body


def labels_in(link: str) -> list[str]:
    scenario, problems = read_link(urlsplit(link).query)
    assert problems == []
    return [ring.label for ring in scenario.rings]


def test_there_are_twelve_and_all_are_labels() -> None:
    assert len(LABELS) == 12
    assert labels_in(f"?{query_of(*LABELS)}") == LABELS


def test_geojson_has_it_as_a_property() -> None:
    features = json.loads(fetch("rings.geojson", *LABELS))["features"]
    assert [each["properties"]["label"] for each in features] == LABELS


def test_table_has_rows_of_one_length_and_no_formula() -> None:
    content = fetch("reach.csv", *LABELS).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline=""), strict=True))
    assert {len(row) for row in rows} == {15}
    numbers = re.compile(r"-?\d+(\.\d+)?")
    cells = [cell for row in rows for cell in row if not numbers.fullmatch(cell)]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("ending", ["kml", "kmz"])
def test_earth_s_files_say_it_and_hold_no_markup_of_it(ending: str) -> None:
    content = fetch(f"map.{ending}", *LABELS)
    if ending == "kmz":
        content = zipfile.ZipFile(io.BytesIO(content)).read("doc.kml")
    root = parsed(content)
    names = [name.text or "" for name in root.iter(f"{KML}name")]
    said = [Words(each.text or "") for each in root.iter(f"{KML}description")]
    spoken = " ".join(" ".join(words.text.split()) for words in said)
    for text in LABELS:
        assert any(text in name for name in names)
        assert text in spoken
    assert set().union(*(words.tags for words in said)) <= {"a", "b", "br", "i", "p"}
    links = [link for words in said for link in words.links]
    assert {urlsplit(link).scheme for link in links} <= {"http", "https"}


def test_saved_page_has_it_in_its_data_and_no_element_of_it() -> None:
    page, harmless = (
        Page(fetch("map.html", *texts).decode()) for texts in (LABELS, ["x"] * len(LABELS))
    )
    assert [name for name, _ in page.elements] == [name for name, _ in harmless.elements]
    assert not [key for _, given in page.elements for key in given if key.startswith("on")]
    rings = json.loads(page.scripts["saved"])["scene"]["rings"]
    assert [ring["label"] for ring in rings] == LABELS


def test_picture_leads_back_to_it_or_leaves_it_out() -> None:
    """A picture's link is one that can be typed: long ones go without their labels."""
    for texts in (LABELS[:1], LABELS):
        picture = open_png(fetch("map.png", *texts))
        assert picture.image.size == (240, 200)
        assert labels_in(picture.notes["Source"]) in (texts, [""] * 12)


def test_code_of_the_link_is_an_svg_that_only_draws() -> None:
    content = fetch("qr.svg", *LABELS[:6])
    tags = [each.tag.rpartition("}")[2] for each in parsed(content).iter()]
    assert set(tags) <= {"svg", "g", "path", "title", "desc"}


def names_in(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the keys of a PDF's objects."""
    value = value.get_object() if hasattr(value, "get_object") else value
    if depth < 12 and isinstance(value, DictionaryObject):
        for key, inner in value.items():
            yield key
            if key != "/Parent":
                yield from names_in(inner, depth + 1)
    elif depth < 12 and isinstance(value, list):
        for inner in value:
            yield from names_in(inner, depth + 1)


def test_handout_prints_it_and_does_nothing_by_itself() -> None:
    reader = PdfReader(io.BytesIO(fetch("handout.pdf", *LABELS)), strict=True)
    assert not set(names_in(reader.trailer["/Root"])) & ACTIVE_IN_PDF
    printed = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert [text for text in LABELS if text not in printed] == NO_LETTERS_OF_OURS


@each_text
def test_card_of_a_link_says_it_in_an_attribute(text: str) -> None:
    head = Head(card_tags(query_of(text), ROOT_URL))
    assert set(head.tags) <= {"title", "meta", "link"}
    assert text[:30] in head.meta["og:description"]
    assert labels_in(head.meta["og:url"]) == [text]


@each_text
def test_site_that_is_none_is_quoted_as_it_is(text: str) -> None:
    bad = f"{text.partition('~')[0]}~8000"
    for name in ("map.kml", "map.png", "map.html"):
        (error,) = errors_of(ask(f"/export/{name}?ring={quote(bad)}"))
        assert bad.startswith(error["value"].removesuffix("...")[:60])
        assert error["key"] == "ring"


@each_text
def test_titles_of_a_story_come_back_as_written(text: str) -> None:
    if "{" in text:  # braces are placeholders there, and refused by name
        return
    content = with_step(title=text, text=text) | {"title": text, "author": text}
    answer = ask("/live/story.json", "POST", body=json.dumps(content).encode())
    told = answer.json()
    assert (told["title"], told["steps"][1]["title"], told["steps"][1]["text"]) == (text,) * 3
    assert set(FILE) >= {"title", "author"}
