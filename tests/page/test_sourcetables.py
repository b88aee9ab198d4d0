"""The tables of the page Sources, in both languages."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from geo.catalog.columns import TABLES
from geo.catalog.reading import load_catalog
from geo.catalog.relations import REFERENCES
from geo.files.datafiles import DATA_DIR
from geo.words.language import LANGUAGES, say
from tests.page.openedpages import opened
from tests.support import table as rows_of
from ui.page.sourcetables import SOURCE_TABLES, SourceTable, source_table, told_table
from ui.page.sourcewords import title_of

HANGUL = re.compile(r"[\uac00-\ud7a3]")
CODE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")  # as ids are written
OF = {table.file: table for table in SOURCE_TABLES}
TRANSLATED = [table for table in SOURCE_TABLES if table.records and table.file != "revisions.csv"]
every_table = pytest.mark.parametrize("table", SOURCE_TABLES, ids=lambda table: table.file)


Parts = list[tuple[str, str, str]]  # of a cell: text, address and title of its link
Table = dict[str, dict[str, Parts]]


class Tables(HTMLParser):
    """The tables of a page: rows by table and id, cells by column, their parts as (text, link)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.current: list[str] = []
        self.row: dict[str, Parts] | None = None
        self.cell: Parts = []
        self.link = ("", "")
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.tables.append({})
        elif tag == "tr" and "data-row" in given:
            self.row = self.tables[-1].setdefault(given["data-row"], {})
            if "aria-current" in given:
                self.current.append(given["data-row"])
        elif "data-column" in given and self.row is not None:
            self.cell = self.row.setdefault(given["data-column"], [])
        elif tag == "a":
            self.link = (given.get("href", ""), given.get("title", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self.row = None
        elif tag == "a":
            self.link = ("", "")
        elif tag in ("td", "th", "dt", "dd"):
            self.cell = []  # what stands between cells is nobody's

    def handle_data(self, data: str) -> None:
        if self.row is not None and data.strip():
            self.cell.append((data, *self.link))


def html_of(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


@pytest.fixture(scope="module")
def shown() -> dict[str, Tables]:
    """Return what the page shows in each language."""
    return {lang: Tables(html_of(opened("sources", lang=lang))) for lang in LANGUAGES}


def table_of(tables: Tables, file: str) -> Table:
    """Return one table; behind the claims stand those that are in conflict."""
    at = [table.file for table in SOURCE_TABLES].index(file)
    return tables.tables[at + (at > 0)]


def columns_of(file: str, lang: str = "en") -> list[str]:
    catalog = load_catalog(lang=lang)
    return list(told_table(OF[file], DATA_DIR / file, catalog, say(lang)).columns)


def cells_of(
    tables: Tables, file: str, column: str, lang: str = "en"
) -> Iterator[tuple[str, Parts]]:
    assert column in columns_of(file, lang)
    for row_id, row in table_of(tables, file).items():
        yield row_id, row.get(column, [])


def test_every_table_is_shown() -> None:
    assert {table.file for table in SOURCE_TABLES} == set(TABLES)


@every_table
def test_every_column_has_a_title_in_both_languages(table: SourceTable) -> None:
    for column in source_table(DATA_DIR / table.file):
        assert not HANGUL.search(title_of(column, say("en")))
        assert HANGUL.search(title_of(column, say("ko")))


@every_table
def test_every_row_is_there_with_a_link_of_its_own(
    table: SourceTable, shown: dict[str, Tables]
) -> None:
    text = (DATA_DIR / table.file).read_text("utf-8")
    rows = table_of(shown["en"], table.file)
    assert len(rows) == len(text.splitlines()) - 1
    for row_id, row in rows.items():
        word, address, _ = next(iter(row.values()))[0]
        assert word == "#"
        parts = urlsplit(address)
        assert parts.path == "sources"
        name = table.file.removesuffix(".csv")
        assert parse_qs(parts.query) == {"row": [f"{name}/{row_id}"], "lang": ["en"]}


@every_table
def test_every_row_shows_who_published_it_and_where(
    table: SourceTable, shown: dict[str, Tables]
) -> None:
    with (DATA_DIR / table.file).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows = rows[::-1] if table.file == "revisions.csv" else rows
    cells = [parts for _, parts in cells_of(shown["en"], table.file, "source_name")]
    assert ["".join(text for text, *_ in parts) for parts in cells] == [
        row["source_name"] for row in rows
    ]
    links = [row.get("source_url", "") for row in rows]
    assert ["".join(address for _, address, _ in parts) for parts in cells] == links


@pytest.mark.parametrize("table", TRANSLATED, ids=lambda table: table.file)
def test_korean_table_says_the_same_rows_in_korean(table: SourceTable) -> None:
    english, korean = (
        told_table(table, DATA_DIR / table.file, load_catalog(lang=lang), say(lang))
        for lang in ("en", "ko")
    )
    assert list(korean.index) == list(english.index)
    first = next(each for each in ("name", "label", "reported_by", "source_name") if each in korean)
    assert korean[first].str.contains(HANGUL).mean() > 0.5  # others are such as CSIS or KN-02
    assert not set(korean.columns) - set(english.columns)
    for column in korean.columns:
        assert list(korean[column].isna()) == list(english[column].isna()), column
        if column.startswith("range_km") or column in ("lat", "lon", "source_url", "population"):
            assert korean[column].equals(english[column])


@pytest.mark.parametrize("file", ["launch_site_aliases.csv", "revisions.csv"])
def test_what_has_no_names_of_its_own_cites_its_sources_in_korean(file: str) -> None:
    frame = told_table(OF[file], DATA_DIR / file, load_catalog(lang="ko"), say("ko"))
    english = told_table(OF[file], DATA_DIR / file, load_catalog(), say("en"))
    differ = frame["source_name"] != english["source_name"]
    assert frame["source_name"][differ].str.contains(HANGUL).any()
    if file == "revisions.csv":
        assert frame["reason"].str.contains(HANGUL).all()
        assert not english["reason"].str.contains(HANGUL).any()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claims_show_their_whole_record_in_words(lang: str) -> None:
    told = told_table(OF["claims.csv"], DATA_DIR / "claims.csv", load_catalog(lang=lang), say(lang))
    row = told.loc["hwasong-14-pacom"]
    assert row["statement"] == {"en": "a class", "ko": "등급"}[lang]
    assert row["second_source_says"] == {"en": "defines the kilometres", "ko": "km 값을 정의"}[lang]
    assert row["second_source_url"] == rows_of("claims")["hwasong-14-pacom"]["second_source_url"]
    assert set(told["capacity"]) >= {{"en": "North Korea", "ko": "북한"}[lang]}
    for column in ("statement", "capacity", "said_by", "second_source_name", "second_source_says"):
        words = told[column].dropna()
        assert len(words) and words.str.contains(HANGUL).any() == (lang == "ko"), column


def test_second_link_that_is_no_web_address_is_left_out(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA_DIR / "claims.csv", tmp_path))
    path.write_text(path.read_text("utf-8").replace("http://military-online", "javascript://x"))
    frame = source_table(path)
    assert frame["second_source_url"].isna()["hwasong-14-pacom"]
    assert frame["second_source_url"].str.startswith("http").sum() >= 5


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("file", "column", "target"), REFERENCES)
def test_ids_of_other_rows_are_shown_as_names_that_lead_there(
    shown: dict[str, Tables], lang: str, file: str, column: str, target: str
) -> None:
    known = set(table_of(shown[lang], target))
    found = [parts for _, parts in cells_of(shown[lang], file, column, lang) if parts]
    assert found
    for parts in found:
        for text, address, row_id in (part for part in parts if part[0].strip() != ","):
            if address and text != "#":
                assert row_id in known
                name = f"{target.removesuffix('.csv')}/{row_id}"
                assert parse_qs(urlsplit(address).query)["row"] == [name]
            assert not CODE.fullmatch(text), f"{text} is an id"
    spoken = " ".join(text for parts in found for text, _, _ in parts)
    assert bool(HANGUL.search(spoken)) == (lang == "ko")


def test_only_the_column_of_ids_holds_ids(shown: dict[str, Tables]) -> None:
    ids = {row_id for file in TABLES for row_id in table_of(shown["en"], file)}
    codes = {row_id for row_id in ids if CODE.fullmatch(row_id)}
    for file in set(TABLES) - {"revisions.csv"}:  # there ids are values
        for column in set(columns_of(file)) - {"id"}:
            texts = {text for _, parts in cells_of(shown["en"], file, column) for text, *_ in parts}
            assert not texts & codes, (file, column)


def test_codes_of_kinds_have_no_underscores() -> None:
    sites = told_table(
        OF["launch_sites.csv"], DATA_DIR / "launch_sites.csv", load_catalog(), say("en")
    )
    assert "mobile area" in set(sites["kind"])
    assert not sites["kind"].str.contains("_").any()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("file", "column"),
    [
        ("missile_defense.csv", "radar_mode"),
        ("radar_claims.csv", "mode"),
        ("radar_claims.csv", "statement"),
        ("radar_claims.csv", "label"),
        ("radar_claims.csv", "drawn"),
        ("bases.csv", "host"),
        ("thaad_timeline.csv", "actor"),
        ("thaad_timeline.csv", "event"),
    ],
)
def test_modes_hosts_and_events_are_said_in_words(file: str, column: str, lang: str) -> None:
    told = told_table(OF[file], DATA_DIR / file, load_catalog(lang=lang), say(lang))[column]
    for words in told.dropna():
        assert "_" not in words
        assert bool(HANGUL.search(words)) == (lang == "ko"), words
    assert told.notna().sum() > 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_roles_systems_and_classes_are_said_as_elsewhere_in_the_app(lang: str) -> None:
    catalog = load_catalog(lang=lang)
    batteries, cities, sites = (
        told_table(OF[file], DATA_DIR / file, catalog, say(lang))
        for file in ("missile_defense.csv", "cities.csv", "launch_sites.csv")
    )
    assert batteries["role"]["thaad_guam"] == {"en": "THAAD", "ko": "사드(THAAD)"}[lang]
    places = {place.id: place for place in catalog.places}
    capitals = [id_ for id_, row in rows_of("cities").items() if row["role"] == "capital"]
    assert set(cities["role"][capitals]) == {{"en": "capital", "ko": "수도"}[lang]}
    assert set(cities["role"][capitals]) == {places[each].kind_words for each in capitals}
    told = [*cities["role"].dropna(), *sites["missile_classes"].dropna(), *batteries["role"]]
    for words in told:
        assert bool(HANGUL.search(words)) == (lang == "ko"), words
    said = {place.id: place.kind_words for place in catalog.places}
    if lang == "ko":
        assert dict(batteries["system"]) == {each: said[each] for each in batteries.index}


def test_numbers_have_separators_but_for_those_that_count_nothing() -> None:
    app = opened("sources", row="tests/2022-03-24-hwasong-17-kcna", lang="en")
    row = html_of(app).partition("<table>")[0]
    flown = rows_of("tests")["2022-03-24-hwasong-17-kcna"]["range_flown_km"]
    assert float(flown) == 1090
    assert '<dd data-column="range_flown_km">1,090</dd>' in row
    assert '<dd data-column="apogee_km">6,248.5</dd>' in row
    years = opened("sources", row="launches_by_year/1984-srbm-failure", lang="en")
    assert '<dd data-column="year">1984</dd>' in html_of(years).partition("<table>")[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_log_names_tables_and_columns_that_came_as_the_page_does(lang: str) -> None:
    tell = say(lang)
    log = told_table(OF["revisions.csv"], DATA_DIR / "revisions.csv", load_catalog(lang=lang), tell)
    whole = log[log["row_id"].isna()]
    titles = {tell(table.title) for table in SOURCE_TABLES}
    for _, row in whole.iterrows():
        for value in row[["old_value", "new_value"]].dropna():
            assert not CODE.fullmatch(value), value
            assert value in titles or value == row["column"] or row["old_value"] == value
    assert tell("Short name") in set(whole["new_value"])
    assert tell("Launches per year") in set(whole["new_value"])


def test_second_source_is_the_link_to_what_it_printed(shown: dict[str, Tables]) -> None:
    rows = rows_of("claims")
    for row_id, parts in cells_of(shown["en"], "claims.csv", "second_source_name"):
        name, link = (rows[row_id][f"second_source_{key}"] for key in ("name", "url"))
        assert parts == ([(name, link, "")] if name else [])


def test_link_without_a_name_is_called_by_its_site(shown: dict[str, Tables]) -> None:
    rows = rows_of("launch_sites")
    found = dict(cells_of(shown["en"], "launch_sites.csv", "fact_source_url"))
    for row_id, parts in found.items():
        link = rows[row_id]["fact_source_url"]
        assert parts == ([(urlsplit(link).hostname, link, "")] if link else [])
    assert any(found.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claim_leads_to_its_page_and_report_to_the_lab(shown: dict[str, Tables], lang: str) -> None:
    for row_id, parts in cells_of(shown[lang], "claims.csv", "label", lang):
        address = urlsplit(parts[-1][1])
        assert address.path == "claim"
        assert parse_qs(address.query) == {"id": [row_id], "lang": [lang]}
    flights = rows_of("tests")
    for row_id, parts in cells_of(shown[lang], "tests.csv", "date", lang):
        address = urlsplit(parts[-1][1])
        assert address.path == "lab"
        asked = {"test": [flights[row_id]["flight"]], "report": [row_id], "lang": [lang]}
        assert parse_qs(address.query) == asked
        assert parts[-1][0] == flights[row_id]["date"]


def test_log_begins_with_what_changed_last(shown: dict[str, Tables]) -> None:
    days = [parts[-1][0] for _, parts in cells_of(shown["en"], "revisions.csv", "changed_on")]
    assert [day.strip() for day in days] == sorted((day.strip() for day in days), reverse=True)


def test_conflicts_stand_with_both_sources(shown: dict[str, Tables]) -> None:
    rows = rows_of("claims")
    differ = [row_id for row_id in rows if rows[row_id]["second_source_says"] == "differs"]
    conflicts = shown["en"].tables[1]
    assert list(conflicts) == differ
    for row_id, row in conflicts.items():
        texts = {text for parts in row.values() for text, *_ in parts}
        for column in ("source_name", "second_source_name", "context"):
            assert rows[row_id][column] in texts


def test_row_of_a_link_stands_first_and_is_marked() -> None:
    app = opened("sources", row="claims/hwasong-14-pacom", ring="sohae~8000")
    assert not app.exception
    assert app.header[0].value == "Range claims: US Pacific Command: class only, Pentagon's km"
    assert "rm-data-row" in html_of(app).partition("<table>")[0]
    assert Tables(html_of(app)).current == ["hwasong-14-pacom"]
    links = [element.proto for element in app.get("page_link")]
    assert links
    assert not [link for link in links if "row=" in str(link)], "another page has no such row"


@pytest.mark.parametrize("row", ["claims/nobody", "planes/x", "", "claims", "<img src=x>/[a](b)"])
def test_row_that_is_not_there_is_named_and_all_else_is_shown(row: str) -> None:
    app = opened("sources", row=row)
    assert not app.exception
    (warning,) = app.warning
    assert "row=claims/hwasong-14-pacom" in warning.value
    assert "<img" not in warning.value
    assert len(Tables(html_of(app)).tables) == len(SOURCE_TABLES) + 1


def test_each_table_is_offered_as_the_file_it_is(shown: dict[str, Any]) -> None:
    html = html_of(opened("sources"))
    offered = re.findall(r'href="\.(/export/[^"]+)" download', html)
    assert offered == ["/export/data.zip", *(f"/export/data/{t.file}" for t in SOURCE_TABLES)]
