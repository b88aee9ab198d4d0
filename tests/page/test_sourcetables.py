"""The tables of the page Sources, in both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from geo.catalog.reading import load_catalog
from geo.files.datafiles import DATA_DIR
from geo.words.language import LANGUAGES, say
from tests.support import table as rows_of
from ui.page.sourcetables import (
    SOURCE_TABLES,
    SourceTable,
    columns_of,
    in_their_language,
    in_words,
    source_table,
)

HANGUL = re.compile(r"[\uac00-\ud7a3]")


@pytest.mark.parametrize("table", SOURCE_TABLES, ids=lambda table: table.file)
def test_every_column_has_a_title_in_both_languages(table: SourceTable) -> None:
    frame = source_table(DATA_DIR / table.file)
    titles = [
        [column["label"] for column in columns_of(frame, say(lang)).values()] for lang in LANGUAGES
    ]
    for english, korean in zip(*titles, strict=True):
        assert not HANGUL.search(english)
        assert HANGUL.search(korean)


@pytest.mark.parametrize("table", SOURCE_TABLES, ids=lambda table: table.file)
def test_korean_table_says_the_same_rows_in_korean(table: SourceTable) -> None:
    english = source_table(DATA_DIR / table.file)
    korean = in_their_language(english, getattr(load_catalog(lang="ko"), table.records), "ko")
    assert list(korean["id"]) == list(english["id"])
    first = "name" if "name" in korean else "label"
    assert korean[first].str.contains(HANGUL).mean() > 0.5  # others are such as CSIS or KN-02
    assert not set(korean.columns) - set(english.columns)
    for column in korean.columns:
        assert list(korean[column].isna()) == list(english[column].isna()), column
        if column.startswith("range_km") or column in ("lat", "lon", "source_url", "population"):
            assert korean[column].equals(english[column])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claims_show_their_whole_record_in_words(lang: str) -> None:
    table = next(each for each in SOURCE_TABLES if each.file == "claims.csv")
    frame = source_table(DATA_DIR / table.file)
    if lang == "ko":
        frame = in_their_language(frame, load_catalog(lang="ko").claims, "ko")
    shown = in_words(frame, say(lang)).set_index("id")
    row = shown.loc["hwasong-14-pacom"]
    assert row["statement"] == {"en": "a class", "ko": "등급"}[lang]
    assert row["second_source_says"] == {"en": "defines the kilometres", "ko": "km 값을 정의"}[lang]
    assert row["second_source_url"] == rows_of("claims")["hwasong-14-pacom"]["second_source_url"]
    for column in ("statement", "capacity", "said_by", "second_source_name", "second_source_says"):
        words = shown[column].dropna()
        assert len(words) and words.str.contains(HANGUL).any() == (lang == "ko"), column


def test_second_link_that_is_no_web_address_is_left_out(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA_DIR / "claims.csv", tmp_path))
    path.write_text(path.read_text("utf-8").replace("http://military-online", "javascript://x"))
    frame = source_table(path).set_index("id")
    assert frame["second_source_url"].isna()["hwasong-14-pacom"]
    assert frame["second_source_url"].str.startswith("http").sum() >= 5
