"""Pages when files of the data are broken: all faults are listed, and what is left is shown."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from geo.catalog.basemap import basemap_faults
from geo.catalog.reading import left_out, load_catalog
from geo.catalog.texts import long_text
from geo.files.datafiles import DATA_DIR
from tests.page.openedpages import component, opened
from ui.page.data import english_files


@pytest.fixture
def broken_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the pages read a copy of the data in which two rows and a file are wrong."""
    shutil.copytree(DATA_DIR, tmp_path / "data", ignore=shutil.ignore_patterns("basemap"))
    cities = tmp_path / "data" / "cities.csv"
    text = cities.read_text("utf-8").replace("37.566,126.9784", "126.9784,37.566")
    cities.write_text(text.replace("35.6895,", "north,"), "utf-8")
    (tmp_path / "data" / "bases.csv").unlink()
    broken = partial(load_catalog, tmp_path / "data")
    monkeypatch.setattr("ui.page.data.load_catalog", broken)
    return tmp_path / "data"


@pytest.mark.usefixtures("broken_data")
@pytest.mark.parametrize("page", ["map", "sources"])
def test_page_lists_all_faults_of_the_data_and_draws_nothing(page: str) -> None:
    app = opened(page)
    assert not app.exception
    (error,), (faults,) = app.error, app.text
    assert "data files have faults" in error.value
    lines = faults.value.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "cities.csv, row 10 (seoul), column lat",
        "cities.csv, row 18 (tokyo), column lat",
        "bases.csv",
    ]
    assert "Latitude comes first" in lines[0]
    assert not app.get("component_instance")
    assert not app.dataframe


def test_page_without_its_text_says_which_file_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "texts" / "en" / "about.md"
    file.parent.mkdir(parents=True)
    file.write_text("# A map\n\nVersion {vershun}\n", "utf-8")
    monkeypatch.setattr("ui.page.data.long_text", partial(long_text, data_dir=tmp_path))
    for page, said in (
        ("about", "texts/en/about.md, row 3: {vershun} is not one of: {sources}"),
        ("methods", "texts/en/methods.md: cannot be read."),
    ):
        app = opened(page)
        assert not app.exception
        assert len(app.error) == 1
        assert app.text[0].value.startswith(said)


def test_page_says_which_stories_are_left_out_and_lists_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_dir = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    (data_dir / "stories" / "thaad_guam.json").write_text("{", "utf-8")
    monkeypatch.setattr("ui.page.data.load_catalog", partial(load_catalog, data_dir))
    monkeypatch.setattr("ui.page.data.left_out", partial(left_out, data_dir))
    app = opened("stories")
    assert not app.exception
    assert [each.value for each in app.warning] == [
        "Left out, as these files have faults: thaad_guam.json"
    ]
    shown = {each["id"] for each in component(app, "storylist")["stories"]}
    assert shown == {file.stem for file in DATA_DIR.glob("stories/*.json")} - {"thaad_guam"}
    assert not opened("map").warning


def test_korean_page_says_which_words_are_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_dir = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    (data_dir / "rows/ko" / "bases.csv").write_text("rubbish", "utf-8")
    english_files.cache_clear()
    monkeypatch.setattr("ui.page.data.load_catalog", partial(load_catalog, data_dir))
    monkeypatch.setattr("ui.page.data.left_out", partial(left_out, data_dir))
    (said,) = opened("sources", lang="ko").warning
    english_files.cache_clear()
    assert "rows/ko/bases.csv" in said.value
    assert not opened("sources").warning


@pytest.mark.parametrize("page", ["map", "quiz", "radar", "lesson"])
def test_page_without_a_base_map_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    data_dir = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    (data_dir / "basemap" / "lakes_110m.geojson").write_text("{", "utf-8")
    found = basemap_faults(data_dir)
    monkeypatch.setattr("geo.catalog.basemap._faults_at_start", lambda: found)
    app = opened(page)
    assert not app.exception
    assert app.text[0].value.startswith("basemap/lakes_110m.geojson, row 1: is not JSON")
    assert not app.get("component_instance")
