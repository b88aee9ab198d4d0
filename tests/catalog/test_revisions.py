"""The log of changes agrees with the tables as they are, and says what it lacks."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from geo.catalog.columns import TABLES
from geo.files.datafiles import DATA_DIR

SCRIPT = DATA_DIR / "log_revisions.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(SCRIPT.stem, SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LOG = rows(DATA_DIR / "revisions.csv")


def test_last_value_of_each_cell_is_what_stands_there_today() -> None:
    last = {(row["table"], row["row_id"], row["column"]): row["new_value"] for row in LOG}
    tables = {file.removesuffix(".csv"): rows(DATA_DIR / file) for file in TABLES}
    for (table, row_id, column), value in last.items():
        if not column:
            assert (value in tables) or value == "", table
            continue
        today = {next(iter(row.values())): row for row in tables[table]}
        if row_id:
            assert today.get(row_id, {}).get(column, "") == value, (table, row_id, column)
        else:
            assert (column in tables[table][0]) == bool(value), (table, column)


def test_changes_of_a_cell_follow_each_other() -> None:
    """What a cell was is what the change before made of it."""
    now: dict[tuple[str, str, str], str] = {}
    for row in LOG:
        cell = (row["table"], row["row_id"], row["column"])
        assert row["old_value"] == now.get(cell, row["old_value"])
        assert row["old_value"] != row["new_value"]
        now[cell] = row["new_value"]


def test_log_is_in_the_order_of_days() -> None:
    days = [row["date"] for row in LOG]
    assert days == sorted(days)


def test_every_table_but_the_log_began_at_some_day() -> None:
    began = {row["new_value"] for row in LOG if not row["column"] and not row["row_id"]}
    assert began == {file.removesuffix(".csv") for file in TABLES} - {"revisions"}


def test_changes_are_told_as_rows_columns_and_cells(script: ModuleType) -> None:
    before = script.read_rows("id,name,old\na,Ann,1\nb,Bob,2\n")
    after = script.read_rows("id,name,new\na,Anne,x\nc,Cid,y\n")
    assert list(script.changes("people", before, after)) == [
        ("people", "", "new", "", "new"),
        ("people", "", "old", "old", ""),
        ("people", "b", "id", "b", ""),
        ("people", "a", "name", "Ann", "Anne"),
        ("people", "c", "id", "", "c"),
    ]
    assert list(script.changes("people", None, after)) == [("people", "", "", "", "people")]
    assert list(script.changes("people", after, after)) == []


def test_change_is_logged_with_the_source_of_its_row(script: ModuleType) -> None:
    table = script.read_rows("id,name,source_name,source_url\na,Ann,A paper,https://a.example\n")
    change = ("people", "a", "name", "Ann", "Anne")
    logged = script.entry(change, "2026-11-28", "why", {"people": table})
    assert logged == ["2026-11-28", *change, "why", "A paper", "https://a.example"]
    assert list(script.COLUMNS) == list(LOG[0])
