"""A gap or a stray in the Korean data says where, and what has no Korean is said in English."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

import pytest

from geo.catalog.columns import TABLES
from geo.catalog.reading import data_faults, load_catalog
from geo.catalog.translations import read_translations
from geo.files.datafiles import DATA_DIR
from tests.support import table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the translations that a test may break."""
    return Path(shutil.copytree(DATA_DIR / "rows/ko", tmp_path / "ko"))


def faults_of(folder: Path) -> list[str]:
    return [str(fault) for fault in read_translations(load_catalog(), folder)[1]]


def rewrite(path: Path, change: Any) -> None:
    """Change the rows of a translation, a list of lists with the header first."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = change(list(csv.reader(file)))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("cities.csv", lambda rows: rows[:-1], "column id: has no row for lhasa. Add its"),
        (
            "cities.csv",
            lambda rows: [*rows, ["atlantis", "아틀란티스"]],
            "row 180, column id: atlantis is no id in cities.csv",
        ),
        (
            "cities.csv",
            lambda rows: [*rows, rows[1]],
            "row 180, column id: pyongyang is no id in cities.csv, or given twice",
        ),
        (
            "cities.csv",
            lambda rows: [rows[0], [rows[1][0], ""], *rows[2:]],
            "row 2 (pyongyang), column name: is empty. Fill it in.",
        ),
        (
            "cities.csv",
            lambda rows: [rows[0], [rows[1][0], "평양 "], *rows[2:]],
            "row 2 (pyongyang), column name: 평양  has a space at an end",
        ),
        ("claims.csv", lambda rows: [row[:3] for row in rows], "row 1: has other columns than id,"),
        ("claims.csv", lambda rows: [*rows, ["a", "b"]], "row 106: has 2 cells, the header 4."),
        ("words.csv", lambda rows: [rows[0], *rows[2:]], "has no row for country Australia."),
        (
            "words.csv",
            lambda rows: [*rows, ["country", "Atlantis", "아틀란티스"]],
            "Atlantis is not used as country, or given twice. Remove the row.",
        ),
        (
            "sources.csv",
            lambda rows: [rows[0], [rows[1][0], " "], *rows[2:]],
            "row 2, column translation: is empty. Fill it in.",
        ),
    ],
)
def test_fault_in_a_translation_names_file_row_and_cure(
    folder: Path, file: str, change: Any, fault: str
) -> None:
    rewrite(folder / file, change)
    (found,) = [line for line in faults_of(folder) if fault in line]
    assert found.startswith(f"rows/ko/{file}")


def test_text_where_the_english_says_nothing_is_a_fault(folder: Path) -> None:
    silent = next(place for place, row in table("bases").items() if not row["notes"])

    def change(rows: list[list[str]]) -> list[list[str]]:
        return [[*row[:2], "기지"] if row[0] == silent else row for row in rows]

    rewrite(folder / "bases.csv", change)
    (fault,) = faults_of(folder)
    assert f"({silent}), column notes: 기지 translates nothing. Empty the cell." in fault


def test_missing_file_is_one_line(folder: Path) -> None:
    folder.joinpath("missiles.csv").unlink()
    assert faults_of(folder) == [
        "rows/ko/missiles.csv: cannot be read. Put the file back into the data folder."
    ]


def test_new_row_without_its_korean_is_a_fault_and_says_english_in_korean(tmp_path: Path) -> None:
    data_dir = Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
    path = data_dir / "cities.csv"
    row = "atlantis,Atlantis,Atlantis Republic,AT,,1,2,5,3,4,Plato,"
    path.write_text(f"{path.read_text('utf-8')}{row}\n", "utf-8")
    lines = data_faults(data_dir)
    assert any("rows/ko/cities.csv, column id: has no row for atlantis" in line for line in lines)
    assert any("has no row for country Atlantis Republic" in line for line in lines)
    assert any("has no row for source_name Plato" in line for line in lines)
    assert len(lines) == 3
    for lang in ("en", "ko"):
        catalog = load_catalog(data_dir, lang=lang)
        (atlantis,) = [place for place in catalog.places if place.id == "atlantis"]
        assert (atlantis.name, atlantis.country) == ("Atlantis", "Atlantis Republic")
        assert catalog.claims == load_catalog(lang=lang).claims


def test_tables_without_translations_say_everything_in_english(tmp_path: Path) -> None:
    for name in (*TABLES, "presets", "stories"):
        copy = shutil.copytree if (DATA_DIR / name).is_dir() else shutil.copy
        copy(DATA_DIR / name, tmp_path / name)
    assert data_faults(tmp_path) == []
    bare = load_catalog(tmp_path, lang="ko")
    assert bare.lang == "ko"
    said = [claim.said_by for claim in bare.claims]
    assert said == [claim.said_by for claim in load_catalog().claims]
