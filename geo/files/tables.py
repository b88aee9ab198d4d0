"""Reader of the CSV tables of data/: every cell is checked by the rule of its column.

Cells stay text here ("NA" is a name, not a gap). Nothing is raised: each fault
becomes a `Fault`, so that one run shows all of them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.files.cells import Rule
from geo.files.datafiles import Fault, end_fault, read_text, shown

Rows = dict[int, dict[str, str]]  # by line in the file


@dataclass(frozen=True, slots=True)
class Table:
    """A table as text: its columns, its rows by line in the file, and the faults of its shape."""

    columns: tuple[str, ...] = ()
    rows: Rows = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def read_table(path: Path, name: str = "") -> Table:
    """Return a table, and what is wrong with its shape. `name` is what faults call the file."""
    file = name or path.name
    content = read_text(path, file)
    if isinstance(content, Fault):
        return Table(faults=(content,))
    header, cells, faults = _parse(content, file)
    if len(set(header)) < len(header):
        faults.append(Fault(file, "has two columns of the same name. Rename one.", row=1))
        return Table(tuple(header), faults=tuple(faults))
    if not cells and not faults:
        faults.append(Fault(file, "has no rows. Restore the file."))
    rows = {line: dict(zip(header, row, strict=True)) for line, row in cells.items()}
    return Table(tuple(header), rows, tuple(faults))


def _parse(content: str, file: str) -> tuple[list[str], dict[int, list[str]], list[Fault]]:
    """Return header, rows by line, and the rows that are not as wide as the header."""
    faults: list[Fault] = []
    rows: dict[int, list[str]] = {}
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    header: list[str] = []
    line = 1  # where the row begins; a cell with a line break makes it longer
    try:
        header = next(reader, [])
        line = reader.line_num + 1
        for row in reader:
            if len(row) == len(header):
                rows[line] = row
            elif row:
                problem = f"has {len(row)} cells, the header {len(header)}. Check the commas."
                faults.append(Fault(file, problem, row=line))
            line = reader.line_num + 1
    except csv.Error as error:
        faults.append(Fault(file, f"is not CSV ({error}). Check the quotes.", row=line))
    cut = end_fault(content, file)
    if cut and not faults:  # a cell may be half there, and look whole
        faults.append(cut)
    return header, rows, faults


def cell_faults(file: str, table: Table, rules: Mapping[str, Rule]) -> Iterator[Fault]:
    """Yield the faults of one table: columns first, then cells from top to bottom.

    A column without a rule may hold anything: nobody reads it.
    """
    if not table.columns or not table.rows:
        return
    for column in rules:
        if column not in table.columns:
            yield Fault(file, "is missing. Add it; data/README.md lists all.", column=column)
    checked = [(column, rule) for column, rule in rules.items() if column in table.columns]
    for line, row in table.rows.items():
        for column, rule in checked:
            problem = rule(row[column])
            if problem:
                what = f"{shown(row[column])} {problem}".lstrip()
                yield Fault(file, what, row=line, id=shown(row.get("id", "")), column=column)
