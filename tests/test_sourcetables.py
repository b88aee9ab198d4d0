"""The tables of the page Sources, in both languages."""

from __future__ import annotations

import re

import pytest

from geo.catalog import DATA_DIR, load_catalog
from geo.language import LANGUAGES, say
from ui.sourcetables import SOURCE_TABLES, SourceTable, columns_of, in_korean, source_table

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
    korean = in_korean(english, getattr(load_catalog(lang="ko"), table.records))
    assert list(korean["id"]) == list(english["id"])
    first = "name" if "name" in korean else "label"
    assert korean[first].str.contains(HANGUL).mean() > 0.5  # others are such as CSIS or KN-02
    assert not set(korean.columns) - set(english.columns)
    for column in korean.columns:
        assert list(korean[column].isna()) == list(english[column].isna()), column
        if column.startswith("range_km") or column in ("lat", "lon", "source_url", "population"):
            assert korean[column].equals(english[column])
