"""The map as one HTML file: nothing of it is elsewhere, and no text in it gets out of its place."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from geo.catalog.views import view_of
from geo.files.datafiles import DATA_DIR
from geo.share.links import view_link
from geo.words.credits import ATTRIBUTION
from tests.support import scenario_of, view_at
from ui.map.standalone import standalone_html
from ui.scene.scenes import places_json

ROOT_URL = "https://maps.example/reach/"
MAX_BYTES = 3_000_000
HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "<!--<script>",
    "]]>--></title></noscript>",
    '"><svg onload=alert(1)>',
    "\\u003cimg {title} %s $x \u5317\uc2dc",
]
REFERENCES = {"src", "srcset", "data", "poster", "action", "formaction", "background", "manifest"}


class Page(HTMLParser):
    """The elements of a page, its texts by element, and all attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: dict[str, str] = {}
        self.texts: list[str] = []
        self._script: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        given = dict(attrs)
        self._script = (given.get("id") or given.get("type") or "") if tag == "script" else None

    def handle_endtag(self, tag: str) -> None:
        self._script = None

    def handle_data(self, data: str) -> None:
        if self._script is None:
            self.texts.append(data)
        else:
            self.scripts[self._script] = self.scripts.get(self._script, "") + data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", {}))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


def html_of(query: str = "ring=sohae~8000") -> str:
    scenario = scenario_of(query)
    return standalone_html(view_of(scenario), view_link(scenario, ROOT_URL))


@cache
def page() -> Page:
    return Page(html_of())


def styles() -> str:
    return re.findall(r"<style>(.*?)</style>", html_of(), re.DOTALL)[0]


def test_nothing_is_fetched_from_elsewhere() -> None:
    for tag, attrs in page().elements:
        assert not REFERENCES & attrs.keys(), tag
        if "href" in attrs and tag != "a":
            assert (attrs["href"] or "").startswith("data:image/svg+xml,")
    assert not re.search(r"\burl\(|@import|(?<![-\w])behavior", styles())
    for kind in ("", "module"):
        assert not re.search(
            r"^\s*import\b|\bimport\(|sourceMappingURL", page().scripts[kind], re.M
        )


def test_policy_forbids_to_fetch_anything() -> None:
    (policy,) = [each for each in page().all("meta") if "http-equiv" in each]
    assert policy["http-equiv"] == "Content-Security-Policy"
    directives = [part.split() for part in (policy["content"] or "").split(";")]
    assert {name: values for name, *values in directives} == {
        "default-src": ["'none'"],
        "script-src": ["'unsafe-inline'"],
        "style-src": ["'unsafe-inline'"],
        "img-src": ["data:", "blob:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    names = [name for name, _ in page().elements]
    assert names.index("style") > names.index("meta"), "the policy comes before what it rules"


def test_page_says_what_it_is() -> None:
    assert page().all("html")[0]["lang"] == "en"
    assert {"charset": "utf-8"} in page().all("meta")
    assert "viewport" in [each.get("name") for each in page().all("meta")]
    said = " ".join(page().texts)
    assert "North Korea: who is within 8,000 km of Sohae? | Reachmap" in said
    assert ATTRIBUTION in said
    assert "allow JavaScript" in said


@pytest.mark.parametrize(
    ("query", "title"),
    [
        (
            "ring=39.87,125.27~3000-5500~x&units=mi",
            "Who is within 1,864\u20133,418 mi of 39.87,125.27?",
        ),
        ("ring=1,2~10&ring=1,2~20", "Who is within reach of 1,2?"),
        ("ring=1,2~10&ring=1,2~20&hide=1", "Who is within 20 km of 1,2?"),
        ("ring=sohae~20&title=Ours%20%26%20theirs", "Ours &amp; theirs"),
    ],
)
def test_title_tells_the_rings(query: str, title: str) -> None:
    assert f"<title>{title} | Reachmap</title>" in html_of(query)


def test_link_to_the_app_is_the_address_it_was_saved_from() -> None:
    (anchor,) = page().all("a")
    assert anchor["href"] == view_link(scenario_of("ring=sohae~8000"), ROOT_URL)
    assert anchor["href"] in page().texts
    assert json.loads(page().scripts["saved"])["link"] == anchor["href"]


def test_no_text_of_a_link_ends_its_place() -> None:
    query = "&".join(f"ring=sohae~{1000 + i}~{quote(text)}" for i, text in enumerate(HOSTILE))
    text = html_of(query)
    hostile = Page(text)
    assert [name for name, _ in hostile.elements] == [name for name, _ in page().elements]
    rings = json.loads(hostile.scripts["saved"])["scene"]["rings"]
    assert [ring["label"] for ring in rings] == HOSTILE
    assert len(re.findall("</script", text, re.I)) == len(hostile.all("script"))
    assert "<!--" not in text
    assert "onerror" not in {key for _, attrs in hostile.elements for key in attrs}


def test_text_in_the_title_is_text() -> None:
    hostile = Page(html_of(f"ring=sohae~8000&title={quote(HOSTILE[0])}"))
    assert f"{HOSTILE[0]} | Reachmap" in "".join(hostile.texts)
    assert hostile.all("img") == []


def test_same_view_gives_the_same_bytes() -> None:
    assert html_of() == html_of()


@pytest.mark.parametrize(
    "query",
    ["ring=sohae~8000", "&".join(f"ring=sohae~{km}~{'%C3%BC' * 60}" for km in range(1000, 1012))],
)
def test_file_is_small_enough_to_be_mailed(query: str) -> None:
    assert len(html_of(query).encode()) < MAX_BYTES


def test_places_are_those_of_all_layers_whatever_is_shown() -> None:
    everything = places_json(view_at("show=cities,bases,thaad,radar"))
    for query in ("ring=sohae~8000", "ring=sohae~8000&show=cities&date=2001-01-01"):
        assert json.loads(Page(html_of(query)).scripts["live/places.json"]) == everything


@pytest.mark.parametrize("name", ["land", "lakes", "borders"])
@pytest.mark.parametrize("detail", ["110m", "50m"])
def test_base_map_loses_nothing_on_its_way_into_the_file(name: str, detail: str) -> None:
    file = f"{name}_{detail}.geojson"
    drawn = json.loads(DATA_DIR.joinpath("basemap", file).read_text("utf-8"))["features"]
    held = json.loads(page().scripts[f"basemap/{file}"])

    def unpacked(part: list) -> list:
        if isinstance(part[0], list):
            return [unpacked(each) for each in part]
        x = y = 0
        line = []
        for dx, dy in zip(part[::2], part[1::2], strict=True):
            x, y = x + dx, y + dy
            line.append([x / held["per_degree"], y / held["per_degree"]])
        return line

    shapes = [(each["type"], unpacked(each["coordinates"])) for each in held["geometries"]]
    wanted = [(each["geometry"]["type"], each["geometry"]["coordinates"]) for each in drawn]
    assert shapes == wanted
