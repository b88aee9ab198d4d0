"""The tables of the page Sources, in both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

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
    with_names,
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
    first = next(each for each in ("name", "label", "reported_by", "source_name") if each in korean)
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_missiles_are_called_by_name(lang: str) -> None:
    """No id stands in a column that people read; several are a list."""
    missiles, ids = load_catalog(lang=lang).missiles, set(rows_of("missiles"))
    names = {row["id"]: row["name"] for row in rows_of("missiles").values()}
    for file, column in (("claims", "missile_id"), ("launch_sites", "missile_id")):
        frame = with_names(source_table(DATA_DIR / f"{file}.csv"), missiles).set_index("id")
        shown = frame[column].dropna()
        assert not ids & {name for cell in shown for name in cell.split(", ")}
        assert shown.str.contains(HANGUL).any() == (lang == "ko")
        for row, cell in shown.items():
            said = [names[each] for each in rows_of(file)[str(row)][column].split("|")]
            assert lang == "ko" or cell == ", ".join(said)


def test_codes_of_kinds_have_no_underscores() -> None:
    sites = with_names(source_table(DATA_DIR / "launch_sites.csv"), ())
    assert "mobile area" in set(sites["kind"])
    assert not sites["kind"].str.contains("_").any()


@pytest.mark.parametrize("column", ["source_url", "second_source_url"])
def test_links_are_shown_by_their_host_with_the_whole_behind(column: str) -> None:
    frame = source_table(DATA_DIR / "claims.csv")
    host = columns_of(frame, say("en"))[column]["type_config"]["display_text"]
    links = frame[column].dropna()
    assert list(links) == [each[column] for each in rows_of("claims").values() if each[column]]
    for link in links:
        found = re.match(host, link)
        assert found and found[1] == (urlsplit(link).hostname or "").removeprefix("www.")
