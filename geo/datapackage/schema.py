"""Table Schema of the tables in data/: fields by the rules of cells, keys by the relations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from geo.catalog import LISTS, REFERENCES, TABLES, UNIQUE, Readme
from geo.files import Rule, cells
from geo.jsonobject import Json

_LAST_OF_PAIRS: Final = "translation"  # of words: what stands before it is their key


def name_of(file: str) -> str:
    """Return what a resource is called: `claims`, and `ko-claims` of `rows/ko/claims.csv`."""
    return file.removeprefix("rows/").removesuffix(".csv").replace("/", "-")


def table_schema(file: str, columns: Sequence[str], readme: Readme) -> Json:
    """Return the schema of a table of data/.

    Parameters
    ----------
    file
        Its name, as in TABLES.
    columns
        Its header. A column that an editor added has a name and no more.
    readme
        Where the meaning of each column stands.
    """
    keys = [column for files, column in UNIQUE if file in files and column in columns]
    fields = [
        _field(column, TABLES[file].get(column, cells.text), readme.meaning_of(file, column))
        for column in columns
    ]
    for field in fields:
        if field["name"] in keys:
            field["constraints"] = {**field.get("constraints", {}), "unique": True}
    schema: Json = {"fields": fields, "missingValues": [""]}
    if keys:
        schema["primaryKey"] = keys[0]
    if references := list(_references(file)):
        schema["foreignKeys"] = references
    return schema


def translation_schema(file: str, columns: Sequence[str], readme: Readme) -> Json:
    """Return the schema of a table of data/rows/; `file` is its name without folders."""
    schema: Json = {
        "fields": [
            _field(column, cells.text, readme.meaning_of(file, column)) for column in columns
        ],
        "missingValues": [""],
        "primaryKey": "id" if "id" in columns else [c for c in columns if c != _LAST_OF_PAIRS],
    }
    if file in TABLES and "id" in columns:
        schema["foreignKeys"] = [_reference("id", file)]
    return schema


def _field(name: str, rule: Rule, meaning: str) -> Json:
    field: dict[str, Any] = {"name": name, "type": rule.kind}
    if rule.form:
        field["format"] = rule.form
    if meaning:
        field["description"] = meaning
    return field | (_constraints(rule.constraints) if rule.constraints else {})


def _constraints(constraints: Mapping[str, Any]) -> Json:
    return {"constraints": dict(constraints)}


def _references(file: str) -> Iterator[Json]:
    """Yield the foreign keys of a table; a cell with several ids is beyond Table Schema."""
    for source, column, target in REFERENCES:
        if source == file and file not in LISTS:
            yield _reference(column, target)


def _reference(column: str, target: str) -> Json:
    return {"fields": column, "reference": {"resource": name_of(target), "fields": "id"}}
