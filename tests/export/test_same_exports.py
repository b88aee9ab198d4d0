"""`benchmarks.sameexports`: equal recordings are equal, and each kind of difference is named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from benchmarks.sameexports.__main__ import arguments, report
from benchmarks.sameexports.asked import Asked, everything
from benchmarks.sameexports.compare import Difference, differences
from benchmarks.sameexports.recording import Recording, load
from tests.support import ROOT

CSV = {"Content-Type": "text/csv", "Date": "now", "ETag": '"1"'}
HTML = {"Content-Type": "text/html; charset=utf-8"}
SAVED = "/export/map.html?lang=en"
Answers = dict[str, tuple[int, dict[str, str], bytes]]


def recording(file: Path, answers: Answers) -> Recording:
    """Return a recording of these answers, as it is read from its file."""
    made = Recording(file)
    made.folder.mkdir()
    for target, answer in answers.items():
        made.put(Asked(target), *answer)
    made.save()
    return load(file)


@pytest.fixture
def compared(tmp_path: Path):
    def compare(before: Answers, after: Answers) -> list[Difference]:
        return differences(
            recording(tmp_path / "before.json", before), recording(tmp_path / "after.json", after)
        )

    return compare


def test_what_varies_by_the_moment_or_the_scripts_is_no_difference(compared) -> None:
    page = b'<script src="/assets/%s/first.js"></script>'
    before = {"/a": (200, CSV, b"1\n"), "/": (200, HTML, page % b"04eaeff29053")}
    after = {
        "/a": (200, CSV | {"Date": "later", "ETag": '"2"'}, b"1\n"),
        "/": (200, HTML, page % b"aaaaaaaaaaaa"),
    }
    assert compared(before, after) == []


def test_text_that_differs_is_shown_by_its_first_lines_and_told_once(compared) -> None:
    before = {f"/{name}": (200, CSV, b"id,km\nseoul,195\n") for name in "ab"}
    after = {f"/{name}": (200, CSV, b"id,km\nseoul,196\n") for name in "ab"}
    (found,) = compared(before, after)
    assert found.names == ["/a", "/b"]
    assert found.what == "line 2: - 'seoul,195'\nline 2: + 'seoul,196'"


def test_json_in_one_line_is_broken_up_and_a_blank_that_json_ignores_still_counts(compared) -> None:
    (found,) = compared({"/a": (200, {}, b'{"a":1,"b":2}')}, {"/a": (200, {}, b'{"a":1,"b":3}')})
    assert found.what == """line 3: - ' "b": 2'\nline 3: + ' "b": 3'"""


def test_bytes_that_no_line_shows_still_differ(compared) -> None:
    (found,) = compared({"/a": (200, {}, b'{"a":1}')}, {"/a": (200, {}, b'{"a": 1}')})
    assert found.what.startswith("7 -> 8 bytes, from byte 5 on")


def test_status_headers_and_lost_answers_differ(compared) -> None:
    name = {"Content-Disposition": 'attachment; filename="a.csv"'}
    before = {"/a": (200, CSV, b"1"), "/b": (200, CSV | name, b""), "/lost": (200, CSV, b"")}
    after = {"/a": (500, {}, b""), "/b": (200, CSV, b""), "/new": (200, CSV, b"")}
    assert [(each.names, each.what) for each in compared(before, after)] == [
        (["/a"], "status 200 -> 500"),
        (["/b"], "content-disposition: 'attachment; filename=\"a.csv\"' -> None"),
        (["/lost"], "only in the recording before"),
        (["/new"], "only in the recording after"),
    ]


def png(changed_pixels: int) -> bytes:
    pixels = np.zeros((10, 20, 3), np.uint8)
    pixels[3, 4 : 4 + changed_pixels] = 255
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "png")
    return file.getvalue()


def test_a_picture_says_the_share_of_its_pixels_and_where_they_are(compared) -> None:
    (found,) = compared({"/map": (200, {}, png(0))}, {"/map": (200, {}, png(2))})
    assert found.what == "1.0000% of the pixels differ, within x 4-5, y 3-3"


def kmz(text: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("doc.kml"), f"<kml><name>{text}</name></kml>")
    return file.getvalue()


def test_a_packed_file_names_the_file_in_it(compared) -> None:
    (found,) = compared({"/map": (200, {}, kmz("old"))}, {"/map": (200, {}, kmz("new"))})
    assert found.what.startswith("doc.kml: line 2: - '<name>old</name>'")


def test_scripts_of_the_saved_page_are_parts_and_can_be_expected_to_differ(compared) -> None:
    fact = b'<script type="application/json" id="saved">{}</script>'
    code = b'<script type="module">let a = {};</script>'
    before = {SAVED: (200, HTML, b"<main></main>" + fact + code)}
    after = {SAVED: (200, HTML, before[SAVED][2].replace(b"let a", b"let b"))}
    found = compared(before, after)
    assert [each.names for each in found] == [[f"{SAVED}#module"]]
    expected = arguments(["--against", "x.json", "--expected", "#module$"]).expected
    assert report(found, expected) == 0
    assert report(found, []) == 1


def test_every_export_is_asked_in_both_languages_and_no_two_requests_share_a_name() -> None:
    asked = everything(ROOT / "data")
    assert len({each.name for each in asked}) == len(asked)
    for name in ("rings.geojson", "reach.csv", "map.kmz", "map.png", "handout.pdf", "map.html"):
        for lang in ("en", "ko"):
            views = [each for each in asked if each.target.startswith(f"/export/{name}?")]
            assert sum(each.target.endswith(f"lang={lang}") for each in views) > 20
