"""data.zip is a Data Package by the word of frictionless, and holds the tables byte for byte."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.catalog.columns import CAPACITIES, TABLES
from geo.catalog.readme import read_readme, readme_faults
from geo.datapackage import archive
from geo.errors import DataError
from geo.files.datafiles import DATA_DIR
from geo.words.credits import CAVEAT
from tests.support import ask, errors_of, table
from ui.work.plainfiles import PLAIN_FILES

with warnings.catch_warnings():  # what its own requirements warn of is not ours
    warnings.simplefilter("ignore")
    import frictionless

TRANSLATED = sorted(path.relative_to(DATA_DIR).as_posix() for path in DATA_DIR.glob("rows/*/*.csv"))
TABLE_FILES = [name for name in PLAIN_FILES if name.startswith("data")]
Json = dict[str, Any]


@pytest.fixture(scope="module")
def package() -> bytes:
    answer = ask("/export/data.zip")
    assert answer.status == 200
    return answer.body


def descriptor(package: bytes) -> Json:
    told: Json = json.loads(zipfile.ZipFile(io.BytesIO(package)).read("datapackage.json"))
    return told


def resources(package: bytes) -> dict[str, Json]:
    return {each["name"]: each for each in descriptor(package)["resources"]}


def field(package: bytes, name: str, column: str) -> Json:
    fields = resources(package)[name]["schema"]["fields"]
    return next(each for each in fields if each["name"] == column)


def faults(path: Path) -> list[list[Any]]:
    """Return type, row and column of what frictionless finds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = frictionless.validate(str(path), type="package")
    assert len(report.tasks) == len(TABLES) + len(TRANSLATED)
    return [list(each) for each in report.flatten(["type", "rowNumber", "fieldName"])]


def test_frictionless_finds_no_fault(package: bytes, tmp_path: Path) -> None:
    (tmp_path / "data.zip").write_bytes(package)
    assert faults(tmp_path / "data.zip") == []


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("claims.csv", replaced(",armed_forces,", ",army,"), "constraint-error"),
        ("cities.csv", replaced(",39.03385,", ",93.03385,"), "constraint-error"),
        ("cities.csv", replaced("\nseoul,", "\nbusan,"), "primary-key"),
        ("claims.csv", replaced(",hwasong-14,", ",hwasong-99,"), "foreign-key"),
        ("rows/ko/bases.csv", replaced("osan_ab", "osan"), "foreign-key"),
        ("bases.csv", replaced(",37.0906,", ",north,"), "type-error"),
    ],
)
def test_frictionless_finds_what_the_schema_forbids(
    package: bytes, tmp_path: Path, file: str, change: Callable[[str], str], fault: str
) -> None:
    """The schema is no empty one: each kind of rule and key is found broken."""
    zipfile.ZipFile(io.BytesIO(package)).extractall(tmp_path)
    before = (tmp_path / file).read_text("utf-8")
    (tmp_path / file).write_text(change(before), "utf-8")
    assert (tmp_path / file).read_text("utf-8") != before
    found = {each[0] for each in faults(tmp_path / "datapackage.json")}
    assert fault in found
    assert "hash-count" in found


def test_every_table_is_there_byte_for_byte(package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        assert {path.name for path in DATA_DIR.glob("*.csv")} == set(TABLES)
        assert set(files.namelist()) == {*TABLES, *TRANSLATED, "datapackage.json", "README.md"}
        for each in descriptor(package)["resources"]:
            content = (DATA_DIR / each["path"]).read_bytes()
            assert files.read(each["path"]) == content
            assert each["bytes"] == len(content)
            assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert files.read("README.md") == (DATA_DIR / "README.md").read_bytes()


def test_same_data_are_the_same_bytes_whenever_they_are_packed(package: bytes) -> None:
    archive.data_package.cache_clear()
    assert archive.data_package() == package
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        assert {info.date_time for info in files.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_field_says_what_the_readme_says(package: bytes) -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", (DATA_DIR / "README.md").read_text(), re.M)
    meanings = {(name, words.replace("`", "")) for name, words in rows}
    for name, each in resources(package).items():
        if each["path"] in TABLES:
            for one in each["schema"]["fields"]:
                assert (one["name"], one["description"]) in meanings, (name, one["name"])
            assert each["title"] != each["path"]


def test_without_the_readme_there_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"README\.md"):
        read_readme(tmp_path)
    (fault,) = readme_faults(tmp_path)
    assert str(fault).startswith("README.md: cannot be read")


def test_column_without_a_meaning_is_a_fault(tmp_path: Path) -> None:
    text = (DATA_DIR / "README.md").read_text("utf-8")
    (tmp_path / "README.md").write_text(text.replace("| `host` |", "| `guest` |"), "utf-8")
    (fault,) = map(str, readme_faults(tmp_path))
    assert fault == "README.md: says nothing of host in bases.csv. Add its line."


def test_fields_have_the_bounds_of_their_rules(package: bytes) -> None:
    latitude = field(package, "cities", "lat")
    assert latitude["type"] == "number"
    assert latitude["constraints"] == {"minimum": -90, "maximum": 90, "required": True}
    assert field(package, "claims", "capacity")["constraints"]["enum"] == list(CAPACITIES)
    label = {"maxLength": 60, "required": True, "unique": True}
    assert field(package, "claims", "label")["constraints"] == label
    bounds = {"minimum": 10, "maximum": 19_900}
    assert field(package, "claims", "range_km_low")["constraints"] == bounds
    assert field(package, "cities", "population")["type"] == "integer"
    assert field(package, "revisions", "date")["type"] == "date"
    assert field(package, "missiles", "source_url")["format"] == "uri"


def licences(resource: Json) -> set[str]:
    return {licence.get("name", "facts") for licence in resource["licenses"]}


def test_licences_are_those_of_the_sources(package: bytes) -> None:
    told = {name: licences(each) for name, each in resources(package).items()}
    assert told["cities"] == {"CC-BY-4.0"}
    assert told["launch_sites"] == {"Apache-2.0", "CC-BY-4.0"}
    assert told["bases"] == {"CC-BY-4.0", "MIT", "facts"}
    assert told["ko-countries"] == {"Unicode-3.0"}
    assert all(told.values())
    assert licences(descriptor(package)) == set().union(*told.values())


def test_sources_are_those_of_the_rows(package: bytes) -> None:
    rows = table("claims").values()
    names = {row[column] for row in rows for column in ("source_name", "second_source_name")}
    told = resources(package)["claims"]["sources"]
    assert {each["title"] for each in told} == names - {""}
    links = {row["source_url"] for row in rows} | {row["second_source_url"] for row in rows}
    assert {each["path"] for each in told if "path" in each} <= links - {""}


def test_package_names_its_makers_its_version_and_what_it_is_not(package: bytes) -> None:
    told = descriptor(package)
    with (DATA_DIR / "revisions.csv").open(encoding="utf-8", newline="") as file:
        day = max(row["date"] for row in csv.DictReader(file))
    assert (told["version"], told["created"]) == (day.replace("-", "."), f"{day}T00:00:00Z")
    makers = " ".join(each["title"] for each in told["contributors"])
    for maker in ("GeoNames", "CNS North Korea Missile Test Database", "airportsdata"):
        assert maker in makers
    assert CAVEAT in told["description"]


@pytest.mark.parametrize("file", TABLES)
def test_each_table_is_also_an_export_of_its_own(file: str) -> None:
    answer = ask(f"/export/data/{file}")
    assert answer.status == 200
    assert answer.body == (DATA_DIR / file).read_bytes()


@pytest.mark.parametrize("name", TABLE_FILES)
def test_manners(name: str) -> None:
    file = PLAIN_FILES[name]
    answer = ask(f"/export/{name}?ring=nowhere~1")
    assert answer.status == 200, "it shows no view: a key of a view is none of its own"
    assert answer.headers["content-type"] == file.media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="{file.name}"'
    assert answer.headers["access-control-allow-origin"] == "*"
    again = ask(f"/export/{name}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert ask(f"/export/{name}", "HEAD").status == 200


@pytest.mark.parametrize("name", ["data", "data/", "data/README.md", "data/../app.py", "data/x"])
def test_no_other_file_of_the_folder_is_an_export(name: str) -> None:
    answer = ask(f"/export/{name}")
    assert answer.status == 404
    assert "/export/data.zip" in errors_of(answer)[0]["problem"]
