"""Every export: its type, a name that says what it holds, tags, other sites, credit, bad input."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from geo.words.credits import CAVEAT
from tests.pictures import open_png
from tests.support import BAD_VALUES, Answer, ask, errors_of
from ui.work.exportfiles import EXPORT_FILES

QUERY = (
    "ring=sohae~8000~experts%20via%20Yonhap&ring=tonghae~3000-5500&radar=tpy2_seongju~600~347~120"
)
# Path: media type, how its file name ends, whether a browser saves it.
FILES = {
    "rings.geojson": ("application/geo+json", ".geojson", False),
    "radar.geojson": ("application/geo+json", ".radar.geojson", False),
    "reach.csv": ("text/csv; charset=utf-8", ".csv", True),
    "reach.csv-metadata.json": ("application/csvm+json", ".csv-metadata.json", False),
    "map.kml": ("application/vnd.google-earth.kml+xml", ".kml", True),
    "map.kmz": ("application/vnd.google-earth.kmz", ".kmz", True),
    "map.png": ("image/png", ".png", False),
    "map.svg": ("image/svg+xml", ".svg", True),
    "map.html": ("text/html; charset=utf-8", ".html", True),
    "handout.pdf": ("application/pdf", ".a4.pdf", False),
    "qr.svg": ("image/svg+xml", ".qr.svg", False),
}
every_file = pytest.mark.parametrize("name", FILES)


def target(name: str, query: str = QUERY) -> str:
    small = "&width=400&height=300" if name in ("map.png", "map.svg") else ""
    return f"/export/{name}?{query}{small}"


def test_every_export_is_asked_for_its_manners() -> None:
    assert FILES.keys() == EXPORT_FILES.keys()


@every_file
def test_type_name_and_manners(name: str) -> None:
    kind, ending, is_saved = FILES[name]
    answer = ask(target(name))
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    how, _, given = answer.headers["content-disposition"].partition("; ")
    assert how == ("attachment" if is_saved else "inline")
    assert given == f'filename="reachmap_sohae_8000km_and_1_more{ending}"'
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "ETag" in answer.headers["access-control-expose-headers"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@every_file
def test_same_address_is_the_same_bytes_and_is_not_sent_twice(name: str) -> None:
    first, again = ask(target(name)), ask(target(name))
    assert first.body == again.body
    assert first.headers["etag"] == again.headers["etag"]
    told = ask(target(name), headers={"if-none-match": f'W/"other", {first.headers["etag"]}'})
    assert (told.status, told.body) == (304, b"")
    assert told.headers["etag"] == first.headers["etag"]
    other = ask(target(name, QUERY.replace("00~", "01~")))
    assert other.headers["etag"] != first.headers["etag"]


@every_file
def test_head_is_answered_like_get_without_the_body(name: str) -> None:
    answer = ask(target(name), "HEAD")
    assert answer.status == 200
    assert answer.headers["content-type"] == FILES[name][0]


@every_file
@pytest.mark.parametrize("key", BAD_VALUES)
def test_bad_value_is_refused_by_name(name: str, key: str) -> None:
    answer = ask(f"/export/{name}?{key}={BAD_VALUES[key]}")
    assert answer.status == 400
    assert [each["key"] for each in errors_of(answer)] == [key]


@pytest.mark.parametrize(
    ("name", "query", "keys"),
    [
        ("map.png", "width=4001&height=1&projection=peters&ring=x", ["width", "height",
         "projection", "ring"]),
        ("map.png", "width=1600.5", ["width"]),
        ("map.png", "projection=", ["projection"]),
        ("handout.pdf", "paper=a5", ["paper"]),
        ("handout.pdf", "paper=a4&units=ell", ["units"]),
    ],
)  # fmt: skip
def test_all_faults_of_a_drawing_are_told_at_once(name: str, query: str, keys: list[str]) -> None:
    answer = ask(f"/export/{name}?{query}")
    assert answer.status == 400
    assert [each["key"] for each in errors_of(answer)] == keys


def text_of(name: str, answer: Answer) -> str:
    """Return the words of a file, read by software that did not write it."""
    assert answer.status == 200, answer.text
    if name == "map.png":
        return " ".join(open_png(answer.body).notes.values())
    if name == "map.kmz":
        return zipfile.ZipFile(io.BytesIO(answer.body)).read("doc.kml").decode()
    if name == "handout.pdf":
        return " ".join(PdfReader(io.BytesIO(answer.body)).pages[0].extract_text().split())
    return answer.text


@pytest.mark.parametrize("name", sorted(set(FILES) - {"reach.csv", "qr.svg"}))
def test_every_file_says_where_it_comes_from_and_what_it_is_not(name: str) -> None:
    text = text_of(name, ask(target(name)))
    for credit in (CAVEAT.split(". ", maxsplit=1)[0], "GeoNames (CC BY 4.0)", "Natural Earth"):
        assert credit in text, credit


def test_the_table_points_to_its_credits() -> None:
    """Its rows are a contract, so they stand beside it, as CSV on the Web has it."""
    link = ask(target("reach.csv")).headers["link"]
    found = re.match(r'<(.+?)>; rel="describedby"; type="application/csvm\+json"', link)
    assert found
    metadata = ask(target(found[1])).json()
    header = ask(target("reach.csv")).text.splitlines()[0].split(",")
    assert [column["name"] for column in metadata["tableSchema"]["columns"]] == header
    assert CAVEAT in metadata["dc:rights"]


@pytest.mark.parametrize(
    ("host", "root"),
    [
        ("map.local", "http://map.local/"),
        ("map.example", "http://localhost/"),
        ("[::1]:8501", "http://[::1]:8501/"),
        ('evil"><script>', "http://localhost/"),
        ("a b", "http://localhost/"),
        ("", "http://localhost/"),
    ],
)
def test_links_in_files_carry_the_address_asked_and_no_other_text(host: str, root: str) -> None:
    answer = ask(target("map.kml"), headers={"host": host})
    assert f"{root}?ring=sohae~8000" in answer.text
    assert "<script" not in answer.text


def test_operator_says_what_the_public_address_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", "https://school.example/maps")
    assert "https://school.example/maps/?ring=sohae~8000" in ask(target("map.kml")).text


@settings(max_examples=25)
@given(
    st.sampled_from(sorted(set(FILES) - {"map.html", "handout.pdf"})),
    st.text(alphabet="ringsohae~0123456789-,.=&%;+<>\"'\\\x00\ud55c", max_size=60),
)
def test_any_query_is_answered(name: str, query: str) -> None:
    raw = f"/export/{name}?width=200&height=200&{query}".encode()
    answer = ask(raw)
    assert answer.status in (200, 400)
    assert answer.status == 200 or errors_of(answer)
